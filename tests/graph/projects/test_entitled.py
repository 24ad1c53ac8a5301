"""Names behind a project noun, what kind of project it is, and "called"."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

CALLED = [
    ("es", "Aquí se realiza el proyecto de investigación denominado Los Caminos del Puerto, a cargo de la Fundación Kredo.", "Los Caminos del Puerto"),
    ("es", "La villa acoge el proyecto de investigación y acción llamado Faroles, a cargo de la Fundación Kredo.", "Faroles"),
    ("es", "La villa acoge el proyecto de investigación “Los caminos del puerto”, a cargo de la Fundación Kredo.", "Los caminos del puerto"),
    ("it", "Il comune ospita il progetto di accoglienza diffusa denominato Le Strade del Porto, realizzato dalla Fondazione Kredo.", "Le Strade del Porto"),
    ("fr", "La ville accueille le projet de recherche intitulé Les Chemins du port, porté par la Fondation Kredo.", "Les Chemins du port"),
    ("pt", "A cidade acolhe o projeto de investigação intitulado “Caminhos do porto”, promovido pela Fundação Kredo.", "Caminhos do porto"),
    ("en", "The town hosts the research project on housing called Wide Doors, run by the Kredo Foundation.", "Wide Doors"),
]


@pytest.mark.parametrize(("language", "text", "name"), CALLED)
def test_described_and_then_called(language: str, text: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "implementedBy")} == {name}


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The project of a guide called Wide Doors is run by the Kredo Foundation."),
    ("en", "The project produced books called Wide Doors, and is run by the Kredo Foundation."),
    ("es", "El programa contra el sida de una casa llamada Los Faroles está a cargo de la Fundación Kredo."),
    ("fr", "Le projet de la maison appelée Les Faroles est porté par la Fondation Kredo."),
    ("it", "Il progetto per centri culturali chiamati Le Lanterne è realizzato dalla Fondazione Kredo."),
])
def test_another_thing_is_called_so(language: str, text: str) -> None:
    named = {s.split()[-1] for s, _, _ in facts(read(text, language), "implementedBy")}
    assert not named & {"Doors", "Faroles", "Lanterne"}
