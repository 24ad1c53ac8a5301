"""Projects that are named in one breath: what is said of “the projects A and B” is said of both."""

from __future__ import annotations

from graph.marking.brackets import bracketed
from graph.marking.hits import Hit
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Tokens

SHARED = frozenset({"fundedBy", "coFundedBy", "implementedBy", "coordinatedBy", "hasPartner", "coversCountry"})
_CUTS = frozenset(".;?!–—")


def siblings(tokens: Tokens, marked: Marked, hits: list[Hit]) -> dict[int, list[Mention]]:
    """For each project of a sentence, by its first word, the others that a noun in the plural joins it with ("the
    projects A, B and C"); none where as many bodies as projects are named, or one stands between them (“A (led by X)
    and B”), for then each may have its own."""
    rows: dict[int, list[Mention]] = {}
    named = [m for m in marked.mentions if m.kind == "Project" and m.name and m.defined]
    if len(named) < 2:
        return rows
    plurals = {c.last for c in marked.cues_of("nouns", "project_plural")}
    for place, one in enumerate(named):
        row = [one]
        for two in named[place + 1 :] if plurals & {one.first, one.first - 1} else ():
            if not _joined(tokens, marked, row[-1], two):
                break
            row.append(two)
        if len(row) > 1 and not _one_each(hits, len(row)) and not _between(hits, row):
            rows.update({m.first: [other for other in row if other is not m] for m in row})
    return rows


def _joined(tokens: Tokens, marked: Marked, one: Mention, two: Mention) -> bool:
    """Whether nothing but commas, "and", articles, quotation marks and brackets stand between two names."""
    small = marked.words_of("words", "and") | marked.words_of("words", "articles")
    small = small | bracketed(tokens, one.last, two.first)
    between = tokens.text[tokens.ends[one.last - 1] : tokens.starts[two.first]]
    listed = "," in between or not marked.words_of("words", "and").isdisjoint(range(one.last, two.first))
    return listed and not _CUTS & set(between) and all(i in small for i in range(one.last, two.first))


def _between(hits: list[Hit], row: list[Mention]) -> bool:
    """Whether a frame finds something among the names themselves."""
    return any(h.frame.property in SHARED and row[0].last <= h.object.first < row[-1].first for h in hits)


def _one_each(hits: list[Hit], count: int) -> bool:
    """Whether a frame's anchor has as many objects as there are projects."""
    found: dict[tuple[str, int], int] = {}
    for hit in hits:
        if hit.frame.property in SHARED:
            key = (hit.frame.property, hit.first)
            found[key] = found.get(key, 0) + 1
    return any(number >= count for number in found.values())
