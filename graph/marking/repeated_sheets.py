"""Lists of projects in which the same labels stand again and again, each on a line of its own above its value.

"Project number" / "AB-12" / "Title" / "Lantern" / … / "Project number" / "AB-13" / …: how tables are left when their
columns are flattened. The label that comes back first opens a record; each record is one project's. Lines that come
back in most records are labels, too, though the lexicon knows nothing of them ("Purpose and activities").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.marking.labels import SHEET
from graph.marking.language import FieldLabels
from graph.marking.row_records import row_of, with_rows
from graph.model import Block, Document, Field, Span
from graph.reading.values import field_of, is_long, prose_in

LEAST_LABELS, LEAST_RECORDS, LONGEST_LABEL = 3, 2, 6
_SIGNS = " :：*_"
_EMPTY = re.compile(r"[–—\-./\s]*|n/?a", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    known: bool  # whether the lexicon lists it as a label


def with_repeated_sheets(document: Document, labels: FieldLabels) -> Document:
    """The document with such lists as one record for each project; the document itself if it has none."""
    lines = _lines(document, labels)
    starts = _openers(lines, labels)
    if not starts:
        return document
    shared = _shared(lines, starts)
    ends = [*starts[1:], _end(lines, starts, shared)]
    records = [_record(document.text, lines[a:b], shared) for a, b in zip(starts, ends, strict=True)]
    if not all(_is_sheet(labels, record) for record in records):
        return document
    span = Span(lines[starts[0]].span.start, records[-1].span.end)
    prose = [
        part
        for record in records
        for field in record.fields
        if is_long(document.text, field.value)
        for part in prose_in(document.text, field.value)
    ]
    return with_rows(document, [*records, *prose], span)


def _lines(document: Document, labels: FieldLabels) -> list[_Line]:
    """The lines of a document's text, but for those of records that have been read."""
    found = []
    for block in document.blocks:
        at = block.span.start
        for line in document.text[block.span.start : block.span.end].split("\n") if not block.fields else ():
            bare = line.strip(_SIGNS + "\t\u00a0")
            if bare:
                start = at + line.index(bare[0])
                known = bare[:1].isupper() and len(bare.split()) <= LONGEST_LABEL and labels.fit(bare) == 1
                found.append(_Line(Span(start, start + len(bare)), bare, known))
            at += len(line) + 1
    return found


def _openers(lines: Sequence[_Line], labels: FieldLabels) -> list[int]:
    """The lines that open a record: those of the first label that comes back, with others that do between them."""
    count = Counter(line.text for line in lines if line.known)
    again = [i for i, line in enumerate(lines) if line.known and count[line.text] >= LEAST_RECORDS]
    for at in again:
        starts = [i for i in again if lines[i].text == lines[at].text]
        inner = {labels.property_of(lines[i].text) for i in again if starts[0] <= i < starts[1]}
        if len(inner & SHEET) >= LEAST_LABELS and "title" in inner:
            return starts
    return []


def _shared(lines: Sequence[_Line], starts: Sequence[int]) -> set[str]:
    """The lines that are labels: those that the lexicon knows, and those that stand in most records."""
    rows = [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    count = Counter(text for row in rows for text in {line.text for line in row if _may_label(line.text)})
    most = {text for text, number in count.items() if number > len(rows) / 2 and number >= LEAST_RECORDS}
    return most | {line.text for row in rows for line in row if line.known}


def _may_label(text: str) -> bool:
    return text[:1].isupper() and len(text.split()) <= LONGEST_LABEL and text[-1] not in ".!?"


def _end(lines: Sequence[_Line], starts: Sequence[int], shared: set[str]) -> int:
    """Where the last record ends: behind the value of its last label that stands in the others, too, or that follows
    such a label's value at once."""
    before = {line.text for line in lines[starts[0] : starts[-1]]} & shared
    end, at = starts[-1], starts[-1]
    while at + 1 < len(lines):
        if lines[at].text in before or (lines[at].known and at <= end):
            end = at + 2
        at += 1
    return min(end, len(lines))


def _record(text: str, lines: Sequence[_Line], shared: set[str]) -> Block:
    """One record: each label with what stands below it, up to the next; of the last the first paragraph."""
    heads = [i for i, line in enumerate(lines) if line.text in shared and not (i and lines[i - 1].text in shared)]
    fields, last = list[Field](), lines[0].span.end
    for at, after in zip(heads, [*heads[1:], len(lines)], strict=True):
        if after - at < 2:
            continue
        span = Span(lines[at + 1].span.start, lines[after - 1].span.end)
        blank = _BLANK.search(text, span.start, span.end) if after == len(lines) else None
        span = Span(span.start, blank.start()) if blank else span
        last = span.end
        if not _EMPTY.fullmatch(text[span.start : span.end]):
            fields.append(field_of(text, lines[at].span, span))
    return row_of(fields, Span(lines[0].span.start, last))


def _is_sheet(labels: FieldLabels, record: Block) -> bool:
    names = {labels.property_of(field.label) for field in record.fields}
    return "title" in names and len(names & SHEET) >= LEAST_LABELS
