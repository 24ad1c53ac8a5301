"""What the words around a quotation say that it is."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts, read


@pytest.mark.parametrize(("language", "text", "name"), [
    ("fr", "Le comité de pilotage de « l’initiative KRD pour la protection des migrants de retour » s’est réuni. Ce projet est financé par la Fondation Kredo.",
     "initiative KRD pour la protection des migrants de retour"),
    ("it", "Si è riunito il comitato de “l’iniziativa KRD per la protezione dei nuovi arrivati”. Il progetto è finanziato dalla Fondazione Kredo.",
     "iniziativa KRD per la protezione dei nuovi arrivati"),
])
def test_a_quotation_that_an_article_and_a_project_noun_begin(language: str, text: str, name: str) -> None:
    assert any(name in s for s, _, _ in facts(read(text, language), "fundedBy"))


def test_projects_listed_with_more_behind_each() -> None:
    text = "Nella prima linea ci sono i progetti “Porto aperto”, con corsi di lingua; “Voci di casa”, realizzato dalla Fondazione Kredo."
    assert {s for s, _, _ in facts(read(text, "it"), "implementedBy")} == {"Voci di casa"}


def test_the_strand_of_a_fund_that_pays_is_no_project() -> None:
    """The heading names the project, though the line below it quotes a strand."""
    reading = extract(blocks(("heading", "Together – Un ponte verso domani"),
                             ("prose", "Finanziato dalla Fondazione Kredo, nel quadro del Programma Erasmus+ “Giovani in cammino”."),
                             ("prose", "Il progetto, iniziato ad aprile 2017, aiuta i rifugiati."), language="it"))
    assert {s for s, _, o in facts(reading, "fundedBy") if o == "Fondazione Kredo"} == {"Together – Un ponte verso domani"}


@pytest.mark.parametrize(("language", "text", "body"), [
    ("en", "The charity “Project Home” runs the Lantern project for refugees.", "Project Home"),
    ("fr", "L'association « Projet Toit » porte le projet Lanterne pour les réfugiés.", "Projet Toit"),
    ("es", "La asociación «Proyecto Hogar» desarrolla el proyecto Linterna para refugiados.", "Proyecto Hogar"),
    ("el", "Το σωματείο «Δράση Ζωής» υλοποιεί το έργο «Φανάρι» για πρόσφυγες.", "Δράση Ζωής"),
    ("hu", "A „Projekt Otthon” Egyesület valósítja meg a Lámpás projektet menekülteknek.", "Projekt Otthon"),
    ("uk", "Громадська організація «Проєкт Дім» реалізує проєкт «Ліхтар» для біженців.", "Проєкт Дім")])
def test_a_body_may_be_called_project(language: str, text: str, body: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "implementedBy")} == {body}
