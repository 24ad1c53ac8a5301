"""Labelled values with a dash in place of the colon: "Duration – 2019–2020".

Which lines begin with a label, the lexicon says, so that this is done after the language is known: such lines become
records of the document, as those with a colon are from the start.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.marking.language import FieldLabels
from graph.model import Block, Document, Field, Span

DATED = frozenset({"period", "startDate", "endDate", "budget", "code"})
NAMED = frozenset({"fundedBy", "implementedBy", "hasPartner", "coversCountry", "takesPlaceIn", "website"})
LINES = frozenset({"heading", "prose", "item"})
LONGEST_VALUE = 200
_DASHED = re.compile(r"(?P<label>[^\W\d_][^\n:–—]{2,60}?)\s+[–—-]\s+(?P<value>\S[^\n]*)")
_ENDED = re.compile(r"[.!?:;…]\W*$|\s[·|•]\s")  # a sentence, or a menu


def with_dashed_labels(document: Document, labels: FieldLabels) -> Document:
    """The document with such lines as records about it; the same document if it has none."""
    made = [_dashed(document, block, labels) for block in document.blocks]
    if not any(made):
        return document
    return replace(document, blocks=tuple(new or old for new, old in zip(made, document.blocks, strict=True)))


def fits(name: str | None, value: str) -> bool:
    """Whether a line may be the value of a property: an amount or a date has digits, a name begins with a capital."""
    bare = value.strip(" \"'“”„«»")
    if not bare or len(value) > LONGEST_VALUE or "\n" in value.strip():
        return False
    if name in DATED:
        return any(c.isdigit() for c in value) and len(value.split()) <= 14
    return name in NAMED and (bare[0].isupper() or name == "website") and not _ENDED.search(value)


def _dashed(document: Document, block: Block, labels: FieldLabels) -> Block | None:
    """A record for a line "label – value" whose label stands so in the lexicon."""
    text, start = document.text[block.span.start : block.span.end], block.span.start
    match = _DASHED.fullmatch(text.rstrip()) if block.kind in LINES else None
    if match is None or labels.fit(match["label"]) < 1 or not fits(labels.property_of(match["label"]), match["value"]):
        return None
    label, value = (Span(start + match.start(part), start + match.end(part)) for part in ("label", "value"))
    return Block("record", Span(start, value.end), fields=(Field(match["label"], value, label),), about="document")
