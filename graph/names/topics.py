"""Rows of topics inside the names of offices, each with its own small words: "Direction de l'emploi, du travail et des
solidarités"."""

from __future__ import annotations

from collections.abc import Mapping, Set

from graph.marking.mentions import Mention
from graph.marking.tokens import CAPITAL, LOWER, Tokens
from graph.names.flags import Flags

MEMBERS = 6
NAMED = ("Organisation", "Fund", "Country", "Place", "Person", "Project")


def past_topics(
    tokens: Tokens, flags: Flags, adjectives: Set[int], known: Mapping[int, Mention], start: int, at: int, end: int
) -> int | None:
    """Where a row of further topics that begins at word `at` of an office's name ends (exclusive), or None. Each has an
    article, as the first one has, and its case or, behind a comma, small letters; commas stand between them and "and"
    before the last."""
    first = next((i for i in range(start + 1, at) if i in flags.article), at)
    while first < at and _small(flags, first):
        first += 1
    if at in adjectives and tokens.shapes[at] == LOWER:
        at += 1  # "alle Politiche sociali, | della casa e …"
    if first >= at or at >= end or not (at in flags.conjunction or tokens.gap(at).startswith(",")):
        return None
    shapes = {tokens.shapes[first], LOWER} if tokens.gap(at).startswith(",") else {tokens.shapes[first]}
    row, last = _Row(tokens, flags, adjectives, known, shapes, end), at
    for _ in range(MEMBERS):
        joined = last in flags.conjunction and not tokens.gap(last).strip()
        if not joined and not tokens.gap(last).startswith(","):
            return None
        step = row.member(last)
        if step is None or joined:
            return step
        last = step
    return None


class _Row:
    """Reads one topic after another; `shapes`: their cases."""

    def __init__(
        self,
        tokens: Tokens,
        flags: Flags,
        adjectives: Set[int],
        known: Mapping[int, Mention],
        shapes: Set[int],
        end: int,
    ) -> None:
        self._tokens, self._flags, self._adjectives, self._known = tokens, flags, adjectives, known
        self._shapes, self._end = shapes, end

    def member(self, at: int) -> int | None:
        """Where the topic ends (exclusive) whose small words begin at a word."""
        tokens, flags, noun = self._tokens, self._flags, at
        while noun < self._end and _small(flags, noun) and not tokens.gap(noun).strip(" ,'’"):
            noun += 1
        if noun >= self._end or noun - 1 not in flags.article or not self._is_topic(noun):
            return None
        last = noun + 1
        while last < self._end and self._goes_on(last):
            last += 1
        return last

    def _is_topic(self, at: int) -> bool:
        tokens, named = self._tokens, self._known.get(at)
        plain = tokens.shapes[at] in self._shapes and not tokens.barriers[at] and not tokens.gap(at).strip(" '’")
        return plain and at not in self._flags.heads and (named is None or named.kind not in NAMED)

    def _goes_on(self, at: int) -> bool:
        tokens = self._tokens
        if tokens.barriers[at] or tokens.gap(at) != " " or _small(self._flags, at) or at in self._flags.role:
            return False
        if tokens.shapes[at] == CAPITAL:
            return CAPITAL in self._shapes and at not in self._flags.heads
        more = at + 1 in self._flags.conjunction or tokens.text[tokens.ends[at] : tokens.ends[at] + 1] in set(",.;:)")
        return tokens.shapes[at] == LOWER and at not in self._flags.stop and (at in self._adjectives or more)


def _small(flags: Flags, at: int) -> bool:
    return flags.joins(at) or at in flags.joiner
