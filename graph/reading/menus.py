"""Menus that scraping left in a text: short lines, doubled lines, lone dashes, a teaser glued to its own caption."""

from __future__ import annotations

from collections.abc import Sequence

from graph.reading import furniture
from graph.reading.lines import BULLET, is_terminated
from graph.reading.units import Unit

_SHORT = 6


def menu_units(units: Sequence[Unit]) -> dict[int, int]:
    """The indices of units that belong to menus; with how many of their characters do, 0 for all.

    A menu is a run of short units with at least two signs of one: a lone mark, a line that repeats the one before, a
    teaser that begins with the caption above it without a space between, a bare link.
    """
    found: dict[int, int] = {}
    start = 0
    while start < len(units):
        end = start
        while end < len(units) and _fits(units, end):
            end += 1
        if end > start:
            _mark_run(units, start, end, found)
        start = max(end, start + 1)
    return found


def _fits(units: Sequence[Unit], index: int) -> bool:
    unit = units[index]
    if unit.kind == "navigation":
        return True
    if unit.kind not in ("text", "bullet"):
        return False
    if _glued(units, index):
        return True
    return furniture.is_link(unit.text) or (
        len(unit.text.split()) <= _SHORT + 1
        and not is_terminated(unit.text)
        and not unit.text.rstrip().endswith((":", ","))
    )


def _mark_run(units: Sequence[Unit], start: int, end: int, found: dict[int, int]) -> None:
    signs = sum(_is_sign(units, index) for index in range(start, end))
    if signs < 2:
        return
    last_sign = max(index for index in range(start, end) if _is_sign(units, index))
    while (
        last_sign + 1 < end
        and units[last_sign + 1].kind == "bullet"
        and len(units[last_sign + 1].text.split()) <= _SHORT
    ):
        last_sign += 1
    for index in range(start, last_sign + 1):
        if units[index].kind != "navigation":
            found[index] = _glued(units, index)


def _is_sign(units: Sequence[Unit], index: int) -> bool:
    unit = units[index]
    if unit.kind == "navigation":
        return furniture.is_lone_mark(unit.text)
    repeated = index > 0 and unit.text.strip().casefold() == units[index - 1].text.strip().casefold()
    return repeated or bool(_glued(units, index)) or furniture.is_link(unit.text)


def _glued(units: Sequence[Unit], index: int) -> int:
    """How long the caption is that a teaser repeats at its start without a space, 0 if it does not."""
    if index == 0 or units[index - 1].kind == "navigation":
        return 0
    mark = BULLET.match(units[index - 1].text)
    caption = units[index - 1].text[mark.end() if mark else 0 :].strip()
    text = units[index].text
    if not caption or len(caption.split()) > _SHORT or len(text) <= len(caption) + 20:
        return 0
    after = text[len(caption) : len(caption) + 1]
    return (
        len(caption)
        if text.casefold().startswith(caption.casefold()) and after.isupper() and len(caption) < len(text)
        else 0
    )
