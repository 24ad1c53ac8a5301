"""Which units of a page are a website's: menus, rows of links, bylines, notices, teasers of other texts.

A menu is a run of short lines among which are enough entries that menus have ("Home", "Log in", "Privacy policy");
what stands between the first and the last of them belongs to it, whatever it names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from graph.reading.lines import is_terminated
from graph.reading.site_lines import LIKELY, MOST_WORDS, SURE, Part, heads_teasers, part_of, weight
from graph.reading.units import Unit

LEAST_POINTS, LEAST_SIGNS = 4, 3
LEAST_REPEATS = 3
LEAST_WORDS, MOST_TITLE = 3, 30  # words of a line that stands twice
REACH, REACH_AT_HEAD = 8, 30  # lines from one entry to the next
SPARSE, DENSE = 8, 3  # one line in so many is an entry, where sure ones are among them or not
LONGEST_TEASER = 45  # words
AROUND = frozenset({"navigation", "aside", "furniture"})
_KINDS = frozenset({"text", "bullet", "heading"})


def with_site_parts(units: Sequence[Unit]) -> list[Unit]:
    """The units, with what is a website's made `navigation` or `aside`."""
    found = [replace(unit, kind=part) if (part := _alone(unit)) else unit for unit in units]
    weights = [weight(unit.text) if unit.kind in _KINDS else 0 for unit in found]
    kinds: dict[int, Part] = dict.fromkeys(_lone(found, weights), "aside")
    kinds |= _menus(found, weights)
    kinds |= dict.fromkeys(_repeated(found), "aside")
    kinds |= dict.fromkeys(_leading(found, weights) | _again(found), "navigation")
    found = [replace(unit, kind=kinds[at]) if at in kinds else unit for at, unit in enumerate(found)]
    teasers = _teasers(found)
    return [replace(unit, kind="navigation") if at in teasers else unit for at, unit in enumerate(found)]


def _alone(unit: Unit) -> Part | None:
    return part_of(unit.text) if unit.kind in ("text", "bullet") else None


def _short(unit: Unit, points: int) -> bool:
    """Whether a unit may be a line of a menu."""
    if unit.kind in AROUND or points:
        return True
    text = unit.text.rstrip()
    fits = unit.kind in ("text", "bullet") and len(text.split()) <= MOST_WORDS
    return fits and not is_terminated(text) and text[-1:] not in ":,;" and ": " not in text


def _menus(units: Sequence[Unit], weights: Sequence[int]) -> dict[int, Part]:
    """The indices of the units of menus; those that only lead out of a site, to share its text, are `aside`."""
    found: dict[int, Part] = {}
    start = 0
    while start < len(units):
        end = start
        while end < len(units) and _short(units[end], weights[end]):
            end += 1
        signs = [index for index in range(start, end) if weights[index]]
        head = all(unit.kind in AROUND for unit in units[:start])
        for row in _clusters(signs, REACH_AT_HEAD if head else REACH):
            if _is_menu(units, weights, row):
                part: Part = "navigation" if any(weights[index] == LIKELY for index in row) else "aside"
                found |= dict.fromkeys(range(row[0], row[-1] + 1), part)
        start = max(end, start + 1)
    return {index: part for index, part in found.items() if units[index].kind in _KINDS}


def _clusters(signs: Sequence[int], reach: int) -> list[list[int]]:
    """The signs, parted where two are further from each other than `reach`."""
    found: list[list[int]] = []
    for sign in signs:
        if found and sign - found[-1][-1] <= reach:
            found[-1].append(sign)
        else:
            found.append([sign])
    return found


def _is_menu(units: Sequence[Unit], weights: Sequence[int], signs: Sequence[int]) -> bool:
    """Whether these entries and what stands between them are a menu."""
    points = sum({units[i].text.strip().casefold(): weights[i] for i in signs}.values())
    sure = any(weights[i] == SURE for i in signs)
    dense = len(signs) * (SPARSE if sure else DENSE) >= signs[-1] - signs[0] + 1
    return len(signs) >= LEAST_SIGNS and points >= LEAST_POINTS and dense


def _lone(units: Sequence[Unit], weights: Sequence[int]) -> set[int]:
    """Sure entries that stand by themselves, unless text follows that they may head."""
    found = set()
    for index, unit in enumerate(units):
        after = units[index + 1] if index + 1 < len(units) else None
        headed = after is not None and after.kind in _KINDS and is_terminated(after.text)
        if weights[index] == SURE and unit.kind != "heading" and not headed:
            found.add(index)
    return found


def _leading(units: Sequence[Unit], weights: Sequence[int]) -> set[int]:
    """The units of a list with which a page begins, if some are entries of menus and a text follows it."""
    first = next((i for i, unit in enumerate(units) if unit.kind not in AROUND), len(units))
    last = first
    while last < len(units) and (units[last].kind in AROUND or units[last].kind == "bullet"):
        last += 1
    row = [i for i in range(first, last) if units[i].kind == "bullet"]
    plain = all(not is_terminated(units[i].text) for i in row)
    entries = sum(weights[i] > 0 or units[i].kind == "navigation" for i in range(first, last))
    return set(row) if plain and entries >= LEAST_SIGNS and last < len(units) else set()


def _repeated(units: Sequence[Unit]) -> set[int]:
    """The units that stand three times or more in a page, word for word, and are no labels: "Submitted by the editors
    on"."""
    texts = [unit.text.strip(" #*_") for unit in units]
    often = {text for text, times in Counter(texts).items() if times >= LEAST_REPEATS and _is_phrase(text)}
    return {i for i, unit in enumerate(units) if texts[i] in often and unit.kind in _KINDS}


def _is_phrase(text: str) -> bool:
    return LEAST_WORDS < len(text.split()) <= MOST_WORDS and text[-1:] != ":" and not is_terminated(text)


def _again(units: Sequence[Unit]) -> set[int]:
    """The units that the line below says again, word for word: the name of a page above its title."""
    texts = [unit.text.strip(" #*_") for unit in units]
    same = (i for i in range(len(units) - 1) if texts[i] == texts[i + 1] and units[i].kind in _KINDS)
    return {i for i in same if LEAST_WORDS <= len(texts[i].split()) <= MOST_TITLE and not is_terminated(texts[i])}


def _teasers(units: Sequence[Unit]) -> set[int]:
    """The units of a part that tells of other texts, from its heading to the page's end, if short lines fill it."""
    for index, unit in enumerate(units):
        if unit.kind not in _KINDS or not heads_teasers(unit.text):
            continue
        rest = units[index + 1 :]
        if rest and all(_teases(other) for other in rest):
            return {i for i in range(index, len(units)) if units[i].kind in _KINDS}
    return set()


def _teases(unit: Unit) -> bool:
    return unit.kind in AROUND or len(unit.text.split()) <= LONGEST_TEASER
