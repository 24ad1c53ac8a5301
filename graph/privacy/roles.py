"""The public roles of a language, as they stand right before or after a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.privacy.spelling import Word, folded_name, words_of
from ontology.automaton import Automaton
from ontology.lexicon import languages, load

_LONGEST_TITLE = 7
_LONGEST_ROLE = 5


class Roles:
    """Knows the roles; `small` words may stand inside whose role it is."""

    def __init__(self, phrases: Iterable[str], small: frozenset[str]) -> None:
        self._small = small
        self._roles: Automaton[str] = Automaton()
        for phrase in phrases:
            self._roles.add(phrase, "role")

    def before(self, text: str) -> bool:
        """Whether the text ends with a role, or with a role, whose it is ("the mayor of Certaldo") and a comma."""
        found = words_of(text)
        words = [word.text for word in found]
        for end in range(len(words), max(0, len(words) - _LONGEST_TITLE), -1):
            if len(words) - end > 1 and not self._belongs(text, found[end]):
                return False
            if any(match.last == end for match in self._roles.find(words, max(0, end - _LONGEST_ROLE), end)):
                return True
        return False

    def _belongs(self, text: str, word: Word) -> bool:
        """Whether a word may be part of whose role it is: a small word, or one with a capital."""
        return word.text in self._small or not text[word.start].islower()

    def after(self, text: str) -> bool:
        """Whether the text goes on with a role: a comma, a bracket or a dash, up to three words, the role."""
        if not re.match(r"\s*[,(–—-]", text):
            return False
        words = [word.text for word in words_of(text)]
        return any(match.first < 4 for match in self._roles.find(words, 0, min(len(words), 4 + _LONGEST_ROLE)))


@lru_cache(maxsize=64)
def roles_of(language: str) -> Roles:
    """The roles of a language (ISO 639-1), and those of English."""
    phrases: list[str] = []
    for code in {language if language in languages() else "en", "en"}:
        phrases += load(code).nouns.get("roles", ())
    own = load(language if language in languages() else "en")
    small = [p for name in ("of", "articles", "joiners", "locative") for p in own.words.get(name, ())]
    return Roles(phrases, frozenset(w for p in (*small, *own.nouns.get("place", ())) for w in folded_name(p)))
