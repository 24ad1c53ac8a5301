"""Lists of grants as annual reports set them: a body's line, the project's line with a sum far to its right, and text.

"Kredo Foundation" / "Light for all            7 400 €" / "The foundation taught …" / "Town of Hope" / "Open doors
3 850 €" / …: each such pair is a project's, up to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.marking.language import Language
from graph.marking.row_records import (
    BODY,
    SUM,
    TEXT,
    TITLE,
    has_rows,
    is_money,
    names_body,
    paragraph,
    row_of,
    span_of,
    with_rows,
)
from graph.model import Block, Document, Field, Span
from graph.reading.lines import Line, is_terminated, split_lines

LEAST_ENTRIES, LONGEST_NAME = 2, 14
_ENTRY = re.compile(r"\s*(?P<name>\S(?:.*\S)?)\s{3,}(?P<sum>\S(?:.*\S)?)\s*")


@dataclass(frozen=True, slots=True)
class _Entry:
    """The line of a sum, the span of its name and of its sum, and the line of the body above it, if there is one."""

    at: int
    name: Span
    money: Span
    body: Line | None


def with_summed_entries(document: Document, language: Language) -> Document:
    """The document with such entries as one record for each project; the document itself if it has none."""
    text, lines = document.text, split_lines(document.text, Span(0, len(document.text)))
    entries = _entries(text, lines, language)
    made = [_record(text, lines, entry, entry.body) for entry in entries if entry.body is not None]
    if len(made) < LEAST_ENTRIES or has_rows(document):
        return document
    return with_rows(document, made)


def _entries(text: str, lines: Sequence[Line], language: Language) -> list[_Entry]:
    """The lines of names and sums, if the sums are of money, and no list of a project's costs: each has text below."""
    found = []
    for at, line in enumerate(lines):
        match = _ENTRY.fullmatch(line.text)
        if match is None or not _is_told(lines, at + 1):
            continue
        name, money = (Span(line.start + match.start(part), line.start + match.end(part)) for part in ("name", "sum"))
        if not is_money(language, text, money):
            continue
        above = lines[at - 1] if at and _is_name(lines[at - 1]) and names_body(language, lines[at - 1]) else None
        opens = above is not None and (at == 1 or lines[at - 2].blank)
        if _is_name(line) and (opens or names_body(language, line)):
            found.append(_Entry(at, name, money, above if opens else None))
    return found


def _is_name(line: Line) -> bool:
    words = line.text.split()
    return 1 <= len(words) <= LONGEST_NAME and words[0][:1].isupper() and words[-1][-1] not in ":;!?"


def _is_told(lines: Sequence[Line], at: int) -> bool:
    """Whether text follows that ends as sentences do."""
    told = paragraph(lines, at)
    return bool(told) and is_terminated(told[-1].text)


def _record(text: str, lines: Sequence[Line], entry: _Entry, above: Line) -> Block:
    """The record of an entry: its paragraph is the description."""
    told = paragraph(lines, entry.at + 1)
    body, tale = span_of(text, above, above), Span(told[0].start, told[-1].end)
    fields = (Field(TITLE, entry.name), Field(BODY, body), Field(SUM, entry.money), Field(TEXT, tale))
    return row_of(fields, Span(body.start, tale.end))
