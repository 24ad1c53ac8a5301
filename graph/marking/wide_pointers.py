"""“The project” with much between article and noun: "the newly launched three-year project", "das auf drei Jahre
angelegte Projekt", "het door de stad betaalde project"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.marking.compiled import Cue
from graph.marking.mentions import Marked
from graph.marking.tokens import LOWER, NUMBER, Tokens
from ontology.automaton import Match

REACH = 9  # words from the article to the noun


def wide_pointers(tokens: Tokens, marked: Marked) -> Iterator[Match[Cue]]:
    """The nouns for one project that a definite article points to across attributes; languages that put attributes
    between the two list these articles as `pointing`."""
    pointing = marked.words_of("words", "pointing")
    if not pointing:
        return
    several = {c.last for c in marked.cues_of("nouns", "project_plural")}
    plain = {c.last for c in marked.cues_of("nouns", "coreference")}
    closing = marked.words_of("words", "indefinite") | marked.words_of("words", "copula")
    for cue in marked.cues_of("nouns", "project"):
        attribute = cue.first - 1
        if cue.last in several or cue.last in plain or attribute <= marked.sentence.first or tokens.barriers[cue.first]:
            continue
        small = any(attribute in marked.words_of("words", kind) for kind in ("stop", "articles", "of", "and"))
        if small or tokens.shapes[attribute] not in (LOWER, NUMBER) or tokens.gap(cue.first).strip():
            continue
        for at in range(attribute, max(marked.sentence.first, cue.first - REACH) - 1, -1):
            if at in closing or at in several:
                break
            if at in pointing:
                yield cue
                break
            if tokens.barriers[at] or tokens.gap(at).strip(" -\n"):
                break
