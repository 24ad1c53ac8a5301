"""Lists that go on behind words about their first element, where the preposition that led to it stands again."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("text", "language", "payers"), [
    ("The LUMEN project is co-financed by AMIF through the national programme, and by the Kredo Foundation.", "en", {"AMIF", "Kredo Foundation"}),
    ("Il progetto LUMEN è finanziato dal FAMI per il tramite del programma nazionale e dalla Regione Puglia.", "it", {"FAMI", "Regione Puglia"}),
    ("El proyecto LUMEN está financiado por el FAMI a través del programa nacional y por la Generalitat Valenciana.", "es", {"FAMI", "Generalitat Valenciana"}),
    ("Le projet LUMEN est financé par le FAMI au titre du programme national 2021 et par la Ville de Lyon.", "fr", {"FAMI", "Ville de Lyon"}),
    ("Das Projekt LUMEN wird vom AMIF im Rahmen des nationalen Programms und von der Kredo Stiftung gefördert.", "de", {"AMIF", "Kredo Stiftung"})])
def test_the_preposition_takes_a_list_up_again(text: str, language: str, payers: set[str]) -> None:
    assert {o for _, _, o in facts(read(text, language), "fundedBy")} == payers


@pytest.mark.parametrize("text", [
    "The LUMEN project is funded by AMIF through its call for newcomers, and was visited by the Kredo Foundation.",
    "The LUMEN project is funded by AMIF, is run by the Omnia Trust in Malta and by the Kredo Foundation.",
    "The LUMEN project is funded by AMIF. It was opened by the mayor and by the Kredo Foundation."])
def test_another_clause_is_not_taken_up(text: str) -> None:
    assert {o for _, _, o in facts(read(text, "en"), "fundedBy")} == {"AMIF"}
