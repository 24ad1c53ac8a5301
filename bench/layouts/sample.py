"""What a layout is made of: a text with its language, and the parts that a person sees in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?|]{1,38}):[ \t]+(?P<value>\S.*)", re.S)
_BULLET = re.compile(r"\s*[-•*–·»]\s+(?P<text>\S.*)")
_HEADING = re.compile(r"(?P<signs>#{1,6})\s+(?P<text>.*\S)")
_RULE = re.compile(r"\s*\|?\s*:?-{3,}[-|: ]*")
_PATH = re.compile(r"\s[/>|»›]\s|[.:]$")  # the way to a page through its site, or a sentence
_LONGEST_HEADING, _LONG_LINE, _LONGEST_LABELLED, _LONGEST_TITLE = 60, 45, 200, 160


@dataclass(frozen=True, slots=True)
class Sample:
    """A text, its language, and the ending of its file's name."""

    text: str
    language: str
    suffix: str


class Made(NamedTuple):
    """A file in another layout: the ending of its name, and what is in it."""

    suffix: str
    content: bytes


Layout = Callable[[Sample], Made | None]  # None: the text has nothing that this layout would change


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text: a heading of some level, a list item, a label with its value, the row of a table, a paragraph
    (`lines`: as the text breaks it)."""

    kind: Literal["heading", "item", "label", "row", "text"]
    lines: tuple[str, ...]
    level: int = 0
    label: str = ""
    cells: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The part on one line."""
        return " ".join(" ".join(self.lines).split())


def parts_of(text: str) -> list[Part]:
    """The parts of a plain text or of Markdown, judged by eye: what is short, begins with a capital and stands above
    something longer is a heading."""
    groups = list(_groups(text))
    parts: list[Part] = []
    for index, (lines, apart) in enumerate(groups):
        following = groups[index + 1][0] if index + 1 < len(groups) else ()
        titled = any(part.level == 1 for part in parts)
        parts += _part(lines, titled, apart or parts[-1].kind == "heading", following)
    return parts


def _part(lines: tuple[str, ...], titled: bool, apart: bool, following: tuple[str, ...]) -> Iterator[Part]:
    line = lines[0].strip()
    whole = " ".join(each.strip() for each in lines)
    if heading := _HEADING.fullmatch(line):
        yield Part("heading", (heading["text"],), len(heading["signs"]))
    elif line.startswith("|"):
        if not _RULE.fullmatch(line):
            yield Part("row", lines, cells=tuple(cell.strip(" *") for cell in line.strip("|").split("|")))
    elif not titled and _may_be_title(whole):
        yield Part("heading", lines, 1)
    elif bullet := _BULLET.match(line):
        yield Part("item", (bullet["text"], *lines[1:]))
    elif len(whole) < _LONGEST_LABELLED and (label := LABEL.fullmatch(whole)):
        yield Part("label", (label["value"],), label=label["label"].strip(" *"))
    elif apart and len(lines) == 1 and is_heading(line) and len(" ".join(following)) > len(line):
        yield Part("heading", lines, 2)
    else:
        yield Part("text", lines)


def _may_be_title(text: str) -> bool:
    return len(text) < _LONGEST_TITLE and is_heading(text[: _LONGEST_HEADING - 1]) and not _PATH.search(text)


def is_heading(line: str) -> bool:
    """Whether a line looks like a heading: short, with a capital first and no mark at its end."""
    letters = any(map(str.isalpha, line))
    return letters and len(line) < _LONGEST_HEADING and not line[0].islower() and line[-1] not in ".:;,!"


def _groups(text: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Lines that are one paragraph, and whether a blank line stands above them."""
    lines = [line.rstrip() for line in text.split("\n")]
    wrapped = max(map(len, lines), default=0) <= 110
    open_: list[str] = []
    apart, above = True, True
    for line in lines:
        if open_ and not _goes_on(open_[-1], line, wrapped):
            yield tuple(open_), above
            open_, above = [], apart
        if line.strip():
            above = above if open_ else apart
            open_.append(line)
        apart = not line.strip()
    if open_:
        yield tuple(open_), above


def _goes_on(last: str, line: str, wrapped: bool) -> bool:
    new = line.strip()
    if not new or new.startswith(("|", "#")) or last.startswith(("#", "|")) or _BULLET.match(line):
        return False
    quoted = any(last.count(opening) > last.count(closing) for opening, closing in ("«»", "“”"))
    if LABEL.match(new) and not (quoted and wrapped):
        return False
    return new[0].islower() or (wrapped and len(last) >= _LONG_LINE)
