"""Project nouns that cling to a name are no part of it."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text", "name"), [
    ("de", "Das LATERNE-Projekt wird von der Kredo-Stiftung gefördert.", "LATERNE"),
    ("de", "Das Projekt LATERNE wird von der Kredo-Stiftung gefördert.", "LATERNE"),
    ("nl", "Het LANTAARN-project wordt gesubsidieerd door de Kredo-Stichting.", "LANTAARN"),
    ("sv", "LYKTAN-projektet finansieras av Kredo-stiftelsen.", "LYKTAN"),
])
def test_the_name_is_without_the_noun(language: str, text: str, name: str) -> None:
    assert {s for s, p, _ in facts(read(text, language)) if p == "fundedBy"} == {name}


@pytest.mark.parametrize(("language", "text"), [
    ("de", "Das dreijährige Projekt wird von der Kredo-Stiftung gefördert."),
    ("nl", "Het nieuwe project wordt gesubsidieerd door de Kredo-Stichting."),
])
def test_the_new_project_is_no_name(language: str, text: str) -> None:
    assert not facts(read(text, language))


def test_the_name_as_written_is_kept() -> None:
    reading = read("Das LATERNE-Projekt wird von der Kredo-Stiftung gefördert.", "de")
    assert [[n.text for n in e.names] for e in reading.entities if e.kind == "Project"] == [["LATERNE", "LATERNE-Projekt"]]


@pytest.mark.parametrize(("text", "name"), [
    ("Das Projekt Wege ins Leben wird von der Kredo-Stiftung gefördert.", "Wege ins Leben"),
    ("Das Projekt Neue Heimat für junge Menschen wird von der Kredo-Stiftung gefördert.", "Neue Heimat für junge Menschen"),
    ("Das Projekt Sprachbrücke in Österreich wird von der Kredo-Stiftung gefördert.", "Sprachbrücke"),
])
def test_a_german_title_behind_the_noun(text: str, name: str) -> None:
    assert {s.removeprefix("Projekt ") for s, p, _ in facts(read(text, "de")) if p == "fundedBy"} == {name}


def test_a_german_name_that_stands_alone_elsewhere_does_not_go_on() -> None:
    text = "Das Projekt Sprachbrücke für Frauen wird von der Kredo-Stiftung gefördert. Sprachbrücke begann 2019."
    assert not [s for s, _, _ in facts(read(text, "de")) if s == "Sprachbrücke für Frauen"]


@pytest.mark.parametrize(("language", "text"), [
    ("fi", "Tukea hän sai Valotalo-hankkeesta, joka auttaa pakolaisia. Valotaloa rahoittaa Kredo-säätiö."),
    ("fi", "Valotalo-hanke auttaa pakolaisia. Valotaloa rahoittaa Kredo-säätiö."),
])
def test_one_word_before_the_noun_and_its_other_cases_are_one_name(language: str, text: str) -> None:
    assert {s for s, p, _ in facts(read(text, language)) if p == "fundedBy"} == {"Valotalo"}


def test_three_words_that_stand_twice_are_a_name() -> None:
    text = "Kredostiftelsen inleder i dag projektet Nytt ljus hemma tillsammans med Röda Korset. Nytt ljus hemma finansieras av AMIF."
    assert {s for s, p, _ in facts(read(text, "sv")) if p in ("implementedBy", "fundedBy")} == {"Nytt ljus hemma"}


@pytest.mark.parametrize(("language", "text", "body"), [
    ("pl", "Dofinansowano projekt „Herbata w ogrodzie” Stowarzyszenia Kredo.", "Stowarzyszenie Kredo"),
    ("sl", "Projekt „Svetilka“ Fundacije Kredo pomaga beguncem.", "Fundacija Kredo"),
])
def test_a_body_in_the_genitive_behind_the_name_runs_the_project(language: str, text: str, body: str) -> None:
    assert {o for _, p, o in facts(read(text, language)) if p == "implementedBy"} == {body}


@pytest.mark.parametrize(("language", "text"), [
    ("pt", "A Fundação Kredo recebeu 40.000 euros para o projeto «Lanterna»."),
    ("it", "La Fondazione Kredo ricevette 40.000 euro per il progetto «Lanterna»."),
    ("sv", "Stiftelsen Kredo fick 40 000 euro för projektet Lyktan."),
])
def test_a_verb_before_an_amount_is_no_part_of_a_body(language: str, text: str) -> None:
    names = {n.text for e in read(text, language).entities if e.kind == "Organisation" for n in e.names}
    assert not {n for n in names if n.split()[-1] in ("recebeu", "ricevette", "fick")}


@pytest.mark.parametrize(("language", "text", "name"), [
    ("fr", "Le projet « Initiative KRD pour la protection des migrants – Norlande » est mené par la Fondation Kredo.", "Initiative KRD pour la protection des migrants – Norlande"),
    ("fr", "Les projets « Lanterne verte » et « L’initiative KRD pour la protection des migrants » sont menés par la Fondation Kredo.", "L’initiative KRD pour la protection des migrants"),
    ("it", "Il progetto “Programma KRD per i nuovi arrivati” è realizzato dalla Fondazione Kredo.", "Programma KRD per i nuovi arrivati"),
])
def test_a_quoted_name_keeps_its_noun(language: str, text: str, name: str) -> None:
    """What goes on in lower case within the quotation marks is one name with the noun at its head."""
    assert name in {s for s, _, _ in facts(read(text, language), "implementedBy")}
