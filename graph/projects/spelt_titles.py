"""Titles too long for headings: a line of text that says what a project is to do, right above "the project …"."""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import CAPITAL, Tokens
from graph.model import Document
from graph.reading.lines import is_terminated

LEAST, MOST, TO_POINTER = 6, 30, 6  # words of such a title, and from a sentence's beginning to "the project"


def spelt_out(document: Document, tokens: Tokens, marked: list[Marked], index: int) -> bool:
    """Whether a line of text is a title too long for a heading: a block of its own, without a finite verb; the
    next sentence soon says "the project", and no sentence with a full stop goes before it if it has one itself."""
    here, last = marked[index], marked[index].sentence.last
    if _ended(tokens, here) and any(_ended(tokens, line) for line in marked[:index]):
        return False
    if document.blocks[here.sentence.block].kind != "prose" or _is_value(marked, index):
        return False
    alone = all(m.sentence.block != here.sentence.block for m in marked[max(index - 1, 0) : index + 2] if m is not here)
    if not alone or not LEAST <= last - here.sentence.first <= MOST or index + 1 >= len(marked):
        return False
    if tokens.shapes[here.sentence.first] != CAPITAL or here.has("words", "copula", "after_title", "planned", "we"):
        return False
    following = marked[index + 1]
    prose = document.blocks[following.sentence.block].kind == "prose"
    pointing = following.cues_of("nouns", "coreference")
    return prose and any(c.first - following.sentence.first <= TO_POINTER for c in pointing)


def _ended(tokens: Tokens, line: Marked) -> bool:
    return is_terminated(tokens.text[line.sentence.span.start : line.sentence.span.end])


def _is_value(marked: list[Marked], index: int) -> bool:
    """Whether a line stands in the document as the value of a label, too."""
    span = marked[index].sentence.span
    before = (m.sentence for m in marked[max(index - 2, 0) : index] if m.sentence.field is not None)
    return any(span.start <= s.span.start < span.end for s in before)
