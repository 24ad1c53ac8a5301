"""Dates and periods in running text.

A date is as exact as the text: nothing is filled in. Months and the words for "to" come from the lexicon. What is a
date only as one end of a range ("01.09.20 – 31.08.22", "IX 2020 – VIII 2022") is read where both ends have its form.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.marking.found import Found
from graph.model import Value
from ontology.lexicon import Lexicon
from ontology.words import fold

_ISO = r"(?P<iy>(?:19|20)\d\d)-(?P<im>[01]\d)(?:-(?P<id>[0-3]\d))?(?:[T ]\d\d:\d\d\S*)?(?![\d-])"
_NUMERIC = r"(?P<d>\d{1,2})\s?[./-]\s?(?P<m>\d{1,2})\s?[./-]\s?(?P<y>(?:19|20)\d\d)(?!\d)"
_APART = r"(?P<d4>\d{1,2})/(?P<m4>\d{1,2})\s(?P<y4>(?:19|20)\d\d)(?!\d)"  # "1/9 2020"
_MONTH_YEAR = r"(?P<m2>0?[1-9]|1[0-2])[./](?P<y2>(?:19|20)\d\d)(?!\d)"
_YEAR_FIRST = r"(?P<y3>(?:19|20)\d\d)[./]\s?(?P<m3>[01]\d)[./]\s?(?P<d3>[0-3]\d)(?!\d)"
_RANGE = r"(?<=[./]\d-)|(?<=[./]\d\d-)|(?<=\d\.-)|(?<=[./](?:19|20)\d\d-)"  # behind "1.5.-", "15.03.2022-"
_DIGITS = re.compile(rf"(?:(?<![\w./-])|{_RANGE})(?:{_ISO}|{_YEAR_FIRST}|{_NUMERIC}|{_APART}|{_MONTH_YEAR})")
_DAY_FIRST = (("d", "m", "y"), ("d4", "m4", "y4"))  # or the month, where a language writes so
_OTHERS = (("id", "im", "iy"), ("d3", "m3", "y3"), ("", "m2", "y2"))
_DASH = r"\s?(?:-{1,2}|[–—−‐‑→])\s?"
_ROMAN = dict(zip("I II III IV V VI VII VIII IX X XI XII".split(), range(1, 13), strict=True))
_ROMANS = "|".join(sorted(_ROMAN, key=len, reverse=True))
_PAIRS = [  # what is a date only where another of its form follows
    re.compile(r"(?<![\w./-])(?P<one>(?:19|20)\d\d)/(?P<two>(?:19|20)\d\d)(?![\w/-])"),
    *(
        re.compile(rf"(?<![\w./-])(?P<one>{form}){_DASH}(?P<two>{form})(?![\w/-])")
        for form in (
            r"\d{1,2}\.\s?\d{1,2}\.\s?\d\d(?!\d)",
            r"\d{1,2}/\d{1,2}/\d\d(?!\d)",
            rf"(?:{_ROMANS})(?:\.|\s)\s?(?:19|20)\d\d",
            r"(?:19|20)\d\d/(?:0[1-9]|1[0-2])",
        )
    ),
]
_PIECE = re.compile(r"\d+|[IVX]+")
_OPENING = re.compile(
    r"(?<![\d.,/-])(?P<day>\d{1,2})(?:\s?[./]\s?(?P<month>\d{1,2})\.?|\.|st|nd|rd|th|er)?(?P<to>\D{1,10})$"
)
_LONGEST_OPENING = 20
_TAIL = re.compile(r"\s?[-–]\s?(\d{1,2}),?\s+((?:19|20)\d\d)")
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_SHORT_YEAR = re.compile(r"\s?[-–/]\s?(\d\d)(?![\d\w/-])")


@dataclass(frozen=True, slots=True)
class _Part:
    """A partial date: what the text gives of day, month and year."""

    start: int
    end: int
    day: int = 0
    month: int = 0
    year: int = 0

    def value(self) -> Value | None:
        month = self.month or 1
        if not self.year or not 1 <= month <= 12 or not 1 <= (self.day or 1) <= monthrange(self.year, month)[1]:
            return None  # 30 February is no day
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
            if self.day:
                text += f"-{self.day:02d}"
        return Value("date", text)

    def meets(self, others: Sequence[_Part]) -> bool:
        return any(self.start < p.end and p.start < self.end for p in others)


class DateFinder:
    """Finds the dates of one language's texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._dmy = lexicon.date_order != "mdy"
        self._months = {fold(name): number for name, number in lexicon.months.items()}
        names = "|".join(sorted((re.escape(n) for n in lexicon.months), key=lambda n: (-len(n), n)))
        glue = r"(?:\s+(?:de|del|of|d['’]|da|do|ta['’]?|van|von))?\s+"
        day = r"\d{1,2}(?:st|nd|rd|th|er|re|ère|º|ª|°|\.|η|ης|:a|:e|e|a|-an?)?"
        self._named = re.compile(
            rf"(?<!\w)(?:(?P<day>{day})(?:{glue}|\s*))?(?P<month>{names})\.?(?!\w)(?:\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|\.\d))?"
            rf"(?:(?:[,/-]|\s+de|\s+del|\s+of|\s+ta['’]?)?\s*(?P<year>(?:19|20)\d\d)(?!\d))?",
            re.IGNORECASE,
        )
        self._year_first = _year_first(names) if lexicon.date_order == "ymd" else None
        self._since = tuple(w[1:] for w in lexicon.range_to if w.startswith("*"))
        to = "|".join(re.escape(w) for w in sorted(lexicon.range_to, key=lambda w: (-len(w), w))) or "-"
        self._to = re.compile(
            rf"\.?\s*(?:--|[-–—−‐‑/→]|(?<!\w)(?:{to})(?!\w))(?:\s+(?:el|le|il|la|den|dem|the|al|o|a|l['’]))?\s*",
            re.IGNORECASE,
        )

    def find(self, text: str, start: int, end: int) -> list[Found]:
        """Dates and periods in text[start:end]."""
        parts = self._parts(text, start, end)
        found: list[Found] = []
        index = 0
        while index < len(parts):
            part = parts[index]
            if index + 1 < len(parts):
                other = parts[index + 1]
                joint = text[part.end : other.start]
                if self._joins(text, part, joint) and (period := self._period(part, other)):
                    found.append(period)
                    index += 2
                    continue
            if value := part.value():
                found.append(Found("date", part.start, part.end, value))
            index += 1
        return found

    def _joins(self, text: str, part: _Part, joint: str) -> bool:
        """Whether what stands behind a date, or how its words end, says that it is the first end of a range."""
        if joint.strip():
            return self._to.fullmatch(joint) is not None
        return any(word.endswith(self._since) for word in text[part.start : part.end].split())

    def _period(self, first: _Part, second: _Part) -> Found | None:
        if not second.year:
            return None
        year = first.year or second.year
        month = first.month or (second.month if first.day else 0)
        if first.year and second.year < 100:
            second = _Part(second.start, second.end, second.day, second.month, first.year // 100 * 100 + second.year)
        begin = _Part(first.start, first.end, first.day, month, year).value()
        until = second.value()
        if begin is None or until is None or until.text[:4] < begin.text[:4]:
            return None
        return Found("period", first.start, second.end, begin, until)

    def _parts(self, text: str, start: int, end: int) -> list[_Part]:
        parts = [part for pattern in _PAIRS for m in pattern.finditer(text, start, end) for part in _pair(m)]
        for m in _DIGITS.finditer(text, start, end):
            part = self._numeric(m)
            if not part.meets(parts):
                parts.append(part)
        parts += self._named_parts(text, start, end, parts)
        parts += self._years(text, start, end, parts)
        parts += self._bare_days(text, start, sorted(parts, key=lambda p: p.start))
        return sorted(parts, key=lambda p: p.start)

    def _numeric(self, m: re.Match[str]) -> _Part:
        """The date that is written in figures."""
        for day, month, year in _OTHERS:
            if m[year]:
                return _Part(m.start(), m.end(), int((day and m[day]) or 0), int(m[month]), int(m[year]))
        d, mo, y = next(names for names in _DAY_FIRST if m[names[2]])
        first, second = (int(m[d]), int(m[mo])) if self._dmy else (int(m[mo]), int(m[d]))
        day_of, month_of = (first, second) if second <= 12 else (second, first)
        return _Part(m.start(), m.end(), day_of, month_of, int(m[y]))

    def _named_parts(self, text: str, start: int, end: int, taken: Sequence[_Part]) -> list[_Part]:
        found: list[_Part] = []
        for m in self._year_first.finditer(text, start, end) if self._year_first else ():
            part = _Part(m.start(), m.end(), int(m["day"] or 0), self._months[fold(m["month"])], int(m["year"]))
            if not part.meets(taken):
                found.append(part)
        taken = [*taken, *found]
        for m in self._named.finditer(text, start, end):
            month = self._months.get(fold(m["month"]))
            if month is None or _Part(m.start(), m.end()).meets(taken):
                continue
            if not (m["day"] or m["year"] or m["day2"]) and not m["month"][0].isupper() and len(m["month"]) < 4:
                continue
            digits = re.match(r"\d+", m["day"] or m["day2"] or "")
            day = int(digits.group()) if digits and 1 <= int(digits.group()) <= 31 else 0
            found.append(_Part(m.start(), m.end(), day, month, int(m["year"] or 0)))
        return found

    def _years(self, text: str, start: int, end: int, taken: Sequence[_Part]) -> list[_Part]:
        found = []
        for m in _YEAR.finditer(text, start, end):
            before = text[max(start, m.start() - 1) : m.start()]
            after = text[m.end() : m.end() + 2]
            part = _Part(m.start(), m.end(), year=int(m.group()))
            if part.meets(taken) or before.isalnum() or (before in {".", ",", "/", "_"} and before):
                continue
            if after[:1].isalnum() or (after[:1] in ".,'" and after[1:2].isdigit()) or before in {"€", "$", "£"}:
                continue
            found.append(part)
            short = _SHORT_YEAR.match(text[m.end() : m.end() + 6])
            if short and int(short[1]) > int(m.group()) % 100:
                begin, year = m.end() + short.start(1), int(m.group()) // 100 * 100 + int(short[1])
                found.append(_Part(begin, m.end() + short.end(1), year=year))
        return found

    def _bare_days(self, text: str, start: int, parts: Sequence[_Part]) -> list[_Part]:
        """A day, or day and month in numbers, before a range to a full date ("6–7 September", "1.5. – 31.12.2022"), or
        a day after one ("September 6–7, 2023")."""
        found = []
        for part in parts:
            if part.day and part.month and part.year:
                begin = max(start, part.start - _LONGEST_OPENING)
                joint = _OPENING.search(text[begin : part.start])
                inner = joint and any(p.start <= begin + joint.start(1) < p.end for p in parts)
                if joint and not inner and self._to.fullmatch(joint["to"]):
                    day, month = int(joint["day"]), int(joint["month"] or 0)
                    day, month = (day, month) if self._dmy or not month else (month, day)
                    if 1 <= day <= 31 and month <= 12:
                        found.append(_Part(begin + joint.start(1), begin + joint.start("to"), day, month))
            elif part.day and part.month and not part.year:
                tail = _TAIL.match(text[part.end : part.end + 14])
                if tail:
                    begin = part.end + tail.start(1)
                    found.append(_Part(begin, part.end + tail.end(), int(tail[1]), part.month, int(tail[2])))
        return found


def _pair(m: re.Match[str]) -> Iterator[_Part]:
    """The two ends of a range, each with its year, its month or both, and its day."""
    for name in ("one", "two"):
        pieces = [_ROMAN.get(piece) or int(piece) for piece in _PIECE.findall(m[name])]
        if pieces[0] >= 1000:
            year, month, day = (*pieces, 0, 0)[:3]
        else:
            year, month, day = (*reversed(pieces), 0)[:3]
        yield _Part(m.start(name), m.end(name), day, month, year if year >= 1000 else 2000 + year)


def _year_first(months: str) -> re.Pattern[str]:
    """Dates that begin with the year and name the month ("2019. június 1-jén"); `months` is an alternation of names."""
    return re.compile(
        rf"(?<![\w.])(?P<year>(?:19|20)\d\d)\.?\s+(?P<month>{months})(?!\w)"
        r"(?:\s+(?P<day>\d{1,2})(?!\d)(?:\.(?!\d))?(?:-\w{1,6})?)?",
        re.IGNORECASE,
    )
