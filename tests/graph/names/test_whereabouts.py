"""Bodies that are named only to say where something is are places."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import facts, prose


@pytest.mark.parametrize(("language", "text", "place"), [
    ("it", "Il progetto Lanterna si svolge nel Comune di Novara.", "Novara"),
    ("pl", "Projekt „Latarnia” jest realizowany w Gminie Wierzbów.", "Wierzbów"),
    ("pl", "Projekt „Latarnia” jest realizowany na terenie województwa pomorskiego.", "województwa pomorskiego"),
    ("cs", "Projekt Maják probíhá ve Městě Mělník.", "Mělník"),
    ("el", "Το έργο «Φανάρι» υλοποιείται στην Περιφέρεια Κεντρικής Μακεδονίας.", "Κεντρικής Μακεδονίας"),
    ("el", "Το έργο «Φανάρι» υλοποιείται στον Δήμο Μελισσών.", "Μελισσών"),
    ("hu", "A „Lámpás” projekt Baranya megyében valósul meg.", "Baranya megyében")])
def test_where_something_is(language: str, text: str, place: str) -> None:
    assert [o for _, _, o in facts(extract(prose(text, language=language)), "takesPlaceIn")] == [place]


@pytest.mark.parametrize(("language", "text"), [
    ("it", "Il progetto Lanterna è realizzato dal Comune di Novara."), ("pl", "Projekt „Latarnia” realizuje Gmina Wierzbów."),
    ("el", "Το έργο «Φανάρι» υλοποιείται από τον Δήμο Μελισσών.")])
def test_who_does_something(language: str, text: str) -> None:
    found = extract(prose(text, language=language))
    assert facts(found, "implementedBy") and not facts(found, "takesPlaceIn")
