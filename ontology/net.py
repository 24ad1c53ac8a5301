"""The net of nodes that all rows of all patterns share, as they are added.

It is a trie, with lattices for patterns of many rows. Nodes and elements are numbers; a link leads from a node by an
element to another node.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from math import prod
from typing import Any, Generic, TypeVar

from ontology.packed import Packed, PackedRows, packed, packed_rows
from ontology.patterns import PatternError, Row, alternatives, rows_of

SHARED_ROWS = 24
SHIFT = 24
Payload = TypeVar("Payload", bound=Hashable)


class AutomatonError(ValueError):
    """Data that is no automaton."""


class PatternNet(Generic[Payload]):
    """Patterns with what each stands for (its payload)."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._ids: dict[str, int] = {}
        self._stems: dict[int, dict[str, int]] = {}
        self._ends: dict[int, dict[str, int]] = {}
        self._size = 1
        self._edges: dict[int, int] = {}
        self._links: dict[int, list[int]] = {}
        self._ending: dict[int, list[int]] = {}
        self._target: Callable[[int], int | None] = self._edges.get
        self._targets: Callable[[int], Sequence[int] | None] = self._links.get
        self._endings: Callable[[int], Sequence[int] | None] = self._ending.get
        self._payloads: list[Payload] = []
        self._numbers: dict[Payload, int] = {}

    @property
    def payloads(self) -> Sequence[Payload]:
        """What the patterns stand for, each once, in the order in which they were first added."""
        return self._payloads

    def add(self, pattern: str, payload: Payload) -> None:
        """Add a pattern; placeholders are not allowed here."""
        parts = alternatives(pattern)
        if prod(len(part) for part in parts) <= SHARED_ROWS:
            for row in rows_of(pattern, parts):
                self.add_row(row, payload)
        else:
            self._add_parts(parts, payload)
            self._changed()

    def _add_parts(self, parts: Sequence[Sequence[Row]], payload: Payload) -> None:
        """Add a pattern of many rows as a lattice: all alternatives of a part meet before the next."""
        frontier = [0]
        for part in parts:
            meeting = self._node()
            for row in part:
                for element in row:
                    self._id(element)
                for node in frontier if row else ():
                    for element in row[:-1]:
                        node = self._link(node, element, self._node())
                    self._link(node, row[-1], meeting)
            frontier = [*(frontier if () in part else []), meeting]
        if 0 in frontier:
            raise PatternError("a pattern may not be empty")
        for node in frontier:
            self._end(node, payload)

    def _node(self) -> int:
        self._size += 1
        return self._size - 1

    def _link(self, node: int, element: str, target: int) -> int:
        self._links.setdefault(node << SHIFT | self._ids[element], []).append(target)
        return target

    def add_row(self, row: Sequence[str], payload: Payload) -> None:
        """Add one expanded row."""
        node = 0
        edges, ids = self._edges, self._ids
        for element in row:
            number = ids.get(element)
            key = node << SHIFT | (self._id(element) if number is None else number)
            target = edges.get(key)
            if target is None:
                target = edges[key] = self._size
                self._size += 1
            node = target
        self._end(node, payload)
        self._changed()

    def _end(self, node: int, payload: Payload) -> None:
        """Let a payload end at a node."""
        number = self._numbers.setdefault(payload, len(self._payloads))
        if number == len(self._payloads):
            self._payloads.append(payload)
        ending = self._ending.setdefault(node, [])
        if number not in ending:
            ending.append(number)

    def learn(self, row: Iterable[str]) -> None:
        """Make `elements` know the elements of a row that is not itself searched for."""
        for element in row:
            self._id(element)
        self._changed()

    def _id(self, element: str) -> int:
        """The number of an element, given to it now if it is new."""
        number = self._ids.get(element)
        if number is None:
            number = self._ids[element] = len(self._names)
            self._names.append(element)
            if "*" in element:
                self._open(element, number)
        return number

    def _open(self, element: str, number: int) -> None:
        """Sort in an element that is a stem or an ending."""
        if element.endswith("*"):
            self._stems.setdefault(len(element) - 1, {})[element[:-1]] = number
        elif element.startswith("*"):
            self._ends.setdefault(len(element) - 1, {})[element[1:]] = number

    def _changed(self) -> None:
        """Called after patterns were added."""

    def to_data(self) -> list[Any]:
        """The net without its payloads, as plain data."""
        return [self._size, self._names, packed(self._edges), packed_rows(self._links), packed_rows(self._ending)]

    def _take(self, data: Any, payloads: Sequence[Payload]) -> None:
        """Become the net of plain data (`to_data`), to which nothing may be added. Raises AutomatonError."""
        try:
            size, names, edges, links, ending = data
            self._size = size
            self._names = list(names)
            self._ids = {name: number for number, name in enumerate(self._names)}
            for number, name in enumerate(self._names):
                if "*" in name:
                    self._open(name, number)
            ends = PackedRows(ending)
            self._target, self._targets, self._endings = Packed(edges).get, PackedRows(links).get, ends.get
            self._payloads = list(payloads)
            if ends.most() >= len(payloads):
                raise AutomatonError("it is no automaton (too few payloads)")
        except (TypeError, ValueError, AttributeError) as error:
            raise AutomatonError(f"it is no automaton ({error})") from error
