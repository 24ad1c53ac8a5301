"""The walk through an HTML document: events to pieces of text with their function."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal, NamedTuple

from graph.reading.decoding import without_controls, without_invisible
from graph.reading.html_scopes import Scope, is_label, scope_of

WIDEST = 100  # no cell goes over more columns or rows
_LONG, _FEW_ROWS = 200, 4
_SKIPPED = frozenset(
    "script style template svg noscript select button option iframe object math canvas datalist".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_TIGHT = frozenset("div br tbody tfoot thead tr html body form center".split())  # blocks without space around them
_WEIGHT = re.compile(r"font-weight:\s*(?:(?P<bold>bold\w*|[6-9]00)|\w+)", re.I)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "p div section article main header footer nav aside ul ol li dl dt dd table thead tbody tfoot tr td th caption "
    "blockquote pre figure "
    "figcaption form fieldset address details summary body html hr legend center".split()
) | frozenset(_HEADINGS)


@dataclass(slots=True)
class Cell:
    """A table cell: where its text stands, over how many columns and rows it goes, and the pieces of text in it."""

    start: int
    end: int
    header: bool
    across: int = 1
    down: int = 1
    pieces: list[Piece] = field(default_factory=list)

    def holds_page_parts(self, rows: int) -> bool:
        """Whether there is more in the cell than a table of so many rows has in its cells: a table, a heading above
        other text, the page's own heading, or paragraphs."""
        long = sum(piece.end - piece.start > _LONG and piece.kind == "text" for piece in self.pieces)
        headed = any(piece.kind == "heading" and (len(self.pieces) > 1 or piece.level == 1) for piece in self.pieces)
        return headed or any(piece.kind == "table" for piece in self.pieces) or (long > 1 and rows < _FEW_ROWS)


@dataclass(slots=True)
class Piece:
    """A block of text. `linked`: nothing but a link; `inside`: in the page's main part or an article; `bold`: in bold
    print throughout; `apart`: there is space above it, as above a paragraph, not only a new line; `label`: its element
    is the label of what follows."""

    kind: Literal["text", "heading", "item", "table", "code"]
    start: int
    end: int
    scope: Scope
    level: int = 0
    linked: bool = False
    inside: bool = False
    bold: bool = False
    apart: bool = True
    label: bool = False
    rows: list[list[Cell]] = field(default_factory=list)

    def unfolded(self) -> list[Piece]:
        """The piece itself; of a table that only lays out the page, the pieces in its cells."""
        if self.kind != "table" or not self.lays_out():
            return [self]
        cells = (cell for row in self.rows for cell in row)
        return [inner for cell in cells for piece in cell.pieces for inner in piece.unfolded()]

    def lays_out(self) -> bool:
        """Whether a table only says what stands where: it has one column, or a cell with a table, with a heading and
        more, or with paragraphs."""
        if max((sum(cell.end > cell.start for cell in row) for row in self.rows), default=0) <= 1:
            return True
        return any(cell.holds_page_parts(len(self.rows)) for row in self.rows for cell in row)


class _Run(NamedTuple):
    """Text in one print: whether it is part of a link, and whether it is bold."""

    text: str
    linked: bool
    bold: bool


class _Open(NamedTuple):
    """An open element; `label`: what it holds is the label of what follows."""

    tag: str
    scope: Scope
    bold: bool
    label: bool


