"""PDF: the text of each page put back into paragraphs; ruled tables as tables; running headers, page numbers and notes
as asides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.reading.draft import Draft, one_line
from graph.reading.errors import ReadingError, note
from graph.reading.lines import BULLET, NUMBERED, is_terminated, label_length
from graph.reading.pdf_lines import Line, lines_of
from graph.reading.pdf_tables import Grid, grids_of, ruled
from graph.reading.sheet import Sheet

MAX_PAGES = 3_000
_PASSWORD = 4
_PAGE_NUMBER = re.compile(r"\W*(?:\w{1,8}\.?\s)?\d{1,4}(?:\s?(?:/|\w{1,4})\s?\d{1,4})?\W*")
_NOTE = re.compile(r"\s*(?:\d{1,3}|\*{1,3}|[a-z])[\s.)]\s*\S")
_SMALL, _LARGE = 0.95, 1.12  # of the size of the text
_HYPHENS = "\x02\ufffe\u00ad"
_FILE_LIKE = re.compile(r"\.\w{2,5}$|^Microsoft Word|^untitled", re.I)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and the tables that some of them are in."""

    lines: list[Line]
    grids: Sequence[Grid] = ()

    def grid_at(self, line: Line) -> Grid | None:
        """The table that a line is in."""
        return next((grid for grid in self.grids if grid.holds(line.across, line.up)), None)


def read_pdf(data: bytes, where: Path | str) -> Draft:
    """The draft of a PDF file."""
    try:
        import pypdfium2  # type: ignore[import-untyped, unused-ignore]  # an extra, and slow to import
    except ImportError as error:
        raise ReadingError(where, "the reader of PDF is not installed", "pip install 'integraph[pdf]'") from error
    if b"%%EOF" not in data[-2048:]:
        raise ReadingError(where, "the PDF is cut off before its end", "Fetch it again.")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise ReadingError(where, "the PDF is encrypted", "Save it without a password.") from error
        raise ReadingError(where, f"the PDF is damaged ({error})", "Fetch it again.") from error
    try:
        pages = _pages(document, data, where)
        title = str(document.get_metadata_dict().get("Title", ""))
    except pypdfium2.PdfiumError as error:
        raise ReadingError(where, f"the PDF is damaged ({error})", "Fetch it again.") from error
    finally:
        document.close()
    _check(pages, where)
    return _written(pages).draft(None if _FILE_LIKE.search(title) else one_line(title) or None)


def _pages(document: Any, data: bytes, where: Path | str) -> list[Page]:
    count = len(document)
    if count == 0:
        raise ReadingError(where, "the PDF has no pages", "Fetch it again.")
    if count > MAX_PAGES:
        raise ReadingError(where, f"the PDF has {count} pages, more than {MAX_PAGES}", "Split the file.")
    pages, drawn = [], []
    for number in range(count):
        page = document.get_page(number)
        text = page.get_textpage()
        pages.append(lines_of(text, float(page.get_height())))
        if pages[-1] and ruled(page):
            drawn.append(number)
        text.close()
        page.close()
    grids = grids_of(data, drawn)
    return [Page(lines, grids.get(number, ())) for number, lines in enumerate(pages)]


def _check(pages: Sequence[Page], where: Path | str) -> None:
    """Pages without text are pictures of text: say so, and refuse a file of nothing else."""
    bare = [number for number, page in enumerate(pages, 1) if not any(line.text.strip() for line in page.lines)]
    if len(bare) == len(pages):
        raise ReadingError(
            where, f"its {len(pages)} page(s) are pictures without text", "Run text recognition (OCR) on it first."
        )
    if bare:
        shown = ", ".join(map(str, bare[:20])) + (" …" if len(bare) > 20 else "")
        note(f"{len(bare)} of {len(pages)} pages have no text and were not read: {shown}")


def _written(pages: Sequence[Page]) -> Sheet:
    """All pages on one sheet."""
    weights: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            weights[round(line.size, 1)] += len(line.text)
    body = weights.most_common(1)[0][0]
    sheet = Sheet()
    flow = _flow(pages, body, sheet)
    sizes = sorted({round(x.size, 1) for x in flow if isinstance(x, Line) and x.size > _LARGE * body}, reverse=True)
    for _, run in groupby(flow, key=lambda part: part if isinstance(part, Grid) else None):
        parts = list(run)
        if isinstance(parts[0], Grid):
            sheet.table(parts[0].rows, header=None)
            continue
        for paragraph in _paragraphs([part for part in parts if isinstance(part, Line)], body):
            text = _joined(paragraph)
            size = round(paragraph[0].size, 1)
            if size in sizes and len(text.split()) <= 30:
                sheet.paragraph(text, "heading", min(sizes.index(size) + 1, 6))
            else:
                sheet.paragraph(text)
    return sheet


