"""Tables that were read the wrong way: labels stand in the first column and not in the first row, or in two rows.

A reader, which knows no labels, takes the first row of a table for its header. The lexicon tells where the labels
are: a table of labels and values becomes one record about the document, one with a project in each further column a
record for each, and a second row of labels no record at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.marking.labels import SHEET
from graph.marking.language import FieldLabels
from graph.model import Block, Document, Field, Span

LEAST_LABELS = 2
LONGEST_LABEL = 60
TITLE = "title"  # the label of a project's name, where a table puts the names at the heads of its columns


def with_turned_tables(document: Document, labels: FieldLabels) -> Document:
    """The document with such tables turned; the same document if it has none."""
    made: list[Block] = []
    at = 0
    while at < len(document.blocks):
        end = _end_of_table(document.blocks, at)
        table = document.blocks[at:end]
        made.extend(_turned(document.text, table, labels) or table)
        at = end
    return document if tuple(made) == document.blocks else replace(document, blocks=tuple(made))


def _is_row(block: Block) -> bool:
    return block.kind == "record" and block.about == "row" and bool(block.fields)


def _end_of_table(blocks: Sequence[Block], at: int) -> int:
    """Where the table ends whose first row stands at `at`: its rows share their labels; prose of long cells stands
    between them."""
    if not _is_row(blocks[at]):
        return at + 1
    head = {f.label_span for f in blocks[at].fields}
    last = at
    for index in range(at + 1, len(blocks)):
        block = blocks[index]
        if _is_row(block):
            if not head & {f.label_span for f in block.fields}:
                break
            head |= {f.label_span for f in block.fields}
            last = index
        elif block.span.end > blocks[last].span.end:
            break
    return last + 1


def _turned(text: str, table: Sequence[Block], labels: FieldLabels) -> list[Block] | None:
    """The blocks of a table that was read the wrong way; `None` for one that was not."""
    rows = [block for block in table if _is_row(block)]
    if not rows:
        return None
    rest = [block for block in table if not _is_row(block)]
    column = {f.label_span for f in (row.fields[0] for row in rows)}
    told = [row for row in rows if _is_label(text, row.fields[0], labels)]
    if len(column) == 1 and len(told) >= LEAST_LABELS and len(told) * 2 >= len(rows):
        known = {labels.property_of(_shown(text, row.fields[0])) for row in told} & SHEET
        if len(known) >= LEAST_LABELS:
            return [*_columns(text, rows, labels), *rest]
    again = next((row for row in rows if _names_columns(text, row, labels)), None)
    return _without(text, table, again, labels) if again is not None and len(rows) > 1 else None


def _names_columns(text: str, row: Block, labels: FieldLabels) -> bool:
    """Whether the cells of a row are labels, nearly all: the header in another language."""
    told = sum(_is_label(text, field, labels) for field in row.fields)
    return told >= LEAST_LABELS and told * 3 >= 2 * len(row.fields)


def _without(text: str, table: Sequence[Block], again: Block, labels: FieldLabels) -> list[Block]:
    """A table without its second header, whose labels stand in where those of the first are not known."""
    said = {field.label_span: _shown(text, field) for field in again.fields}

    def known(field: Field) -> Field:
        name = said.get(field.label_span) if labels.property_of(field.label) is None else None
        return replace(field, label=name) if name else field

    return [replace(b, fields=tuple(map(known, b.fields))) for b in table if b is not again]


def _shown(text: str, field: Field) -> str:
    return " ".join(text[field.value.start : field.value.end].strip(" :*_\n").split())


def _is_label(text: str, field: Field, labels: FieldLabels) -> bool:
    """Whether a cell is a label and nothing else."""
    shown = _shown(text, field)
    return 0 < len(shown) <= LONGEST_LABEL and labels.fit(shown) == 1


def _columns(text: str, rows: Sequence[Block], labels: FieldLabels) -> list[Block]:
    """A record for each column behind the first: about the document if there is one such column."""
    heads = sorted({f.label_span for row in rows for f in row.fields if f.label_span is not None})
    first = rows[0].fields[0]
    named = [head for head in heads if head != first.label_span]
    if len(named) <= 1:
        fields = [_field(text, row.fields[0], row.fields[1].value) for row in rows if len(row.fields) > 1]
        if named and first.label_span is not None and labels.fit(first.label) == 1:
            fields.insert(0, Field(first.label, named[0], first.label_span))
        return [_record(fields, "document")] if fields else []
    made = []
    for head in named:
        cells = ((row.fields[0], cell) for row in rows for cell in row.fields[1:] if cell.label_span == head)
        fields = [_field(text, label, cell.value) for label, cell in cells]
        made.append(_record([Field(TITLE, head, None), *fields], "row"))
    return made


def _field(text: str, label: Field, value: Span) -> Field:
    return Field(_shown(text, label), value, label.value)


def _record(fields: Sequence[Field], about: str) -> Block:
    spans = [span for f in fields for span in (f.value, f.label_span) if span is not None]
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    return Block("record", whole, fields=tuple(fields), about="row" if about == "row" else "document")
