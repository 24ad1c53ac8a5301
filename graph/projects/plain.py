"""The plain words that name no project, and the capitals that only a place in a sentence gives."""

from __future__ import annotations

from functools import lru_cache

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens
from ontology.words import fold


@lru_cache(maxsize=64)
def plain_words(language: Language) -> frozenset[str]:
    """The single words, folded, that are project nouns, labels of fields, generic headings or modifiers of events."""
    lexicon = language.lexicon
    labels = [*(p for row in lexicon.fields.values() for p in row), *lexicon.contexts.get("generic_headings", ())]
    modifiers = lexicon.nouns.get("event_modifiers", ())
    words = {w for p in (*labels, *modifiers) for w in [fold(p.rstrip("*"))] if " " not in w}
    return language.folded("nouns", "project") | words


def opens_sentence(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether a name is the second word of a whole sentence, so that the noun before it has its capital from its place
    alone ("Projektet Fyrljus drivs av …")."""
    sentence, at = marked.sentence, mention.last
    whole = at < sentence.last and tokens.text[: sentence.span.end].rstrip().endswith(".")
    return whole and mention.first == sentence.first + 1 and tokens.shapes[at] == LOWER and not tokens.gap(at).strip()


def heads_body(marked: Marked, at: int) -> bool:
    """Whether a body's head noun stands at a word."""
    return any(c.first == at for c in marked.cues_of("nouns", "organisation", "lowercase_organisation"))
