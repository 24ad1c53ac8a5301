"""Lists of bodies under a heading that is a label, and names with countries in fields."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Sentence
from graph.model import Span
from graph.names.pieces import SmallWords, country_of, forms_of, is_body, pieces
from graph.reading import read as read_file
from graph.reading import read_bytes
from tests.small_documents import blocks, facts

PAGE = (("title", "LANTERN"), ("prose", "The LANTERN project helps refugees."))


def _marked(*countries: str) -> Marked:
    found = [Mention("Country", i, i + 1, name) for i, name in enumerate(countries)]
    return Marked(Sentence(0, Span(0, 0), 0, 0), found)


def test_the_lines_under_partners_are_partners_with_their_countries() -> None:
    found = facts(extract(blocks(
        *PAGE, ("heading3", "Our partners"), ("item", "Kredo Foundation (Italy)"), ("item", "MENETEK (Malta)"), ("item", "Omnia Federation, Austria – coordinator"),
        ("heading3", "News"), ("item", "Harbour Association opened a shop"))))
    assert {o for s, p, o in found if p == "hasPartner" and s == "LANTERN"} == {"Kredo Foundation", "MENETEK"}
    assert ("LANTERN", "implementedBy", "Omnia Federation") in found
    assert {(s, o) for s, p, o in found if p == "presentIn"} == {("Kredo Foundation", "IT"), ("MENETEK", "MT"), ("Omnia Federation", "AT")}


def test_countries_above_the_names() -> None:
    found = facts(extract(blocks(
        *PAGE, ("heading3", "Project partners"), ("prose", "In Greece:"), ("prose", "The Kredo Foundation with headquarters in Athens."), ("prose", "In Malta:"), ("prose", "Omnia Federation"))))
    assert {(s, o) for s, p, o in found if p == "presentIn"} == {("Kredo Foundation", "GR"), ("Omnia Federation", "MT")}
    assert not [f for f in found if f[1] == "takesPlaceIn"]


def test_bodies_after_their_country_under_a_line_that_leads_in() -> None:
    found = facts(extract(blocks(
        *PAGE, ("prose", "The participating organizations were:"), ("item", "Italy: Kredo Foundation, Omnia Marea;"), ("item", "Malta: MENETEK."), ("prose", "Greece: Harbour Association."))))
    assert {o for s, p, o in found if p == "hasPartner" and s == "LANTERN"} == {"Kredo Foundation", "Omnia Marea", "MENETEK"}
    assert {(s, o) for s, p, o in found if p == "presentIn"} == {("Kredo Foundation", "IT"), ("Omnia Marea", "IT"), ("MENETEK", "MT")}


def test_bodies_between_semicolons_after_partners() -> None:
    text = "LANTERN is run by a consortium of 3 partners: Kredo Foundation (Spain) is the Lead Partner; MENETEK (Malta); Institute for European and Foreign Studies (Greece)."
    found = facts(extract(blocks(("title", "LANTERN"), ("prose", "The LANTERN project helps refugees."), ("prose", text))))
    assert ("LANTERN", "implementedBy", "Kredo Foundation") in found
    assert {o for s, p, o in found if p == "hasPartner"} == {"MENETEK", "Institute for European and Foreign Studies"}
    assert {(s, o) for s, p, o in found if p == "presentIn"} >= {("Kredo Foundation", "ES"), ("MENETEK", "MT")}


def test_a_row_after_a_colon_without_partners_is_no_roll() -> None:
    reading = extract(blocks(*PAGE, ("prose", "LANTERN was praised by three papers: Kredo Foundation (Spain); MENETEK (Malta); Omnia Federation (Greece).")))
    assert not facts(reading, "hasPartner")


@pytest.mark.parametrize("heading", ["Funded by", "Donors", "Partners"])
def test_people_are_no_partners_and_no_funders(heading: str) -> None:
    reading = extract(blocks(*PAGE, ("heading3", heading), ("item", "Dr. Maria Rossi"), ("item", "Anna Schmidt")))
    assert not [f for f in facts(reading) if f[1] in ("hasPartner", "fundedBy")]


def test_a_clause_under_a_label_is_read_as_a_clause() -> None:
    found = facts(extract(blocks(*PAGE, ("heading3", "Partners"), ("prose", "Project partners are the Kredo Foundation and the Omnia Federation."))), "hasPartner")
    assert {o for _, _, o in found} == {"Kredo Foundation", "Omnia Federation"}


def test_a_heading_that_is_no_label_opens_no_roll() -> None:
    reading = extract(blocks(*PAGE, ("heading3", "Who visited us"), ("item", "Kredo Foundation (Italy)")))
    assert not facts(reading, "hasPartner")


@pytest.mark.parametrize(("text", "expected"), [
    ("Kredo (Italy), Omnia (Malta)", ["Kredo (Italy)", "Omnia (Malta)"]), ("Kredo, the Omnia Federation", ["Kredo", "Omnia Federation"]),
    ("Kredo (Rome, Italy), Omnia", ["Kredo (Rome, Italy)", "Omnia"]), ("Kredo Foundation, Italy", ["Kredo Foundation, Italy"]),
    ("Kredo; Omnia", ["Kredo", "Omnia"]), ("Kredo, which helps people", ["Kredo, which helps people"])])
def test_a_value_is_cut_into_names(text: str, expected: list[str]) -> None:
    assert [p.rstrip(")") for p in pieces(text, _marked("Italy", "Malta"), SmallWords.of({"articles": ["the"]}))] == [p.rstrip(")") for p in expected]


@pytest.mark.parametrize(("piece", "name", "found"), [
    ("Kredo (Italy)", "Kredo", True), ("Kredo, Italy", "Kredo", True), ("Kredo (the Italy)", "Kredo", True), ("Kredo Italy", "Kredo Italy", False), ("Italy", "Italy", False)])
def test_the_country_after_a_name(piece: str, name: str, found: bool) -> None:
    assert (country_of(piece, _marked("Italy"))[0], country_of(piece, _marked("Italy"))[1] is not None) == (name, found)


def test_what_can_be_a_body() -> None:
    assert is_body("Kredo Foundation") and is_body("kredo-foundation")
    assert not is_body("in 2019 Kredo") and not is_body("see https://kredo.example") and not is_body("nothing capital here")
    assert forms_of("Kredo Foundation (KRF)") == ("Kredo Foundation", "KRF") and forms_of("kredo-foundation") == ("kredo foundation",)


@pytest.mark.parametrize("text", ["The LANTERN project is funded by EU Horizon 2020.", "LANTERN is a 3-year project funded by EU Horizon 2020."])
def test_a_body_right_before_its_fund_is_only_its_owner(text: str) -> None:
    assert facts(extract(blocks(("prose", text))), "fundedBy") == {("LANTERN", "fundedBy", "Horizon 2020")}


def test_the_period_of_a_fund_is_not_the_project_s() -> None:
    found = facts(extract(blocks(("prose", "The LANTERN project is funded by AMIF 2014-2020."))))
    assert found == {("LANTERN", "fundedBy", "AMIF")}


def test_finance_as_a_noun_funds_nothing() -> None:
    found = facts(extract(blocks(("prose", "Kredo Foundation serves as a finance sector partner in the project “Lantern for all”."))))
    assert {p for _, p, _ in found} == {"hasPartner"}


def test_lines_that_are_a_name_and_its_country_are_partners() -> None:
    rows = (("item", "MENETEK – coordinator – Malta"), ("item", "Kredo Foundation – Italy"), ("item", "Omnia Marea – Spain"))
    found = facts(extract(blocks(*PAGE, *rows)))
    assert ("LANTERN", "implementedBy", "MENETEK") in found
    assert {o for s, p, o in found if p == "hasPartner" and s == "LANTERN"} == {"Kredo Foundation", "Omnia Marea"}


def test_lines_of_places_and_their_countries_are_no_partners() -> None:
    rows = (("item", "Zorbington (Malta)"), ("item", "Rome (Italy)"), ("item", "Brodnik (Spain)"))
    assert not facts(extract(blocks(*PAGE, *rows)), "hasPartner")


def test_a_line_that_says_with_whom_the_project_works_leads_in() -> None:
    found = facts(extract(blocks(
        ("title", "LANTERNA"), ("prose", "Il progetto LANTERNA aiuta i rifugiati. Prevede la collaborazione di tre organizzazioni europee:"),
        ("item", "MENETEK, dal Portogallo (leading partner)"), ("item", "Fondazione Kredo, dalla Svezia"), language="it")))
    assert ("LANTERNA", "hasPartner", "Fondazione Kredo") in found
    assert ("LANTERNA", "implementedBy", "MENETEK") in found
    assert {o for s, p, o in found if p == "coversCountry"} == {"PT", "SE"}


def test_a_line_about_bodies_in_general_without_a_partnership_leads_in_to_nothing() -> None:
    found = facts(extract(blocks(
        ("title", "LANTERNA"), ("prose", "Il progetto LANTERNA aiuta i rifugiati. Ne hanno scritto tre organizzazioni europee:"),
        ("item", "MENETEK, dal Portogallo"), ("item", "Fondazione Kredo, dalla Svezia"), language="it")))
    assert not [f for f in found if f[1] == "hasPartner"]


def test_with_is_no_label_inside_a_sentence() -> None:
    text = "The LANTERN project is related with these topics: Inclusion – equity; Learning – schools; Migrants’ issues"
    assert not facts(extract(blocks(("title", "The LANTERN project"), ("prose", text))), "hasPartner")


def test_lines_below_the_first_value_of_a_label_are_partners_too(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Projekt Maják\n\nProjekt pomáhá cizincům.\n\nPartneři:\n\nMuzeum Kredo - Polsko (koordinátor projektu)\n\n"
                    "Omnijské etnografické muzeum - Rumunsko\n\nCentrum Lumen - Itálie\n\nCentrum Omnia pomáhá cizincům s bydlením.\n", "utf-8")
    found = {(p, o) for s, p, o in facts(extract(read_file(page, "page.txt"))) if s == "Maják" and p in ("implementedBy", "hasPartner")}
    assert found == {("implementedBy", "Muzeum Kredo"), ("hasPartner", "Omnijské etnografické muzeum"), ("hasPartner", "Centrum Lumen")}


def test_a_bracket_gives_the_part_of_a_body_in_a_field(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("LANTERN project\n\nThe project helps refugees.\n\nPartners: Kredo Foundation (coordinator), Omnia Trust (Italy)\n", "utf-8")
    found = {(p, o) for _, p, o in facts(extract(read_file(page, "page.txt"))) if p in ("implementedBy", "hasPartner")}
    assert found == {("implementedBy", "Kredo Foundation"), ("hasPartner", "Omnia Trust")}


@pytest.mark.parametrize("value", [
    "Association for Harbour Relations (AHR) and Kredo Foundation",
    "Kredo Foundation and Association for Harbour Relations (AHR)",
    "Association for Harbour Relations (AHR) and the Kredo Foundation (KRF)",
])
def test_an_acronym_in_brackets_keeps_no_two_funders_together(value: str) -> None:
    reading = extract(read_bytes(f"Project Lantern\n\nFunder: {value}\nPeriod: 2021\n".encode(), "x.txt", "text/plain"))
    assert {o for _, _, o in facts(reading, "fundedBy")} == {"Association for Harbour Relations", "Kredo Foundation"}
