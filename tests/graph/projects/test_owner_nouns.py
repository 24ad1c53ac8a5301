"""Bodies and other names that a project noun clings to."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, names_of, read


@pytest.mark.parametrize("text", [
    "The Kredo Foundation project “Harbour lights” helps refugees.",
    "The Kredo Foundation Project “Harbour lights” helps refugees.",
    "The course is a part of the Kredo Foundation Programme “Harbour lights”, which helps refugees.",
])
def test_the_body_before_the_noun_runs_what_is_quoted_behind_it(text: str) -> None:
    assert {("Harbour lights", "implementedBy", "Kredo Foundation")} == facts(read(text), "implementedBy")


def test_a_known_body_before_the_noun_is_that_body() -> None:
    found = facts(read("Evaluation of the IOM Project “Harbour Lights for All”."), "implementedBy")
    assert found == {("Harbour Lights for All", "implementedBy", "IOM")}


def test_the_union_does_not_run_its_projects() -> None:
    assert facts(read("The EU project “Harbour lights” helps refugees."), "implementedBy") == set()


def test_a_name_before_the_noun_without_a_quotation_is_the_project() -> None:
    assert {s for s, _, _ in facts(read("The Harbour Office Project was run by the Kredo Foundation."), "implementedBy")} == {"Harbour Office Project"}


def test_two_projects_joined_by_and_are_two() -> None:
    found = names_of(read("The Shelter Project and the Quilt Exchange Project, led by IOM, help refugees. The Shelter Project is funded by AMIF."))
    assert found == [["Shelter Project"], ["Quilt Exchange Project"]]
