"""Headings and lists that say which projects follow, and sentences that name another project than the page's."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts


@pytest.mark.parametrize(("language", "heading", "text"), [
    ("fr", "Projets Européens", "Le projet aide les réfugiés à Lyon."),
    ("it", "Progetti Conclusi", "Il progetto aiuta i rifugiati in Italia."),
    ("it", "Strumenti e Progetti Riusati", "Il progetto aiuta i rifugiati in Italia."),
    ("es", "Proyectos Europeos", "El proyecto ayuda a los refugiados en Chile."),
    ("pt", "Projetos Sociais", "O projeto apoia refugiados em Portugal."),
    ("pl", "Projekty Europejskie", "Projekt pomaga uchodźcom w Polsce."),
    ("ro", "Proiecte Sociale", "Proiectul ajută refugiații din România."),
])
def test_a_heading_of_the_sort_is_no_name(language: str, heading: str, text: str) -> None:
    assert not facts(extract(blocks(("heading", heading), ("prose", text), language=language)), "targets")


def test_a_heading_of_one_project_is_a_name() -> None:
    for heading in ("Projet Lanterne", "Projets LANTERNE"):
        reading = extract(blocks(("heading", heading), ("prose", "Le projet aide les réfugiés à Lyon."), language="fr"))
        assert {s.upper() for s, _, _ in facts(reading, "targets")} == {"LANTERNE"}


def test_a_list_of_tools_and_projects_names_none() -> None:
    listed = [("item", "Lantern Map, funded by the Kredo Foundation"), ("item", "Wide Doors, funded by the Omnia Foundation")]
    for heading, count in (("Tools and projects", 0), ("Funded projects", 2)):
        reading = extract(blocks(("heading", heading), *listed, language="en"))
        assert len(facts(reading, "fundedBy")) == count


def test_another_project_of_the_same_team_is_not_the_pages() -> None:
    page = [("prose", "Il progetto aiuta i rifugiati con corsi di lingua. Il progetto è nato in febbraio."),
            ("prose", "L'idea del progetto è della Fondazione Kredo, la stessa squadra che ha realizzato nel 2016 il progetto LANTERNA.")]
    reading = extract(blocks(*page, language="it"))
    assert not facts(reading, "targets")
    assert facts(reading, "implementedBy") == {("LANTERNA", "implementedBy", "Fondazione Kredo")}


def test_the_page_is_about_what_it_names_once() -> None:
    page = [("prose", "Il progetto LANTERNA è nato in febbraio."), ("prose", "Il progetto aiuta i rifugiati.")]
    assert {s for s, _, _ in facts(extract(blocks(*page, language="it")), "targets")} == {"LANTERNA"}
