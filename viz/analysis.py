"""Who stands where in the network: how well connected, between whom, in which company, and with whom how often.

Measures follow the field's definitions: betweenness (Freeman 1977; in large networks estimated from evenly chosen
pivots, Brandes and Pich 2007), brokerage (Gould and Fernandez 1989: a body between two that have no tie of their own
and belong to different countries, or work on different themes), communities (Louvain, Blondel et al. 2008), and
one-mode projections of who takes part in, and who pays for, the same projects.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

import networkx as nx

from viz.network import asserted
from viz.style import pays, takes_part

#: Betweenness is exact where that takes no more than this many looks at a thing or link; else estimated from so many
#: pivots as fit (but at least `PIVOTS`).
WORK, PIVOTS = 600_000, 24
#: How many members give a community its name.
NAMED_BY = 3

PARTICIPATION, FUNDING = "co-participation", "co-funding"


@dataclass(frozen=True, slots=True)
class Standing:
    """A thing's place: things it is linked with, share of shortest ways through it (0 to 1), pairs that it brokers."""

    degree: int
    betweenness: float
    countries: int = 0
    themes: int = 0


@dataclass(frozen=True, slots=True)
class Tie:
    """Two bodies (or funds) that meet in the same projects; `kind` is `PARTICIPATION` or `FUNDING`."""

    kind: str
    one: str
    other: str
    projects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Community:
    """Things that are linked more with one another than with the rest; the best connected members first."""

    members: tuple[str, ...]

    @property
    def named_by(self) -> tuple[str, ...]:
        """The members that a name of the community is made of."""
        return self.members[:NAMED_BY]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All measures of a network, by the IRI of the thing; communities and ties in order of size."""

    standings: Mapping[str, Standing]
    communities: tuple[Community, ...]
    ties: tuple[Tie, ...]


def analyse(network: nx.MultiDiGraph[str], hubs: Collection[str]) -> Analysis:
    """Measure a network as `viz.network.read_network` gives it.

    `hubs` are the classes (countries, groups, themes …) through which nearly everything is linked: they are left out of
    the ways and the communities, and only say what a body belongs to.
    """
    links = simple_links(network, hubs)
    ties = (*_ties(network, takes_part(), PARTICIPATION), *_ties(network, pays(), FUNDING))
    between = _betweenness(links)
    partners = _partners(ties)
    countries, themes = _belongs(network, "Country"), _belongs(network, "Theme")
    standings = {
        name: Standing(
            links.degree(name),
            between[name],
            _brokered(name, partners, countries),
            _brokered(name, partners, themes),
        )
        for name in sorted(links)
    }
    return Analysis(standings, _communities(links), ties)


def simple_links(network: nx.MultiDiGraph[str], hubs: Collection[str]) -> nx.Graph[str]:
    """Which things are linked by any stated fact; hubs and things without links left out."""
    kinds = network.nodes(data="kind")
    links: nx.Graph[str] = nx.Graph()
    pairs = {
        (min(s, o), max(s, o))
        for s, o, evidence in network.edges(data="evidence")
        if s != o and asserted(evidence) and kinds[s] not in hubs and kinds[o] not in hubs
    }
    links.add_edges_from(sorted(pairs))
    return links


def _numbered(links: nx.Graph[str]) -> tuple[nx.Graph[int], list[str]]:
    """The same links between numbers in the order of the names, so that no result follows the hash of a string."""
    names = sorted(links)
    number = {name: i for i, name in enumerate(names)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    graph.add_edges_from(sorted((number[a], number[b]) if a < b else (number[b], number[a]) for a, b in links.edges))
    return graph, names


def _betweenness(links: nx.Graph[str]) -> dict[str, float]:
    graph, names = _numbered(links)
    count = len(names)
    if count < 3:
        return dict.fromkeys(names, 0.0)
    pivots = max(PIVOTS, WORK // (count + graph.number_of_edges()))
    if pivots >= count:
        found = nx.betweenness_centrality(graph, normalized=True)
        return {names[i]: round(value, 6) for i, value in found.items()}
    chosen = sorted(range(count), key=lambda i: sha256(names[i].encode("utf-8")).digest())[:pivots]
    sums = nx.betweenness_centrality_subset(graph, sources=chosen, targets=list(graph))
    scale = 2.0 * count / pivots / ((count - 1) * (count - 2))
    return {names[i]: round(min(value * scale, 1.0), 6) for i, value in sums.items()}


def _communities(links: nx.Graph[str]) -> tuple[Community, ...]:
    graph, names = _numbered(links)
    if not names:
        return ()
    parts = nx.community.louvain_communities(graph, seed=0)
    ordered = [sorted((names[i] for i in part), key=lambda name: (-links.degree(name), name)) for part in parts]
    return tuple(Community(tuple(part)) for part in sorted(ordered, key=lambda part: (-len(part), part[0])))


def _ties(network: nx.MultiDiGraph[str], relations: Collection[str], kind: str) -> list[Tie]:
    """One-mode projection: who meets whom in which projects."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    for project, body, relation, evidence in network.edges(keys=True, data="evidence"):
        if relation in relations and asserted(evidence):
            members[project].add(body)
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for project in sorted(members):
        for pair in combinations(sorted(members[project]), 2):
            shared[pair].append(project)
    ties = [Tie(kind, one, other, tuple(projects)) for (one, other), projects in shared.items()]
    return sorted(ties, key=lambda tie: (-len(tie.projects), tie.one, tie.other))


def _partners(ties: Iterable[Tie]) -> dict[str, set[str]]:
    partners: defaultdict[str, set[str]] = defaultdict(set)
    for tie in ties:
        if tie.kind == PARTICIPATION:
            partners[tie.one].add(tie.other)
            partners[tie.other].add(tie.one)
    return dict(partners)


def _belongs(network: nx.MultiDiGraph[str], kind: str) -> Callable[[str], frozenset[str]]:
    """What of a class each body belongs to: what is said of itself, else of the projects it takes part in."""
    kinds = network.nodes(data="kind")
    own: defaultdict[str, set[str]] = defaultdict(set)
    projects: defaultdict[str, set[str]] = defaultdict(set)
    taking_part = takes_part()
    for s, o, relation, evidence in network.edges(keys=True, data="evidence"):
        if not asserted(evidence):
            continue
        if kinds[o] == kind:
            own[s].add(o)
        if relation in taking_part:
            projects[o].add(s)

    def belongs(body: str) -> frozenset[str]:
        return frozenset(own.get(body) or {c for project in projects.get(body, ()) for c in own.get(project, ())})

    return belongs


def _brokered(name: str, partners: Mapping[str, set[str]], belongs: Callable[[str], frozenset[str]]) -> int:
    """How many pairs of partners have no tie of their own and nothing in common of what they belong to."""
    around = sorted(partner for partner in partners.get(name, ()) if belongs(partner))
    if len(around) < 2:
        return 0
    of = {partner: belongs(partner) for partner in around}
    return sum(other not in partners[one] and not of[one] & of[other] for one, other in combinations(around, 2))
