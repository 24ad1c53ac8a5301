"""The lines of a page of a PDF, with their geometry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from graph.reading.lines import is_terminated

_MARGIN = 0.075  # the part of a page's height at its top and foot that is margin
_BESIDE = 60.0  # points that the lines of one column may be indented by
_LEADING = 1.15  # from line to line, at least, by the size of print
_SURE, _UNSURE = 0, 4  # letters that the next word would have needed beside its own


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is printed: its text, its size of print, whether there is more space above it than elsewhere, where
    its first letter stands (points from the page's lower left), how far it and its column go to the right, and whether
    it stands in the margin at the page's top or foot."""

    text: str
    size: float
    gap: bool
    across: float = 0.0
    up: float = 0.0
    right: float = 0.0
    limit: float = 0.0
    margin: bool = False

    def is_full_before(self, new: str) -> bool:
        """Whether the first word of the next line had no more room on this one; where a sentence ends, it must be
        sure."""
        letter = (self.right - self.across) / max(len(self.text), 1)
        word = len(new.split(" ", 1)[0]) + (_SURE if is_terminated(self.text) else _UNSURE)
        return self.right + word * letter > self.limit


class _Found(NamedTuple):
    """A line's text and size, the box of its first letter, and the right end of its last."""

    text: str
    size: float
    left: float
    bottom: float
    middle: float
    up: float
    right: float


def lines_of(page: Any, height: float) -> list[Line]:
    """The lines of a page of this height (points)."""
    found = _found(page)
    steps = sorted(above.bottom - below.bottom for above, below in pairwise(found) if above.bottom > below.bottom)
    usual = steps[len(steps) // 4] if steps else 0.0
    return [
        Line(
            line.text,
            line.size,
            index > 0 and _is_apart(found[index - 1], line, usual),
            line.middle,
            line.up,
            line.right,
            max(o.right for o in found if abs(o.left - line.left) < _BESIDE and abs(o.size - line.size) < 1.0),
            bool(height and line.up) and not _MARGIN * height < line.up < (1 - _MARGIN) * height,
        )
        for index, line in enumerate(found)
    ]


def _is_apart(above: _Found, line: _Found, usual: float) -> bool:
    """Whether there is more space above a line than its print asks for."""
    return above.bottom - line.bottom > 1.35 * max(usual, _LEADING * line.size) or line.bottom > above.bottom + 1


def _found(page: Any) -> Sequence[_Found]:
    from pypdfium2 import raw  # type: ignore[import-untyped, unused-ignore]  # an extra, and slow to import

    found: list[_Found] = []
    at = 0
    for shown in page.get_text_range().split("\n"):
        bare = shown.rstrip("\r")
        first = at + _units(bare[: len(bare) - len(bare.lstrip())])
        if bare.strip():
            left, bottom, right, top = _box(page, first)
            end = _box(page, at + _units(bare.rstrip()) - 1)[2]
            size = float(raw.FPDFText_GetFontSize(page, first))
            found.append(_Found(bare, size, left, bottom, (left + right) / 2, (bottom + top) / 2, end))
        at += _units(shown) + 1
    return found


def _units(text: str) -> int:
    """How many characters a text has for the reader of PDF, which counts those of UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _box(page: Any, at: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a character; zeros for one without a place on the page."""
    try:
        left, bottom, right, top = map(float, page.get_charbox(at, loose=True))
    except (ValueError, RuntimeError):
        return (0.0, 0.0, 0.0, 0.0)
    return (left, bottom, right, top)
