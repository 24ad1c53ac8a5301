"""Projects called like the houses that they open."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import facts, names_of, prose, read


@pytest.mark.parametrize(("language", "text", "name"), [
    ("en", "The Kredo Foundation launched the project Harbour Learning Centre, which supports refugees.", "Harbour Learning Centre"),
    ("de", "Die Kredo-Stiftung startet das Projekt Begegnungszentrum Linde, das Geflüchtete unterstützt.", "Begegnungszentrum Linde"),
    ("it", "La Fondazione Kredo ha avviato il progetto Centro Lanterna, che sostiene i rifugiati.", "Centro Lanterna"),
    ("fr", "La Fondation Kredo a lancé le projet Maison Lanterne, qui soutient les réfugiés.", "Maison Lanterne"),
    ("pl", "Fundacja Kredo rozpoczęła projekt Centrum Integracji Sąsiedzkiej, skierowany do cudzoziemców.", "Centrum Integracji Sąsiedzkiej"),
    ("cs", "Nadace Kredo zahájila projekt Komunitní centrum Lípa, který podporuje cizince.", "Komunitní centrum Lípa"),
    ("ro", "Fundația Kredo implementează proiectul Centrul Comunitar Lumina, care sprijină refugiații.", "Centrul Comunitar Lumina")])
def test_a_house_is_the_project(language: str, text: str, name: str) -> None:
    assert {s for s, _, _ in facts(extract(prose(text, language=language)), "implementedBy")} == {name}


@pytest.mark.parametrize(("language", "text"), [
    ("pl", "Projekt „Latarnia” wspiera cudzoziemców. To projekt Centrum Kredo."),
    ("cs", "Projekt Centra Kredo podporuje cizince v Praze."),
    ("pl", "Projekt Fundacji Kredo wspiera cudzoziemców.")])
def test_an_owner_is_none(language: str, text: str) -> None:
    found = facts(extract(prose(text, language=language)))
    assert not {s for s, _, _ in found if "Kredo" in s}


@pytest.mark.parametrize(("language", "text", "name"), [
    ("en", "The Open School project, funded by AMIF, helps refugees.", "Open School"),
    ("en", "The House of Hope project, funded by AMIF, helps refugees.", "House of Hope"),
    ("hu", "A Nyitott Iskola projekt, amelyet az AMIF finanszíroz, menekülteknek segít.", "Nyitott Iskola"),
    ("fr", "Le projet École ouverte, financé par le FAMI, aide les réfugiés.", "École ouverte"),
    ("cs", "Projekt Otevřená škola, financovaný z AMIF, pomáhá uprchlíkům.", "Otevřená škola"),
    ("sl", "Projekt Odprta šola 2.0, financiran iz AMIF, pomaga beguncem.", "Odprta šola 2.0"),
    ("sv", "Projektet Öppen skola 2.0, finansierat av AMIF, hjälper flyktingar.", "Öppen skola 2.0"),
    ("pl", "Fundacja Kredo realizuje projekt pn. Szkoła Otwarta 2.0, finansowany z FAMI.", "Szkoła Otwarta 2.0"),
    ("de", "Der Verein Kredo führt das Projekt mit dem Titel Offene Schule durch.", "Offene Schule")])
def test_a_house_beside_the_noun_is_the_project(language: str, text: str, name: str) -> None:
    assert [names[0] for names in names_of(read(text, language))] == [name]


@pytest.mark.parametrize("text", [
    "The Lantern project helps refugees. It is an Open School project.",
    "The Kredo Foundation project, funded by AMIF, helps refugees."])
def test_a_house_that_stands_for_itself_is_a_body(text: str) -> None:
    assert not {"Open School", "Kredo Foundation"} & {name for names in names_of(read(text)) for name in names}
