"""Dates, periods, amounts, codes and addresses: nothing is filled in, nothing is misread."""
from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import lru_cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graph.marking.found import Found
from graph.marking.notation import parse_number
from graph.marking.values import ValueFinder
from ontology.lexicon import load


@lru_cache
def finder(language: str) -> ValueFinder:
    return ValueFinder(load(language))


def found(text: str, language: str, kind: str) -> list[str | tuple[str, str]]:
    def shown(value: Found) -> str | tuple[str, str]:
        text = value.value.text if value.value else ""
        currency = f" {value.value.currency}" if value.value and value.value.currency else ""
        return (text, value.until.text) if value.until else text + currency
    return [shown(f) for f in finder(language).find(text, 0, len(text)) if f.kind == kind]


DATES = [
    ("en", "on 6 June 2021", "2021-06-06"), ("en", "June 6th, 2021", "2021-06-06"), ("en", "in June 2021", "2021-06"),
    ("en", "in 2021", "2021"), ("en", "2021-06-06", "2021-06-06"), ("en", "2021-06", "2021-06"), ("en", "06/06/2021", "2021-06-06"),
    ("en", "in 06/2021", "2021-06"), ("de", "am 6. Juni 2021", "2021-06-06"), ("de", "im Oktober 2019", "2019-10"), ("de", "06.06.2021", "2021-06-06"),
    ("de", "am 31. 5. 2021", "2021-05-31"), ("it", "il 1º maggio 2020", "2020-05-01"), ("it", "nel gennaio del 2020", "2020-01"),
    ("es", "6 de junio de 2021", "2021-06-06"), ("es", "en enero de 2020", "2020-01"), ("fr", "le 1er août 2022", "2022-08-01"),
    ("nl", "op 6 juni 2021", "2021-06-06"), ("ro", "6 iunie 2021", "2021-06-06"), ("en", "2021-06-06T10:00:00Z", "2021-06-06"),
    ("pt", "março/2025", "2025-03"), ("en", "Jan/2022", "2022-01"), ("es", "abril-2022", "2022-04"),
]
NO_DATES = [
    ("en", "in May"), ("en", "room 2021a"), ("en", "he may go"), ("en", "ISO 19005"), ("en", "€2021"), ("de", "Seite 5. Mai"), ("en", "on 30 February 2020"), ("de", "29.02.2021"),
    ("en", "www.lantern-2021.example"), ("en", "version 01.09.20"), ("en", "1/9 20"), ("en", "AMIF-2019-0042"),
]
PERIODS = [
    ("en", "from May 2019 to June 2021", ("2019-05", "2021-06")), ("en", "2019–2021", ("2019", "2021")), ("en", "2019-21", ("2019", "2021")),
    ("en", "6–7 September 2023", ("2023-09-06", "2023-09-07")), ("de", "von Mai 2019 bis Juni 2021", ("2019-05", "2021-06")),
    ("de", "01.05.2019 – 30.06.2021", ("2019-05-01", "2021-06-30")), ("it", "dal 1 maggio 2019 al 30 giugno 2021", ("2019-05-01", "2021-06-30")),
    ("de", "1.5. – 31.12.2022", ("2022-05-01", "2022-12-31")), ("cs", "od 1. 5. do 31. 12. 2022", ("2022-05-01", "2022-12-31")), ("de", "1.5.-31.12.2022", ("2022-05-01", "2022-12-31")), ("it", "1/5-31/12/2022", ("2022-05-01", "2022-12-31")),
    ("pl", "15.03.2022-30.06.2022", ("2022-03-15", "2022-06-30")), ("de", "vom 01.05. bis zum 31.12.2022", ("2022-05-01", "2022-12-31")), ("pt", "março/2025 a agosto/2026", ("2025-03", "2026-08")),
    ("en", "2019/2021", ("2019", "2021")), ("de", "01.09.20 – 31.08.22", ("2020-09-01", "2022-08-31")), ("fr", "01/09/20-31/08/22", ("2020-09-01", "2022-08-31")),
    ("pl", "IX 2020 – VIII 2022", ("2020-09", "2022-08")), ("pl", "IX.2020–VIII.2022", ("2020-09", "2022-08")), ("en", "2020/09 – 2022/08", ("2020-09", "2022-08")),
    ("en", "01.09.2020 → 31.08.2022", ("2020-09-01", "2022-08-31")), ("sv", "1/9 2020 – 31/8 2022", ("2020-09-01", "2022-08-31")), ("el", "Σεπ. 2020 – Αύγ. 2022", ("2020-09", "2022-08")),
    ("fi", "syyskuusta 2020 elokuuhun 2022", ("2020-09", "2022-08")), ("hu", "2020. 09. 01. – 2022. 08. 31.", ("2020-09-01", "2022-08-31")), ("hu", "2020.09.01.-2022.08.31.", ("2020-09-01", "2022-08-31")),
    ("fr", "de mars à juin 2021", ("2021-03", "2021-06")), ("es", "de enero de 2019 a marzo de 2020", ("2019-01", "2020-03")), ("en", "May–June 2021", ("2021-05", "2021-06")),
]
MONEY = [
    ("en", "EUR 1.2 million", "1200000 EUR"), ("en", "€1,200,000", "1200000 EUR"), ("en", "€ 2.5m", "2500000 EUR"), ("en", "1 200 000 euros", "1200000 EUR"),
    ("en", "$45,000.50", "45000.5 USD"), ("de", "2,5 Mio. €", "2500000 EUR"), ("de", "1.200.000 Euro", "1200000 EUR"), ("de", "CHF 12'500", "12500 CHF"),
    ("it", "1,2 milioni di euro", "1200000 EUR"), ("it", "€ 350.000,00", "350000 EUR"), ("es", "1,2 millones de euros", "1200000 EUR"),
    ("es", "con tres millones de euros", "3000000 EUR"), ("it", "un milione di euro", "1000000 EUR"), ("en", "two million euros", "2000000 EUR"), ("pt", "R$ 2 milhões", "2000000 BRL"),
    ("fr", "1,2 million d'euros", "1200000 EUR"), ("fr", "350 000 €", "350000 EUR"), ("nl", "1,2 miljoen euro", "1200000 EUR"),
]
NO_MONEY = [("es", "tres euros"), ("it", "un milione di persone"), ("en", "someone million euros"), ("en", "120 participants"), ("en", "in 2021"), ("en", "1.2 million people"), ("de", "12 Monate")]
URLS = [("see https://lantern.example/about.", "https://lantern.example/about"), ("on www.lantern.eu, now", "www.lantern.eu"),
        ("(lantern-project.org)", "lantern-project.org"), ("mail info@lantern.org today", None)]
