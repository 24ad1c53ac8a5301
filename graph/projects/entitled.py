"""Where a project's title begins behind its noun and "called": "the project called X", "the project for newcomers'
homes called X", "il progetto di accoglienza denominato X".
"""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import LOWER, Tokens

LONGEST = 6  # words that describe the noun before "called"
OPENING = ("of", "joiners", "locative", "aims")
VERBS = ("copula", "completed", "planned", "after_title", "infinitives", "person", "we", "negation")
OTHERS = ("organisation", "lowercase_organisation", "generic_bodies", "place", "place_plural", "venue", "fund", "call")
THINGS = ("output", "event", "policy")


def past_called(tokens: Tokens, marked: Marked, at: int) -> int:
    """The word behind "called", if it stands at word `at` behind a project noun, one word later, or behind words in
    lower case that only describe the noun; else `at`."""
    for cue in sorted(marked.cues_of("words", "titled"), key=lambda c: c.first):
        if cue.first in (at, at + 1) or (cue.first > at and _describes(tokens, marked, at, cue.first)):
            return cue.last
    return at


def _describes(tokens: Tokens, marked: Marked, first: int, last: int) -> bool:
    """Whether words say what kind a project is of, and name or bring up no other thing: a small word begins them, none
    has a capital, an article or a verb, and a noun for a body, place or output that could be called something is not
    there, but for one right behind "of" ("project of research called …")."""
    opened = any(first in marked.words_of("words", category) for category in OPENING)
    if not opened or last - first > LONGEST or any(tokens.shapes[i] != LOWER for i in range(first, last)):
        return False
    if any(tokens.gap(i).strip(" \n-’'") for i in range(first, last + 1)):
        return False
    small = marked.words_of("words", "articles") | marked.words_of("words", "indefinite")
    if any(first <= i < last for i in small) or any(first <= c.first < last for c in marked.cues_of("words", *VERBS)):
        return False
    of = marked.words_of("words", "of")
    nouns = [c for c in marked.cues_of("nouns", *THINGS) if not (c.first == first + 1 and first in of)]
    nouns += marked.cues_of("nouns", *OTHERS)
    return not any(first <= c.first < last for c in nouns)
