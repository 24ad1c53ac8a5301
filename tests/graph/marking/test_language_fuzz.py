"""Values and names in whatever order and surroundings: what is found is sound, and stands in the text."""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import lru_cache

import pytest
from hypothesis import strategies as st

from graph.marking.notation import parse_number
from graph.marking.values import ValueFinder
from graph.model import Value
from graph.privacy.people import guarded
from ontology.lexicon import languages, load
from tests.fuzzing import fuzz
from tests.graph.test_extraction import check
from tests.small_documents import read

_NUMBERS = [
    "1",
    "12",
    "31",
    "00",
    "29",
    "2020",
    "1.200.000",
    "1,5",
    "2,500",
    "1 200",
    "12'500",
    "0.5",
    "20",
    "99999999999999999999",
]
_SIGNS = [
    " ",
    "-",
    "–",
    "/",
    ".",
    ",",
    ":",
    "(",
    ")",
    "€",
    "$",
    "EUR",
    "%",
    "\u00a0",
    "\u202f",
    "T10:00:00Z",
    "\n",
    "ISO",
    "AMIF-2019-0042",
    "www.",
    "://",
    "@",
]
_PLAIN = st.text(max_size=6)


@lru_cache
def finder(language: str) -> ValueFinder:
    return ValueFinder(load(language))


def pieces(language: str) -> st.SearchStrategy[str]:
    """Numbers, signs, and the words of a language for months, scales, currencies and periods, one after the other."""
    lexicon = load(language)
    said = [
        *lexicon.months,
        *lexicon.scale,
        *lexicon.currencies,
        *lexicon.numbers,
        *(w.strip("*") for w in lexicon.range_to),
    ]
    month, year = st.sampled_from(sorted(lexicon.months)), st.sampled_from(["1999", "2020", "2021", ""])
    days = st.tuples(st.integers(0, 32).map(str), st.one_of(month, st.sampled_from(["2", "02", "13"])), year)
    date = st.tuples(days, st.sampled_from([" ", ".", "/", "-"])).map(lambda made: made[1].join(made[0]))
    piece = st.one_of(st.sampled_from(_NUMBERS), st.sampled_from(_SIGNS), st.sampled_from(said), _PLAIN, date)
    return st.tuples(st.lists(piece, max_size=12), st.sampled_from(["", " "])).map(lambda made: made[1].join(made[0]))


def real(value: Value | None) -> None:
    """A date of the calendar, as exact as it may be; an amount that is a plain number; something that is not empty."""
    if value is None:
        return
    assert value.text.strip() == value.text != ""
    if value.kind == "date":
        parts = [int(part) for part in value.text.split("-")]
        datetime.date(*[*parts, 1, 1][:3])
        assert len(parts) <= 3 and len(value.text) == (4, 7, 10)[len(parts) - 1]
    elif value.kind == "money":
        number = Decimal(value.text)
        assert number.is_finite() and number >= 0 and "E" not in value.text
        assert value.currency is None or len(value.currency) == 3


@pytest.mark.parametrize("language", languages())
def test_values_are_real_in_order_and_in_the_text(language: str) -> None:
    def sound(text: str) -> None:
        last = 0
        for item in finder(language).find(text, 0, len(text)):
            assert last <= item.start < item.end <= len(text)
            last = item.end
            real(item.value)
            real(item.until)
            if item.kind == "period":
                assert item.value or item.until

    fuzz(f"values in {language}", 60, sound, pieces(language))


def test_every_number_is_one() -> None:
    def number(text: str) -> None:
        found = parse_number(text)
        assert found is None or found.is_finite()

    digits = st.text(st.sampled_from("0123456789.,' \u00a0eE+-naif٣"), max_size=10)
    fuzz("numbers", 300, number, st.one_of(digits, st.text(max_size=12), st.sampled_from(["inf", "-Infinity", "nan", "1e9", "snan"])))


NAMES = {
    "en": "Ministry of|Foundation|City of|the|for|and|of|Ltd|project|Mayor|Ms|said|led by|Graz|Kredo|LANTERN|Ilka Marent|Light|(KRF)|children’s",
    "it": "Comune di|Fondazione|progetto|del|della|dell’|per|e|Sindaco|S.r.l.|guidato da|Graz|Kredo|LANTERNA|Ilka Marent|Luce|(KRF)",
    "de": "Ministerium für|Stiftung|Stadt|Projekt|und|der|des|e. V.|gGmbH|Bürgermeisterin|geleitet von|Graz|Kredo|LATERNE|Ilka Marent|Licht|(KRF)",
    "el": "Υπουργείο|Δήμος|Ίδρυμα|έργο|του|της|και|για|Αθηναίων|Kredo|ΦΑΝΑΡΙ|Ίλκα Μάρεντ|Φως|(KRF)",
}
_BETWEEN = [
    ",",
    ".",
    ";",
    ":",
    "“",
    "”",
    "„",
    "«",
    "»",
    "–",
    "-",
    "(",
    ")",
    "\n",
    "’",
    "·",
    "2021",
    "A.",
    "\u00ad",
    "ß",
]


@pytest.mark.parametrize("language", sorted(NAMES))
def test_names_of_any_shape_are_sound(language: str) -> None:
    def sound(parts: list[str]) -> None:
        reading = guarded(read(" ".join(parts), language))
        check(reading)
        for span in reading.private:
            assert 0 <= span.start < span.end <= len(reading.document.text)

    piece = st.one_of(st.sampled_from(NAMES[language].split("|")), st.sampled_from(_BETWEEN), st.text(max_size=4))
    fuzz(f"names in {language}", 90, sound, st.lists(piece, max_size=20))
