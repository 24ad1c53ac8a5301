"""Whole names on the lines of a list, codes of countries, and names in a bracket after "partners"."""
from __future__ import annotations

from graph.extraction import extract
from tests.small_documents import blocks, facts, read

PAGE = (("title", "The LANTERN project"), ("prose", "The LANTERN project helps refugees."), ("heading", "Partners"))


def test_a_line_with_a_country_is_one_name() -> None:
    lines = (("item", "Omnia kulturelle Bildung Limited (BG)"), ("item", "KREDO und Projekt Netzwerk GmbH, Germany"), ("item", "Menetek Foundation (CY)"))
    found = facts(extract(blocks(*PAGE, *lines)))
    partners = {o for _, p, o in found if p == "hasPartner"}
    assert partners == {"Omnia kulturelle Bildung Limited", "KREDO und Projekt Netzwerk GmbH", "Menetek Foundation"}
    assert ("Omnia kulturelle Bildung Limited", "presentIn", "BG") in found
    assert ("Menetek Foundation", "presentIn", "CY") in found


def test_a_clause_that_ends_with_a_country_is_no_name() -> None:
    found = facts(extract(blocks(*PAGE, ("item", "Kredo Foundation is at home in Malta"), ("item", "Omnia Federation (Italy)"))), "hasPartner")
    assert not any("home" in o for _, _, o in found)


def test_names_in_a_bracket_after_partners() -> None:
    text = "The LANTERN project brings together three technical partners (Asociacion Omnia, Kredo Ideas, MENETEK) in two towns (Cork, Galway)."
    partners = {o for _, p, o in facts(read(text)) if p == "hasPartner"}
    assert partners == {"Asociacion Omnia", "Kredo Ideas", "MENETEK"}


def test_a_programme_with_a_fund_s_name_is_the_fund() -> None:
    found = facts(read("The LANTERN project is funded by the European Erasmus+ programme."))
    assert ("LANTERN", "fundedBy", "Erasmus+") in found
    assert not any("European Erasmus" in s for s, _, _ in found)


def test_before_a_project_manager_stands_a_person() -> None:
    found = facts(read("From 4 to 5 March, Luisa Zammit Project Manager of the Kredo Foundation opened the meeting of the LANTERN project."))
    assert not any(s.startswith("Luisa") and p != "hasRole" for s, p, _ in found)


def test_an_amount_inside_a_pointer_leaves_it_one() -> None:
    text = "IOM runs the HARBOUR project. This EUR 5 million project is part of the LANTERN programme. The 24-month project is funded by the Kredo Foundation."
    assert {s for s, _, _ in facts(read(text), "fundedBy")} == {"HARBOUR"}


def test_one_country_in_a_bracket_makes_an_item_one_entry() -> None:
    lines = (("item", "Instituto de Luz, Centro para la Investigación y la Tecnología OMNIA (Grecia)"), ("item", "Fundación Ley e Internet (Bulgaria)"),
             ("item", "Fundación Kredo (España)"))
    page = (("title", "Proyecto LINTERNA"), ("prose", "El proyecto LINTERNA ayuda a personas refugiadas."), ("heading", "Socios"))
    partners = {o for _, p, o in facts(extract(blocks(*page, *lines, language="es"))) if p == "hasPartner"}
    assert partners == {"Instituto de Luz, Centro para la Investigación y la Tecnología OMNIA", "Fundación Ley e Internet", "Fundación Kredo"}
