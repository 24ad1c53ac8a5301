"""What stands twice: names over a small word (“Ayuda en Acción”), and head nouns, with which another name begins."""

from __future__ import annotations

from graph.marking.appearance import standing
from graph.marking.mentions import Mention
from graph.marking.tokens import CAPITAL, Tokens
from graph.names.flags import Flags

STEM, ENDING = 4, 2  # letters that the forms of a head noun share at least, and of their endings at most


def stands_twice(tokens: Tokens, at: int, after: int, known: dict[int, Mention]) -> bool:
    """Whether the words around a small word (from `at` to before `after`) stand a second time in the document with
    their capitals, and are no places or bodies of their own (`known`, by word)."""
    if after >= len(tokens.shapes) or at - 1 in known or after in known or tokens.shapes[after] != CAPITAL:
        return False
    row, size = tokens.folds[at - 1 : after + 1], after + 2 - at
    same = (i for i in standing(tokens, row) if i != at - 1)
    return any(tokens.shapes[i] == CAPITAL and tokens.shapes[i + size - 1] == CAPITAL for i in same)


def begins_again(tokens: Tokens, flags: Flags, start: int, at: int) -> bool:
    """Whether the head noun with which a name begins stands again, in whatever form: "dzięki dotacji Fundacji Lumina |
    Fundacja Kredo realizuje"."""
    if not (flags.begins_organisation(start) and flags.begins_organisation(at)):
        return False
    one, two = tokens.folds[start], tokens.folds[at]
    same = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return same >= STEM and max(len(one), len(two)) - same <= ENDING