CODES = [("AMIF-2019-0042", "AMIF-2019-0042"), ("AMIF/2019/AG/CALL", "AMIF/2019/AG/CALL"), ("B95F21000310007", "B95F21000310007"), ("UTF-8", None), ("COVID-19", None)]
NUMBERS = [("1", "1"), ("1,5", "1.5"), ("1.5", "1.5"), ("1.500", "1500"), ("1,500", "1500"), ("1.500,25", "1500.25"), ("1,500.25", "1500.25"),
           ("1 500 000", "1500000"), ("1'500'000", "1500000"), ("1.500.000", "1500000"), ("12,50", "12.50"), ("0.123", "123")]


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_dates_are_as_exact_as_the_text(language: str, text: str, expected: str) -> None:
    assert found(text, language, "date") == [expected]


@pytest.mark.parametrize(("language", "text"), NO_DATES)
def test_what_is_no_date(language: str, text: str) -> None:
    assert found(text, language, "date") == []


@pytest.mark.parametrize(("language", "text", "expected"), PERIODS)
def test_periods(language: str, text: str, expected: tuple[str, str]) -> None:
    assert found(text, language, "period") == [expected]


@pytest.mark.xfail(strict=True, reason="a month of three letters without its year is not read as the end of a period")
@pytest.mark.parametrize(("language", "text", "expected"), [("fr", "de mai à juin 2021", ("2021-05", "2021-06"))])
def test_rarer_periods(language: str, text: str, expected: tuple[str, str]) -> None:
    assert found(text, language, "period") == [expected]


@pytest.mark.xfail(strict=True, reason="a missing blank after a full stop makes an address of two words")
def test_a_missing_blank_makes_no_address() -> None:
    assert found("and so on.It ended", "en", "url") == []


@pytest.mark.parametrize(("language", "text", "expected"), MONEY)
def test_amounts(language: str, text: str, expected: str) -> None:
    assert found(text, language, "money") == [expected]


@pytest.mark.parametrize(("language", "text"), NO_MONEY)
def test_what_is_no_amount(language: str, text: str) -> None:
    assert found(text, language, "money") == []


@pytest.mark.parametrize(("text", "expected"), URLS)
def test_addresses(text: str, expected: str | None) -> None:
    assert found(text, "en", "url") == ([expected] if expected else [])


