"""Lists below a sentence that ends with a colon and says what they are: "The project is carried out in the following
countries:". Their lines become the values of a label, as below a shorter line that a reader takes for one.

What announces a list, the frames and labels of the document's language say; the sentence itself stays text, whose
rules may find more in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from graph.marking.announced import announced
from graph.marking.language import NAMED_BODIES, Language
from graph.model import Block, Document, Field, Span

LONGEST_LINE, LONGEST_TEXT = 25, 6  # words of the sentence; of a line that is no item
LONGEST_NAME, LONGEST_PLAIN = 16, 6  # words; of a name with no further capital
LEAST_LINES = 2  # lines of a list without marks
SHORT_ITEM = 5  # words of an item that is only a value
_ENDS = re.compile(r"[:：]\s*$")
_SENTENCE = re.compile(r".*[.!?;]\s", re.S)
TEXTS = frozenset({"prose", "heading"})
Announced = tuple[Span | None, str | None]  # a label and the property of what stands below it


def with_announced_lists(document: Document, language: Language) -> Document:
    """The document with such lists as records about it; the same document if it has none."""
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        block = document.blocks[at]
        blocks += _told(document, block, language)
        at += 1
        label, name = _announcing(document, block, language)
        if label is None or name in (None, "hasPartner"):  # lists of partners are rolls, which know countries and parts
            continue
        items = _below(document, document.blocks[at - 1 :])
        if items and (name not in NAMED_BODIES or all(_may_name(document, item.span) for item in items)):
            blocks += _record(document, label, items)
            at += len(items)
    return document if tuple(blocks) == document.blocks else replace(document, blocks=tuple(blocks))


def announcing_labels(document: Document, language: Language) -> frozenset[str]:
    """The labels of all such lists: what is below them is a value, as below a label that the lexicon knows."""
    records = (block for block in document.blocks if _clause(document, block, language)[1])
    return frozenset(block.fields[0].label for block in records)


def _clause(document: Document, block: Block, language: Language) -> Announced:
    """The label of a record whose values stand below it and that is a clause ("The project is run by:")."""
    label = block.fields[0].label_span if block.kind == "record" and block.about == "document" else None
    if label is None or {field.label_span for field in block.fields} != {label}:
        return None, None
    if len(block.fields) < LEAST_LINES or "\n" not in document.text[label.end : block.fields[0].value.start]:
        return None, None
    said = block.fields[0].label
    return label, announced(language, said) if language.fields.fit(said) < 1 else None


def _told(document: Document, block: Block, language: Language) -> list[Block]:
    """A block; a record whose one label is a clause, as that clause and its values."""
    label, name = _clause(document, block, language)
    if label is None or name is None:
        return [block]
    values = [field.value for field in block.fields]
    if name in NAMED_BODIES and not all(_may_name(document, value) for value in values):
        colon = document.text.find(":", label.end, values[0].start)  # a roll's heading ends with it
        clause = Span(label.start, max(label.end, colon + 1))
        return [Block("prose", clause), *(Block("item", value) for value in values)]
    return [Block("prose", label), replace(block, span=Span(values[0].start, values[-1].end))]


def _announcing(document: Document, block: Block, language: Language) -> Announced:
    """The sentence that ends a block of text with a colon, and what a list below it is."""
    text = document.text[block.span.start : block.span.end]
    if block.kind not in TEXTS or not (end := _ENDS.search(text)):
        return None, None
    before = _SENTENCE.match(text, 0, end.start())
    first = before.end() if before else 0
    said = text[first : end.start()]
    if not said.strip() or len(said.split()) > LONGEST_LINE:
        return None, None
    return Span(block.span.start + first, block.span.start + end.start()), announced(language, said)


def _below(document: Document, blocks: Sequence[Block]) -> list[Block]:
    """The list right below the first of some blocks: items, or at least two short lines with no blank line between."""
    if items := [*takewhile(lambda block: block.kind == "item", blocks[1:])]:
        return items
    pairs = takewhile(lambda pair: _next_line(document, *pair), pairwise(blocks))
    lines = [below for _, below in pairs]
    return lines if len(lines) >= LEAST_LINES else []


def _may_name(document: Document, value: Span) -> bool:
    """Whether a line may be the name of a body: it begins as names do, is short, and no sentence ends in it; a long one
    has more capitals than its first."""
    text = document.text[value.start : value.end].rstrip(".;, ")
    words = text.split()
    named = len(words) <= LONGEST_PLAIN or any(any(c.isupper() for c in word) for word in words[1:])
    return text[:1].isupper() and len(words) <= LONGEST_NAME and named and not _SENTENCE.match(text)


def _next_line(document: Document, last: Block, one: Block) -> bool:
    """Whether a block is a short line right below another."""
    text = document.text[one.span.start : one.span.end]
    near = document.text[last.span.end : one.span.start].count("\n") == 1
    return one.kind in TEXTS and near and len(text.split()) <= LONGEST_TEXT and text[-1:] not in ".:!?"


def _record(document: Document, label: Span, items: Sequence[Block]) -> list[Block]:
    """The record of a list, and those of its items that say more than a value does."""
    said = " ".join(document.text[label.start : label.end].split())
    fields = tuple(Field(said, item.span, label) for item in items)
    record = Block("record", Span(items[0].span.start, items[-1].span.end), fields=fields, about="document")
    long = (item for item in items if len(document.text[item.span.start : item.span.end].split()) > SHORT_ITEM)
    return [record, *long]
