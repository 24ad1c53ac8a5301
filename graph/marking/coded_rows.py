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

from graph.marking.compiled import Cue, Term
from graph.marking.labels import SHEET
from graph.marking.language import Language
from graph.marking.repeated_sheets import LONGEST_LABEL, blocks_outside
from graph.model import Block, Document, Field, Span
from graph.reading.draft import in_order
from graph.reading.lines import Line, split_lines
from ontology.words import folded_words

LEAST_ROWS, LEAST_LABELS = 3, 3
_CODE = re.compile(r"(?=\S*\d)(?=\S*[-/.])[A-Z0-9](?:[\w./-]{3,28})[A-Za-z0-9]")
_DAY = r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d"
_DATE = re.compile(_DAY)
_PERIOD = re.compile(rf"{_DAY}\s*(?:[–—-]|to|bis|al|au)\s*{_DAY}")
_SUM = re.compile(r"(?:€|EUR)?\s?\d{1,3}(?:[., \u00a0]\d{3})+(?:[.,]\d\d)?\s?(?:€|EUR|Kč|zł|PLN|CZK|SEK|kr)?")
_RATE = re.compile(r"\d{1,3}(?:[.,]\d+)?\s?%")
_NUMBER = re.compile(r"\d{1,2}\.?(?:\d{1,2}\.?){0,2}")
_BRACKET = re.compile(r"\s*\n\s*\(([^()]*)\)\s*$")
_AROUND = " /|–—-"  # signs with which a cell of two lines is written
_GOES_ON = re.compile(r"(?:[,–—&-]|\b(?:of|for|and|de|di|und|für|et|e|y|der|des|the))$")
BODIES = frozenset({Cue("nouns", "organisation"), Cue("words", "legal_forms"), Cue("nouns", "lowercase_organisation")})
TITLE, BODY, TEXT, CODE = "Project title", "Lead partner", "Description", "Reference number"
PARTNERS = "Partners"
NARROW, WIDER = 36, 1.4  # letters of a narrow line, and how much wider than the title's a description's lines are
START, END, PERIOD, SUM = "Start date", "End date", "Duration", "Total cost"


@dataclass(frozen=True, slots=True)
class _Order:
    """What a list's head says: whether the body stands before the title, and the label of places if they come last."""

    body_first: bool
    places: str | None


def with_coded_rows(document: Document, language: Language) -> Document:
    """The document with such entries as one record for each project; the document itself if it has none."""
    lines = split_lines(document.text, Span(0, len(document.text)))
    starts = _starts(lines) or _numbered(lines)
    order = _order(document.text, lines, starts[0], language) if starts else None
    if order is None:
        return document
    rows = [_row(document.text, _entry(lines, at), language, order) for at in starts]
    made = [row for row in rows if row is not None]
    if len(made) < LEAST_ROWS:
        return document
    kept = document.blocks
    for row in made:
        kept = tuple(blocks_outside(document.text, kept, row.span))
    return replace(document, blocks=in_order([*kept, *made]))


def _starts(lines: Sequence[Line]) -> list[int]:
    """The lines, by number, that are nothing but a code and open a paragraph, if most have one form."""
    found = [
        i
        for i, line in enumerate(lines)
        if _is_code(line) and (i == 0 or lines[i - 1].blank) and i + 2 < len(lines) and not lines[i + 1].blank
    ]
    forms = Counter(_form(lines[i]) for i in found)
    best = max(forms, key=lambda form: (forms[form], form), default="")
    return [i for i in found if _form(lines[i]) == best] if forms[best] >= LEAST_ROWS else []


def _numbered(lines: Sequence[Line]) -> list[int]:
    """The lines, by number, that are nothing but a row's number, open a paragraph and have a code below them."""
    opened = (i for i, line in enumerate(lines) if i and lines[i - 1].blank and _NUMBER.fullmatch(line.text.strip()))
    coded = [i for i in opened if any(_is_code(line) for line in _entry(lines, i)[1:])]
    numbers = [tuple(map(int, re.findall(r"\d+", lines[i].text))) for i in coded]
    return coded if len(coded) >= LEAST_ROWS and numbers == sorted(set(numbers)) else []


def _is_code(line: Line) -> bool:
    shown = line.text.strip()
    return _CODE.fullmatch(shown) is not None and not _is_value(shown)


def _form(line: Line) -> str:
    return re.sub(r"\d", "9", line.text.strip())


def _is_value(text: str) -> bool:
    return any(pattern.fullmatch(text.strip(_AROUND)) for pattern in (_DATE, _PERIOD, _SUM, _RATE))


def _order(text: str, lines: Sequence[Line], first: int, language: Language) -> _Order | None:
    """What the head of the list says of its columns; None if there is no head."""
    heads: list[tuple[str, str]] = []
    for at in range(first - 1, -1, -1):
        shown = lines[at].text.strip()
        if not shown:
            if heads:
                break
            continue
        if len(shown.split()) > LONGEST_LABEL + 2:
            break
        if (name := _property(language, shown)) is not None:
            heads.append(("body" if name in ("implementedBy", "targets") else name, shown))
    known = [name for name, _ in reversed(heads) if name in SHEET | {"body"}]
    if "title" not in known or len(known) < LEAST_LABELS - 1 or len(heads) < LEAST_LABELS:
        return None
    places = heads[0][1] if heads[0][0] in ("takesPlaceIn", "coversCountry") else None
    return _Order("body" in known and known.index("body") < known.index("title"), places)


