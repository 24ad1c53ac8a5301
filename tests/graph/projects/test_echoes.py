"""Headings that the text says again in another case, and headings that tell of an event."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.projects.echoes import alike
from tests.small_documents import blocks, facts


@pytest.mark.parametrize(("language", "title", "text", "fact"), [
    ("sl", "Krepitev sosedskega dialoga v kraju", "Zavod Kredo izvaja aktivnosti v okviru programa krepitve sosedskega dialoga v kraju, ki ga sofinancira Fundacija Omnia.",
     ("Krepitev sosedskega dialoga v kraju", "fundedBy", "Fundacija Omnia")),
    ("cs", "Posílení sousedské pomoci cizincům", "Nadace Kredo financuje projekt posílení sousedské pomoci cizincům.",
     ("Posílení sousedské pomoci cizincům", "fundedBy", "Nadace Kredo")),
    ("pl", "Wspólna nauka w portowej dzielnicy", "Fundacja Kredo realizuje projekt wspólnej nauki w portowej dzielnicy.",
     ("Wspólna nauka w portowej dzielnicy", "implementedBy", "Fundacja Kredo"))])
def test_a_heading_comes_back_inflected(language: str, title: str, text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(extract(blocks(("title", title), ("prose", text), language=language)))


def test_other_words_are_no_echo() -> None:
    found = extract(blocks(("title", "Krepitev sosedskega dialoga v kraju"), ("prose", "Zavod Kredo izvaja program obnove cest."), language="sl"))
    assert not facts(found, "implementedBy")


@pytest.mark.parametrize(("one", "two", "same"), [
    ("krepitev", "krepitve", True), ("dialoga", "dialog", True), ("v", "v", True), ("v", "na", False), ("pomoc", "pomnik", False),
    ("integracja", "integracji", True)])
def test_forms_of_one_word(one: str, two: str, same: bool) -> None:
    assert alike(one, two) is same


@pytest.mark.parametrize(("language", "title", "name"), [
    ("ro", "COMUNICAT DE PRESĂ – Conferința de lansare a proiectului „Felinar aprins”", "Felinar aprins"),
    ("en", "Press release – launch event of the project “Open Lantern”", "Open Lantern")])
def test_a_heading_that_tells_of_an_event(language: str, title: str, name: str) -> None:
    text = {"ro": "Proiectul este implementat de Fundația Kredo.", "en": "The project is run by the Kredo Foundation."}[language]
    found = facts(extract(blocks(("title", title), ("prose", text), language=language)), "implementedBy")
    assert {s for s, _, _ in found} == {name}


@pytest.mark.parametrize(("language", "text", "name"), [
    ("cs", "Projekt Světlo pro všechny je financován Nadací Kredo.", "Světlo pro všechny"),
    ("pl", "Projekt Światło dla wszystkich jest finansowany przez Fundację Kredo.", "Światło dla wszystkich")])
def test_a_title_for_all(language: str, text: str, name: str) -> None:
    assert {s for s, _, _ in facts(extract(blocks(("prose", text), language=language)), "fundedBy")} == {name}


def test_two_projects_before_their_nouns_stay_two() -> None:
    text = "A Lámpás projekt előzménye a Fároszlop projekt."
    assert ("Lámpás", "follows", "Fároszlop") in facts(extract(blocks(("prose", text), language="hu")))
