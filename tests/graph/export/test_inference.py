"""What follows by OWL 2 RL: as another reasoner concludes it, about our things only, always in one order."""
from __future__ import annotations

import sys

import owlrl
import pyoxigraph as ox
import pytest
import rdflib

from graph.export.inference import inferred
from graph.export.loading import Dataset, ExportError
from graph.terms import node, term
from ontology.namespaces import FOAF, ID, OWL, RDF
from ontology.publication import whole_ontology

TYPE = node(RDF + "type")


def link(subject: str, predicate: str, value: str) -> ox.Triple:
    return ox.Triple(node(ID + subject), term(predicate), node(ID + value))


CHAIN = [link("fund/strand", "underFund", "fund/programme"), link("fund/programme", "underFund", "fund/whole"), link("project/p", "fundedBy", "fund/strand"),
         link("organisation/a", "cooperatesWith", "organisation/b")]


def test_classes_inverses_chains_and_symmetry_follow() -> None:
    found = inferred(CHAIN)
    for expected in (link("fund/strand", "underFund", "fund/whole"), link("fund/strand", "funds", "project/p"), link("organisation/b", "cooperatesWith", "organisation/a"),
                     ox.Triple(node(ID + "organisation/b"), TYPE, term("Organisation")), ox.Triple(node(ID + "organisation/b"), TYPE, node(FOAF + "Organization"))):
        assert expected in found
    assert not set(found) & set(CHAIN) and found == sorted(found, key=str) == inferred(list(reversed(CHAIN)))
    assert not [t for t in found if t.object == node(OWL + "Thing") or not t.subject.value.startswith(ID)]  # type: ignore[union-attr]


def test_another_reasoner_concludes_the_same_of_links_and_classes() -> None:
    lines = ox.serialize([*CHAIN, *whole_ontology()], format=ox.RdfFormat.N_TRIPLES)
    graph = rdflib.Graph().parse(data=lines.decode(), format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    theirs = {(str(s), str(p), str(o)) for s, p, o in graph if str(s).startswith(ID) and isinstance(o, rdflib.URIRef) and str(s) != str(o)}
    ours = {(t.subject.value, t.predicate.value, t.object.value) for t in [*inferred(CHAIN), *CHAIN]}  # type: ignore[union-attr]
    wanted = {row for row in theirs if row[2] not in (OWL + "Thing",)}
    assert wanted <= ours and len(wanted) > 30


def test_labels_and_dates_are_not_told_twice(dataset: Dataset) -> None:
    given = {(t.subject, t.predicate, t.object.value) for t in dataset.facts if isinstance(t.object, ox.Literal)}
    assert not [t for t in inferred(dataset.facts) if isinstance(t.object, ox.Literal) and (t.subject, t.predicate, t.object.value) in given]


def test_a_missing_reasoner_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "reasonable", None)
    with pytest.raises(ExportError, match=r"integraph\[reason\]"):
        inferred(CHAIN)
