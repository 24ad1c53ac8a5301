"""What other vocabularies call our terms: the classes and properties that each term is a special case of.

Only rdfs:subClassOf, rdfs:subPropertyOf and their equivalents are followed, since only these let a program say more
without saying anything false. Close and narrow matches are hints for people and are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import pyoxigraph as ox

from ontology.namespaces import IG, OWL, RDFS

_NARROWER = frozenset(
    {
        RDFS + "subClassOf",
        RDFS + "subPropertyOf",
        OWL + "equivalentClass",
        OWL + "equivalentProperty",
    }
)


@dataclass(frozen=True, slots=True)
class Alignments:
    """For each class and property of ours (full IRIs): the terms of other vocabularies that it implies, in order.

    `inverses` gives, for each property that has one, the property that reads it the other way.
    """

    implied: Mapping[str, tuple[str, ...]]
    inverses: Mapping[str, str]


@lru_cache(maxsize=1)
def alignments() -> Alignments:
    """The alignments that `integraph.ttl` states, directly or through a more general term of ours."""
    direct: dict[str, set[str]] = {}
    inverses: dict[str, str] = {}
    for quad in ox.parse((files("ontology") / "integraph.ttl").read_bytes(), format=ox.RdfFormat.TURTLE):
        if not isinstance(quad.subject, ox.NamedNode) or not isinstance(quad.object, ox.NamedNode):
            continue
        if quad.predicate.value in _NARROWER:
            direct.setdefault(quad.subject.value, set()).add(quad.object.value)
        elif quad.predicate.value == OWL + "inverseOf":
            inverses[quad.object.value] = quad.subject.value
    implied = {term: _foreign(term, direct) for term in sorted(direct) if term.startswith(IG)}
    return Alignments({term: found for term, found in implied.items() if found}, dict(sorted(inverses.items())))


def _foreign(term: str, direct: Mapping[str, set[str]]) -> tuple[str, ...]:
    """All more general terms of other vocabularies, by way of ours."""
    seen: set[str] = set()
    waiting = [term]
    while waiting:
        for general in direct.get(waiting.pop(), ()):
            if general not in seen:
                seen.add(general)
                waiting.append(general)
    return tuple(sorted(found for found in seen if not found.startswith(IG)))
