"""One plain word that opens a sentence and is called a project there."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

CALLED = [
    ("en", "Lantern is a two-year project (2021-2023) co-funded by the European Union's AMIF programme.", "Lantern"),
    ("it", "Lanterna è un progetto finanziato dal FAMI e gestito dalla Fondazione Kredo.", "Lanterna"),
    ("es", "Linterna es un proyecto de la Fundación Kredo financiado por el FAMI.", "Linterna"),
    ("fi", "Lyhty on Kredo-säätiön hanke, jota rahoittaa AMIF.", "Lyhty"),
]
NOT = ["Education is a project of us all, funded by AMIF.", "Linden is the site of a project funded by AMIF.", "Anna is in charge of a project funded by AMIF."]


@pytest.mark.parametrize(("language", "text", "name"), CALLED)
def test_what_is_said_to_be_a_project_is_one(language: str, text: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "fundedBy")} == {name}


@pytest.mark.parametrize("text", NOT)
def test_a_theme_a_place_or_a_person_is_none(text: str) -> None:
    assert not {s for s, _, _ in facts(read(text, "en"), "fundedBy")} & {"Education", "Linden", "Anna"}
