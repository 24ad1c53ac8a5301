"""Lines of a project sheet whose labels have no colon: "Acronym LANTERN" / "Project number 123" / "Budget 20 000 €".

A table of two columns becomes such lines where a page was made plain text. A run of them is a sheet only if many of
its lines begin with different labels that a project sheet has.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.marking.compiled import Cue
from graph.marking.labels import SHEET, says_project
from graph.marking.language import Language
from graph.model import Block, Document, Field, Span
from ontology.words import folded_words

KINDS = frozenset({"title", "heading", "prose"})
TOLD = SHEET - {"takesPlaceIn", "targets"}
LEAST_LABELS, LONGEST_LABEL, LONGEST_VALUE, MOST_UNKNOWN, LONGEST_UNKNOWN = 5, 5, 24, 2, 4
LEAST_TYPED, LEAST_SHORT = 1, 3  # labels with an amount or years behind them, and all labels, of a shorter sheet
DATED = frozenset({"period", "startDate", "endDate"})
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def with_sheet_lines(document: Document, language: Language) -> Document:
    """The document with the lines of such sheets as records; the document itself if it has none."""
    rows = [_row(document, language, block) for block in document.blocks]
    blocks = list(document.blocks)
    start = 0
    while start < len(rows):
        end = _run_end(document, rows, start)
        known = [row for row in rows[start:end] if row]
        names = {language.fields.property_of(field.label) for row in known for field in row}
        typed = {name for row in known for field in row if (name := _typed(document, language, field))}
        sheet = len(names & TOLD) >= LEAST_LABELS or (len(typed) >= LEAST_TYPED and len(names & SHEET) >= LEAST_SHORT)
        if sheet or _titled(language, known):
            for at in range(start, end):
                fields = rows[at] or _unknown(document, blocks[at])
                blocks[at] = Block("record", blocks[at].span, fields=fields, about="document")
        start = max(end, start + 1)
    return document if blocks == list(document.blocks) else replace(document, blocks=tuple(blocks))


def _typed(document: Document, language: Language, field: Field) -> str | None:
    """The property of a label whose value is of its type beyond doubt: an amount, or years."""
    name, text = language.fields.property_of(field.label), document.text[field.value.start : field.value.end]
    if name == "budget":
        found = any(f.value and f.value.currency for f in language.values.money(text, 0, len(text)))
    else:
        found = name in DATED and bool(_YEAR.search(text))
    return name if found else None


def _titled(language: Language, rows: list[tuple[Field, ...]]) -> bool:
    """Whether the only labelled line is a title's in so many words: "Project title Light for newcomers"."""
    labels = [field.label for row in rows for field in row]
    if len(labels) != 1 or language.fields.property_of(labels[0]) != "title":
        return False
    return says_project(language, labels[0]) or "/" in labels[0]


def _run_end(document: Document, rows: list[tuple[Field, ...]], start: int) -> int:
    """Where a run of labelled blocks ends; a few short lines with labels of no known meaning may stand inside."""
    end, unknown = start, 0
    for at in range(start, len(rows)):
        if rows[at]:
            end, unknown = at + 1, 0
        elif at == start or unknown == MOST_UNKNOWN or not _unknown(document, document.blocks[at]):
            break
        else:
            unknown += 1
    return end


def _row(document: Document, language: Language, block: Block) -> tuple[Field, ...]:
    """The fields of a block all of whose lines begin with a label and go on with a value; none for another block."""
    if block.kind not in KINDS or block.fields:
        return ()
    found: list[Field] = []
    at = block.span.start
    for line in document.text[block.span.start : block.span.end].split("\n"):
        if line.strip():
            field = _field(language, line, at)
            if field is None:
                return ()
            found.append(field)
        at += len(line) + 1
    return tuple(found)


def _field(language: Language, line: str, offset: int) -> Field | None:
    words = line.split()
    if _is_compound(language, line):
        return None
    if not 2 <= len(words) <= LONGEST_LABEL + LONGEST_VALUE or not words[0][0].isupper() or line.rstrip()[-1] in ".?!:":
        return None
    for size in range(min(LONGEST_LABEL, len(words) - 1), 0, -1):
        label = " ".join(words[:size])
        value = words[size]
        opens = value[0].isupper() or not value[0].isalpha() or value.startswith(("http", "www."))
        if opens and value[0] not in "([" and value[0].isprintable() and language.fields.fit(label) == 1:
            begin = offset + len(line) - len(line.lstrip())
            middle = _after(line, size)
            return Field(label, Span(offset + middle, offset + len(line.rstrip())), Span(begin, begin + len(label)))
    return None


def _is_compound(language: Language, line: str) -> bool:
    """Whether a line is a compound with a project noun that labels what follows ("PROJECT DETAILS")."""
    words = folded_words(line)
    cues = language.scan_words(words) if len(words) <= LONGEST_LABEL else []
    whole = (0, len(words))
    return any(c.payload == Cue("nouns", "project_compound") and (c.first, c.last) == whole for c in cues)


def _after(line: str, words: int) -> int:
    """Where the word after so many words begins in a line."""
    at = 0
    for word in line.split()[:words]:
        at = line.index(word, at) + len(word)
    return at + len(line[at:]) - len(line[at:].lstrip())


def _unknown(document: Document, block: Block) -> tuple[Field, ...]:
    """A short line of one block as a field whose label is its first word; none for a longer one."""
    text = document.text[block.span.start : block.span.end]
    words = text.split()
    if block.kind not in KINDS or not 2 <= len(words) <= LONGEST_UNKNOWN or text.rstrip()[-1] in ".?!:;,":
        return ()
    start = block.span.start + len(text) - len(text.lstrip())
    end = block.span.start + len(text.rstrip())
    return (Field(words[0], Span(block.span.start + _after(text, 1), end), Span(start, start + len(words[0]))),)
