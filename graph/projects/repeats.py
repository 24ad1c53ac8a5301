"""Rows of words that stand more than once in a document, as the title of a project does."""

from __future__ import annotations

from collections import Counter

from graph.marking.tokens import LOWER, Tokens

SHORTEST = 4


class Repeats:
    """Finds how far a row of words goes on as it does elsewhere."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        folds = tokens.folds
        rows = list(zip(*(folds[k:] for k in range(SHORTEST)), strict=False))
        self._starts: dict[tuple[str, ...], list[int]] = {row: [] for row, n in Counter(rows).items() if n > 1}
        for i, row in enumerate(rows if self._starts else ()):
            if row in self._starts:
                self._starts[row].append(i)

    def end_of(self, at: int, end: int, longest: int, context: int = 3) -> int | None:
        """Where the longest row of at least four words ends (exclusive) that begins at a capitalised word `at`, before
        `end`, and stands elsewhere after other words (the last `context` words differ); None if there is none."""
        folds = self._tokens.folds
        if at >= end or self._tokens.shapes[at] == LOWER:
            return None
        best = 0
        for other in self._starts.get(tuple(folds[at : at + SHORTEST]), ()):
            if abs(other - at) < SHORTEST or (
                folds[max(other - context, 0) : other] == folds[max(at - context, 0) : at]
            ):
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
