"""Names that a field for partners gives are bodies' wherever they stand."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import facts

PAGE = """# Lantern

**Project acronym:** LANTERN

**Partner organisations:**

- Mirador sin Muros, Spain
- Kompas Rozwoju, Poland

The LANTERN project helps refugee children.

## {above}

### Mirador sin Muros (VGM) - Spain

Website: [mirador.example](https://mirador.example)

VGM teaches migrant children in many countries.

### Kompas Rozwoju - Poland

Website: [kompas.example](https://kompas.example)

It was founded in 2001 and works with volunteers.
"""


@pytest.mark.parametrize("above", ["Consortium overview", "Who we are"])
def test_a_partner_that_heads_a_section_is_no_project(above: str) -> None:
    reading = extract(read_bytes(PAGE.format(above=above).encode(), "a.md", "text/markdown"))
    assert [e.names[0].text for e in reading.entities if e.kind == "Project"] == ["Lantern"]
    assert {(p, o) for _, p, o in facts(reading) if p in ("hasPartner", "website")} == {
        ("hasPartner", "Mirador sin Muros"), ("hasPartner", "Kompas Rozwoju"),
    }
    assert any("VGM" in e.acronyms for e in reading.entities)


def test_a_project_that_heads_a_section_keeps_its_website() -> None:
    text = "# Lantern\n\nThe Lantern project helps refugees.\n\n## Contact\n\nWebsite: https://lantern.example\n"
    reading = extract(read_bytes(text.encode(), "a.md", "text/markdown"))
    assert "website" in {p for _, p, _ in facts(reading)}


def test_pilot_testing_is_no_project() -> None:
    text = "# Lantern\n\nThe Lantern project helps refugees.\n\n- **Pilot Testing:** The game will be tested in France and Poland.\n"
    reading = extract(read_bytes(text.encode(), "a.md", "text/markdown"))
    assert [e.names[0].text for e in reading.entities if e.kind == "Project"] == ["Lantern"]


def test_two_partners_that_begin_alike_are_both_known() -> None:
    text = (
        "# Lantern\n\n**Partners:**\n\n- Mirador para Todos, Spain\n- Mirador sin Muros, Spain\n\nThe Lantern project helps refugees.\n\n"
        "## Mirador para Todos - Spain\n\nWebsite: https://todos.example\n\n## Mirador sin Muros - Spain\n\nWebsite: https://muros.example\n"
    )
    reading = extract(read_bytes(text.encode(), "a.md", "text/markdown"))
    assert {(p, o) for _, p, o in facts(reading) if p in ("hasPartner", "website")} == {
        ("hasPartner", "Mirador para Todos"), ("hasPartner", "Mirador sin Muros"),
    }


@pytest.mark.parametrize("text", [
    "Project: Lantern\nCoordinator: Maria Rossi\nDonor: AMIF\n", "Progetto: Lanterna\nCoordinatore: Marco Bianchi\nFinanziamento: FAMI\n",
    "Projekt: Laterne\nKoordination: Peter Müller\nFörderung: AMIF\n", "Projekt: Latarnia\nKoordynator: Anna Nowak\nFinansowanie: FAMI\n",
])
def test_a_person_who_coordinates_is_no_body(text: str) -> None:
    assert {p for _, p, _ in facts(extract(read_bytes(text.encode(), "a.txt", "text/plain")))} == {"fundedBy"}


def test_a_foundation_named_after_a_person_is_a_body() -> None:
    text = b"Project: Lantern\nCoordinator: Anna Lindh Foundation\nDonor: AMIF\n"
    assert {o for _, _, o in facts(extract(read_bytes(text, "a.txt", "text/plain")), "implementedBy")} == {"Anna Lindh Foundation"}
