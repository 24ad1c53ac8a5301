"""A title in capitals that tells of a project, whose name stands quoted behind the noun."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks


@pytest.mark.parametrize(
    ("language", "title", "said", "name"),
    [
        ("sl", "ZUNANJE VREDNOTENJE PROJEKTA »LUČ ZA VSE«", "Zavod Kredo je izvajal projekt Luč za vse. Projekt je stal 400.000 evrov.", "LUČ ZA VSE"),
        ("ro", "EVALUAREA EXTERNĂ A PROIECTULUI „LUMINĂ PENTRU TOȚI”", "Fundația Kredo a implementat proiectul Lumină pentru toți.", "LUMINĂ PENTRU TOȚI"),
    ],
)
def test_the_quoted_name_is_the_only_project(language: str, title: str, said: str, name: str) -> None:
    reading = extract(blocks(("heading2", title), ("prose", said), language=language))
    assert [e.names[0].text for e in reading.entities if e.kind == "Project"] == [name]


def test_a_name_in_capitals_that_comes_back_stays() -> None:
    said = "The Kredo Foundation runs the LANTERN HARBOUR PROJECT for refugees."
    reading = extract(blocks(("heading2", "LANTERN HARBOUR PROJECT “LIGHT FOR ALL”"), ("prose", said)))
    names = {n.text for e in reading.entities if e.kind == "Project" for n in e.names}
    assert any("LANTERN HARBOUR" in name for name in names)
