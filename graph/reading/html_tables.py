"""HTML's tables as rows of cells: cells that go over several columns or rows stand in each of them, and the rows that
name the columns are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from graph.model import Block, Span
from graph.reading.delimited import Row
from graph.reading.html_walk import WIDEST, Cell
from graph.reading.tables import table_blocks


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a table: the cells in its columns, and where those stand that the row itself brings."""

    cells: tuple[Cell, ...]
    span: Span

    @property
    def names_columns(self) -> bool:
        """Whether the row has nothing but header cells."""
        return len(self.cells) > 1 and all(cell.header for cell in self.cells)

    @property
    def labelled(self) -> bool:
        """Whether the row is a header cell and its value."""
        return len(self.cells) == 2 and self.cells[0].header and not self.cells[1].header


def html_table(text: str, rows: Sequence[Sequence[Cell]]) -> list[Block]:
    """The blocks of a table of data."""
    grid = _grid([row for row in rows if row])
    if all(line.labelled for line in grid):
        return table_blocks(text, [_row(line) for line in grid], labelled=True)
    headers = list(takewhile(lambda line: line.names_columns, grid))
    several = 1 < len(headers) < len(grid)
    merged = [_merged(headers), *map(_row, grid[len(headers) :])] if several else [_row(line) for line in grid]
    wide = len(grid[0].cells) != 2 or bool(headers)
    return table_blocks(text, merged, header=True if wide else None)


def _grid(rows: Sequence[Sequence[Cell]]) -> list[_Line]:
    """The rows with each cell in all the columns and rows that it goes over; one that is a row of its own stands
    there once."""
    grid: list[_Line] = []
    hanging: dict[int, tuple[Cell, int]] = {}  # by column: a cell from above, and for how many more rows
    for row in rows:
        cells: list[Cell] = []
        waiting = list(row)
        while len(cells) < WIDEST and (waiting or len(cells) in hanging):
            column = len(cells)
            if column in hanging:
                cell, left = hanging.pop(column)
                cells.append(cell)
                if left > 1:
                    hanging[column] = (cell, left - 1)
                continue
            cell = waiting.pop(0)
            for place in range(column, column + (1 if len(row) == 1 else cell.across)):
                cells.append(cell)
                if cell.down > 1:
                    hanging[place] = (cell, cell.down - 1)
        grid.append(_Line(tuple(cells), Span(row[0].start, max(cell.end for cell in row))))
    return grid


def _merged(headers: Sequence[_Line]) -> Row:
    """Several rows of headers as one: of each column the lowest that says something."""
    width = max(len(line.cells) for line in headers)
    columns = [[line.cells[c] for line in headers if c < len(line.cells)] for c in range(width)]
    told = [next((cell for cell in reversed(column) if cell.end > cell.start), column[0]) for column in columns]
    return _row(_Line(tuple(told), Span(headers[0].span.start, headers[-1].span.end)))


def _row(line: _Line) -> Row:
    return Row(line.span, tuple(Span(cell.start, cell.end) for cell in line.cells))
