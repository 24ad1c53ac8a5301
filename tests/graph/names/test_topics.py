"""Offices whose names hold rows of topics, each with its own small words."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

NAMED = [
    ("fr", "Le projet Lanterne est cofinancé par {}.", "Direction départementale de l'emploi, du travail et des solidarités"),
    ("fr", "Le projet Lanterne est cofinancé par {}.", "Ministère de l'emploi et du travail"),
    ("fr", "Le projet Lanterne est cofinancé par le {}.", "ministère du Travail, de la Santé et des Affaires sociales"),
    ("fr", "Le projet Lanterne est cofinancé par la {}.", "Direction de la jeunesse, de l'éducation populaire et de la vie associative"),
    ("it", "Il progetto Lanterna è finanziato dall'{}.", "Assessorato al Lavoro, alla Formazione e alle Politiche sociali della Regione Lazio"),
    ("pt", "O projeto Lanterna é financiado pelo {}.", "Ministério do Trabalho, da Solidariedade e da Segurança Social"),
    ("es", "El proyecto Linterna está financiado por la {}.", "Consejería de Igualdad, Políticas Sociales y Conciliación de la Junta de Andalucía"),
]


@pytest.mark.parametrize(("language", "text", "name"), NAMED)
def test_a_row_of_topics_is_one_name(language: str, text: str, name: str) -> None:
    assert {o for _, _, o in facts(read(text.format(name), language), "fundedBy")} == {name}


APART = [
    ("fr", "Le projet Lanterne est financé par le Ministère de l'emploi et la ville de Brest.", {"Ministère de l'emploi", "ville de Brest"}),
    ("fr", "Le projet Lanterne est financé par le Centre d'accueil et de Caritas.", {"Caritas"}),
    ("it", "Il progetto Lanterna è finanziato dal Ministero dell'Interno e dalla Regione Lazio.", {"Ministero dell'Interno", "Regione Lazio"}),
]


@pytest.mark.parametrize(("language", "text", "names"), APART)
def test_a_further_body_is_none(language: str, text: str, names: set[str]) -> None:
    found = {o for _, _, o in facts(read(text, language), "fundedBy")}
    assert names <= found and not any("Caritas" in name and name != "Caritas" for name in found)
