"""A picture of the ontology: its main classes and what may be said between them, as SVG made from the ontology."""

from __future__ import annotations

from html import escape

from ontology import schema

_WIDTH, _HEIGHT = 1180, 760
_BOX = (150, 40)
_PLACES = {
    "Person": (110, 200),
    "Organisation": (330, 200),
    "Grant": (400, 430),
    "Fund": (110, 560),
    "Call": (210, 690),
    "Project": (640, 360),
    "Event": (900, 120),
    "Country": (1070, 300),
    "Place": (1070, 480),
    "BeneficiaryGroup": (640, 60),
    "Theme": (690, 690),
    "ActivityType": (1050, 620),
    "Output": (520, 690),
    "Policy": (860, 690),
    "Amount": (110, 380),
}
_GENERAL = {"coordinatedBy": "implementedBy", "coFundedBy": "fundedBy"}


def diagram() -> str:
    """The picture as an SVG element, with every link between two of the main classes; the same bytes each time."""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" font-family="sans-serif" '
        'font-size="12"><title>Classes of the ontology and the links between them</title>',
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#666"/></marker></defs>',
    ]
    links = _links()
    lines += [_line(subject, target, names, (target, subject) in links) for (subject, target), names in links.items()]
    lines += [_box(name, place) for name, place in _PLACES.items()]
    return "\n".join([*lines, "</svg>"]) + "\n"


def _links() -> dict[tuple[str, str], list[str]]:
    """The properties between each two classes that are drawn."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, prop in sorted(schema.properties().items()):
        for subject in sorted(prop.subjects & _PLACES.keys()):
            for target in sorted(prop.objects & _PLACES.keys()):
                if name not in _GENERAL:
                    found.setdefault((subject, target), []).append(name)
    return dict(sorted(found.items()))


def _line(subject: str, target: str, names: list[str], both: bool) -> str:
    """An arrow from box to box with the names of its properties beside it; a loop under the box for links within."""
    (x1, y1), (x2, y2) = _PLACES[subject], _PLACES[target]
    if subject == target:
        return _text(x1, y1 + _BOX[1] / 2 + 14, [f"↺ {', '.join(names)}"])
    part = 0.38 if both else 0.5
    x, y = x1 + (x2 - x1) * part, y1 + (y2 - y1) * part
    end_x, end_y = _edge((x1, y1), (x2, y2))
    arrow = f'<line x1="{x1}" y1="{y1}" x2="{end_x:.0f}" y2="{end_y:.0f}" stroke="#999" marker-end="url(#tip)"/>'
    return arrow + "\n" + _text(x, y, names)


def _edge(start: tuple[int, int], end: tuple[int, int]) -> tuple[float, float]:
    """Where a line from `start` meets the border of the box at `end`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = min(
        (_BOX[0] / 2) / abs(dx) if dx else float("inf"),
        (_BOX[1] / 2) / abs(dy) if dy else float("inf"),
    )
    return end[0] - dx * reach, end[1] - dy * reach


def _text(x: float, y: float, names: list[str]) -> str:
    rows = "".join(
        f'<tspan x="{x:.0f}" dy="{0 if at == 0 else 13}">{escape(name)}</tspan>' for at, name in enumerate(names)
    )
    top = y - 6.5 * (len(names) - 1)
    return (
        f'<text x="{x:.0f}" y="{top:.0f}" text-anchor="middle" fill="#333" stroke="#fff" stroke-width="3" '
        f'paint-order="stroke">{rows}</text>'
    )


def _box(name: str, place: tuple[int, int]) -> str:
    left, top = place[0] - _BOX[0] / 2, place[1] - _BOX[1] / 2
    box = f'x="{left:.0f}" y="{top:.0f}" width="{_BOX[0]}" height="{_BOX[1]}" rx="6" fill="#eef4fb" stroke="#336"'
    text = f'x="{place[0]}" y="{place[1] + 4}" text-anchor="middle" font-weight="bold"'
    return f'<a href="#{name}"><rect {box}/><text {text}>{name}</text></a>'
