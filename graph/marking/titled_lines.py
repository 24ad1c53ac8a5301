"""Lines "Lantern: a light for newcomers" that look like a label and its value, and are a title.

What is a label, the lexicon says, so that this is done after the language is known. Such a line becomes a heading where
a sentence about "this project" follows it, or where it opens the page and a made word ("LANTERN") stands before the
colon; the page's title, if it has none.
"""

from __future__ import annotations

from dataclasses import replace

from graph.marking.compiled import Cue
from graph.marking.language import Language
from graph.model import Block, Document, Field, Span
from graph.reading.lines import looks_like_heading
from ontology.words import folded_words

LEAST_VALUE, EARLY, LEVEL = 3, 6, 3
OTHERS = frozenset({Cue("nouns", "call"), Cue("nouns", "event"), Cue("nouns", "output")})
LEADING = frozenset({"navigation", "boilerplate"})


def with_titled_lines(document: Document, language: Language) -> Document:
    """The document with such lines as headings; the same document if it has none."""
    blocks: list[Block] = []
    titled = any(block.kind == "title" for block in document.blocks)
    opening = True
    for index, block in enumerate(document.blocks):
        first = block.fields[0] if block.kind == "record" and block.about == "document" and block.fields else None
        unknown = first is not None and _is_unknown(language, first)
        span = _line(document, block, first) if first is not None and unknown else None
        following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        made = opening and first is not None and _is_made(first.label)
        pointed = len(block.fields) == 1 and following is not None and _points(document, language, following)
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


def _is_unknown(language: Language, field: Field) -> bool:
    """Whether no lexicon lists a label, nor a part of it, and it is no number of a part ("Call 2")."""
    words = folded_words(field.label)
    cues = language.scan(words, 0, len(words), [False] * len(words))
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
    titled = looks_like_heading(text, first_line=True) and "\n" not in text.strip() and "|" not in text
    return Span(label.start, field.value.end) if titled and len(words) >= LEAST_VALUE else None


def _is_made(label: str) -> bool:
    """Whether a label is one made word with capitals inside, as acronyms are."""
    return len(label.split()) == 1 and sum(c.isupper() for c in label) >= 3


def _points(document: Document, language: Language, block: Block) -> bool:
    """Whether a text begins with a sentence about "this project"."""
    if block.kind != "prose":
        return False
    words = folded_words(document.text[block.span.start : block.span.end][:200])
    cues = language.scan(words, 0, len(words), [False] * len(words))
    return any(c.payload == Cue("nouns", "coreference") and c.first <= EARLY for c in cues)
