"""Entries of lists of grants without labels: a line "Lantern, EU support 812,400 euros" above a text, or a numbered
line above a line with the sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.marking.mentions import Marked, Mention
from graph.marking.scanned import Scanned
from graph.marking.tokens import LOWER
from graph.projects.short_lines import has_text_below, is_short_line
from graph.projects.titles import split_title

LEAST, NEAR = 2, 3
TEXTS = frozenset({"prose", "item"})
LINES = frozenset({"heading", "title", "item", "record", "prose"})
OTHERS = frozenset({"Organisation", "Fund", "Person", "Place", "Country"})
_NUMBERED = re.compile(r"\s*(\d{1,2})[.)]\s")
_PARTED = re.compile(r"\s*(?:,|:|;|\(|\s[–—|-])\s*")


class Granted(Scanned):
    """Finds the projects that such lists of one document name, if it speaks of projects at all."""

    def entries(self) -> list[tuple[int, Mention]]:
        """The lines (numbers of sentences) that name a project, with its mention; none if they are fewer than two."""
        if not any(m.has("nouns", "project_plural") for m in self._marked):
            return []
        for found in (list(self._numbered()), list(self._with_sums())):
            if len(found) >= LEAST:
                return found
        return []

    def _line(self, index: int) -> Marked | None:
        """A short line, or None."""
        marked = self._marked[index] if index < len(self._marked) else None
        return marked if marked and is_short_line(self._document, self._tokens, marked, LINES) else None

    def _with_sums(self) -> Iterator[tuple[int, Mention]]:
        """Lines that end in a sum, parted from the name, above a text."""
        for index in range(len(self._marked)):
            marked = self._line(index)
            sums = [m for m in marked.mentions if m.kind == "money"] if marked else []
            if marked is None or len(sums) != 1 or sums[0].last != marked.sentence.last:
                continue
            if not has_text_below(self._document, self._marked, index, TEXTS):
                continue
            first = marked.sentence.first
            ends = [i for i in range(first + 1, sums[0].first + 1) if _PARTED.fullmatch(self._tokens.gap(i))]
            if ends and (mention := self._name(marked, first, ends[-1])):
                yield index, mention

    def _numbered(self) -> Iterator[tuple[int, Mention]]:
        """Lines numbered in a row, a sum soon below each."""
        number = 0
        for index in range(len(self._marked)):
            marked = self._line(index)
            span = marked.sentence.span if marked else None
            block = self._document.blocks[marked.sentence.block].span if marked else None
            start = min(span.start, block.start) if span and block else 0
            found = _NUMBERED.match(self._tokens.text, self._tokens.text.rfind("\n", 0, start) + 1) if marked else None
            if marked is None or found is None or int(found[1]) != number + 1:
                continue
            below = [line for i in range(index + 1, index + 1 + NEAR) if (line := self._line(i))]
            if any(m.kind == "money" for line in below for m in line.mentions):
                number += 1
                if mention := self._name(marked, marked.sentence.first, marked.sentence.last):
                    yield index, mention

    def _name(self, marked: Marked, first: int, last: int) -> Mention | None:
        """The mention of words first to last as a project, if they look like a name, not a body's or place's."""
        tokens = self._tokens
        while first < last and tokens.folds[first].isdigit():
            first += 1
        other = any(m.first == first and m.kind in OTHERS and m.sure for m in marked.mentions)
        if first >= last or tokens.shapes[first] == LOWER or other or marked.has("words", "copula", "planned"):
            return None
        name, also = split_title(tokens.surface(first, last))
        return Mention("Project", first, last, name, also=also, defined=True)
