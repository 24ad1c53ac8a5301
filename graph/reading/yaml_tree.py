"""YAML to plain data in which every key and value knows its place in the text.

Only the structure is taken: no value becomes a number, a date or a truth value (`NO` is Norway), and no tag makes
an object. Nesting and aliases are limited.
"""

from __future__ import annotations

from typing import Any

import yaml

from graph.model import Span
from graph.reading.draft import trimmed

_DEEPEST = 40
_NOTHING = frozenset({"", "~", "null", "Null", "NULL", "None"})
_MERGE = "<<"


class Placed(str):
    """A string that knows where it stands in the text."""

    __slots__ = ("span",)
    span: Span


def placed(value: str, span: Span) -> Placed:
    """`value`, standing at `span`."""
    made = Placed(value)
    made.span = span
    return made


def yaml_documents(text: str, region: Span) -> list[Any]:
    """The documents in a region of the text: dicts, lists and `Placed` strings.

    Raises `ValueError` for what is no YAML, is nested too deeply, or refers to itself.
    """
    builder = _Builder(text, region.start)
    try:
        for event in yaml.parse(text[region.start : region.end], Loader=yaml.SafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())) from error
    return builder.documents


class _Builder:
    """Puts the parser's events together; `open` holds what is not closed yet and how it began."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.documents: list[Any] = []
        self.open: list[tuple[list[Any], Any]] = []
        self.anchors: dict[str, Any] = {}

    def take(self, event: Any) -> None:
        """One event of the parser."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.anchors = {}
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if len(self.open) >= _DEEPEST:
                raise ValueError("it is nested too deeply")
            self.open.append(([], event))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            parts, opening = self.open.pop()
            self.put(self.closed(parts, opening, event), opening.anchor)
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise ValueError(f"it refers to {event.anchor}, which is not defined")
            self.put(self.anchors[event.anchor], None)
        elif isinstance(event, yaml.ScalarEvent):
            self.put(self.scalar(event), event.anchor)

    def put(self, value: Any, anchor: str | None) -> None:
        """Add a finished value to what is open."""
        if anchor is not None:
            self.anchors[anchor] = value
        (self.open[-1][0] if self.open else self.documents).append(value)

    def closed(self, parts: list[Any], opening: Any, end: Any) -> Any:
        """A finished list or mapping; `{x}` is a text, the place that a template left to be filled."""
        if isinstance(opening, yaml.SequenceStartEvent):
            return parts
        if opening.flow_style and parts and not any(parts[1::2]):
            span = Span(self.offset + opening.start_mark.index, self.offset + end.end_mark.index)
            return placed(self.text[span.start : span.end], span)
        return _mapping(parts)

    def scalar(self, event: Any) -> Placed | None:
        """A plain value as it stands in the text, without quotation marks and the sign of a block."""
        start, end = self.offset + event.start_mark.index, self.offset + event.end_mark.index
        if event.style in ("|", ">"):
            start = self.text.find("\n", start, end) + 1 or end
        elif event.style in ("'", '"'):
            start, end = start + 1, end - 1
        elif event.value in _NOTHING:
            return None
        span = trimmed(self.text, start, end)
        return placed(self.text[span.start : span.end], span) if span.end > span.start else None


def _mapping(parts: list[Any]) -> dict[str, Any]:
    """The pairs of a mapping; what a key says twice is a list, and what `<<` brings in stands behind its own."""
    made: dict[str, Any] = {}
    brought: list[Any] = []
    for key, value in zip(parts[::2], parts[1::2], strict=True):
        if key == _MERGE:
            brought += value if isinstance(value, list) else [value]
        elif isinstance(key, Placed):
            made[key] = [made[key], value] if key in made else value
    for other in brought:
        if isinstance(other, dict):
            made |= {key: value for key, value in other.items() if key not in made}
    return made
