"""Names that a sentence says that a project has: “The project is called X and is run by Y”."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

CALLED = [
    ("en", "The project is called Steps Ashore and is run by the Kredo Foundation.", "Steps Ashore", "Kredo Foundation"),
    ("fr", "L'initiative s'appelle « Une clé au port ». Elle est portée par la Fondation Kredo.", "Une clé au port", "Fondation Kredo"),
    ("de", "Das Projekt heißt „Licht an“ und wird von der Kredo Stiftung durchgeführt.", "Licht an", "Kredo Stiftung"),
    ("sv", "Projektet heter just Svenska på kajen och drivs av Kredostiftelsen.", "Svenska på kajen", "Kredostiftelsen"),
    ("es", "El proyecto lleva por nombre «Puertas abiertas» y lo gestiona la Fundación Kredo.", "Puertas abiertas", "Fundación Kredo"),
    ("it", "Il progetto si chiama Porte sul Porto ed è realizzato dalla Fondazione Kredo.", "Porte sul Porto", "Fondazione Kredo"),
    ("nl", "Het project draagt de naam ‘Open deuren’ en wordt uitgevoerd door de Kredo Stichting.", "Open deuren", "Kredo Stichting"),
    ("cs", "Projekt nese název Otevřené dveře a realizuje ho Nadace Kredo.", "Otevřené dveře", "Nadace Kredo"),
    ("pl", "Projekt nosi nazwę „Otwarte drzwi” i jest realizowany przez Fundację Kredo.", "Otwarte drzwi", "Fundacja Kredo"),
    ("sl", "Projekt se imenuje »Odprta vrata« in ga izvaja Zavod Kredo.", "Odprta vrata", "Zavod Kredo"),
    ("ro", "Proiectul se numește „Uși deschise” și este implementat de Fundația Kredo.", "Uși deschise", "Fundația Kredo"),
    ("el", "Το έργο ονομάζεται «Ανοιχτές πόρτες» και υλοποιείται από το Ίδρυμα Κρέδο.", "Ανοιχτές πόρτες", "Ίδρυμα Κρέδο"),
    ("hu", "A projekt neve „Nyitott ajtók”, megvalósítója a Kredo Alapítvány.", "Nyitott ajtók", "Kredo Alapítvány"),
    ("mt", "Il-proġett jismu “Bibien Miftuħa” u jitmexxa mill-Fondazzjoni Kredo.", "Bibien Miftuħa", "Fondazzjoni Kredo")]


@pytest.mark.parametrize(("language", "text", "name", "body"), CALLED, ids=[row[0] for row in CALLED])
def test_the_name_and_who_runs_it(language: str, text: str, name: str, body: str) -> None:
    found = {(s, o) for s, _, o in facts(read(text, language), "implementedBy")}
    assert {s for s, _ in found} == {name}
    assert body in {o for _, o in found}
