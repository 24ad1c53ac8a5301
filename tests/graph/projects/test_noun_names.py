"""Names that begin with a capitalised project noun and say what it is for."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("lang", "text", "name"), [
    ("fr", "L’Initiative conjointe KRF-ORM pour la protection des migrants a été financée par la Fondation Kredo.", "Initiative conjointe KRF-ORM pour la protection des migrants"),
    ("es", "La Iniciativa conjunta KRF-ORM para la protección de los migrantes es financiada por la Fundación Kredo.", "Iniciativa conjunta KRF-ORM para la protección de los migrantes"),
    ("it", "Il lavoro rientra nell'Iniziativa congiunta KRF-ORM per la protezione dei migranti, finanziata dalla Fondazione Kredo.", "Iniziativa congiunta KRF-ORM per la protezione dei migranti"),
])
def test_the_noun_is_a_part_of_the_name(lang: str, text: str, name: str) -> None:
    assert name in {subject for subject, predicate, _ in facts(read(text, lang)) if predicate == "fundedBy"}


@pytest.mark.parametrize("text", [
    "Le Projet mené pour les femmes réfugiées à Lyon se termine.", "Le projet Lanterne est financé par le Programme national pour l'intégration des migrants."])
def test_a_capital_out_of_respect_or_a_fund_is_no_project(text: str) -> None:
    assert not {s for s, _, _ in facts(read(text, "fr"))} - {"Lanterne"}


def test_a_title_in_title_case_behind_the_noun_and_for() -> None:
    text = "He opened the Project for Construction of Vocational Training Facilities, funded by the Kredo Foundation."
    assert ("Project for Construction of Vocational Training Facilities", "fundedBy", "Kredo Foundation") in facts(read(text))
