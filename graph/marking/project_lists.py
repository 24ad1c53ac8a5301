"""Lists of projects whose names stand before a colon: "Our projects" / "Lantern: courses for refugees, funded by X".

Such lines look like labels with their values; below a heading that says that projects follow they are items of a list,
unless one of them has a label that the lexicon knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from graph.marking.language import Language
from graph.model import Block, Document, Field, Span
from ontology.words import folded_words

ASKING = ("interrogatives", "locative", "aims", "comitative")  # "Wer", "Wo", "Mit wem"
BODIES = ("organisation", "lowercase_organisation", "sole_organisation")
LEAST_VALUE, LONGEST_NAME = 3, 8  # words


def with_project_items(document: Document, language: Language) -> Document:
    """The document with such lines as items; the same document if it has none."""
    many = language.folded("nouns", "project_plural")
    made: list[Block] = []
    for below, run in _runs(document.blocks):
        text = document.text[below.span.start : below.span.end] if below is not None else ""
        fields = [field for block in run for field in block.fields if block.kind == "record"]
        listed = len(fields) > 1 and not many.isdisjoint(folded_words(text))
        if not listed or not all(_is_item(document, field, language) for field in fields):
            made += run
            continue
        for block in run:
            spans = (Span(f.label_span.start, f.value.end) for f in block.fields if f.label_span is not None)
            made += [Block("item", span) for span in spans] if block.kind == "record" else [block]
    return document if tuple(made) == document.blocks else replace(document, blocks=tuple(made))


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[Block | None, list[Block]]]:
    """The blocks from one heading or title up to the next, each with the heading that they stand below."""
    below: Block | None = None
    for heads, run in groupby(blocks, key=lambda block: block.kind in ("title", "heading")):
        rows = list(run)
        yield (None if heads else below), rows
        below = rows[-1] if heads else below


def _is_item(document: Document, field: Field, language: Language) -> bool:
    """Whether a label is none of the lexicon's and may be a project's name, no question and no body, with a text
    behind it."""
    name, value = field.label.strip(), document.text[field.value.start : field.value.end]
    words = folded_words(name)
    asks = any(word in language.folded("words", kind) for kind in ASKING for word in words[:1])
    cues = language.scan_by_sort(words, 0, len(words), [False] * (len(words) + 1))[1]
    body = any(c.payload.section == "nouns" and c.payload.category in BODIES for c in cues)
    plain = name[:1].isupper() and len(name.split()) <= LONGEST_NAME and language.fields.fit(name) < 1
    named = plain and not asks and not body
    return named and field.label_span is not None and len(value.split()) >= LEAST_VALUE