@pytest.mark.parametrize(("text", "expected"), CODES)
def test_codes(text: str, expected: str | None) -> None:
    assert found(f"number {text} here", "en", "code") == ([expected] if expected else [])


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers_in_all_notations(text: str, expected: str) -> None:
    assert parse_number(text) == Decimal(expected)


@given(st.integers(0, 999_999_999), st.sampled_from([".", ",", " ", "'", "\u00a0", "\u202f"]))
def test_grouped_thousands_read_back(number: int, separator: str) -> None:
    assume(number >= 1_000_000 or separator not in ".,")
    assert parse_number(f"{number:,}".replace(",", separator)) == number


@given(st.integers(1000, 999_999_999), st.integers(0, 99), st.sampled_from([(".", ","), (",", "."), (" ", ","), ("'", ".")]))
def test_grouped_decimals_read_back(whole: int, cents: int, signs: tuple[str, str]) -> None:
    text = f"{whole:,}".replace(",", signs[0]) + f"{signs[1]}{cents:02d}"
    assert parse_number(text) == Decimal(f"{whole}.{cents:02d}")


@given(st.text(max_size=12))
def test_anything_else_is_a_number_or_none(text: str) -> None:
    number = parse_number(text)
    assert number is None or isinstance(number, Decimal)


DAYS = st.dates(min_value=datetime.date(1960, 1, 1), max_value=datetime.date(2048, 12, 31))


@given(DAYS, st.sampled_from(["%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%Y/%m/%d"]))
def test_full_dates_read_back(day: datetime.date, form: str) -> None:
    assert found(f"on {day.strftime(form)} there", "de", "date") == [day.isoformat()]


@given(st.text(alphabet="0123456789 .-/–MaiJun.betofm2019", max_size=30))
def test_a_date_is_never_more_exact_than_the_text(text: str) -> None:
    for value in finder("en").dates(text, 0, len(text)):
        written = text[value.start : value.end]
        assert 0 <= value.start < value.end <= len(text)
        for part in filter(None, (value.value, value.until)):
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", part.text)
            assert part.text[2:4] in written, "a year that the text does not give"
            digits_and_months = re.findall(r"\d+|may|jun", written.casefold())
            assert part.text.count("-") < 3 and len(digits_and_months) >= part.text.count("-") + 1


@given(st.text(alphabet="€$ EURmio.,'0123456789-/:wexample@juni Mai", max_size=40), st.sampled_from(["en", "de", "it"]))
def test_values_are_disjoint_in_order_and_inside(text: str, language: str) -> None:
    at = 0
    for value in finder(language).find(text, 0, len(text)):
        assert at <= value.start < value.end <= len(text)
        at = value.end


@pytest.mark.parametrize(("text", "period"), [
    ("2021. május 01. - 2023. december 31.", ("2021-05-01", "2023-12-31")), ("2020. június 1. és 2023. március 31. között", ("2020-06-01", "2023-03-31")),
    ("2020 októbere és 2022 szeptembere között", ("2020-10", "2022-09"))])
def test_the_day_of_a_first_date_begins_no_second_period(text: str, period: tuple[str, str]) -> None:
    assert found(text, "hu", "period") == [period]


@pytest.mark.parametrize("code", ["512345-LLP-1-IT-KA4-KA4MP", "612345-EPP-1-2019-1-EL-EPPKA3", "ABC-5.1.6/10-2019-00001",
                                  "FABC.02.01-IZ.00-0047/24", "FEAB.06.13-IP.01-06H2/23"])
def test_codes_of_grants(code: str) -> None:
    assert found(f"The project ({code}) began.", "en", "code") == [code]



@pytest.mark.parametrize(("code", "text", "amount"), [
    ("it", "quasi un milione e 600 mila euro", "1600000"), ("it", "1 milione e 200mila euro", "1200000"),
    ("fr", "un million et 200 mille euros", "1200000"), ("es", "2 millones 300 mil euros", "2300000"),
    ("en", "one million and 600 thousand euros", "1600000"), ("it", "600 mila euro", "600000"),
    ("it", "da 2 milioni a 600 mila euro", "600000"),
])
def test_millions_and_thousands_are_one_sum(code: str, text: str, amount: str) -> None:
    """What stands before "and" in a larger scale belongs to the sum; another end of a range does not."""
    assert [f.value.text for f in ValueFinder(load(code)).money(text, 0, len(text)) if f.value] == [amount]
