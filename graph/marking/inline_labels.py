"""Several labelled values in one line: "Contract partner: Kredo Country: Malta Project start: 01.07.2017".

A row of boxes becomes such a line where a page was made plain text. Which words are labels, the lexicon says, so that
this is done after the language is known. What stands before the first label stays a block of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.marking.labels import SHEET
from graph.marking.language import FieldLabels
from graph.model import Block, Document, Field, Span
from graph.reading.lines import is_terminated
from graph.reading.values import is_long, prose_in

KINDS = frozenset({"record", "prose", "heading", "item", "title"})
ALSO = frozenset({"addresses", "deadline", "managedBy", "underFund", "description"})
LEAST_LABELS, MOST_WORDS = 3, 5
_COLON = re.compile(r"(?<=\w)\)?(?:\*\*|__)?[ \u00a0]?[:：](?:\*\*|__)?(?=\s|$)")
_WORDS = re.compile(r"\S+")
_EDGES = " \t\n|·•;,/–—-*_"


def with_inline_labels(document: Document, labels: FieldLabels) -> Document:
    """The document with such lines as records about it; the same document if it has none."""
    blocks: list[Block] = []
    for block in document.blocks:
        own = block.kind in KINDS and len(block.fields) <= 1 and block.about != "row"
        blocks.extend((_cut(document, block, labels) if own else None) or (block,))
    return document if tuple(blocks) == document.blocks else replace(document, blocks=tuple(blocks))


def _cut(document: Document, block: Block, labels: FieldLabels) -> tuple[Block, ...] | None:
    """The blocks that a line with several labels is made of: what stands before the first, and a record."""
    text, offset = document.text, block.span.start
    if text.count(":", offset, block.span.end) + text.count("：", offset, block.span.end) < LEAST_LABELS:
        return None
    found = list(labels_in(text[block.span.start : block.span.end], labels))
    names = {labels.property_of(text[offset + first : offset + last]) for first, last, _ in found}
    if len(found) < LEAST_LABELS or len(names & (SHEET | ALSO)) < LEAST_LABELS:
        return None
    ends = [*(first for first, _, _ in found[1:]), block.span.end - offset]
    fields = []
    for (first, last, begin), end in zip(found, ends, strict=True):
        value = _trimmed(text, offset + begin, offset + end)
        if value.end > value.start:
            fields.append(Field(text[offset + first : offset + last], value, Span(offset + first, offset + last)))
    head = _trimmed(text, offset, offset + found[0][0])
    if block.kind == "record" and head.end > head.start:
        return None
    kept = (replace(block, span=head, fields=()),) if head.end > head.start else ()
    start = offset + found[0][0]
    told = [
        prose
        for field in fields
        if is_long(text, field.value) or is_terminated(text[field.value.start : field.value.end])
        for prose in prose_in(text, field.value)
    ]
    return (*kept, Block("record", Span(start, block.span.end), fields=tuple(fields), about="document"), *told)


def _trimmed(text: str, start: int, end: int) -> Span:
    """A stretch of the text without the blanks and separators at its ends."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def labels_in(line: str, labels: FieldLabels) -> Iterator[tuple[int, int, int]]:
    """Where each label of a line begins and ends, and where its value begins: the longest row of words before a colon
    that the lexicon lists, with a capital in front."""
    after = 0
    for colon in _COLON.finditer(line):
        words = list(_WORDS.finditer(line, after, colon.end() - 1))[-MOST_WORDS:]
        last = colon.end() - 1
        for word in words:
            begin = word.start() + len(word[0]) - len(word[0].lstrip("*_"))
            label = line[begin:last].rstrip(" \u00a0*_")
            if label[:1].isupper() and labels.fit(label) == 1:
                yield begin, begin + len(label), colon.end()
                break
        after = colon.end()
