"""The walk through an HTML document: events to pieces of text with their function."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

from graph.reading.decoding import without_controls, without_invisible

Scope = Literal["main", "navigation", "boilerplate"]
WIDEST = 100  # no cell goes over more columns or rows
_SKIPPED = frozenset(
    "script style template svg noscript select button option iframe object math canvas datalist".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "p div section article main header footer nav aside ul ol li dl dt dd table thead tbody tfoot tr td th caption "
    "blockquote pre figure "
    "figcaption form fieldset address details summary body html hr legend center".split()
) | frozenset(_HEADINGS)
_ROLES: dict[str, Scope] = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "banner": "navigation",
    "search": "navigation",
    "contentinfo": "boilerplate",
    "complementary": "boilerplate",
    "dialog": "boilerplate",
    "alertdialog": "boilerplate",
}
_TAG_SCOPES: dict[str, Scope] = {
    "nav": "navigation",
    "header": "navigation",
    "footer": "boilerplate",
    "aside": "boilerplate",
}
_NAV_CLASS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|breadcrumbs?|pagination|pager|skip|share|sharing|social|related|toolbar)(?:$|[\s_-])",
    re.I,
)
_OTHER_CLASS = re.compile(
    r"(?:^|[\s_-])(?:sidebar|cookies?|consent|gdpr|footer|popup|modal|newsletter|disclaimer|copyright)(?:$|[\s_-])",
    re.I,
)


@dataclass(slots=True)
class Cell:
    """A table cell: where its text stands, and over how many columns and rows it goes."""

    start: int
    end: int
    header: bool
    across: int = 1
    down: int = 1


@dataclass(slots=True)
class Piece:
    """A block of text. `linked`: nothing but a link. `inside`: in the page's main part or an article."""

    kind: Literal["text", "heading", "item", "table", "code"]
    start: int
    end: int
    scope: Scope
    level: int = 0
    linked: bool = False
    inside: bool = False
    rows: list[list[Cell]] = field(default_factory=list)


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
        self.stack: list[tuple[str, Scope]] = []
        self.opened: Counter[str] = Counter()
        self.buffer: list[str] = []
        self.link_chars = 0
        self.tables: list[Piece] = []

    @property
    def scope(self) -> Scope:
        """The function of the part of the page that the walk is in."""
        return self.stack[-1][1] if self.stack else "main"

    def within(self, *tags: str) -> bool:
        """Whether one of these elements is open."""
        return any(self.opened[tag] for tag in tags)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        values = {name: value or "" for name, value in attrs}
        if tag == "br":
            self.buffer.append("\n")
            return
        self.note_meta(tag, values)
        if tag in _BLOCKS:
            self.flush()
        if tag in _VOID:
            return
        if tag in ("li", "p", "tr", "td", "th", "dt", "dd", "option"):
            self.imply_end(tag)
        self.stack.append((tag, self.scope_of(tag, values)))
        self.opened[tag] += 1
        if tag == "table":
            self.tables.append(Piece("table", self.length, self.length, self.scope))
        elif tag == "tr" and self.tables:
            self.tables[-1].rows.append([])
        elif tag in ("td", "th") and self.tables and self.tables[-1].rows:
            spans = (_count(values.get(name, "")) for name in ("colspan", "rowspan"))
            self.tables[-1].rows[-1].append(Cell(self.length, self.length, tag == "th", *spans))

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

    def scope_of(self, tag: str, values: dict[str, str]) -> Scope:
        """The scope that an element opens: its parent's, or the one that its tag, role or class name."""
        if self.scope != "main":
            return self.scope
        if tag in ("body", "html", "main", "article"):
            return "main"
        if tag in _TAG_SCOPES and not (tag == "header" and self.within("main", "article")):
            return _TAG_SCOPES[tag]
        if values.get("role") in _ROLES:
            return _ROLES[values["role"]]
        names = f"{values.get('class', '')} {values.get('id', '')}"
        if self.by_class and tag not in _HEADINGS and names.strip():
            if _NAV_CLASS.search(names):
                return "navigation"
            if _OTHER_CLASS.search(names):
                return "boilerplate"
        return "main"

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
            name = self.stack[index][0]
            if name in same:
                self.cut(index)
                return
            if name in bounds:
                return

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those left open inside it."""
        if tag in _BLOCKS:
            self.flush()
        for index in range(len(self.stack) - 1, max(-1, len(self.stack) - 200), -1):
            if self.stack[index][0] == tag:
                self.cut(index)
                return

    def cut(self, index: int) -> None:
        """Close all elements from `index` on."""
        for tag, _ in reversed(self.stack[index:]):
            if tag in _BLOCKS:
                self.flush()
            self.opened[tag] -= 1
            if tag == "table" and self.tables:
                self.end_table()
        del self.stack[index:]

    def end_table(self) -> None:
        """A table is complete; one inside another one becomes a piece of its own all the same."""
        table = self.tables.pop()
        table.end = max((cell.end for row in table.rows for cell in row), default=table.start)
        if table.end > table.start:
            self.pieces.append(table)

    def handle_data(self, data: str) -> None:
        """Text."""
        data = without_invisible(data)
        if self.within("title") and self.within("head"):
            self.title += data
            return
        if not self.within("head", *_SKIPPED):
            self.buffer.append(re.sub(r"[\s\u00a0]+", " ", data) if not self.within("pre") else data)
            if self.within("a"):
                self.link_chars += len(data.strip())

    def flush(self) -> None:
        """Write the collected text out as a piece."""
        lines = [" ".join(line.split()) for line in "".join(self.buffer).split("\n")]
        shown = [without_controls(line) for line in lines if line.strip()]
        linked = bool(shown) and self.link_chars >= 0.9 * sum(map(len, shown))
        self.buffer, self.link_chars = [], 0
        if shown and self.stack and self.stack[-1][0] == "dt" and not shown[-1].endswith(":"):
            shown[-1] += ":"
        for line in shown:
            start = self.length
            self.parts.append(line + "\n")
            self.length += len(line) + 1
            self.place(start, start + len(line), linked)

    def finish(self) -> None:
        """The end of the document: close what is still open."""
        self.flush()
        self.cut(0)

    def place(self, start: int, end: int, linked: bool) -> None:
        """Say what a line of text is: part of a table cell, a heading, an item, a paragraph."""
        cell = next((tag for tag, _ in reversed(self.stack) if tag in ("td", "th", "table", "caption")), "")
        if self.tables and cell in ("td", "th") and self.tables[-1].rows and self.tables[-1].rows[-1]:
            last = self.tables[-1].rows[-1][-1]
            last.start = last.start if last.end > last.start else start
            last.end = end
            return
        level = next((_HEADINGS[tag] for tag, _ in reversed(self.stack) if tag in _HEADINGS), 0)
        depth = self.opened["li"] + self.opened["dd"]
        inside = self.within("main", "article")
        scope: Scope = "main" if level == 1 and self.scope == "navigation" else self.scope
        kind: Literal["text", "heading", "item"] = "heading" if level else "item" if depth else "text"
        self.pieces.append(Piece(kind, start, end, scope, level or max(depth - 1, 0), linked, inside))


def _count(value: str) -> int:
    """Over how many columns or rows a cell goes; a table that says something else says one."""
    return min(int(value[:9]), WIDEST) if value.isascii() and value.isdigit() and int(value[:9]) > 0 else 1
