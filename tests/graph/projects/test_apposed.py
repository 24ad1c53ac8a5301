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


@pytest.mark.parametrize(("text", "name"), [
    ("The Kredo Foundation runs Keys to the City, a two-year initiative that helps refugees in Sofia.", "Keys to the City"),
    ("The Kredo Foundation runs Learning for Life, a project for refugees.", "Learning for Life")])
def test_small_words_join_a_name_before_what_it_is_called(text: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, "en"), "targets")} == {name}


@pytest.mark.parametrize(("text", "language"), [
    ("Caritas takes part in VOICE-IN, a project coordinated by the Kredo Foundation.", "en"),
    ("Caritas participe à VOICE-IN, un projet coordonné par la Fondation Kredo.", "fr"),
    ("Caritas partecipa a VOICE-IN, un progetto coordinato dalla Fondazione Kredo.", "it")])
def test_what_somebody_takes_part_in_is_no_place(text: str, language: str) -> None:
    found = facts(read(text, language), "implementedBy")
    assert [(s, o.split()[-1]) for s, _, o in found] in ([("VOICE-IN", "Foundation")], [("VOICE-IN", "Kredo")])


@pytest.mark.parametrize(("text", "language"), [
    ("W otwartym naborze nr 4/2023/FAMI „Razem na miejscu”, który trwał do maja, wybrano projekty dla uchodźców.", "pl"),
    ("Under the call for proposals No. 7/2023 “Together in Town”, projects for refugees were chosen.", "en")])
def test_what_a_numbered_call_is_named_is_no_project(text: str, language: str) -> None:
    assert not [e for e in read(text, language).entities if e.kind == "Project"]


@pytest.mark.parametrize(("text", "language", "name"), [
    ("Es uno de los 14 huertos abiertos por Manos que Siembran, el proyecto que la Fundación Kredo ejecuta desde 2022.", "es", "Manos que Siembran"),
    ("El curso es una de las actividades de UMBRAL – Un Puente hacia la Escuela, proyecto de cooperación que la Fundación Kredo ejecuta.", "es", "UMBRAL – Un Puente hacia la Escuela"),
    ("È uno dei quattordici orti aperti da Mani che Seminano, il progetto che la Fondazione Kredo realizza dal 2022.", "it", "Mani che Seminano"),
    ("C'est l'un des jardins ouverts par Mains qui Sèment, le projet que la Fondation Kredo mène depuis 2022.", "fr", "Mains qui Sèment"),
    ("Het is een van de tuinen van De Tweede Oogst, het project dat Stichting Kredo sinds 2022 uitvoert.", "nl", "De Tweede Oogst"),
    ("It is one of the gardens opened by Hands that Sow, the project which Kredo Foundation has run since 2022.", "en", "Hands that Sow"),
    ("É uma das hortas abertas pelo Mãos que Semeiam, o projeto que a Fundação Kredo executa desde 2022.", "pt", "Mãos que Semeiam"),
    ("Este una dintre grădinile deschise de Mâini care Seamănă, proiectul pe care Fundația Kredo îl derulează din 2022.", "ro", "Mâini care Seamănă")])
def test_what_is_explained_as_the_project_that_somebody_runs_is_one(text: str, language: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "implementedBy")} == {name}


@pytest.mark.parametrize(("text", "language"), [
    ("A Lodi, il progetto che la Fondazione Kredo realizza dal 2022 ha aperto due orti.", "it"),
    ("Finanziato da Lumina, il progetto che la Fondazione Kredo realizza ha aperto due orti.", "it"),
    ("Supported by Lumina, the project that Kredo Foundation runs is a success.", "en"),
    ("Tras la visita de Lumina, el proyecto que la Fundación Kredo ejecuta abrió dos huertos.", "es"),
    ("Po spotkaniu z Luminą, projekt, który prowadzi Fundacja Kredo, otworzył dwa ogrody.", "pl")])
def test_what_only_stands_before_the_project_is_none(text: str, language: str) -> None:
    assert not [e for e in read(text, language).entities if e.kind == "Project" and e.names[0].text.split()[-1] in ("Lodi", "Lumina", "Luminą")]
