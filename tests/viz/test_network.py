"""The dataset as a network."""
from __future__ import annotations

from collections import Counter

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from ontology.namespaces import GROUP, ID, IG, RDF, SKOS
from viz.network import asserted, read_network

LANTERN = ID + "project/lantern"


def test_everything_is_there(store: Store) -> None:
    graph = read_network(store)
    assert Counter(kind for _, kind in graph.nodes(data="kind")) == {
        "Organisation": 13, "Project": 10, "Country": 4, "Fund": 3, "BeneficiaryGroup": 3, "ActivityType": 2,
        "Theme": 2, "Event": 1, "Output": 1, "Place": 1, "Policy": 1}
    assert graph.number_of_edges() == 47
    assert sum(asserted(evidence) for _, _, evidence in graph.edges(data="evidence")) == 46
    assert sum(len(values) for _, values in graph.nodes(data="values")) == 8
    assert len(graph.graph["sources"]) == 4


def test_two_sources_for_one_fact(store: Store) -> None:
    evidence = read_network(store).edges[LANTERN, ID + "fund/kredo", "fundedBy"]["evidence"]
    assert [e.quotes[0].text for e in evidence] == [
        "Lantern is co-financed by the Kredo Integration Fund (KIF).", "The KIF supports Lantern and Rowboat."]
    assert [e.rule for e in evidence] == ["en.fundedBy.plain", "en.fundedBy.active"]


def test_two_quotes_masked_as_they_are(store: Store) -> None:
    quotes = read_network(store).edges[LANTERN, GROUP + "refugees", "targets"]["evidence"][0].quotes
    assert [(q.text, q.masked) for q in quotes] == [
        ("Lantern serves refugees.", True), ("It helped ████ find a flat.", True)]
    assert all(q.end - q.start == len(q.text) for q in quotes)


def test_denied_is_kept_but_does_not_count(store: Store) -> None:
    graph = read_network(store)
    assert not asserted(graph.edges[LANTERN, ID + "organisation/dellin", "hasPartner"]["evidence"])
    assert graph.nodes[ID + "organisation/dellin"]["degree"] == 1
    assert graph.nodes[LANTERN]["degree"] == 12


def test_amounts_are_values(store: Store) -> None:
    graph = read_network(store)
    budget = next(v for v in graph.nodes[LANTERN]["values"] if v.predicate == "budget")
    assert budget.text == "1200000 EUR" and budget.iri == ID + "amount/1200000-EUR"
    assert budget.iri not in graph


def test_names(store: Store) -> None:
    node = read_network(store).nodes[LANTERN]
    assert node["labels"] == {"en": ["Lantern"], "it": ["Lanterna"]} and node["acronyms"] == ["LANT"]


def test_without_label_the_iri_names_it_and_the_first_class_counts() -> None:
    store = Store()
    thing = NamedNode(ID + "organisation/%C3%A9toile")
    for kind in ("Organisation", "Project"):
        store.add(Quad(thing, NamedNode(RDF + "type"), NamedNode(IG + kind)))
    node = read_network(store, classes=["Project", "Organisation"]).nodes[thing.value]
    assert node["labels"] == {"": ["étoile"]} and node["kind"] == "Project"


def test_preferred_name_first() -> None:
    store = Store()
    thing = NamedNode(ID + "project/x")
    store.add(Quad(thing, NamedNode(SKOS + "altLabel"), Literal("Aaa", language="en")))
    store.add(Quad(thing, NamedNode(SKOS + "prefLabel"), Literal("Zzz", language="en")))
    store.add(Quad(thing, NamedNode(RDF + "type"), NamedNode(IG + "Project")))
    assert read_network(store).nodes[thing.value]["labels"] == {"en": ["Zzz", "Aaa"]}


def test_a_broken_statement_is_refused() -> None:
    store = Store()
    store.add(Quad(NamedNode(ID + "statement/1"), NamedNode(RDF + "subject"), NamedNode(LANTERN)))
    with pytest.raises(ValueError, match="statement/1 has no predicate or no object"):
        read_network(store)


def test_an_empty_store() -> None:
    assert len(read_network(Store())) == 0


def test_a_grant_is_a_value_of_its_project_that_names_the_funder() -> None:
    data = """@prefix ig: <https://w3id.org/integraph/ontology#> . @prefix e: <http://e/> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    e:g { e:p a ig:Project ; ig:hasGrant e:grant . e:f a ig:Fund ; skos:prefLabel "Kredo Fund"@en .
      e:grant a ig:Grant ; ig:grantor e:f ; ig:grantAmount e:a ; ig:share 0.75 . e:a a ig:Amount ; ig:amount 900.0 ; ig:currency "EUR" .
      e:s1 a ig:Statement ; rdf:subject e:p ; rdf:predicate ig:hasGrant ; rdf:object e:grant .
      e:s2 a ig:Statement ; rdf:subject e:grant ; rdf:predicate ig:grantor ; rdf:object e:f . }"""
    store = Store()
    store.load(data.encode(), format=RdfFormat.TRIG)
    graph = read_network(store)
    assert "http://e/grant" not in graph
    (value,) = graph.nodes["http://e/p"]["values"]
    assert (value.predicate, value.text, value.datatype) == ("hasGrant", "Kredo Fund: 900 EUR, 75 %", IG + "Grant")


def test_a_grant_shows_its_side_where_no_funder_is_named_its_period_and_who_gets_it() -> None:
    data = """@prefix ig: <https://w3id.org/integraph/ontology#> . @prefix e: <http://e/> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    e:g { e:p a ig:Project ; ig:hasGrant e:grant . e:o a ig:Organisation ; skos:prefLabel "Kredo Foundation"@en .
      e:grant a ig:Grant ; ig:fundingRole "national" ; ig:share 0.25 ; ig:recipient e:o ; ig:periodStart "2019" ; ig:periodEnd "2021" .
      e:s1 a ig:Statement ; rdf:subject e:p ; rdf:predicate ig:hasGrant ; rdf:object e:grant . }"""
    store = Store()
    store.load(data.encode(), format=RdfFormat.TRIG)
    (value,) = read_network(store).nodes["http://e/p"]["values"]
    assert value.text == "national: 25 %, 2019–2021, → Kredo Foundation"
