"""A part of a large graph on which its rules can be checked: some things of every class, with all that is said of them.

A rule of `ontology/shapes/` looks at one thing, what it leads to and what leads to it, so that a thing that is given
with these keeps or breaks it as it does in the whole graph. Which things are taken depends on their IRIs alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Set
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

from ontology.namespaces import RDF

_TYPE = f"<{RDF}type>"
_OF_A_CLASS = 100
_STEPS = 2


@dataclass(frozen=True, slots=True)
class Sample:
    """Lines of N-Triples, the IRIs of the things in them that are to be judged, and how many there are in all."""

    lines: tuple[str, ...]
    things: frozenset[str]
    whole: int


def sample(lines: Collection[str], of_a_class: int = _OF_A_CLASS) -> Sample:
    """Up to `of_a_class` things of each class, with what they lead to in two steps and what leads to them; of what is
    around these, classes and names."""
    classes: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        subject, predicate, value = line.split(" ", 2)
        if predicate == _TYPE:
            classes[value].append(subject)
    return around(lines, {iri for found in classes.values() for iri in sorted(found, key=_lot)[:of_a_class]})


def around(lines: Collection[str], wanted: Set[str]) -> Sample:
    """These things (as they stand in lines), with all that their rules look at."""
    out: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        out[line.split(" ", 1)[0]].append(line)
    things = wanted & out.keys()
    kept, edge = set(things), set(things)
    for _ in range(_STEPS):
        edge = {line.split(" ", 2)[2] for iri in edge for line in out[iri]} & out.keys()
        edge -= kept
        kept |= edge
    leading = [line for line in lines if line.split(" ", 2)[2] in things]
    beside = {line.split(" ", 1)[0] for line in leading}
    beside |= {line.split(" ", 2)[2] for iri in kept for line in out[iri]} & out.keys()
    known = [line for iri in beside - kept for line in out[iri] if is_telling(line)]
    chosen = {*chain.from_iterable(out[iri] for iri in kept), *leading, *known}
    return Sample(tuple(sorted(chosen)), frozenset(iri[1:-1] for iri in things), len(out))


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


def _lot(iri: str) -> bytes:
    return sha256(iri.encode("utf-8")).digest()
