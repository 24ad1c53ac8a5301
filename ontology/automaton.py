"""The automaton that finds many token patterns at once in a row of folded words.

All rows of all patterns share one non-deterministic machine over elements (`ontology.net`). While texts are read it is
made deterministic as far as they need it (subset construction, Rabin and Scott 1959): a set of nodes that a row of
words leads to becomes one state, whose followers are remembered by the class of the next word. Words that the same
elements accept are of one class. Thus a scan costs a few look-ups a word, whatever the number of patterns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple

from ontology.net import SHIFT, AutomatonError, PatternNet, Payload
from ontology.patterns import ANY

__all__ = ["Automaton", "AutomatonError", "Match", "disjoint"]
_REMEMBERED = 300_000
_UNSEEN: Any = object()


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


def disjoint(ranked: Iterable[Match[Payload]]) -> list[Match[Payload]]:
    """Of matches in order of preference those that share no word with one before them."""
    taken: set[int] = set()
    kept = []
    for match in ranked:
        span = range(match.first, match.last)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(match)
    return kept


class Automaton(PatternNet[Payload]):
    """Finds all occurrences of many patterns in a row of folded words."""

    def __init__(self, sort: Callable[[Payload], int] = lambda payload: 0) -> None:
        """`sort` is the number of the list that `find_by_sort` puts a payload's matches into."""
        self._sort = sort
        super().__init__()
        self._forget()

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
            numbers = dict.fromkeys(number for node in nodes for number in self._endings(node) or ())
            payloads = tuple(self._payloads[number] for number in numbers)
            state = self._states[nodes] = _State(nodes, payloads, tuple(map(self._sort, payloads)))
        return state

    def _follow(self, state: _State[Payload], kind: int) -> _State[Payload] | None:
        """The state that a word of a class leads to, worked out for the first time."""
        targets: dict[int, None] = {}
        for node in state.nodes:
            for number in self._members[kind]:
                key = node << SHIFT | number
                if (target := self._target(key)) is not None:
                    targets[target] = None
                if several := self._targets(key):
                    targets.update(dict.fromkeys(several))
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
        new = tuple.__new__  # what Match(…) does, without a call between
        for begin, end, state in self._runs(words, first, last, barriers):
            for payload, sort in zip(state.payloads, state.sorts, strict=True):
                found[sort].append(new(Match, (begin, end, payload)))
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

    @classmethod
    def from_data(
        cls, data: Any, payloads: Sequence[Payload], sort: Callable[[Payload], int] = lambda payload: 0
    ) -> Automaton[Payload]:
        """The automaton of plain data, with its payloads in the order in which they were first added.

        It finds what the original finds; nothing more may be added to it. Raises AutomatonError.
        """
        made: Automaton[Payload] = cls(sort)
        made._take(data, payloads)
        made._forget()
        return made
