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
