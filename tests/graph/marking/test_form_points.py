"""Legal forms of single letters: points belong to them, hyphens show other words."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Proiectul Lanterna s-a născut în 2020 și este derulat de Asociația Kredo.", "Asociația Kredo"),
        ("Proiectul Lanterna este derulat de Kredo S.A. și a început în 2020.", "Kredo S.A."),
    ],
)
def test_letters_that_a_hyphen_joins_are_no_legal_form(text: str, body: str) -> None:
    found = facts(read(text, "ro"))
    assert ("Lanterna", "implementedBy", body) in found
    assert not any("s-a" in part for fact in found for part in fact)
