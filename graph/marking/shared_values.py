"""Values that name who carries out a project and with whom: "Implemented by: Kredo Foundation together with Omnia",
"Träger: Verein Kredo in Kooperation mit dem Institut Omnia".

What stands behind such words is a value of its own. Which words say so, the lexicon lists (`[words] jointly`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.marking.compiled import Cue
from graph.marking.language import Language
from graph.marking.row_records import PARTNERS, stripped
from graph.model import Block, Document, Field, Span
from graph.reading.draft import trimmed
from ontology.words import WORD, fold

JOINTLY = Cue("words", "jointly")
LONGEST_VALUE = 600  # letters
_AROUND = " \t\n\u00a0,;(–—-"


def with_shared_values(document: Document, language: Language) -> Document:
    """The document with such values parted in two; the same document if it has none."""
    blocks = tuple(_parted(document.text, block, language) if block.fields else block for block in document.blocks)
    return document if blocks == document.blocks else replace(document, blocks=blocks)


def _parted(text: str, block: Block, language: Language) -> Block:
    fields = tuple(part for field in block.fields for part in _parts(text, field, language))
    return block if fields == block.fields else replace(block, fields=fields)


def _parts(text: str, field: Field, language: Language) -> Iterator[Field]:
    """A field, or the two that its value is made of."""
    value = field.value
    runs = value.end - value.start <= LONGEST_VALUE and language.fields.property_of(field.label) == "implementedBy"
    words = list(WORD.finditer(text, value.start, value.end)) if runs else []
    found = (m for m in language.scan_words([fold(word[0]) for word in words]) if m.payload == JOINTLY and m.first)
    cue = min(found, key=lambda m: (m.first, -m.last), default=None)
    if cue is None or cue.last >= len(words):
        yield field
        return
    begin, end = words[cue.first].start(), words[cue.last - 1].end()
    first = stripped(text, value.start, begin, _AROUND)
    bracketed = text[first.end : begin].strip() == "(" and text[value.start : value.end].rstrip().endswith(")")
    yield replace(field, value=first)
    yield Field(PARTNERS, trimmed(text, end, value.end - bracketed), Span(begin, end))
