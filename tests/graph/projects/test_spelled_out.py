"""Names that begin with the project noun and end in a bracket with their initials."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import prose


def named(text: str, language: str) -> set[str]:
    return {e.names[0].text for e in extract(prose(text, language=language)).entities if e.kind == "Project"}


@pytest.mark.parametrize(("text", "language", "name"), [
    ("Un atelier se tient dans le cadre du projet de Coopération régionale sur les migrations (PCRM), qui aide les réfugiés.", "fr",
     "Coopération régionale sur les migrations"),
    ("Le Projet d'Appui à la Réinsertion des Migrants (PARM) est financé par la Fondation Kredo.", "fr", "Projet d'Appui à la Réinsertion des Migrants"),
    ("El Programa de Apoyo a la Integración de Migrantes (PAIM) es financiado por la Fundación Kredo.", "es",
     "Programa de Apoyo a la Integración de Migrantes"),
    ("O projeto de Acolhimento Integrado de Refugiados (PAIR) é financiado pela Fundação Kredo.", "pt", "Acolhimento Integrado de Refugiados"),
    ("Il progetto di Inclusione socio-lavorativa dei migranti (PRISMA) è finanziato dalla Fondazione Kredo.", "it",
     "Inclusione socio-lavorativa dei migranti"),
    ("The Project for the Integration of Young Migrants (PIYM) is funded by the Kredo Foundation.", "en",
     "Project for the Integration of Young Migrants"),
    ("Program Wsparcia Integracji Migrantów (PWIM) jest finansowany przez Fundację Kredo.", "pl", "Program Wsparcia Integracji Migrantów")])
def test_the_noun_and_its_initials_hold_a_name(text: str, language: str, name: str) -> None:
    assert named(text, language) == {name}


@pytest.mark.parametrize(("text", "language"), [
    ("Le projet de l'Association des Familles Immigrées (AFI) est financé par la Fondation Kredo.", "fr"),
    ("El programa de menores extranjeros no acompañados (MENA) está financiado por la Fundación Kredo.", "es"),
    ("Les projets de Service Volontaire Norlandais (SVN) sont financés par la Fondation Kredo.", "fr"),
    ("The programme of the Norland Refugee Board (NRB) is funded by the Kredo Foundation.", "en")])
def test_bodies_terms_and_plurals_name_nothing(text: str, language: str) -> None:
    assert named(text, language) == set()


def test_the_initials_stand_for_the_project_later_on() -> None:
    reading = extract(prose("O Programa de Apoio à Integração de Migrantes (PAIM) apoia refugiados. O projeto PAIM é financiado pela Fundação Kredo.",
                            language="pt"))
    projects = [e for e in reading.entities if e.kind == "Project"]
    assert [e.acronyms for e in projects] == [("PAIM",)]
    assert "fundedBy" in {s.predicate for s in reading.statements if s.subject == projects[0].key}
