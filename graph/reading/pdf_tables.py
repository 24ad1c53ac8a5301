"""Tables with ruled lines on the pages of a PDF, by pdfplumber (the extra `pdf-tables`).

A table is found by the lines that are drawn around its cells, never by the spaces between words, so that no columns of
prose are taken for one. Without the extra, tables are read line by line as any other text.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.reading.errors import note

#: Of one file, so many pages with tables are taken apart; and none with more drawn lines than this (maps, plans).
MAX_TABLE_PAGES = 60
MAX_DRAWINGS = 2_000
#: A cell with more text than this is a part of the page's layout.
MAX_CELL = 1_200
_CUT_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[^\W\d_])(?![A-Z])")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its page (from 0), its rows of cells, and its place in points from the page's lower left."""

    page: int
    rows: tuple[tuple[str, ...], ...]
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, across: float, up: float) -> bool:
        """Whether a point of the page lies in the table."""
        return self.left - 1 <= across <= self.right + 1 and self.bottom - 1 <= up <= self.top + 1

    def goes_on(self, other: Grid) -> bool:
        """Whether `other`, which follows without text between, is the rest of this table on the next page."""
        return other.page == self.page + 1 and len(other.rows[0]) == len(self.rows[0])

    def joined(self, other: Grid) -> Grid:
        """This table with its rest; a header that is printed again is left out."""
        rest = other.rows[1:] if other.rows[0] == self.rows[0] else other.rows
        return replace(self, page=other.page, rows=self.rows + rest)


def ruled(page: Any) -> bool:
    """Whether lines enough for a table are drawn on a page of PDFium, upright and without an offset of its own."""
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]

    if page.get_rotation() or tuple(page.get_mediabox()[:2]) != (0, 0):
        return False
    drawn = 0
    for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=3):
        drawn += 1
        if drawn > MAX_DRAWINGS:
            return False
    return drawn >= 1


def grids_of(data: bytes, pages: Sequence[int]) -> dict[int, list[Grid]]:
    """The tables on these pages (from 0) of a PDF file, from the top down; none where pdfplumber is not installed."""
    if not pages:
        return {}
    try:
        import pdfplumber  # an extra, and slow to import
    except ImportError:
        return {}
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it speaks of fonts, which no reader can mend
    if len(pages) > MAX_TABLE_PAGES:
        note(f"tables were taken apart on the first {MAX_TABLE_PAGES} of {len(pages)} pages that may hold any")
    found: dict[int, list[Grid]] = {}
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number + 1 for number in pages[:MAX_TABLE_PAGES]]) as document:
            for page in document.pages:
                found[page.page_number - 1] = _grids(page)
                page.close()
    except MemoryError:
        raise
    except Exception as error:  # PDFium read these pages: their text is kept, as lines
        note(f"tables were read as lines of text, as they could not be taken apart ({type(error).__name__})")
    return found


def _grids(page: Any) -> list[Grid]:
    """The tables of one page."""
    grids = []
    for table in page.find_tables({"vertical_strategy": "lines", "horizontal_strategy": "lines"}):
        rows = tuple(tuple(_cell(text) for text in row) for row in table.extract())
        if _is_table(rows):
            left, top, right, bottom = map(float, table.bbox)
            height = float(page.height)
            grids.append(Grid(page.page_number - 1, rows, left, height - bottom, right, height - top))
    return sorted(grids, key=lambda grid: (-grid.top, grid.left))


def _cell(text: str | None) -> str:
    """A cell's text on one line; words that were cut at a line's end are whole again."""
    return " ".join(_CUT_WORD.sub("", text or "").split())


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether these rows are a table, not a frame around text: two rows and columns at least, and mostly filled."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    cells = [cell for row in rows for cell in row]
    filled = [cell for cell in cells if cell]
    columns = sum(any(row[at] for row in rows) for at in range(len(rows[0])))
    return columns >= 2 and 2 * len(filled) >= len(cells) and all(len(cell) <= MAX_CELL for cell in filled)
