"""Nouns of bodies that say only where something is: "in the municipality of X", "in the province X"."""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.names.flags import Flags


def is_located(marked: Marked, flags: Flags, at: int) -> bool:
    """Whether a locative stands before the noun at a word ("in the municipality of X"): a place is meant."""
    return _follows(marked, flags, at, "locative")


def is_place(marked: Marked, flags: Flags, at: int, end: int) -> bool:
    """Whether the noun from word `at` to `end` is one that places have, too, and stands after "in" ("in the province
    X")."""
    noun = any(c.first == at and c.last == end for c in marked.cues_of("nouns", "place"))
    return noun and _follows(marked, flags, at, "strict_locative")


def _follows(marked: Marked, flags: Flags, at: int, category: str) -> bool:
    ends = {c.last for c in marked.cues_of("words", category)}
    return at in ends or (at - 1 in ends and at - 1 in flags.article)
