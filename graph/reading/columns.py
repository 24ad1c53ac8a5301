"""Sheets set in two columns with blanks, as PDF-to-text and plain-text forms have them: labels left, values right.

```
Project title       Lantern Path
Partners            Omnia Association
                    Harbour Institute
```

No colon parts label and value; that the values of several lines begin at one column does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Block, Field, Span
from graph.reading.draft import one_line
from graph.reading.lines import BULLET, MAX_LABEL_WORDS, Line, is_terminated, split_lines
from graph.reading.values import is_long, prose_in

LEAST_ROWS, LONGEST_LABEL = 4, 48
_ROW = re.compile(r"(?P<indent>[ \u00a0]*)(?P<label>[^\W\d_]\S*(?: \S+)*)(?P<gap>[ \u00a0]{2,})(?P<value>\S.*?)\s*")
_GAP = re.compile(r"\S[ \u00a0]{3,}\S")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with a label and a value: the numbers of its first and last line, and at which column the value begins."""

    line: int
    label: Span
    value: Span
    column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: where it stands, and its fields."""

    span: Span
    fields: tuple[Field, ...]

    def blocks(self, text: str) -> list[Block]:
        """Its record, and the prose of its long values."""
        record = Block("record", self.span, fields=self.fields, about="document")
        values = (field.value for field in self.fields)
        long = (v for v in values if is_long(text, v) or is_terminated(text[v.start : v.end]))
        return [record, *(part for value in long for part in prose_in(text, value))]


def sheets_in(text: str, region: Span) -> Iterator[Sheet]:
    """The sheets of a region of text, in order."""
    lines = split_lines(text, region)
    rows = {index: row for index, line in enumerate(lines) if (row := _row(index, line)) is not None}
    at = 0
    while at < len(lines):
        run = _run(lines, rows, at) if at in rows else []
        if run:
            last = run[-1][-1]
            fields = tuple(_fields(text, lines, [(rows[numbers[0]], numbers[1:]) for numbers in run]))
            yield Sheet(Span(lines[at].start, lines[last].end), fields)
            at = last
        at += 1


def _row(index: int, line: Line) -> _Row | None:
    match = _ROW.fullmatch(line.text)
    if match is None or BULLET.match(line.text) or _GAP.search(match["value"]):
        return None
    label = match["label"]
    if len(label) > LONGEST_LABEL or len(label.split()) > MAX_LABEL_WORDS or label[-1] in ".;,!?" or ": " in label:
        return None
    label_span = Span(line.start + match.start("label"), line.start + match.end("label"))
    value = Span(line.start + match.start("value"), line.start + match.end("value"))
    return _Row(index, label_span, value, match.start("value"))


def _run(lines: Sequence[Line], rows: dict[int, _Row], at: int) -> list[list[int]]:
    """The rows of the sheet that begins at a line, each as the numbers of its lines; none if there is no sheet."""
    run: list[list[int]] = [[at]]
    blank = False
    columns = Counter({rows[at].column: 1})
    for index in range(at + 1, len(lines)):
        line, column = lines[index], columns.most_common(1)[0][0]
        if line.blank:
            if blank:
                break
            blank = True
            continue
        indent = len(line.text) - len(line.text.lstrip())
        row = rows.get(index)
        if row and indent < column and (row.column == column or len(run) == 1 or _over(row, column)):
            columns[row.column] += 1
            run.append([index])
        elif indent >= column - 1 > 0 and not _GAP.search(line.text.strip()) and not blank:
            run[-1].append(index)
        else:
            break
        blank = False
    column, times = columns.most_common(1)[0]
    kept = run[: next((n for n, r in enumerate(run) if rows[r[0]].column < column), len(run))]
    return kept if times >= LEAST_ROWS and times * 2 > len(run) and len(kept) >= LEAST_ROWS else []


def _over(row: _Row, column: int) -> bool:
    """Whether a label was too long for its column, so that the value begins further right."""
    return row.column > column and row.label.end - row.label.start >= column - 2


def _fields(text: str, lines: Sequence[Line], rows: Sequence[tuple[_Row, list[int]]]) -> Iterator[Field]:
    """The fields: a line below a value goes on with it where that one was full, and is a value of its own where not;
    a label in lower case goes on with the one above."""
    width = max(len(lines[i].text.rstrip()) for row, more in rows for i in (row.line, *more))
    label, where = "", Span(0, 0)
    for row, more in rows:
        own = one_line(text[row.label.start : row.label.end]).rstrip(" :")
        goes_on = own[:1].islower() and label
        label, where = (f"{label} {own}", where) if goes_on else (own, row.label)
        start, end, last = row.value.start, row.value.end, row.line
        for index in more:
            begin = lines[index].start + len(lines[index].text) - len(lines[index].text.lstrip())
            word = text[begin : lines[index].end].split()[0]
            if len(lines[last].text.rstrip()) + 1 + len(word) <= width and not _open(text[start:end], word):
                yield Field(label, Span(start, end), where)
                start = begin
            end, last = lines[index].start + len(lines[index].text.rstrip()), index
        yield Field(label, Span(start, end), where)


def _open(value: str, following: str) -> bool:
    """Whether a value goes on below: it ends in a comma, a hyphen or a small word, or a small letter follows."""
    last = value.split()[-1]
    return last[-1] in ",-–&(/" or (len(last) <= 3 and last.islower()) or following[0].islower()
