"""Lines with a colon at their end that announce a list, without being labels: "The project is aimed at:", "The
consortium brings together the following partners:"."""

from __future__ import annotations

from graph.marking.language import Language
from ontology.lexicon import Shape
from ontology.words import folded_words

# The later one where two frames are equally long: an offer rather than those to whom it is made.
LISTED = ("targets", "fundedBy", "implementedBy", "hasPartner", "coversCountry", "addresses", "hasActivityType")


def announced(language: Language, label: str) -> str | None:
    """The property of what follows such a line: that of the frame whose trigger ends it, the longest if there are
    several, or that of a label inside it; None if it announces nothing."""
    words = folded_words(label)
    best = (1, -1)
    for match in language.scan_words(words):
        shape = match.payload
        if isinstance(shape, Shape) and match.last == len(words) and shape.after == ("o",):
            name = language.frames[shape.frame].property
            if name in LISTED:
                best = max(best, (match.last - match.first, LISTED.index(name)))
    return language.fields.announced(label) or (LISTED[best[1]] if best[1] >= 0 else None)


def labelled(language: Language, label: str) -> str | None:
    """The property that a label stands for; of one that its words fit only in part, rather what it announces."""
    known = language.fields.property_of(label)
    return known if known and language.fields.fit(label) == 1 else announced(language, label) or known
