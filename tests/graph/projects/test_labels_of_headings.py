"""Headings that say "finished project:" before a name, quoted names with a body's noun inside, names in single marks."""

from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts, prose

HEADS = [
    ("cs", "UKONČENÝ PROJEKT: Společné dveře", "Projekt Společné dveře financuje AMIF.", "Společné dveře"),
    ("it", "Progetto concluso: Porte aperte", "Il progetto Porte aperte è finanziato dal FAMI.", "Porte aperte"),
    ("en", "New project: Open doors", "The project Open doors is funded by AMIF.", "Open doors"),
]


@pytest.mark.parametrize(("lang", "title", "text", "name"), HEADS)
def test_what_a_heading_says_of_a_project_before_a_colon_is_no_name(lang: str, title: str, text: str, name: str) -> None:
    found = extract(blocks(("title", title), ("prose", text), language=lang))
    assert {e.names[0].text for e in found.entities if e.kind == "Project"} == {name}


def test_a_name_in_capitals_before_a_colon_is_one() -> None:
    read = extract(blocks(("title", "LANTERN project: Light for all"), ("prose", "The project is funded by AMIF.")))
    assert any("LANTERN" in name.text for e in read.entities if e.kind == "Project" for name in e.names)


def test_a_quoted_name_with_a_bodys_noun_inside_is_the_projects() -> None:
    text = 'Projekt "Společné dveře – posílení kapacit Konsorcia organizací v ČR" financuje AMIF.'
    assert {s for s, p, _ in facts(extract(prose(text, "cs"))) if p == "fundedBy"} == {
        "Společné dveře – posílení kapacit Konsorcia organizací v ČR"
    }



def test_a_name_in_single_marks_is_no_part_of_the_body_before_it() -> None:
    text = "Es un proyecto de la Fundación Kredo Acción Integral 'Abriendo Puertas', financiado por el FAMI."
    read = extract(prose(text, "es"))
    bodies = {name.text for e in read.entities if e.kind == "Organisation" for name in e.names}
    assert not any("Abriendo" in name for name in bodies)
