"""Towns that a text speaks of as bodies: "the participating cities: Athens, Bologna and Oulu"."""

from __future__ import annotations

from graph.marking.hits import BODY_PROPERTIES
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention


def acting_towns(marked: Marked, language: Language) -> dict[int, Mention]:
    """The places behind a trigger for partners, funders or doers that ends in a noun for towns, as bodies, by their
    first words. The mentions of the places stay as they are."""
    nouns = marked.cues_of("nouns", "place_plural")
    frames = [(a, language.frames[a.payload.frame]) for a in marked.anchors] if nouns else []
    ends = [a.last for a, f in frames if f.property in BODY_PROPERTIES and any(c.last == a.last for c in nouns)]
    towns = [m for m in marked.mentions if ends and m.kind == "Place" and m.first >= min(ends)]
    return {m.first: Mention("Organisation", m.first, m.last, m.name, defined=True) for m in towns}
