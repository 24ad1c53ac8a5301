"""Names of nobody in particular: bodies in general ("Member States") and groups of people ("Refugees")."""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens


def generic_rows(tokens: Tokens, marked: Marked) -> list[tuple[int, int]]:
    """The rows of words, first and last (exclusive), that name bodies in general, and the single ones that name a group
    of people; right behind a project noun, without a colon, such a word may begin a title ("the project Women lead").
    """
    nouns = {c.last for c in marked.cues_of("nouns", "project")}
    groups = (m for m in marked.concepts if m.kind == "BeneficiaryGroup" and m.last - m.first == 1)
    told = [(m.first, m.last) for m in groups if ":" in tokens.gap(m.first) or m.first not in nouns]
    return [*((c.first, c.last) for c in marked.cues_of("nouns", "generic_bodies")), *told]


def only_heads(marked: Marked, first: int, last: int) -> bool:
    """Whether words are nouns for bodies and nothing else ("Government", "NGOs and Charities")."""
    heads = marked.cues_of("nouns", "organisation", "lowercase_organisation", "generic_bodies")
    words = {i for c in (*heads, *marked.cues_of("words", "bodies")) for i in range(c.first, c.last)}
    return words >= {*range(first, last)} - marked.words_of("words", "and")
