"""When does what a field speaks of begin and end?

A period field holds a period ("1 May 2019 – June 2021"), two dates, or a single date with words that say which end it
is: "36 months from January 2020", "since 2019", "until 31 May 2021".
"""

from __future__ import annotations

from itertools import pairwise

from graph.marking.found import Found
from graph.marking.values import ValueFinder
from graph.model import Value
from ontology.lexicon import Lexicon
from ontology.words import fold, folded_words


def dates_of(name: str, text: str, values: ValueFinder, lexicon: Lexicon) -> list[tuple[str, Value]]:
    """The properties ("startDate", "endDate") and dates that a field's value gives; `name` is the field's own property,
    "period" where it may be either."""
    found = values.dates(text, 0, len(text))
    if not found:
        return []
    if found[0].until or (name == "period" and len(found) == 2):
        ends = found[0].value, found[0].until or found[1].value
    elif name != "period":
        return [(name, found[0].value)] if found[0].value else []
    else:
        ends = _single(text, found[0], lexicon) if len(found) == 1 else (None, None)
    return [(prop, value) for prop, value in zip(("startDate", "endDate"), ends, strict=True) if value]


def _single(text: str, date: Found, lexicon: Lexicon) -> tuple[Value | None, Value | None]:
    """Which end a lone date is: the end behind "until", the beginning beside "from" or the length of the whole."""
    before, after = folded_words(text[: date.start]), folded_words(text[date.end :])
    starts = [folded_words(phrase) for phrase in lexicon.range_from]
    if any(before[-len(w) :] == w or after[: len(w)] == w for w in starts):
        return date.value, None
    joins = lexicon.words.get("and", ())
    untils = [folded_words(phrase) for phrase in lexicon.range_to if phrase not in joins]
    if any(w and before[-len(w) :] == w for w in untils):
        return None, date.value
    return (date.value, None) if _has_length([*before, "", *after], lexicon) else (None, None)


def _has_length(words: list[str], lexicon: Lexicon) -> bool:
    """Whether a number of months or years stands in a row of folded words ("36 months")."""
    units = {fold(unit) for forms in lexicon.duration_units.values() for unit in forms}
    return any(b in units and (a.isdigit() or a in lexicon.numbers) for a, b in pairwise(words))
