"""Tables whose labels stand in the first column, or in a second row."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Reading
from graph.reading import read
from tests.small_documents import facts


def reading(tmp_path: Path, text: str, name: str = "a.md") -> Reading:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return extract(read(tmp_path / name, name))


@pytest.mark.parametrize("table", [
    "| At a glance | |\n|---|---|\n| Lead partner | Kredo Foundation |\n| Countries | Malta, Italy |\n| Target group | Refugees |\n",
    "| Lead partner | Kredo Foundation |\n|---|---|\n| Countries | Malta, Italy |\n| Target group | Refugees |\n",
])
def test_labels_in_the_first_column_speak_of_the_page(tmp_path: Path, table: str) -> None:
    made = reading(tmp_path, f"# Lantern Path\n\n{table}\nThe project is run from Valletta.\n")
    assert facts(made, "implementedBy") == {("Lantern Path", "implementedBy", "Kredo Foundation")}
    assert ("Lantern Path", "targets", "refugees") in facts(made, "targets")
    assert {o for _, _, o in facts(made, "coversCountry")} >= {"IT", "MT"}


def test_a_project_in_each_column(tmp_path: Path) -> None:
    made = reading(tmp_path, "# Our work\n\n| | Lantern Path | Quiet Bridge |\n|---|---|---|\n| Lead partner | Kredo Foundation | Omnia Federation |\n| Funded by | AMIF | ESF+ |\n| Start date | 2021 | 2022 |\n")
    assert facts(made, "implementedBy") == {("Lantern Path", "implementedBy", "Kredo Foundation"), ("Quiet Bridge", "implementedBy", "Omnia Federation")}
    assert facts(made, "startDate") == {("Lantern Path", "startDate", "2021"), ("Quiet Bridge", "startDate", "2022")}


def test_a_second_header_is_no_project(tmp_path: Path) -> None:
    made = reading(tmp_path, "Isem x;Y;Z\nProject title;Lead partner;Start date\nLantern Path;Kredo Foundation;2021\nQuiet Bridge;Omnia Federation;2022\n", "a.csv")
    assert facts(made, "startDate") == {("Lantern Path", "startDate", "2021"), ("Quiet Bridge", "startDate", "2022")}
    assert {e.names[0].text for e in made.entities if e.kind == "Project"} == {"Lantern Path", "Quiet Bridge"}


def test_a_register_stays_a_register(tmp_path: Path) -> None:
    made = reading(tmp_path, "| Project | Lead partner |\n|---|---|\n| Lantern Path | Kredo Foundation |\n| Partners | Omnia Federation |\n| Quiet Bridge | Velvet Trust |\n")
    assert facts(made, "implementedBy") >= {("Lantern Path", "implementedBy", "Kredo Foundation"), ("Quiet Bridge", "implementedBy", "Velvet Trust")}
