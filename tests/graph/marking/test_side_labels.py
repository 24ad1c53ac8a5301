"""Two labelled values side by side on one line."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read
from tests.small_documents import facts

SHEET = """LANTERN – a light for newcomers

Coordinator: Kredo Foundation{sign}Donor: Omnia Fund
Start: 1.2.2019{sign}End: 30.6.2020
Country: Malta{sign}Budget: 20,000 EUR
Target group: refugees{sign}Code: KRF-77/1

The project helps newcomers in Malta to find a flat.
"""


@pytest.mark.parametrize("sign", ["\t", " \t", "      ", " | ", " • "])
def test_each_label_has_its_value(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "sheet_en.txt"
    path.write_text(SHEET.format(sign=sign), "utf-8")
    found = {(p, o) for _, p, o in facts(extract(read(path, path.name)))}
    assert {("implementedBy", "Kredo Foundation"), ("fundedBy", "Omnia Fund"), ("startDate", "2019-02-01"), ("endDate", "2020-06-30"),
            ("coversCountry", "MT"), ("code", "KRF-77/1"), ("targets", "refugees")} <= found


def test_a_second_colon_that_no_label_stands_before_parts_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sheet_en.txt"
    path.write_text("LANTERN\n\nPartners: Omnia   Harbour: Institute\nDonor: Kredo Foundation\nStart: 1.2.2019\n", "utf-8")
    assert ("hasPartner", "Omnia") not in {(p, o) for _, p, o in facts(extract(read(path, path.name)))}


def test_a_row_of_labels_is_no_menu(tmp_path: Path) -> None:
    path = tmp_path / "row_en.txt"
    path.write_text("PROJECT LANTERN\nCoordinator: Kredo Foundation | Partners: Omnia Ltd, Lumen Trust | Funded by: AMIF\n", "utf-8")
    found = {(p, o) for _, p, o in facts(extract(read(path, path.name)))}
    assert {("implementedBy", "Kredo Foundation"), ("hasPartner", "Omnia Ltd"), ("hasPartner", "Lumen Trust"), ("fundedBy", "AMIF")} <= found


def test_a_menu_with_a_colon_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "menu_en.txt"
    path.write_text("Partners: all | News: latest | About us | Contact\n\nThe Lantern project helps refugees.\n", "utf-8")
    assert not [o for _, p, o in facts(extract(read(path, path.name))) if p == "hasPartner"]
