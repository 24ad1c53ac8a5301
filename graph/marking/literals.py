"""Where the later literal parts of triggers stand in a sentence ("which … finances")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from graph.marking.language import Language
from graph.marking.tokens import Sentence, Tokens
from ontology.automaton import Match
from ontology.lexicon import Shape
from ontology.patterns import ANY

Part = frozenset[tuple[str, ...]]
Stretch = tuple[int, int]


@lru_cache(maxsize=4096)
def _by_opening(part: Part) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """The rows of a literal part in order, numbered, by the element that each begins with."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for number, row in enumerate(sorted(part)):
        found.setdefault(row[0], []).append((number, row))
    return found


class Literals:
    """Finds them, each once for a sentence."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._folds = tokens.folds
        self._accept = language.automaton.elements
        self._standing: dict[int, dict[str, list[int]]] = {}
        self._known: dict[tuple[int, Part], list[tuple[int, int]]] = {}

    def places(self, sentence: Sentence, part: Part) -> list[tuple[int, int]]:
        """The first and last (exclusive) word of each place of a sentence where a row of a literal part stands, in
        order; of rows that begin at one word the first in the alphabet counts."""
        key = sentence.first, part
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._found(sentence, part)
        return found

    def whole(self, sentence: Sentence, anchor: Match[Shape]) -> bool:
        """Whether the later literal parts of a trigger stand somewhere behind its first ("which … finances")."""
        parts = (part for part in anchor.payload.after if isinstance(part, frozenset))
        found = (self.places(sentence, part) for part in parts)
        return all(places and places[-1][0] >= anchor.last for places in found)

    def around(
        self, sentence: Sentence, anchor: Stretch, later: Sequence[tuple[Part, Stretch]]
    ) -> Callable[[int], tuple[Stretch, ...]]:
        """The words of a trigger as they hold for an object that ends before a word: of those behind several objects
        the ones next to it ("by A paid and by B shared")."""

        def words(last: int) -> tuple[Stretch, ...]:
            near = (next((p for p in self.places(sentence, part) if last <= p[0] < s[0]), s) for part, s in later)
            return anchor, *near

        return words

    def _found(self, sentence: Sentence, part: Part) -> list[tuple[int, int]]:
        where, rows = self._elements(sentence), _by_opening(part)
        found: dict[int, tuple[int, int]] = {}  # for each word the row, by number, and its end
        for opening in where.keys() & rows.keys():
            for at in where[opening]:
                self._try(found, at, rows[opening], sentence.last)
        if ANY in rows and ANY not in where:  # no pattern of the automaton has it
            for at in range(sentence.first, sentence.last):
                self._try(found, at, rows[ANY], sentence.last)
        return [(at, found[at][1]) for at in sorted(found)]

    def _try(
        self, found: dict[int, tuple[int, int]], at: int, rows: Sequence[tuple[int, tuple[str, ...]]], last: int
    ) -> None:
        """Note the first of some rows, which begin alike, that stands at a word, if it comes before the one noted."""
        accept, folds = self._accept, self._folds
        for number, row in rows:
            end = at + len(row)
            if end > last or (at in found and found[at][0] < number):
                continue
            for k in range(1, len(row)):
                if row[k] != ANY and row[k] not in accept(folds[at + k]):
                    break
            else:
                found[at] = number, end
                return

    def _elements(self, sentence: Sentence) -> dict[str, list[int]]:
        """Where each element of patterns stands in a sentence."""
        found = self._standing.get(sentence.first)
        if found is None:
            found = self._standing[sentence.first] = {}
            for at in range(sentence.first, sentence.last):
                for element in self._accept(self._folds[at]):
                    found.setdefault(element, []).append(at)
        return found
