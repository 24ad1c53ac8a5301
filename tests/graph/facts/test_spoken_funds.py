"""Known funds that a page about a project speaks of without a word for paying."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

START = {"en": "The LANTERN project trains migrants in Malta.", "de": "Das Projekt LATERNE schult Geflüchtete in Graz.",
         "it": "Il progetto LANTERNA forma rifugiati a Torino.", "fr": "Le projet LANTERNE forme des réfugiés à Lyon.",
         "sv": "Projektet LYKTAN utbildar flyktingar i Malmö.", "pl": "Projekt LATARNIA szkoli uchodźców w Łodzi."}


@pytest.mark.parametrize(("language", "rest"), [
    ("en", "Three quarters of it all come out of AMIF."), ("de", "Drei Viertel davon kommen aus dem AMIF."),
    ("it", "I tre quarti vengono dal FAMI."), ("fr", "Les trois quarts viennent du FAMI."),
    ("sv", "Tre fjärdedelar kommer från AMIF."), ("pl", "Trzy czwarte pochodzi z FAMI."),
])
def test_a_fund_that_is_spoken_of_pays(language: str, rest: str) -> None:
    assert len(facts(read(f"{START[language]} {rest}", language), "fundedBy")) == 1


@pytest.mark.parametrize(("language", "rest"), [
    ("en", "It is not paid by AMIF."), ("en", "A bid for AMIF money is being written."),
    ("en", "It builds on earlier AMIF projects."), ("de", "Beim AMIF wurde ein Antrag gestellt."),
    ("it", "È stata presentata una domanda di finanziamento al FAMI."), ("fr", "Le FAMI a été sollicité."),
    ("sv", "Föreningen har sökt pengar från AMIF."), ("pl", "Fundacja złożyła wniosek do FAMI."),
])
def test_what_is_denied_sought_or_others_is_no_funding(language: str, rest: str) -> None:
    assert not facts(read(f"{START[language]} {rest}", language), "fundedBy")
