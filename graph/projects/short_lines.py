"""Short lines that may be names above a text or above labelled lines, as lists and registers have them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens
from graph.model import Document

LONGEST = 20  # words of such a line
LEAST_TEXT = 8  # words of the sentence that stands below one
SENTENCES_END = (".", ":", ";")


def is_short_line(document: Document, tokens: Tokens, marked: Marked, kinds: Collection[str]) -> bool:
    """Whether a sentence is a short line of a block of some `kinds`, no field's value and no sentence of a text."""
    sentence = marked.sentence
    text = tokens.text[sentence.span.start : sentence.span.end].rstrip()
    line = sentence.field is None and document.blocks[sentence.block].kind in kinds
    return line and sentence.last - sentence.first <= LONGEST and not text.endswith(SENTENCES_END)


def has_text_below(document: Document, marked: Sequence[Marked], index: int, kinds: Collection[str]) -> bool:
    """Whether a sentence of a text, in a block of some `kinds`, follows a line."""
    if index + 1 >= len(marked) or document.blocks[marked[index + 1].sentence.block].kind not in kinds:
        return False
    following = marked[index + 1].sentence
    return following.last - following.first >= LEAST_TEXT
