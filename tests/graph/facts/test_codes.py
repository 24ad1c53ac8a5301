"""Codes behind the label of a code inside a sentence, and numbers that are none."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

START = {"en": "LANTERN is a project that trains migrants in Malta", "it": "LANTERNA è un progetto per rifugiati", "fr": "LANTERNE est un projet pour les réfugiés",
         "es": "FAROL es un proyecto para refugiados", "pl": "LATARNIA to projekt dla uchodźców"}


@pytest.mark.parametrize(("language", "rest", "code"), [
    ("en", ". The project number is 2021-1-AT01-KA220-ADU-000033333.", "2021-1-AT01-KA220-ADU-000033333"),
    ("en", ". Grant Agreement No. 101084321.", "101084321"),
    ("en", " under grant agreement number 870930.", "870930"),
    ("it", ". Il codice del progetto è PROG-2735.", "PROG-2735"),
    ("fr", ". Le numéro de projet est 2021-1-FR01-KA220-ADU-000033333.", "2021-1-FR01-KA220-ADU-000033333"),
    ("es", ". Número de proyecto: 2021-1-ES01-KA220-ADU-000033333.", "2021-1-ES01-KA220-ADU-000033333"),
    ("pl", ". Numer projektu: 2021-1-PL01-KA220-ADU-000033333.", "2021-1-PL01-KA220-ADU-000033333"),
])
def test_a_code_behind_its_label(language: str, rest: str, code: str) -> None:
    assert {o for _, _, o in facts(read(START[language] + rest, language), "code")} == {code}


@pytest.mark.parametrize("rest", [
    ". It reached 870930 people.", ". Registered charity number 870930.", ". The number of participants is 101084.", ". Call 0800 870930 for help.", ". The grant is 250000."])
def test_other_numbers_are_none(rest: str) -> None:
    assert not facts(read(START["en"] + rest), "code")
