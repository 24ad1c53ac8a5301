"""The classes and properties of the ontology, as the extractor and the RDF writer need them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import pyoxigraph as ox

IG = "https://w3id.org/integraph/ontology#"
_SUB = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf"


@dataclass(frozen=True, slots=True)
class Property:
    """A property: local name, the classes of its subjects, the classes (or datatypes' local names) of its objects,
    its direct generals."""

    name: str
    subjects: frozenset[str]
    objects: frozenset[str]
    generals: tuple[str, ...]


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


@lru_cache(maxsize=1)
def properties() -> dict[str, Property]:
    """All properties of `integraph.ttl` that carry ig:subjectClass, by local name."""
    found: dict[str, tuple[set[str], set[str], list[str]]] = {}
    for quad in ox.parse((files("ontology") / "integraph.ttl").read_bytes(), format=ox.RdfFormat.TURTLE):
        if not isinstance(quad.subject, ox.NamedNode) or not quad.subject.value.startswith(IG):
            continue
        subjects, objects, generals = found.setdefault(_local(quad.subject.value), (set(), set(), []))
        if not isinstance(quad.object, ox.NamedNode):
            continue
        if quad.predicate.value == IG + "subjectClass":
            subjects.add(_local(quad.object.value))
        elif quad.predicate.value == IG + "objectClass":
            objects.add(_local(quad.object.value))
        elif quad.predicate.value == _SUB and quad.object.value.startswith(IG):
            generals.append(_local(quad.object.value))
    return {n: Property(n, frozenset(s), frozenset(o), tuple(sorted(g))) for n, (s, o, g) in found.items() if s}


@lru_cache(maxsize=256)
def with_generals(name: str) -> tuple[str, ...]:
    """A property and all that are more general, nearest first, by their local names."""
    known = properties()
    found = [name]
    for one in found:
        if one in known:
            found += [general for general in known[one].generals if general not in found]
    return tuple(found)
