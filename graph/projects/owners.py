"""Names of projects behind their owner's: "the project of the Kredo Foundation (KRF) “Lantern”"."""

from __future__ import annotations

import re

from graph.marking.brackets import bracketed
from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens

OPENING = r"(?:[“„«\"'‘‚’‹]|(?<![^\s:])[»”]|,,)"  # a quotation mark before what it opens
_QUOTED = re.compile(rf"\s*[:–-]?\s*{OPENING}\s*")
SMALL = 2  # "of the"
LONGEST_ACRONYM = 3  # words in the bracket behind a body's name


def behind_owner(tokens: Tokens, marked: Marked, at: int) -> int:
    """Where a body's name ends that stands at word `at`, or behind an article or "of" there, if a quotation or "called"
    follows it and its acronym; else `at`, or the word behind a possessive there ("proiectul nostru | X"). What is
    quoted is the project's name, not the body's."""
    if at < marked.sentence.last and at in marked.words_of("words", "possessives") and not tokens.gap(at).strip():
        at += 1
    small = marked.words_of("words", "articles") | marked.words_of("words", "of")
    first = at
    while first - at < SMALL and first in small and not tokens.gap(first).strip("'’ "):
        first += 1
    for body in marked.mentions:
        if body.first not in (at, first) or body.kind != "Organisation" or tokens.gap(body.first).strip("'’ "):
            continue
        last = _past_acronym(tokens, marked, body.last)
        if last >= marked.sentence.last:
            continue
        titled = any(c.first == last for c in marked.cues_of("words", "titled"))
        gap = tokens.gap(last)
        if titled or _QUOTED.fullmatch(gap.replace(")", "", 1) if last > body.last else gap):
            return last
    return at


def _past_acronym(tokens: Tokens, marked: Marked, at: int) -> int:
    """The word behind a short bracket that opens at a word, else the word itself."""
    if at >= marked.sentence.last or "(" not in tokens.gap(at):
        return at
    inside = bracketed(tokens, at, min(at + LONGEST_ACRONYM + 1, marked.sentence.last))
    end = max(inside, default=at - 1) + 1
    return end if end - at <= LONGEST_ACRONYM else at


def genitives(tokens: Tokens, marked: Marked) -> set[int]:
    """The places of an "s" behind an apostrophe, as it hangs on an owner's name: "the Kredo Foundation's Lantern
    project"."""
    words = range(marked.sentence.first + 1, marked.sentence.last)
    return {i for i in words if tokens.folds[i] == "s" and tokens.gap(i) in ("'", "’")}
