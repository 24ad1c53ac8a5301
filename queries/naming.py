"""What things are called: the label of an IRI in a person's language, and tables with labels beside the IRIs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from urllib.parse import unquote

import pyoxigraph as ox

from ontology.namespaces import DCTERMS, FOAF, IG, OA, OWL, RDF, RDFS, SKOS, XSD
from queries.guard import bind_values
from queries.rows import Row
from queries.runner import Engine, Table
from queries.terms import Term, local_name

_LABELS = """
PREFIX ig: <https://w3id.org/integraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?thing ?property ?label
WHERE {
  VALUES ?property { skos:prefLabel dcterms:title rdfs:label skos:altLabel ig:acronym }
  ?thing ?property ?label .
}
ORDER BY ?thing ?property STR(?label)
"""
_BATCH = 200
_ORDER = ("prefLabel", "title", "label", "altLabel", "acronym")
_VOCABULARIES = (DCTERMS, FOAF, IG, OA, OWL, RDF, RDFS, SKOS, XSD)


class Labels:
    """Finds the label of a thing: preferred names first; the language asked for, then English, then any."""

    def __init__(self, engine: Engine, language: str = "en") -> None:
        self._engine = engine
        self._language = language
        self._known: dict[str, str] = {}

    def read(self, terms: Iterable[Term | None]) -> None:
        """Learn the labels of these things, many at a time."""
        wanted = sorted({t.value for t in terms if isinstance(t, ox.NamedNode)} - self._known.keys())
        things = [iri for iri in wanted if not iri.startswith(_VOCABULARIES)]
        for at in range(0, len(things), _BATCH):
            self._read_batch(things[at : at + _BATCH])
        for iri in wanted:
            self._known.setdefault(iri, term_label(iri, self._language))

    def of(self, term: Term | None) -> str:
        """The label of a thing, the text of a literal, and nothing for what is not stated."""
        if term is None:
            return ""
        if not isinstance(term, ox.NamedNode):
            return term.value
        if term.value not in self._known:
            self.read([term])
        return self._known[term.value]

    def _read_batch(self, iris: list[str]) -> None:
        answer = self._engine.query(bind_values(_LABELS, {"thing": [ox.NamedNode(iri) for iri in iris]}), {})
        found: dict[str, list[tuple[int, int, str, str]]] = {}
        for thing, prop, label in answer.rows if isinstance(answer, Table) else ():
            if isinstance(thing, ox.NamedNode) and isinstance(prop, ox.NamedNode) and isinstance(label, ox.Literal):
                tag = (label.language or "").lower()
                near = 0 if tag == self._language else 1 if tag == "en" else 2 if not tag else 3
                found.setdefault(thing.value, []).append((_ORDER.index(local_name(prop.value)), near, tag, label.value))
        for iri, labels in found.items():
            self._known[iri] = min(labels)[3]


def term_label(iri: str, language: str = "en") -> str:
    """A readable name that needs no dataset: the ontology's label, else one made of the IRI."""
    labels = _ontology_labels()
    name = labels.get((iri, language)) or labels.get((iri, "en"))
    if name:
        return name
    name = unquote(local_name(iri)) or iri
    if iri.startswith(IG) and name[:1].islower():
        return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return name


@cache
def _ontology_labels() -> dict[tuple[str, str], str]:
    text = (resources.files("ontology") / "integraph.ttl").read_bytes()
    labels: dict[tuple[str, str], str] = {}
    for quad in ox.parse(text, format=ox.RdfFormat.TURTLE):
        if quad.predicate.value == RDFS + "label" and isinstance(quad.object, ox.Literal):
            labels[quad.subject.value, quad.object.language or ""] = quad.object.value
    return labels


def with_labels(table: Table, labels: Labels) -> Table:
    """The table with a column `xLabel` after each column `x` that holds things."""
    labels.read(term for row in table.rows for term in row)
    things = [any(isinstance(row[at], ox.NamedNode) for row in table.rows) for at in range(len(table.columns))]
    columns = [
        name
        for at, column in enumerate(table.columns)
        for name in ([column, f"{column}Label"] if things[at] else [column])
    ]
    rows = [_labelled(row, things, labels) for row in table.rows]
    return Table(tuple(columns), tuple(rows))


def _labelled(row: Row, things: list[bool], labels: Labels) -> Row:
    cells: list[Term | None] = []
    for term, thing in zip(row, things, strict=True):
        cells.append(term)
        if thing:
            cells.append(ox.Literal(labels.of(term)) if term is not None else None)
    return tuple(cells)
