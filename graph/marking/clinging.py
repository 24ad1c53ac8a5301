"""Nouns for what is done that stand for "project": where a hyphen joins them to a name ("Valo-kerho", "Uusi valo
-kurssi"), before a word for "called" ("a course called X"), and where they say what a name is and whom it serves ("X is
a course for refugees", "X, a course for refugees, …").
"""

from __future__ import annotations

import re

from graph.marking.compiled import Cue
from graph.marking.tokens import CAPITAL, LOWER, MIXED, Sentence, Tokens
from ontology.automaton import Match

PROJECT, CLINGING, ACTIVITY = Cue("nouns", "project"), Cue("nouns", "clinging"), Cue("nouns", "activity")
BODIES = frozenset({"organisation", "lowercase_organisation", "generic_bodies"})
SHORTEST = 4  # letters of a name with a hyphen; less is a word's short form ("EU-", "IT-")
ADJECTIVES = 2  # words between "a" and the noun
_APART = re.compile(r"[”“»\"'’]?\s-")
_ASIDE = re.compile(r"[”“»\"'’]?(,|\s[-–—])\s")


def as_projects(tokens: Tokens, sentence: Sentence, cues: list[Match[Cue]], served: bool) -> list[Match[Cue]]:
    """The cues, with nouns for what is done as project nouns where they stand for one; `served` tells whether the
    sentence names a group of people."""
    clinging = [c for c in cues if c.payload == CLINGING and _clings(tokens, c.first)]
    done = [c for c in cues if c.payload == ACTIVITY]
    if done:
        bodies = {c.last for c in cues if c.payload.category in BODIES}
        called = {c.first for c in cues if c.payload.category == "titled"}
        done = [c for c in done if c.last not in bodies]
        clinging += [c for c in done if c.last in called]
        if served:
            clinging += [c for c in done if c.last not in called and _describes(tokens, sentence, cues, c)]
    return [*cues, *(Match(c.first, c.last, PROJECT) for c in clinging)]


def _clings(tokens: Tokens, noun: int) -> bool:
    """Whether a hyphen right before a noun joins it to a name of several words or to one that is no acronym."""
    if not noun:
        return False
    gap = tokens.gap(noun)
    if _APART.fullmatch(gap):
        return True
    made = tokens.shapes[noun - 1] in (CAPITAL, MIXED)
    return gap == "-" and made and tokens.ends[noun - 1] - tokens.starts[noun - 1] >= SHORTEST


def _describes(tokens: Tokens, sentence: Sentence, cues: list[Match[Cue]], noun: Match[Cue]) -> bool:
    """Whether "is a" or ", a" stands before a noun, behind the sentence's first words, and a small word behind it."""
    behind = noun.last < sentence.last and tokens.shapes[noun.last] == LOWER
    if not behind or tokens.barriers[noun.last]:
        return False
    copulas = {c.last for c in cues if c.payload.category == "copula"}
    for article in (c for c in cues if c.payload.category == "indefinite"):
        near = 0 <= noun.first - article.last <= ADJECTIVES and not any(tokens.barriers[article.last : noun.first + 1])
        aside = _ASIDE.fullmatch(tokens.gap(article.first)) and tokens.shapes[article.first - 1] != LOWER
        if near and article.first > sentence.first and (article.first in copulas or aside):
            return True
    return False
