"""A period in brackets behind a title dates the project; general headings with numbers name none."""
from __future__ import annotations

from graph.extraction import extract
from tests.small_documents import blocks, facts


def test_a_period_behind_a_title() -> None:
    document = blocks(("title", "Help on arrival (2020–2022)"), ("prose", "The project is funded by AMIF and helps refugees."))
    found = {(s, p, o) for s, p, o in facts(extract(document)) if p.endswith("Date")}
    assert found == {("Help on arrival", "startDate", "2020"), ("Help on arrival", "endDate", "2022")}


def test_a_numbered_general_heading_is_no_project() -> None:
    document = blocks(("title", "Rețea de sprijin a familiilor – FELINAR"), ("heading2", "1.Informații generale"),
                      ("prose", "Proiectul se va desfășura în 2 etape și este finanțat de Fundația Kredo."), language="ro")
    assert {s for s, p, _ in facts(extract(document)) if p == "fundedBy"} == {"Rețea de sprijin a familiilor – FELINAR"}
