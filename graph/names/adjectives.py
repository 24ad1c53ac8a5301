"""Adjectives inside names: rows of them between a body's head noun and its name (“Association culturelle, sportive et
récréative Kredo”), and one before a noun with a capital (“Verein für soziale Arbeit”)."""

from __future__ import annotations

from collections.abc import Mapping, Set

from graph.marking.mentions import Marked, Mention
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


def adjectives_inside(
    tokens: Tokens, flags: Flags, marked: Marked | None, known: Mapping[int, Mention], start: int, at: int, end: int
) -> int | None:
    """Where adjectives in lower case end (exclusive) over which a name goes on at a word: a row of them behind its head
    noun, or one behind what that noun governs. None if there are none."""
    if marked is None:
        return None
    adjectives = marked.words_of("words", "name_adjectives")
    row = at - 1 in flags.heads or at - 1 in adjectives
    if row and (step := past_adjectives(tokens, flags, adjectives, at, end)):
        return step
    return past_complement(tokens, flags, marked, known, start, at) if flags.heads_organisation(start) else None


def past_complement(
    tokens: Tokens, flags: Flags, marked: Marked, known: Mapping[int, Mention], start: int, at: int
) -> int | None:
    """Where the adjective ends (exclusive) that stands behind what a body's head noun governs: behind a word at - 1
    with a capital ("Fédération de l'Entraide | protestante") that is no place, or behind a noun in lower case that
    "of" at a word leads in ("École | de promotion sociale"). None if there is none."""
    adjectives = marked.words_of("words", "name_adjectives")
    if at in adjectives:
        noun, of = at - 1, at - 2
        while of > start and of in flags.article and of not in flags.of:
            of -= 1
        place = noun in known and known[noun].kind in ("Place", "Country", "Person")
        place = place or any(c.payload.section == "demonym" and c.first <= at < c.last for c in marked.cues)
        plain = not tokens.gap(at).strip() and not tokens.barriers[at] and tokens.shapes[at] == LOWER
        return at + 1 if plain and of > start and of in flags.of and not place else None
    if at not in flags.of or at + 2 >= len(tokens.shapes) or at + 2 not in adjectives:
        return None
    inner = range(at, at + 3)
    lower = all(tokens.shapes[i] == LOWER and not tokens.barriers[i] for i in inner)
    small = at + 1 in flags.article or at + 1 in flags.of or at + 1 in flags.stop
    return at + 3 if lower and not small and not any(tokens.gap(i).strip(" \n'’") for i in inner) else None


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
