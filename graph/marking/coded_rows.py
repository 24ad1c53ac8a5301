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
from dataclasses import replace

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
_GOES_ON = re.compile(r"(?:[,–—&-]|\b(?:of|for|and|de|di|und|für|et|e|y|der|des|the))$")
BODIES = frozenset({Cue("nouns", "organisation"), Cue("words", "legal_forms"), Cue("nouns", "lowercase_organisation")})
TITLE, BODY, TEXT, CODE = "Project title", "Lead partner", "Description", "Reference number"
START, END, PERIOD, SUM = "Start date", "End date", "Duration", "Total cost"


def with_coded_rows(document: Document, language: Language) -> Document:
    """The document with such entries as one record for each project; the document itself if it has none."""
    lines = split_lines(document.text, Span(0, len(document.text)))
    starts = _starts(lines)
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
        if _CODE.fullmatch(line.text.strip())
        and not _is_value(line.text.strip())
        and (i == 0 or lines[i - 1].blank)
        and i + 2 < len(lines)
        and not lines[i + 1].blank
    ]
    forms = Counter(_form(lines[i]) for i in found)
    best = max(forms, key=lambda form: (forms[form], form), default="")
    return [i for i in found if _form(lines[i]) == best] if forms[best] >= LEAST_ROWS else []


def _form(line: Line) -> str:
    return re.sub(r"\d", "9", line.text.strip())


def _is_value(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in (_DATE, _PERIOD, _SUM, _RATE))


def _order(text: str, lines: Sequence[Line], first: int, language: Language) -> str | None:
    """Whether the title or the body comes first, as the head of the list says; None if there is no head."""
    names: list[str] = []
    for at in range(first - 1, -1, -1):
        shown = lines[at].text.strip()
        if not shown:
            if names:
                break
            continue
        if len(shown.split()) > LONGEST_LABEL + 2:
            break
        if (name := _property(language, shown)) is not None:
            names.append("body" if name in ("implementedBy", "targets") else name)
    known = [name for name in reversed(names) if name in SHEET | {"body"}]
    if "title" not in known or len(known) < LEAST_LABELS - 1 or len(names) < LEAST_LABELS:
        return None
    return "body" if "body" in known and known.index("body") < known.index("title") else "title"


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


def _row(text: str, lines: Sequence[Line], language: Language, order: str) -> Block | None:
    """The record of an entry; None if it has no title or neither a day nor a sum."""
    told = next((i for i in range(1, len(lines)) if _is_value(lines[i].text.strip())), len(lines))
    title, body, rest = _parts(text, lines[1:told], language, order)
    values = [line for line in lines[told:] if _is_value(line.text.strip())]
    if title is None or not values:
        return None
    fields = [_field(CODE, _span(lines[0], lines[0])), _field(TITLE, title)]
    fields += [_field(BODY, body)] if body else []
    fields += [_field(TEXT, rest)] if rest else []
    days = [line for line in values if _DATE.fullmatch(line.text.strip())]
    fields += [_field(label, _span(day, day)) for label, day in zip((START, END), days, strict=False)]
    periods = [line for line in values if _PERIOD.fullmatch(line.text.strip())]
    sums = [line for line in values if _SUM.fullmatch(line.text.strip())]
    fields += [_field(label, _span(v[0], v[0])) for label, v in ((PERIOD, periods), (SUM, sums)) if v]
    return Block("record", Span(lines[0].start, lines[-1].end), fields=tuple(fields), about="row")


def _parts(
    text: str, lines: Sequence[Line], language: Language, order: str
) -> tuple[Span | None, Span | None, Span | None]:
    """The title, the body and the description among the lines between the code and the first value."""
    if not lines:
        return None, None, None
    first = 0 if order == "body" else next((i for i in range(1, len(lines)) if _names_body(language, lines[i])), 0)
    end = first + 1
    while end < len(lines) and _GOES_ON.search(lines[end - 1].text.strip()):
        end += 1
    body = _span(lines[first], lines[end - 1])
    if order == "body":
        comma = text.find(",\n", body.start, body.end)
        body = Span(body.start, comma) if comma > 0 else body
        title = _span(lines[end], lines[end]) if end < len(lines) else None
        return title, body, _span(lines[end + 1], lines[-1]) if end + 1 < len(lines) else None
    if not first:
        return _span(lines[0], lines[0]), None, _span(lines[1], lines[-1]) if len(lines) > 1 else None
    rest = _span(lines[end], lines[-1]) if end < len(lines) else None
    return _span(lines[0], lines[first - 1]), body, rest


def _names_body(language: Language, line: Line) -> bool:
    """Whether a line names a body: it has a noun for one with a capital, a legal form or a known body's name."""
    words = folded_words(line.text)
    raised = {folded_words(word)[0] for word in line.text.split() if word[:1].isupper() and folded_words(word)}
    found = language.scan_words(words)
    cue = any(m.payload in BODIES and words[m.first] in raised for m in found)
    return cue or any(isinstance(m.payload, Term) and m.payload.entry.kind == "Organisation" for m in found)


def _span(first: Line, last: Line) -> Span:
    start = first.start + len(first.text) - len(first.text.lstrip())
    return Span(start, last.start + len(last.text.rstrip()))


def _field(label: str, value: Span) -> Field:
    return Field(label, value)
