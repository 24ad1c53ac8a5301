"""Countries of origin: said right beside a group that a project serves, in fourteen languages; never hosts, never participants."""
from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import ontology
from ontology.lexicon import languages
from ontology.vocabulary import entries
from tests.small_documents import facts, read

SAID = [
    ("en", "The LANTERN project supports refugees from Syria and Iraq in Malta.", {"SY", "IQ"}),
    ("en", "The LANTERN project helps migrants who have fled from Eritrea.", {"ER"}),
    ("it", "Il progetto LANTERNA sostiene rifugiati provenienti da Siria, Iraq e Afghanistan.", {"SY", "IQ", "AF"}),
    ("de", "Das Projekt LATERNE unterstützt Geflüchtete aus der Ukraine und Syrien.", {"UA", "SY"}),
    ("pl", "Projekt LATARNIA wspiera uchodźców z Ukrainy.", {"UA"}),
    ("es", "El proyecto LINTERNA ayuda a refugiados procedentes de Siria.", {"SY"}),
    ("fr", "Le projet LANTERNE soutient les réfugiés originaires de Syrie.", {"SY"}),
    ("el", "Το έργο ΦΑΝΑΡΙ στηρίζει πρόσφυγες από τη Συρία.", {"SY"}),
    ("nl", "Het project LANTAARN ondersteunt vluchtelingen uit Syrië en Irak.", {"SY", "IQ"}),
    ("sl", "Projekt LUČKA podpira begunce iz Ukrajine.", {"UA"}),
    ("ro", "Proiectul LANTERNA sprijină refugiații din Ucraina.", {"UA"}),
    ("sv", "Projektet LYKTAN stöder flyktingar från Syrien.", {"SY"}),
]
UNSAID = [
    ("en", "The LANTERN project helps young people from Malta and Italy."),
    ("en", "The LANTERN project supports refugees in Malta."),
    ("en", "The LANTERN project does not support refugees from Syria."),
    ("en", "The LANTERN project supports refugees. Its staff come from Syria."),
    ("de", "Das Projekt LATERNE unterstützt Flüchtlinge bei der Rückkehr nach Syrien."),
    ("it", "Il progetto LANTERNA sostiene i rifugiati in Italia."),
]


def origins(text: str, language: str) -> set[str]:
    return {value for _, predicate, value in facts(read(text, language)) if predicate == "originCountry"}


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_origins_are_found(language: str, text: str, expected: set[str]) -> None:
    assert origins(text, language) == expected


@pytest.mark.parametrize(("language", "text"), UNSAID)
def test_what_is_no_origin_is_left_alone(language: str, text: str) -> None:
    assert origins(text, language) == set()


def test_an_origin_is_not_a_country_that_the_project_covers() -> None:
    found = facts(read(SAID[0][1], "en"))
    assert {value for _, predicate, value in found if predicate == "coversCountry"} == {"MT"}


def test_the_table_speaks_of_known_groups_and_languages() -> None:
    table = tomllib.loads((Path(ontology.__file__).parent / "origins.toml").read_text("utf-8"))
    known = {entry.notation for entry in entries().values() if entry.kind == "BeneficiaryGroup"}
    assert set(table["groups"]) <= known and len(table["groups"]) == 18
    assert set(table["between"]) <= set(languages()) and len(table["between"]) == 15
