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
        self._behind = endings.get("behind", ())
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
        two of them, and commas more where the head noun is of a `joint` name; one adjective may stand behind a noun
        where the lexicon says so (`behind`: "kobiet ukraińskich"). None if no noun is among them."""
        if not self._nouns:
            return None
        found, last = None, at
        while last < end and last - at < LONGEST:
            joined = last in flags.conjunction
            listed = found == last or (joined and self._adjective(last - 1) and self._adjective(last + 1))
            opens = last > at and listed and (joined or (joint and self._comma(last)))
            word = last + joined if opens else last
            if word >= end or not self._plain(flags, word, opens):
                break
            if self._noun(word) or (found == word and self._tokens.folds[word].endswith(self._behind)):
                found = word + 1
            elif not self._adjective(word):
                break
            last = word + 1
        return found

    def _adjective(self, at: int) -> bool:
        return self._tokens.folds[at].endswith(self._adjectives)

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
        """Whether a word ends like a noun, and not like a longer adjective's end."""
        word = self._tokens.folds[at]
        ending, adjective = _longest(word, self._nouns), _longest(word, self._adjectives)
        return len(word) >= SHORTEST and ending > adjective and not word.endswith(self._never)


def _longest(word: str, endings: tuple[str, ...]) -> int:
    return max((len(ending) for ending in endings if word.endswith(ending)), default=0)
