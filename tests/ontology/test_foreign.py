"""Names of bodies in other languages than the text's own."""
from __future__ import annotations

import pytest

from ontology.foreign import with_foreign
from tests.small_documents import facts, read

TEXTS = [
    ("en", "The Lantern project is run by Kredo Aid. The partners are Conseil pour les Réfugiés (Belgium), Consiglio Italiano per i Rifugiati (Italy) and Nadace Vega (Czech Republic).",
     "hasPartner", {"Conseil pour les Réfugiés", "Consiglio Italiano per i Rifugiati", "Nadace Vega"}),
    ("de", "Das Projekt Laterne wird von der Fondazione Kredo, der Universidad de Granada und dem Refugee Council geleitet.",
     "implementedBy", {"Fondazione Kredo", "Universidad de Granada", "Refugee Council"}),
    ("it", "Il progetto Lanterna è realizzato da Fundación Kredo, Stichting Omnia, Universität Graz e dalla Gmina Lublin.",
     "implementedBy", {"Fundación Kredo", "Stichting Omnia", "Universität Graz", "Gmina Lublin"}),
    ("fr", "Le projet Lanterne est porté par Fondazione Kredo, en partenariat avec Stichting Omnia et le Danish Refugee Council.",
     "hasPartner", {"Stichting Omnia", "Danish Refugee Council"}),
]


@pytest.mark.parametrize(("language", "text", "predicate", "bodies"), TEXTS)
def test_bodies_keep_their_own_language(language: str, text: str, predicate: str, bodies: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, language), predicate)} == bodies


def test_a_language_s_own_words_go_before() -> None:
    words, nouns = with_foreign("xx", {"joiners": ("na",), "stop": ("pour", "per")}, {"organisation": ("gmina",), "place": ("comune",)})
    assert words["joiners"][0] == "na" and {"für die", "na rzecz"} <= set(words["joiners"])
    assert not any(joiner.split()[0] in ("pour", "per") for joiner in words["joiners"])
    assert nouns["organisation"].count("gmina") == 1 and "comune" not in nouns["organisation"] and "stichting" in nouns["organisation"]
