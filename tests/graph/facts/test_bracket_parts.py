"""Brackets behind bodies that say which part they have in a project."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(("language", "text"), [
    ("it", "Il progetto LANTERNA è realizzato in partenariato con la Cooperativa Kredo (capofila), l'Associazione Omnia e il Comune di Siena."),
    ("fr", "Le projet LANTERNE réunit la Coopérative Kredo (chef de file) et l'Association Omnia."),
    ("es", "El proyecto LINTERNA reúne a la Cooperativa Kredo (España, entidad coordinadora) y a la Asociación Omnia."),
    ("en", "The LANTERN project brings together the Kredo Cooperative (lead partner) and the Omnia Association."),
])
def test_the_lead_in_a_bracket(language: str, text: str) -> None:
    found = {o for _, _, o in facts(read(text, language), "implementedBy")}
    assert len(found) == 1
    assert "Kredo" in found.pop()


def test_what_sort_of_body_it_is_says_no_part() -> None:
    assert facts(read("El proyecto LINTERNA visitó la Asociación Omnia (ONG).", "es"), "implementedBy") == set()
