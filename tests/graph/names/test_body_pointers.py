"""Bodies that a text names once and then calls by their head noun alone."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

CALLED = [
    ("en", "The Kredo Foundation helps refugees in Linden. The Foundation runs the Lantern project.", "Kredo Foundation"),
    ("es", "La Fundación Kredo ayuda a refugiados. La Fundación gestiona el proyecto «Linterna».", "Fundación Kredo"),
    ("de", "Die Kredo Stiftung hilft Geflüchteten. Die Stiftung führt das Projekt „Laterne“ durch.", "Kredo Stiftung"),
    ("it", "Il Comune di Bari aiuta i rifugiati. Il Comune gestisce il progetto «Lanterna».", "Comune di Bari"),
    ("fr", "La Ville de Lyon aide les réfugiés. La Ville pilote le projet « Lanterne ».", "Ville de Lyon"),
    ("pl", "Fundacja Kredo pomaga uchodźcom. Fundacja prowadzi projekt „Latarnia”.", "Fundacja Kredo"),
    ("sv", "Stiftelsen Kredo hjälper flyktingar. Stiftelsen driver projektet Lyktan.", "Stiftelsen Kredo"),
    ("pt", "A Fundação Kredo ajuda refugiados. A Fundação promove o projeto “Lanterna”.", "Fundação Kredo"),
]
NOT = [
    ("en", "The Kredo Foundation and the Omnia Foundation met. The Foundation runs the Lantern project."),  # which?
    ("en", "The Foundation runs the Lantern project. The Kredo Foundation helps refugees."),  # not named yet
    ("en", "The Kredo Foundation helps refugees. A foundation runs the Lantern project."),
]


@pytest.mark.parametrize(("language", "text", "body"), CALLED)
def test_a_head_noun_alone_means_the_body_that_was_named(language: str, text: str, body: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "implementedBy")} == {body}


@pytest.mark.parametrize(("language", "text"), NOT)
def test_it_means_none_where_two_have_it_or_none_was_named(language: str, text: str) -> None:
    assert not facts(read(text, language), "implementedBy")
