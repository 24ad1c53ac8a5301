"""Adjectives in lower case inside the names of bodies."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text", "body"), [
    ("fr", "Le projet Lanterne est mené par la Fédération de l'Entraide protestante.", "Fédération de l'Entraide protestante"),
    ("fr", "Le projet Lanterne est mené par le Centre communal d'action sociale de Brest.", "Centre communal d'action sociale de Brest"),
    ("fr", "Le projet Lanterne est mené par l'École de promotion sociale Est-Kredo.", "École de promotion sociale Est-Kredo"),
    ("it", "Il progetto Lanterna è realizzato dalla Federazione delle Chiese evangeliche e dal Comune di Lodi.", "Federazione delle Chiese evangeliche"),
    ("it", "Il progetto Lanterna è realizzato dal Ministero dell'Interno italiano.", "Ministero dell'Interno"),
    ("fr", "Le projet Lanterne est mené par la Délégation de Malte catholique et fidèle.", "Délégation de Malte"),
])
def test_adjectives_behind_what_a_head_noun_governs(language: str, text: str, body: str) -> None:
    assert body in {o for _, _, o in facts(read(text, language), "implementedBy")}
