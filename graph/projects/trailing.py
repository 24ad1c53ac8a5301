"""Titles before a project noun that clings to them with a hyphen: "Uusi koti, uusi alku -hanke".

Where a compound's first part is a title of several words, a space stands before the hyphen; an amount or a fund may
stand in brackets between. The title begins at the first capitalised word after a body's name, a quotation mark or a
colon; the first word of a sentence counts only if no later capitalised word can be the beginning.

Where the noun stands apart behind a title in sentence case ("A Nyitott ajtók projekt"), the lexicon lists the articles
that open it (`title_articles`).
"""

from __future__ import annotations

import re

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, Tokens
from graph.names.flags import CAPITALISED

_CLINGS = re.compile(r"(?:.*\s|[)\]”\"»]*\s?)[-–]", re.DOTALL)
_OPENS = ':“”„«»"•|'
LONGEST = 18


class Trailing:
    """Finds such titles in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._plain = language.lexicon.capitalised_nouns
        self._articles = frozenset(language.lexicon.words.get("title_articles", ()))

    def title(self, marked: Marked, noun: int) -> Mention | None:
        """The project whose title ends before the project noun at word `noun`, if the noun clings to it."""
        tokens, first = self._tokens, marked.sentence.first
        if self._plain or noun <= first or not self._clings(tokens.gap(noun)):
            return None
        end = noun
        if ")" in tokens.gap(noun):
            end = next((i for i in range(noun - 1, first, -1) if "(" in tokens.gap(i)), noun)
        start = self._start(marked, max(first, end - LONGEST), end)
        if start is None or end - start < 2:
            return None
        return Mention("Project", start, end, tokens.surface(start, end), defined=True)

    def framed(self, marked: Marked, noun: int) -> Mention | None:
        """The project whose title in sentence case stands between an article and the project noun at word `noun`, or
        the word for "entitled" before it; a mark may end a title there ("Open up! című …")."""
        tokens, verbs = self._tokens, marked.words_of("words", "copula") | marked.words_of("words", "after_title")
        if not self._articles or noun >= marked.sentence.last or tokens.gap(noun).strip():
            return None
        titled = marked.words_of("words", "titled")
        while noun - 1 in titled and noun - 1 > marked.sentence.first:
            noun -= 1
        if tokens.gap(noun).strip() not in (("", "!", "?", "…", "...") if noun in titled else ("",)):
            return None
        first = noun - 1
        while first > marked.sentence.first and tokens.shapes[first] == LOWER and first not in verbs:
            if tokens.barriers[first] or tokens.gap(first).strip() or noun - first > LONGEST:
                return None
            first -= 1
        opened = first > marked.sentence.first and tokens.folds[first - 1] in self._articles
        if noun in titled:  # "a Kredo Egyesület | Biztos otthon című …", "és | Biztos otthon című …"
            owner = self._owned(marked, first)
            opened = opened or owner or tokens.shapes[first - 1] == LOWER
        if not opened or noun - first < 2 or tokens.shapes[first] != CAPITAL:
            return None
        if tokens.folds[noun - 1] in self._articles or any(
            first < c.last - 1 < noun for c in marked.cues_of("nouns", "project")
        ):
            return None  # "A Lámpás projekt előzménye a | Fároszlop projekt": two projects
        if any(m.sure and m.first < noun and first < m.last and m.kind != "Project" for m in marked.mentions):
            return None
        return Mention("Project", first, noun, tokens.surface(first, noun), defined=True)

    def _owned(self, marked: Marked, first: int) -> bool:
        """Whether a body's name ends before word `first`; one that has taken that word in behind its head noun is
        clipped there, in place."""
        bodies = [m for m in marked.mentions if m.kind == "Organisation"]
        headed = any(c.last == first for c in marked.cues_of("nouns", "organisation"))
        for body in bodies if headed else ():
            if body.entry is None and body.first < first < body.last:
                body.last, body.name = first, self._tokens.surface(body.first, first)
        return any(m.last == first for m in bodies)

    def _clings(self, gap: str) -> bool:
        return gap.endswith(("-", "–")) and len(gap) > 1 and _CLINGS.fullmatch(gap) is not None

    def _start(self, marked: Marked, least: int, end: int) -> int | None:
        """The first word of the title, or None."""
        tokens = self._tokens
        for mention in marked.mentions:
            if mention.kind == "Organisation" and mention.sure and mention.last < end:
                least = max(least, mention.last)
        opens = [i for i in range(least + 1, end) if any(c in tokens.gap(i) for c in _OPENS)]
        least = opens[-1] if opens else least
        found = [i for i in range(least, end) if tokens.shapes[i] in CAPITALISED]
        if not found or found[0] != marked.sentence.first or len(found) == 1:
            return found[0] if found else None
        second = found[1]
        joined = second == found[0] + 1 or any(c in tokens.gap(second) for c in "–-!?")
        named = any(m.first == found[0] and m.kind in ("Place", "Country", "date") for m in marked.mentions)
        return found[0] if joined and not named else second
