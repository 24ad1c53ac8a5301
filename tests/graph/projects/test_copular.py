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


@pytest.mark.parametrize(("language", "text", "name"), [
    ("en", "The Kredo Foundation, together with Omnia Ltd, has launched Lantern, a project that helps refugees find work.", "Lantern"),
    ("it", "La Fondazione Kredo ha lanciato Lanterna, un progetto che aiuta i rifugiati.", "Lanterna"),
    ("fr", "La Fondation Kredo a lancé Lanterne, un projet qui aide les réfugiés.", "Lanterne"),
    ("nl", "Stichting Kredo lanceert Lantaarn, een project voor vluchtelingen.", "Lantaarn")])
def test_a_project_behind_a_verb_and_a_comma_is_told_in_passing(language: str, text: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "implementedBy")} == {name}


@pytest.mark.parametrize("text", ["With Linden, a project for refugees has begun, run by the Kredo Foundation.", "The Kredo Foundation has visited Linden, a town with a project for refugees."])
def test_a_town_is_none(text: str) -> None:
    assert "Linden" not in {s for s, _, _ in facts(read(text, "en"), "implementedBy")}
