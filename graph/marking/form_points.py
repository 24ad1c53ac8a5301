"""Legal forms of single letters: their last point ("e.V.", "S.r.l.") is a part of the word, no end of anything; joined
by hyphens, such letters are words of another kind ("Lanterna s-a născut")."""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens


def take_points(tokens: Tokens, marked: Marked) -> None:
    """Let the last word of each legal form with points take up the point behind it, in place: lists go on behind it
    ("by the Kredo e.V. and the Omnia e.V."). Cues of small letters that a hyphen joins are dropped."""
    hyphened = [c for c in marked.cues_of("words", "legal_forms") if _hyphened(tokens, c.first, c.last)]
    marked.cues = [c for c in marked.cues if c not in hyphened] if hyphened else marked.cues
    for cue in marked.cues_of("words", "legal_forms"):
        last = cue.last - 1
        pointed = any("." in tokens.gap(i) for i in range(cue.first + 1, cue.last))
        if pointed and tokens.text[tokens.ends[last] : tokens.ends[last] + 1] == ".":
            tokens.ends[last] += 1


def _hyphened(tokens: Tokens, first: int, last: int) -> bool:
    """Whether words are single small letters that hyphens join."""
    small = all(tokens.surface(i, i + 1).islower() and len(tokens.folds[i]) == 1 for i in range(first, last))
    return small and any(tokens.gap(i) == "-" for i in range(first + 1, last))
