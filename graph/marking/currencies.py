"""How a language writes units of money: signs, codes and names of currencies, words for thousands and millions.

A unit stands behind a number ("4 Mio. Euro", "400 tkr") or in the label of a column or field ("Budget (k€)", "Montant
en milliers d'euros", "Wartość [PLN]"); there it holds for every amount that says no unit of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ontology.lexicon import Lexicon
from ontology.words import fold

SYMBOLS = {"€": "EUR", "$": "USD", "us$": "USD", "£": "GBP", "zł": "PLN", "kč": "CZK", "ft": "HUF", "r$": "BRL"}
ISO_CURRENCIES = tuple(
    "EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON BGN HRK ISK TRY UAH CAD AUD COP MAD ECU JPY XOF XAF BRL MXN CLP MDL "
    "TND".split()
)
_PREFIXES = {"k": 1_000, "t": 1_000, "m": 1_000_000}  # "k€", "TEUR", "Mkr"
_PREFIXED = ("€", "£", "$", "eur", "chf", "sek", "nok", "dkk", "kr", "pln", "czk", "huf", "ft", "usd", "gbp", "ron")
_HUNGARIAN = "eft"  # ezer forint
_ZEROS = re.compile(r"000s?(?!\w)")  # "£'000", "€000s"
_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{1,48})[)\]]")
_CUT = re.compile(r"\s*[,;|]\s*(?P<inside>[^,;|]{1,48})$|\s+[–—-]\s+(?P<dashed>[^,;|]{1,48})$")
_SMALL = re.compile(r"[^\W\d_]{1,3}(?!\w)")
_WORD = re.compile(r"\S+")
_BLANK = re.compile(r"[\s.,'’/\u00a0-]*")
_MOST_SMALL, _MOST_WORDS, _LONE_LETTER = 3, 6, 2


@dataclass(frozen=True, slots=True)
class Unit:
    """What the amounts below a label are counted in: a currency's code or None, a factor, and the label without it."""

    currency: str | None
    factor: Decimal
    rest: str


class Currencies:
    """The units of money of one language; `codes`, `scale` and `fused` are keyed by folded or case-folded words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.codes = {
            **{name.casefold(): code for name, code in lexicon.currencies.items()},
            **SYMBOLS,
            **{code.casefold(): code for code in ISO_CURRENCIES},
        }
        self.scale = {fold(word): factor for word, factor in lexicon.scale.items()}
        self.fused = dict(self._fused())
        self._names = _longest_first([*self.codes])
        self._scales = _longest_first([word.casefold() for word in lexicon.scale])
        self._fusions = _longest_first([*self.fused])

    def _fused(self) -> Iterator[tuple[str, tuple[int, str]]]:
        """Letters for thousands or millions with a currency right behind them."""
        for unit in _PREFIXED:
            if unit in self.codes:
                for letter, factor in _PREFIXES.items():
                    yield letter + unit, (factor, self.codes[unit])
        yield _HUNGARIAN, (1_000, "HUF")

    def unit(self, label: str) -> Unit | None:
        """The unit that a field's label names for its values; None if it names none."""
        label = label.replace("_", " ").strip()
        for bracket in _BRACKET.finditer(label):
            rest = (label[: bracket.start()] + " " + label[bracket.end() :]).strip()
            if rest and (found := self._read(bracket["inside"])):
                return Unit(*found, rest)
        if cut := _CUT.search(label):
            rest = label[: cut.start()].strip()
            if rest and (found := self._read(cut["inside"] or cut["dashed"])):
                return Unit(*found, rest)
        return self._trailing(label)

    def _trailing(self, label: str) -> Unit | None:
        """A unit that ends a label: behind a small word ("en euros", "in thousands"), or a code or sign alone."""
        words = list(_WORD.finditer(label))
        for word in words[max(1, len(words) - _MOST_WORDS) :]:
            tail = label[word.start() :]
            small = len(word[0]) < len(tail) and _SMALL.match(word[0]) and word[0].islower()
            sign = tail in ISO_CURRENCIES or tail.casefold() in (*SYMBOLS, *self.fused) or self._key(label, tail)
            if (small or sign) and (found := self._read(tail)):
                return Unit(*found, label[: word.start()].strip())
        return None

    def _key(self, label: str, tail: str) -> bool:
        """Whether the last word of a key in lower case is a currency's code ("amount_eur")."""
        return label.islower() and tail.upper() in ISO_CURRENCIES

    def _read(self, text: str) -> tuple[str | None, Decimal] | None:
        """The currency and the factor that a stretch of a label is made of, with small words between; None if it says
        anything else."""
        text, at, small = text.casefold(), 0, 0
        currencies: set[str] = set()
        factors: list[Decimal] = []
        while (at := _after_blanks(text, at)) < len(text):
            if fused := self._fusions.match(text, at):
                factor, code = self.fused[fused[0]]
                factors.append(Decimal(factor))
                currencies.add(code)
                at = fused.end()
            elif name := self._names.match(text, at):
                currencies.add(self.codes[name[0]])
                at = name.end()
            elif zeros := _ZEROS.match(text, at):
                factors.append(Decimal(1000))
                at = zeros.end()
            elif scale := self._scales.match(text, at):
                factors.append(Decimal(str(self.scale[fold(scale[0])])))
                at = scale.end()
            elif (word := _SMALL.match(text, at)) and small < _MOST_SMALL:
                small, at = small + 1, word.end()
            else:
                return None
        told = bool(currencies) or (bool(factors) and len(text.strip(" .")) >= _LONE_LETTER)
        if not told or len(currencies) > 1 or len(factors) > 1:
            return None
        return next(iter(currencies), None), factors[0] if factors else Decimal(1)


def _after_blanks(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _longest_first(words: list[str]) -> re.Pattern[str]:
    """A pattern for whole words, the longest first; a sign may stand right before digits ("€000")."""
    ordered = sorted({*words}, key=lambda word: (-len(word), word))
    return re.compile("|".join(re.escape(w) + (r"(?!\w)" if w[-1].isalnum() else "") for w in ordered))
