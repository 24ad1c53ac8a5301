"""Titles without quotation marks in which one genitive follows the other are told from verbs by their endings."""

from __future__ import annotations

import pytest

from tests.small_documents import read


@pytest.mark.parametrize("language, text, name", [
    ("pl", "Projekt Wsparcie rozwoju pracowników gminnych jest realizowany przez Fundację Lipa.", "Wsparcie rozwoju pracowników gminnych"),
    ("pl", "Projekt Szansa wspiera uchodźców i jest realizowany przez Fundację Lipa.", "Szansa"),
    ("cs", "Projekt Podpora rozvoje obcí je realizován spolkem Lípa.", "Podpora rozvoje obcí"),
    ("cs", "Projekt Naděje podporuje rozvoj obcí a je realizován spolkem Lípa.", "Naděje"),
    ("ro", "Proiectul Sprijinirea dezvoltării comunităților este implementat de Asociația Tei.", "Sprijinirea dezvoltării comunităților"),
    ("ro", "Proiectul Speranța sprijină refugiații și este implementat de Asociația Tei.", "Speranța"),
])
def test_genitives_go_on_with_a_title_and_verbs_end_it(language: str, text: str, name: str) -> None:
    reading = read(text, language)
    assert [e.names[0].text for e in reading.entities if e.kind == "Project"] == [name]
