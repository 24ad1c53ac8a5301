"""The plain words that name no project, and the capitals that only a place in a sentence gives."""

from __future__ import annotations

from functools import lru_cache

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens
from ontology.words import fold

MOST_BETWEEN = 10  # words from a guessed name to the next body of a list, with its bracket


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


def joined_to_body(marked: Marked, mention: Mention) -> bool:
    """Whether "and" joins a name to a body: "the IOM and Kredo project" is a project of both."""
    ands = [c.first for c in marked.cues_of("words", "and") if c.last == mention.first]
    return any(m.kind == "Organisation" and m.sure and m.last in ands for m in marked.mentions)


def among_bodies(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether a guessed name stands in a list of bodies: behind one and a comma, and before another and "and" or a
    comma ("the Agency, the Harbour Initiative for Work and the Foundation as partners")."""
    bodies = [m for m in marked.mentions if m.kind == "Organisation" and m.sure]
    before = any(0 <= mention.first - m.last <= 1 and "," in tokens.gap(m.last) for m in bodies)
    joins = {c.last for c in marked.cues_of("words", "and")}
    small = marked.words_of("words", "articles")
    after = (m.first - (m.first - 1 in small) for m in bodies if 0 < m.first - mention.last <= MOST_BETWEEN)
    return before and any(at in joins or "," in tokens.gap(at) for at in after)
