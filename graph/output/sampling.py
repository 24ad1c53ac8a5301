"""A part of a large graph on which its rules can be checked: some things of every class, with all that is said of them.

A rule of `ontology/shapes/` looks at one thing, what it leads to and what leads to it, so that a thing that is given
with these keeps or breaks it as it does in the whole graph. Which things are taken depends on their IRIs alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
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
    out: dict[str, list[str]] = defaultdict(list)
    classes: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        subject, predicate, value = line.split(" ", 2)
        out[subject].append(line)
        if predicate == _TYPE:
            classes[value].append(subject)
    things = {iri for found in classes.values() for iri in sorted(found, key=_lot)[:of_a_class]}
    kept, edge = set(things), set(things)
    for _ in range(_STEPS):
        edge = {line.split(" ", 2)[2] for iri in edge for line in out[iri]} & out.keys()
        edge -= kept
        kept |= edge
    leading = [line for line in lines if line.split(" ", 2)[2] in things]
    around = {line.split(" ", 1)[0] for line in leading}
    around |= {line.split(" ", 2)[2] for iri in kept for line in out[iri]} & out.keys()
    known = [
        line for iri in around - kept for line in out[iri] if line.endswith('"') or f" {_TYPE} " in line or '"@' in line
    ]
    chosen = {*chain.from_iterable(out[iri] for iri in kept), *leading, *known}
    return Sample(tuple(sorted(chosen)), frozenset(iri[1:-1] for iri in things), len(out))


def _lot(iri: str) -> bytes:
    return sha256(iri.encode("utf-8")).digest()
