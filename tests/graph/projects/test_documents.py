"""Titles that say which project a document is about."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts


@pytest.mark.parametrize(("language", "title", "name", "text"), [
    ("en", "Action Document for Support to the Inclusion of Returnees in Harbour Towns – “LANTERN”", "Support to the Inclusion of Returnees in Harbour Towns", "The action is co-financed by the Kredo Foundation."),
    ("en", "Terms of reference for the final evaluation of the project Light for Newcomers", "Light for Newcomers", "The project is funded by the Kredo Foundation."),
    ("fr", "Document d'action pour le Renforcement de l'accueil dans les ports", "Renforcement de l'accueil dans les ports", "Le projet est financé par la Fondation Kredo."),
    ("es", "Documento de acción para el Refuerzo de la acogida en los puertos", "Refuerzo de la acogida en los puertos", "El proyecto está financiado por la Fundación Kredo."),
    ("it", "Scheda progetto: Lanterna per i porti del Sud", "Lanterna per i porti del Sud", "Il progetto è finanziato dalla Fondazione Kredo.")])
def test_the_rest_of_the_title_is_the_projects_name(language: str, title: str, name: str, text: str) -> None:
    reading = extract(blocks(("title", title), ("prose", text), language=language))
    assert {s for s, _, _ in facts(reading, "fundedBy")} == {name}


def test_a_heading_of_the_document_or_a_fund_is_no_project() -> None:
    reading = extract(blocks(
        ("title", "Action Document for Support to Returnees in Harbour Towns"), ("heading", "1.2. Summary of the Action"),
        ("prose", "The Action will be paid for in 2031. The action is funded by the Kredo Foundation.")))
    assert {s for s, _, _ in facts(reading)} == {"Support to Returnees in Harbour Towns"}
    reading = extract(blocks(("title", "Action Document for AMIF"), ("prose", "It is paid by the Kredo Foundation.")))
    assert not any(e.kind == "Project" for e in reading.entities)
