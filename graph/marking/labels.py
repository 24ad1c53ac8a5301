"""Lines that are a field's label and nothing else, with the value on the next line: "Countries" / "Italy, Malta".

Pages whose fields were set one below the other leave such lines. A page has them if at least two of its lines are
labels of a project sheet.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.marking.compiled import Cue
from graph.marking.language import Language
from graph.marking.mentions import VALUE_KINDS, Marked
from graph.marking.tokens import LOWER, Tokens
from graph.model import Document
from ontology.words import folded_words

LONGEST_LABEL, LEAST_LABELS = 6, 2
KINDS = frozenset({"heading", "title", "prose", "item", "navigation"})
TYPED = frozenset("coversCountry period startDate endDate budget code".split())  # what a menu has no entries for
SHEET = frozenset(
    "title acronym coversCountry takesPlaceIn period startDate endDate budget code website targets implementedBy "
    "hasPartner fundedBy".split()
)


def label_lines(document: Document, tokens: Tokens, language: Language, marked: Sequence[Marked]) -> dict[int, str]:
    """The lines that are labels, by the number of the sentence, with their properties; none on a page without a
    sheet."""
    found: dict[int, str] = {}
    for index, line in enumerate(marked[:-1]):
        name = _label(document, tokens, language, line)
        if name is not None and (name == "ignore" or not _is_entry(document, line, marked[index + 1])):
            found[index] = name
    if len(SHEET & set(found.values())) >= LEAST_LABELS:
        return found
    return {i: n for i, n in found.items() if n == "title" and _says_title(tokens, language, marked[i])}


def _is_entry(document: Document, line: Marked, below: Marked) -> bool:
    """Whether a line is a menu's entry ("Start", above "About us"): no value and no number is below it."""
    span = below.sentence.span
    valued = any(m.kind in VALUE_KINDS or m.kind in ("Country", "Place") for m in below.mentions)
    valued = valued or any(c.isdigit() for c in document.text[span.start : span.end])
    return document.blocks[line.sentence.block].kind == "navigation" and not valued


def says_project(language: Language, label: str) -> bool:
    """Whether a label names the title of a project in so many words ("Project title", not just "Title")."""
    words = folded_words(label)
    cues = language.scan_words(words)
    return len(words) > 1 and any(c.payload == Cue("nouns", "project") for c in cues)


def carries_out(language: Language, label: str) -> bool:
    """Whether a label is for those who carry a project out for the body that leads it ("Implementing partners")."""
    cues = language.scan_words(folded_words(label))
    return any(c.payload == Cue("words", "carrying_partners") for c in cues)


def _says_title(tokens: Tokens, language: Language, line: Marked) -> bool:
    """Whether a line is such a label."""
    span = line.sentence.span
    return says_title(language, tokens.text[span.start : span.end].strip(" \n*_:"))


def says_title(language: Language, label: str) -> bool:
    """Whether a label says "project" and "title" in two words ("Project name", not "Our project")."""
    nouns = language.folded("nouns", "project")
    words = [w for w in folded_words(label) if w not in nouns]
    return says_project(language, label) and any(language.fields.property_of(w) == "title" for w in words)


def _label(document: Document, tokens: Tokens, language: Language, line: Marked) -> str | None:
    sentence = line.sentence
    block = document.blocks[sentence.block]
    if block.kind not in KINDS or sentence.field is not None or sentence.last - sentence.first > LONGEST_LABEL:
        return None
    loose = block.kind in ("item", "navigation")
    text = tokens.text[sentence.span.start : sentence.span.end].strip(" \n*_:")
    alone = len(text) + 4 >= len(tokens.text[block.span.start : block.span.end].strip())
    if not alone or tokens.shapes[sentence.first] == LOWER or language.fields.fit(text) < 1:
        return None
    name = language.fields.property_of(text)
    return name if not loose or name in TYPED or name == "ignore" else None
