"""Titles in capitals: “LAUNCH OF THE PROJECT LANTERN” looks like one name, but only what follows the noun is."""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens
from ontology.words import folded_words


def cut_capitals(tokens: Tokens, marked: Marked) -> None:
    """Cut names in capitals that hold an article or "of" and a project noun, in place: the name begins behind the noun.

    What only numbers the project ("PROJECT 2") or holds further project nouns stays as it is.
    """
    nouns = {c.first: c.last for c in marked.cues_of("nouns", "project")}
    small = marked.words_of("words", "articles") | marked.words_of("words", "of")
    for mention in marked.mentions:
        if mention.entry is not None or mention.kind not in ("Name", "Project") or mention.first == mention.last - 1:
            continue
        inside = [i for i in nouns if mention.first < i and nouns[i] < mention.last]
        if len(inside) != 1 or inside[0] - 1 not in small:
            continue
        if not all(tokens.word(i).isupper() for i in range(mention.first, inside[0])):
            continue
        first = nouns[inside[0]]
        if any(c.isalpha() for word in folded_words(tokens.surface(first, mention.last)) for c in word):
            mention.kind, mention.first, mention.name = "Project", first, tokens.surface(first, mention.last)
            mention.defined, mention.sure = True, True
