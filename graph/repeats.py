"""Rows of words that stand more than once in a document, as the title of a project does."""

from __future__ import annotations

from graph.tokens import LOWER, Tokens

SHORTEST = 4


class Repeats:
    """Finds how far a row of words goes on as it does elsewhere."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        folds = tokens.folds
        found: dict[tuple[str, ...], list[int]] = {}
        for i in range(len(folds) - SHORTEST + 1):
            found.setdefault(tuple(folds[i : i + SHORTEST]), []).append(i)
        self._starts = {row: places for row, places in found.items() if len(places) > 1}

    def end_of(self, at: int, end: int, longest: int) -> int | None:
        """Where the longest row of at least four words ends (exclusive) that begins at a capitalised word `at`, before
        `end`, and stands elsewhere after other words; None if there is none."""
        folds = self._tokens.folds
        if at >= end or self._tokens.shapes[at] == LOWER:
            return None
        best = 0
        for other in self._starts.get(tuple(folds[at : at + SHORTEST]), ()):
            if abs(other - at) < SHORTEST or folds[max(other - 3, 0) : other] == folds[max(at - 3, 0) : at]:
                continue
            size = 0
            while (
                at + size < end
                and other + size < len(folds)
                and folds[at + size] == folds[other + size]
                and size < longest
            ):
                size += 1
            best = max(best, size)
        return at + best if best >= SHORTEST else None
