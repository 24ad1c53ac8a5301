"""Units to blocks: which unit is a heading, a labelled value, a list item, a menu, a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.model import Block, Field, Span
from graph.reading.bar_rows import BarTable, bar_tables_in
from graph.reading.columns import Sheet, sheets_in
from graph.reading.draft import trimmed
from graph.reading.lines import (
    BULLET,
    CELL_SIGNS,
    NUMBERED,
    is_terminated,
    is_upper,
    label_length,
    looks_like_heading,
    next_in_row,
    split_lines,
)
from graph.reading.menus import menu_units
from graph.reading.pairs import is_value, item_span, pair_of
from graph.reading.site_parts import with_site_parts
from graph.reading.tables import pipe_table
from graph.reading.units import Unit, units_of
from graph.reading.values import LONG, field_of, is_long, prose_in

_GROUP = 3
_BYLINE = re.compile(
    r"\W*(?:[^\W\d]{3,10}[^\w:]+)?\d{1,2}\W{1,2}(?:[^\W\d]{1,10}|\d{1,2})\W{1,3}(?:de )?(?:19|20)\d\d\W*"
    r"|\W*(?:19|20)\d\d-\d\d-\d\d\W*"
)


def blocks_of(text: str, region: Span) -> list[Block]:
    """The blocks of a region of running text, with the sheets in two columns and the tables without frames in it."""
    blocks: list[Block] = []
    start = region.start
    sheets: list[Sheet | BarTable] = [*sheets_in(text, region), *bar_tables_in(text, region)]
    for sheet in sorted(sheets, key=lambda sheet: sheet.span.start):
        if sheet.span.start < start:
            continue
        after = Unit("table", sheet.span.start, sheet.span.end, text[sheet.span.start : sheet.span.end])
        blocks += _Builder(text, units_of(text, split_lines(text, Span(start, sheet.span.start))), after).run()
        blocks += sheet.blocks(text)
        start = min(sheet.span.end + 1, region.end)
    return blocks + _Builder(text, units_of(text, split_lines(text, Span(start, region.end)))).run()


class _Builder:
    """One pass over the units; `after` is what stands behind them."""

    def __init__(self, text: str, units: Sequence[Unit], after: Unit | None = None) -> None:
        self.text = text
        self.units = with_site_parts(units)
        self.after = after
        self.menu = menu_units(units)
        self.blocks: list[Block] = []
        self.at = 0
        self.stacked: Block | None = None

    def run(self) -> list[Block]:
        """All blocks, in order."""
        while self.at < len(self.units):
            self.at += self.take(self.units[self.at])
        return self.blocks

    def take(self, unit: Unit) -> int:
        """Make blocks of the unit, and say how many units that took."""
        if unit.kind in ("furniture", "note", "aside", "code", "navigation"):
            self.add("navigation" if unit.kind == "navigation" else "boilerplate", Span(unit.start, unit.end))
        elif self.at in self.menu:
            self.menu_unit(unit, self.menu[self.at])
        elif unit.kind == "heading":
            self.heading(unit, unit.level)
        elif unit.kind == "table":
            self.blocks.extend(pipe_table(self.text, Span(unit.start, unit.end)))
        elif _BYLINE.fullmatch(unit.text.strip()) and unit.kind == "text":
            self.add("boilerplate", Span(unit.start, unit.end))
        elif used := self.labelled():
            return used
        elif unit.kind == "bullet":
            self.bullet(unit)
        else:
            self.paragraph(unit)
        return 1

    def add(self, kind: str, span: Span, level: int = 0) -> None:
        """A block without fields, if there is anything in it."""
        span = trimmed(self.text, span.start, span.end)
        if span.end <= span.start:
            return
        match kind:
            case "heading" | "prose" | "item" | "navigation" | "boilerplate":
                self.blocks.append(Block(kind, span, level))
            case _:
                raise ValueError(f"no such kind of block here: {kind}")

    def menu_unit(self, unit: Unit, glued: int) -> None:
        """A menu entry; after `glued` characters of it a teaser may begin, which is prose."""
        self.add("navigation", Span(unit.start, unit.start + glued if glued else unit.end))
        if glued:
            self.add("prose", Span(unit.start + glued, unit.end))

    def heading(self, unit: Unit, level: int) -> None:
        """A heading without its Markdown signs."""
        start, end = unit.start, unit.end
        while start < end and self.text[start] in "#*_ \t":
            start += 1
        while end > start and self.text[end - 1] in "#*_ \t":
            end -= 1
        self.add("heading", Span(start, end), level)

    def bullet(self, unit: Unit) -> None:
        """A list item, or a numbered heading."""
        following = self.following()
        if NUMBERED.match(unit.text) and looks_like_heading(unit.text) and following is not None:
            neighbours = [other for other in (self.before(), following) if other is not None]
            empty = next_in_row(unit.text, following.text)
            if not empty and all(other.kind != "bullet" or len(other.text) > LONG for other in neighbours):
                self.add("heading", Span(unit.start, unit.end), 2)
                return
        mark = BULLET.match(unit.text)
        self.add("item", Span(unit.start + (mark.end() if mark else 0), unit.end), unit.level)

    def paragraph(self, unit: Unit) -> None:
        """A heading that only its looks betray, or prose."""
        numbered = NUMBERED.match(unit.text)
        body = unit.text[numbered.end() :] if numbered else unit.text
        opening = all(block.kind in ("navigation", "boilerplate") for block in self.blocks)
        following = self.following("aside")
        if opening and len(body.split()) <= 6 and body[0].islower() and not is_terminated(body):
            self.add("boilerplate", Span(unit.start, unit.end))
        elif looks_like_heading(body, opening) and following is not None and following.kind != "navigation":
            level = numbered["number"].count(".") + 1 if numbered else 2 if is_upper(body) else 3
            self.add("heading", Span(unit.start, unit.end), level)
        else:
            quote = re.match(r"\s*>+\s?", unit.text)
            self.add("prose", Span(unit.start + (quote.end() if quote else 0), unit.end))

    def before(self) -> Unit | None:
        """The unit before this one."""
        return self.units[self.at - 1] if self.at else None

    def following(self, *over: str) -> Unit | None:
        """The next unit that is neither page furniture nor of a kind to look `over`."""
        for index in range(self.at + 1, len(self.units)):
            if self.units[index].kind not in ("furniture", "note", *over):
                return self.units[index]
        return self.after

    def labelled(self) -> int:
        """A record of `Label: value` units that begin here; how many units it took, 0 for none."""
        pairs: list[tuple[Span, Span]] = []
        for index in range(self.at, len(self.units)):
            unit = self.units[index]
            pair = pair_of(unit)
            if pair is None or (pairs and (is_long(self.text, pair[1]) or unit.kind != self.units[self.at].kind)):
                break
            if unit.gap and len(pairs) >= _GROUP and self._label(pair) == self._label(pairs[0]):
                break  # the next sheet of a row begins with the same label
            pairs.append(pair)
            if is_long(self.text, pair[1]):
                break
        if not pairs:
            return self.label_alone()
        if len(pairs) == 1 and (used := self.list_begun(*pairs[0])):
            return used
        if len(pairs) < _GROUP and any(sign in self.text[pairs[0][0].end : pairs[0][1].start] for sign in CELL_SIGNS):
            return 0
        if len(pairs) == 1 and self.titled(*pairs[0]):
            return 1
        if (
            self.units[self.at].kind == "bullet"
            and len(pairs) < _GROUP
            and any(is_long(self.text, v) for _, v in pairs)
        ):
            return 0
        used = len(pairs) if len(pairs) >= _GROUP else 1
        self.record([field_of(self.text, label, value) for label, value in pairs[:used]], used)
        return used

    def _label(self, pair: tuple[Span, Span]) -> str:
        return self.text[pair[0].start : pair[0].end].strip().casefold()

    def list_begun(self, label: Span, value: Span) -> int:
        """A label whose value is a list that begins on the label's own line ("Partners: • Kredo", "• Omnia" below); how
        many units it took, 0 if it is none."""
        mark, items = BULLET.match(self.text, value.start, value.end), self.list_below()
        if mark is None or not items:
            return 0
        values = [Span(mark.end(), value.end), *map(item_span, items)]
        self.record([field_of(self.text, label, each) for each in values], 1 + len(items), as_items=True)
        return 1 + len(items)

    def titled(self, label: Span, value: Span) -> bool:
        """Whether the unit is a heading of the form "Name: what it is about"; then it becomes one.

        At the head of a document, where "Project: Lantern" and "Lantern: a light for newcomers" look alike, it is both.
        """
        unit, following = self.units[self.at], self.following()
        opening = all(block.kind in ("navigation", "boilerplate") for block in self.blocks)
        if (
            unit.kind != "text"
            or following is None
            or following.kind not in ("text", "bullet")
            or not looks_like_heading(unit.text, opening)
        ):
            return False
        words = len(self.text[label.start : label.end].split()), len(self.text[value.start : value.end].split())
        if words[0] >= 4 and words[1] >= 3 and is_terminated(following.text):
            self.paragraph(unit)
            return True
        if opening and words[1] >= 2 and is_terminated(following.text):
            self.paragraph(unit)
        return False

    def label_alone(self) -> int:
        """A label whose value is the paragraph or the list below it."""
        unit = self.units[self.at]
        bare = unit.text.strip().rstrip("*_ ")
        if unit.kind != "text" or not bare.endswith((":", "：")) or label_length(bare) is None:
            return 0
        label = Span(unit.start, unit.end)
        items = self.list_below()
        if items:
            values = [item_span(item) for item in items]
        elif (below := self.following()) is not None and below.kind == "text" and is_value(below):
            items = [below, *self.lines_below(below)]
            values = [Span(item.start, item.end) for item in items]
        else:
            self.heading(unit, 5)
            return 1
        used = next(index for index in range(self.at, len(self.units)) if self.units[index] is items[-1]) - self.at + 1
        fields = [field_of(self.text, label, value) for value in values]
        self.record(fields, used, as_items=items[0].kind == "bullet")
        self.join_sheet()
        return used

    def join_sheet(self) -> None:
        """Labels with one short value each below them, one after the other, are one record."""
        if self.stacked is not None and self.blocks[-2:-1] == [self.stacked]:
            above, last = self.blocks[-2:]
            if last.kind == "record" and len(last.fields) == 1:
                span = Span(above.span.start, last.span.end)
                self.blocks[-2:] = [replace(above, span=span, fields=above.fields + last.fields)]
        self.stacked = self.blocks[-1] if self.blocks[-1].kind == "record" else None

    def lines_below(self, first: Unit) -> list[Unit]:
        """The short lines that follow a label's first one with no blank line between, as a list without marks; not a
        last one that rather heads the text below it."""
        at = next(i for i in range(self.at, len(self.units)) if self.units[i] is first)
        found: list[Unit] = []
        for unit in self.units[at:]:
            ends = unit.gap and unit is not first
            if ends or unit.kind != "text" or not is_value(unit) or not looks_like_heading(unit.text):
                break
            found.append(unit)
        after = self.units[at + len(found)] if at + len(found) < len(self.units) else None
        if found and after is not None and not after.gap and after.kind in ("text", "bullet") and is_value(after):
            found.pop()
        return found[1:]

    def list_below(self) -> list[Unit]:
        """The list items right below this unit."""
        found: list[Unit] = []
        for index in range(self.at + 1, len(self.units)):
            unit = self.units[index]
            if unit.kind != "bullet" or (found and unit.gap and len(unit.text) > 3 * LONG):
                break
            found.append(unit)
        return found

    def record(self, fields: list[Field], used: int, *, as_items: bool = False) -> None:
        """A record about the document over `used` units, with prose or items for what is long in it."""
        span = trimmed(self.text, self.units[self.at].start, self.units[self.at + used - 1].end)
        self.blocks.append(Block("record", span, fields=tuple(fields), about="document"))
        for item in fields:
            if as_items and (len(self.text[item.value.start : item.value.end].split()) > 5):
                self.add("item", item.value)
            elif not as_items and (
                is_long(self.text, item.value) or is_terminated(self.text[item.value.start : item.value.end])
            ):
                self.blocks.extend(prose_in(self.text, item.value))


def blocks_of_units(text: str, units: Sequence[Unit]) -> list[Block]:
    """The blocks of units that another format's reader has cut."""
    return _Builder(text, units).run()
