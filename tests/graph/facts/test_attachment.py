"""What belongs to a project because its sentence speaks of it, and what does not."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read as read_file
from ontology.schema import properties
from tests.small_documents import facts, read


@pytest.mark.parametrize(("text", "fact"), [
    ("The LANTERN project works with asylum seekers.", ("LANTERN", "targets", "asylum-seekers")),
    ("In Niger and Nigeria the LANTERN project runs courses.", ("LANTERN", "coversCountry", "NE")),
    ("In Niger and Nigeria the LANTERN project runs courses.", ("LANTERN", "coversCountry", "NG")),
    ("The LANTERN project trains teachers.", ("LANTERN", "targets", "teachers")),
])
def test_what_belongs_to_the_project(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(read(text))


@pytest.mark.parametrize(("text", "target"), [
    ("The LANTERN project works with asylum seekers from Mali in Italy.", "ML"), ("The LANTERN project is not aimed at asylum seekers.", "asylum-seekers"),
    ("Teachers wrote to the LANTERN project.", "teachers"), ("She came from Nigeria to Malta and joined the LANTERN project.", "NG"),
    ("The Kredo Foundation works in Spain.", "ES")])
def test_what_does_not(text: str, target: str) -> None:
    assert target not in {o for _, p, o in facts(read(text)) if p != "originCountry"}


def test_origin_and_place_of_work_are_told_apart() -> None:
    assert facts(read("The LANTERN project works with people from Mali and Niger in Italy."), "coversCountry") == {("LANTERN", "coversCountry", "IT")}


def test_a_land_people_come_from_is_no_place_of_work_elsewhere_in_the_sentence() -> None:
    assert not facts(read("The LANTERN project helps children from Mali and those brought out of homes in Mali."), "coversCountry")


def test_with_two_projects_the_one_before_the_concept_is_meant() -> None:
    found = facts(read("The LANTERN project helps refugees and the BEACON project helps asylum seekers."), "targets")
    assert ("BEACON", "targets", "asylum-seekers") in found and ("LANTERN", "targets", "refugees") in found
    assert ("LANTERN", "targets", "asylum-seekers") not in found


@pytest.mark.parametrize(("text", "language", "groups"), [
    ("Projekt „Maják” pomáhá migrantům a migrantkám.", "cs", {"migrants"}),
    ("Projekt „Latarnia” wspiera uchodźców i uchodźczynie oraz migrantki i migrantów.", "pl", {"refugees", "migrants"}),
    ("Projekt »Svetilka« podpira begunke in begunce.", "sl", {"refugees"})])
def test_both_forms_of_one_group_are_no_group_of_women(text: str, language: str, groups: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, language), "targets")} == groups


def test_places_in_a_list_with_regions_in_brackets_and_semicolons() -> None:
    found = facts(read("Il progetto LANTERNA lavora in cinque città: Barletta (Puglia), Matera (Basilicata); Foggia e Andria (Puglia); Potenza.", "it"), "takesPlaceIn")
    assert {o for _, _, o in found} >= {"Barletta", "Matera", "Foggia", "Andria", "Potenza"}


def test_a_known_body_ends_before_and_with_an_article() -> None:
    found = facts(read("Le projet LANTERNE est cofinancé par l’Union européenne et la Coopération Kredo.", "fr"), "fundedBy")
    assert {o for _, _, o in found} == {"Union européenne", "Coopération Kredo"}


def test_an_international_day_is_no_place() -> None:
    found = facts(read("O projeto LANTERNA começa no Dia Internacional dos Direitos Humanos.", "pt"))
    assert not [o for _, p, o in found if p == "takesPlaceIn"]


def test_actors_after_in_say_where_and_are_not_served() -> None:
    found = facts(read("Das Projekt LATERNE begleitet Asylsuchende in den Kommunen.", "de"), "targets")
    assert {o for _, _, o in found} == {"asylum-seekers"}


@pytest.mark.parametrize(("language", "text", "towns"), [
    ("sv", "Projektet LYKTAN bedrivs i länen Skåne, Gävleborg och Västerbotten.", 3)])
def test_places_behind_a_noun_for_several_places(language: str, text: str, towns: int) -> None:
    assert len(facts(read(text, language), "takesPlaceIn")) == towns


def test_what_a_member_of_parliament_stands_for_is_no_place_of_work() -> None:
    text = "Das Projekt LATERNE hilft Frauen, sagt die Bundestagsabgeordnete für Graz und Linz."
    assert not facts(read(text, "de"), "takesPlaceIn")


def test_a_doubtful_place_behind_a_noun_for_places_is_one() -> None:
    found = facts(read("O projeto “Lanterna” apoia famílias nos estados do Amazonas e de Goiás.", "pt"))
    assert {("Lanterna", "takesPlaceIn", "Amazonas"), ("Lanterna", "takesPlaceIn", "Goiás")} <= found


def test_a_town_that_shares_its_name_with_a_country_is_the_one_of_the_text() -> None:
    found = facts(read("El proyecto “Linterna” acoge a familias en Granada y en Sevilla.", "es"))
    assert ("Linterna", "takesPlaceIn", "Granada") in found
    assert {o for _, p, o in found if p == "coversCountry"} == {"ES"}
    found = facts(read("The “Lantern” project helps families in Grenada and in Trinidad and Tobago.", "en"))
    assert {o for _, p, o in found if p == "coversCountry"} == {"GD", "TT"}


def test_a_calls_page_says_nothing_that_only_projects_do() -> None:
    path = Path(__file__).parents[2] / "corpus/tune/349_cs_mosty-pres-luznici-komplexni.txt"
    found = extract(read_file(path, path.name))
    classes = {entity.key: entity.kind for entity in found.entities}
    assert "Call" in classes.values()
    assert [s for s in found.statements if classes[s.subject] not in properties()[s.predicate].subjects] == []


@pytest.mark.parametrize(("language", "text", "codes"), [
    ("pt", "O projeto “Lanterna” envolve alunos de quatro escolas da Polónia, Itália e Turquia.", {"PL", "IT", "TR"}),
    ("es", "El proyecto “Linterna” contará con Grecia, Chipre e Italia como socios.", {"GR", "CY", "IT"}),
    ("it", "Il progetto “Lanterna” riunisce organizzazioni partner di Grecia, Cipro e Malta.", {"GR", "CY", "MT"}),
    ("de", "Das Projekt „Laterne“ vereint Organisationen aus Italien, Malta und Zypern.", {"IT", "MT", "CY"}),
    ("fr", "Le projet « Lanterne » travaille avec des partenaires d'Italie, de Grèce et de Malte.", {"IT", "GR", "MT"}),
])
def test_the_countries_of_partners_are_covered(language: str, text: str, codes: set[str]) -> None:
    assert {o for _, p, o in facts(read(text, language)) if p == "coversCountry"} == codes


@pytest.mark.parametrize(("language", "text"), [
    ("el", "Το έργο «Φανάρι» στηρίζει την ένταξη των προσφύγων στην ελληνική κοινωνία."),
    ("pl", "Projekt Latarnia wspiera integrację uchodźców ze społecznością lokalną."),
    ("cs", "Projekt Maják podporuje začlenění uprchlíků do majoritní společnosti.")])
def test_into_what_people_are_received_is_not_served(language: str, text: str) -> None:
    assert len(facts(read(text, language), "targets")) == 1
