"""Facts without a trigger word: codes beside names, dates beside events, branches of bodies."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize("text", ["The LANTERN project (AMIF-2019-0042) ends in 2021.", "The project LANTERN, AMIF-2019-0042, ends in 2021."])
def test_a_code_beside_a_name_is_its_code(text: str) -> None:
    assert facts(read(text), "code") == {("LANTERN", "code", "AMIF-2019-0042")}


def test_a_code_elsewhere_is_not() -> None:
    assert facts(read("The LANTERN project ends in 2021. Call AMIF-2019-0042 is closed."), "code") == set()


def test_an_event_has_the_one_exact_date_of_its_sentence() -> None:
    found = facts(read("The final conference of the LANTERN project takes place in Brussels on 6 June 2021."))
    assert {("LANTERN", "hasEvent", "final conference"), ("final conference", "date", "2021-06-06")} <= found


@pytest.mark.parametrize("text", [
    "The final conference of the LANTERN project takes place in 2021.", "After 3 May 2021 and before 5 July 2021 there is a final conference of the LANTERN project."])
def test_a_year_or_two_dates_are_not_the_event_s(text: str) -> None:
    assert [s for s in read(text).statements if s.rule == "adjacent.date"] == []


def test_a_body_s_name_and_a_country_is_its_branch_there() -> None:
    found = facts(read("Zebra Council leads the LANTERN project. Zebra Council Malta joined."))
    assert {("Zebra Council Malta", "unitOf", "Zebra Council"), ("Zebra Council Malta", "presentIn", "MT")} <= found


def test_a_longer_name_is_no_branch_of_an_unknown_one() -> None:
    assert facts(read("Zebra Council Malta leads the LANTERN project."), "unitOf") == set()


@pytest.mark.parametrize(("text", "language"), [
    ("The LANTERN project (EUR 120,000) helps refugees.", "en"), ("Das Projekt LATERNE (Fördersumme 120.000 Euro) hilft Geflüchteten.", "de"),
    ("Kredo ry:n Polku työhön (120 000 €) -hanke tukee pakolaisia.", "fi")])
def test_an_amount_in_the_bracket_behind_a_project_is_its_budget(text: str, language: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "budget")} == {"120000 EUR"}


def test_an_amount_in_another_bracket_is_none() -> None:
    assert facts(read("The LANTERN project is led by the Kredo Foundation (EUR 120,000 in grants)."), "budget") == set()


@pytest.mark.parametrize(("language", "text"), [
    ("pl", "Fundacja Kredo pomaga uchodźcom. Fundacja prowadzi kursy."),
    ("de", "KredoMit – für Angekommene e.V. berät Geflüchtete. KredoMit hilft."),
    ("fi", "Valotalo Kredo ry auttaa pakolaisia. Valotalo Kredo toimii Turussa."),
])
def test_a_body_is_no_part_of_its_own_short_name(language: str, text: str) -> None:
    assert facts(read(text, language), "unitOf") == set()
