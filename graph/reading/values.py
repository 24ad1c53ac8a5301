"""Labelled values: turning a label and a stretch of text into fields, and long values into prose as well."""

from __future__ import annotations

import re

from graph.model import Block, Field, Span
from graph.reading.draft import one_line, trimmed

LONG = 120
_PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=\s*[•●▪‣\uf0b7*-]\s)")
_SENTENCE_END = re.compile(r"(?<!\b[^\W\d_a-z])[.!?][\s”\"»]|[.!?]$")  # no initial: "G. Rodari"
_MARK = re.compile(r"\s*[•●▪‣\uf0b7*-]\s+")


def field_of(text: str, label: Span, value: Span) -> Field:
    """A field whose label and value both stand in the text."""
    clean = trimmed(text, label.start, label.end)
    while clean.end > clean.start and text[clean.end - 1] in "*_:：":
        clean = trimmed(text, clean.start, clean.end - 1)
    while clean.end > clean.start and text[clean.start] in "*_":
        clean = trimmed(text, clean.start + 1, clean.end)
    return Field(one_line(text[clean.start : clean.end]), unquoted(text, value), clean)


def unquoted(text: str, value: Span) -> Span:
    """The span without surrounding white space, bold marks and one pair of straight quotation marks."""
    span = trimmed(text, value.start, value.end)
    while span.end - span.start >= 4 and text[span.start : span.start + 2] == text[span.end - 2 : span.end] in (
        "**",
        "__",
    ):
        span = trimmed(text, span.start + 2, span.end - 2)
    if span.end - span.start >= 2 and text[span.start] == text[span.end - 1] and text[span.start] in "\"'":
        inner = text[span.start + 1 : span.end - 1]
        if text[span.start] not in inner.replace("''", "").replace('""', ""):
            span = trimmed(text, span.start + 1, span.end - 1)
    return span


def prose_in(text: str, value: Span) -> list[Block]:
    """The paragraphs and list items of a long value."""
    blocks, start = [], value.start
    cuts = [match.span() for match in _PARAGRAPHS.finditer(text, value.start, value.end)]
    for cut, following in [*cuts, (value.end, value.end)]:
        mark = _MARK.match(text, start, cut)
        span = trimmed(text, mark.end() if mark else start, cut)
        if span.end > span.start:
            blocks.append(Block("item" if mark else "prose", span))
        start = following
    return blocks


def is_long(text: str, value: Span) -> bool:
    """Whether a value is prose rather than a name, a list or a number."""
    shown = text[value.start : value.end]
    if "://" in shown and len(shown.split()) < 5:
        return False
    words = len(shown.split())
    return len(shown) >= LONG or (words >= 10 and _SENTENCE_END.search(shown) is not None)
