"""Literal values in running text: dates and periods, money, codes, web addresses.

A date is as exact as the text: nothing is filled in. Months and currencies come from the lexicon.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal

from graph.marking.currencies import Currencies
from graph.marking.notation import parse_number
from graph.marking.value_patterns import CODE, EMAIL, URL, year_first
from graph.model import Value
from ontology.lexicon import Lexicon
from ontology.words import fold

_ISO = r"(?P<iy>(?:19|20)\d\d)-(?P<im>[01]\d)(?:-(?P<id>[0-3]\d))?(?:[T ]\d\d:\d\d\S*)?(?![\d-])"
_NUMERIC = r"(?P<d>\d{1,2})\s?[./-]\s?(?P<m>\d{1,2})\s?[./-]\s?(?P<y>(?:19|20)\d\d)(?!\d)"
_MONTH_YEAR = r"(?P<m2>0?[1-9]|1[0-2])[./](?P<y2>(?:19|20)\d\d)(?!\d)"
_YEAR_FIRST = r"(?P<y3>(?:19|20)\d\d)[./](?P<m3>[01]\d)[./](?P<d3>[0-3]\d)(?!\d)"
_DIGITS = re.compile(rf"(?<![\w./-])(?:{_ISO}|{_YEAR_FIRST}|{_NUMERIC}|{_MONTH_YEAR})")
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_NUMBER = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,3})?(?!\d)"
_DIGIT = re.compile(r"\d")
_DOTTED = re.compile(r"\.\w|://")  # every address has one of these
_JOINED = re.compile(r"[A-Z0-9][-_/][A-Z0-9]")  # every code without digits has this


@dataclass(frozen=True, slots=True)
class Found:
    """A value at text[start:end]: a date, a period (`value` to `until`; either may be missing), money, code or url."""

    kind: str
    start: int
    end: int
    value: Value | None
    until: Value | None = None


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


class ValueFinder:
    """Finds the values of one language's texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._dmy = lexicon.date_order != "mdy"
        months = {fold(name): number for name, number in lexicon.months.items()}
        self._months = months
        names = "|".join(sorted((re.escape(n) for n in lexicon.months), key=lambda n: (-len(n), n)))
        glue = r"(?:\s+(?:de|del|of|d['’]|da|do|ta['’]?|van|von))?\s+"
        day = r"\d{1,2}(?:st|nd|rd|th|er|re|ère|º|ª|°|\.|η|ης|:a|:e|e|a|-an?)?"
        self._named = re.compile(
            rf"(?<!\w)(?:(?P<day>{day})(?:{glue}|\s*))?(?P<month>{names})\.?(?!\w)(?:\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|\.\d))?"
            rf"(?:(?:,|\s+de|\s+del|\s+of|\s+ta['’]?)?\s*(?P<year>(?:19|20)\d\d)(?!\d))?",
            re.IGNORECASE,
        )
        self._year_first = year_first(names) if lexicon.date_order == "ymd" else None
        self._since = tuple(w[1:] for w in lexicon.range_to if w.startswith("*"))
        to = "|".join(re.escape(w) for w in sorted(lexicon.range_to, key=lambda w: (-len(w), w))) or "-"
        self._to = re.compile(
            rf"\s*(?:[-–—−‐‑/]|(?<!\w)(?:{to})(?!\w))(?:\s+(?:el|le|il|la|den|dem|the|al|o|a|l['’]))?\s*", re.IGNORECASE
        )
        scales = "|".join(sorted((re.escape(s) for s in lexicon.scale), key=lambda s: (-len(s), s)))
        self.units = Currencies(lexicon)
        self._scale = self.units.scale
        self._numbers = {fold(k): v for k, v in lexicon.numbers.items()}
        words = "|".join(sorted((re.escape(n) for n in lexicon.numbers), key=lambda n: (-len(n), n)))
        spoken = rf"|(?<!\w)(?:{words})(?=\s(?:{scales})(?!\w))" if words else ""
        number = rf"{_NUMBER}|(?:{words})(?!\w)" if words else _NUMBER
        ands = "|".join(sorted(re.escape(w) for w in lexicon.words.get("and", ()) if w.isalpha())) or "-"
        self._larger_part = re.compile(
            rf"(?<![\w.,])(?P<number>{number})\s?(?P<scale>{scales})\s(?:(?:{ands})\s)?\Z", re.IGNORECASE
        )
        self._scaled = re.compile(rf"\s(?:{scales})(?!\w)", re.IGNORECASE) if words else None
        units = "|".join(sorted((re.escape(c) for c in self.units.codes), key=lambda c: (-len(c), c)))
        fused = "|".join(sorted((re.escape(c) for c in self.units.fused), key=lambda c: (-len(c), c)))
        self._money = re.compile(
            rf"(?:(?<![\w])(?P<before>{units})\s?)?(?<![\w.,])(?P<number>{_NUMBER}{spoken})(?:\s?(?P<fused>{fused})(?!\w)|(?:\s?(?P<scale>{scales})(?!\w)\.?)?(?:\s?(?:de\s|d['’]|di\s|of\s)?(?P<after>{units})(?!\w))?)",
            re.IGNORECASE,
        )

    def find(self, text: str, start: int, end: int) -> list[Found]:
        """All values in text[start:end], in order, none overlapping another."""
        found: list[Found] = []
        taken: list[tuple[int, int]] = []

        def add(items: list[Found]) -> None:
            for item in items:
                if not any(item.start < b and a < item.end for a, b in taken):
                    taken.append((item.start, item.end))
                    found.append(item)

        if text.find("@", start, end) >= 0:
            add([Found("email", m.start(), m.end(), None) for m in EMAIL.finditer(text, start, end)])
        if _DOTTED.search(text, start, end):
            add([Found("url", m.start(), m.end(), Value("url", m.group())) for m in URL.finditer(text, start, end)])
        digits = _DIGIT.search(text, start, end) is not None
        if digits or _JOINED.search(text, start, end):
            add([Found("code", m.start(), m.end(), Value("code", m.group())) for m in CODE.finditer(text, start, end)])
        if digits or (self._scaled and self._scaled.search(text, start, end)):
            add(self.money(text, start, end))
        if digits:  # a date has a year
            add(self.dates(text, start, end))
        return sorted((f for f in found if f.kind != "email"), key=lambda f: f.start)

    # ── money ──────────────────────────────────────────────────────────────────────────────────────────────────

    def money(self, text: str, start: int, end: int, bare: bool = False) -> list[Found]:
        """Amounts with a currency; with `bare`, also numbers without one (a budget field's value)."""
        found = []
        for match in self._money.finditer(text, start, end):
            factor, fused = self.units.fused.get((match["fused"] or "").casefold(), (1, None))
            unit = match["before"] or match["after"]
            if not (unit or fused or bare):
                continue
            amount = self._amount(match["number"], scaled=bool(match["scale"] or fused))
            if amount is None:
                continue
            begin, amount = match.start(), amount * factor
            if match["scale"]:
                scale = self._scale[fold(match["scale"])]
                more, begin = self._larger(text, start, begin, scale)
                amount = amount * Decimal(str(scale)) + more
            code = fused or (self.units.codes[unit.casefold()] if unit else None)
            found.append(Found("money", begin, match.end(), Value("money", _plain(amount), code)))
        return found

    def _larger(self, text: str, start: int, at: int, scale: float) -> tuple[Decimal, int]:
        """What a number of a larger scale right before an amount adds to it ("one million and | 600 thousand euros"),
        and where the whole begins; 0 and `at` if none stands there."""
        before = self._larger_part.search(text, start, at)
        above = self._scale[fold(before["scale"])] if before else 0
        amount = self._amount(before["number"], scaled=True) if before and above > scale else None
        return (amount * Decimal(str(above)), before.start()) if before and amount else (Decimal(0), at)

    def currency(self, text: str) -> str | None:
        """The code of the currency that a text is the sign, name or code of."""
        return self.units.codes.get(text.strip().casefold())

    def _amount(self, text: str, scaled: bool) -> Decimal | None:
        """The number that digits or a number word stand for."""
        spoken = self._numbers.get(fold(text))
        return Decimal(spoken) if spoken is not None else parse_number(text, scaled=scaled)

    # ── dates ──────────────────────────────────────────────────────────────────────────────────────────────────

    def dates(self, text: str, start: int, end: int) -> list[Found]:
        """Dates and periods in text[start:end]."""
        parts = self._parts(text, start, end)
        found: list[Found] = []
        index = 0
        while index < len(parts):
            part = parts[index]
            if index + 1 < len(parts):
                other = parts[index + 1]
                joint = text[part.end : other.start]
                since = not joint.strip() and text[part.start : part.end].endswith(self._since or ("\0",))
                if (since or self._to.fullmatch(joint)) and (period := self._period(part, other)):
                    found.append(period)
                    index += 2
                    continue
            if value := part.value():
                found.append(Found("date", part.start, part.end, value))
            index += 1
        return found

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
        parts: list[_Part] = []
        for m in _DIGITS.finditer(text, start, end):
            if m["iy"]:
                part = _Part(m.start(), m.end(), int(m["id"] or 0), int(m["im"]), int(m["iy"]))
            elif m["y3"]:
                part = _Part(m.start(), m.end(), int(m["d3"]), int(m["m3"]), int(m["y3"]))
            elif m["y"]:
                day, month = (int(m["d"]), int(m["m"])) if self._dmy else (int(m["m"]), int(m["d"]))
                part = (
                    _Part(m.start(), m.end(), day, month, int(m["y"]))
                    if month <= 12
                    else _Part(m.start(), m.end(), month, day, int(m["y"]))
                )
            else:
                part = _Part(m.start(), m.end(), 0, int(m["m2"]), int(m["y2"]))
            parts.append(part)
        parts += self._named_parts(text, start, end, parts)
        parts += self._years(text, start, end, parts)
        parts += self._bare_days(text, start, sorted(parts, key=lambda p: p.start))
        return sorted(parts, key=lambda p: p.start)

    def _named_parts(self, text: str, start: int, end: int, taken: list[_Part]) -> list[_Part]:
        found = []
        for m in self._year_first.finditer(text, start, end) if self._year_first else ():
            if not any(m.start() < p.end and p.start < m.end() for p in taken):
                found.append(
                    _Part(m.start(), m.end(), int(m["day"] or 0), self._months[fold(m["month"])], int(m["year"]))
                )
        taken = [*taken, *found]
        for m in self._named.finditer(text, start, end):
            month = self._months.get(fold(m["month"]))
            if month is None or any(m.start() < p.end and p.start < m.end() for p in taken):
                continue
            if not (m["day"] or m["year"] or m["day2"]) and not m["month"][0].isupper() and len(m["month"]) < 4:
                continue
            digits = re.match(r"\d+", m["day"] or m["day2"] or "")
            day = int(digits.group()) if digits and 1 <= int(digits.group()) <= 31 else 0
            found.append(_Part(m.start(), m.end(), day, month, int(m["year"] or 0)))
        return found

    def _years(self, text: str, start: int, end: int, taken: list[_Part]) -> list[_Part]:
        found = []
        for m in _YEAR.finditer(text, start, end):
            before = text[max(start, m.start() - 1) : m.start()]
            after = text[m.end() : m.end() + 2]
            if (
                any(m.start() < p.end and p.start < m.end() for p in taken)
                or before.isalnum()
                or (before in {".", ",", "/", "_"} and before)
            ):
                continue
            if after[:1].isalnum() or (after[:1] in ".,'" and after[1:2].isdigit()) or before in {"€", "$", "£"}:
                continue
            found.append(_Part(m.start(), m.end(), year=int(m.group())))
            short = re.match(r"\s?[-–/]\s?(\d\d)(?![\d\w/-])", text[m.end() : m.end() + 6])
            if short and int(short[1]) > int(m.group()) % 100:
                found.append(
                    _Part(
                        m.end() + short.start(1),
                        m.end() + short.end(1),
                        year=int(m.group()) // 100 * 100 + int(short[1]),
                    )
                )
        return found

    def _bare_days(self, text: str, start: int, parts: list[_Part]) -> list[_Part]:
        """A day number before a range to a full date ("6–7 September", "from 1 to 30 September"), or after one
        ("September 6–7, 2023")."""
        found = []
        for part in parts:
            if part.day and part.month and part.year:
                window = text[max(start, part.start - 14) : part.start]
                joint = re.search(r"(?<![\d.,/-])(\d{1,2})(?:\.|st|nd|rd|th|er)?(\D{1,10})$", window)
                begin = part.start - len(window)
                inner = joint and any(p.start <= begin + joint.start(1) < p.end for p in parts)
                if joint and not inner and 1 <= int(joint[1]) <= 31 and self._to.fullmatch(joint[2]):
                    found.append(_Part(begin + joint.start(1), begin + joint.start(2), int(joint[1])))
            elif part.day and part.month and not part.year:
                tail = re.match(r"\s?[-–]\s?(\d{1,2}),?\s+((?:19|20)\d\d)", text[part.end : part.end + 14])
                if tail:
                    found.append(
                        _Part(part.end + tail.start(1), part.end + tail.end(), int(tail[1]), part.month, int(tail[2]))
                    )
        return found


def _plain(amount: Decimal) -> str:
    return format(amount.normalize(), "f")
