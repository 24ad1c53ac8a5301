"""Who takes part in a project, in any order of the list, the verb and the project."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

TAKE_PART = [
    ("en", "Kredo Foundation, Omnia Aid and the City of Leeds take part in the Lantern project.", {"Kredo Foundation", "Omnia Aid", "City of Leeds"}),
    ("en", "Lantern is a project for refugees. It brings together Kredo Foundation, Omnia Aid and the City of Leeds.", {"Kredo Foundation", "Omnia Aid", "City of Leeds"}),
    ("it", "Al progetto Lanterna partecipano la Fondazione Kredo, il Comune di Bari e l'Università di Lecce.", {"Fondazione Kredo", "Comune di Bari", "Università di Lecce"}),
    ("it", "Il progetto Lanterna coinvolge la Fondazione Kredo, il Comune di Bari e l'Università di Lecce.", {"Fondazione Kredo", "Comune di Bari", "Università di Lecce"}),
    ("es", "En el proyecto Linterna participan la Fundación Kredo, el Ayuntamiento de Murcia y la Universidad de Granada.", {"Fundación Kredo", "Ayuntamiento de Murcia", "Universidad de Granada"}),
    ("fr", "Le projet Lanterne associe la Fondation Kredo, la Ville de Lyon et l'Université de Liège.", {"Fondation Kredo", "Ville de Lyon", "Université de Liège"}),
    ("de", "Am Projekt Laterne sind die Kredo Stiftung, die Stadt Graz und die Universität Wien beteiligt.", {"Kredo Stiftung", "Stadt Graz", "Universität Wien"}),
    ("de", "Das Projekt Laterne bringt die Kredo Stiftung, die Stadt Graz und die Universität Wien zusammen.", {"Kredo Stiftung", "Stadt Graz", "Universität Wien"}),
    ("nl", "Het project Lantaarn brengt Stichting Kredo, ROC Omnia en de Universiteit Gent samen.", {"Stichting Kredo", "ROC Omnia", "Universiteit Gent"}),
    ("pl", "Projekt Latarenka łączy Fundację Kredo, Gminę Lublin i Uniwersytet Gdański.", {"Fundacja Kredo", "Gmina Lublin", "Uniwersytet Gdański"}),
    ("mt", "Fil-proġett Fanal jieħdu sehem il-Fondazzjoni Kredo u l-Università ta' Malta.", {"Fondazzjoni Kredo"}),
]
OTHERS = [
    ("en", "The Lantern project helps refugees. Kredo Foundation took part in the final conference of the Lantern project."),
    ("en", "The Lantern project helps refugees. Pupils of the Kredo School take part in the Lantern project."),
    ("en", "The Lantern project helps refugees. Residents from the City of Leeds take part in the project."),
    ("en", "The Lantern project helps refugees. Kredo Foundation does not take part in the project."),
    ("en", "The Lantern project helps refugees. Its final event brought together IOM, UNHCR and the City of Leeds."),
    ("de", "Am Projekt Laterne nehmen Schüler der Kredo Schule teil."),
    ("de", "Das Projekt Laterne bringt Geflüchtete und die Kredo Stiftung zusammen."),
]


@pytest.mark.parametrize(("language", "text", "partners"), TAKE_PART)
def test_who_takes_part_is_a_partner(language: str, text: str, partners: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, language), "hasPartner")} >= partners


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_who_is_named_beside_other_participants_is_none(language: str, text: str) -> None:
    assert not facts(read(text, language), "hasPartner")


def test_who_a_project_is_led_with_does_not_lead_it() -> None:
    found = facts(read("The Lantern project is led by Stichting Kredo, with Omnia Trust and Vega Aid as partners."))
    assert {o for _, p, o in found if p == "implementedBy"} == {"Stichting Kredo"}
    assert {o for _, p, o in found if p == "hasPartner"} == {"Omnia Trust", "Vega Aid"}


@pytest.mark.parametrize(("language", "text", "bodies"), [
    ("en", "The Lantern project is run by the Kredo Foundation, the city of Leeds and the county of Kent.", {"Kredo Foundation", "city of Leeds", "county of Kent"}),
    ("it", "Il progetto Lanterna è realizzato da Fondazione Kredo, comune di Bari e provincia di Lecce.", {"Fondazione Kredo", "comune di Bari", "provincia di Lecce"}),
    ("cs", "Projekt Lucernička realizují Nadace Kredo, město Brno a Masarykova univerzita.", {"Nadace Kredo", "město Brno", "Masarykova univerzita"}),
    ("el", "Το έργο Φανάρι υλοποιείται από το Ίδρυμα Κρέντο, τον δήμο Πατρέων και την περιφέρεια Κρήτης.", {"Ίδρυμα Κρέντο", "δήμος Πατρέων", "περιφέρεια Κρήτης"}),
    ("es", "El proyecto Linterna ayuda a refugiados. Lo ejecutan la Fundación Kredo y la Asociación Omnia.", {"Fundación Kredo", "Asociación Omnia"}),
])
def test_towns_and_provinces_in_a_list_of_bodies_are_bodies(language: str, text: str, bodies: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, language), "implementedBy")} == bodies


@pytest.mark.parametrize("text", [
    "The Lantern project helps refugees. A spokesperson for the Kredo Ministry, which manages the fund in Cyprus, said Lantern was one of eleven projects.",
    "The action coordinates with the Kredo Agency, which coordinates with the project Youth Start.",
])
def test_who_does_something_in_another_clause_runs_nothing(text: str) -> None:
    assert not {(p, o) for _, p, o in facts(read(text)) if p in ("implementedBy", "fundedBy")}


@pytest.mark.parametrize(("language", "text", "runner", "partner"), [
    ("de", "Die Kredo Stiftung führt mit der Omnia gGmbH das Projekt Laterne durch.", "Kredo Stiftung", "Omnia gGmbH"),
    ("es", "La Fundación Kredo lleva a cabo con el Ayuntamiento de Murcia el proyecto Linterna.", "Fundación Kredo", "Ayuntamiento de Murcia"),
    ("it", "La Fondazione Kredo realizza con il Comune di Bari il progetto Lanterna.", "Fondazione Kredo", "Comune di Bari"),
])
def test_with_whom_stands_between_the_verb_and_the_project(language: str, text: str, runner: str, partner: str) -> None:
    found = {(p, o) for _, p, o in facts(read(text, language))}
    assert {("implementedBy", runner), ("hasPartner", partner)} <= found
