"""Several bodies on one line: “Kredo Foundation, Omnia Ltd, City of Harbour”, “Kredo (Italy), lead; Omnia (Malta)”.

Such a line is read under a heading that is a label ("Partners"), or by itself where each of its bodies has a country.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, NUMBER, Tokens

LEAST, SURE, LONGEST_NAME, LONGEST_SHARE = 3, 2, 14, 3
OTHERS = frozenset({"Person", "money", "date", "period", "url", "code", "Country", "Place"})
VERBS = ("copula", "completed", "planned", "after_title", "we")


@dataclass(frozen=True)
class Listed:
    """One body of a line, its country if a bracket or comma gives it, and the words of its piece behind the name."""

    body: Mention
    country: Mention | None
    first: int
    last: int


def series(tokens: Tokens, marked: Marked) -> list[Listed]:
    """The bodies between the semicolons or commas of a line that says nothing else; none if there are fewer than
    three, or if a piece of it is no name; a person among bodies is left out."""
    if _tells(tokens, marked):
        return []
    mark = ";" if _count(tokens, marked, ";") >= LEAST - 1 else ","
    found: list[Listed] = []
    bodies = sum(m.kind == "Organisation" and m.sure for m in marked.mentions)
    for first, last in _pieces(tokens, marked, mark):
        if bodies >= SURE and any(m.kind == "Person" and first <= m.first < last for m in marked.mentions):
            continue
        alone = [m for m in marked.mentions if m.kind == "Country" and (m.first, m.last) == (first, last)]
        if found and alone and found[-1].country is None:  # "Kredo; Italy"
            found[-1] = replace(found[-1], country=alone[0])
            continue
        listed = _listed(tokens, marked, first, last)
        if listed is None:
            return []
        found.append(listed)
    return found if len(found) >= LEAST else []


def in_countries(found: list[Listed]) -> bool:
    """Whether nearly all bodies of a line have a country, as partners of a project are given."""
    return len(found) >= LEAST and sum(one.country is not None for one in found) * LONGEST_SHARE >= len(found) * 2


def _tells(tokens: Tokens, marked: Marked) -> bool:
    """Whether a line holds a verb, or begins in lower case: it is a sentence or the rest of one."""
    if tokens.shapes[marked.sentence.first] in (LOWER, NUMBER):
        return True
    return any(tokens.shapes[c.first] == LOWER for c in marked.cues_of("words", *VERBS))


def _count(tokens: Tokens, marked: Marked, mark: str) -> int:
    return sum(mark in tokens.gap(i) for i in range(marked.sentence.first + 1, marked.sentence.last))


def _pieces(tokens: Tokens, marked: Marked, mark: str) -> Iterator[tuple[int, int]]:
    """The words (first, last) between the marks outside brackets and outside known names; the "and" before the last is
    left out."""
    ands = marked.words_of("words", "and")
    inside = {i for m in marked.mentions if m.kind == "Organisation" for i in range(m.first + 1, m.last)}
    first, depth, end = marked.sentence.first, 0, marked.sentence.last
    for at in range(first + 1, end):
        gap = tokens.gap(at)
        depth += gap.count("(") - gap.count(")")
        if (mark in gap and depth <= 0 and at not in inside) or (
            mark == "," and at in ands and depth <= 0 and at not in inside and at > first
        ):
            if at > first:
                yield first, at
            first, depth = at + (at in ands), 0
    if first < end:
        yield first, end


def _listed(tokens: Tokens, marked: Marked, first: int, last: int) -> Listed | None:
    """The body that opens a piece, or None if none does."""
    articles = marked.words_of("words", "articles")
    while first < last and first in articles:
        first += 1
    cut = next((i for i in range(first + 1, last) if "(" in tokens.gap(i) or "," in tokens.gap(i)), last)
    known = next((m for m in marked.mentions if m.first == first and m.kind == "Organisation" and m.sure), None)
    end = max(cut, known.last) if known is not None else cut
    if first >= last or tokens.shapes[first] in (LOWER, NUMBER) or end - first > LONGEST_NAME or end > last:
        return None
    if any(m.kind in ("Person", "money", "date", "period", "url") for m in marked.mentions if first <= m.first < end):
        return None
    country = next((m for m in marked.mentions if m.kind == "Country" and end <= m.first < last), None)
    lone = next((m for m in marked.mentions if m.first == first and m.last == end), None)
    if lone is not None and lone.kind in ("Country", "Place") and country is None:
        return None
    if known is not None and known.last == end:
        return Listed(known, country, end, last)
    inner = any(m.kind == "Organisation" and first < m.first and m.last <= end for m in marked.mentions)
    if inner and any(first < i < end for i in marked.words_of("words", "comitative")):
        return None  # "Project Lantern runs the Kredo Trust with Omnia"
    whole = Mention("Organisation", first, end, tokens.surface(first, end), defined=True)
    return Listed(whole, country, end, last)


def behind_countries(tokens: Tokens, marked: Marked) -> list[Listed]:
    """The bodies that fill a bracket right behind a country: "Italy (Kredo Foundation), Malta (Omnia)"."""
    found: list[Listed] = []
    for country in marked.mentions:
        first = country.last
        if country.kind != "Country" or first >= marked.sentence.last or tokens.gap(first).strip() != "(":
            continue
        last = next((i for i in range(first + 1, marked.sentence.last) if tokens.gap(i).strip()), marked.sentence.last)
        closed = ")" in tokens.text[tokens.ends[last - 1] : tokens.ends[last - 1] + 2]
        told = any(m.kind in OTHERS for m in _inner(marked, first, last))
        if not closed or told or tokens.shapes[first] in (LOWER, NUMBER) or last - first > LONGEST_NAME:
            continue
        known = next((m for m in _inner(marked, first, last) if (m.first, m.last) == (first, last)), None)
        body = known if known is not None and known.kind == "Organisation" else None
        whole = Mention("Organisation", first, last, tokens.surface(first, last), defined=True)
        if known is None or known.kind in ("Name", "Quote", "Organisation"):
            found.append(Listed(body or whole, country, last, last))
    return found


def _inner(marked: Marked, first: int, last: int) -> list[Mention]:
    return [m for m in marked.mentions if m.first < last and m.last > first]
