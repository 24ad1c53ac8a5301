"""Headings of parts of a page or plan, which name no project of their own: "About Lantern", "WP1 Management"."""

from __future__ import annotations

from graph.marking.appearance import raised_again
from graph.marking.mentions import Marked
from graph.marking.tokens import NUMBER, Tokens


def is_part(tokens: Tokens, marked: Marked) -> bool:
    """Whether a heading only says of what a section is, or is a numbered part of a plan of work."""
    return _is_package(tokens, marked) or is_about(tokens, marked, marked.sentence.first, marked.sentence.last)


def is_about(tokens: Tokens, marked: Marked, first: int, last: int) -> bool:
    """Whether a row of words is "about" a name that stands elsewhere in the text with a capital."""
    ends = [c.last for c in marked.cues_of("words", "about") if c.first == first and c.last < last]
    return bool(ends) and raised_again(tokens, max(ends), last)


def _is_package(tokens: Tokens, marked: Marked) -> bool:
    """Whether a heading begins with a work package's number ("WP1 Management", "AP 2 Befragung")."""
    first, last = marked.sentence.first, marked.sentence.last
    if first not in marked.words_of("contexts", "work_packages"):
        return False
    numbered = tokens.word(first)[-1:].isdigit()
    return numbered or (first + 1 < last and tokens.shapes[first + 1] == NUMBER)
