"""Purposes in names of bodies, in lower case after the head noun: “Centre for the support of families”."""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import CAPITAL, LOWER, UPPER, Tokens
from graph.names.flags import Flags

LONGEST = 6
SHORT = 4


class Purposes:
    """Finds the ends of such names in one sentence (None: in none).

    `bound`: the language says "for" also before what one does it for ("the town, for the sake of"), so that only head
    nouns that its lexicon lists (`purposeful`) take a purpose, and only one with an article or of a known group.
    """

    def __init__(self, tokens: Tokens, marked: Marked | None, bound: bool = False) -> None:
        self._tokens = tokens
        self._bound = bound
        self._marked = marked
        self._begins: dict[int, int] = {}
        self._verbs: set[int] = set()
        if marked is not None and (purposes := marked.cues_of("words", "purpose")):
            self._begins = {c.first: c.last for c in purposes}
            closed = marked.cues_of("words", "copula", "completed", "planned", "negation", "locative")
            verbs = [a for a in marked.anchors if a.payload.before]
            self._verbs = {i for found in (closed, verbs) for c in found for i in range(c.first, c.last)}
            self._verbs -= {i for m in marked.concepts for i in range(m.first, m.last)}

    def modifies(self, at: int) -> bool:
        """Whether a word is an adjective that ends no name: "Institute for European | and Foreign Policy"."""
        return self._marked is not None and any(c.first == at for c in self._marked.cues_of("nouns", "event_modifiers"))

    def joins(self, start: int, at: int, end: int) -> bool:
        """Whether "and" joins two capitalised words for what a body is for ("Agency for Growth and Work"): one word
        stands behind the word for "for", one behind "and", which is no name: it is a concept, has small letters
        elsewhere, or its initial stands in the acronym that a bracket behind it gives."""
        tokens, right = self._tokens, at + 1
        opens = any(start < first and last in (at - 1, at - 2) for first, last in self._begins.items())
        if not opens or right >= end or tokens.shapes[at - 1] != CAPITAL or tokens.shapes[right] != CAPITAL:
            return False
        over = right + 1 >= end or tokens.gap(right + 1).strip() != "" or tokens.shapes[right + 1] == LOWER
        if not over or tokens.barriers[right] or self._marked is None:
            return False
        short = tokens.gap(right + 1).strip() == "(" if right + 1 < end else False
        if short and tokens.shapes[right + 1] == UPPER and tokens.folds[right][0] in tokens.folds[right + 1]:
            return True
        small = tokens.in_small_letters(tokens.folds[right])
        return small or any(m.first == right and m.last == right + 1 for m in self._marked.concepts)

    def end(self, flags: Flags, at: int, end: int) -> int | None:
        """Where a purpose that begins at a word ends (exclusive): before a verb, a small word, a mark or a capital.

        None if no purpose begins there.
        """
        if at not in self._begins or (self._bound and not self._purposeful(at - 1)):
            return None
        last = self._begins[at]
        while last < end and last in flags.article:
            last += 1
        first = last
        if self._bound and first == self._begins[at] and not self._is_group(first):
            return None
        while last < end and last - first < LONGEST and self._goes_on(flags, first, last, end):
            last += 1
        small = flags.conjunction | flags.article | (flags.of if self._bound else frozenset())
        while last > first and last - 1 in small:
            last -= 1
        barriers = self._tokens.barriers
        return last if last > first and not any(barriers[i] for i in range(at, first + 1)) else None

    def _purposeful(self, at: int) -> bool:
        return self._marked is not None and at in self._marked.words_of("nouns", "purposeful")

    def _is_group(self, at: int) -> bool:
        """Whether a known group stands here: "Centro per migranti"."""
        return self._marked is not None and any(m.first == at for m in self._marked.concepts)

    def _goes_on(self, flags: Flags, first: int, at: int, end: int) -> bool:
        tokens = self._tokens
        if tokens.shapes[at] != LOWER or tokens.barriers[at] or "," in tokens.gap(at):
            return False
        if at > first and at in self._verbs:
            return False
        if at in flags.conjunction:
            return at + 1 < end and tokens.shapes[at + 1] == LOWER and not self._small(flags, at + 1)
        if at in flags.article:
            return True
        if self._bound and at > first and at in flags.of:
            return at + 1 < end and (at + 1 in flags.article or not self._small(flags, at + 1))
        return not self._small(flags, at) or (at == first and len(tokens.folds[at]) >= SHORT)

    def _small(self, flags: Flags, at: int) -> bool:
        sets = (flags.of, flags.article, flags.conjunction, flags.joiner, flags.stop, self._verbs)
        return any(at in found for found in sets)
