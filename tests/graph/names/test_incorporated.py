"""Legal forms, inner head nouns and nouns of places: what is a body and what is not."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text", "body"), [
    ("de", "Das Projekt LATERNE wird vom Offenen Forum Kredo e.V. umgesetzt.", "Offenen Forum Kredo e.V"),
    ("de", "omnia hafen e.V. führt das Projekt LATERNE durch.", "omnia hafen e.V"),
    ("de", "Das Projekt LATERNE wird von der „Arbeit und Licht gGmbH“ umgesetzt.", "Arbeit und Licht gGmbH"),
    ("nl", "Het project LANTAARN wordt uitgevoerd door Stichting Multicultureel centrum Kredo.", "Stichting Multicultureel centrum Kredo"),
    ("sv", "Projektet LYKTA startar nu. Länsstyrelsen är projektägare och leder arbetet.", "Länsstyrelsen"),
])
def test_bodies_are_found_whole(language: str, text: str, body: str) -> None:
    assert body in {o.rstrip(".") for _, _, o in facts(read(text, language), "implementedBy")}


def test_a_lower_case_sentence_without_a_legal_form_names_no_body() -> None:
    assert facts(read("offene türen führen das Projekt LATERNE zum Erfolg.", "de"), "implementedBy") == set()


def test_in_the_province_is_a_place_and_by_the_province_a_body() -> None:
    assert {o for _, _, o in facts(read("Het project LANTAARN loopt in de provincie Groningen.", "nl"), "takesPlaceIn")} == {"Groningen"}
    assert facts(read("Het project LANTAARN wordt uitgevoerd door de provincie Groningen.", "nl"), "implementedBy")


def test_an_acronym_behind_a_projects_name_and_of_runs_it() -> None:
    found = facts(read("Dat is het doel van het project Licht Deuren van KRF en de Kredo Stichting.", "nl"), "implementedBy")
    assert {s for s, _, _ in found} == {"Licht Deuren"}
    assert {"KRF", "Kredo Stichting"} <= {o for _, _, o in found}


def test_a_funding_programme_in_quotation_marks_is_no_project() -> None:
    found = facts(read("Das Projekt LATERNE wird im Rahmen des Förderprogramms „Neue Wege“ gefördert.", "de"), "fundedBy")
    assert {(s, o) for s, _, o in found} == {("LATERNE", "Neue Wege")}


def test_a_plural_names_no_single_project() -> None:
    assert not facts(read("Grazer Projekte richten sich an Geflüchtete.", "de"))


def test_a_name_goes_on_to_the_bracket_with_its_acronym() -> None:
    text = "Das Projekt LATERNE wird gemeinsam mit dem Verein für Kinder- und Jugendarbeit in sozialen Brennpunkten (VKJ) umgesetzt."
    assert {o for _, _, o in facts(read(text, "de"), "hasPartner")} == {"Verein für Kinder- und Jugendarbeit in sozialen Brennpunkten"}


def test_what_explains_the_last_of_a_list_is_no_further_body() -> None:
    text = "Das Projekt LATERNE wird von der Kredo-Stiftung und von Omnia e.V., der gemeinnützigen Gesellschaft für soziale Arbeit, umgesetzt."
    assert len(facts(read(text, "de"), "implementedBy")) == 2


def test_the_owner_in_a_compound_runs_the_quoted_project() -> None:
    found = facts(read("Das KRF-Projekt „Hafenlicht“ richtet sich an Geflüchtete.", "de"))
    assert ("Hafenlicht", "implementedBy", "KRF") in found


def test_who_a_project_is_carried_out_by_is_no_project() -> None:
    found = facts(read("Das Projekt LATERNE hilft. Durchgeführt wird das Projekt von der NEUE WEGE der Diakonie.", "de"))
    assert "NEUE WEGE" not in {s for s, p, _ in found if p == "implementedBy"}


def test_a_quotation_in_lower_case_behind_a_project_noun_is_its_name() -> None:
    found = facts(read("Das Projekt «mit uns» der Kredo-Stiftung richtet sich an Geflüchtete.", "de"), "implementedBy")
    assert found == {("mit uns", "implementedBy", "Kredo-Stiftung")}


def test_several_bodies_before_their_project_run_it() -> None:
    found = facts(read("Im Herbst führen die Universität Linz und die Kredo-Stiftung das Projekt „Laterne“ durch.", "de"), "implementedBy")
    assert {o for _, _, o in found} == {"Universität Linz", "Kredo-Stiftung"}


def test_a_place_behind_in_is_no_part_of_a_title() -> None:
    assert {s for s, _, _ in facts(read("Die Kredo-Stiftung leitet das Projekt Laterne in drei Städten.", "de"), "implementedBy")} == {"Laterne"}


@pytest.mark.parametrize(("language", "text", "body"), [
    ("sv", "Projektet LYKTAN drivs av Klarvattenstiftelsen.", "Klarvattenstiftelsen"),
    ("sv", "Projektet LYKTAN drivs av Flyktinghjälpen och Kredoförbundet.", "Kredoförbundet"),
])
def test_one_word_that_ends_in_its_head_noun(language: str, text: str, body: str) -> None:
    assert body in {o for _, _, o in facts(read(text, language), "implementedBy")}


@pytest.mark.parametrize("text", [
    "Stiftelsen startar projektet LYKTAN. Projektet LYKTAN drivs av stiftelsen.",
    "Projektet LYKTAN drivs av Kommunen.",
])
def test_a_bare_head_noun_names_no_body(text: str) -> None:
    assert facts(read(text, "sv"), "implementedBy") == set()


def test_a_legal_form_ends_a_name_before_small_words() -> None:
    text = "Das Netzwerk Kredo e. V. mit Sitz in Graz leitet das Projekt LATERNE."
    assert {o for _, _, o in facts(read(text, "de"), "implementedBy")} == {"Netzwerk Kredo e. V."}


def test_a_name_in_capitals_ends_before_of() -> None:
    text = "Das Projekt LATERNE II läuft. Umgesetzt wird LATERNE II von der Lichtwerkstatt Inntal gGmbH."
    assert facts(read(text, "de"), "implementedBy") == {("LATERNE II", "implementedBy", "Lichtwerkstatt Inntal gGmbH")}
