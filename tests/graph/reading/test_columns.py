"""Sheets set in two columns with blanks."""
from __future__ import annotations

from pathlib import Path

from graph.extraction import extract
from graph.reading import read
from graph.reading.text_reader import read_text
from tests.small_documents import facts

SHEET = """PROJECT FICHE

Project title         Lantern Path: Skills
                      for Newcomers
Implementing organisa-
tion                  Kredo Foundation
Implementing partners and others  Omnia Federation
Partners              Velvet Trust
                      Harbour Institute
Funded by             Asylum, Migration and
                      Integration Fund
Duration              24 months
"""


def fields(text: str) -> list[tuple[str, str]]:
    draft = read_text(text)
    return [(f.label, " ".join(draft.text[f.value.start : f.value.end].split())) for b in draft.blocks for f in b.fields]


def test_labels_and_values_are_parted_by_their_columns() -> None:
    assert fields(SHEET) == [
        ("Project title", "Lantern Path: Skills for Newcomers"),
        ("Implementing organisation", "Kredo Foundation"),
        ("Implementing partners and others", "Omnia Federation"),
        ("Partners", "Velvet Trust"),
        ("Partners", "Harbour Institute"),
        ("Funded by", "Asylum, Migration and Integration Fund"),
        ("Duration", "24 months"),
    ]


def test_text_in_columns_is_no_sheet() -> None:
    prose = "\n".join(f"{one:<40}{two}" for one, two in [("We met in May and spoke of the", "In June we went on with"), ("new house. It was warm, and the", "the work. Many came who"), ("tea was good. Then we sang, and", "had not been there in the"), ("all the children came along too.", "spring, and all were glad.")])
    assert not fields("Our year\n\n" + prose + "\n")
    assert not fields("Menu\n\nSoup      3\nSalad     4\n")
    table = "\n".join(f"{a:<20}{b:<20}{c}" for a, b, c in [("Lantern", "Kredo", "2021"), ("Bridge", "Omnia", "2022"), ("Yard", "Velvet", "2023"), ("Path", "Harbour", "2024")])
    assert not fields("Grants\n\n" + table + "\n")


def test_what_follows_a_sheet_is_read_as_text() -> None:
    draft = read_text(SHEET + "\nThe project began in May. It helps refugees.\n\nCONTACT\nKredo House\n")
    kinds = [b.kind for b in draft.blocks]
    assert kinds[0] == "title" and kinds[1] == "record" and "prose" in kinds[2:]


def test_bodies_of_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SHEET.replace(" and others", "           "), encoding="utf-8")
    made = extract(read(tmp_path / "a.txt", "a.txt"))
    assert {o for _, _, o in facts(made, "fundedBy")} == {"Asylum, Migration and Integration Fund"}
    assert {o for _, _, o in facts(made, "implementedBy")} == {"Kredo Foundation"}
    assert {o for _, _, o in facts(made, "hasPartner")} == {"Omnia Federation", "Velvet Trust", "Harbour Institute"}


def test_implementing_partners_implement_where_nobody_leads(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Lantern\ntype: project\nstart: 2021\nimplementing_partners: [Omnia Federation]\n---\nLantern helps refugees.\n", encoding="utf-8")
    assert {o for _, _, o in facts(extract(read(tmp_path / "a.md", "a.md")), "implementedBy")} == {"Omnia Federation"}


def test_the_name_of_a_sheet_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("KREDO UK      PROJECT INFORMATION SHEET\n\n" + SHEET.partition("\n\n")[2] + "\nThe project helps refugees.\n", encoding="utf-8")
    made = extract(read(tmp_path / "a.txt", "a.txt"))
    assert {e.names[0].text for e in made.entities if e.kind == "Project"} == {"Lantern Path: Skills for Newcomers"}
