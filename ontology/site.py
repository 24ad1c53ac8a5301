"""What websites write around their texts (`site-words.toml`): entries of menus and footers, bylines, notices."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ontology.words import folded_words

KEYS = frozenset("sure likely here byline notice related turn photo".split())
Phrase = tuple[str, ...]


class SiteWordsError(ValueError):
    """A fault of `site-words.toml`: which table, what is wrong, and what is right."""


@dataclass(frozen=True, slots=True)
class SiteWords:
    """The phrases of one key in all languages, each as folded words; `longest` is the most words that one has."""

    phrases: frozenset[Phrase]
    longest: int

    def whole(self, words: Sequence[str]) -> bool:
        """Whether the words are one of the phrases, no more and no less."""
        return len(words) <= self.longest and tuple(words) in self.phrases

    def opening(self, words: Sequence[str], at: int = 0) -> int:
        """How many words the longest phrase has that stands at a place in the words, 0 if none does."""
        for size in range(min(self.longest, len(words) - at), 0, -1):
            if tuple(words[at : at + size]) in self.phrases:
                return size
        return 0


@lru_cache(maxsize=1)
def _tables() -> dict[str, frozenset[Phrase]]:
    raw: dict[str, dict[str, list[str]]] = tomllib.loads((files("ontology") / "site-words.toml").read_text("utf-8"))
    found: dict[str, set[Phrase]] = {key: set() for key in KEYS}
    for language, table in raw.items():
        for key, phrases in table.items():
            if key not in KEYS:
                raise SiteWordsError(
                    f"ontology/site-words.toml: [{language}] {key}: no such key; give {', '.join(sorted(KEYS))}"
                )
            for phrase in phrases:
                words = tuple(folded_words(phrase))
                if not words:
                    raise SiteWordsError(f"ontology/site-words.toml: [{language}] {key}: {phrase!r} has no word")
                found[key].add(words)
    return {key: frozenset(phrases) for key, phrases in found.items()}


@lru_cache(maxsize=len(KEYS))
def site_words(key: str) -> SiteWords:
    """The phrases of a key (`KEYS`) in all languages.

    Raises SiteWordsError for a key of the file that means nothing and for a phrase without a word."""
    phrases = _tables()[key]
    return SiteWords(phrases, max(map(len, phrases)))
