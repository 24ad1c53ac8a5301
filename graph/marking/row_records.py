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
_BODIES = frozenset({Cue("nouns", "organisation"), Cue("words", "legal_forms"), Cue("nouns", "lowercase_organisation")})


def names_body(language: Language, line: Line) -> bool:
    """Whether a line names a body: it has a noun for one with a capital, a legal form or a known body's name."""
    words = folded_words(line.text)
    raised = {folded_words(word)[0] for word in line.text.split() if word[:1].isupper() and folded_words(word)}
    found = language.scan_words(words)
    cue = any(m.payload in _BODIES and words[m.first] in raised for m in found)
    return cue or any(isinstance(m.payload, Term) and m.payload.entry.kind == "Organisation" for m in found)


def is_money(language: Language, text: str, span: Span) -> bool:
    """Whether a stretch of text is an amount of money with its currency, and nothing else."""
    return any((m.start, m.end) == (span.start, span.end) for m in language.values.money(text, span.start, span.end))


def span_of(text: str, first: Line, last: Line) -> Span:
    """From one line to another, without the blanks around them."""
    return trimmed(text, first.start, last.end)


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
    """The blocks, and the parts of blocks, that lie outside a stretch of a text."""
    kept = []
    for block in blocks:
        if block.span.end <= span.start or block.span.start >= span.end:
            kept.append(block)
            continue
        if block.span.start < span.start:
            kept.append(replace(block, span=Span(block.span.start, span.start)))
        if block.span.end > span.end:
            kept.append(replace(block, span=Span(span.end, block.span.end)))
    return tuple(b for b in kept if text[b.span.start : b.span.end].strip())
