"""Years behind names, and the project that "the project titled …" names."""
from __future__ import annotations

from graph.extraction import extract
from tests.small_documents import blocks, facts, names_of


def test_a_name_with_its_year_is_a_form() -> None:
    read = extract(blocks(("title", "Project Harbour 2021"), ("prose", "Project Harbour 2021 helps refugees in Malta.")))
    assert "Harbour 2021" in names_of(read)[0]


def test_a_year_that_stands_once_is_none() -> None:
    read = extract(blocks(("title", "Project Harbour"), ("prose", "Project Harbour 2021 helps refugees in Malta.")))
    assert not any("2021" in form for form in names_of(read)[0])


def test_what_the_project_is_called_is_what_the_page_is_about() -> None:
    lines = (("title", "A new start"), ("prose", "The project titled ‘Zebra and Lantern in Town’ is funded by the Kredo Foundation."),
             ("prose", "It will help 200 refugees."), ("prose", "The work builds on the Candle Development Program, which trained police."),
             ("prose", "In the end, the project will reach many women in Nigeria."))
    found = facts(extract(blocks(*lines)))
    assert {("Zebra and Lantern in Town", "coversCountry", "NG"), ("Zebra and Lantern in Town", "targets", "refugees")} <= found


def test_who_announces_the_launch_runs_the_project() -> None:
    found = facts(extract(blocks(("prose", "The Kredo Foundation has announced the launch of the LANTERN project in Malta."))), "implementedBy")
    assert found == {("LANTERN", "implementedBy", "Kredo Foundation")}
