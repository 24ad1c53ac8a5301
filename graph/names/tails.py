"""Names of bodies that begin with one capitalised word and go on in lower case to their head noun: a genitive ("Lahden
seudun työttömien yhdistys") or an adjective ("Zasavska ljudska univerza")."""

from __future__ import annotations

from collections.abc import Callable

from graph.marking.mentions import Marked
from graph.marking.tokens import CAPITAL, LOWER, Tokens
from graph.names.adjectives import adjectives_to_head
from graph.names.flags import Flags
from ontology.lexicon import Declension
from ontology.words import fold

MAX_TAIL = 6


class Tails:
    """Finds the ends of such names; languages whose lexicon names no endings have none."""

    def __init__(self, tokens: Tokens, rules: Declension) -> None:
        self._tokens = tokens
        self._genitive = rules.genitive
        self._leading = tuple(map(fold, rules.leading))
        self._towns: set[int] = set()
        self._agree = [(fold(ending), tuple(map(fold, nouns))) for ending, nouns in rules.agree.items()]

    def enter(self, marked: Marked) -> None:
        """Begin a sentence: a town's own name is no adjective ("v Brně | centrum")."""
        self._towns = {m.first for m in marked.mentions if m.kind == "Place" and m.entry is not None}

    def end(self, flags: Flags, start: int, end: int, small: Callable[[Flags, int], bool]) -> int | None:
        """The end (exclusive) of a name that begins at a word; a head noun that is a genitive itself may have one more.
        `small` says which words are small ones."""
        tokens = self._tokens
        if self._leading and start in self._towns:
            return None
        if self._leading:
            return adjectives_to_head(tokens, flags, self._leading, start, end)
        while start + 1 < end and tokens.gap(start + 1) == "-" and tokens.shapes[start + 1] == CAPITAL:
            start += 1
        if tokens.shapes[start] != CAPITAL or not self.is_genitive(start):
            return None
        found: int | None = None
        for i in range(start + 1, min(start + MAX_TAIL, end)):
            elliptic = tokens.gap(i).startswith("-")
            if tokens.shapes[i] != LOWER or tokens.barriers[i] or not (elliptic or not tokens.gap(i).strip(" -\n")):
                break
            if small(flags, i) and not (elliptic and i in flags.conjunction):
                break
            if flags.heads_organisation(i) or i in flags.legal:
                found = i + 1
                if not self.is_genitive(i):
                    break
        return found

    def opens(self, flags: Flags, start: int, last: int | None) -> bool:
        """Whether such a name, which ends before `last`, may open a sentence: behind an adjective, its head noun must
        be in the base form and agree with it ("Zasavska ljudska univerza", not "Humanitarne organizacije")."""
        if last is None or not self._leading:
            return last is not None
        first, head = self._tokens.folds[start], self._tokens.folds[last - 1]
        return any(first.endswith(ending) and head.endswith(nouns) for ending, nouns in self._agree)

    def is_genitive(self, at: int) -> bool:
        """Whether a word ends like a genitive."""
        return bool(self._genitive) and self._tokens.folds[at].endswith(self._genitive)
