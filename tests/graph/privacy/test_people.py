"""Who is named, and who must stay unnamed: without a public role that the text states, a person is private."""
from __future__ import annotations

import pytest

from graph.privacy.people import given_names
from tests.small_documents import read

needs_names = pytest.mark.skipif(len(given_names()) < 1000, reason="ontology/authorities/given-names.txt is not there")
PRIVATE = [
    ("en", "Maria Rossi, who fled from Mali, joined the LANTERN project.", "Maria Rossi"),
    ("en", "“I found work”, says Ahmed from Syria about the LANTERN project.", "Ahmed"),
    ("it", "Fatima Diallo ha partecipato al progetto LANTERNA.", "Fatima Diallo"),
    ("de", "Amina Yusuf lernt im Projekt LATERNE Deutsch.", "Amina Yusuf"),
    ("en", "Fatima, a mother of two, was helped by the LANTERN project.", "Fatima"),
]
PUBLIC = [
    ("en", "Maria Rossi, project manager at the Kredo Foundation, opened the day.", "Maria Rossi"),
    ("it", "Maria Rossi, responsabile di progetto della Fondazione Kredo, ha aperto la giornata.", "Maria Rossi"),
]


def _private(text: str, language: str) -> set[str]:
    return {text[span.start : span.end] for span in read(text, language).private}


@needs_names
@pytest.mark.parametrize(("language", "text", "name"), PRIVATE)
def test_people_without_a_public_role_are_private(language: str, text: str, name: str) -> None:
    assert name in _private(text, language)
    assert name not in {n.text for e in read(text, language).entities for n in e.names}


@needs_names
@pytest.mark.parametrize(("language", "text", "name"), PUBLIC)
def test_people_in_a_public_role_are_named(language: str, text: str, name: str) -> None:
    assert name not in _private(text, language)
    assert {(e.kind, e.names[0].text) for e in read(text, language).entities} >= {("Person", name)}


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The Kredo Foundation funds the LANTERN project."), ("it", "Il Comune di Certaldo realizza il progetto LANTERNA."),
    ("en", "In Italy, Malta and Graz the LANTERN project helps refugees.")])
def test_bodies_and_places_are_no_people(language: str, text: str) -> None:
    assert _private(text, language) == set()


def test_given_names_are_folded() -> None:
    assert all(name == name.lower() and name.strip() for name in given_names())
