"""Frames: what fills the places, lists, voice, scope and modality."""
from __future__ import annotations

import pytest

from graph.marking.hits import kinds_of
from ontology.schema import properties
from tests.small_documents import facts, read

SAYS = [
    ("The LANTERN project is co-financed by AMIF and the Kredo Foundation.", "en", "fundedBy", {"AMIF", "Kredo Foundation"}),
    ("The Kredo Foundation funds the LANTERN project.", "en", "fundedBy", {"Kredo Foundation"}),
    ("The LANTERN project is carried out in Italy, Austria and Malta.", "en", "coversCountry", {"IT", "AT", "MT"}),
    ("The LANTERN project is carried out in Bosnia and Herzegovina and Serbia.", "en", "coversCountry", {"BA", "RS"}),
    ("The LANTERN project is run in partnership with the Kredo Foundation, the Omnia Federation and the University of Malta.", "en", "hasPartner",
     {"Kredo Foundation", "Omnia Federation", "University of Malta"}),
    ("The LANTERN project began. The NGOs participating in the project are: Kredo Foundation (Malta) and Omnia Federation (Italy).", "en", "hasPartner",
     {"Kredo Foundation", "Omnia Federation"}),
    ("The LANTERN project runs from May 2019 to June 2021.", "en", "endDate", {"2021-06"}),
    ("The LANTERN project has a budget of EUR 1.2 million.", "en", "budget", {"1200000 EUR"}),
    ("Il progetto “Lanterna” è realizzato dal Comune di Certaldo in collaborazione con l’Associazione Omnia.", "it", "hasPartner", {"Associazione Omnia"}),
    ("Il progetto “Lanterna” è realizzato dal Comune di Certaldo in collaborazione con l’Associazione Omnia.", "it", "implementedBy", {"Comune di Certaldo"}),
    ("The LANTERN project is co-financed by the AMIF of the European Union and the Kredo Foundation.", "en", "fundedBy", {"AMIF", "Kredo Foundation"}),
    ("Das Projekt „Laterne“ wird durch den AMIF der Europäischen Union und die Kredo-Stiftung kofinanziert.", "de", "fundedBy", {"AMIF", "Kredo-Stiftung"}),
    ("Le projet « Lanterne » est cofinancé par le FAMI de l’Union européenne, la Fondation Kredo et la Fédération Omnia.", "fr", "fundedBy",
     {"FAMI", "Fondation Kredo", "Fédération Omnia"}),
    ("The AMIF of the European Union and the Kredo Foundation financed the LANTERN project.", "en", "fundedBy", {"AMIF", "Kredo Foundation"}),
    ("Das Projekt „Laterne“ wird durch die Kredo-Stiftung finanziert und in Kooperation mit dem Verein Omnia umgesetzt.", "de", "implementedBy", set()),
    ("Das Projekt „Laterne“ wird von der Kredo-Stiftung finanziert und umgesetzt.", "de", "implementedBy", {"Kredo-Stiftung"}),
    ("Het project “Lantaarn” van de Kredo Stichting helpt vluchtelingen.", "nl", "implementedBy", {"Kredo Stichting"}),
    ("Das Projekt „Laterne“ wird von der Kredo-Stiftung in Graz umgesetzt.", "de", "implementedBy", {"Kredo-Stiftung"}),
    ("Проєкт «Ліхтар» реалізує громадська організація «Кредо».", "uk", "implementedBy", {"Кредо"}),
    ("Projekt „Latarenka” pomaga uchodźcom. Realizuje go stowarzyszenie „Kredo”.", "pl", "implementedBy", {"Kredo"}),
    ("Il-proġett Fanal jgħin lir-refuġjati. It-Tnejn beda l-proġett.", "mt", "implementedBy", set()),
]


@pytest.mark.parametrize(("text", "language", "predicate", "objects"), SAYS)
def test_what_a_sentence_says(text: str, language: str, predicate: str, objects: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, language), predicate)} == objects


def test_active_and_passive_swap_the_places() -> None:
    active = facts(read("The Kredo Foundation leads the LANTERN project."))
    assert active == facts(read("The LANTERN project is led by the Kredo Foundation.")) == {
        ("LANTERN", name, "Kredo Foundation") for name in ("implementedBy", "coordinatedBy")}


