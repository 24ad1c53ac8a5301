"""Where a project's title begins behind its noun and "called": "the project called X", "the project for newcomers'
homes called X", "il progetto di accoglienza denominato X", "the project that Kredo runs is called X".
"""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import LOWER, Tokens

LONGEST, LONGEST_CLAUSE = 6, 30  # words that describe the noun before "called", and of a clause about it
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
    return _past_clause(tokens, marked, at) or at


def _past_clause(tokens: Tokens, marked: Marked, at: int) -> int:
    """The word behind "is called", if what stands at a word behind a project noun is a clause about the project, which
    that verb follows: "the project | which Kredo runs with Omnia is called X"; else 0."""
    which = marked.cues_of("words", "relatives")
    if not any(c.first == at for c in which) or tokens.gap(at).strip() not in ("", ","):
        return 0
    named = [c for c in marked.cues_of("words", "is_called") if at < c.first <= at + LONGEST_CLAUSE]
    if not named:
        return 0
    verb = min(named, key=lambda c: (c.first, -c.last))
    nouns = (c for c in marked.cues_of("nouns", "project") if at + 1 < c.first < verb.first)
    own = verb.first == at + 1 or any(c.last == verb.first for c in which)  # "which is called": of another noun
    return 0 if own or any(nouns) else verb.last


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
