"""Projects called like the houses that they open."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import facts, prose


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
