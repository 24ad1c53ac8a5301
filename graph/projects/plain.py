"""The plain words that name no project."""

from __future__ import annotations

from functools import lru_cache

from graph.marking.language import Language
from ontology.words import fold


@lru_cache(maxsize=64)
def plain_words(language: Language) -> frozenset[str]:
    """The single words, folded, that are project nouns, labels of fields, generic headings or modifiers of events."""
    lexicon = language.lexicon
    labels = [*(p for row in lexicon.fields.values() for p in row), *lexicon.contexts.get("generic_headings", ())]
    modifiers = lexicon.nouns.get("event_modifiers", ())
    words = {w for p in (*labels, *modifiers) for w in [fold(p.rstrip("*"))] if " " not in w}
    return language.folded("nouns", "project") | words