@pytest.mark.parametrize(("text", "modality"), [
    ("The LANTERN project is funded by the Kredo Foundation.", "asserted"), ("The LANTERN project was not funded by the Kredo Foundation.", "negated"),
    ("The LANTERN project will be funded by the Kredo Foundation.", "planned")])
def test_modality(text: str, modality: str) -> None:
    [statement] = [s for s in read(text).statements if s.predicate == "fundedBy"]
    assert statement.modality == modality


@pytest.mark.parametrize("text", [
    "The LANTERN project was visited by the Kredo Foundation.", "The Kredo Foundation met; the LANTERN project was funded by many; the Omnia Federation left.",
    "The LANTERN project funds lessons.", "Who funded the LANTERN project is unknown."])
def test_what_says_nothing_of_the_kind(text: str) -> None:
    assert facts(read(text), "fundedBy") | facts(read(text), "implementedBy") == set()


def test_what_is_similar_is_no_part() -> None:
    found = facts(read("Similar to the BEACON project, the LANTERN project is funded by AMIF."))
    assert found == {("LANTERN", "fundedBy", "AMIF")}


def test_nothing_is_found_across_a_semicolon() -> None:
    assert facts(read("The LANTERN project is funded by donors; AMIF paid others."), "fundedBy") == set()


def test_a_period_is_no_thing() -> None:
    reading = read("The LANTERN project runs from May 2019 to June 2021 with a budget of EUR 1.2 million.")
    assert {e.kind for e in reading.entities} == {"Project"}


@pytest.mark.parametrize(("name", "period", "kinds"), [
    ("implementedBy", False, {"Organisation"}), ("budget", False, {"money"}), ("website", False, {"url"}), ("startDate", True, {"period"}),
    ("startDate", False, {"date", "period"})])
def test_classes_become_kinds_of_mentions(name: str, period: bool, kinds: set[str]) -> None:
    assert kinds_of(properties()[name].objects, period) >= kinds


@pytest.mark.parametrize(("text", "language"), [
    ("The LANTERN project helps refugees. The Kredo Foundation is funded by the Omnia Lottery Foundation.", "en"),
    ("Het project LANTAARN helpt vluchtelingen. De Stichting Kredo wordt gesteund door de Stichting Omnia.", "nl"),
    ("Das Projekt LATERNE hilft Geflüchteten. Die Kredo-Stiftung wird von der Omnia-Stiftung finanziert.", "de")])
def test_what_is_said_of_a_body_is_not_said_of_the_project(text: str, language: str) -> None:
    assert facts(read(text, language), "fundedBy") == set()


@pytest.mark.parametrize(("text", "language"), [
    ("The Kirkcaldy Welcome Group, a network of volunteers backed by Fife Council, runs the Lantern project.", "en"),
    ("La Fondation Kredo, une association soutenue par la Ville de Brest, mène le projet Lanterne.", "fr"),
    ("La Cooperativa Kredo, una rete di volontari sostenuta dal Comune di Bari, gestisce il progetto Lanterna.", "it"),
])
def test_who_pays_for_a_body_does_not_pay_for_its_project(text: str, language: str) -> None:
    found = facts(read(text, language))
    assert not [f for f in found if f[1] == "fundedBy"] and [f for f in found if f[1] == "implementedBy"]


def test_who_manages_the_fund_that_opens_a_sentence_does_not_run_the_project() -> None:
    found = facts(read("The AMIF, managed by the Ministry of the Interior, supports the Lantern project."))
    assert not [f for f in found if f[1] == "implementedBy"]


def test_an_aside_behind_the_project_is_said_of_it() -> None:
    found = facts(read("The Kredo Foundation has launched Lantern, a project funded by the Omnia Trust, in Leeds."), "fundedBy")
    assert {o for _, _, o in found} == {"Omnia Trust"}


def test_brackets_full_of_names_do_not_end_a_list() -> None:
    text = "Il progetto «Lanterna» è realizzato in partenariato con Fondazione Kredo (Centro Studi sulle Migrazioni), Associazione Omnia (Ufficio di Ricerca) e Consorzio Delta."
    found = {o for _, _, o in facts(read(text, "it"), "hasPartner")}
    assert found == {"Fondazione Kredo", "Associazione Omnia", "Consorzio Delta"}


def test_a_body_between_commas_runs_the_project() -> None:
    assert facts(read("O projeto «Lanterna», da Associação Omnia, ajuda quem chega.", "pt"), "implementedBy") == {
        ("Lanterna", "implementedBy", "Associação Omnia")}


