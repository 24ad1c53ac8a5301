"""The last point of a legal form written with points ("e.V.", "S.r.l."): a part of the word, no end of anything."""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens


def take_points(tokens: Tokens, marked: Marked) -> None:
    """Let the last word of each legal form with points take up the point behind it, in place: lists go on behind it
    ("by the Kredo e.V. and the Omnia e.V.")."""
    for cue in marked.cues_of("words", "legal_forms"):
        last = cue.last - 1
        pointed = any("." in tokens.gap(i) for i in range(cue.first + 1, cue.last))
        if pointed and tokens.text[tokens.ends[last] : tokens.ends[last] + 1] == ".":
            tokens.ends[last] += 1
