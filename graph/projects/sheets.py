"""Project sheets: labelled lines ("Duration: …", "Funded by: …") that speak of one project."""

from __future__ import annotations

from graph.marking.labels import LEAST_LABELS, SHEET
from graph.marking.language import Language
from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens
from graph.model import Document

TELLING = SHEET - {"title", "website", "takesPlaceIn"}  # what only a project's record says
LONGEST_ACRONYM = 20


def document_records(document: Document) -> list[int]:
    """The numbers of the blocks whose labels speak of the document's subject."""
    return [i for i, b in enumerate(document.blocks) if b.kind == "record" and b.about == "document"]


def is_project_record(document: Document, language: Language, blocks: list[int], least: int = 1) -> bool:
    """Whether the labels of some blocks are those of a project sheet: at least so many of them, and no deadline, which
    calls have."""
    labels = labels_told(document, language, blocks)
    return len(labels & TELLING) >= least and not labels & {"deadline"}


def heading_labels(document: Document, tokens: Tokens, language: Language, marked: list[Marked]) -> int:
    """How many headings below the first are labels of a project sheet, if one of them says "project"."""
    found = [m for m in marked[1:] if document.blocks[m.sentence.block].kind == "heading"]
    texts = [(m, tokens.text[m.sentence.span.start : m.sentence.span.end].rstrip(": ")) for m in found]
    labels = [m for m, text in texts if language.fields.property_of(text) not in (None, "ignore")]
    return len(labels) * any(m.has("nouns", "project", "coreference") for m in labels)


def labels_told(document: Document, language: Language, blocks: list[int]) -> set[str]:
    """The properties that the labels of some blocks stand for."""
    found = (language.fields.property_of(f.label) for block in blocks for f in document.blocks[block].fields)
    return {name for name in found if name is not None}


def tell_sheet(document: Document, language: Language, labels: set[str]) -> bool:
    """Whether label lines, given by their properties, and the document's records are those of a project sheet."""
    told = labels | labels_told(document, language, document_records(document))
    return len(told & TELLING) >= LEAST_LABELS


def acronyms(document: Document, language: Language, block: int) -> tuple[str, ...]:
    """The one acronym that the record which a block is, or belongs to, gives its project."""
    sheet = document_records(document)
    inner = [f for i in (sheet if block in sheet else [block]) for f in document.blocks[i].fields]
    named = [f.value for f in inner if language.fields.property_of(f.label) == "acronym"]
    texts = [document.text[v.start : v.end].strip() for v in named]
    return tuple(texts) if len(texts) == 1 and 2 <= len(texts[0]) <= LONGEST_ACRONYM else ()
