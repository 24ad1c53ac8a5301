"""Bodies named in one word that ends in their head noun: "Kredostiftelsen"."""

from __future__ import annotations

from graph.marking.language import Language
from graph.marking.tokens import CAPITAL, MIXED, Tokens


class Compounds:
    """Tells such names from head nouns alone, in the languages that write common nouns small."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._able = not language.lexicon.capitalised_nouns
        self._nouns = language.folded("nouns", "organisation")
        self._inside = {
            tokens.folds[i]
            for s in tokens.sentences
            for i in range(s.first + 1, s.last)
            if tokens.shapes[i] in (CAPITAL, MIXED)
        }

    def names(self, at: int, sentence_first: int) -> bool:
        """Whether a word with a capital, which ends in a head noun, is a name: not that noun itself, and no word whose
        capital only opens its sentence."""
        tokens = self._tokens
        word = tokens.folds[at]
        inside = at > sentence_first or word in self._inside
        return self._able and inside and tokens.shapes[at] in (CAPITAL, MIXED) and word not in self._nouns
