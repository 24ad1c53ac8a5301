"""Lists of grants with a project, a body and a sum on each line: "Open Doors: Kredo Foundation, £45,000", "Kredo
Foundation – Open Doors – 45 000 €", "Open Doors (Kredo Foundation), 45 000 €"; without sums, where all projects stand
in quotation marks: "“Open Doors”, Kredo Foundation".

Which side names the body is judged for the whole list: by the side on which more lines have a noun for a body, a legal
form or a known body. A list of partners with their towns and shares is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.marking.compiled import Term
from graph.marking.language import Language
from graph.marking.row_records import BODY, SUM, TITLE, has_rows, names_body, row_of, stripped, with_rows
from graph.model import Block, Document, Field, Span
from graph.reading.lines import BULLET, NUMBERED, Line, split_lines
from ontology.words import folded_words

LEAST_LINES, LONGEST_LINE, LONGEST_NAME = 3, 240, 24  # lines of a list, letters of a line, words of a name
REACH = 3  # lines from one that speaks of several projects to a list without sums
_IN_BRACKET = re.compile(r"(?P<one>[^()]*[^()\s])\s*\((?P<two>[^()]+)\)")
_SEPARATORS = tuple(re.compile(sign) for sign in (r"\s*[;|\t]\s*", r"\s?:\s+", r"\s+[–—-]\s+", r",\s+"))
_QUOTED = re.compile(r"(?:\w+\s)?[“„«»\"”‘‚'].{2,}[”“»«\"’']")  # also behind one word: "projet « X »"
_AROUND = " \t\u00a0.,;:|–—-"
_PLACES = ("Country", "Place")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of such a list, its two names in the order of the text, and the sum."""

    line: Line
    one: Line
    two: Line
    money: Span | None


def with_priced_lines(document: Document, language: Language) -> Document:
    """The document with such lines as one record for each project; the document itself if it has none."""
    if has_rows(document):
        return document
    made = [record for rows in _runs(document.text, language) for record in _records(document.text, rows, language)]
    return with_rows(document, made)


def _runs(text: str, language: Language) -> Iterator[list[_Row]]:
    """The rows that stand one below the other, behind a line that speaks of projects; those without sums right below
    one that speaks of several."""
    rows, told, last = list[_Row](), False, REACH + 1
    many = language.folded("nouns", "project_plural")
    nouns = many | language.folded("nouns", "project")
    for line in split_lines(text, Span(0, len(text))):
        if line.blank:
            continue
        words = folded_words(line.text)
        told = told or not nouns.isdisjoint(words)
        row = _row(text, line, language) if told or rows else None
        if row is not None and (row.money is not None or rows or last <= REACH):
            rows.append(row)
            continue
        if len(rows) >= LEAST_LINES:
            yield rows
        rows, last = [], 1 if not many.isdisjoint(words) else last + 1
    if len(rows) >= LEAST_LINES:
        yield rows


def _row(text: str, line: Line, language: Language) -> _Row | None:
    """What a line gives if it is two names and a sum at an end, or two names of which one is quoted."""
    mark = BULLET.match(line.text) or NUMBERED.match(line.text)
    span = stripped(text, line.start + (mark.end() if mark else 0), line.end, _AROUND)
    found = language.values.money(text, span.start, span.end) if len(line.text) <= LONGEST_LINE else []
    if not found and (names := _halves(text, span, language)) is not None:
        return _Row(line, *names, None) if any(_QUOTED.match(name.text) for name in names) else None
    money = next((m for m in found if span.end == m.end or span.start == m.start), None)
    if money is None or len(found) > 1:
        return None
    ends = money.end == span.end
    rest = stripped(text, span.start, money.start, _AROUND) if ends else stripped(text, money.end, span.end, _AROUND)
    if ends and text[rest.end : money.start].strip() == "(":
        return None
    halves = _halves(text, rest, language)
    return _Row(line, *halves, Span(money.start, money.end)) if halves is not None else None


def _halves(text: str, span: Span, language: Language) -> tuple[Line, Line] | None:
    """The two names in a stretch, parted by the strongest sign in it; where a sign stands twice, what names a body and
    what does not must tell which one parts them."""
    bracket = _IN_BRACKET.fullmatch(text, span.start, span.end)
    if bracket:
        return _named(text, Span(*bracket.span("one")), Span(*bracket.span("two")))
    for sign in _SEPARATORS:
        cuts = list(sign.finditer(text, span.start, span.end))
        sides = (_named(text, Span(span.start, m.start()), Span(m.end(), span.end)) for m in cuts)
        pairs = [pair for pair in sides if pair is not None]
        if len(pairs) > 1:
            pairs = [p for p in pairs if names_body(language, p[0]) is not names_body(language, p[1])]
            pairs = pairs[-1:] if pairs and names_body(language, pairs[-1][1]) else pairs[:1]
        if pairs:
            return pairs[0]
    return None


def _named(text: str, one: Span, two: Span) -> tuple[Line, Line] | None:
    """Two stretches as names: they hold a capital and are not long, and one of them begins with none in lower case."""
    lines = tuple(Line(span.start, text[span.start : span.end]) for span in (one, two))
    fits = all(any(c.isupper() for c in line.text) and len(line.text.split()) <= LONGEST_NAME for line in lines)
    return (lines[0], lines[1]) if fits and not all(line.text[0].islower() for line in lines) else None


def _records(text: str, rows: Sequence[_Row], language: Language) -> list[Block]:
    """A record for each row; none if no side, or both, name the bodies, or the others are labels or places."""
    ones, twos = (
        sum(names_body(language, line) for line in side) for side in zip(*((r.one, r.two) for r in rows), strict=True)
    )
    titles = [row.one if twos > ones else row.two for row in rows]
    unsaid = [row.money is None for row in rows]
    if any(unsaid) and not (all(unsaid) and all(_QUOTED.match(title.text) for title in titles)):
        return []
    if ones == twos or 2 * max(ones, twos) < len(rows) or any(_is_other(line, language) for line in titles):
        return []
    made = []
    for row, title in zip(rows, titles, strict=True):
        body = row.two if title is row.one else row.one
        fields = [Field(label, Span(line.start, line.end)) for label, line in ((TITLE, title), (BODY, body))]
        fields += [Field(SUM, row.money)] if row.money is not None else []
        made.append(row_of(fields, Span(row.line.start, row.line.end)))
    return made


def _is_other(line: Line, language: Language) -> bool:
    """Whether what stands beside a body is its part or its place, and no project."""
    words = folded_words(line.text)
    whole = (m.payload for m in language.scan_words(words) if (m.first, m.last) == (0, len(words)))
    placed = any(isinstance(found, Term) and found.entry.kind in _PLACES for found in whole)
    return placed or language.fields.fit(line.text) == 1
