"""Lists of projects that are paid for together, and rows of grants."""
from __future__ import annotations

import pytest

from graph.extraction import extract
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
