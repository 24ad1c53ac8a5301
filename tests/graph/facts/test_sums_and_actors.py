"""Amounts right behind a funder, funds that a code names, and groups that only act."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text"), [
    ("it", "Il progetto LANTERNA è finanziato dalla Fondazione Kredo per 40.000 euro."),
    ("es", "El proyecto LINTERNA está financiado por la Fundación Kredo con 40.000 euros."),
    ("en", "The LANTERN project is funded by the Kredo Foundation with EUR 40,000."),
])
def test_an_amount_right_behind_a_funder_is_the_budget(language: str, text: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "budget")} == {"40000 EUR"}


def test_an_amount_further_on_or_one_of_two_is_not() -> None:
    assert not facts(read("The LANTERN project is funded by the Kredo Foundation, and a picture was sold for EUR 40,000.", "en"), "budget")


def test_a_code_names_the_fund_that_the_document_names() -> None:
    text = "O projeto PT/2022/FAMI/501 - Radar, da Fundação Kredo, tem como objetivo ajudar refugiados."
    fund = "O Fundo para o Asilo, a Migração e a Integração (FAMI) aprovou candidaturas. "
    assert any(p == "fundedBy" for _, p, _ in facts(read(fund + text, "pt")))
    assert not any(p == "fundedBy" for _, p, _ in facts(read(text.replace("FAMI", "XYZ"), "pt")))


def test_who_is_only_mentioned_further_on_is_not_served() -> None:
    near = "Il progetto LANTERNA sostiene gli insegnanti."
    far = "Il progetto LANTERNA sostiene con pazienza chi cerca lavoro vero presso insegnanti."
    assert {o for _, _, o in facts(read(near, "it"), "targets")} == {"teachers"}
    assert not facts(read(far, "it"), "targets")


def test_who_is_introduced_as_a_partner_does_not_run_the_project() -> None:
    text = "O projeto LANTERNA foi executado pela nossa associação em parceria com a Fundação Kredo."
    assert not facts(read(text, "pt"), "implementedBy")
    assert facts(read(text, "pt"), "hasPartner") == {("LANTERNA", "hasPartner", "Fundação Kredo")}


def test_paid_by_a_fund_and_run_by_a_body() -> None:
    text = "LANTERNA é um projeto de formação, financiado pelo FAMI e coordenado pela Universidade Kredo."
    assert {o for _, _, o in facts(read(text, "pt"), "implementedBy")} == {"Universidade Kredo"}


@pytest.mark.parametrize(("text", "language"), [
    ("The LANTERN project has a budget of 500 euros per participant.", "en"),
    ("Il progetto LANTERNA ha un budget di 30.000 euro per ciascun comune.", "it"),
    ("El proyecto LINTERNA tiene un presupuesto de 1.000 dólares por persona.", "es"),
    ("O projeto LANTERNA tem um orçamento de 2.000 euros por família.", "pt"),
    ("Le projet LANTERNE a un budget de 3 000 euros par bénéficiaire.", "fr"),
    ("Das Projekt LATERNE hat ein Budget von 500 Euro pro Person.", "de")])
def test_what_each_of_several_gets_is_no_budget(text: str, language: str) -> None:
    assert not facts(read(text, language), "budget")
    whole = text[:text.index("euro" if "euro" in text else "Euro" if "Euro" in text else "dólares")] + "euros."
    assert facts(read(whole, language), "budget")


@pytest.mark.parametrize(("text", "language", "begin", "end"), [
    ("Il progetto LANTERNA, durato 30 mesi (gennaio 2020 – giugno 2022), sostiene i rifugiati.", "it", "2020-01", "2022-06"),
    ("O projeto LANTERNA, com duração de 36 meses (de janeiro de 2020 a dezembro de 2022), apoia refugiados.", "pt", "2020-01", "2022-12"),
    ("El proyecto LINTERNA, iniciándose en diciembre de 2023 y finalizando en mayo de 2026, atiende a refugiados.", "es", "2023-12", "2026-05"),
    ("Le projet LANTERNE, d'une durée de 24 mois (01/2020 – 12/2021), aide les réfugiés.", "fr", "2020-01", "2021-12"),
    ("O projeto LANTERNA desenvolver-se-á entre 2016 e 2018.", "pt", "2016", "2018")])
def test_how_long_it_lasts_stands_before_from_when_to_when(text: str, language: str, begin: str, end: str) -> None:
    reading = read(text, language)
    assert [{o for _, _, o in facts(reading, p)} for p in ("startDate", "endDate")] == [{begin}, {end}]


def test_an_age_before_a_date_is_no_duration() -> None:
    text = "Il progetto LANTERNA aiuta i rifugiati. Nell'agosto del 2016 Zeno Ardit aveva diciassette anni, nel 2018 partì."
    assert not facts(read(text, "it"), "startDate")


def test_a_state_by_its_official_name_pays_with_a_fund() -> None:
    found = facts(read("The LANTERN project is co-funded by the Asylum, Migration and Integration Fund of the EU (90%) and the Republic of Cyprus (10%)."), "fundedBy")
    assert {"Asylum, Migration and Integration Fund", "Republic of Cyprus"} <= {o for _, _, o in found}
    greek = facts(read("Το έργο ΦΑΝΑΡΙ συγχρηματοδοτείται από το Ταμείο Ασύλου, Μετανάστευσης και Ένταξης και την Κυπριακή Δημοκρατία.", "el"), "fundedBy")
    assert "Κυπριακή Δημοκρατία" in {o for _, _, o in greek}


def test_a_state_where_something_takes_place_pays_nothing() -> None:
    found = facts(read("The LANTERN project is financed by the AMIF in the Republic of Cyprus and runs in the Czech Republic."))
    assert {o for _, p, o in found if p == "fundedBy"} == {"AMIF"}
    assert {o for _, p, o in found if p == "coversCountry"} == {"CY", "CZ"}


def test_a_fund_before_a_project_noun_pays_for_the_project_and_not_for_its_meeting() -> None:
    found = facts(read("The kick-off meeting of the Erasmus+ project “Music for All” took place in Luxembourg."), "fundedBy")
    assert found == {("Music for All", "fundedBy", "Erasmus+")}


def test_a_plus_that_a_blank_parts_from_its_word_belongs_to_it() -> None:
    found = facts(read("The project “Light for All” is funded under the Erasmus + programme of the EU and helps refugees."), "fundedBy")
    assert {o for _, _, o in found} <= {"Erasmus+", "Erasmus +", "EU"} and found


def test_what_the_state_adds_is_no_budget() -> None:
    assert not facts(read("Projekt „Latarnia” otrzymał dofinansowanie z budżetu państwa: 1 902 810 zł.", "pl"), "budget")
