"""A document as its words and cues were found: what all finders of names and projects work on."""

from __future__ import annotations

from itertools import accumulate

from graph.marking.language import Language
from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens
from graph.model import Document

AROUND = frozenset({"navigation", "boilerplate"})  # blocks that stand around what a page tells


class Scanned:
    """One document, its words, its language's knowledge, and its sentences, whose mentions the finders change."""

    def __init__(self, document: Document, tokens: Tokens, language: Language, marked: list[Marked]) -> None:
        self._document = document
        self._tokens = tokens
        self._language = language
        self._marked = marked
        told = [document.blocks[m.sentence.block].kind not in AROUND for m in marked]
        self._ranks = [0, *accumulate(told)]
        self._told = told

    def rank(self, index: int) -> int:
        """How many sentences stand before this one, those of menus, banners and bylines left out."""
        return self._ranks[index]

    def line_above(self, index: int) -> Marked | None:
        """The sentence above one, with those of menus, banners and bylines left out."""
        return next((self._marked[i] for i in range(index - 1, -1, -1) if self._told[i]), None)

    def _size(self, index: int) -> int:
        """The words of a sentence."""
        return self._marked[index].sentence.last - self._marked[index].sentence.first

    def first_lines(self, count: int) -> list[tuple[int, Marked]]:
        """The first sentences with their numbers, those of menus, banners and bylines left out."""
        return [(i, m) for i, m in enumerate(self._marked) if self._told[i] and self._ranks[i] < count]
