"""Titles that the text says again in another case: the heading "Spodbujanje dialoga v Kopru" and "v okviru programa
spodbujanja dialoga v Kopru" behind a project noun. The heading names the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.marking.mentions import Marked, Mention
from graph.marking.scanned import Scanned
from graph.marking.tokens import LOWER, NUMBER

LEAST_WORDS, LEAST_LETTERS, LONGEST = 3, 12, 24
FIRST_LINES = 8
ENDING, STEM = 4, 3  # letters that case endings change at most; letters that stay at least
_CUT = re.compile(r"[–—|:(\n]|\s-\s")


class Echoes(Scanned):
    """Finds the headings of one document that come back behind a project noun."""

    def mark(self) -> None:
        """Make projects of such headings' words where they come back, in place."""
        titles = [
            row for _, marked in self.first_lines(FIRST_LINES) if self._heads(marked) for row in self._rows(marked)
        ]
        for marked in self._marked if titles else ():
            if self._heads(marked):
                continue
            for noun in marked.cues_of("nouns", "project"):
                for first, last in titles:
                    end = noun.last + last - first
                    if end <= marked.sentence.last and self._echo(first, noun.last, last - first):
                        self._name(marked, noun.last, end, self._tokens.surface(first, last))

    def _heads(self, marked: Marked) -> bool:
        return self._document.blocks[marked.sentence.block].kind in ("title", "heading")

    def _rows(self, marked: Marked) -> Iterator[tuple[int, int]]:
        """The words of a heading that may be a name: all of it up to the first dash, colon or bracket, without a
        project noun at its head."""
        tokens, first, last = self._tokens, marked.sentence.first, marked.sentence.last
        nouns = {c.first: c.last for c in marked.cues_of("nouns", "project")}
        first = nouns.get(first, first)
        cut = next((i for i in range(first + 1, last) if _CUT.search(tokens.gap(i))), last)
        long = sum(len(tokens.folds[i]) for i in range(first, cut)) >= LEAST_LETTERS
        general = marked.has("contexts", "generic_headings", "related") or marked.has("nouns", "project_plural")
        if LEAST_WORDS <= cut - first <= LONGEST and long and not general and tokens.shapes[first] != NUMBER:
            yield first, cut

    def _echo(self, title: int, at: int, size: int) -> bool:
        """Whether the words from `at` on are those of the title, but for their endings; an exact repeat in capitals is
        left to others."""
        folds = self._tokens.folds
        same = all(alike(folds[title + k], folds[at + k]) for k in range(size))
        parted = any(self._tokens.barriers[at + k] for k in range(size))
        return same and not parted and (self._tokens.shapes[at] == LOWER or folds[title] != folds[at])

    def _name(self, marked: Marked, first: int, last: int, name: str) -> None:
        inner = [m for m in marked.mentions if m.first < last and first < m.last]
        if any(m.first < first or m.last > last for m in inner):
            return
        kept = [m for m in marked.mentions if m not in inner]
        mention = Mention("Project", first, last, name, also=(self._tokens.surface(first, last),), defined=True)
        marked.mentions = sorted([*kept, mention], key=lambda m: m.first)


def alike(one: str, two: str) -> bool:
    """Whether two folded words may be forms of one word: they differ in their ending alone."""
    if one == two:
        return True
    short, long = sorted((len(one), len(two)))
    same = next((k for k in range(short) if one[k] != two[k]), short)
    return same >= STEM and long - same <= ENDING and same * 2 > long
