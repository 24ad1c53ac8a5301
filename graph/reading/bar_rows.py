"""Tables inside running text, without frames: rows whose cells bars, tabs or semicolons part, below a row that names
the columns.

```
Applicant | Project | Grant
Kredo Association | Open Doors | 12,000
Omnia Institute | Lantern | 9,500
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Block, Span
from graph.reading.delimited import LEAST_CELLS, Row
from graph.reading.draft import trimmed
from graph.reading.lines import BULLET, MAX_LABEL_WORDS, Line, split_lines
from graph.reading.tables import table_blocks

_PARTS = (re.compile(r"[ \u00a0]+\|[ \u00a0]+"), re.compile(r"[ \u00a0]*\t+[ \u00a0]*"), re.compile(r";[ \u00a0]*"))
_DIGIT = re.compile(r"\d")
LONGEST_HEAD = 40  # letters of a column's name
LEAST_ROWS, LEAST_PLAIN = 3, 5  # of a table with a number in each row, and of another, with the row of names
FULL_ROW = 2  # cells of a row that hold something


@dataclass(frozen=True, slots=True)
class BarTable:
    """A table: where it stands, and its rows, the first of which names the columns."""

    span: Span
    rows: tuple[Row, ...]

    def blocks(self, text: str) -> list[Block]:
        """A record for each row below the first."""
        return table_blocks(text, self.rows, header=True)


def bar_tables_in(text: str, region: Span) -> Iterator[BarTable]:
    """The tables of a region of text, in order."""
    lines = split_lines(text, region)
    at = 0
    while at < len(lines):
        run = max((_run(text, lines, at, part) for part in _PARTS), key=len)
        if run:
            yield BarTable(Span(lines[at].start, lines[at + len(run) - 1].end), tuple(run))
        at += len(run) or 1


def _run(text: str, lines: Sequence[Line], at: int, part: re.Pattern[str]) -> list[Row]:
    """The rows of a table that begins at a line; none if there is none."""
    if not _names_columns(part.split(lines[at].text.strip())):
        return []
    rows = [_row(text, lines[at], part)]
    for line in lines[at + 1 :]:
        row = _row(text, line, part)
        full = sum(cell.end > cell.start for cell in row.cells)
        if line.blank or len(row.cells) != len(rows[0].cells) or full < FULL_ROW:
            break
        rows.append(row)
    numbered = all(any(_numbered(text, cell) for cell in row.cells) for row in rows[1:])
    different = len({text[row.span.start : row.span.end] for row in rows}) == len(rows)
    least = LEAST_ROWS if numbered else LEAST_PLAIN
    return rows if different and len(rows) >= least and (numbered or part is not _PARTS[-1]) else []


def _numbered(text: str, cell: Span) -> bool:
    """Whether a cell begins or ends with a digit: "3", "48 300 zł", "EUR 12"."""
    return text[cell.start : cell.start + 1].isdigit() or text[cell.end - 1 : cell.end].isdigit()


def _names_columns(cells: Sequence[str]) -> bool:
    """Whether cells are short names without numbers, none a list item."""
    if len(cells) < LEAST_CELLS or cells[0].startswith("|") or BULLET.match(cells[0]):
        return False
    short = all(len(cell) <= LONGEST_HEAD and len(cell.split()) <= MAX_LABEL_WORDS for cell in cells)
    return short and all(cells) and not any(_DIGIT.search(cell) or cell[-1] in "!?:" for cell in cells)


def _row(text: str, line: Line, part: re.Pattern[str]) -> Row:
    """The cells of a line."""
    cells, start = [], line.start
    for sign in part.finditer(text, line.start, line.end):
        cells.append(trimmed(text, start, sign.start()))
        start = sign.end()
    cells.append(trimmed(text, start, line.end))
    return Row(trimmed(text, line.start, line.end), tuple(cells))
