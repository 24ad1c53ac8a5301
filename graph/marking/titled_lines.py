"""Lines "Lantern: a light for newcomers" that look like a label and its value, and are a title.

What is a label, the lexicon says, so that this is done after the language is known. Such a line becomes a heading where
a sentence about "this project" follows it, where "Project" and a made word stand before the colon ("Project LANTERN"),
or where it opens the page and a made word ("LANTERN") or a country does; the page's title, if it has none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from graph.marking.compiled import Cue, Term
from graph.marking.labels import SHEET
from graph.marking.language import Language
from graph.marking.value_patterns import CODE
from graph.model import Block, Document, Field, Span
from graph.reading.lines import is_terminated, looks_like_heading
from ontology.words import fold, folded_words

LEAST_VALUE, LONGEST_TITLE, EARLY, LEVEL = 3, 40, 6, 3
SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s")
OTHERS = frozenset({Cue("nouns", "call"), Cue("nouns", "event"), Cue("nouns", "output")})
LEADING = frozenset({"navigation", "boilerplate"})


def with_titled_lines(document: Document, language: Language) -> Document:
    """The document with such lines as headings; the same document if it has none."""
    document = _with_coded_titles(document, language)
    blocks: list[Block] = []
    titled = any(block.kind == "title" for block in document.blocks)
    opening = True
    for index, block in enumerate(document.blocks):
        first = block.fields[0] if block.kind == "record" and block.about == "document" and block.fields else None
        named = first is not None and _names_project(language, first.label)
        unknown = first is not None and (named or _is_unknown(language, first))
        span = _line(document, block, first) if first is not None and unknown else None
        following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        made = named or (opening and first is not None and (_is_made(first.label) or _is_land(language, first.label)))
        pointed = len(block.fields) == 1 and following is not None and _points(document, language, following)
        if span is None and first is not None and _is_section(block, following, language):
            span, pointed = block.span, True
        if span is not None and (made or pointed):
            kind = "heading" if titled else "title"
            blocks.append(Block("title", span, LEVEL) if kind == "title" else Block("heading", span, LEVEL))
            titled = True
            if rest := block.fields[1:]:
                start = min(f.label_span.start if f.label_span else f.value.start for f in rest)
                blocks.append(replace(block, span=Span(start, block.span.end), fields=rest))
        else:
            blocks.append(block)
        opening = opening and (block.kind in LEADING or (unknown and len(block.fields) == 1))
    return document if tuple(blocks) == document.blocks else replace(document, blocks=tuple(blocks))


def _is_section(block: Block, following: Block | None, language: Language) -> bool:
    """Whether a line is a numbered heading above text and no field of a sheet ("3.3 Work: Lantern")."""
    if following is None or following.kind != "prose" or len(block.fields) != 1:
        return False
    label = block.fields[0].label
    return SECTION.match(label) is not None and language.fields.property_of(label) not in SHEET


def _with_coded_titles(document: Document, language: Language) -> Document:
    """The document with the line below "Title/Reference: AB-12" as the title's value where that is only a code."""
    blocks = list(document.blocks)
    for index, (one, two) in enumerate(pairwise(document.blocks)):
        field = one.fields[0] if one.kind == "record" and one.about == "document" and len(one.fields) == 1 else None
        if field is None or field.label_span is None or language.fields.property_of(field.label) != "title":
            continue
        text, value = (document.text[s.start : s.end] for s in (two.span, field.value))
        long = LEAST_VALUE <= len(text.split()) <= LONGEST_TITLE and two.kind in ("prose", "heading")
        if CODE.fullmatch(value.strip()) and long and not is_terminated(text):
            begin = max(field.label.rfind(" "), field.label.rfind("/")) + 1
            label = Field(field.label[begin:], field.value, Span(field.label_span.start + begin, field.label_span.end))
            coded = (label,) if language.fields.property_of(label.label) == "code" else ()
            fields, whole = (replace(field, value=two.span), *coded), Span(one.span.start, two.span.end)
            blocks[index] = Block("record", whole, fields=fields, about="document")
            blocks[index + 1] = replace(two, kind="boilerplate")
    return document if tuple(blocks) == document.blocks else replace(document, blocks=tuple(blocks))


def _is_unknown(language: Language, field: Field) -> bool:
    """Whether no lexicon lists a label, nor a part of it, and it is no number of a part ("Call 2")."""
    words = folded_words(field.label)
    cues = language.scan_words(words)
    other = any(c.payload in OTHERS for c in cues) or words[-1:] == [w for w in words[-1:] if w.isdecimal()]
    return language.fields.property_of(field.label) is None and field.label_span is not None and not other


def _line(document: Document, block: Block, field: Field) -> Span | None:
    """The line of a field, if it reads as a title: several words behind the colon, and no sentence."""
    label = field.label_span
    if label is None or document.text[block.span.start : label.start].strip(" *_-•"):
        return None
    text = document.text[label.start : field.value.end]
    value = document.text[field.value.start : field.value.end]
    words = [word for word in value.split() if any(c.isalpha() for c in word)]
    titled = looks_like_heading(text, first_line=True) and "\n" not in value.strip() and "|" not in text
    return Span(label.start, field.value.end) if titled and len(words) >= LEAST_VALUE else None


def _is_made(label: str) -> bool:
    """Whether a label is one made word with capitals inside, as acronyms are."""
    return len(label.split()) == 1 and sum(c.isupper() for c in label) >= 3


def _names_project(language: Language, label: str) -> bool:
    """Whether a label is a project noun and a made word ("Project LANTERN")."""
    head, _, last = label.partition(" ")
    nouns = language.folded("nouns", "project")
    return head[:1].isupper() and fold(head) in nouns and len(last.split()) == 1 and sum(map(str.isupper, last)) >= 2


def _is_land(language: Language, label: str) -> bool:
    """Whether a label is a country's name: what follows is the title of something there."""
    words = folded_words(label)
    found = language.scan_words(words)
    whole = [m.payload for m in found if (m.first, m.last) == (0, len(words))]
    return any(isinstance(payload, Term) and payload.entry.kind == "Country" for payload in whole)


def _points(document: Document, language: Language, block: Block) -> bool:
    """Whether a text begins with a sentence about "this project"."""
    if block.kind != "prose":
        return False
    words = folded_words(document.text[block.span.start : block.span.end][:200])
    cues = language.scan_words(words)
    return any(c.payload == Cue("nouns", "coreference") and c.first <= EARLY for c in cues)
