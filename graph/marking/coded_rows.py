"""Lists of projects whose columns are flattened below one head: each entry begins with a code on a line of its own, and
title, body, description, days and sums follow without labels.

"Contract No." / "Project title" / "Beneficiary" / … and then, again and again, "CY/2022/AMIF/SO2.1" / "Greek for
adults" / "Kredo Centre Ltd" / "Courses in all districts." / "01/09/2022" / "31/08/2024" / "1.240.000,00". The head says
whether the title or the body comes first; a line with a noun for a body, a legal form or a known body begins the body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.marking.labels import SHEET
from graph.marking.language import Language
from graph.marking.repeated_sheets import LONGEST_LABEL
from graph.marking.row_records import (
    BODY,
    CODE,
    END,
    PARTNERS,
    PERIOD,
    START,
    SUM,
    TEXT,
    TITLE,
    is_money,
    names_body,
    paragraph,
    row_of,
    span_of,
    stripped,
    with_rows,
)
from graph.model import Block, Document, Field, Span
from graph.reading.lines import Line, split_lines
from ontology.words import folded_words

LEAST_ROWS, LEAST_LABELS = 3, 3
_CODE = re.compile(r"(?=\S*\d)(?=\S*[-/.])[A-Z0-9](?:[\w./-]{3,28})[A-Za-z0-9]")
_DAY = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d"
_DATE = re.compile(_DAY)
_PERIOD = re.compile(rf"{_DAY}\s*(?:[–—-]|[^\W\d_]{{1,4}})\s*{_DAY}")
_GROUPED = re.compile(r"\d{1,3}(?:[., \u00a0'’]\d{3})+(?:[.,]\d\d)?")
_RATE = re.compile(r"\d{1,3}(?:[.,]\d+)?\s?%")
_NUMBER = re.compile(r"\d{1,2}\.?(?:\d{1,2}\.?){0,2}")
_BRACKET = re.compile(r"\s*\n\s*\(([^()]*)\)\s*$")
_AROUND = " /|–—-"  # signs with which a cell of two lines is written
_GOES_ON, SMALL = ",–—&-", ("and", "of", "articles", "joiners")  # what a line ends in that goes on below
NARROW, WIDER = 36, 1.4  # letters of a narrow line, and how much wider than the title's a description's lines are


@dataclass(frozen=True, slots=True)
class _Order:
    """What a list's head says: whether the body stands before the title, and the label of places if they come last."""

    body_first: bool
    places: str | None


def with_coded_rows(document: Document, language: Language) -> Document:
    """The document with such entries as one record for each project; the document itself if it has none."""
    rows = _List(document.text, language).rows()
    known = [block for block in document.blocks if block.about == "row"]
    if len(rows) < LEAST_ROWS or _told(rows) <= _told(known):  # another way to read the list that finds more
        return document
    plain = (Block("prose", block.span) if block.about == "row" else block for block in document.blocks)
    return with_rows(replace(document, blocks=tuple(plain)), rows)


def _told(rows: Sequence[Block]) -> int:
    return sum(len(row.fields) for row in rows)


