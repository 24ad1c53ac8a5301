"""Small pages, read from files as a user's are: headings, lines with several labels, labels and quotation marks."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read
from tests.small_documents import facts

FINNISH = """Rahoitetut hankkeet

Valo-hanke

Hanke auttaa pakolaisia ja heidän perheitään Turussa vuoden ajan.

Avoin koti-hanke

Hanke tukee turvapaikanhakijoita Oulussa ja lähikunnissa kahden vuoden ajan.
"""
SHEET = """Projekt LATERNE

Projektträger: Kredo-Stiftung, Laufzeit: 01.01.2021 - 31.12.2022

Das Projekt hilft Geflüchteten in der neuen Stadt und berät auch ihre Familien.
"""
QUOTED = """Das Projekt „Hafen: Gut ankommen“ erhält rund 3 Millionen Euro aus dem AMIF.

Es hilft Geflüchteten in der neuen Stadt und berät auch ihre Familien.
"""


def found_in(folder: Path, text: str, *predicates: str) -> set[tuple[str, str, str]]:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return {fact for fact in facts(extract(read(path, path.name))) if fact[1] in predicates}


def test_a_heading_that_ends_in_a_compound_with_a_project_noun_names_a_project(tmp_path: Path) -> None:
    found = found_in(tmp_path, FINNISH, "targets")
    assert {("Valo", "refugees"), ("Avoin koti-hanke", "asylum-seekers")} == {(s, o) for s, _, o in found if "famil" not in o}


@pytest.mark.parametrize("heading", ["AMIF-hanke", "Uusi hanke"])
def test_a_fund_or_a_plain_word_before_the_noun_is_no_name(tmp_path: Path, heading: str) -> None:
    found = found_in(tmp_path, FINNISH.replace("Valo-hanke", heading), "targets")
    assert heading not in {s for s, _, _ in found}


def test_several_labels_on_one_line_are_fields_of_their_own(tmp_path: Path) -> None:
    found = found_in(tmp_path, SHEET, "implementedBy", "startDate", "endDate")
    assert {(p, o) for _, p, o in found} == {("implementedBy", "Kredo-Stiftung"), ("startDate", "2021-01-01"), ("endDate", "2022-12-31")}


def test_an_unknown_label_behind_a_comma_stays_in_the_value(tmp_path: Path) -> None:
    found = found_in(tmp_path, SHEET.replace("Laufzeit", "Lieblingsfarbe"), "implementedBy", "startDate", "endDate")
    assert not {p for _, p, _ in found} & {"startDate", "endDate"}


def test_a_label_does_not_end_inside_a_quotation(tmp_path: Path) -> None:
    assert {s for s, _, _ in found_in(tmp_path, QUOTED, "fundedBy")} == {"Hafen: Gut ankommen"}


@pytest.mark.parametrize("item", ["Kredo ry, Oma polku, 70 000 €", "Oma polku, Kredo ry, 70 000 €"])
def test_a_body_beside_a_project_in_a_list_runs_it(tmp_path: Path, item: str) -> None:
    text = f"Rahoitetut hankkeet ja järjestöt vuonna 2031\n\n  • {item}\n  • Omnia ry, Valmis työhön, 50 000 €\n"
    found = {(s, o) for s, _, o in found_in(tmp_path, text, "implementedBy")}
    assert ("Oma polku", "Kredo ry") in found