class Walk(HTMLParser):
    """Collects `parts` (the text), `pieces` and `meta` of one document."""

    def __init__(self, *, by_class: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.by_class = by_class
        self.parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.meta: list[tuple[str, str]] = []
        self.title = ""
        self.stack: list[_Open] = []
        self.opened: Counter[str] = Counter()
        self.buffer: list[_Run] = []
        self.apart = True
        self.tables: list[Piece] = []

    @property
    def scope(self) -> Scope:
        """The function of the part of the page that the walk is in."""
        return self.stack[-1].scope if self.stack else "main"

    def within(self, *tags: str) -> bool:
        """Whether one of these elements is open."""
        return any(self.opened[tag] for tag in tags)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        values = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.buffer.append(_Run("\n", False, False))
            return
        self.note_meta(tag, values)
        if tag in _BLOCKS:
            self.flush()
            self.apart |= tag not in _TIGHT
        if tag in _VOID:
            return
        if tag in ("li", "p", "tr", "td", "th", "dt", "dd", "option"):
            self.imply_end(tag)
        self.stack.append(self.opening(tag, values))
        self.opened[tag] += 1
        if tag == "table":
            self.tables.append(Piece("table", self.length, self.length, self.scope))
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])
        elif tag in ("td", "th") and self.tables and self.tables[-1].rows:
            across, down = (_count(values.get(name, "")) for name in ("colspan", "rowspan"))
            self.tables[-1].rows[-1].append(Cell(self.length, self.length, tag == "th", across, down))

    def note_meta(self, tag: str, values: dict[str, str]) -> None:
        """Metadata in attributes."""
        if tag == "html" and values.get("lang"):
            self.meta.append(("lang", values["lang"]))
        elif tag == "meta" and values.get("content"):
            name = values.get("property") or values.get("name") or values.get("http-equiv") or ""
            if name.casefold() != "og:title":
                self.meta.append((name, values["content"]))
        elif tag == "link" and values.get("rel", "").casefold() == "canonical":
            self.meta.append(("canonical", values.get("href", "")))
        elif tag == "time" and values.get("datetime") and not self.tables:
            self.meta.append(("published", values["datetime"]))

    def opening(self, tag: str, values: dict[str, str]) -> _Open:
        """What an element opens: the scope and print of its parent, or its own."""
        scope: Scope = self.scope
        if scope == "main":
            scope = scope_of(tag, values, by_class=self.by_class, inside=self.within("main", "article"))
        weight = _WEIGHT.search(values.get("style", ""))
        inherited = self.stack[-1].bold if self.stack else False
        bold = tag in ("b", "strong") or inherited if weight is None else weight["bold"] is not None
        return _Open(tag, scope, bold, tag == "dt" or is_label(values.get("class", "")))

    def imply_end(self, tag: str) -> None:
        """Close an open element of the same sort, as HTML lets authors leave out end tags."""
        same = {"td": ("td", "th"), "th": ("td", "th"), "dt": ("dt", "dd"), "dd": ("dt", "dd")}.get(tag, (tag,))
        bounds = {
            "li": ("ul", "ol"),
            "tr": ("table",),
            "td": ("tr", "table"),
            "th": ("tr", "table"),
            "dt": ("dl",),
            "dd": ("dl",),
        }.get(tag, ("div", "td", "li", "section"))
        for index in range(len(self.stack) - 1, -1, -1):
            name = self.stack[index].tag
            if name in same:
                self.cut(index)
                return
            if name in bounds:
                return

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those left open inside it."""
        if tag in _BLOCKS:
            self.flush()
            self.apart |= tag not in _TIGHT
        for index in range(len(self.stack) - 1, max(-1, len(self.stack) - 200), -1):
            if self.stack[index].tag == tag:
                if self.stack[index].label and tag not in _BLOCKS:
                    self.end_label(self.stack[index].bold)
                self.cut(index)
                return

    def end_label(self, bold: bool) -> None:
        """A label inside a line has ended: a colon says so."""
        text = "".join(run.text for run in self.buffer).rstrip()
        if text and not text.endswith(":"):
            self.buffer.append(_Run(": ", False, bold))

    def cut(self, index: int) -> None:
        """Close all elements from `index` on."""
        for tag in (element.tag for element in reversed(self.stack[index:])):
            if tag in _BLOCKS:
                self.flush()
            self.opened[tag] -= 1
            if tag == "table" and self.tables:
                self.end_table()
        del self.stack[index:]

    def end_table(self) -> None:
        """A table is complete: a piece of the page, or of the cell that it stands in."""
        table = self.tables.pop()
        cells = [cell for row in table.rows for cell in row]
        table.end = max((cell.end for cell in cells), default=table.start)
        if any(cell.pieces for cell in cells):
            self.add(table)

    def add(self, piece: Piece) -> None:
        """Put a piece where it stands: in the open cell of a table, or on the page."""
        rows = self.tables[-1].rows if self.tables else []
        if not self.tables or not rows or not rows[-1] or not self.within("td", "th"):
            self.pieces.append(piece)
            return
        cell = rows[-1][-1]
        cell.pieces.append(piece)
        if piece.kind != "table":
            cell.start = cell.start if cell.end > cell.start else piece.start
            cell.end = piece.end

    def handle_data(self, data: str) -> None:
        """Text."""
        data = without_invisible(data)
        if self.within("title") and self.within("head"):
            self.title += data
            return
        if not self.within("head", *_SKIPPED):
            shown = data if self.within("pre") else re.sub(r"[\s\u00a0]+", " ", data)
            self.buffer.append(_Run(shown, self.within("a"), bool(self.stack) and self.stack[-1].bold))

    def flush(self) -> None:
        """Write the collected text out as pieces, one a line."""
        lines = _lines(self.buffer)
        self.buffer = []
        for line in lines:
            text = without_controls(" ".join("".join(run.text for run in line).split()))
            if not text:
                continue
            label = line is lines[-1] and bool(self.stack) and self.stack[-1].label
            if label and not text.endswith(":"):
                text += ":"
            shown = sum(len(run.text.strip()) for run in line)
            linked = sum(len(run.text.strip()) for run in line if run.linked) >= 0.9 * shown
            start = self.length
            self.parts.append(text + "\n")
            self.length += len(text) + 1
            bold = all(run.bold for run in line if any(map(str.isalnum, run.text)))
            self.place(Piece("text", start, start + len(text), self.scope, 0, linked, False, bold, self.apart, label))
            self.apart = False

    def finish(self) -> None:
        """The end of the document: close what is still open."""
        self.flush()
        self.cut(0)

    def place(self, piece: Piece) -> None:
        """Say what a line of text is: a heading, an item, a paragraph."""
        level = next((_HEADINGS[element.tag] for element in reversed(self.stack) if element.tag in _HEADINGS), 0)
        depth = self.opened["li"] + self.opened["dd"]
        piece.inside = self.within("main", "article")
        piece.scope = "main" if level == 1 and self.scope == "navigation" else self.scope
        piece.kind = "heading" if level else "item" if depth else "text"
        piece.level = level or max(depth - 1, 0)
        self.add(piece)


def _lines(runs: Sequence[_Run]) -> list[list[_Run]]:
    """The lines of runs of text that have something to show; a run may hold several."""
    lines: list[list[_Run]] = [[]]
    for run in runs:
        first, *more = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        lines += [[run._replace(text=text)] for text in more]
    return [line for line in lines if any(run.text.strip() for run in line)]


def _count(value: str) -> int:
    """Over how many columns or rows a cell goes; a table that says something else says one."""
    return min(int(value[:9]), WIDEST) if value.isascii() and value.isdigit() and int(value[:9]) > 0 else 1
