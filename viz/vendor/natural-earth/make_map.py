"""Make the map of the explorer from Natural Earth's countries (public domain) as packed by world-atlas.

`python viz/vendor/natural-earth/make_map.py countries-50m.json viz/map.json`; the input is a file of the npm package
`world-atlas`. Projection: Lambert's azimuthal equal-area one (Snyder 1987, p. 182) around Europe; lines are thinned by
Douglas and Peucker's method. Each country gets a path in the map's units and the point where its number may stand.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from math import cos, hypot, radians, sin, sqrt
from pathlib import Path
from typing import Any

from babel.core import get_global

CENTRE = (16.0, 44.0)
#: The window in units of the earth's radius: left, right, bottom, top.
WINDOW = (-0.56, 0.80, -0.58, 0.50)
WIDTH = 1000.0
SCALE = WIDTH / (WINDOW[1] - WINDOW[0])
#: Details smaller than this (in map units) go; islands smaller than the square of `SMALLEST` too, unless all is small.
DETAIL, SMALLEST = 0.9, 3.0

Point = tuple[float, float]
Ring = list[Point]


def project(longitude: float, latitude: float) -> Point:
    """A place on the map."""
    turn, lat, middle = radians(longitude - CENTRE[0]), radians(latitude), radians(CENTRE[1])
    near = 1.0 + sin(middle) * sin(lat) + cos(middle) * cos(lat) * cos(turn)
    k = sqrt(2.0 / max(near, 1e-6))
    x, y = k * cos(lat) * sin(turn), k * (cos(middle) * sin(lat) - sin(middle) * cos(lat) * cos(turn))
    return ((x - WINDOW[0]) * SCALE, (WINDOW[3] - y) * SCALE)


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines of a topology as longitudes and latitudes."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * kx + tx, y * ky + ty))
        lines.append(line)
    return lines


def thinned(line: Ring) -> Ring:
    """A line without the points that hardly matter."""
    if len(line) < 3:
        return line
    (ax, ay), (bx, by) = line[0], line[-1]
    length = hypot(bx - ax, by - ay)
    away = [
        abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length if length else hypot(x - ax, y - ay) for x, y in line
    ]
    far = max(range(len(line)), key=lambda i: away[i])
    if away[far] < DETAIL:
        return [line[0], line[-1]]
    return thinned(line[: far + 1])[:-1] + thinned(line[far:])


def area(ring: Ring) -> float:
    """The area within a ring."""
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]))) / 2


def rings_of(geometry: dict[str, Any], lines: list[Ring]) -> list[Ring]:
    """The outer rings of a country that are in the window, the greatest first; in map units."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    rings = []
    for polygon in polygons:
        ring: Ring = []
        for number in polygon[0]:
            line = lines[number] if number >= 0 else lines[~number][::-1]
            ring += line[1:] if ring else line
        if any(0 <= x <= WIDTH and 0 <= y <= (WINDOW[3] - WINDOW[2]) * SCALE for x, y in ring):
            rings.append(ring)
    return sorted(rings, key=area, reverse=True)


def inside(x: float, y: float, ring: Ring) -> bool:
    """Tell whether a point is within a ring (even and odd crossings)."""
    crossings = sum(
        (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
        for (ax, ay), (bx, by) in pairwise([*ring, ring[0]])
    )
    return crossings % 2 == 1


def middle(ring: Ring) -> Point:
    """A point of the window within the ring, as far from its border as a grid of 40 by 40 allows."""
    height = (WINDOW[3] - WINDOW[2]) * SCALE
    xs = [min(max(x, 0.0), WIDTH) for x, _ in ring]
    ys = [min(max(y, 0.0), height) for _, y in ring]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    grid = [
        (left + (right - left) * (i + 0.5) / 40, top + (bottom - top) * (j + 0.5) / 40)
        for i in range(40)
        for j in range(40)
    ]
    dense = [
        (ax + (bx - ax) * k / n, ay + (by - ay) * k / n)
        for (ax, ay), (bx, by) in pairwise([*ring, ring[0]])
        for n in [max(1, int(hypot(bx - ax, by - ay) / 6))]
        for k in range(n)
    ]
    border = [
        *dense,
        *((x, edge) for x, _ in ring for edge in (0.0, height)),
        *((e, y) for _, y in ring for e in (0.0, WIDTH)),
    ]
    room = {at: min(hypot(at[0] - x, at[1] - y) for x, y in border) for at in grid if inside(*at, ring)}
    return max(room, key=lambda at: room[at], default=((left + right) / 2, (top + bottom) / 2))


def is_crimea(ring: Ring) -> bool:
    """Tell whether a ring is the peninsula, which the data draws apart."""
    west, north = project(32.3, 46.3)
    east, south = project(36.8, 44.2)
    return all(west - 8 <= x <= east + 8 and north - 8 <= y <= south + 8 for x, y in ring) and area(ring) > SMALLEST**2


def main(source: Path, target: Path) -> None:
    """Read the one, write the other."""
    topology = json.loads(source.read_text("utf-8"))
    lines = [thinned([project(*point) for point in line]) for line in arcs_of(topology)]
    codes = get_global("territory_aliases")
    shapes: dict[str, list[Ring]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = "XK" if geometry["properties"]["name"] == "Kosovo" else codes.get(geometry.get("id", ""), [""])[0]
        if code and geometry.get("arcs") and (rings := rings_of(geometry, lines)):
            shapes[code] = rings
    # Part of Ukraine (United Nations General Assembly, resolution 68/262).
    shapes["UA"] += [ring for ring in shapes["RU"] if is_crimea(ring)]
    shapes["RU"] = [ring for ring in shapes["RU"] if not is_crimea(ring)]
    countries = {}
    for code, rings in shapes.items():
        kept = [ring for ring in rings if area(ring) >= SMALLEST**2] or rings[:1]
        path = "".join("M" + "L".join(f"{round(x)} {round(y)}" for x, y in ring[:-1]) + "Z" for ring in kept)
        x, y = middle(kept[0])
        countries[code] = [path, round(x), round(y)]
    size = [round(WIDTH), round((WINDOW[3] - WINDOW[2]) * SCALE)]
    shown = json.dumps({"size": size, "countries": dict(sorted(countries.items()))}, indent=0) + "\n"
    target.write_text(shown, "utf-8")
    sys.stdout.write(f"{len(countries)} countries, {len(shown)} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
