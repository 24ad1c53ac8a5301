"""Tables whose cells are lines: a head of labels, one a line, and below it rows of as many lines, one a column.

"No." / "Applicant" / "Project title" / "Period" / "Cost" and then "1" / "Kredo Foundation" / "Light for all" / "2024 –
2026" / "20 000,00" / "2" / …: how a table of a page is left in plain text. A column of days, sums, codes or numbers
tells where a row begins; what stands between two rows in whole sentences describes the project before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.marking.labels import SHEET
from graph.marking.language import FieldLabels, Language
from graph.marking.row_records import BODY, TEXT, row_of, with_rows
from graph.marking.sentence_labels import said_fields
from graph.model import Block, Document, Field, Span
from graph.reading.draft import trimmed
from graph.reading.lines import is_terminated

LEAST_ROWS, LEAST_COLUMNS, MOST_COLUMNS, LONGEST_LABEL = 2, 3, 14, 8
LEAST_KNOWN = 3  # columns whose labels the lexicon knows
NUMBER, LEADS = "number", "implementedBy"
_NUMBERED = re.compile(r"(?:\d{1,3}\.?){1,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SUM = re.compile(r"(?=(?:\D*\d){3})[^\W\d_]{0,4}[\s€$£]*\d[\d.,\s\u00a0'’]*(?:[^\W\d_]{1,5}\.?|[€$£%])?")
_CODE = re.compile(r"(?=\S*\d)\S{4,}")
_FORMS = {NUMBER: _NUMBERED, "budget": _SUM, "code": _CODE}
TIMES, LONGEST_TIME = ("startDate", "endDate", "period"), 60
_NUMBER_HEAD = re.compile(r"\W*\w{0,4}\W*(?:\w\W*)?")  # "No.", "Lp.", "#", "N°", "α/α", "Nr."


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    after_blank: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """The place of a head among the lines, the property of each of its columns, and where its rows begin."""

    head: int
    columns: tuple[str | None, ...]
    rows: tuple[int, ...]


def with_celled_rows(document: Document, language: Language) -> Document:
    """The document with such a table's rows as one record for each project; the document itself if it has none."""
    lines = _lines(document.text)
    table = next((t for at in range(len(lines)) if (t := _table(lines, at, language)) is not None), None)
    if table is None or _is_read(document, Span(lines[table.head].span.start, lines[table.rows[0]].span.end)):
        return document
    head = Span(lines[table.head].span.start, lines[table.rows[0] - 1].span.end)
    return with_rows(document, _records(document.text, lines, table, language.fields), head)


def _is_read(document: Document, span: Span) -> bool:
    """Whether a reader that knows of tables has made records of a stretch of text."""
    records = (b.span for b in document.blocks if b.fields)
    return any(record.start < span.end and span.start < record.end for record in records)


def _lines(text: str) -> list[_Line]:
    """The lines of a text that are not blank."""
    found, at, blank = list[_Line](), 0, True
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare[0])
            found.append(_Line(Span(start, start + len(bare)), bare, blank))
        blank, at = not bare, at + len(line) + 1
    return found


def _table(lines: Sequence[_Line], at: int, language: Language) -> _Table | None:
    """The table whose head begins with a line; None if none does."""
    first = language.fields.property_of(lines[at].text)
    numbered = at + 1 < len(lines) and _NUMBER_HEAD.fullmatch(lines[at].text) is not None
    if first in (None, "ignore") and not numbered:
        return None
    names: list[str | None] = [NUMBER if numbered and first in (None, "ignore", "code") else first]
    for line in lines[at + 1 : at + MOST_COLUMNS]:
        if len(line.text.split()) > LONGEST_LABEL or line.text[0].isdigit() or is_terminated(line.text):
            break
        names.append(language.fields.property_of(line.text))
        names[-1] = LEADS if names[-1] == "targets" and "title" in names else names[-1]  # "Beneficiary" of the money
    best: _Table | None = None
    for size in range(len(names), LEAST_COLUMNS - 1, -1):
        columns = tuple(names[:size])
        if not _heads(columns):
            continue
        rows = _rows(lines, at + size, columns)
        if len(rows) >= LEAST_ROWS and (best is None or len(rows) > len(best.rows)):
            best = _Table(at, columns, tuple(rows))
    return best


