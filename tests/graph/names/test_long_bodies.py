"""Bodies whose names go on in small letters: rows of adjectives, acronyms in a bracket, regions of several words."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text", "body"), [
    ("it", "Il progetto LANTERNA è promosso dall'Associazione culturale, sportiva e ricreativa Fontenuova.", "Associazione culturale, sportiva e ricreativa Fontenuova"),
    ("es", "El proyecto LINTERNA es ejecutado por la Asociación cultural y deportiva Omnia.", "Asociación cultural y deportiva Omnia"),
    ("pt", "O projeto LANTERNA é promovido pela Associação Desportiva, Recreativa e Educativa da Fonte.", "Associação Desportiva, Recreativa e Educativa da Fonte"),
    ("fr", "Le projet LANTERNE est porté par l'Association culturelle et sportive Kredo.", "Association culturelle et sportive Kredo"),
    ("it", "Il progetto LANTERNA è promosso dall'Istituto sociologico per le ricerche urbane ETS (ISRU).", "Istituto sociologico per le ricerche urbane ETS"),
])
def test_small_words_belong_to_the_name(language: str, text: str, body: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "implementedBy")} == {body}


def test_an_acronym_that_does_not_spell_the_words_takes_none_of_them() -> None:
    found = facts(read("Il progetto LANTERNA aiuta l'Istituto sociologico per le ricerche urbane (KRX).", "it"))
    assert not any("ricerche urbane" in o for _, _, o in found)


def test_a_region_of_several_words_is_a_body_behind_its_noun() -> None:
    found = facts(read("Le projet LANTERNE est financé par le FAMI et la Région Île-de-France.", "fr"), "fundedBy")
    assert {o for _, _, o in found} == {"FAMI", "Région Île-de-France"}


@pytest.mark.parametrize(("text", "payers"), [
    ("Het project LUMEN wordt gefinancierd door het ministerie van Volksgezondheid, Welzijn en Sport (VWS).", {"ministerie van Volksgezondheid, Welzijn en Sport"}),
    ("Het project LUMEN wordt gefinancierd door het ministerie van Onderwijs, Cultuur en Wetenschap en Stichting Kredo.", {"ministerie van Onderwijs, Cultuur en Wetenschap", "Stichting Kredo"})])
def test_topics_in_capitals_belong_to_a_ministry_in_lower_case(text: str, payers: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, "nl"), "fundedBy")} == payers


def test_bodies_behind_a_ministry_in_lower_case_are_others() -> None:
    text = "Het project LUMEN wordt gefinancierd door het ministerie van Justitie, Stichting Kredo en de gemeente Ede."
    assert len(facts(read(text, "nl"), "fundedBy")) == 3
