"""A text that a reader writes itself, paragraph by paragraph, for formats whose bytes are not text (PDF, DOCX, XML)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from graph.model import Block, Field, Node, Span
from graph.reading import metadata
from graph.reading.decoding import without_controls
from graph.reading.delimited import Row
from graph.reading.draft import Draft, in_order
from graph.reading.lines import BULLET
from graph.reading.structure import blocks_of_units
from graph.reading.tables import table_blocks
from graph.reading.text_reader import dateline, title_in
from graph.reading.units import Unit, UnitKind
from graph.reading.values import is_long, prose_in

_Pending = Callable[[str], list[Block]]


class Entry(NamedTuple):
    """A line of a record: label and value, and the places of an XML source, as (path, text), that each stands for."""

    label: str
    value: str
    label_from: tuple[tuple[str, str], ...] = ()
    value_from: tuple[tuple[str, str], ...] = ()


class Sheet:
    """Collects paragraphs, tables and records in reading order, and asides (running headers, notes) after them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._units: list[Unit] = []
        self._pending: list[_Pending] = []
        self._asides: list[str] = []
        self._nodes: list[Node] = []

    def paragraph(self, text: str, kind: UnitKind = "text", level: int = 0) -> None:
        """A paragraph; of plain text, a bullet at its start makes it a list item."""
        shown = _clean(text)
        if not shown:
            return
        if kind == "text" and BULLET.match(shown):
            kind = "bullet"
        start = self._write(shown, "\n\n")
        self._units.append(Unit(kind, start, start + len(shown), shown, level, True))

    def item(self, text: str, level: int = 0) -> None:
        """A list item whose bullet is not part of the text."""
        shown = _clean(text)
        if shown:
            self.paragraph(f"• {shown}", "bullet", level)

    def table(self, rows: Sequence[Sequence[str]], *, header: bool | None) -> None:
        """A table, a line for each row. `header` says whether the first row names the columns; `None`: judge by it."""
        self._settle()
        made: list[Row] = []
        for cells in rows:
            spans: list[Span] = []
            for text in cells:
                shown = " ".join(_clean(text).split("\n"))
                start = self._write(shown, "\t" if len(spans) + 1 < len(cells) else "\n")
                spans.append(Span(start, start + len(shown)))
            if spans and any(span.end > span.start for span in spans):
                made.append(Row(Span(spans[0].start, max(span.end for span in spans)), tuple(spans)))
        self._write("", "\n")
        self._pending.append(lambda text: _table_blocks(text, made, header))

    def record(self, entries: Sequence[Entry], about: Literal["document", "row"]) -> None:
        """A record as `Label: value` lines; a long value is prose as well."""
        self._settle()
        first, fields = self._length, []
        for label, value, label_from, value_from in entries:
            shown = _clean(value)
            if not shown:
                continue
            start = self._write(f"{label}: {shown}", "\n")
            at = start + len(label) + 2
            fields.append(Field(label, Span(at, at + len(shown)), Span(start, start + len(label))))
            self._nodes += [Node(Span(start, start + len(label)), path, said) for path, said in label_from]
            self._nodes += [Node(Span(at, at + len(shown)), path, said) for path, said in value_from]
        if not fields:
            return
        self._write("", "\n")
        block = Block("record", Span(first, self._length - 2), fields=tuple(fields), about=about)
        self._pending.append(lambda text: _record_blocks(text, block))

    def aside(self, text: str) -> None:
        """Text that is not part of the flow: it goes to the end, once, as boilerplate."""
        shown = _clean(text)
        if shown and shown not in self._asides:
            self._asides.append(shown)

    def draft(self, title: str | None = None) -> Draft:
        """All of it as a draft; `title` is what the file itself says, taken where the text shows none."""
        self._settle()
        asides = []
        for shown in self._asides:
            start = self._write(shown, "\n")
            asides.append(Block("boilerplate", Span(start, start + len(shown))))
        text = "".join(self._parts)
        blocks = _with_title([block for make in self._pending for block in make(text)])
        blocks += asides
        first = next((block for block in blocks if block.kind == "record" and block.about == "document"), None)
        known = metadata.from_fields(text, first.fields) if first else Draft("", ())
        shown_title = title_in(text, blocks) or known.title or title
        return replace(
            known,
            text=text,
            blocks=in_order(blocks),
            title=shown_title,
            published=known.published or dateline(text, blocks),
            nodes=tuple(self._nodes),
        )

    def _write(self, text: str, end: str) -> int:
        start = self._length
        self._parts.append(text + end)
        self._length += len(text) + len(end)
        return start

    def _settle(self) -> None:
        """Close the row of paragraphs, before something else follows them."""
        if self._units:
            units, self._units = self._units, []
            self._pending.append(lambda text: blocks_of_units(text, units))


def _table_blocks(text: str, rows: list[Row], header: bool | None) -> list[Block]:
    if max((len(row.cells) for row in rows), default=0) <= 1:
        return [Block("prose", row.cells[0]) for row in rows]
    return table_blocks(text, rows, header=header)


def _record_blocks(text: str, block: Block) -> list[Block]:
    long = (field.value for field in block.fields if is_long(text, field.value))
    return [block, *(part for value in long for part in prose_in(text, value))]


def _clean(text: str) -> str:
    """Text without control characters, and without white space at the ends of its lines."""
    lines = without_controls(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _with_title(blocks: list[Block]) -> list[Block]:
    """The blocks with the first of the highest headings made the title, unless there is one."""
    if any(block.kind == "title" for block in blocks):
        return blocks
    top = min((block.level for block in blocks if block.kind == "heading"), default=0)
    for index, block in enumerate(blocks):
        if block.kind == "heading" and block.level == top and top <= 2:
            return [*blocks[:index], replace(block, kind="title"), *blocks[index + 1 :]]
    return blocks
