"""Words that give the age of people and the length of projects alike: "dwuletni chłopiec", but "dwuletni projekt"."""

from __future__ import annotations

from graph.marking.compiled import Cue
from graph.marking.mentions import Marked

PERSON = Cue("words", "person")
THINGS = frozenset({"project", "activity", "event", "output", "organisation", "fund", "programme", "call", "policy"})
NEAR = 1  # words between such a word and the noun


def drop_ages(marked: Marked) -> None:
    """Take the cues of persons out of a sentence, in place, that are one word before a noun for a thing."""
    if not any(c.payload == PERSON for c in marked.cues):
        return
    nouns = {c.first for c in marked.cues if c.payload.section == "nouns" and c.payload.category in THINGS}
    marked.cues = [
        c
        for c in marked.cues
        if c.payload != PERSON or c.last - c.first > 1 or nouns.isdisjoint(range(c.last, c.last + NEAR + 1))
    ]
