"""Labelled values inside running text, each where a sentence begins: "… met for a year. Donor: Kredo Foundation.
Partner: Omnia."

Reports and lists of projects end what they tell of one so. Which words are labels, the lexicon says, so that this is
done after the language is known; a value goes to the end of its sentence, and what stands around stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.marking.dashed_labels import fits
from graph.marking.inline_labels import labels_in
from graph.marking.language import FieldLabels
from graph.model import Block, Document, Field, Span
from graph.reading.draft import trimmed

KINDS = frozenset({"prose", "item"})
SAID = frozenset("fundedBy implementedBy hasPartner coversCountry period startDate endDate".split())  # sums are grants'
_BEGINS = re.compile(r"(?:^|[.!?;)»”\"]|\n)\s*$")
_SHORT = r"(?<!\b[^\W\dA-Z_])(?<!\b[^\W\dA-Z_]{2})"  # no full stop behind "im." or "z. s."
_END = re.compile(rf"(?:;|{_SHORT}\.)\s+(?=[^\W\d_a-z])|\n|[.;]?\s*$")


def with_sentence_labels(document: Document, labels: FieldLabels) -> Document:
    """The document with such values as records about it; the same document if it has none."""
    blocks: list[Block] = []
    read = 0  # the end of the last record, whose values stand as text behind it, too
    for block in document.blocks:
        blocks += [block] if block.span.end <= read else _parts(document, block, labels)
        read = max(read, block.span.end) if block.kind == "record" else read
    return document if tuple(blocks) == document.blocks else replace(document, blocks=tuple(blocks))


def _parts(document: Document, block: Block, labels: FieldLabels) -> Iterator[Block]:
    """The text and the records that a block is made of."""
    if block.kind not in KINDS or ":" not in document.text[block.span.start : block.span.end]:
        yield block
        return
    at = block.span.start
    for field in said_fields(document.text, block.span, labels):
        label = field.label_span or field.value
        if document.text[at : label.start].strip():
            yield replace(block, span=trimmed(document.text, at, label.start))
        yield Block("record", Span(label.start, field.value.end), fields=(field,), about="document")
        at = field.value.end
        while at < block.span.end and document.text[at] in ".; \n":
            at += 1
    if at == block.span.start:
        yield block
    elif document.text[at : block.span.end].strip():
        yield replace(block, span=trimmed(document.text, at, block.span.end))


def said_fields(document: str, span: Span, labels: FieldLabels) -> Iterator[Field]:
    """The labelled values that begin a sentence in a stretch of a document's text."""
    text, offset = document[span.start : span.end], span.start
    for first, last, begin in labels_in(text, labels):
        ends = _END.search(text, begin)
        value = trimmed(text, begin, ends.start() if ends else len(text))
        name = labels.property_of(text[first:last])
        if name in SAID and _BEGINS.search(text[:first]) and fits(name, text[value.start : value.end]):
            where = Span(offset + value.start, offset + value.end)
            yield Field(text[first:last], where, Span(offset + first, offset + last))
