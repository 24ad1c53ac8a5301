"""Names over a small word that the document writes twice: “Ayuda en Acción”."""

from __future__ import annotations

from graph.marking.appearance import standing
from graph.marking.mentions import Mention
from graph.marking.tokens import CAPITAL, Tokens


def stands_twice(tokens: Tokens, at: int, after: int, known: dict[int, Mention]) -> bool:
    """Whether the words around a small word (from `at` to before `after`) stand a second time in the document with
    their capitals, and are no places or bodies of their own (`known`, by word)."""
    if after >= len(tokens.shapes) or at - 1 in known or after in known or tokens.shapes[after] != CAPITAL:
        return False
    row, size = tokens.folds[at - 1 : after + 1], after + 2 - at
    same = (i for i in standing(tokens, row) if i != at - 1)
    return any(tokens.shapes[i] == CAPITAL and tokens.shapes[i + size - 1] == CAPITAL for i in same)
