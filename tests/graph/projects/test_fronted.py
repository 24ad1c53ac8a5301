"""Names that a clause at the head of a sentence calls a project, or says to be run and paid for."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read

CASES = [
    ("fr", "Projet pilote porté par la Fondation Kredo, Lantern aide 47 réfugiés à trouver un emploi."),
    ("it", "Progetto pilota promosso dalla Fondazione Kredo, Lantern aiuta 47 rifugiati."),
    ("es", "Proyecto piloto impulsado por la Fundación Kredo, Lantern ayuda a 47 refugiados."),
    ("pt", "Projeto-piloto promovido pela Fundação Kredo, o Lantern ajuda 47 refugiados."),
    ("en", "Run by the Kredo Foundation and funded by AMIF, Lantern helps 47 refugees find work."),
    ("fr", "Porté par la Fondation Kredo et financé par le FAMI, Lantern aide 47 réfugiés."),
    ("it", "Gestito dalla Fondazione Kredo e finanziato dal FAMI, Lantern aiuta 47 rifugiati."),
    ("es", "Gestionado por la Fundación Kredo y financiado por el FAMI, Lantern ayuda a 47 refugiados."),
    ("pl", "Realizowany przez Fundację Kredo i finansowany z FAMI, Lantern pomaga 47 uchodźcom."),
]
NONE = [
    ("en", "Led by the Kredo Foundation, Omnia helps 47 refugees find work."),
    ("en", "The project over, the work of the Kredo Foundation, Omnia helps 47 refugees."),
    ("fr", "Formation portée par la Fondation Kredo, Gestion des conflits, Outils de travail."),
    ("es", "Iniciativa promovida por la Fundación Kredo, Hilos que Hablan reúne a bordadoras."),
]


@pytest.mark.parametrize(("language", "text"), CASES)
def test_what_a_clause_at_the_head_tells_is_said_of_the_name_behind_it(language: str, text: str) -> None:
    (fact,) = facts(read(text, language), "implementedBy")
    assert fact[0] == "Lantern" and "Kredo" in fact[2]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_a_clause_that_is_said_of_anything_names_no_project(language: str, text: str) -> None:
    found = read(text, language)
    assert not [*facts(found, "implementedBy"), *facts(found, "targets")]
