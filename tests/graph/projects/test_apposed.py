"""Names like bodies' that a sentence calls a project, and what only works in a project."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("text", "language", "name"), [
    ("The Harbour Hub, a pilot project for refugees, is funded by the Kredo Foundation.", "en", "Harbour Hub"),
    ("Il Centro Passi, un progetto di accoglienza per rifugiati, è finanziato dalla Fondazione Kredo.", "it", "Centro Passi"),
    ("La Casa de Puentes, un proyecto para refugiados, está financiada por la Fundación Kredo.", "es", "Casa de Puentes"),
    ("La Maison des Ponts, un projet pour les réfugiés, est financée par la Fondation Kredo.", "fr", "Maison des Ponts")])
def test_an_unknown_body_called_a_project_is_one(text: str, language: str, name: str) -> None:
    assert facts(read(text, language), "fundedBy") and {s for s, _, _ in facts(read(text, language), "fundedBy")} == {name}


@pytest.mark.parametrize(("text", "language"), [
    ("The Harbour Association, project partner since 2019, helps refugees.", "en"),
    ("Oltre all’apertura di uno sportello – si legge – il personale della Prefettura è stato impegnato nel progetto di formazione.", "it")])
def test_partners_and_what_is_in_a_project_are_none(text: str, language: str) -> None:
    assert not [e for e in read(text, language).entities if e.kind == "Project"]


@pytest.mark.parametrize(("text", "language"), [
    ("È l'obiettivo del progetto ’Fami Ponte’ promosso dalla Fondazione Kredo per i migranti.", "it"),
    ("O projeto PT/2021/FAMI/733 - Caleidoscópio, da Associação Omnia, apoia migrantes.", "pt")])
def test_a_fund_s_acronym_in_a_name_or_code_pays(text: str, language: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "fundedBy")} == {"FAMI"}


@pytest.mark.parametrize(("text", "language"), [
    ("Il programma Lanterna dell'Unione Europea sostiene i rifugiati.", "it"),
    ("El programa Linterna de la Unión Europea atiende a refugiados.", "es"),
    ("O programa Lanterna da União Europeia apoia refugiados.", "pt")])
def test_a_programme_of_the_union_is_not_run_by_it(text: str, language: str) -> None:
    assert not facts(read(text, language), "implementedBy")


def test_a_participle_behind_the_noun_belongs_to_the_name() -> None:
    reading = read("Opiekę zapewnił Kolorowy Dywan, projekt realizowany przez Fundację Kredo.", "pl")
    assert {s for s, _, _ in facts(reading, "implementedBy")} == {"Kolorowy Dywan"}


def test_a_verb_behind_the_noun_begins_a_clause_of_its_own() -> None:
    text = "Finanziato con l’Obiettivo Specifico 2, il progetto ha preso avvio nel 2019 ed è promosso dalla Fondazione Kredo."
    assert not any("Obiettivo" in s for s, _, _ in facts(read(text, "it")))


@pytest.mark.parametrize("owner", ["European Union", "European Commission and the City of Graz"])
def test_a_fund_whose_owner_follows_is_no_project(owner: str) -> None:
    reading = read(f"The LANTERN project is co-funded by the Erasmus+ Programme of the {owner}.")
    assert facts(reading, "fundedBy") == {("LANTERN", "fundedBy", "Erasmus+")}
    assert [e.names[0].text for e in reading.entities if e.kind == "Project"] == ["LANTERN"]
