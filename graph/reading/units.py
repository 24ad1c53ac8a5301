"""Lines to units: a paragraph, a list item, a heading, a `Label: value` line, each as one stretch of text.

Texts come hard-wrapped (from PDF), with one paragraph a line (scraped), or with line breaks wherever a page had inline
elements. Which it is, is measured on the document itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from graph.reading import furniture
from graph.reading.lines import BULLET, Line, is_terminated, is_upper, label_length, looks_like_heading
from graph.reading.site_lines import stands_alone

UnitKind = Literal["text", "bullet", "heading", "furniture", "note", "aside", "navigation", "table", "code"]
_HEADING = re.compile(r"\s{0,3}(#{1,6}(?=\s+\S)|#{2,6}(?=[^\W\d_]))")  # "## Aims", "##Aims"; "#aims" is a tag
_BOLD = re.compile(r"\s*(\*\*|__)(?=\S)(?:(?!\1).)+\1\s*:?\s*")
_RULE = re.compile(r"\s*([-*_=])(?:\s*\1){2,}\s*")
LONGEST_BOLD = 14  # words of a heading that ends like a sentence
_NEARLY_ALL, _GOING_ON, _FULL = 0.9, 0.25, 0.7
_SECTION = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?\s+(?=[^\W\d_])")  # "3.2 Work"
_SHORT = 0.8  # of the full width: no line that was broken because it was full
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{3,})\s*")


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that belong together. `gap` says that a blank line stands before."""

    kind: UnitKind
    start: int
    end: int
    text: str
    level: int = 0
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text breaks its lines: its full width; whether paragraphs are wrapped; whether a wrap leaves a blank."""

    width: int
    wrapped: bool
    soft: bool


def layout_of(lines: Sequence[Line]) -> Layout:
    """Measure how the text breaks its lines."""
    texts = [line.text for line in lines if not line.blank]
    lengths = sorted(len(text.rstrip()) for text in texts)
    if len(lengths) < 5:
        return Layout(lengths[-1] if lengths else 0, False, False)
    width = lengths[int(len(lengths) * 0.9) - (len(lengths) * 0.9 == len(lengths))]
    open_ended = sum(not is_terminated(text) for text in texts if len(text) > width * 0.5)
    full = sum(length > width * 0.5 for length in lengths)
    wrapped = 30 <= width <= 140 and lengths[-1] <= 220 and full >= 4 and open_ended >= 0.4 * full
    trailing = sum(text != text.rstrip() for text in texts) / len(texts)
    return Layout(width, wrapped, wrapped and 0.3 < trailing < 0.95)


def is_spaced(lines: Sequence[Line], width: int) -> bool:
    """Whether a blank line stands between nearly all lines, also where a sentence goes on in the next."""
    apart = [lines[at - 1].blank for at, line in enumerate(lines) if at and not line.blank]
    shown = [line.text.strip() for line in lines if not line.blank]
    broken = [new[0].islower() for last, new in pairwise(shown) if _is_full(last, width)]
    return sum(apart) >= _NEARLY_ALL * len(apart) and sum(broken) >= max(2, _GOING_ON * len(broken))


def _is_full(text: str, width: int) -> bool:
    """Whether a line was broken because it was full: it is long, and no sentence ends with it."""
    return len(text) >= _FULL * width and not is_terminated(text) and text[-1] != ":"


def units_of(
    text: str, lines: Sequence[Line], known: Mapping[int, Unit] | None = None, shortest: int = 0
) -> list[Unit]:
    """Cut lines into units; of the lines that begin at one of the offsets of `known` the unit is known already, and no
    line of fewer letters than `shortest` goes on in the next."""
    return _Cutter(text, lines, known or {}, shortest).run()


class _Cutter:
    """The state of one pass over the lines."""

    def __init__(self, text: str, lines: Sequence[Line], known: Mapping[int, Unit], shortest: int) -> None:
        self.text = text
        self.shortest = shortest
        self.lines = lines
        self.known = known
        self.pages = furniture.page_furniture(lines)
        self.notes = furniture.footnotes(lines, self.pages)
        aside = {*self.pages, *self.notes, *known}
        body = [line for line in lines if line.start not in aside]
        self.layout = layout_of(body)
        self.spaced = self.layout.wrapped and is_spaced(body, self.layout.width)
        self.units: list[Unit] = []
        self.open: list[Line] = []
        self.kind: UnitKind = "text"
        self.gap = False
        self.fenced = False

    def run(self) -> list[Unit]:
        """All units, in order."""
        shown = 0
        for index, line in enumerate(self.lines):
            shown += not line.blank
            if line.start in self.known and not line.blank:
                self.close()
                self.units.append(replace(self.known[line.start], gap=self.gap))
                self.gap = False
            elif line.text.lstrip().startswith(("```", "~~~")):
                self.fenced = not self.fenced
                self.alone(line, "code")
            elif self.fenced:
                self.append_or_begin(line, "code", self.kind == "code")
            elif line.blank:
                if not (self.spaced and self.runs_over(index)):
                    self.close()
                    self.gap = True
            else:
                self.take(line, index, shown)
        self.close()
        return self.units

    def take(self, line: Line, index: int, shown: int) -> None:
        """Place one line of text."""
        if line.start in self.notes:
            self.append_or_begin(line, "note", self.kind == "note")
        elif line.start in self.pages:
            self.alone(line, "furniture")
        elif (
            furniture.is_lone_mark(line.text)
            or furniture.is_image(line.text)
            or furniture.is_breadcrumb(line.text, shown)
            or furniture.is_menu_row(line.text, shown)
        ):
            self.alone(line, "navigation")
        elif _UNDERLINE.fullmatch(line.text) and self.underlines():
            self.heading_from_open(1 if "=" in line.text else 2)
        elif _RULE.fullmatch(line.text):
            self.close()
            self.gap = True
        elif heading := _HEADING.match(line.text):
            self.alone(line, "heading", len(heading[1]))
        elif line.text.lstrip().startswith("|") and line.text.count("|") >= 2:
            self.append_or_begin(line, "table", self.kind == "table")
        elif _BOLD.fullmatch(line.text) and _may_head(line.text.strip(" *_")):
            self.alone(line, "heading", 4)
        elif BULLET.match(line.text) and not (self.open and self.runs_on_number(line)):
            self.begin(line, "bullet")
        else:
            self.append_or_begin(line, "text", bool(self.open) and self.continues(line))

    def runs_on_number(self, line: Line) -> bool:
        """A wrapped sentence may go on with a number or a dash at the start of its next line, but not in a list with
        that mark."""
        if self.kind == "bullet" and _mark(line.text) == _mark(self.open[0].text):
            return False
        last = self.open[-1].text.rstrip()
        sure_mark = line.text.lstrip()[0] in "•●▪■‣◦∙\uf0b7\uf0a7►➢✓"
        return (
            self.layout.wrapped and not sure_mark and len(last) >= 0.75 * self.layout.width and last[-1] not in ".!?:;"
        )

    def runs_over(self, blank: int) -> bool:
        """Whether the text goes on behind a blank line (by number) that stands between any two lines here."""
        following = self.lines[blank + 1].text.strip() if blank + 1 < len(self.lines) else ""
        if not self.open or not following or self.kind not in ("text", "bullet"):
            return False
        return _is_full(self.open[-1].text.strip(), self.layout.width)

    def underlines(self) -> bool:
        """Whether a row of = or - marks the line above as a heading."""
        return len(self.open) == 1 and self.kind == "text" and looks_like_heading(self.open[0].text)

    def continues(self, line: Line) -> bool:
        """Whether `line` goes on with the open unit."""
        if self.kind in ("table", "note", "code"):
            return False
        last, new = self.open[-1].text.rstrip(), line.text.lstrip()
        if len(last) < self.shortest:
            return False
        is_label = label_length(new) is not None
        if stands_alone(last) or stands_alone(new) or self.heads_section(last) or self.heads_section(new, last):
            return False
        if is_upper(last) != is_upper(new) and is_upper(last) and len(last.split()) <= 14:
            return False
        if new[0] in ",.;:)]»”’%":
            return True
        if new[0].islower() and not (is_label and label_length(self.open[0].text) and not self.layout.wrapped):
            return self.layout.wrapped or not is_terminated(last)
        if last[-1] == ":":
            return False
        small = last.split()[-1]
        dangling = last[-1] in ",-–&(" or (len(small) <= 4 and small.islower() and not is_terminated(last))
        if not self.layout.wrapped:
            return dangling and not is_label and len(last) >= (20 if len(small) <= 3 else 60)
        if is_label and (label_length(self.open[0].text) or is_terminated(last)):
            return False
        return self.wraps(last, self.open[-1].text != last, dangling)

    def heads_section(self, text: str, above: str = "") -> bool:
        """Whether a line of a hard-wrapped text is a numbered heading ("3.2 Work"): it is short and no sentence goes on
        in it from the line `above`."""
        number = _SECTION.match(text)
        if not self.layout.wrapped or number is None or len(text) > _SHORT * self.layout.width:
            return False
        return looks_like_heading(text[number.end() :]) and (not above or is_terminated(above) or self.kind == "bullet")

    def wraps(self, last: str, blank_after: bool, dangling: bool) -> bool:
        """In a hard-wrapped text, whether the line `last` was broken only because it was full."""
        if is_terminated(last):
            return len(last) >= 0.75 * self.layout.width and (blank_after or not self.layout.soft)
        if self.layout.soft:
            return blank_after or dangling
        return dangling or last[0] in ",;)" or len(last) >= 0.55 * self.layout.width

    def alone(self, line: Line, kind: UnitKind, level: int = 0) -> None:
        """A unit of just this line."""
        self.begin(line, kind)
        self.close(level)

    def begin(self, line: Line, kind: UnitKind) -> None:
        """Open a unit with this line."""
        self.close()
        self.open, self.kind = [line], kind

    def append_or_begin(self, line: Line, kind: UnitKind, goes_on: bool) -> None:
        """Add the line to the open unit, or open one."""
        if goes_on and self.open:
            self.open.append(line)
        else:
            self.begin(line, kind)

    def heading_from_open(self, level: int) -> None:
        """The open line turns out to be an underlined heading."""
        self.kind = "heading"
        self.close(level)

    def close(self, level: int = 0) -> None:
        """Finish the open unit."""
        if not self.open:
            return
        start, end = self.open[0].start, self.open[-1].end
        if self.kind == "bullet":
            level = (len(self.open[0].text) - len(self.open[0].text.lstrip())) // 2
        self.units.append(Unit(self.kind, start, end, self.text[start:end], level, self.gap))
        self.open, self.kind, self.gap = [], "text", False


def _mark(text: str) -> str:
    """The mark of a list item with the blanks before it; of a numbered one, what stands behind its number."""
    match = BULLET.match(text)
    return text[: match.end("mark")].strip("0123456789") if match else ""


def _may_head(bare: str) -> bool:
    """Whether a line in bold print may be a heading: no label, and no sentences of a lead paragraph."""
    sentences = is_terminated(bare) and not bare.endswith("?") and len(bare.split()) > LONGEST_BOLD
    return not bare.endswith(":") and not sentences
