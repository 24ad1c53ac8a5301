"""Funds whose acronym stands in a field's label; what stands in a field for places and is none; plain nouns in compounds."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.reading import read as read_file
from tests.small_documents import facts, read


@pytest.mark.parametrize(("labels", "amount"), [
    (("Namn", "Projektägare", "Region"), "Beviljat ESF-stöd: 120 000 kronor"),
    (("Projekttitel", "Projektträger", "Region"), "Bewilligte ESF-Mittel: 120.000 Euro")])
def test_the_fund_in_a_label_pays(labels: tuple[str, str, str], amount: str, tmp_path: Path) -> None:
    title, lead, region = labels
    page = tmp_path / "page.txt"
    page.write_text(f"{title}: LATERNE\n{lead}: Kredo Institut\n{region}: ESF Nationellt\n{amount}\n", "utf-8")
    found = facts(extract(read_file(page, page.name)))
    assert "ESF" in {o for _, p, o in found if p == "fundedBy"}
    assert not [o for _, p, o in found if p == "takesPlaceIn"]


def test_a_plain_noun_before_a_project_noun_is_no_body() -> None:
    text = "Das Mentoring-Programm „Laterne“ hilft Kindern. Das KRF-Projekt „Hafen“ hilft Frauen."
    assert {o for _, _, o in facts(read(text, "de"), "implementedBy")} == {"KRF"}
