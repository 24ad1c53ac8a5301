"""Headings that end in a project noun, and pointers that hold a payer's name."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts

BELOW = {
    "en": "The project helps refugees in Malta. It is run by the Kredo Foundation.", "hu": "A projekt menekülteket segít. A projektet a Kredo Alapítvány valósítja meg.",
    "de": "Das EU-Projekt hilft Geflüchteten. Es wird von der Kredo Stiftung getragen.",
}


@pytest.mark.parametrize(("language", "title", "name"), [
    ("en", "Lantern project", "Lantern project"), ("hu", "Lámpás projekt", "Lámpás projekt"), ("de", "Laterne: neue Wege", "Laterne: neue Wege")])
def test_the_heading_names_what_the_text_points_to(language: str, title: str, name: str) -> None:
    found = extract(blocks(("title", title), ("prose", BELOW[language]), language=language))
    assert {s for s, _, _ in facts(found, "implementedBy")} == {name}


@pytest.mark.parametrize("title", ["Project budget", "Our project", "Project partners"])
def test_a_label_names_none(title: str) -> None:
    found = extract(blocks(("title", title), ("prose", BELOW["en"]), language="en"))
    assert title not in {s for s, _, _ in facts(found, "implementedBy")}


@pytest.mark.parametrize(("language", "text", "none"), [
    ("pt", "Nascido quando se negociava a parceria, e com verbas da Comissão Europeia, da Cooperação portuguesa e da Cooperação Omnia, este projeto teve lugar entre 2009 e 2011, a cargo do então IPAD.", "Cooperação Omnia"),
    ("fr", "Le projet Lanterne, financé par le FAMI, aide les réfugiés. Le responsable de projet Luca Kestens y est financé par le FAMI.", "Luca Kestens"),
    ("de", "Die TU Linden koordiniert das Zentrum. Das EU-Projekt hilft Geflüchteten und wird vom AMIF gefördert. Auch an der TU Linden hilft man.", "TU Linden")])
def test_payers_managers_and_those_that_coordinate_are_no_projects(language: str, text: str, none: str) -> None:
    found = extract(blocks(("prose", text), language=language))
    assert none not in {s for name in ("implementedBy", "fundedBy", "targets", "startDate") for s, _, _ in facts(found, name)}


def test_a_name_in_quotation_marks_with_its_acronym_is_what_the_text_points_to() -> None:
    text = "Geplant ist ein Ort für ganz Europa, das „European Doors for Refugees“ (EDR). Das EU-Projekt hilft Geflüchteten. Gefördert wird es vom AMIF."
    assert {s for s, _, _ in facts(extract(blocks(("prose", text), language="de")), "fundedBy")} == {"European Doors for Refugees"}
