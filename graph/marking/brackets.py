"""Texts and words inside and outside of brackets, and what is said of a list's elements in passing: their shares."""

from __future__ import annotations

import re

from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens

_QUOTES = frozenset('“„«»”"')
_SHARE = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?\s?%")


def without_brackets(text: str) -> str:
    """A text without what stands in round or square brackets."""
    depth, kept = 0, []
    for char in text:
        depth += char in "(["
        if depth <= 0:
            kept.append(char)
        depth -= char in ")]" and depth > 0
    return "".join(kept)


def bracketed(tokens: Tokens, first: int, last: int) -> set[int]:
    """The words between two positions that stand in brackets."""
    depth, found = 0, set()
    for i in range(first, last):
        gap = tokens.gap(i)
        depth += gap.count("(") - gap.count(")")
        if depth > 0:
            found.add(i)
    return found


def left_open(tokens: Tokens, end: int, start: int) -> bool:
    """Whether a bracket opened after the word before `end` is still open at word `start`: what stands in it explains
    what stands before ("the University of X (Department of Y), …")."""
    text = tokens.text[tokens.ends[end - 1] : tokens.starts[start]]
    return text.count("(") > text.count(")")


def is_bracket(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words between two positions are there, and all of them stand in brackets."""
    return first < last and len(bracketed(tokens, first, last)) == last - first


def without_shares(text: str) -> str:
    """A text without its percentages ("by the AMIF at 90 % and the Kredo Foundation")."""
    return _SHARE.sub("", text)


def shares(tokens: Tokens, first: int, last: int) -> set[int]:
    """The numbers between two positions that are percentages."""
    return {i for i in range(first, last) if _SHARE.match(tokens.text, tokens.starts[i])}


def in_passing(tokens: Tokens, marked: Marked, first: int, last: int) -> set[int]:
    """The words between two elements of a list that are none themselves: words in brackets, percentages, nouns for
    bodies in general, and the head noun right before a quoted name (“Fundacja „Kredo” i *Rada* „Omnia””)."""
    found = bracketed(tokens, first, last) | marked.words_of("nouns", "generic_bodies") | shares(tokens, first, last)
    if _QUOTES.intersection(tokens.gap(last)):
        nouns = (cue for cue in marked.cues_of("nouns", "organisation") if cue.last == last)
        found |= {i for cue in nouns for i in range(cue.first, cue.last)}
    return found
