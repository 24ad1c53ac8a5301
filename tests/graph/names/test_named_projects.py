"""A body's name does not run over "for the" into a project's name."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize("project", ["Lantern", "Open Doors"])
def test_a_body_ends_before_the_project_that_it_pays_for(project: str) -> None:
    found = facts(read(f"The Omnia Institute has received funding from the Kredo Trust for the {project} project."))
    assert {(project, "fundedBy", "Kredo Trust"), (project, "implementedBy", "Omnia Institute")} <= found


def test_a_purpose_is_a_part_of_the_name() -> None:
    found = facts(read("The Lantern project is funded by the Kredo Trust for the Rights of Refugees."))
    assert ("Lantern", "fundedBy", "Kredo Trust for the Rights of Refugees") in found
