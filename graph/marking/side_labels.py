"""Labelled values side by side on one line, a tab, blanks or a bar between them: "Start: 1.2.2019   End: 30.6.2020".

Forms of two columns become such lines. A reader, which knows no labels, takes the second label for a part of the first
value, or a longer row for a menu; here each label gets its field.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.marking.language import FieldLabels
from graph.model import Block, Document, Field, Span
from graph.reading.draft import trimmed

_NEXT = re.compile(
    r"(?P<sign>[ \u00a0]*\t\s*|[ \u00a0]{2,}|[ \u00a0]+[|•·][ \u00a0]+)"
    r"(?P<label>[^\W_][^\n:：|\t]{1,60}?)[ \u00a0]?[:：]\s+(?=\S)"
)
_FIRST = re.compile(r"\s*(?P<label>[^\W_][^\n:：|\t]{1,60}?)[ \u00a0]?[:：]\s+(?=\S)")
LEAST_ROW = 3
_WIDE = re.compile(r"\t|[ \u00a0]{2,}")


def with_side_labels(document: Document, labels: FieldLabels) -> Document:
    """The document with such fields as two or more; the same document if it has none."""
    made = [_parted(document.text, block, labels) for block in document.blocks]
    return document if tuple(made) == document.blocks else replace(document, blocks=tuple(made))


def _parted(text: str, block: Block, labels: FieldLabels) -> Block:
    """A record with its fields parted, or a menu's row that is one; any other block as it is."""
    if block.kind == "navigation":
        return _row(text, block, labels)
    if block.kind != "record" or block.about != "document":
        return block
    fields = tuple(part for field in block.fields for part in _parts(text, field, labels))
    return block if fields == block.fields else replace(block, fields=fields)


def _row(text: str, block: Block, labels: FieldLabels) -> Block:
    """A record for a row that begins with a known label and holds more; any other menu as it is."""
    opening = _FIRST.match(text, block.span.start, block.span.end)
    if opening is None or labels.fit(opening["label"]) < 1:
        return block
    first = Field(opening["label"], Span(opening.end(), block.span.end), Span(*opening.span("label")))
    fields = tuple(_parts(text, first, labels))
    return Block("record", block.span, fields=fields, about="document") if len(fields) >= LEAST_ROW else block


def _parts(text: str, field: Field, labels: FieldLabels) -> list[Field]:
    """A field, and those that stand on its line behind it, if one of the labels is known."""
    found: list[Field] = []
    label, where, start = field.label, field.label_span, field.value.start
    known = labels.property_of(label) is not None
    for match in _NEXT.finditer(text, field.value.start, field.value.end):
        told = labels.fit(match["label"]) == 1
        if told or (known and _WIDE.search(match["sign"]) and labels.property_of(match["label"]) is not None):
            found.append(Field(label, trimmed(text, start, match.start()), where))
            label, where, start = match["label"], Span(*match.span("label")), match.end()
    return [*found, Field(label, Span(start, field.value.end), where)] if found else [field]