def _flow(pages: Sequence[Page], body: float, sheet: Sheet) -> list[Line | Grid]:
    """The lines and tables that one reads one after the other; the rest goes aside. A table's rest joins the table."""
    running = _running([page.lines for page in pages], body)
    flow: list[Line | Grid] = []
    for page in pages:
        small = _notes(page.lines, body)
        placed: list[Grid] = []
        for index, line in enumerate(page.lines):
            grid = page.grid_at(line)
            edge = line.margin or index < 2 or index >= len(page.lines) - 2
            if grid is not None:
                if grid not in placed:
                    placed.append(grid)
                    last = flow[-1] if flow else None
                    if isinstance(last, Grid) and last.goes_on(grid):
                        flow[-1] = last.joined(grid)
                    else:
                        flow.append(grid)
            elif (edge and _is_running(line, running, body)) or index >= small:
                sheet.aside(line.text)
            else:
                flow.append(line)
    return flow


def _core(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()


def _is_running(line: Line, running: set[str], body: float) -> bool:
    """Whether a line at a page's edge is a running header, a page number, or small print in the margin."""
    small = line.margin and line.size < _SMALL * body
    return small or _core(line.text) in running or _PAGE_NUMBER.fullmatch(line.text) is not None


def _running(pages: Sequence[Sequence[Line]], body: float) -> set[str]:
    """What stands at the head or foot of three pages and more, or in the margin of two, numbers aside, in no larger
    print than the text."""
    edges: Counter[str] = Counter()
    margins: Counter[str] = Counter()
    for lines in pages:
        shown = [line for line in lines if line.size <= 1.3 * body]
        edges.update({_core(line.text) for line in [*lines[:2], *lines[-2:]] if line.size <= 1.3 * body})
        margins.update({_core(line.text) for line in shown if line.margin})
    often = {core for core, number in edges.items() if number >= max(3, len(pages) // 3)}
    return often | {core for core, number in margins.items() if number >= max(2, len(pages) // 3)}


def _notes(lines: Sequence[Line], body: float) -> int:
    """The index from which on a page holds only notes in small print."""
    first = len(lines)
    while first > 0 and (lines[first - 1].size < 0.88 * body or _PAGE_NUMBER.fullmatch(lines[first - 1].text)):
        first -= 1
    while first < len(lines) and not _NOTE.match(lines[first].text):
        first += 1
    return first


def _paragraphs(lines: Sequence[Line], body: float) -> Iterator[list[Line]]:
    """Lines that were broken only because they were full, together."""
    open_: list[Line] = []
    for line in lines:
        if open_ and not _continues(open_, line, body):
            yield open_
            open_ = []
        open_.append(line)
    if open_:
        yield open_


def _continues(open_: Sequence[Line], line: Line, body: float) -> bool:
    last, new = open_[-1].text.rstrip(), line.text.lstrip()
    if abs(open_[-1].size - line.size) > 0.6 or BULLET.match(line.text):
        return False
    if last[-1] in _HYPHENS:
        return True
    if line.gap:
        return new[0].islower() and not is_terminated(last) and last[-1] != ":"
    if label_length(new) is not None and (is_terminated(last) or label_length(open_[0].text.lstrip()) is not None):
        return False
    if new[0].islower():
        return True
    return open_[-1].is_full_before(new) or (line.size > _LARGE * body and not NUMBERED.match(new))


def _joined(lines: Sequence[Line]) -> str:
    """The lines as one; a word that was cut at a line's end is whole again."""
    text = ""
    for line in lines:
        new = line.text.strip()
        if text and text[-1] in _HYPHENS:
            text = text[:-1] + ("" if new[:1].islower() else "-") + new
        else:
            text = f"{text} {new}".strip()
    text = re.sub(f"[{_HYPHENS}]\\s*(?=[^\\W\\d_])(?![A-Z])", "", text)
    return re.sub(f"[{_HYPHENS}]", "-", text)
