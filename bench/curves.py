"""Curves as SVG: a panel for each figure, a line for each series, both axes from zero."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

Series = tuple[str, Sequence[tuple[float, float]]]
COLOURS = ("#1f5fa8", "#b4541a", "#3a7d44")
WIDE, HIGH, EDGE = 420, 260, 48


def curves(panels: Sequence[tuple[str, Sequence[Series]]]) -> str:
    """One picture of several panels, each a title and its series of (x, y) points."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE * len(panels)} {HIGH}" '
        'font-family="sans-serif" font-size="11">\n<rect width="100%" height="100%" fill="white"/>\n'
    ]
    for number, (title, series) in enumerate(panels):
        parts.append(f'<g transform="translate({WIDE * number} 0)">\n{_panel(title, series)}</g>\n')
    return "".join([*parts, "</svg>\n"])


def _panel(title: str, series: Sequence[Series]) -> str:
    most_x = max((x for _, points in series for x, _ in points), default=1.0) or 1.0
    most_y = max((y for _, points in series for _, y in points), default=1.0) or 1.0
    across, up = WIDE - 2 * EDGE, HIGH - 2 * EDGE

    def place(x: float, y: float) -> str:
        return f"{EDGE + x / most_x * across:.1f},{HIGH - EDGE - y / most_y * up:.1f}"

    parts = [
        f'<text x="{WIDE / 2}" y="24" text-anchor="middle" font-size="13">{escape(title)}</text>\n',
        f'<path d="M{EDGE},{EDGE} V{HIGH - EDGE} H{WIDE - EDGE}" fill="none" stroke="#555"/>\n',
        f'<text x="{EDGE - 4}" y="{EDGE + 4}" text-anchor="end">{most_y:.3g}</text>\n',
        f'<text x="{WIDE - EDGE}" y="{HIGH - EDGE + 16}" text-anchor="end">{most_x:.6g}</text>\n',
        f'<text x="{EDGE - 4}" y="{HIGH - EDGE + 16}" text-anchor="end">0</text>\n',
    ]
    for number, (name, points) in enumerate(series):
        colour = COLOURS[number % len(COLOURS)]
        row = " ".join(place(x, y) for x, y in points)
        parts.append(f'<polyline points="{row}" fill="none" stroke="{colour}" stroke-width="2"/>\n')
        for x, y in points:
            centre = place(x, y).split(",")
            parts.append(f'<circle cx="{centre[0]}" cy="{centre[1]}" r="3" fill="{colour}"/>\n')
        parts.append(f'<text x="{EDGE + 10}" y="{EDGE + 14 + 14 * number}" fill="{colour}">{escape(name)}</text>\n')
    return "".join(parts)
