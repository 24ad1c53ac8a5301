"""Does a graph keep the rules of `ontology/shapes/`? Says what is wrong where, in an order that never changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pyoxigraph as ox
from pyshacl import validate as run_shacl
from rdflib import Graph
from rdflib.namespace import SH
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import BNode, Literal, Node, URIRef

from ontology.namespaces import XSD, shorten

_STRING = ox.NamedNode(XSD + "string")


class ValidationError(ValueError):
    """A graph or a shapes file that cannot be checked at all; the message says which, why and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One rule that one thing breaks.

    `focus` is the IRI of the thing, `path` the property it is about ("" where the rule is about the thing itself),
    `value` the offending value ("" where one is missing), `shape` the rule, `severity` one of "Violation", "Warning",
    "Info".
    """

    focus: str
    path: str
    value: str
    shape: str
    message: str
    severity: str = "Violation"

    def __str__(self) -> str:
        place = f"{shorten(self.focus)} {shorten(self.path)}".rstrip()
        return f"{place}: {self.message}" + (f" (found {self.value!r})" if self.value else "")


class _Asked(Graph):
    """A graph that parses each query once: the rules in SPARQL ask the same of thousands of things, and to parse one
    takes fifty times as long as to answer it."""

    def __init__(self) -> None:
        super().__init__()
        self._prepared: dict[str, Query] = {}

    def query(self, query_object: Any, *args: Any, **options: Any) -> Result:
        """The answer to a query."""
        if isinstance(query_object, str):
            if query_object not in self._prepared:
                self._prepared[query_object] = prepareQuery(query_object, initNs=dict(self.namespaces()))
            query_object = self._prepared[query_object]
        return super().query(query_object, *args, **options)


@lru_cache(maxsize=1)
def shapes() -> Graph:
    """All shapes, one graph. Treat it as read-only."""
    folder = files("ontology") / "shapes"
    graph = Graph()
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".ttl"))
    if not names:
        raise ValidationError(f"{folder}: no shapes there; reinstall integraph")
    for name in names:
        _read(graph, (folder / name).read_bytes(), f"{folder / name}")
    return graph


def _read(graph: Graph, turtle: str | bytes, name: str) -> None:
    """Add what a Turtle text says to a graph, parsed by pyoxigraph, which is much faster than rdflib's parser."""
    try:
        for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    except (SyntaxError, UnicodeDecodeError) as error:
        raise ValidationError(f"{name}: not valid Turtle ({error}); mend it and try again") from error


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        plain = term.language or term.datatype == _STRING
        return Literal(term.value, lang=term.language, datatype=None if plain else URIRef(term.datatype.value))
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    raise ValidationError(f"{term}: a triple inside a triple cannot be checked; write it as a statement")


def validate(data: str | bytes | Graph) -> list[Violation]:
    """The rules that `data` (Turtle, or a graph) breaks, sorted; an empty list if it keeps them all.

    Of a TriG dataset pass the union of the graphs, since labels stand in another graph than the facts.
    Raises ValidationError where the Turtle cannot be read.
    """
    if isinstance(data, Graph):
        graph = data
    else:
        graph = _Asked()
        _read(graph, data, "the graph to validate")
    conforms, results, text = run_shacl(graph, shacl_graph=shapes(), inference="none", meta_shacl=False, advanced=False)
    if not isinstance(results, Graph):
        raise ValidationError(f"the shapes could not be applied ({text}); check the files under ontology/shapes")
    found = sorted({_violation(results, node) for node in results.objects(None, SH.result)})
    if not conforms and not found:
        raise ValidationError(f"the check failed without saying where ({text}); check the files under ontology/shapes")
    return found


def _violation(results: Graph, node: Node) -> Violation:
    def one(predicate: Node) -> str:
        return min((str(value) for value in results.objects(node, predicate)), default="")

    path, shape = one(SH.resultPath), one(SH.sourceShape)
    severity = one(SH.resultSeverity).removeprefix(str(SH))
    return Violation(one(SH.focusNode), path, one(SH.value), shape, one(SH.resultMessage), severity or "Violation")
