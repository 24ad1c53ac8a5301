"""Texts and words inside and outside of brackets."""

from __future__ import annotations

from graph.marking.tokens import Tokens


def without_brackets(text: str) -> str:
    """A text without what stands in round or square brackets."""
    depth, kept = 0, []
    for char in text:
        depth += char in "(["
        if depth <= 0:
            kept.append(char)
        depth -= char in ")]" and depth > 0
    return "".join(kept)


def bracketed(tokens: Tokens, first: int, last: int) -> set[int]:
    """The words between two positions that stand in brackets."""
    depth, found = 0, set()
    for i in range(first, last):
        gap = tokens.gap(i)
        depth += gap.count("(") - gap.count(")")
        if depth > 0:
            found.add(i)
    return found


def is_bracket(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words between two positions are there, and all of them stand in brackets."""
    return first < last and len(bracketed(tokens, first, last)) == last - first
