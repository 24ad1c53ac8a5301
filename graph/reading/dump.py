"""A dump of `key: value` lines at the start of a text, as databases and scrapers write them."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.model import Field, Span
from graph.reading.draft import trimmed
from graph.reading.front_matter import Head, head_from_fields
from graph.reading.lines import Line, split_lines
from graph.reading.values import LONG, unquoted

_KEY = re.compile(r"(?P<key>[a-z][a-zA-Z0-9]*(?:[_.\-][a-zA-Z0-9]+)*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\s?:(?=\s|$)")
_SPREADING = 3


def key_value_dump(text: str) -> Head | None:
    """The dump at the start of `text`: at least three lines with identifier-like keys; `None` where there is none.

    A value may go on over several lines; over blank lines only where it is long prose and another key follows.
    """
    lines = split_lines(text, Span(0, len(text)))
    keyed = [index for index, line in enumerate(lines) if _KEY.match(line.text)]
    first = next((index for index, line in enumerate(lines) if not line.blank), None)
    if first is None or len(keyed) < _SPREADING or keyed[0] != first or not _dense(lines, keyed):
        return None
    fields: list[Field] = []
    end = lines[first].start
    for place, index in enumerate(keyed):
        following = keyed[place + 1] if place + 1 < len(keyed) else len(lines)
        last = _last_line(lines, index, following, place + 1 == len(keyed))
        field, end = _field(text, lines[index], lines[last])
        if field is not None:
            fields.append(field)
        if place + 1 < len(keyed) and any(not line.blank for line in lines[last + 1 : following]):
            break
    if len(fields) < _SPREADING:
        return None
    return head_from_fields(text, Span(lines[first].start, end), fields, min(end + 1, len(text)))


def _dense(lines: list[Line], keyed: list[int]) -> bool:
    """Whether at least two of the first lines follow each other closely, as in a dump."""
    near = [b for a, b in pairwise(keyed) if b - a <= 2]
    return len(near) >= _SPREADING - 1


def _last_line(lines: list[Line], index: int, following: int, is_last: bool) -> int:
    """The last line of the value whose key stands on line `index`."""
    whole = sum(len(line.text) for line in lines[index:following])
    over_blanks = not is_last and whole >= LONG
    last = index
    for at in range(index + 1, following):
        if lines[at].blank:
            if over_blanks:
                continue
            break
        last = at
    return last


def _field(text: str, line: Line, last: Line) -> tuple[Field | None, int]:
    match = _KEY.match(line.text)
    if match is None:  # callers give lines that have a key
        raise ValueError(f"no key on the line at offset {line.start}")
    value = unquoted(text, trimmed(text, line.start + match.end(), last.end))
    label = Span(line.start, line.start + match.end("key"))
    return (Field(match["key"], value, label) if value.end > value.start else None), last.end