def test_the_project_stands_after_an_aside() -> None:
    text = "A Fundação Kredo está a promover, em parceria com a Associação Omnia, o projeto «Lanterna»."
    found = facts(read(text, "pt"))
    assert ("Lanterna", "implementedBy", "Fundação Kredo") in found
    assert ("Lanterna", "hasPartner", "Associação Omnia") in found


def test_an_amount_in_words_is_a_budget() -> None:
    found = facts(read("El proyecto «Linterna» está financiado con tres millones de euros por la Fundación Kredo.", "es"))
    assert ("Linterna", "fundedBy", "Fundación Kredo") in found and any(p == "budget" for _, p, _ in found)


def test_who_manages_a_fund_does_not_run_the_project() -> None:
    text = "Il progetto «Lanterna» è finanziato dal Fondo Asilo, Migrazione e Integrazione 2021-2027 gestito dal Ministero dell'Interno."
    assert facts(read(text, "it"), "implementedBy") == set()


def test_a_day_without_a_year_is_not_passed_over() -> None:
    found = facts(read("Projektet LYKTA startar den 15 januari och pågår till den 30 november 2031.", "sv"))
    assert {(p, o) for _, p, o in found if p in ("startDate", "endDate")} == {("endDate", "2031-11-30")}


def test_a_list_goes_on_behind_an_acronym_without_brackets() -> None:
    found = facts(read("The LANTERN project is funded by the Harbour Aid Foundation HAF and the Kredo Foundation."), "fundedBy")
    assert {o for _, _, o in found} >= {"Harbour Aid Foundation", "Kredo Foundation"} or {o for _, _, o in found} >= {"Harbour Aid Foundation HAF", "Kredo Foundation"}


def test_towns_that_take_part_are_bodies_and_places() -> None:
    found = facts(read("The LANTERN project brings help to refugees in three participating cities: Athens, Bologna and Oulu."))
    assert {o for _, p, o in found if p == "hasPartner"} == {"Athens", "Bologna", "Oulu"}
    assert {"GR", "IT", "FI"} <= {o for _, p, o in found if p == "coversCountry"}
    assert not facts(read("The LANTERN project brings help to refugees in three cities: Athens, Bologna and Oulu."), "hasPartner")


def test_a_noun_for_funds_behind_a_quotation_makes_it_a_fund() -> None:
    reading = read("The LANTERN project is funded by the “Harbour, Work and Welcome” Fund. It helps refugees in Malta.")
    assert facts(reading, "fundedBy") == {("LANTERN", "fundedBy", "Harbour, Work and Welcome")}
    assert {e.kind for e in reading.entities if any("Harbour" in n.text for n in e.names)} == {"Fund"}


def test_what_is_said_right_behind_a_project_is_said_of_it() -> None:
    found = facts(read("O Município de Zorvan vai promover o projeto “Lanterna Acolhe”, cofinanciado pela Fundação Kredo.", "pt"))
    assert ("Lanterna Acolhe", "fundedBy", "Fundação Kredo") in found
    assert not facts(read("The LANTERN project helps refugees. The Omnia Foundation is funded by the Kredo Trust."), "fundedBy")


def test_who_pays_for_a_project_of_research_does_not_run_it() -> None:
    found = facts(read("LANTERNA è un progetto di ricerca finanziato dalla Fondazione Kredo.", "it"))
    assert ("LANTERNA", "fundedBy", "Fondazione Kredo") in found
    assert not [f for f in found if f[1] == "implementedBy"]


@pytest.mark.parametrize(("text", "language"), [
    ("Il progetto LANTERNA, di cui Fondazione Kredo è partner e Omnia Impresa Sociale capofila, sostiene i rifugiati.", "it"),
    ("El proyecto LINTERNA, del que la Fundación Kredo es socia y la Asociación Omnia líder, atiende a refugiados.", "es"),
    ("O projeto LANTERNA, do qual a Fundação Kredo é parceira e a Associação Omnia coordenadora, apoia refugiados.", "pt")])
def test_of_which_one_is_a_partner_and_the_other_leads(text: str, language: str) -> None:
    reading = read(text, language)
    assert [len(facts(reading, p)) for p in ("hasPartner", "implementedBy")] == [1, 1]
    assert "Kredo" in next(iter(facts(reading, "hasPartner")))[2] and "Omnia" in next(iter(facts(reading, "implementedBy")))[2]
