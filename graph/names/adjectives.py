"""Adjectives inside names: rows of them between a body's head noun and its name (“Association culturelle, sportive et
récréative Kredo”), and one before a noun with a capital (“Verein für soziale Arbeit”)."""

from __future__ import annotations

from collections.abc import Set

from graph.marking.tokens import CAPITAL, LOWER, Tokens
from graph.names.flags import CAPITALISED, Flags

LONGEST_ROW = 7
LONGEST_LEAD = 5


def past_adjectives(tokens: Tokens, flags: Flags, adjectives: Set[int], at: int, end: int) -> int | None:
    """Where a row of adjectives that begins at a word ends (exclusive), if a name follows it: commas and "and" stand
    between them, and commas only where an "and" closes the row. None if there is no such row."""
    last, commas, joined = at, 0, False
    while last < end and last - at < LONGEST_ROW and not tokens.barriers[last]:
        gap = tokens.gap(last).strip()
        if last in flags.conjunction and not gap and last > at and last + 1 in adjectives:
            joined, last = True, last + 1
        if last not in adjectives or gap not in ("", ",") or (gap == "," and last == at and at - 1 not in adjectives):
            break
        commas += gap == ","
        last += 1
    if last == at or (commas and not joined) or not _named(tokens, flags, last, end):
        return None
    return last


def adjectives_to_head(tokens: Tokens, flags: Flags, endings: tuple[str, ...], start: int, end: int) -> int | None:
    """Where a name ends (exclusive) that begins with an adjective with a capital and goes on in lower case, over
    further ones, to a body's last head noun ("Zasavska ljudska univerza"); `endings` are adjectives', folded."""
    if tokens.shapes[start] != CAPITAL or not tokens.folds[start].endswith(endings):
        return None
    found: int | None = None
    for at in range(start + 1, min(start + LONGEST_LEAD, end)):
        plain = tokens.shapes[at] == LOWER and not tokens.barriers[at] and not tokens.gap(at).strip(" \n")
        heads = flags.heads_organisation(at)
        if not plain or (at in flags.stop and not heads):
            break
        found = at + 1 if heads else found
        if not tokens.folds[at].endswith(endings):
            break
    return found


def past_adjective(tokens: Tokens, at: int, end: int) -> int:
    """Where nouns are capitalised: the noun behind an adjective at a word, else that word."""
    follows = at + 1 < end and not tokens.barriers[at + 1] and not tokens.gap(at + 1).strip()
    return at + 1 if follows and tokens.shapes[at] == LOWER else at


def _named(tokens: Tokens, flags: Flags, at: int, end: int) -> bool:
    """Whether a name follows: a capital, or "of" and a capital."""
    while at < end and (at in flags.of or at in flags.article) and not tokens.barriers[at]:
        at += 1
    return (
        at < end and tokens.shapes[at] in CAPITALISED and not tokens.gap(at).strip("'’ \n") and not tokens.barriers[at]
    )
