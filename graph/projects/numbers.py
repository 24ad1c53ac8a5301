"""Whether a noun means one project or several: in some languages a number above one stands before the singular."""

from __future__ import annotations

from graph.marking.compiled import Cue
from graph.marking.mentions import Marked
from graph.marking.tokens import NUMBER, Tokens
from ontology.automaton import Match

MOST = 999  # what is higher is a year, or a sum


def means_several(tokens: Tokens, marked: Marked, noun: Match[Cue]) -> bool:
    """Whether a project noun speaks of several projects: by its form, or by a number before it ("9 hankkeelle")."""
    if any(c.last == noun.last for c in marked.cues_of("nouns", "project_plural")):
        return True
    at = noun.first if tokens.shapes[noun.first] == NUMBER else noun.first - 1
    if at < marked.sentence.first or tokens.shapes[at] != NUMBER or tokens.gap(at + 1).strip():
        return False
    return tokens.folds[at].isdigit() and 1 < int(tokens.folds[at]) <= MOST
