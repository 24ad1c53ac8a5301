"""The automaton that finds many token patterns at once in a row of folded words.

All rows of all patterns share one non-deterministic machine over elements (`ontology.patterns`): a trie, and lattices
for patterns of many rows. While texts are read it is made deterministic as far as they need it (subset construction,
Rabin and Scott 1959): a set of nodes that a row of words leads to becomes one state, whose followers are remembered by
the class of the next word. Words that the same elements accept are of one class. Thus a scan costs a few look-ups a
word, whatever the number of patterns.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import Any, Generic, NamedTuple, TypeVar

from ontology.patterns import ANY, PatternError, Row, alternatives, rows_of

SHARED_ROWS = 24
_REMEMBERED = 300_000
_SHIFT = 24
_UNSEEN: Any = object()
Payload = TypeVar("Payload", bound=Hashable)


class AutomatonError(ValueError):
    """Data that is no automaton."""


class Match(NamedTuple, Generic[Payload]):
    """A pattern found: word indices `first` to `last` (exclusive) and what the pattern stands for."""

    first: int
    last: int
    payload: Payload


@dataclass(slots=True, eq=False)
class _State(Generic[Payload]):
    """A set of nodes: what ends there, and the state that each class of words leads to (None: none)."""

    nodes: tuple[int, ...]
    payloads: tuple[Payload, ...]
    sorts: tuple[int, ...]
    next: dict[int, _State[Payload] | None] = field(default_factory=dict)


class Automaton(Generic[Payload]):
    """Finds all occurrences of many patterns in a row of folded words."""

    def __init__(self, sort: Callable[[Payload], int] = lambda payload: 0) -> None:
        """`sort` is the number of the list that `find_by_sort` puts a payload's matches into."""
        self._sort = sort
        self._names: list[str] = []
        self._ids: dict[str, int] = {}
        self._stems: dict[int, dict[str, int]] = {}
        self._ends: dict[int, dict[str, int]] = {}
        self._size = 1
        self._edges: dict[int, int] = {}
        self._links: dict[int, list[int]] = {}
        self._ending: dict[int, list[int]] = {}
        self._payloads: list[Payload] = []
        self._numbers: dict[Payload, int] = {}
        self._forget()

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
        self._links.setdefault(node << _SHIFT | self._ids[element], []).append(target)
        return target

    def add_row(self, row: Sequence[str], payload: Payload) -> None:
        """Add one expanded row."""
        node = 0
        edges, ids = self._edges, self._ids
        for element in row:
            number = ids.get(element)
            key = node << _SHIFT | (self._id(element) if number is None else number)
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
            if element == ANY:
                return number
            if element.endswith("*"):
                self._stems.setdefault(len(element) - 1, {})[element[:-1]] = number
            elif element.startswith("*"):
                self._ends.setdefault(len(element) - 1, {})[element[1:]] = number
        return number

    def _changed(self) -> None:
        if self._classes:
            self._forget()

    def _forget(self) -> None:
        """Forget all that was remembered of texts."""
        self._classes: dict[str, int] = {}
        self._class_of: dict[tuple[int, ...], int] = {(): 0}
        self._members: list[tuple[int, ...]] = [()]
        self._shown: dict[int, tuple[str, ...]] = {}
        self._states: dict[tuple[int, ...], _State[Payload]] = {}
        self._root: _State[Payload] = self._state((0,))
        self._kept = 0

    def _accepting(self, word: str) -> tuple[int, ...]:
        """The numbers of the elements that accept a folded word."""
        number = self._ids.get(word)
        if not self._stems and not self._ends and ANY not in self._ids:
            return () if number is None else (number,)
        plain = number is not None and word != ANY and not (word.endswith("*") or word.startswith("*"))
        found = [number] if plain else []
        size = len(word)
        found += [stems.get(word[:n]) for n, stems in self._stems.items() if n <= size]
        found += [ends.get(word[-n:]) for n, ends in self._ends.items() if n <= size]
        found.append(self._ids.get(ANY))
        return tuple(n for n in found if n is not None)

    def elements(self, word: str) -> tuple[str, ...]:
        """The elements that accept a folded word."""
        kind = self._class(word)
        found = self._shown.get(kind)
        if found is None:
            found = self._shown[kind] = tuple(self._names[number] for number in self._members[kind])
        return found

    def _class(self, word: str) -> int:
        """The class of a word: which elements accept it."""
        found = self._classes.get(word)
        if found is None:
            members = self._accepting(word)
            found = self._class_of.setdefault(members, len(self._members))
            if found == len(self._members):
                self._members.append(members)
            self._classes[word] = found
            self._kept += 1
        return found

    def _state(self, nodes: tuple[int, ...]) -> _State[Payload]:
        state = self._states.get(nodes)
        if state is None:
            numbers = dict.fromkeys(number for node in nodes for number in self._ending.get(node, ()))
            payloads = tuple(self._payloads[number] for number in numbers)
            state = self._states[nodes] = _State(nodes, payloads, tuple(map(self._sort, payloads)))
        return state

    def _follow(self, state: _State[Payload], kind: int) -> _State[Payload] | None:
        """The state that a word of a class leads to, worked out for the first time."""
        targets: dict[int, None] = {}
        for node in state.nodes:
            for number in self._members[kind]:
                key = node << _SHIFT | number
                if key in self._edges:
                    targets[self._edges[key]] = None
                if key in self._links:
                    targets.update(dict.fromkeys(self._links[key]))
        found = state.next[kind] = self._state(tuple(targets)) if targets else None
        self._kept += 1
        return found

    def find(self, words: Sequence[str], first: int, last: int, barriers: Sequence[bool] = ()) -> list[Match[Payload]]:
        """All (also overlapping) matches within words[first:last]; none crosses a barrier.

        `barriers[i]` says that nothing may span the gap before word i. Sorted by first, longest first.
        """
        return [
            Match(begin, end, payload)
            for begin, end, state in self._runs(words, first, last, barriers)
            for payload in state.payloads
        ]

    def find_by_sort(
        self, words: Sequence[str], first: int, last: int, barriers: Sequence[bool], sorts: int
    ) -> tuple[list[Match[Payload]], ...]:
        """As `find`, but with the matches of each sort of payload in a list of its own."""
        found: tuple[list[Match[Payload]], ...] = tuple([] for _ in range(sorts))
        for begin, end, state in self._runs(words, first, last, barriers):
            for payload, sort in zip(state.payloads, state.sorts, strict=True):
                found[sort].append(Match(begin, end, payload))
        return found

    def _runs(
        self, words: Sequence[str], first: int, last: int, barriers: Sequence[bool]
    ) -> list[tuple[int, int, _State[Payload]]]:
        """Each row of words at whose end patterns end, with the state that it leads to."""
        if self._kept > _REMEMBERED:
            self._forget()
        known = self._classes
        kinds = [known[word] if word in known else self._class(word) for word in words[first:last]]
        found: list[tuple[int, int, _State[Payload]]] = []
        size = last - first
        beginning = self._root.next
        for begin in range(size):
            state = beginning.get(kinds[begin], _UNSEEN)
            if state is _UNSEEN:
                state = self._follow(self._root, kinds[begin])
            if state is None:
                continue
            at = begin + 1
            at_first = len(found)
            while True:
                if state.payloads:
                    found.append((first + begin, first + at, state))
                if at >= size or (barriers and barriers[first + at]):
                    break
                follower = state.next.get(kinds[at], _UNSEEN)
                state = self._follow(state, kinds[at]) if follower is _UNSEEN else follower
                if state is None:
                    break
                at += 1
            if len(found) - at_first > 1:
                found[at_first:] = found[: at_first - 1 if at_first else None : -1]
        return found

    def to_data(self) -> list[Any]:
        """The automaton without its payloads, as plain data; see `from_data`."""
        edges, links, ending = self._edges, self._links, self._ending
        return [
            self._size,
            self._names,
            [list(edges), list(edges.values())],
            [list(links), list(links.values())],
            [list(ending), list(ending.values())],
        ]

    @classmethod
    def from_data(
        cls, data: Any, payloads: Sequence[Payload], sort: Callable[[Payload], int] = lambda payload: 0
    ) -> Automaton[Payload]:
        """The automaton of plain data, with its payloads in the order in which they were first added.

        It finds what the original finds; nothing more may be added to it. Raises AutomatonError.
        """
        made: Automaton[Payload] = cls(sort)
        try:
            size, names, edges, links, ending = data
            made._size = size
            for name in names:
                made._id(name)
            made._edges = dict(zip(*edges, strict=True))
            made._links = dict(zip(*links, strict=True))
            made._ending = dict(zip(*ending, strict=True))
            made._payloads = list(payloads)
            if max((max(numbers) for numbers in ending[1]), default=-1) >= len(payloads):
                raise AutomatonError("it is no automaton (too few payloads)")
        except (TypeError, ValueError, AttributeError) as error:
            raise AutomatonError(f"it is no automaton ({error})") from error
        made._forget()
        return made

    @property
    def payloads(self) -> Sequence[Payload]:
        """What the patterns stand for, each once, in the order in which they were first added."""
        return self._payloads