class _List:
    """The entries of a text, in one language."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._lines = split_lines(text, Span(0, len(text)))

    def rows(self) -> list[Block]:
        """The records of the entries that have a title and a value; none if no head says what stands in them."""
        starts = self._starts() or self._numbered()
        order = self._order(starts[0]) if starts else None
        if order is None:
            return []
        rows = (self._row(paragraph(self._lines, at), order) for at in starts)
        return [row for row in rows if row is not None]

    def _starts(self) -> list[int]:
        """The lines, by number, that are nothing but a code and open a paragraph, if most have one form."""
        lines = self._lines
        found = [
            i
            for i, line in enumerate(lines)
            if (i == 0 or lines[i - 1].blank) and self._is_code(line) and i + 2 < len(lines) and not lines[i + 1].blank
        ]
        forms = Counter(_form(lines[i]) for i in found)
        best = max(forms, key=lambda form: (forms[form], form), default="")
        return [i for i in found if _form(lines[i]) == best] if forms[best] >= LEAST_ROWS else []

    def _numbered(self) -> list[int]:
        """The lines, by number, that are nothing but a row's number, open a paragraph and have a code below them."""
        lines = self._lines
        opened = (
            i for i, line in enumerate(lines) if i and lines[i - 1].blank and _NUMBER.fullmatch(line.text.strip())
        )
        coded = [i for i in opened if any(self._is_code(line) for line in paragraph(lines, i)[1:])]
        numbers = [tuple(map(int, re.findall(r"\d+", lines[i].text))) for i in coded]
        return coded if len(coded) >= LEAST_ROWS and numbers == sorted(set(numbers)) else []

    def _is_code(self, line: Line) -> bool:
        return _CODE.fullmatch(line.text.strip()) is not None and not self._is_value(line)

    def _is_value(self, line: Line) -> bool:
        """Whether a line is nothing but a day, a period, a rate or a sum."""
        shown = line.text.strip(_AROUND)
        return any(form.fullmatch(shown) for form in (_DATE, _PERIOD, _RATE)) or self._is_sum(line)

    def _is_sum(self, line: Line) -> bool:
        value = self._value(line)
        return bool(_GROUPED.fullmatch(line.text.strip(_AROUND))) or is_money(self._language, self._text, value)

    def _order(self, first: int) -> _Order | None:
        """What the head of the list says of its columns; None if there is no head."""
        heads: list[tuple[str, str]] = []
        for at in range(first - 1, -1, -1):
            shown = self._lines[at].text.strip()
            if not shown:
                if heads:
                    break
                continue
            if len(shown.split()) > LONGEST_LABEL + 2:
                break
            if (name := _property(self._language, shown)) is not None:
                heads.append(("body" if name in ("implementedBy", "targets") else name, shown))
        known = [name for name, _ in reversed(heads) if name in SHEET | {"body"}]
        if "title" not in known or len(known) < LEAST_LABELS - 1 or len(heads) < LEAST_LABELS:
            return None
        places = heads[0][1] if heads[0][0] in ("takesPlaceIn", "coversCountry") else None
        return _Order("body" in known and known.index("body") < known.index("title"), places)

    def _row(self, lines: Sequence[Line], order: _Order) -> Block | None:
        """The record of an entry; None if it has no title or neither a day nor a sum."""
        told = next((i for i in range(1, len(lines)) if self._is_value(lines[i])), len(lines))
        code = next((i for i in range(1, told) if self._is_code(lines[i])), 0)
        if code and not order.body_first and not self._is_code(lines[0]):
            fields = self._wrapped(lines[1:code], lines[code + 1 : told])
        else:
            fields = self._parts(lines[1:told], order)
        values = [i for i in range(told, len(lines)) if self._is_value(lines[i])]
        if not fields or fields[0].label != TITLE or not values:
            return None
        fields.insert(0, Field(CODE, self._span(lines[code : code + 1])))
        fields += self._values([lines[i] for i in values])
        if order.places is not None and values[-1] + 1 < len(lines):
            fields.append(Field(order.places, self._span(lines[values[-1] + 1 :])))
        return row_of(fields, Span(lines[0].start, lines[-1].end))

    def _values(self, lines: Sequence[Line]) -> list[Field]:
        """The fields of days, of a period and of the first sum."""
        days = [line for line in lines if _DATE.fullmatch(line.text.strip(_AROUND))]
        periods = [line for line in lines if _PERIOD.fullmatch(line.text.strip(_AROUND))]
        sums = [line for line in lines if self._is_sum(line)]
        fields = [Field(label, self._value(day)) for label, day in zip((START, END), days, strict=False)]
        return fields + [
            Field(label, self._value(found[0])) for label, found in ((PERIOD, periods), (SUM, sums)) if found
        ]

    def _wrapped(self, title: Sequence[Line], below: Sequence[Line]) -> list[Field]:
        """The fields of an entry whose code stands behind its title: narrow lines below are the body's, with its
        partners in brackets, and the wide ones behind them the description."""
        fields = [Field(TITLE, self._span(title))] if title else []
        if not title or not below:
            return fields
        width = max(NARROW, WIDER * max(len(line.text.strip()) for line in title))
        end = next((i for i in range(1, len(below)) if len(below[i].text.strip()) > width), len(below))
        body = self._span(below[:end])
        bracket = _BRACKET.search(self._text, body.start, body.end)
        fields.append(Field(BODY, Span(body.start, bracket.start()) if bracket else body))
        fields += [Field(PARTNERS, Span(*bracket.span(1)))] if bracket else []
        return fields + ([Field(TEXT, self._span(below[end:]))] if end < len(below) else [])

    def _parts(self, lines: Sequence[Line], order: _Order) -> list[Field]:
        """The fields of the lines between the code and the first value: title, body and description."""
        if not lines:
            return []
        first = self._first_of_body(lines, order)
        end = first + 1
        while end < len(lines) and self._goes_on(lines[end - 1]):
            end += 1
        body = self._span(lines[first:end])
        if order.body_first:
            comma = self._text.find(",\n", body.start, body.end)
            body = Span(body.start, comma) if comma > 0 else body
            parts = [(TITLE, lines[end : end + 1]), (TEXT, lines[end + 1 :])]
        elif not first:
            parts = [(TITLE, lines[:1]), (TEXT, lines[1:])]
        else:
            parts = [(TITLE, lines[:first]), (TEXT, lines[end:])]
        fields = [Field(label, self._span(part)) for label, part in parts if part]
        return [*fields[:1], Field(BODY, body), *fields[1:]] if order.body_first or first else fields

    def _first_of_body(self, lines: Sequence[Line], order: _Order) -> int:
        """The line with which the body begins; 0 if it is the first, or if none names one."""
        named = (i for i in range(1, len(lines)) if names_body(self._language, lines[i]))
        return 0 if order.body_first else next(named, 0)

    def _goes_on(self, line: Line) -> bool:
        """Whether a name goes on below a line: it ends in a comma, a dash or a small word."""
        shown, words = line.text.strip(), folded_words(line.text)
        small = (self._language.folded("words", category) for category in SMALL)
        return shown[-1:] in _GOES_ON or (bool(words) and shown[-1].isalpha() and any(words[-1] in s for s in small))

    def _value(self, line: Line) -> Span:
        """The value on a line, without the signs around it."""
        return stripped(self._text, line.start, line.end, _AROUND)

    def _span(self, lines: Sequence[Line]) -> Span:
        return span_of(self._text, lines[0], lines[-1])


def _form(line: Line) -> str:
    return re.sub(r"\d", "9", line.text.strip())


def _property(language: Language, label: str) -> str | None:
    """The property of a column's head, or of the words that it begins with ("Titel | und Kurzbeschreibung")."""
    words = label.split()
    names = (language.fields.property_of(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return next((name for name in names if name is not None), None)
