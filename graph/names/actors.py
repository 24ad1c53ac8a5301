"""One word with a capital that begins a sentence and runs a project: "Kredo leads the Lantern project".

Any word has a capital there; this one is a name, since it is the whole subject of a verb for running projects and the
document has it nowhere in small letters.
"""

from __future__ import annotations

from graph.marking.language import Language
from graph.marking.mentions import Marked
from graph.marking.tokens import CAPITAL, LOWER, Tokens

LEAST_LETTERS, LONGEST_AUXILIARY = 3, 4


class Actors:
    """Finds such words in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._frames = language.frames
        shaped = zip(tokens.folds, tokens.shapes, strict=True)
        self._small = frozenset(fold for fold, shape in shaped if shape == LOWER)

    def of(self, marked: Marked) -> int | None:
        """The first word of a sentence if it is such a name, else None."""
        at, tokens = marked.sentence.first, self._tokens
        if at + 1 >= marked.sentence.last or tokens.shapes[at] != CAPITAL or tokens.shapes[at + 1] != LOWER:
            return None
        if len(tokens.folds[at]) < LEAST_LETTERS or tokens.folds[at] in self._small or tokens.gap(at + 1) != " ":
            return None
        known = {one.first for one in marked.cues} | {one.first for one in (*marked.mentions, *marked.concepts)}
        if at in known:
            return None
        behind = {at + 1, at + 2} if len(tokens.folds[at + 1]) <= LONGEST_AUXILIARY else {at + 1}  # "Kredo has | led"
        near = (a for a in marked.anchors if a.first in behind and "o" in a.payload.before)
        runs = (a for a in near if a.last < marked.sentence.last and not tokens.gap(a.last).strip())  # "Newly led, …"
        return at if any(self._frames[a.payload.frame].property == "implementedBy" for a in runs) else None
