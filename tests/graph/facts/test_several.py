"""Lists of projects that are paid for together, and rows of grants."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read as read_file
from tests.small_documents import blocks, facts


@pytest.mark.parametrize(("language", "intro", "rows"), [
    ("fi", "Oikeusministeriö myönsi avustusta kahdelle rikoksentorjuntahankkeelle.",
     ("Kredo ry, LYHTY-hanke, 45 000 euroa", "Omnia ry 15 000 euroa MAJAKKA-hankkeeseen.")),
    ("de", "Die Omnia-Stiftung fördert folgende Projekte:",
     ("Kredo e.V., Projekt LYHTY, 45.000 Euro", "Hafen gGmbH, Projekt MAJAKKA, 15.000 Euro")),
    ("en", "The Omnia Foundation funds these projects:",
     ("Kredo Association, the LYHTY project, €45,000", "Harbour Centre, the MAJAKKA project, €15,000"))])
def test_who_pays_for_several_projects_pays_for_each_of_the_list(language: str, intro: str, rows: tuple[str, str]) -> None:
    found = facts(extract(blocks(("prose", intro), *(("item", row) for row in rows), language=language)))
    paid = {s for s, p, _ in found if p == "fundedBy"}
    assert {p.removesuffix("-hanke").removeprefix("Projekt ") for p in paid} == {"LYHTY", "MAJAKKA"}
    assert len({o for _, p, o in found if p == "budget"}) == 2
    assert len({o for _, p, o in found if p == "implementedBy"}) == 2


def test_a_fund_beside_the_word_for_several_projects_pays_for_those_that_headings_name() -> None:
    found = facts(extract(blocks(
        ("title", "Neue AMIF-Projekte"), ("heading2", "Projekt LATERNE"), ("prose", "Das Projekt hilft Flüchtlingen."),
        ("heading2", "Projekt HAFEN"), ("prose", "Das Projekt berät Frauen."), language="de")), "fundedBy")
    assert {(s, o) for s, _, o in found} == {("LATERNE", "AMIF"), ("HAFEN", "AMIF")}


def test_a_list_of_projects_that_nobody_is_said_to_pay_for_stays_so() -> None:
    found = facts(extract(blocks(
        ("prose", "Die Omnia-Stiftung besuchte folgende Projekte:"), ("item", "Projekt LATERNE in Linden"),
        ("item", "Projekt HAFEN in Graz"), language="de")), "fundedBy")
    assert not found


def test_a_number_before_a_singular_means_several() -> None:
    found = facts(extract(blocks(
        ("prose", "Avustusta myönnettiin yhteensä 600 000 euroa 9 hankkeelle. LYHTY-hanke auttaa pakolaisia."), language="fi")))
    assert not [f for f in found if f[1] == "budget"]


@pytest.mark.parametrize(("language", "title", "intro", "head"), [
    ("en", "Grants 2030", "The projects below are funded by AMIF.", ("Project title", "Beneficiary")),
    ("de", "Geförderte Projekte des AMIF", "Die Auswahl fand im Mai statt.", ("Projekttitel", "Träger")),
    ("it", "Progetti finanziati dal FAMI", "La graduatoria è di maggio.", ("Titolo del progetto", "Capofila")),
    ("fr", "Projets 2030", "Les projets suivants sont financés par le FAMI.", ("Titre du projet", "Porteur"))])
def test_who_pays_for_the_rows_of_a_table(tmp_path: Path, language: str, title: str, intro: str, head: tuple[str, str]) -> None:
    rows = "".join(f"<tr><td>{p}</td><td>{b}</td></tr>" for p, b in (("Lantern", "Kredo"), ("Harbour", "Omnia")))
    page = tmp_path / "page.html"
    page.write_text(f'<html lang="{language}"><body><h1>{title}</h1><p>{intro}</p><table><tr><th>{head[0]}</th><th>{head[1]}</th></tr>'
                    f"{rows}</table></body></html>", "utf-8")
    assert len({s for s, _, _ in facts(extract(read_file(page, page.name)), "fundedBy")}) == 2


def test_rows_that_name_their_own_funder_keep_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<html lang="en"><body><p>The projects below are funded by AMIF.</p><table><tr><th>Project title</th><th>Funded by</th></tr>'
                    "<tr><td>Lantern</td><td>ESF+</td></tr><tr><td>Harbour</td><td>ESF+</td></tr></table></body></html>", "utf-8")
    assert {o for _, _, o in facts(extract(read_file(page, page.name)), "fundedBy")} == {"ESF+"}


def test_a_title_says_who_pays_for_the_projects_of_the_paragraphs() -> None:
    found = facts(extract(blocks(
        ("title", "Neue AMIF-Projekte in Linden"), ("prose", "Das Projekt LATERNE hilft Flüchtlingen."),
        ("prose", "Das Projekt HAFEN berät Frauen."), language="de")), "fundedBy")
    assert {(s, o) for s, _, o in found} == {("LATERNE", "AMIF"), ("HAFEN", "AMIF")}


RECORDS = (
    "Title: Lantern Path\nLead partner: Kredo Foundation\nDuration: 2021 – 2023\n\n"
    "Title: Harbour Steps\nLead partner: Omnia Trust\nDuration: 2022 – 2024\n"
)


@pytest.mark.parametrize("text", [
    f"Projects funded by the Vega Fund\n\n{RECORDS}",
    f"Our sheets\n\n{RECORDS}\nThe projects are funded by the Vega Fund.\n",
])
def test_who_pays_for_several_records_pays_for_each(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    found = facts(extract(read_file(tmp_path / "a.txt", "a.txt")), "fundedBy")
    assert {s for s, _, o in found if o == "Vega Fund"} == {"Lantern Path", "Harbour Steps"}


def test_the_quoted_name_of_a_strand_is_no_project(tmp_path: Path) -> None:
    text = f"I progetti sono finanziati dal FAMI, Obiettivo Nazionale 3 “Capacity building”.\n\n{RECORDS}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert "Capacity building" not in {s for s, _, _ in facts(extract(read_file(tmp_path / "a.txt", "a.txt")))}
