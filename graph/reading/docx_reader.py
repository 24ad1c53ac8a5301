"""Word documents (DOCX): headings, paragraphs, lists, tables in order; headers, footers and footnotes as asides.

Read straight from the package's XML, so that text in content controls, in tracked insertions and in text boxes is not
lost, and deleted text is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.reading.decoding import without_invisible
from graph.reading.draft import Draft, one_line
from graph.reading.errors import ReadingError
from graph.reading.packages import open_package, read_member
from graph.reading.sheet import Sheet
from graph.reading.xml_tree import Element, XmlError, parse_xml

_OLD_WORD = b"\xd0\xcf\x11\xe0"
_LARGEST = 300_000_000
_BODY = "word/document.xml"
_ASIDES = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")
_HEADING = re.compile(r"heading (\d)", re.I)
_NOT_TEXT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "tbl"})
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(data: bytes, where: Path | str) -> Draft:
    """The draft of a Word document."""
    if data.startswith(_OLD_WORD):
        raise ReadingError(
            where, "it is an old Word file (.doc) or encrypted", "Open it in a word processor and save it as DOCX."
        )
    package = open_package(data, where, largest=_LARGEST)
    names = package.namelist()
    if _BODY not in names:
        raise ReadingError(where, "it is no Word document: its main part is missing", "Save it as DOCX again.")

    def part(name: str) -> Element:
        try:
            return parse_xml(read_member(package, name, where))
        except XmlError as error:
            raise ReadingError(where, f"its part {name} cannot be read ({error})", "Save it as DOCX again.") from error

    styles = _styles(part("word/styles.xml")) if "word/styles.xml" in names else {}
    sheet = Sheet()
    body = part(_BODY).first("body")
    if body is not None:
        _Body(sheet, styles).take(body)
    for name in sorted(set(names)):
        if _ASIDES.fullmatch(name):
            _asides(sheet, part(name))
    title = _core_title(part("docProps/core.xml")) if "docProps/core.xml" in names else None
    return sheet.draft(title)


class _Body:
    """Writes the body of a document to a sheet."""

    def __init__(self, sheet: Sheet, styles: dict[str, str]) -> None:
        self.sheet = sheet
        self.styles = styles

    def take(self, parent: Element) -> None:
        """All paragraphs and tables of an element, in order."""
        for child in parent.children:
            if child.name == "p":
                self.paragraph(child)
            elif child.name == "tbl":
                self.table(child)
            elif child.name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
                self.take(child)

    def paragraph(self, element: Element) -> None:
        """One paragraph, by its style, and what stands in its text boxes."""
        text = text_of(element)
        settings = element.first("pPr")
        reference = settings.first("pStyle") if settings else None
        style = self.styles.get(reference.attributes.get("val", ""), "") if reference else ""
        if heading := _HEADING.fullmatch(style):
            self.sheet.paragraph(text, "heading", int(heading[1]) + 1)
        elif style == "title":
            self.sheet.paragraph(text, "heading", 1)
        elif style.startswith("list") or (settings is not None and settings.first("numPr") is not None):
            self.sheet.item(text, _depth(settings))
        else:
            self.sheet.paragraph(text)
        for inner in element.walk():
            if inner.name == "txbxContent":
                self.take(inner)

    def table(self, element: Element) -> None:
        """A table; one that only lays out the page gives its paragraphs."""
        rows = [list(_cells(row)) for row in _rows(element)]
        if max((len(row) for row in rows), default=0) <= 1:
            for row in rows:
                for cell in row:
                    self.take(cell)
            return
        texts = [[_cell_text(cell) for cell in row] for row in rows]
        headed = any(inner.name == "tblHeader" for inner in element.walk())
        width = max(len(row) for row in rows)
        self.sheet.table(texts, header=True if headed or width > 2 else None)
        for row in rows:
            for cell in row:
                for inner in cell.children:
                    if inner.name == "tbl":
                        self.table(inner)


def text_of(element: Element) -> str:
    """The text of a paragraph as a reader sees it: insertions yes, deletions and field codes no."""
    return "".join(_runs(element))


def _runs(element: Element) -> Iterator[str]:
    for child in element.children:
        if child.name in _NOT_TEXT or child.name == "txbxContent":
            continue
        if child.name == "t":
            yield without_invisible(child.text)
        elif child.name == "tab":
            yield "\t"
        elif child.name in ("br", "cr"):
            yield "\n"
        elif child.name == "noBreakHyphen":
            yield "-"
        elif child.name == "softHyphen":
            continue
        else:
            yield from _runs(child)


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children:
        if child.name == "tr":
            yield child
        elif child.name in ("sdt", "sdtContent", "customXml"):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row.children:
        if child.name == "tc":
            yield child
            span = next((inner for inner in child.walk() if inner.name == "gridSpan"), None)
            extra = int(span.attributes.get("val", "1")) - 1 if span and span.attributes.get("val", "").isdigit() else 0
            for _ in range(min(extra, 60)):
                yield Element("tc")
        elif child.name in ("sdt", "sdtContent", "customXml"):
            yield from _cells(child)


def _cell_text(cell: Element) -> str:
    paragraphs = (text_of(inner) for inner in cell.walk() if inner.name == "p")
    return "; ".join(shown for text in paragraphs if (shown := one_line(text)))


def _depth(settings: Element | None) -> int:
    level = next((inner for inner in settings.walk() if inner.name == "ilvl"), None) if settings else None
    value = level.attributes.get("val", "0") if level else "0"
    return int(value) if value.isdigit() else 0


def _styles(root: Element) -> dict[str, str]:
    """The built-in name of each style; these names are English in every edition of the program."""
    names: dict[str, str] = {}
    for style in root.all("style"):
        name = style.first("name")
        if name is not None:
            names[style.attributes.get("styleId", "")] = name.attributes.get("val", "").casefold()
    return names


def _asides(sheet: Sheet, root: Element) -> None:
    for child in root.children:
        if child.attributes.get("type") in _SEPARATORS:
            continue
        paragraphs = [child] if child.name == "p" else [inner for inner in child.walk() if inner.name == "p"]
        for paragraph in paragraphs:
            sheet.aside(text_of(paragraph))


def _core_title(root: Element) -> str | None:
    found = root.first("title")
    return one_line(found.text) or None if found is not None else None
