"""What a unit says of a label: it has one with its value, it may be the value of one above it."""

from __future__ import annotations

import re

from graph.model import Span
from graph.reading.lines import BULLET, label_length
from graph.reading.units import Unit

_SPEECH = re.compile(r"\s*[“„«\"][^”»\"]{60,}?[.!?][”»\"]?(?:\s|$)")  # what somebody said, not the value of a field


def pair_of(unit: Unit) -> tuple[Span, Span] | None:
    """The label and the value of a unit that has both."""
    if unit.kind not in ("text", "bullet"):
        return None
    mark = BULLET.match(unit.text) if unit.kind == "bullet" else None
    offset = mark.end() if mark else 0
    cut = label_length(unit.text[offset:])
    if cut is None or not unit.text[offset + cut[1] :].strip(" *_\n"):
        return None
    if _SPEECH.match(unit.text, offset + cut[1]):
        return None
    start = unit.start + offset
    return Span(start, start + cut[0]), Span(start + cut[1], unit.end)


def is_value(unit: Unit) -> bool:
    """Whether a unit may be the value of the label above it: neither a pair nor a label itself."""
    return pair_of(unit) is None and not unit.text.strip().rstrip("*_ ").endswith((":", "："))


def item_span(unit: Unit) -> Span:
    """A list item without its mark."""
    mark = BULLET.match(unit.text)
    return Span(unit.start + (mark.end() if mark else 0), unit.end)
