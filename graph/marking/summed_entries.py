"""Lists of grants as annual reports set them: a body's line, the project's line with a sum far to its right, and text.

"Kredo Foundation" / "Light for all            7 400 €" / "The foundation taught …" / "Town of Hope" / "Open doors
3 850 €" / …: each such pair is a project's, up to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.marking.coded_rows import BODY, SUM, TEXT, TITLE, names_body
from graph.marking.language import Language
from graph.marking.repeated_sheets import blocks_outside
from graph.model import Block, Document, Field, Span
from graph.reading.draft import in_order
from graph.reading.lines import Line, is_terminated, split_lines

LEAST_ENTRIES, LONGEST_NAME = 2, 14
_CURRENCY = r"(?:€|EUR|Kč|CZK|zł|PLN|kr|SEK|NOK|DKK|CHF|Fr\.|£|GBP|\$|USD|lei|RON|Ft|HUF|грн|UAH)"
_ENTRY = re.compile(
    rf"\s*(?P<name>\S(?:.*\S)?)\s{{3,}}(?P<sum>(?:{_CURRENCY}\s?)?\d[\d.,'’\s\u00a0]*\d(?:\s?{_CURRENCY})?)\s*"
)
_MONEY = re.compile(_CURRENCY)


@dataclass(frozen=True, slots=True)
class _Entry:
    """The line of a sum, the span of its name and of its sum, and the line of the body above it, if there is one."""

    at: int
    name: Span
    money: Span
    body: int | None


def with_summed_entries(document: Document, language: Language) -> Document:
    """The document with such entries as one record for each project; the document itself if it has none."""
    lines = split_lines(document.text, Span(0, len(document.text)))
    entries = _entries(lines, language)
    named = [e for e in entries if e.body is not None]
    if len(named) < LEAST_ENTRIES or any(b.fields for b in document.blocks if b.about == "row"):
        return document
    begins = [e.at if e.body is None else e.body for e in entries] + [len(lines)]
    made = [_record(lines, e, begins[place + 1]) for place, e in enumerate(entries) if e.body is not None]
    kept = list(document.blocks)
    for row in made:
        kept = blocks_outside(document.text, kept, row.span)
    return replace(document, blocks=in_order([*kept, *made]))


def _entries(lines: Sequence[Line], language: Language) -> list[_Entry]:
    """The lines of names and sums, if the sums are of money, and no list of a project's costs: each has text below."""
    found = []
    for at, line in enumerate(lines):
        match = _ENTRY.fullmatch(line.text)
        if match is None or not _MONEY.search(match["sum"]) or not _told(lines, at + 1):
            continue
        name = Span(line.start + match.start("name"), line.start + match.end("name"))
        money = Span(line.start + match.start("sum"), line.start + match.end("sum"))
        above = at - 1 if at and _is_name(lines[at - 1]) and names_body(language, lines[at - 1]) else None
        opens = above is not None and (above == 0 or lines[above - 1].blank)
        if _is_name(line) and (opens or names_body(language, line)):
            found.append(_Entry(at, name, money, above if opens else None))
    return found


def _is_name(line: Line) -> bool:
    words = line.text.split()
    return 1 <= len(words) <= LONGEST_NAME and words[0][:1].isupper() and words[-1][-1] not in ":;!?"


def _told(lines: Sequence[Line], at: int) -> bool:
    """Whether text follows that ends as sentences do."""
    end = at
    while end < len(lines) and not lines[end].blank:
        end += 1
    return end > at and is_terminated(lines[end - 1].text)


def _record(lines: Sequence[Line], entry: _Entry, end: int) -> Block:
    """The record of an entry: its paragraph is the description."""
    last = entry.at + 1
    while last < end and not lines[last].blank:
        last += 1
    above = lines[entry.body if entry.body is not None else entry.at]
    body = Span(above.start + len(above.text) - len(above.text.lstrip()), above.start + len(above.text.rstrip()))
    told = Span(lines[entry.at + 1].start, lines[last - 1].end)
    fields = (Field(TITLE, entry.name), Field(BODY, body), Field(SUM, entry.money), Field(TEXT, told))
    return Block("record", Span(body.start, told.end), fields=fields, about="row")
