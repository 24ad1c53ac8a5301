"""Two-letter codes in brackets behind the names of a list."""
from __future__ import annotations

from graph.extraction import extract
from tests.small_documents import facts, prose

PARTNERS = "The LANTERN project is carried out in partnership with the Kredo Foundation (AT), the Omnia Federation (IT) and the Harbour Institute (EL)."


def test_codes_in_a_list_say_the_countries() -> None:
    found = facts(extract(prose(PARTNERS)))
    assert {o for _, p, o in found if p == "coversCountry"} == {"AT", "IT", "GR"}
    assert {o for _, p, o in found if p == "hasPartner"} == {"Kredo Foundation", "Omnia Federation", "Harbour Institute"}


def test_one_code_or_other_letters_are_no_countries() -> None:
    for text in ("The LANTERN project trains refugees in new skills (IT).", "The LANTERN project trains refugees in new skills (IT) and sports (QX)."):
        assert not facts(extract(prose(text)), "coversCountry")


def test_a_bracket_of_three_and_more_codes_says_the_countries() -> None:
    found = facts(extract(prose("The LANTERN project brings together a partnership of three European countries (SE, IT, LV) and helps refugees.")), "coversCountry")
    assert {o for _, _, o in found} == {"SE", "IT", "LV"}
    assert not facts(extract(prose("The LANTERN project helps refugees with new skills (IT, HR, XQ).")), "coversCountry")
