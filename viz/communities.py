"""The communities of a network as a picture of their own: one sign each, lines for the links between them."""

from __future__ import annotations

from collections import Counter
from math import sqrt
from typing import Any

import networkx as nx

from viz.analysis import Analysis, Community
from viz.layout import layout
from viz.network import asserted

#: Communities of one or two things are left to the search and the table.
SMALLEST = 3


def community_picture(network: nx.MultiDiGraph[str], analysis: Analysis) -> tuple[list[list[Any]], list[list[int]]]:
    """Communities and the links between them, for the page.

    The first list holds `[members, named after, x, y, radius]` (IRIs) for each; the second `[one, other, links]`, where
    a community is meant by its number.
    """
    shown = [part for part in analysis.communities if len(part.members) >= SMALLEST]
    number = {member: i for i, part in enumerate(shown) for member in part.members}
    links: Counter[tuple[int, int]] = Counter()
    overview: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    overview.add_nodes_from(_name(part) for part in shown)
    for s, o, evidence in network.edges(data="evidence"):
        one, other = number.get(s), number.get(o)
        if one is None or other is None or one == other or not asserted(evidence):
            continue
        links[min(one, other), max(one, other)] += 1
        overview.add_edge(_name(shown[one]), _name(shown[other]), evidence=evidence)
    radii = {_name(part): round(12.0 + 5.0 * sqrt(len(part.members)), 1) for part in shown}
    places = layout(overview, radii)
    signs = [
        [list(part.members), list(part.named_by), *places[_name(part)], radii[_name(part)]] for part in shown
    ]
    return signs, [[one, other, count] for (one, other), count in sorted(links.items())]


def _name(part: Community) -> str:
    """What a community keeps its place by: its best connected member."""
    return part.members[0]
