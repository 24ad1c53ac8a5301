"""Rows of words that stand more than once in a document, as the title of a project does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from graph.marking.mentions import Marked
from graph.marking.tokens import CAPITAL, LOWER, Tokens
from graph.model import Document

SHORTEST, LEAST_HEADING = 4, 2
CUTS = frozenset({":", "–", "—", "|"})


def heading_rows(document: Document, marked: list[Marked]) -> list[tuple[int, int]]:
    """The first and last (exclusive) words of the titles and headings of a document."""
    heads = (m.sentence for m in marked if document.blocks[m.sentence.block].kind in ("title", "heading"))
    return [(s.first, s.last) for s in heads if s.field is None]


def _parts(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a heading between colons, dashes and bars: "Finished project: | Open doors"."""
    cuts = [i for i in range(first + 1, last) if tokens.gap(i).strip() in CUTS]
    yield from pairwise([first, *cuts, last])


class Repeats:
    """Finds how far a row of words goes on as it does elsewhere."""

    def __init__(self, tokens: Tokens, headings: Iterable[tuple[int, int]] = ()) -> None:
        """`headings` are the first and last (exclusive) words of titles and headings."""
        self._tokens = tokens
        self._headings: dict[str, list[tuple[int, int]]] = {}
        for whole in headings:
            for first, last in {whole, *_parts(tokens, *whole)}:
                if last - first >= LEAST_HEADING:
                    self._headings.setdefault(tokens.folds[first], []).append((first, last))
        self._starts = self._rows(SHORTEST)
        self._short: dict[tuple[str, ...], list[int]] | None = None

    def _rows(self, size: int) -> dict[tuple[str, ...], list[int]]:
        """Where each row of so many words stands that stands more than once."""
        folds = self._tokens.folds
        rows = list(zip(*(folds[k:] for k in range(size)), strict=False))
        found: dict[tuple[str, ...], list[int]] = {row: [] for row, n in Counter(rows).items() if n > 1}
        for i, row in enumerate(rows if found else ()):
            if row in found:
                found[row].append(i)
        return found

    def as_heading(self, at: int, end: int, longest: int) -> int | None:
        """Where the row of words ends (exclusive) that begins at a capitalised word `at`, before `end`, and is a whole
        heading elsewhere ("the project Music for arrival has …" below "Music for arrival"); None if there is none."""
        folds = self._tokens.folds
        if at >= end or self._tokens.shapes[at] == LOWER:
            return None
        rows = [row for row in self._headings.get(folds[at], ()) if not row[0] <= at < row[1]]
        ends = [at + b - a for a, b in rows if b - a <= longest and folds[at : at + b - a] == folds[a:b]]
        return max((e for e in ends if e <= end), default=None)

    def end_of(self, at: int, end: int, longest: int, context: int = 3) -> int | None:
        """Where the longest row of at least four words ends (exclusive) that begins at a capitalised word `at`, before
        `end`, and stands elsewhere after other words (the last `context` words differ); None if there is none."""
        folds = self._tokens.folds
        if at >= end or self._tokens.shapes[at] == LOWER:
            return None
        best = 0
        for other in self._starts.get(tuple(folds[at : at + SHORTEST]), ()):
            if abs(other - at) < SHORTEST or self._tokens.starts[other] == self._tokens.starts[at]:
                continue  # a list's item and the value of a field may be one place in the text
            if folds[max(other - context, 0) : other] == folds[max(at - context, 0) : at]:
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

    def three(self, at: int, end: int, small: Set[int]) -> int | None:
        """Where three words end (exclusive) that begin at a capitalised word `at`, go on in lower case without small
        words, and stand elsewhere with a capital after another word: "Ny start hemma"."""
        shapes, folds = self._tokens.shapes, self._tokens.folds
        inside = range(at + 1, at + 3)
        if at + 3 > end or shapes[at] != CAPITAL or any(shapes[i] != LOWER or i in small for i in inside):
            return None
        if any(self._tokens.barriers[i] or self._tokens.gap(i).strip() for i in inside):
            return None
        if self._short is None:
            self._short = self._rows(3)
        others = self._short.get(tuple(folds[at : at + 3]), ())
        again = any(i != at and shapes[i] == CAPITAL and (i == 0 or folds[i - 1] != folds[at - 1]) for i in others)
        return at + 3 if again else None
