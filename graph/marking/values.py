"""Literal values in running text: dates and periods, money, codes, web addresses.

Nothing is filled in. Currencies, scales and number words come from the lexicon.
"""

from __future__ import annotations

import re
from decimal import Decimal

from graph.marking.currencies import Currencies
from graph.marking.dates import DateFinder
from graph.marking.found import Found
from graph.marking.notation import parse_number
from graph.marking.value_patterns import CODE, EMAIL, URL
from graph.model import Value
from ontology.lexicon import Lexicon
from ontology.words import fold

_NUMBER = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,3})?(?!\d)"
_DIGIT = re.compile(r"\d")
_DOTTED = re.compile(r"\.\w|://")  # every address has one of these
_JOINED = re.compile(r"[A-Z0-9][-_/][A-Z0-9]")  # every code without digits has this


class ValueFinder:
    """Finds the values of one language's texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        scales = "|".join(sorted((re.escape(s) for s in lexicon.scale), key=lambda s: (-len(s), s)))
        self._dates = DateFinder(lexicon)
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

    def dates(self, text: str, start: int, end: int) -> list[Found]:
        """Dates and periods in text[start:end]."""
        return self._dates.find(text, start, end)

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


def _plain(amount: Decimal) -> str:
    return format(amount.normalize(), "f")
