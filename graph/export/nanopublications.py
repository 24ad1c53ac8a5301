"""Nanopublications: each statement as a small dataset of its own, with its evidence and licence, named by its content.

The form is that of nanopub.net (head, assertion, provenance, publication info). A name is a trusty URI (module RA): the
SHA-256 of the nanopublication's own statements, so that nobody can change one without breaking its name. There is no
date of making; what a source denies is no assertion and is left out.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph as ox

from graph.export.description import LICENCE, RIGHTS
from graph.export.loading import Dataset
from graph.terms import node, term, text
from ontology.namespaces import DCTERMS, IG, NP, OA, PROV, RDF

BASE = "https://w3id.org/integraph/np/"
_PLACE = " "
_TYPE = node(RDF + "type")
_STRING = "http://www.w3.org/2001/XMLSchema#string"
Value = ox.NamedNode | ox.Literal
Row = tuple[str, str, str, Value]


def nanopublications(dataset: Dataset) -> list[ox.Quad]:
    """The nanopublications of all statements that assert something, sorted."""
    about: dict[str, set[ox.Triple]] = {}
    for quad in dataset.quads:
        if isinstance(quad.subject, ox.NamedNode):
            about.setdefault(quad.subject.value, set()).add(quad.triple)
    statements = sorted(iri for iri, found in about.items() if ox.Triple(node(iri), _TYPE, term("Statement")) in found)
    quads: set[ox.Quad] = set()
    for iri in statements:
        quads |= _nanopublication(iri, about)
    return sorted(quads, key=str)


def _nanopublication(iri: str, about: Mapping[str, set[ox.Triple]]) -> set[ox.Quad]:
    told: dict[str, list[Value]] = {}
    for triple in sorted(about[iri], key=str):
        if isinstance(triple.object, ox.NamedNode | ox.Literal):
            told.setdefault(triple.predicate.value, []).append(triple.object)
    if told[IG + "modality"][0].value == "negated":
        return set()
    subject, predicate, value = (told[RDF + part][0] for part in ("subject", "predicate", "object"))
    rows: list[Row] = [("#assertion", subject.value, predicate.value, value)]
    if isinstance(value, ox.NamedNode):
        rows += _rows("#assertion", (t for t in about.get(value.value, ()) if t.predicate.value != IG + "budget"))
    evidence = [iri, told[DCTERMS + "source"][0].value, *(s.value for s in told[OA + "hasSelector"])]
    for part in evidence:
        rows += _rows("#provenance", about.get(part, ()))
    rows += _frame(iri, told[DCTERMS + "source"][0])
    return _named(rows)


def _rows(graph: str, triples: Iterable[ox.Triple]) -> list[Row]:
    """Triples as rows of a part. Names of things stay out of assertions: an amount's figures belong there."""
    wanted = {IG + "amount", IG + "currency", RDF + "type"}
    return [
        (graph, triple.subject.value, triple.predicate.value, triple.object)
        for triple in triples
        if isinstance(triple.subject, ox.NamedNode)
        and isinstance(triple.object, ox.NamedNode | ox.Literal)
        and (graph != "#assertion" or (triple.predicate.value in wanted and "/id/amount/" in triple.subject.value))
    ]


def _frame(statement: str, source: Value) -> list[Row]:
    """The head, and what is said about assertion and publication. Own parts are named from "" (the whole) on."""

    def own(part: str) -> ox.NamedNode:
        return node(f"{BASE}{part}")

    return [
        ("#Head", "", RDF + "type", node(NP + "Nanopublication")),
        ("#Head", "", NP + "hasAssertion", own("#assertion")),
        ("#Head", "", NP + "hasProvenance", own("#provenance")),
        ("#Head", "", NP + "hasPublicationInfo", own("#pubinfo")),
        ("#provenance", "#assertion", PROV + "wasDerivedFrom", source),
        ("#provenance", "#assertion", PROV + "wasDerivedFrom", node(statement)),
        ("#pubinfo", "", DCTERMS + "license", node(LICENCE)),
        ("#pubinfo", "", DCTERMS + "rights", text(RIGHTS, "en")),
        ("#pubinfo", "", DCTERMS + "creator", node("https://w3id.org/integraph")),
    ]


def _named(rows: Sequence[Row]) -> set[ox.Quad]:
    """The rows as quads, their own parts named by the hash of all."""
    name = trusty_name([tuple(_absolute(part, _PLACE) for part in row) for row in rows])  # type: ignore[misc]
    return {
        ox.Quad(
            node(str(_absolute(subject, name))),
            node(predicate),
            _value(value, name),
            node(str(_absolute(graph, name))),
        )
        for graph, subject, predicate, value in rows
    }


def _absolute(part: str | Value, name: str) -> str | Value:
    """An own part ("", "#Head", …) or a reference to one, with the publication's name put in."""
    if isinstance(part, str):
        return f"{BASE}{name}{part}" if not part or part.startswith("#") else part
    if isinstance(part, ox.NamedNode) and part.value.startswith(BASE):
        return f"{BASE}{name}{part.value[len(BASE) :]}"
    return part


def _value(value: Value, name: str) -> Value:
    found = _absolute(value, name)
    return node(found) if isinstance(found, str) else found


def trusty_name(rows: Iterable[tuple[str, str, str, str | Value]]) -> str:
    """The artifact code ("RA" and 43 characters) of rows of graph, subject, predicate and object.

    In IRIs of own parts a space must stand where the name will. Method: Kuhn and Dumontier, "Trusty URIs" (2014), RDF
    graph module RA.
    """
    lines = [f"{g}\n{s}\n{p}\n{_hashed(o)}\n" for g, s, p, o in sorted(rows, key=_order)]
    content = "".join(line for at, line in enumerate(lines) if not at or line != lines[at - 1])
    return "RA" + base64.urlsafe_b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii").rstrip("=")


def _order(row: tuple[str, str, str, str | Value]) -> tuple[bytes, bytes, bytes, bool, bytes, str, str]:
    graph, subject, predicate, value = row
    keys = graph.encode("utf-8"), subject.encode("utf-8"), predicate.encode("utf-8")
    if isinstance(value, ox.Literal):
        datatype = "" if value.language else value.datatype.value
        return *keys, True, value.value.encode("utf-8"), datatype, value.language or ""
    found = value if isinstance(value, str) else value.value
    return *keys, False, found.encode("utf-8"), "", ""


def _hashed(value: str | Value) -> str:
    if isinstance(value, ox.Literal):
        escaped = value.value.replace("\\", "\\\\").replace("\n", "\\n")
        return f"@{value.language.lower()} {escaped}" if value.language else f"^{value.datatype.value} {escaped}"
    return value if isinstance(value, str) else value.value
