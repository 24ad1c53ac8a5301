"""Nouns for what is done that stand for "project": joined to a name, before "called", or saying what a name is."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

JOINED = [
    ("fi", "Valo-kerhoon tulee turvapaikanhakijoita. Kerhoa pyörittää Omnia ry.", "Valo", "Omnia ry"),
    ("fi", "Uusi valo -kurssi on tarkoitettu maahanmuuttajille. Kurssin järjestää Omnia ry.", "Uusi valo", "Omnia ry"),
    ("fi", "Uutta on Valo-toiminta, jota pyörittää Omnia ry.", "Valo", "Omnia ry"),
]
CALLED = [
    ("en", "A course called Open Doors helps refugees. Open Doors is run by the Kredo Foundation.", "Open Doors", "Kredo Foundation"),
    ("de", "Lichter Hafen ist ein Angebot des Vereins Omnia, das Geflüchteten hilft.", "Lichter Hafen", "Verein Omnia"),
    ("en", "Open Doors, a drop-in for refugees, is run by the Kredo Foundation.", "Open Doors", "Kredo Foundation"),
    ("de", "Lichter Hafen – ein Kurs für Geflüchtete – wird vom Verein Omnia angeboten.", "Lichter Hafen", "Verein Omnia"),
]


@pytest.mark.parametrize(("language", "text", "project", "body"), JOINED + CALLED)
def test_a_noun_for_what_is_done_names_a_project(language: str, text: str, project: str, body: str) -> None:
    assert (project, "implementedBy", body) in facts(read(text, language))


@pytest.mark.parametrize(("language", "text"), [
    ("fi", "S2-kurssi on tarkoitettu maahanmuuttajille. Kurssin järjestää Omnia ry."),
    ("fi", "Omnia ry:n kerho kokoaa pakolaisia. Kerhoa pyörittää Omnia ry."),
    ("en", "The Kredo Foundation is a network for refugees. It is run by the Omnia Foundation."),
    ("en", "UNHCR is a service for refugees, run by the Kredo Foundation."),
    ("nl", "Vluchtelingenhuis Kredo is een ontmoetingsplek voor vluchtelingen, geleid door de stad Gent."),
    ("de", "Der Verein Omnia ist ein Angebot der Stadt. Er wird von der Kredo-Stiftung getragen."),
])
def test_other_things_are_no_projects(language: str, text: str) -> None:
    assert not facts(read(text, language), "implementedBy")
