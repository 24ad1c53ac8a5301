"""Comma- and tab-separated values, read so that every cell keeps its place in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Span
from graph.reading.draft import trimmed

SIGNS = ",;\t|"
LEAST_CELLS = 3
_PLAIN = {sign: re.compile(f"[^{re.escape(sign)}\n]*") for sign in SIGNS}


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row: the spans of their contents, without quotation marks."""

    span: Span
    cells: tuple[Span, ...]


def rows_of(text: str, region: Span, sign: str, *, even: bool = False) -> list[Row]:
    """The rows of a region of `text` whose cells are parted by `sign`; empty lines are left out. With `even`, none if
    one has fewer cells than a table must have or than the first."""
    rows: list[Row] = []
    at = region.start
    while at < region.end:
        start, cells, going = at, [], True
        while going:
            cell, at = _cell(text, at, region.end, sign)
            cells.append(cell)
            going = at < region.end and text[at] == sign
            at += 1
        end = min(at - 1, region.end)
        if text[start:end].strip(sign + " \t"):
            if even and (len(cells) < LEAST_CELLS or (rows and len(cells) != len(rows[0].cells))):
                return []
            rows.append(Row(trimmed(text, start, end), tuple(cells)))
    return rows


def _cell(text: str, at: int, end: int, sign: str) -> tuple[Span, int]:
    """One cell that begins at `at`, and the offset of the sign, line feed or end after it."""
    start = at
    while at < end and text[at] == " ":
        at += 1
    if at < end and text[at] == '"':
        inner = at + 1
        at = inner
        while at < end:
            if text[at] == '"':
                if text[at + 1 : at + 2] != '"' or at + 1 >= end:
                    break
                at += 1
            at += 1
        close = at
        at = min(at + 1, end)
        while at < end and text[at] not in (sign, "\n"):
            at += 1
        if not text[close + 1 : at].strip():
            return trimmed(text, inner, close), at
    plain = _PLAIN[sign].match(text, start, end)
    at = plain.end() if plain else start
    return trimmed(text, start, at), at


def sniff(text: str, region: Span, *, sure: bool) -> list[Row] | None:
    """The rows of a region that is a table from first to last, or `None`.

    With `sure` (the file's name says that it is one) one column break and rows of uneven length will do. Without, the
    table must be certain: at least three columns in every row, and cells that do not begin with a space as the
    clauses of a sentence do.
    """
    best: list[Row] | None = None
    head = text[region.start : region.start + 2000]
    for sign in SIGNS:
        if sign not in head:
            continue
        rows = rows_of(text, region, sign, even=not sure)
        if not _plausible(text, rows, sign, sure):
            continue
        if best is None or len(rows[0].cells) > len(best[0].cells):
            best = rows
    return best


def _plausible(text: str, rows: Sequence[Row], sign: str, sure: bool) -> bool:
    if len(rows) < 2:
        return False
    width = len(rows[0].cells)
    even = sum(len(row.cells) == width for row in rows)
    if sure:
        return width >= 2 and even >= 0.6 * len(rows)
    if width < LEAST_CELLS or even != len(rows) or any(not text[cell.start : cell.end] for cell in rows[0].cells[:2]):
        return False
    spaced = sum(text[cell.start - 1] == " " for row in rows for cell in row.cells[1:] if cell.start < cell.end)
    total = sum(len(row.cells) - 1 for row in rows)
    short = all(cell.end - cell.start <= 160 for cell in rows[0].cells)
    return short and (sign in "\t|" or spaced <= 0.2 * total)
