"""Rows of cells to records, whichever format they came from; and Markdown's pipe tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Block, Field, Span
from graph.reading.delimited import Row
from graph.reading.draft import one_line, trimmed
from graph.reading.lines import MAX_LABEL_WORDS, split_lines
from graph.reading.values import is_long, prose_in, unquoted

_DIVIDER = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_LONE_BELOW = 2  # in tables of more columns, a row of one cell is no record
_VALUE = re.compile(
    r"[^\w]*\d[\d\s.,/:%€$£-]*[^\w]*|https?://\S+|\S+@\S+|\d{1,2}\.? \w+ \d{4}|\d.*\s(?:EUR|€)|(?:EUR|€)\s.*"
)


def pipe_table(text: str, region: Span) -> list[Block]:
    """The blocks of a Markdown table."""
    lines = [line for line in split_lines(text, region) if not line.blank]
    divided = len(lines) > 1 and _DIVIDER.fullmatch(lines[1].text) is not None
    rows = []
    for line in lines:
        if _DIVIDER.fullmatch(line.text):
            continue
        cells, start = [], line.start
        for piece in re.split(r"(?<!\\)\|", line.text):
            cells.append(trimmed(text, start, start + len(piece)))
            start += len(piece) + 1
        if line.text.lstrip().startswith("|"):
            cells = cells[1:]
        if line.text.rstrip().endswith("|"):
            cells = cells[:-1]
        rows.append(Row(trimmed(text, line.start, line.end), tuple(cells)))
    named = divided and bool(rows) and _has_text(text, rows[0])
    return table_blocks(text, rows, header=True if named else None)


def _has_text(text: str, row: Row) -> bool:
    return any(text[cell.start : cell.end] for cell in row.cells)


def table_blocks(text: str, rows: Sequence[Row], *, header: bool | None = None, labelled: bool = False) -> list[Block]:
    """Blocks for a table. `header` says whether the first row names the columns; `None` means: judge by the cells.
    With `labelled`, each row is known to be a label and its value."""
    rows = [row for row in rows if _has_text(text, row)]
    if not rows:
        return []
    if labelled or (_is_label_value(text, rows) and (header is None or len(rows) == 1)):
        record = _document_record(text, rows)
        long = [part for item in record.fields if is_long(text, item.value) for part in prose_in(text, item.value)]
        return [record, *(long if labelled else ())] if record.fields else [Block("item", row.span) for row in rows]
    if len(rows) == 1 or (header is False):
        return [Block("item", row.span) for row in rows]
    rows, lone = _without_lone(text, rows)
    blocks = [Block("prose", trimmed(text, row.span.start, row.span.end)) for row in lone]
    head = rows[0]
    for row in rows[1:]:
        fields = _fields(text, head, row)
        if not fields:
            continue
        blocks.append(Block("record", row.span, fields=fields, about="row"))
        for item in fields:
            if is_long(text, item.value):
                blocks.extend(prose_in(text, item.value))
    return blocks


def _without_lone(text: str, rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows, and those of a wide table that have one cell with text: its title, a heading inside it, a note."""
    widths = [len({cell for cell in row.cells if text[cell.start : cell.end].strip()}) for row in rows]
    alone = max(widths) > _LONE_BELOW
    paired = list(zip(rows, widths, strict=True))
    return [r for r, w in paired if not (alone and w == 1)], [r for r, w in paired if alone and w == 1]


def _fields(text: str, head: Row, row: Row) -> tuple[Field, ...]:
    fields = []
    for label, cell in zip(head.cells, row.cells, strict=False):
        value = unquoted(text, cell)
        if value.end > value.start:
            fields.append(
                Field(one_line(text[label.start : label.end]), value, label if label.end > label.start else None)
            )
    return tuple(fields)


def _document_record(text: str, rows: Sequence[Row]) -> Block:
    fields = []
    for row in rows:
        label, value = row.cells[0], unquoted(text, row.cells[1])
        if value.end > value.start and label.end > label.start:
            fields.append(Field(one_line(text[label.start : label.end]).rstrip(" :"), value, label))
    return Block("record", Span(rows[0].span.start, rows[-1].span.end), fields=tuple(fields), about="document")


def _is_label_value(text: str, rows: Sequence[Row]) -> bool:
    """Whether a two-column table has labels on the left and values of different sorts on the right."""
    if any(len(row.cells) != 2 for row in rows):
        return False
    left = [one_line(text[row.cells[0].start : row.cells[0].end]) for row in rows]
    right = [text[row.cells[1].start : row.cells[1].end].strip() for row in rows]
    if len(set(left)) != len(left) or any(len(label.split()) > MAX_LABEL_WORDS + 2 for label in left):
        return False
    if any(label.endswith(":") for label in left):
        return True
    typed = sum(bool(_VALUE.fullmatch(value)) for value in right)
    labels_are_words = not any(_VALUE.fullmatch(label) for label in left)
    if len(rows) >= 2 and not any(map(_has_digit, left)) and all(map(_has_digit, right)):
        return True
    return labels_are_words and len(rows) >= 2 and 0 < typed < len(right)


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)
