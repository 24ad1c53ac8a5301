"""Measures of a network, against small networks reckoned by hand."""

from __future__ import annotations

import networkx as nx
import pytest

from viz.analysis import FUNDING, PARTICIPATION, Analysis, analyse
from viz.analysis_rdf import GRAPH, name_of, quads
from viz.network import Evidence

HUBS = frozenset({"Country", "Theme"})
SAYS = (Evidence("s", "d", (), "r", 0.9, "asserted", "en"),)
DENIES = (Evidence("s", "d", (), "r", 0.9, "negated", "en"),)
KINDS = {"p": "Project", "b": "Organisation", "f": "Fund", "c": "Country", "t": "Theme"}


def network(*facts: tuple[str, str, str], denied: tuple[tuple[str, str, str], ...] = ()) -> nx.MultiDiGraph[str]:
    """A network of facts between things; the first letter of a name says its class."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for s, _, o in (*facts, *denied):
        for name in (s, o):
            graph.add_node(name, kind=KINDS[name[0]], labels={"": [name.upper()]}, acronyms=[])
    for evidence, group in ((SAYS, facts), (DENIES, denied)):
        for s, p, o in group:
            graph.add_edge(s, o, key=p, evidence=evidence)
    return graph


def measured(graph: nx.MultiDiGraph[str]) -> Analysis:
    return analyse(graph, HUBS)


def test_the_middle_of_a_chain_is_between_all_others() -> None:
    found = measured(network(("p1", "implementedBy", "b1"), ("p2", "implementedBy", "b1")))
    assert {name: (s.degree, s.betweenness) for name, s in found.standings.items()} == {
        "b1": (2, 1.0),
        "p1": (1, 0.0),
        "p2": (1, 0.0),
    }


def test_hubs_and_denied_facts_link_nothing() -> None:
    graph = network(
        ("p1", "coversCountry", "c1"),
        ("p2", "coversCountry", "c1"),
        ("p1", "implementedBy", "b1"),
        denied=(("p2", "implementedBy", "b1"),),
    )
    assert set(measured(graph).standings) == {"p1", "b1"}


def test_a_broker_stands_between_countries() -> None:
    facts = [
        ("p1", "implementedBy", "b1"),
        ("p1", "hasPartner", "b2"),
        ("p2", "implementedBy", "b1"),
        ("p2", "hasPartner", "b3"),
        ("b2", "presentIn", "c1"),
        ("b3", "presentIn", "c2"),
    ]
    assert measured(network(*facts)).standings["b1"].countries == 1
    together = measured(network(*facts, ("p3", "hasPartner", "b2"), ("p3", "hasPartner", "b3")))
    assert together.standings["b1"].countries == 0
    same = measured(network(*facts[:-1], ("b3", "presentIn", "c1")))
    assert same.standings["b1"].countries == 0


def test_themes_of_a_body_are_those_of_its_projects() -> None:
    found = measured(
        network(
            ("p1", "implementedBy", "b1"),
            ("p1", "hasPartner", "b2"),
            ("p1", "addresses", "t1"),
            ("p2", "implementedBy", "b1"),
            ("p2", "hasPartner", "b3"),
            ("p2", "addresses", "t2"),
        )
    )
    assert (found.standings["b1"].themes, found.standings["b1"].countries) == (1, 0)


def test_ties_count_the_projects_in_common() -> None:
    found = measured(
        network(
            ("p1", "implementedBy", "b1"),
            ("p1", "hasPartner", "b2"),
            ("p2", "coordinatedBy", "b2"),
            ("p2", "hasPartner", "b1"),
            ("p1", "fundedBy", "f1"),
            ("p1", "fundedBy", "f2"),
        )
    )
    assert [(t.kind, t.one, t.other, t.projects) for t in found.ties] == [
        (PARTICIPATION, "b1", "b2", ("p1", "p2")),
        (FUNDING, "f1", "f2", ("p1",)),
    ]


def test_two_cliques_are_two_communities() -> None:
    facts = [
        (f"{p}{side}", "hasPartner", f"b{side}{n}") for side in (1, 2) for p in ("pa", "pb", "pc") for n in (1, 2, 3)
    ]
    found = measured(network(*facts, ("pa1", "follows", "pa2")))
    assert [len(part.members) for part in found.communities] == [6, 6]
    assert {name[2] if name[0] == "p" else name[1] for name in found.communities[0].members} in ({"1"}, {"2"})
    assert len(found.communities[0].named_by) == 3


def test_an_empty_network_has_no_measures() -> None:
    assert measured(nx.MultiDiGraph()) == Analysis({}, (), ())


def test_many_things_are_estimated_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = [(f"p{i}", "implementedBy", f"b{i % 7}") for i in range(150)] + [
        (f"p{i}", "hasPartner", f"b{(i + 1) % 7}") for i in range(0, 150, 9)
    ]
    exact = measured(network(*facts)).standings
    monkeypatch.setattr("viz.analysis.WORK", 60 * 330)
    near = measured(network(*facts)).standings
    top = max(exact, key=lambda name: exact[name].betweenness)
    assert near[top].betweenness == pytest.approx(exact[top].betweenness, rel=0.25)
    assert near != exact


def test_measures_are_quads_of_their_own_graph() -> None:
    plain = network(("p1", "implementedBy", "b1"), ("p1", "hasPartner", "b2"))
    graph = nx.relabel_nodes(plain, {name: f"https://example.org/{name}" for name in plain})
    found = list(quads(measured(graph), graph))
    assert {quad.graph_name.value for quad in found} == {GRAPH}
    assert {quad.predicate.value.rpartition("#")[2] for quad in found} == {
        "degree", "betweenness", "inCommunity", "namedAfter", "prefLabel", "type",
        "tieKind", "tieStrength", "tieBetween", "meetsIn",
    }  # fmt: skip
    assert found == list(quads(measured(graph), graph))


def test_a_thing_is_called_by_its_acronym_else_in_english() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", labels={"it": ["Uno"], "en": ["One"]}, acronyms=["ONE"])
    graph.add_node("b", labels={"it": ["Due"], "en": ["Two"]}, acronyms=[])
    graph.add_node("c", labels={"it": ["Tre"], "fi": ["Kolme"]}, acronyms=[])
    assert [name_of(graph, name) for name in "abc"] == ["ONE", "Two", "Kolme"]
