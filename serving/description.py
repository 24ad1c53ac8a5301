"""What a dataset holds, in numbers: counted once, when it is loaded."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, cast

import pyoxigraph as ox

from ontology.namespaces import IG, RDF

_CLASSES = f"SELECT ?term (COUNT(DISTINCT ?s) AS ?n) {{ ?s <{RDF}type> ?term }} GROUP BY ?term"
_PROPERTIES = "SELECT ?term (COUNT(*) AS ?n) { ?s ?term ?o } GROUP BY ?term"
_SUBJECTS = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"
_OBJECTS = "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"
_EXAMPLES = ("Project", "Organisation", "Fund")


@dataclass(frozen=True)
class Description:
    """Counts of the default graph, in which each fact stands once, and of the sources, which are the named graphs.

    `classes` and `properties` are (IRI, number) with the most frequent first; `examples` are IRIs of things.
    """

    triples: int
    subjects: int
    objects: int
    graphs: int
    classes: tuple[tuple[str, int], ...]
    properties: tuple[tuple[str, int], ...]
    examples: tuple[str, ...]


def describe(store: ox.Store) -> Description:
    """Count what a store holds."""
    properties = _counts(store, _PROPERTIES)
    return Description(
        triples=sum(number for _, number in properties),
        subjects=_number(store, _SUBJECTS),
        objects=_number(store, _OBJECTS),
        graphs=sum(1 for _ in store.named_graphs()),
        classes=_counts(store, _CLASSES),
        properties=properties,
        examples=tuple(iri for name in _EXAMPLES if (iri := _first(store, name))),
    )


def to_data(description: Description) -> dict[str, Any]:
    """A description as plain data."""
    return asdict(description)


def from_data(data: dict[str, Any]) -> Description:
    """The description that plain data stand for."""
    pairs = {name: tuple((str(iri), int(number)) for iri, number in data[name]) for name in ("classes", "properties")}
    return Description(**(data | pairs | {"examples": tuple(data["examples"])}))


def _rows(store: ox.Store, sparql: str) -> ox.QuerySolutions:
    return cast(ox.QuerySolutions, store.query(sparql))


def _number(store: ox.Store, sparql: str) -> int:
    return int(next(_rows(store, sparql))["n"].value)


def _counts(store: ox.Store, sparql: str) -> tuple[tuple[str, int], ...]:
    found = [(row["term"].value, int(row["n"].value)) for row in _rows(store, sparql)]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0])))


def _first(store: ox.Store, name: str) -> str:
    rows = list(_rows(store, f"SELECT ?s {{ ?s <{RDF}type> <{IG}{name}> }} ORDER BY ?s LIMIT 1"))
    return str(rows[0]["s"].value) if rows else ""
