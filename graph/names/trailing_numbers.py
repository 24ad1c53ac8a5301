"""Numbers behind the words of a name: part of it ("Lantern 2", "Gruppo 318"), or the count of what follows."""

from __future__ import annotations

from graph.marking.appearance import standing
from graph.marking.tokens import LOWER, Tokens
from graph.names.flags import Flags

LONGEST = 2  # digits of a number that may follow any name


def is_named(tokens: Tokens, flags: Flags, start: int, at: int) -> bool:
    """Whether the number at `at` belongs to the name that began at `start`: a short one that counts nothing, or one of
    three or four digits right behind a head noun that is no year."""
    digits = tokens.folds[at]
    if len(digits) <= LONGEST:
        return not _counts(tokens, start, at)
    return at - 1 in flags.heads and len(digits) <= 4 and digits.isdigit() and not 1900 <= int(digits) < 2100


def _counts(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a number counts the word in lower case behind it ("the project Lantern | 14 people"): the name stands
    elsewhere without it."""
    if at + 1 >= len(tokens.folds) or tokens.shapes[at + 1] != LOWER or tokens.gap(at + 1).strip():
        return False
    name, number = tokens.folds[start:at], tokens.folds[at]
    size = at - start
    return any(tokens.folds[i + size : i + size + 1] != [number] for i in standing(tokens, name))
