"""Where each node stands: computed at build time, the same for the same network, and nearly the same for a similar one.

Every node has a home that depends on its own IRI only; forces then pull neighbours together and push others apart for a
fixed number of steps. Only additions, products, quotients and square roots are used, so that every machine agrees.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from math import cos, pi, sin, sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from viz.network import asserted

Array = NDArray[np.float64]

#: The usual distance of neighbours, in the page's units (a label at zoom 1 is about 100 wide and 30 high).
SPACING = 110.0
#: Above this many nodes, far nodes are felt as the centre of their cell.
EXACT = 700
_PUSH = 0.02 * SPACING * SPACING
_STEPS = 160
_WIDER = 1.15


def layout(graph: nx.MultiDiGraph[str], sizes: Mapping[str, float]) -> dict[str, tuple[int, int]]:
    """Give each node a place; `sizes` are the radii that must not overlap."""
    names = sorted(graph)
    if not names:
        return {}
    links = _links(graph, names)
    home = _homes(names, links)
    linked = _degrees(len(names), links) > 0
    places = _relax(home, links)
    places[linked] = _even(places[linked])
    places[~linked] = _rim(home[~linked], places[linked])
    radii = np.array([sizes.get(name, 10.0) for name in names])
    places[:, 0] *= _WIDER
    places = _separate(places, radii + 9.0)
    places -= (places.max(axis=0) + places.min(axis=0)) / 2
    return {name: (round(x), round(y)) for name, (x, y) in zip(names, places.tolist(), strict=True)}


def _links(graph: nx.MultiDiGraph[str], names: list[str]) -> NDArray[np.int64]:
    index = {name: i for i, name in enumerate(names)}
    pairs = {
        (min(index[s], index[o]), max(index[s], index[o]))
        for s, o, evidence in graph.edges(data="evidence")
        if s != o and asserted(evidence)
    }
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)


def _home(name: str) -> tuple[float, float]:
    """A point of the unit disc that follows from the name alone."""
    digest = sha256(name.encode("utf-8")).digest()
    angle = int.from_bytes(digest[:6], "big") / 2**48 * 2 * pi
    radius = sqrt(int.from_bytes(digest[6:12], "big") / 2**48)
    return radius * round(cos(angle), 9), radius * round(sin(angle), 9)


def _degrees(count: int, links: NDArray[np.int64]) -> Array:
    return np.bincount(links.ravel(), minlength=count).astype(np.float64)


def _gather(count: int, links: NDArray[np.int64], a: Array, b: Array) -> Array:
    """Sum what each link does to its two ends."""
    return np.stack(
        [np.bincount(links[:, 0], a[:, k], count) + np.bincount(links[:, 1], b[:, k], count) for k in (0, 1)], axis=1
    )


def _homes(names: list[str], links: NDArray[np.int64]) -> Array:
    """Well-connected nodes keep their own point, the others start among their neighbours."""
    count = len(names)
    own = np.array([_home(name) for name in names]) * (SPACING * sqrt(count) * 0.6)
    degree = _degrees(count, links)[:, None]
    keep = (degree + 1.0) / (degree + 8.0)
    places = own
    for _ in range(3):
        near = _gather(count, links, places[links[:, 1]], places[links[:, 0]]) / np.maximum(degree, 1.0)
        places = np.where(degree > 0, keep * own + (1.0 - keep) * near, own)
    return places + own * 0.02


def _relax(home: Array, links: NDArray[np.int64]) -> Array:
    count = len(home)
    degree = _degrees(count, links)
    mass = np.sqrt(degree + 1.0)
    pull = (1.2 / np.maximum(mass[links[:, 0]], mass[links[:, 1]]))[:, None]
    places = home.copy()
    steps = _STEPS if count <= 4 * EXACT else _STEPS // 3
    for step in range(steps):
        force = _repel_all(places, mass) if count <= EXACT else _repel_cells(places, mass)
        gap = places[links[:, 1]] - places[links[:, 0]]
        length = np.sqrt((gap * gap).sum(axis=1))[:, None]
        force += _gather(count, links, gap * length * pull / SPACING, -gap * length * pull / SPACING)
        force -= 0.10 * mass[:, None] * places + 0.03 * (places - home)
        limit = SPACING * sqrt(sqrt(count)) * 0.5 * (1.0 - step / steps) + 0.5
        size = np.sqrt((force * force).sum(axis=1))[:, None]
        places = places + force * np.minimum(1.0, limit / np.maximum(size, 1e-9)) * 0.5
    return places


def _even(places: Array) -> Array:
    """Loosen the crowded middle: move every node part of the way to where an evenly filled disc would have it."""
    if len(places) < 8:
        return places
    offset = places - places.mean(axis=0)
    radius = np.sqrt((offset * offset).sum(axis=1))
    rank = np.empty(len(places))
    rank[np.argsort(radius, kind="stable")] = np.arange(len(places)) + 0.5
    even = np.sqrt(rank / len(places)) * SPACING * sqrt(len(places)) * 0.52
    return np.asarray(offset * ((0.3 * radius + 0.7 * even) / np.maximum(radius, 1e-9))[:, None])


def _rim(home: Array, centre: Array) -> Array:
    """Things without links stand around the rest, each on the side of its own point."""
    own = np.sqrt((home * home).sum(axis=1))
    reach = float(np.sqrt((centre * centre).sum(axis=1)).max()) + SPACING / 3 if len(centre) else SPACING
    far = reach + own / max(float(own.max(initial=1.0)), 1.0) * SPACING / 2 if len(centre) else own
    return np.asarray(home * (far / np.maximum(own, 1e-9))[:, None])


def _repel_all(places: Array, mass: Array) -> Array:
    dx = places[:, 0][:, None] - places[:, 0][None, :]
    dy = places[:, 1][:, None] - places[:, 1][None, :]
    weight = _PUSH * mass[:, None] * mass[None, :] / (dx * dx + dy * dy + 25.0)
    return np.stack([(dx * weight).sum(axis=1), (dy * weight).sum(axis=1)], axis=1)


def _repel_cells(places: Array, mass: Array) -> Array:
    """As `_repel_all`, with the nodes of a cell taken together: the cost is nodes × cells."""
    low, high = places.min(axis=0), places.max(axis=0)
    side = max(float((high - low).max()) / min(26.0, sqrt(len(places)) / 1.6), 1.0)
    cells = ((places - low) / side).astype(np.int64)
    _, cell = np.unique(cells[:, 0] * 100_000 + cells[:, 1], return_inverse=True)
    weight = np.bincount(cell, mass)
    centre = np.stack([np.bincount(cell, mass * places[:, k]) / weight for k in (0, 1)], axis=1)
    force = np.zeros_like(places)
    for start in range(0, len(places), 2000):
        part = slice(start, start + 2000)
        dx = places[part, 0][:, None] - centre[None, :, 0]
        dy = places[part, 1][:, None] - centre[None, :, 1]
        push = _PUSH * mass[part][:, None] * weight[None, :] / (dx * dx + dy * dy + side * side * 0.05)
        force[part] = np.stack([(dx * push).sum(axis=1), (dy * push).sum(axis=1)], axis=1)
    return force


def _separate(places: Array, radii: Array) -> Array:
    """Push overlapping nodes apart, sweeping along x."""
    reach = 2.0 * float(radii.max())
    for _ in range(30):
        order = np.lexsort((places[:, 1], places[:, 0]))
        moved = False
        sorted_x = places[order, 0]
        last = int((np.searchsorted(sorted_x, sorted_x + reach, side="right") - np.arange(len(order))).max())
        shift = np.zeros_like(places)
        for offset in range(1, last):
            i, j = order[:-offset], order[offset:]
            gap = places[j] - places[i]
            distance = np.sqrt((gap * gap).sum(axis=1))
            overlap = radii[i] + radii[j] - distance
            hit = overlap > 0.5
            if not hit.any():
                continue
            moved = True
            way = np.where(distance[hit, None] > 1e-6, gap[hit] / np.maximum(distance[hit, None], 1e-6), [[0.0, 1.0]])
            step = way * overlap[hit, None] * 0.5
            np.add.at(shift, i[hit], -step)
            np.add.at(shift, j[hit], step)
        places = places + shift
        if not moved:
            break
    return places
