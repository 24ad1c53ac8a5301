"""Numbers by number, packed into rows of machine numbers and looked up by binary search.

A dictionary of a hundred thousand numbers takes ten megabytes and tens of milliseconds to fill; packed rows take one
megabyte and are there at once. A look-up is slower than a dictionary's, so this is for what is asked seldom.
"""

from __future__ import annotations

import base64
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_KEYS, _NUMBERS = "q", "i"


class Packed:
    """A number for each key."""

    __slots__ = ("_keys", "_numbers")

    def __init__(self, data: Any) -> None:
        """`data` is what `packed` made. Raises ValueError or TypeError for other data."""
        keys, numbers = data
        self._keys = _row(_KEYS, keys)
        self._numbers = _row(_NUMBERS, numbers)
        if len(self._keys) != len(self._numbers):
            raise ValueError("not as many numbers as keys")

    def get(self, key: int) -> int | None:
        """The number of a key, or None."""
        at = bisect_left(self._keys, key)
        return self._numbers[at] if at < len(self._keys) and self._keys[at] == key else None


class PackedRows:
    """A row of numbers for each key."""

    __slots__ = ("_keys", "_numbers", "_stops")

    def __init__(self, data: Any) -> None:
        """`data` is what `packed_rows` made. Raises ValueError or TypeError for other data."""
        keys, stops, numbers = data
        self._keys = _row(_KEYS, keys)
        self._stops = _row(_NUMBERS, stops)
        self._numbers = _row(_NUMBERS, numbers)
        if len(self._keys) != len(self._stops) or (self._stops[-1] if self._stops else 0) != len(self._numbers):
            raise ValueError("the rows do not fit their keys")

    def get(self, key: int) -> Sequence[int]:
        """The row of a key; empty where there is none."""
        at = bisect_left(self._keys, key)
        if at == len(self._keys) or self._keys[at] != key:
            return ()
        return self._numbers[self._stops[at - 1] if at else 0 : self._stops[at]]

    def most(self) -> int:
        """The greatest number of all rows, -1 if there is none."""
        return max(self._numbers, default=-1)


def packed(numbers: Mapping[int, int]) -> list[str]:
    """Plain data for `Packed`; for machines of the same byte order."""
    keys = sorted(numbers)
    return [_text(_KEYS, keys), _text(_NUMBERS, (numbers[key] for key in keys))]


def packed_rows(rows: Mapping[int, Sequence[int]]) -> list[str]:
    """Plain data for `PackedRows`; for machines of the same byte order."""
    keys = sorted(rows)
    stops: list[int] = []
    numbers: list[int] = []
    for key in keys:
        numbers += rows[key]
        stops.append(len(numbers))
    return [_text(_KEYS, keys), _text(_NUMBERS, stops), _text(_NUMBERS, numbers)]


def _text(kind: str, numbers: Iterable[int]) -> str:
    return base64.b64encode(array(kind, numbers).tobytes()).decode("ascii")


def _row(kind: str, text: str) -> array[int]:
    row: array[int] = array(kind)
    row.frombytes(base64.b64decode(text, validate=True))
    return row
