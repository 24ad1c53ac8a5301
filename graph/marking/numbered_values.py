"""Values that a register numbers: "2-ESF", "EL21-Epirus", "5000123-Light for newcomers".

The number and its hyphen are taken from the values of fields that name something, so that the name is what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.marking.language import NAMED_BODIES, Language
from graph.model import Block, Document, Field, Span

NAMED = NAMED_BODIES | {"underFund", "takesPlaceIn", "coversCountry"}
LEAST_DIGITS = 4  # of a title's number: "24-Stunden-Hilfe" is a name
_NUMBERED = re.compile(r"(?P<number>[A-Z]{0,2}\d{1,10})\s?[-–]\s?(?=[^\W\d_])")


def with_numbered_values(document: Document, language: Language) -> Document:
    """The document with such values from the name on, and a title's number as its code; the same document if it has
    none."""
    made = tuple(_plain(document, block, language) if block.fields else block for block in document.blocks)
    return document if made == document.blocks else replace(document, blocks=made)


def _plain(document: Document, block: Block, language: Language) -> Block:
    """A block with its numbered values cut; the same block if it has none."""
    cut = (part for field in block.fields for part in _cut(document, field, language))
    fields = tuple(cut)
    return block if fields == block.fields else replace(block, fields=fields)


def _cut(document: Document, field: Field, language: Language) -> Iterator[Field]:
    """A field from behind its value's number, if it has one and the property names something; then a title's code."""
    name = language.fields.property_of(field.label)
    found = _NUMBERED.match(document.text, field.value.start, field.value.end)
    digits = sum(map(str.isdigit, found["number"])) if found else 0
    named = name in NAMED or (name == "title" and digits >= LEAST_DIGITS)
    if found is None or not named or not document.text[found.end()].isupper():
        yield field
        return
    yield replace(field, value=Span(found.end(), field.value.end))
    plain = (label for label in language.lexicon.fields.get("code", ()) if label.replace(" ", "").isalpha())
    if name == "title" and (label := next(plain, None)):
        yield Field(label, Span(*found.span("number")), field.label_span)
