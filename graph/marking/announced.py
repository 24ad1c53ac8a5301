"""Lines with a colon at their end that announce a list, without being labels: "The project is aimed at:", "The
consortium brings together the following partners:"."""

from __future__ import annotations

from collections.abc import Sequence

from graph.marking.compiled import Cue
from graph.marking.language import Language
from ontology.lexicon import Shape
from ontology.words import folded_words

# The later one where two frames are equally long: an offer rather than those to whom it is made.
LISTED = ("targets", "fundedBy", "implementedBy", "hasPartner", "coversCountry", "addresses", "hasActivityType")

PROJECTS = (Cue("nouns", "project"), Cue("nouns", "coreference"))  # "the project" alone announces nothing


def announced(language: Language, label: str) -> str | None:
    """The property of what follows such a line: partners where it says that bodies take part, else that of the frame
    whose trigger ends it, the longest if there are several, or that of a label inside it; None if it announces none."""
    words = folded_words(label)
    if takes_part(language, words):
        return "hasPartner"
    best, found = (1, -1), language.scan_words(words)
    nouns = {i for m in found if m.payload in PROJECTS for i in range(m.first, m.last)}
    for match in found:
        shape, said = match.payload, not nouns.issuperset(range(match.first, match.last))
        if isinstance(shape, Shape) and match.last == len(words) and shape.after == ("o",) and said:
            name = language.frames[shape.frame].property
            if name in LISTED:
                best = max(best, (match.last - match.first, LISTED.index(name)))
    return language.fields.announced(label) or (LISTED[best[1]] if best[1] >= 0 else None)


def takes_part(language: Language, words: Sequence[str]) -> bool:
    """Whether a line speaks of bodies in the plural that take part: "Participating universities"."""
    cues = {match.payload for match in language.scan_words(words)}
    bodies = Cue("nouns", "generic_bodies") in cues or not language.plural_bodies.isdisjoint(words)
    return bodies and Cue("words", "participating") in cues


def labelled(language: Language, label: str) -> str | None:
    """The property that a label stands for; of one that its words fit only in part, rather what it announces."""
    known = language.fields.property_of(label)
    return known if known and language.fields.fit(label) == 1 else announced(language, label) or known
