"""Names that a legal form shows to be bodies': "Open Forum Ltd", “Light for all Ltd”, "open harbour Ltd"."""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import LOWER, Tokens
from graph.names.flags import Flags

LONGEST_LOWER = 5


def is_incorporated(tokens: Tokens, flags: Flags, first: int, last: int) -> bool:
    """Whether a row of capitalised words ends in a legal form ("Open Forum Ltd")."""
    form = next((i for i in range(first + 1, last) if flags.legal.get(i, 0) >= last), None)
    return form is not None and all(tokens.shapes[i] != LOWER for i in range(first, form))


def ends_in_form(marked: Marked, first: int, last: int) -> bool:
    """Whether a quotation, from word `first` to `last`, ends in a legal form."""
    return any(first < c.first and c.last == last for c in marked.cues_of("words", "legal_forms"))


def lowercase_end(tokens: Tokens, flags: Flags, first: int, end: int) -> int | None:
    """Where a body's name ends (exclusive) that its owners write in lower case, at the head of a sentence: a few words
    of content and a legal form ("open harbour Ltd runs …"); None if there is none."""
    small = (flags.of, flags.article, flags.conjunction, flags.joiner, flags.stop)
    if tokens.shapes[first] != LOWER or any(first in found for found in small):
        return None
    for i in range(first + 1, min(first + LONGEST_LOWER, end)):
        if tokens.barriers[i] or tokens.gap(i).strip():
            return None
        if i in flags.legal:
            return flags.legal[i]
        if tokens.shapes[i] != LOWER or any(i in found for found in small):
            return None
    return None