def _property(language: Language, label: str) -> str | None:
    """The property of a column's head, or of the words that it begins with ("Titel | und Kurzbeschreibung")."""
    words = label.split()
    names = (language.fields.property_of(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return next((name for name in names if name is not None), None)


def _entry(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines of one entry: its code and what stands below it up to a blank line."""
    end = at
    while end < len(lines) and not lines[end].blank:
        end += 1
    return list(lines[at:end])


def _row(text: str, lines: Sequence[Line], language: Language, order: _Order) -> Block | None:
    """The record of an entry; None if it has no title or neither a day nor a sum."""
    told = next((i for i in range(1, len(lines)) if _is_value(lines[i].text.strip())), len(lines))
    code = next((i for i in range(1, told) if _is_code(lines[i])), 0)
    if code and not order.body_first and not _is_code(lines[0]):
        fields = _wrapped(text, lines[1:code], lines[code + 1 : told])
    else:
        title, body, rest = _parts(text, lines[1:told], language, order)
        fields = [_field(label, span) for label, span in ((TITLE, title), (BODY, body), (TEXT, rest)) if span]
    values = [line for line in lines[told:] if _is_value(line.text.strip())]
    if not fields or fields[0].label != TITLE or not values:
        return None
    fields.insert(0, _field(CODE, _span(lines[code], lines[code])))
    days = [line for line in values if _DATE.fullmatch(line.text.strip(_AROUND))]
    fields += [_field(label, _value(day)) for label, day in zip((START, END), days, strict=False)]
    periods = [line for line in values if _PERIOD.fullmatch(line.text.strip(_AROUND))]
    sums = [line for line in values if _SUM.fullmatch(line.text.strip(_AROUND))]
    fields += [_field(label, _value(v[0])) for label, v in ((PERIOD, periods), (SUM, sums)) if v]
    last = max(i for i in range(told, len(lines)) if _is_value(lines[i].text.strip()))
    if order.places is not None and last + 1 < len(lines):
        fields.append(_field(order.places, _span(lines[last + 1], lines[-1])))
    return Block("record", Span(lines[0].start, lines[-1].end), fields=tuple(fields), about="row")


def _wrapped(text: str, title: Sequence[Line], below: Sequence[Line]) -> list[Field]:
    """The fields of an entry whose code stands behind its title: narrow lines below are the body's, with its partners
    in brackets, and the wide ones behind them the description."""
    if not title or not below:
        return [_field(TITLE, _span(title[0], title[-1]))] if title else []
    width = max(NARROW, WIDER * max(len(line.text.strip()) for line in title))
    end = next((i for i in range(1, len(below)) if len(below[i].text.strip()) > width), len(below))
    body = _span(below[0], below[end - 1])
    fields = [_field(TITLE, _span(title[0], title[-1]))]
    bracket = _BRACKET.search(text, body.start, body.end)
    fields.append(_field(BODY, Span(body.start, bracket.start()) if bracket else body))
    fields += [_field(PARTNERS, Span(*bracket.span(1)))] if bracket else []
    return fields + ([_field(TEXT, _span(below[end], below[-1]))] if end < len(below) else [])


def _parts(
    text: str, lines: Sequence[Line], language: Language, order: _Order
) -> tuple[Span | None, Span | None, Span | None]:
    """The title, the body and the description among the lines between the code and the first value."""
    if not lines:
        return None, None, None
    first = 0 if order.body_first else next((i for i in range(1, len(lines)) if names_body(language, lines[i])), 0)
    end = first + 1
    while end < len(lines) and _GOES_ON.search(lines[end - 1].text.strip()):
        end += 1
    body = _span(lines[first], lines[end - 1])
    if order.body_first:
        comma = text.find(",\n", body.start, body.end)
        body = Span(body.start, comma) if comma > 0 else body
        title = _span(lines[end], lines[end]) if end < len(lines) else None
        return title, body, _span(lines[end + 1], lines[-1]) if end + 1 < len(lines) else None
    if not first:
        return _span(lines[0], lines[0]), None, _span(lines[1], lines[-1]) if len(lines) > 1 else None
    rest = _span(lines[end], lines[-1]) if end < len(lines) else None
    return _span(lines[0], lines[first - 1]), body, rest


def names_body(language: Language, line: Line) -> bool:
    """Whether a line names a body: it has a noun for one with a capital, a legal form or a known body's name."""
    words = folded_words(line.text)
    raised = {folded_words(word)[0] for word in line.text.split() if word[:1].isupper() and folded_words(word)}
    found = language.scan_words(words)
    cue = any(m.payload in BODIES and words[m.first] in raised for m in found)
    return cue or any(isinstance(m.payload, Term) and m.payload.entry.kind == "Organisation" for m in found)


def _span(first: Line, last: Line) -> Span:
    start = first.start + len(first.text) - len(first.text.lstrip())
    return Span(start, last.start + len(last.text.rstrip()))


def _value(line: Line) -> Span:
    """The value on a line, without the signs around it."""
    start = line.start + len(line.text) - len(line.text.lstrip(_AROUND))
    return Span(start, line.start + len(line.text.rstrip(_AROUND)))


def _field(label: str, value: Span) -> Field:
    return Field(label, value)