def _heads(columns: Sequence[str | None]) -> bool:
    """Whether columns are a list of projects: one has titles, one values that can be told by their form."""
    known = {name for name in columns if name in SHEET}
    typed = [name for name in columns if name in TIMES or name in _FORMS]
    return columns.count("title") == 1 and len(known) + (NUMBER in columns) >= LEAST_KNOWN and bool(typed)


def _rows(lines: Sequence[_Line], begin: int, columns: Sequence[str | None]) -> list[int]:
    """The lines with which rows begin: the first right below the head, the others wherever the columns fit again."""
    found, at, last = list[int](), begin, tuple[int, ...]()
    while at + len(columns) <= len(lines):
        number = _fits(lines[at : at + len(columns)], columns, last)
        if number is None:
            if not found:
                return found
            at += 1
            continue
        found.append(at)
        at, last = at + len(columns), number
    return found


def _fits(row: Sequence[_Line], columns: Sequence[str | None], last: tuple[int, ...]) -> tuple[int, ...] | None:
    """The number of a row, or the last row's if rows have none; None if its lines are not of the columns' forms."""
    number = last
    for line, name in zip(row, columns, strict=True):
        if not _form_of(name, line.text):
            return None
        if name == NUMBER:
            number = tuple(int(part) for part in re.findall(r"\d+", line.text))
            if number <= last:
                return None
        if name in ("title", LEADS) and (not any(c.isalpha() for c in line.text) or _NUMBERED.fullmatch(line.text)):
            return None
    return number


def _form_of(name: str | None, text: str) -> bool:
    """Whether a cell has the form of its column's values."""
    if name in ("startDate", "endDate"):
        return _YEAR.search(text) is not None and len(text) <= LONGEST_TIME
    if name == "period":
        return any(c.isdigit() for c in text) and len(text) <= LONGEST_TIME
    return name not in _FORMS or _FORMS[name].fullmatch(text) is not None


def _records(text: str, lines: Sequence[_Line], table: _Table, known: FieldLabels) -> list[Block]:
    """A record for each row, with what is told in whole sentences right below it."""
    size, made = len(table.columns), []
    for place, at in enumerate(table.rows):
        row = lines[at : at + size]
        labels = lines[table.head : table.head + size]
        pairs = zip(labels, row, table.columns, strict=True)
        fields = [Field(_label(head, name), line.span) for head, line, name in pairs if name not in (None, NUMBER)]
        end = table.rows[place + 1] if place + 1 < len(table.rows) else len(lines)
        told = _told(lines[at + size : end])
        fields += _told_fields(text, told, known) if told else []
        made.append(row_of(fields, Span(row[0].span.start, fields[-1].value.end)))
    return made


def _label(head: _Line, name: str | None) -> str:
    """The label of a column; that of the money's receivers is one for who carries out."""
    return BODY if name == LEADS else head.text


def _told(lines: Sequence[_Line]) -> Span | None:
    """The paragraph right below a row, if it is in whole sentences."""
    if not lines:
        return None
    end = 1
    while end < len(lines) and not lines[end].after_blank:
        end += 1
    return Span(lines[0].span.start, lines[end - 1].span.end) if is_terminated(lines[end - 1].text) else None


def _told_fields(text: str, told: Span, known: FieldLabels) -> list[Field]:
    """A description as fields: the labelled values that begin sentences in it, and what is left."""
    fields, at = list[Field](), told.start
    for field in said_fields(text, told, known):
        begin = (field.label_span or field.value).start
        fields += [Field(TEXT, trimmed(text, at, begin))] if text[at:begin].strip(" .;\n") else []
        fields.append(field)
        at = field.value.end
        while at < told.end and text[at] in ".; \n":
            at += 1
    return fields + ([Field(TEXT, Span(at, told.end))] if at < told.end else [])
