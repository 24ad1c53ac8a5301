"""Where the nodes stand."""
from __future__ import annotations

from itertools import combinations
from math import hypot
from statistics import median

import networkx as nx
import pytest

from viz.layout import EXACT, layout
from viz.network import Evidence

SAID = (Evidence("i", "s", (), "r", 1.0, "asserted", "en"),)


def town(projects: int) -> nx.MultiDiGraph[str]:
    """Projects, each with two bodies and one of nine countries."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for i in range(projects):
        for other in (f"body{i % 37}", f"body{(i * 7 + 3) % 61}", f"country{i % 9}"):
            graph.add_edge(f"project{i}", other, key="linked", evidence=SAID)
    graph.add_node("alone")
    return graph


@pytest.mark.parametrize("projects", [1, 20, 150, EXACT])
def test_nothing_overlaps(projects: int) -> None:
    graph = town(projects)
    sizes = dict.fromkeys(graph, 12.0)
    places = layout(graph, sizes)
    assert places.keys() == set(graph)
    near = sum(hypot(a[0] - b[0], a[1] - b[1]) < 24 for a, b in combinations(places.values(), 2))
    assert near == 0


def test_same_network_same_places_whatever_the_order() -> None:
    graph = town(60)
    again: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    again.add_nodes_from(sorted(graph, reverse=True))
    again.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert layout(graph, {}) == layout(again, {})


def test_one_project_less_moves_the_others_little() -> None:
    graph = town(200)
    before = layout(graph, {})
    graph.remove_node("project77")
    after = layout(graph, {})
    extent = max(x for x, _ in before.values()) - min(x for x, _ in before.values())
    moved = [hypot(after[n][0] - before[n][0], after[n][1] - before[n][1]) for n in after]
    assert median(moved) < 0.10 * extent


def test_neighbours_stand_nearer_than_strangers() -> None:
    graph = town(120)
    places = layout(graph, {})

    def mean(pairs: list[tuple[str, str]]) -> float:
        return sum(hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]) for a, b in pairs) / len(pairs)

    linked = [(a, b) for a, b in graph.edges() if b.startswith("body")]
    strangers = [(a, b) for a, b in combinations(sorted(graph), 2)
                 if not graph.has_edge(a, b) and not graph.has_edge(b, a)]
    assert mean(linked) < 0.75 * mean(strangers)


def test_empty_and_single() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    assert layout(graph, {}) == {}
    graph.add_node("one")
    assert layout(graph, {}) == {"one": (0, 0)}
