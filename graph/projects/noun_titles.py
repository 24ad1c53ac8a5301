"""Titles behind a project noun where all nouns have capitals: “Das Projekt Wege ins Leben wird …”.

A capital tells no name there, but a row of capitalised words joined by small ones does, as far as the first word that
neither has a capital nor leads to one. A place, a body or the trigger of a fact ends it.
"""

from __future__ import annotations

from graph.marking.hits import BODY_PROPERTIES
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, Tokens
from ontology.lexicon import PERIOD

SMALL = ("articles", "and", "of", "joiners", "adjective_joiners", "locative")
ENDING = BODY_PROPERTIES | {"startDate", "endDate", PERIOD, "budget", "partOf", "follows"}
ALONE = frozenset({"Organisation", "Fund", "Policy", "Person", "Country", "Place", "date", "period", "money", "code"})
LONGEST = 12


class NounTitles:
    """Finds such titles in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._frames = language.frames
        self._able = language.lexicon.capitalised_nouns

    def title(self, marked: Marked, at: int) -> Mention | None:
        """The title of two and more capitalised words, small ones between them, that begins at word `at`."""
        tokens, end = self._tokens, marked.sentence.last
        if not self._able or at >= end or tokens.shapes[at] != CAPITAL or tokens.gap(at).strip():
            return None
        ends, last = self._ends(marked), at + 1
        if at in ends or any(c.last == at for c in marked.cues_of("nouns", "project_plural")):
            return None
        while last < end and last - at < LONGEST:
            step = self._step(marked, last, ends)
            if step is None:
                break
            last = step
        small = any(tokens.shapes[i] == LOWER for i in range(at, last))
        if not small or self._alone(at, last):
            return None
        return Mention("Project", at, last, tokens.surface(at, last), defined=True)

    def _step(self, marked: Marked, at: int, ends: set[int]) -> int | None:
        """Where the title goes on to, from a word with a capital or small words before one."""
        small = {i for category in SMALL for i in marked.words_of("words", category)}
        small -= marked.words_of("words", "strict_locative")
        at_first = at
        while at < marked.sentence.last and at not in ends and not self._parted(at):
            if self._tokens.shapes[at] != LOWER:
                return at + 1
            where = at - 1 in marked.words_of("words", "strict_locative")  # "in three towns" is no part of a title
            adjective = at - 1 in small and at > at_first and not where
            if at not in small and not adjective:
                return None
            at += 1
        return None

    def _parted(self, at: int) -> bool:
        return self._tokens.barriers[at] or bool(self._tokens.gap(at).strip(" \n-"))

    def _ends(self, marked: Marked) -> set[int]:
        """The words at which something else begins."""
        found = {m.first for m in marked.mentions if m.kind in ALONE and m.sure}
        verbs = ("copula", "after_title", "reporting", "planned", "completed")
        found |= {c.first for c in marked.cues_of("words", *verbs)}
        got = (c.first for c in marked.cues_of("words", "indefinite"))  # "für sein Projekt Laterne | eine Förderung"
        found |= {i for i in got if i > marked.sentence.first and self._tokens.shapes[i - 1] != LOWER}
        for anchor in marked.anchors:
            if self._frames[anchor.payload.frame].property in ENDING and anchor.last - anchor.first >= 2:
                found.add(anchor.first)
        return found

    def _alone(self, first: int, last: int) -> bool:
        """Whether the document also uses the first word without what follows here."""
        tokens, row = self._tokens, self._tokens.folds[first:last]
        same = [i for i, word in enumerate(tokens.folds) if word == row[0] and i != first and tokens.shapes[i] != LOWER]
        return any(tokens.folds[i : i + len(row)] != row for i in same)
