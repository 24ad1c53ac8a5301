"""A part of a large graph on which its rules can be checked: some things of every class, with all that is said of them.

A rule of `ontology/shapes/` looks at one thing, what it leads to, and whether something leads to it by a property, so
that a thing that is given with these keeps or breaks it as it does in the whole graph. Which things are taken depends
on their IRIs alone. A country is what thousands of projects lead to: of these the first by each property is enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from heapq import nsmallest
from itertools import chain
from typing import Protocol

from ontology.namespaces import RDF

_TYPE = f"<{RDF}type>"
LAST = "="
"""Comes after every line."""
_OF_A_CLASS = 100
_STEPS = 2


@dataclass(frozen=True, slots=True)
class Sample:
    """Lines of N-Triples, the IRIs of the things in them that are to be judged, and how many there are in all."""

    lines: tuple[str, ...]
    things: frozenset[str]
    whole: int


class Facts(Protocol):
    """Lines of N-Triples without their dots, each once, that need not be in memory all at once."""

    def about(self, subject: str) -> Sequence[str]:
        """The lines of one subject, which is given as it stands in them."""
        ...

    def subjects(self) -> int:
        """How many subjects there are."""
        ...

    def drawn(self, of_a_class: int) -> Iterable[str]:
        """Up to so many subjects of each class, as they stand in lines: those whose `lot_of` is the smallest."""
        ...

    def leading(self, values: Set[str]) -> Iterable[str]:
        """Of the lines that lead to these values, the first by each property to each of them."""
        ...


class Held:
    """Lines in memory."""

    def __init__(self, lines: Collection[str]) -> None:
        self._lines = lines

    def about(self, subject: str) -> Sequence[str]:
        """The lines of one subject."""
        return self._by_subject.get(subject, ())

    def subjects(self) -> int:
        """How many subjects there are."""
        return len(self._by_subject)

    def drawn(self, of_a_class: int) -> Iterable[str]:
        """Up to so many subjects of each class, as they stand in lines: those whose `lot_of` is the smallest."""
        classes: dict[str, list[tuple[bytes, str]]] = defaultdict(list)
        for subject, lines in self._by_subject.items():
            for kind in classes_of(lines):
                classes[kind].append((lot_of(subject), subject))
        return {subject for found in classes.values() for _, subject in nsmallest(of_a_class, found)}

    def leading(self, values: Set[str]) -> Iterable[str]:
        """Of the lines that lead to these values, the first by each property to each of them."""
        found: dict[str, str] = {}
        for line in self._lines:
            if value_of(line) in values and line < found.get(way_of(line), LAST):
                found[way_of(line)] = line
        return found.values()

    @cached_property
    def _by_subject(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for line in self._lines:
            found[line.split(" ", 1)[0]].append(line)
        return dict(found)


def sample(lines: Collection[str], of_a_class: int = _OF_A_CLASS) -> Sample:
    """Up to `of_a_class` things of each class, with what they lead to in two steps and what leads to them; of what is
    around these, classes and names."""
    return sampled(Held(lines), of_a_class)


def sampled(facts: Facts, of_a_class: int = _OF_A_CLASS) -> Sample:
    """The same of lines that need not be in memory."""
    found, things = _around(facts, set(facts.drawn(of_a_class)))
    return Sample(found, things, facts.subjects())


def around(lines: Collection[str], wanted: Set[str]) -> Sample:
    """These things (as they stand in lines), with all that their rules look at."""
    held = Held(lines)
    found, things = _around(held, wanted)
    return Sample(found, things, held.subjects())


def _around(facts: Facts, wanted: Set[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The lines around these things, and the IRIs of those of them of which something is said."""
    about = {iri: facts.about(iri) for iri in wanted}
    things = {iri for iri in wanted if about[iri]}
    kept, edge = set(things), set(things)
    for _ in range(_STEPS):
        edge = _told(facts, {line.split(" ", 2)[2] for iri in edge for line in about[iri]}, about) - kept
        kept |= edge
    leading = list(facts.leading(things))
    beside = {line.split(" ", 1)[0] for line in leading} - about.keys()
    about.update((iri, facts.about(iri)) for iri in beside)
    beside = {line.split(" ", 1)[0] for line in leading}
    beside |= _told(facts, {line.split(" ", 2)[2] for iri in kept for line in about[iri]}, about)
    known = [line for iri in beside - kept for line in about[iri] if is_telling(line)]
    chosen = {*chain.from_iterable(about[iri] for iri in kept), *leading, *known}
    return tuple(sorted(chosen)), frozenset(iri[1:-1] for iri in things)


def _told(facts: Facts, values: Set[str], about: dict[str, Sequence[str]]) -> set[str]:
    """Those of these values of which something is said; what is said goes to `about`."""
    iris = {value for value in values if value.startswith("<")}
    about.update((iri, facts.about(iri)) for iri in iris - about.keys())
    return {iri for iri in iris if about[iri]}


def touched(lines: Collection[str], changed: Collection[str]) -> set[str]:
    """The things for which a rule can look at one of the `changed` lines, in a graph of these lines and those."""
    leading: dict[str, set[str]] = defaultdict(set)
    for line in {*lines, *changed}:
        subject, _, value = line.split(" ", 2)
        leading[value].add(subject)
    subjects = {line.split(" ", 1)[0] for line in changed}
    telling = {line.split(" ", 1)[0] for line in changed if is_telling(line)}
    found = subjects | {line.split(" ", 2)[2] for line in changed}
    found |= {line.split(" ", 2)[2] for line in lines if line.split(" ", 1)[0] in telling}
    for beginning, steps in ((subjects, _STEPS), (telling, _STEPS + 1)):
        seen = edge = beginning
        for _ in range(steps):
            edge = {subject for iri in edge for subject in leading.get(iri, ())} - seen
            seen = seen | edge
        found |= seen
    return found


def is_telling(line: str) -> bool:
    """Whether a line gives a class or a name."""
    return line.endswith('"') or f" {_TYPE} " in line or '"@' in line


def classes_of(lines: Iterable[str]) -> set[str]:
    """The classes that lines give their subject."""
    return {value_of(line) for line in lines if line.startswith(_TYPE, line.index(" ") + 1)}


def way_of(line: str) -> str:
    """The property and the value of a line."""
    return line[line.index(" ") + 1 :]


def value_of(line: str) -> str:
    """The value of a line."""
    return line[line.index(" ", line.index(" ") + 1) + 1 :]


def lot_of(subject: str) -> bytes:
    """What decides which subjects are drawn."""
    return sha256(subject.encode("utf-8")).digest()
