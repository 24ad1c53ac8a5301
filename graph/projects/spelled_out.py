"""Projects whose name begins with the noun and ends in a bracket with its initials: "the Programme of Support to
Returning Migrants (PSRM)", "le projet de Coopération régionale sur les migrations (PCRM)".
"""

from __future__ import annotations

from graph.marking.compiled import Cue
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, MIXED, UPPER, Tokens
from ontology.automaton import Match
from ontology.words import folded_words

SMALL = ("of", "articles", "joiners", "locative")
VERBS = ("copula", "completed", "planned", "reporting")
OTHERS = frozenset({"Organisation", "Fund", "Policy", "Person"})
LEAST_LETTERS, LONGEST_ACRONYM, LONGEST, LEAST_WORDS = 3, 12, 18, 2


class SpelledOut:
    """Finds such names in the sentences of one document."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def title(self, marked: Marked, cue: Match[Cue]) -> Mention | None:
        """The project that a noun, what it is of or for, and its acronym in a bracket name."""
        tokens, noun, at = self._tokens, cue.first, cue.last
        several = any(c.first <= noun < c.last for c in marked.cues_of("nouns", "project_plural"))
        if several or at >= marked.sentence.last or tokens.gap(at).strip(" \n-’'"):
            return None
        short = self._bracket(marked, at)
        first = self._content(marked, at, short) if short else 0
        if not short or short - first < LEAST_WORDS or self._body(marked, first):
            return None
        upper = tokens.shapes[noun] != LOWER
        letters = "".join(folded_words(tokens.word(short)))
        sure = upper and _initials(letters, tokens.folds[noun:short])
        if not sure and (first == at or self._term(marked, first, short)):
            return None  # without "of" or "for", or with a term, the noun itself must be a part of the name
        if not sure and not self._spells(letters, noun, first, short):
            return None
        whole, bare, acronym = tokens.surface(noun, short), tokens.surface(first, short), tokens.word(short)
        name, other = (whole, bare) if upper else (bare, whole)
        return Mention("Project", noun if upper else first, short + 1, name, also=(acronym, other), defined=True)

    def _bracket(self, marked: Marked, at: int) -> int:
        """The acronym alone in the next bracket, if nothing but words leads to it; else 0."""
        tokens = self._tokens
        verbs = {i for c in marked.cues_of("words", *VERBS) for i in range(c.first, c.last)}
        verbs = {i for i in verbs if tokens.shapes[i] == LOWER}
        for i in range(at + 1, min(at + LONGEST, marked.sentence.last)):
            gap = tokens.gap(i).strip(" \n-’'")
            if gap == "(":
                word = tokens.word(i)
                fits = tokens.shapes[i] in (UPPER, MIXED) and LEAST_LETTERS <= len(word) <= LONGEST_ACRONYM
                end = tokens.ends[i]
                return i if fits and word.isalpha() and tokens.text[end : end + 1] in (")", ",") else 0
            if gap or i in verbs:
                return 0
        return 0

    def _content(self, marked: Marked, at: int, last: int) -> int:
        """The first word behind the small ones that follow the noun."""
        small = {i for category in SMALL for i in marked.words_of("words", category)}
        return next((i for i in range(at, last) if i not in small), last)

    def _body(self, marked: Marked, first: int) -> bool:
        """Whether a body's, fund's or person's name begins where the words behind the noun do."""
        there = [m for m in marked.mentions if m.first <= first < m.last and m.kind in OTHERS]
        return any(m.sure or m.entry is not None for m in there)

    def _term(self, marked: Marked, first: int, last: int) -> bool:
        """Whether all words up to the bracket are a term of the vocabulary ("unaccompanied children (UAC)")."""
        return any(m.first <= first and m.last >= last for m in marked.concepts)

    def _spells(self, letters: str, noun: int, first: int, last: int) -> bool:
        """Whether the letters are initials in order, from the noun's or the first word's; where a capital marks the
        name, they may also stand inside its words."""
        rows = [self._tokens.folds[begin:last] for begin in (noun, first)]
        if all(self._tokens.shapes[i] == LOWER for i in (noun, first)):
            return _initials(letters, rows[0])
        return any(_initials(letters, row) or _inside(letters, row) for row in rows)


def _initials(letters: str, words: list[str]) -> bool:
    """Whether letters are initials of words, in order, the first of the first."""
    rest = iter(word[0] for word in words[1:] if word)
    return letters[0] == words[0][:1] and all(any(one == other for other in rest) for one in letters[1:])


def _inside(letters: str, words: list[str]) -> bool:
    """Whether letters stand in words, in order, the first as the first."""
    if letters[0] != words[0][:1]:
        return False
    rest = iter("".join(words)[1:])
    return all(any(one == other for other in rest) for one in letters[1:])
