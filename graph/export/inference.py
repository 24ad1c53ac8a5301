"""What follows from the facts and the ontology by the rules of OWL 2 RL (W3C, 2012), on request.

The reasoner is `reasonable`, an optional part. Only what is concluded about the things of the graph is given: nothing
about the ontology itself, and nothing that is true of everything.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from graph.export.loading import ExportError
from ontology.namespaces import OWL, RDF, RDFS
from ontology.publication import whole_ontology

_TYPE = RDF + "type"
_EMPTY = frozenset({OWL + "Thing", OWL + "NamedIndividual", RDFS + "Resource", RDFS + "Literal"})
_EQUAL = frozenset({OWL + "sameAs", OWL + "differentFrom"})


def inferred(facts: Iterable[ox.Triple]) -> list[ox.Triple]:
    """The triples that follow from `facts`, without these, sorted.

    Raises `ExportError` where the reasoner is not installed.
    """
    try:
        from rdflib import Graph
        from reasonable import PyReasoner
    except ImportError as error:
        raise ExportError("--infer needs a reasoner. Install it with: pip install 'integraph[reason]'") from error
    given = set(facts)
    things = {triple.subject for triple in given} | {t.object for t in given if isinstance(t.object, ox.NamedNode)}
    lines = ox.serialize(sorted({*given, *whole_ontology()}, key=str), format=ox.RdfFormat.N_TRIPLES) or b""
    reasoner = PyReasoner()
    reasoner.from_graph(Graph().parse(data=lines.decode("utf-8"), format="nt"))
    found = {triple for row in reasoner.reason() if (triple := _triple(*row)) is not None}
    return sorted({t for t in found - given if t.subject in things and _says_something(t)}, key=str)


def _triple(subject: object, predicate: object, value: object) -> ox.Triple | None:
    """A conclusion as a triple of IRIs and literals; None for one that has a blank node or a literal for a subject."""
    from rdflib.term import Literal, URIRef

    if not isinstance(subject, URIRef) or not isinstance(predicate, URIRef):
        return None
    if isinstance(value, URIRef):
        return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value))
    if not isinstance(value, Literal):
        return None
    if value.language:
        literal = ox.Literal(str(value), language=value.language)
    else:
        literal = ox.Literal(str(value), datatype=ox.NamedNode(value.datatype) if value.datatype else None)
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), literal)


def _says_something(triple: ox.Triple) -> bool:
    if triple.predicate.value in _EQUAL and triple.subject == triple.object:
        return False
    return triple.predicate.value != _TYPE or (
        isinstance(triple.object, ox.NamedNode) and triple.object.value not in _EMPTY
    )
