"""Places that bear a given name ("Nora", "Alexandra"): a name that the text does not show to be a place's is a
person's."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Tokens

NEAR = 2
_LANDS = frozenset({"Place", "Country"})


def namesakes(tokens: Tokens, marked: Marked, given_names: Set[str]) -> list[Mention]:
    """The known places of one word in a sentence that are given names (folded), and that nothing beside them shows to
    be places: no word for "in" before them, no other place or country beside them, no label that asks for a place."""
    if marked.sentence.field is not None:
        return []
    within = {c.last for c in marked.cues_of("words", "strict_locative")}
    within |= {c.last for c in marked.cues_of("nouns", "place", "place_plural")}
    lands = [m for m in marked.mentions if m.kind in _LANDS]
    beside = {id(m) for pair in pairwise(lands) if pair[1].first - pair[0].last < NEAR for m in pair}
    return [
        m
        for m in lands
        if m.kind == "Place"
        and m.entry is not None
        and m.last - m.first == 1
        and tokens.folds[m.first] in given_names
        and m.first not in within
        and id(m) not in beside
    ]
