"""Events and outputs that stand between a project and what is said: whose place, whose maker?"""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts, read


def test_the_place_of_a_project_s_conference_is_the_conference_s() -> None:
    found = facts(read("The final conference of the project “Light for newcomers in small towns” took place in Brussels."))
    assert ("final conference", "takesPlaceIn", "Brussels") in found
    assert not [f for f in found if f[0].startswith("Light") and f[1] in ("takesPlaceIn", "coversCountry")]


def test_where_partners_met_is_not_where_the_project_works() -> None:
    assert not facts(read("The LANTERN project is funded by AMIF. Partners planned a meeting in Brussels."), "takesPlaceIn")


@pytest.mark.parametrize("text", [
    "The LANTERN project published the Welcome Handbook, developed by the Kredo Foundation.",
    "The LANTERN project follows the National Integration Strategy developed by the Kredo Foundation."])
def test_who_made_an_output_or_policy_does_not_run_the_project(text: str) -> None:
    assert facts(read(text), "implementedBy") == set()


def test_the_lead_partner_between_commas() -> None:
    found = facts(read("The LANTERN project began. The lead partner, Red2Red, has planned it."))
    assert ("LANTERN", "implementedBy", "Red2Red") in found
    assert not [f for f in found if f[1] == "hasPartner"]


def test_bodies_before_a_project_noun_name_no_project() -> None:
    reading = read("The joint IOM, UNHCR and KREDO Project helps refugees.")
    assert not [e for e in reading.entities if e.kind == "Project"]


def test_partners_from_countries() -> None:
    text = "The LANTERN project began. Its partners coming from Italy, Malta and Austria met. It helps refugees coming from Mali."
    assert {o for _, _, o in facts(read(text), "coversCountry")} == {"IT", "MT", "AT"}


def test_a_country_beside_a_place_says_which_place_is_meant() -> None:
    assert {o for _, _, o in facts(read("The LANTERN project works in Tuzla (Turkey)."), "coversCountry")} == {"TR"}


def test_the_funder_in_a_field_is_not_the_speaker() -> None:
    reading = extract(blocks(("title", "LANTERN"), ("prose", "The LANTERN project helps refugees. We organised workshops.")))
    assert not facts(reading, "implementedBy")


@pytest.mark.parametrize("text", ["on the 11th-12th December 2017", "on the 11th and 12th of December 2017", "on 11–12 December 2017"])
def test_days_with_endings_make_one_period(text: str) -> None:
    assert ("kick-off meeting", "date", "2017-12-11") in facts(read(f"The kick-off meeting was held {text}."))


def test_who_pays_for_the_project_right_before_is_no_funder_of_its_meeting() -> None:
    text = "The LANTERN project helps refugees. The kick-off meeting of the project, funded by the Kredo Foundation, took place in Malta in May 2020."
    found = {(s, o) for s, p, o in facts(read(text)) if p == "fundedBy"}
    assert found == {("LANTERN", "Kredo Foundation")}


@pytest.mark.parametrize(("language", "text"), [
    ("es", "El proyecto LINTERNA empezó ayer. Los socios españoles en este proyecto son la Fundación Kredo y la Asociación Omnia."),
    ("pt", "O projeto LANTERNA começou ontem. Os parceiros portugueses do projeto são a Fundação Kredo e a Associação Omnia."),
    ("es", "El proyecto LINTERNA, en el que participa la Fundación Kredo, empezó ayer."),
])
def test_partners_of_one_country_are_partners(language: str, text: str) -> None:
    assert {o.split()[-1] for _, p, o in facts(read(text, language)) if p == "hasPartner"} >= {"Kredo"}
