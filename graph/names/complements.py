"""Genitives in lower case behind the head noun of a body's name: “Міністерство освіти і науки”, “Центр мовної освіти”.

Told by their endings, which the lexicon lists (`[names.complements]`); languages that list none have none.
"""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import LOWER, Tokens
from graph.names.flags import Flags
from ontology.lexicon import Declension
from ontology.words import fold

LONGEST = 7
SHORTEST = 3  # letters of a noun


class Complements:
    """Finds where such genitives end in one document's sentences."""

    def __init__(self, tokens: Tokens, rules: Declension) -> None:
        self._tokens = tokens
        endings = {kind: tuple(map(fold, ends)) for kind, ends in rules.complements.items()}
        self._adjectives = endings.get("adjectives", ())
        self._nouns, self._never = endings.get("nouns", ()), endings.get("never", ())
        self._closed: frozenset[int] = frozenset()

    def enter(self, marked: Marked) -> None:
        """Begin a sentence: its verbs end a name, whatever their ending is."""
        if self._nouns:
            told = marked.cues_of("words", "copula", "completed", "planned", "negation", "after_title", "reporting")
            closed = {i for cue in told for i in range(cue.first, cue.last)}
            closed |= {i for a in marked.anchors if a.payload.before for i in range(a.first, a.last)}
            self._closed = frozenset(closed)

    def end(self, flags: Flags, at: int, end: int, joint: bool) -> int | None:
        """Where the genitives that begin at a word end (exclusive): adjectives and a noun, once or more; "and" may join
        two of them, and commas more where the head noun is of a `joint` name. None if no noun is among them."""
        if not self._nouns:
            return None
        found, last = None, at
        while last < end and last - at < LONGEST:
            opens = last > at and found == last and (last in flags.conjunction or (joint and self._comma(last)))
            word = last + (last in flags.conjunction) if opens else last
            if word >= end or not self._plain(flags, word, opens):
                break
            if self._noun(word):
                found = word + 1
            elif not self._tokens.folds[word].endswith(self._adjectives):
                break
            last = word + 1
        return found

    def _comma(self, at: int) -> bool:
        return self._tokens.gap(at).strip() == ","

    def _plain(self, flags: Flags, at: int, listed: bool) -> bool:
        """Whether a word may be one of the genitives: in lower case, no small word, nothing but a blank before it."""
        tokens = self._tokens
        gap = tokens.gap(at).strip()
        small = at in flags.joiner or at in flags.conjunction or at in flags.article or at in flags.stop
        free = tokens.shapes[at] == LOWER and not small and at not in self._closed
        return free and (not gap or (listed and gap == ","))

    def _noun(self, at: int) -> bool:
        word = self._tokens.folds[at]
        closed = word.endswith(self._never + self._adjectives)
        return len(word) >= SHORTEST and word.endswith(self._nouns) and not closed
