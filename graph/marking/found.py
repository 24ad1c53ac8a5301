"""A value that was found at a place of a text."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Value


@dataclass(frozen=True, slots=True)
class Found:
    """A value at text[start:end]: a date, a period (`value` to `until`; either may be missing), money, code or url."""

    kind: str
    start: int
    end: int
    value: Value | None
    until: Value | None = None
