"""The first picture of the page: as little of the network as it takes to draw it before the rest is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from viz.network import Evidence, asserted

#: How many things may be labelled: the picture has no room for more.
NAMED = 300


def first_picture(
    graph: nx.MultiDiGraph[str],
    nodes: Sequence[Mapping[str, Any]],
    edges: Iterable[Mapping[str, Any]],
    style: Mapping[str, Any],
) -> dict[str, Any]:
    """The signs, lines and names of the whole network, for `explorer/early.js`.

    `nodes` and `edges` are those of the page's picture, in the order of the network's nodes. Looks and order agree with
    what `explorer/draw.js` makes of the same data.
    """
    looks = style["classes"]
    kinds = list(looks)
    names = list(graph)
    facts = list(graph.edges(keys=True, data="evidence"))
    bundles: dict[tuple[float, str, str, float, bool], list[int]] = {}
    for edge in edges:
        own = [facts[number] for number in edge["facts"]]
        look, doubtful = _line([p for _, _, p, _ in own], [e for *_, e in own], style)
        key = (look["strength"], look["light"], look["dark"], look["width"], doubtful)
        bundles.setdefault(key, []).extend((edge["from"], edge["to"]))
    placed = [
        [node["x"], node["y"], node["size"], kinds.index(_kind(graph, name, looks))]
        for name, node in zip(names, nodes, strict=True)
    ]
    ranks = {name: (graph.nodes[name]["degree"] + 1) * looks[_kind(graph, name, looks)]["weight"] for name in names}
    order = sorted(range(len(names)), key=lambda i: (-ranks[names[i]], i))[:NAMED]
    return {
        "looks": _looks(style),
        "nodes": placed,
        "lines": [
            [[light, dark], width, strength, doubtful, ends]
            for (strength, light, dark, width, doubtful), ends in sorted(bundles.items())
        ],
        "names": [[i, _names(graph.nodes[names[i]]["labels"]), graph.nodes[names[i]]["acronyms"][:1]] for i in order],
    }


def first_overview(
    graph: nx.MultiDiGraph[str],
    signs: Sequence[Sequence[Any]],
    lines: Sequence[Sequence[int]],
    style: Mapping[str, Any],
) -> dict[str, Any]:
    """The communities of a large network, the largest first, and the lines between them; both as
    `viz.communities.community_picture` gives them."""
    kinds = list(style["classes"])
    order = sorted(range(len(signs)), key=lambda i: (-len(signs[i][0]), i))
    place = {i: at for at, i in enumerate(order)}
    shown = []
    for members, named, x, y, r in (signs[i] for i in order):
        counts = Counter(kinds.index(_kind(graph, name, style["classes"])) for name in members)
        most = min(counts, key=lambda kind: (-counts[kind], kind))
        first = graph.nodes[named[0]]
        shown.append([x, y, r, most, len(members), _names(first["labels"]), first["acronyms"][:1]])
    return {
        "looks": _looks(style),
        "nodes": [],
        "communities": shown,
        "between": [[place[one], place[other], count] for one, other, count in lines],
    }


def _looks(style: Mapping[str, Any]) -> list[list[Any]]:
    """Shape, colours (light and dark) and weight of each class."""
    return [[look["shape"], [look["light"], look["dark"]], look["weight"]] for look in style["classes"].values()]


def _kind(graph: nx.MultiDiGraph[str], name: str, looks: Mapping[str, Any]) -> str:
    kind: str = graph.nodes[name]["kind"]
    return kind if kind in looks else "Thing"


def _line(
    relations: Sequence[str], evidence: Sequence[Sequence[Evidence]], style: Mapping[str, Any]
) -> tuple[Mapping[str, Any], bool]:
    """The look of a line that stands for some facts, and whether all of them are doubtful."""
    known = list(style["relations"])
    stated = [p for p, own in zip(relations, evidence, strict=True) if asserted(own)]
    first = min(stated, key=lambda p: known.index(p) if p in known else len(known))
    limit = style["page"]["doubtful_below"]
    doubts = []
    for own in evidence:
        affirming = [e for e in own if e.modality != "negated"]
        doubts.append(len({e.rule for e in affirming}) == 1 and max(e.confidence for e in affirming) < limit)
    return style["relations"].get(first, style["relations"]["other"]), all(doubts)


def _names(labels: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The first name in each language."""
    return {code: [own[0]] for code, own in labels.items()}
