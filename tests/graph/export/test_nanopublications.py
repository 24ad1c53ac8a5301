"""Nanopublications: well-formed, named by their content as another implementation computes it, one a statement."""
from __future__ import annotations

import re

import pyoxigraph as ox
import rdflib
from nanopub.trustyuri.rdf import RdfHasher, RdfUtils

from graph.export.loading import Dataset
from graph.export.nanopublications import BASE, nanopublications, trusty_name
from graph.export.writing import Format, export
from graph.terms import node
from ontology.namespaces import ID, IG, NP, OA, PROV


def publications(dataset: Dataset) -> dict[str, list[ox.Quad]]:
    found: dict[str, list[ox.Quad]] = {}
    for quad in nanopublications(dataset):
        name = re.fullmatch(re.escape(BASE) + r"(RA[\w-]{43})#\w+", quad.graph_name.value)  # type: ignore[union-attr]
        assert name, quad
        found.setdefault(name[1], []).append(quad)
    return found


def test_one_for_each_statement_that_asserts(dataset: Dataset) -> None:
    modalities = [q.object.value for q in dataset.quads if q.predicate.value == IG + "modality"]
    assert modalities.count("negated") == 1
    assert len(publications(dataset)) == len(modalities) - 1 == 8


def test_each_has_its_four_parts_and_its_evidence(dataset: Dataset) -> None:
    for name, quads in publications(dataset).items():
        parts = {quad.graph_name.value.rsplit("#")[-1] for quad in quads}
        assert parts == {"Head", "assertion", "provenance", "pubinfo"}
        assert ox.Quad(node(BASE + name), node(NP + "hasAssertion"), node(f"{BASE}{name}#assertion"), node(f"{BASE}{name}#Head")) in quads
        inside = [q for q in quads if q.graph_name == node(f"{BASE}{name}#assertion")]
        facts = [q for q in inside if "/id/project/" in q.subject.value]
        assert len(facts) == 1 and facts[0].triple in dataset.facts
        assert {q.predicate.value for q in quads if q.graph_name == node(f"{BASE}{name}#provenance")} >= {OA + "exact", PROV + "wasDerivedFrom"}


def test_an_amount_stands_in_the_assertion(dataset: Dataset) -> None:
    about = [q for q in nanopublications(dataset) if q.subject == node(ID + "amount/1200-EUR")]
    assert {q.predicate.value for q in about} >= {IG + "amount", IG + "currency"}
    assert all(q.graph_name.value.endswith("#assertion") for q in about)  # type: ignore[union-attr]


def test_names_are_what_the_nanopub_library_computes(dataset: Dataset) -> None:
    (data,) = export(dataset, Format.NANOPUB).values()
    whole = rdflib.Dataset()
    whole.parse(data=data.decode(), format="trig")
    checked = 0
    for name in publications(dataset):
        quads = [(rdflib.URIRef(g), s, p, o) for s, p, o, g in whole.quads() if g and name in str(g)]
        assert RdfHasher.make_hash(quads, hashstr=name) == name
        checked += 1
    assert checked == 8 and RdfUtils is not None


def test_a_changed_word_changes_the_name() -> None:
    rows = [("g", "s", "p", ox.Literal("one", language="en")), ("g", "s", "p", ox.Literal("line\nand \\"))]
    names = {trusty_name(rows), trusty_name(list(reversed(rows))), trusty_name([*rows, rows[0]])}
    assert len(names) == 1
    assert trusty_name([("g", "s", "p", ox.Literal("onE", language="en")), rows[1]]) not in names
