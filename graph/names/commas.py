"""Commas inside the names of ministries and the like: "Ministry for Labour, Family and Social Affairs"."""

from __future__ import annotations

from graph.marking.tokens import CAPITAL, LOWER, Tokens
from graph.names.flags import CAPITALISED, Flags

REACH = 6


def past_comma(tokens: Tokens, flags: Flags, at: int, end: int) -> int | None:
    """Where a name goes on (exclusive) behind the comma before word `at`, or None: an "and" with a capital must
    follow within a few words, and no head noun of another name may begin."""
    if tokens.shapes[at] == LOWER and at in flags.joiner and at not in flags.article and at not in flags.conjunction:
        noun = flags.joiner[at]  # "Staatsministerium des Innern, für Sport und Integration"
        led = noun + 2 < end and tokens.shapes[noun] == CAPITAL and noun + 1 in flags.conjunction
        led = led and not flags.heads_organisation(noun - 1)  # "Nadace Kredo, | město Brno a …"
        return noun + 1 if led and tokens.shapes[noun + 2] == CAPITAL and noun + 2 not in flags.heads else None
    if tokens.shapes[at] != CAPITAL or at in flags.heads or at - 1 in flags.joint:
        return None
    for i in range(at, min(at + REACH, end)):
        if i > at and (tokens.barriers[i] or _heads_body(flags, i)):
            return None
        if i in flags.conjunction and i + 1 < end and tokens.shapes[i + 1] in CAPITALISED and i + 1 not in flags.heads:
            return at + 1
        if tokens.shapes[i] == LOWER and i not in flags.of and i not in flags.joiner and i not in flags.article:
            return None
    return None


def _heads_body(flags: Flags, at: int) -> bool:
    """Whether the head noun of a body stands at a word, behind an adjective of its own: a new name has begun
    ("Verein Omnia, Nördliche Bank …")."""
    return flags.begins_organisation(at)
