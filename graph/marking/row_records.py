"""What lists of projects have in common, however their rows are set: the labels of what is found without one, the
spans of lines, and how a row's record takes the place of its text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.marking.compiled import Cue, Term
from graph.marking.language import Language
from graph.model import Block, Document, Field, Span
from graph.reading.draft import in_order, trimmed
from graph.reading.lines import Line
from ontology.words import folded_words

TITLE, BODY, PARTNERS, TEXT = "Project title", "Lead partner", "Partners", "Description"
CODE, START, END, PERIOD, SUM = "Reference number", "Start date", "End date", "Duration", "Total cost"
_LOWER, _FORM = (Cue("nouns", "lowercase_organisation"),), Cue("words", "legal_forms")
_BODIES = frozenset({Cue("nouns", "organisation"), _FORM, *_LOWER})


def names_body(language: Language, line: Line) -> bool:
    """Whether a line names a body: it has a noun for one with a capital, or in lower case at one of its ends, ends in a
    legal form, or holds a known body's name."""
    words = folded_words(line.text)
    raised = {folded_words(word)[0] for word in line.text.split() if word[:1].isupper() and folded_words(word)}
    found = language.scan_words(words)
    ends = (m for m in found if m.first == 0 or m.last == len(words))
    cue = any(m.payload in _BODIES and words[m.first] in raised for m in found)
    lower = any(m.payload in (_LOWER if m.first == 0 else (*_LOWER, _FORM)) for m in ends) and bool(raised)
    return cue or lower or any(isinstance(m.payload, Term) and m.payload.entry.kind == "Organisation" for m in found)


def has_rows(document: Document) -> bool:
    """Whether records of several projects have been read in a document."""
    return any(block.about == "row" and block.fields for block in document.blocks)


def is_money(language: Language, text: str, span: Span) -> bool:
    """Whether a stretch of text is an amount of money with its currency, and nothing else."""
    return any((m.start, m.end) == (span.start, span.end) for m in language.values.money(text, span.start, span.end))


def span_of(text: str, first: Line, last: Line) -> Span:
    """From one line to another, without the blanks around them."""
    return trimmed(text, first.start, last.end)


def stripped(text: str, start: int, end: int, signs: str) -> Span:
    """A stretch of text without some signs around it."""
    while start < end and text[start] in signs:
        start += 1
    while end > start and text[end - 1] in signs:
        end -= 1
    return Span(start, end)


def paragraph(lines: Sequence[Line], at: int) -> list[Line]:
    """A line with those below it, up to a blank one."""
    end = at
    while end < len(lines) and not lines[end].blank:
        end += 1
    return list(lines[at:end])


def row_of(fields: Sequence[Field], span: Span) -> Block:
    """The record of one project."""
    return Block("record", span, fields=tuple(fields), about="row")


def with_rows(document: Document, made: Sequence[Block], *spans: Span) -> Document:
    """The document with blocks in place of what stands where they do, and in place of other stretches of its text."""
    kept = document.blocks
    for span in (*(block.span for block in made), *spans):
        kept = _outside(document.text, kept, span)
    return replace(document, blocks=in_order([*kept, *made]))


def _outside(text: str, blocks: Sequence[Block], span: Span) -> tuple[Block, ...]:
    """The blocks, and the parts of blocks, that lie outside a stretch of a text; of a record, its fields there.
    What is left of one without any is prose: "The fund supports these projects:"."""
    kept = []
    for block in blocks:
        if block.span.end <= span.start or block.span.start >= span.end:
            kept.append(block)
            continue
        before, behind = Span(block.span.start, span.start), Span(span.end, block.span.end)
        parts = [part for part in (before, behind) if part.start < part.end and text[part.start : part.end].strip()]
        for part in parts:
            fields = _inside(block.fields, part)
            text_only = "prose" if block.fields and not fields else block.kind
            kept.append(replace(block, kind=text_only, span=part, fields=fields))
    return tuple(kept)


def _inside(fields: Sequence[Field], span: Span) -> tuple[Field, ...]:
    """The fields whose labels and values lie in a stretch of a text."""
    spans = ((field, (field.label_span or field.value, field.value)) for field in fields)
    return tuple(field for field, parts in spans if all(span.start <= p.start and p.end <= span.end for p in parts))
