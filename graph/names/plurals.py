"""Bodies that share a head noun in the plural: “the ministries of Labour and of the Interior” are two ministries.

The lexicon's `[names] plurals` says what each plural is in the singular. Each name behind it becomes a body of its own,
called by the singular, the small word that joins and the name; behind a colon, a dash or a bracket ("five
municipalities: Sala, Lund and Visby") by the name alone.
"""

from __future__ import annotations

from functools import lru_cache

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens
from ontology.words import folded_words

LONGEST, LEAST = 8, 2  # words of one name; names of a row
ANNOUNCING = frozenset(":–—-(")


@lru_cache(maxsize=64)
def _singular(language: Language) -> dict[str, dict[tuple[str, ...], str]]:
    """The singular of each plural head noun of a language, by the noun's first word and its words, folded."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for many, one in language.lexicon.declension.plurals.items():
        row = tuple(folded_words(many))
        found.setdefault(row[0], {})[row] = one
    return found


class PluralHeads:
    """Finds such rows in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._singular = _singular(language)

    def split(self, marked: Marked) -> None:
        """Replace the mentions behind a plural head noun by one body for each name, in place."""
        folds, end = self._tokens.folds, marked.sentence.last
        for at in [i for i in range(marked.sentence.first, end) if folds[i] in self._singular]:
            for row, one in self._singular[folds[at]].items():
                behind = at + len(row)
                many = tuple(folds[at:behind]) == row and self._several(marked, row, one, at)
                if many and not self._somewhere(marked, at):
                    self._take(marked, at, self._row(marked, one, at, behind))

    def _several(self, marked: Marked, row: tuple[str, ...], one: str, at: int) -> bool:
        """Whether a noun is in the plural: one that doesn't change ("le università", "l'Università") shows it by a
        whole word right before it."""
        if row != tuple(folded_words(one)):
            return True
        return at > marked.sentence.first and self._tokens.gap(at).isspace()

    def _row(self, marked: Marked, one: str, noun: int, behind: int) -> list[Mention]:
        """The bodies of the row behind a plural noun; an announced row stands in the noun's place, unless a trigger
        that takes places, too, holds the noun ("participating | cities")."""
        announced = self._announces(behind)
        if announced and any(a.first <= noun < a.last for a in marked.anchors):
            return []
        found = self._names(marked, one, behind)
        if announced and found:
            found[0].first = noun
        return found

    def _take(self, marked: Marked, first: int, found: list[Mention]) -> None:
        """Put two bodies or more in the place of what stands from a plural noun to the last of them."""
        if len(found) < LEAST:
            return
        last, names = found[-1].last, [range(m.first, m.last) for m in found]
        lands = [m for m in marked.mentions if m.kind == "Country" and first <= m.first < last]
        kept = [m for m in marked.mentions if m.last <= first or m.first >= last]
        kept += [m for m in lands if not any(m.first in name for name in names)]
        marked.mentions = sorted([*kept, *found], key=lambda m: m.first)

    def _somewhere(self, marked: Marked, at: int) -> bool:
        """Whether a locative stands before the noun ("in the municipalities of …"): places are meant."""
        ends = {c.last for c in marked.cues_of("words", "locative")}
        return at in ends or (at - 1 in ends and at - 1 in marked.words_of("words", "articles"))

    def _names(self, marked: Marked, one: str, at: int) -> list[Mention]:
        """The bodies of a row of names that begins at a word."""
        tokens, end = self._tokens, marked.sentence.last
        ands = marked.words_of("words", "and")
        found: list[Mention] = []
        joiner, joined, announced = "", False, self._announces(at)
        while at < end:
            first = self._past_small(marked, at)
            last = self._name_end(marked, first)
            if last is None or self._is_known(marked, first, last):
                break
            joiner = tokens.text[tokens.starts[at] : tokens.starts[first]] if first > at else joiner
            bare = tokens.surface(first, last)
            name = bare if announced else f"{one[:1].upper()}{one[1:]} {joiner}{bare}"
            found.append(Mention("Organisation", first, last, name, defined=True))
            if joined:
                break
            at = self._past_country(marked, last)
            gap = tokens.gap(at).strip(" )\n") if at < end else "."
            if at in ands and not gap:
                joined, at = True, at + 1
            elif gap != ",":
                break
        return found if joined or announced else []

    def _announces(self, at: int) -> bool:
        """Whether a colon, a dash or a bracket stands before a word."""
        return at < len(self._tokens.starts) and self._tokens.gap(at).strip() in ANNOUNCING

    def _past_country(self, marked: Marked, at: int) -> int:
        """The first word behind a bracket that holds nothing but a country ("Ninove (Belgium)"), else the same word."""
        if at < marked.sentence.last and self._tokens.gap(at).strip() == "(":
            for land in marked.mentions:
                closes = self._tokens.text[self._tokens.ends[land.last - 1] :][:1] == ")"
                if land.first == at and land.kind == "Country" and closes:
                    return land.last
        return at

    def _past_small(self, marked: Marked, at: int) -> int:
        """The first word behind the small words that join a name to its head noun."""
        small = marked.words_of("words", "of") | marked.words_of("words", "articles")
        while at < marked.sentence.last and at in small and self._tokens.shapes[at] == LOWER:
            at += 1
        return at

    def _name_end(self, marked: Marked, first: int) -> int | None:
        """Where a name of capitalised words ends, small words between them included; None if none begins there."""
        tokens, end = self._tokens, marked.sentence.last
        gap = tokens.gap(first).strip(" ’',)\n") if first < end else ""
        if first >= end or tokens.shapes[first] == LOWER or (gap and gap not in ANNOUNCING):
            return None
        last = first + 1
        while last < end and last - first < LONGEST and not tokens.gap(last).strip(" ’'-\n"):
            after = last if tokens.shapes[last] != LOWER else self._past_small(marked, last)
            if after >= end or tokens.shapes[after] == LOWER or tokens.gap(after).strip(" ’'-\n"):
                break
            last = after + 1
        return last

    def _is_known(self, marked: Marked, first: int, last: int) -> bool:
        """Whether a name is a body's of its own ("the municipalities of X and UNHCR")."""
        return any(m.first == first and m.last == last and m.kind == "Organisation" and m.sure for m in marked.mentions)
