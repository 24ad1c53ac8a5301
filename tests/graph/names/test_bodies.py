"""Bodies named by a head noun and a quotation, beside project nouns, and with a purpose in lower case."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import facts, prose, read


@pytest.mark.parametrize(("text", "language", "body"), [
    ("Projekt LATARNIA realizuje Stowarzyszenie Inicjatyw Sąsiedzkich „Omnia”.", "pl", "Stowarzyszenie Inicjatyw Sąsiedzkich „Omnia”"),
    ("Projekt SVETILKA izvaja Zavod »Omnia«.", "sl", "Omnia"),
    ("Projekt MAJÁK realizuje Spolek pro pomoc rodinám v nouzi.", "cs", "Spolek pro pomoc rodinám"),
    ("Proiectul FAR este implementat de Centrul pentru sprijinirea familiilor și de Asociația Kredo.", "ro", "Centrul pentru sprijinirea familiilor")])
def test_the_whole_name_is_found(text: str, language: str, body: str) -> None:
    assert body in {o for _, _, o in facts(read(text, language), "implementedBy")}


@pytest.mark.parametrize(("text", "language", "project", "body"), [
    ("Projekt Fundacji Kredo pn. „Latarnia” pomaga uchodźcom.", "pl", "Latarnia", "Fundacja Kredo"),
    ("Projekt Centra Kredo s názvem „Maják“ pomáhá uprchlíkům.", "cs", "Maják", "Centrum Kredo"),
    ("Projekt Društva Kredo »Svetilka« pomaga beguncem.", "sl", "Svetilka", "Društvo Kredo"),
    ("Latarnia to projekt Fundacji Kredo, który wspiera uchodźców.", "pl", "Latarnia", "Fundacja Kredo")])
def test_a_body_after_a_project_noun_runs_it(text: str, language: str, project: str, body: str) -> None:
    assert (project, "implementedBy", body) in facts(read(text, language))


def test_a_verb_between_makes_no_owner() -> None:
    assert not facts(read("Projekt MAJÁK má nový web. Projekt navštívilo Centrum Kredo.", "cs"), "implementedBy")


def test_company_is_not_the_lead() -> None:
    found = facts(read("Fundacja Kredo (lider) wraz ze Stowarzyszeniem Omnia realizuje projekt „Latarnia”.", "pl"))
    assert {o for _, p, o in found if p == "implementedBy"} == {"Fundacja Kredo"}
    assert {o for _, p, o in found if p == "hasPartner"} == {"Stowarzyszenie Omnia"}


def test_a_programming_period_is_the_funds() -> None:
    reading = extract(prose("The LANTERN project is funded by the Asylum, Migration and Integration Fund 2021-2027. It runs in 2023-2024."))
    assert {o for _, p, o in facts(reading) if p in ("startDate", "endDate")} == {"2023", "2024"}


@pytest.mark.parametrize(("text", "language", "body"), [
    ("Le projet LANTERNE est coordonné par l’association de solidarité Avenir en partage (AEP).", "fr", "Avenir en partage"),
    ("Le projet LANTERNE est coordonné par le Centre d’histoire sociale des villes (CHS).", "fr", "Centre d’histoire sociale des villes"),
    ("Il progetto LANTERNA è coordinato dal Gruppo 318 di Zorvan.", "it", "Gruppo 318 di Zorvan")])
def test_a_name_goes_on_to_its_acronym_and_over_its_number(text: str, language: str, body: str) -> None:
    assert body in {o for _, _, o in facts(read(text, language), "implementedBy")}
