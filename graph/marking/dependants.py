"""Children that only say which grown-ups are meant: "refugee women with young children"."""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import LOWER, Tokens

CHILDREN = "children"  # how the notations of the groups end
ADJECTIVES = 2  # words between "with" and the children


def drop_dependants(tokens: Tokens, marked: Marked) -> None:
    """Take children out of a sentence's groups, in place, whom a word for "with" joins to another group right before
    it; "works with children" still speaks of them."""
    groups = {m.last for m in marked.concepts if m.kind == "BeneficiaryGroup"}
    company = marked.words_of("words", "comitative") if len(groups) > 1 else ()
    for concept in [m for m in marked.concepts if company and m.entry and m.entry.notation.endswith(CHILDREN)]:
        for at in range(concept.first - 1, max(concept.first - 2 - ADJECTIVES, marked.sentence.first), -1):
            if tokens.shapes[at] != LOWER or tokens.gap(at + 1).strip():
                break
            if at in company and at in groups:
                marked.concepts.remove(concept)
                break
