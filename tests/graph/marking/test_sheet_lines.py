"""Sheets whose labels have no colon, as tables of two columns leave them in plain text."""
from __future__ import annotations

from graph.extraction import extract
from graph.marking.language import language
from graph.marking.sheet_lines import with_sheet_lines
from tests.small_documents import blocks, facts

SHEET = (
    ("title", "LANTERN project"), ("prose", "Title Harbour Lights for Newcomers\nAcronym LANTERN"), ("prose", "Programme AMIF"), ("heading", "Project number 776 B"),
    ("heading", "Start – End Date 01/02/2021 – 31/03/2023"), ("heading", "Status Completed"), ("heading", "Total project funding €120,000"),
    ("heading", "Project Homepage https://lantern.example.org/"), ("prose", "The LANTERN project helps refugees."),
)


def test_lines_that_begin_with_labels_are_fields() -> None:
    found = {(p, o) for _, p, o in facts(extract(blocks(*SHEET)))}
    assert {("code", "776 B"), ("startDate", "2021-02-01"), ("endDate", "2023-03-31"), ("website", "https://lantern.example.org/"),
            ("targets", "refugees")} <= found
    assert len({s for s, p, _ in facts(extract(blocks(*SHEET))) if p in ("code", "targets")}) == 1


def test_the_fields_are_where_they_stand() -> None:
    document = blocks(*SHEET)
    read = with_sheet_lines(document, language("en"))
    fields = [f for b in read.blocks for f in b.fields]
    assert [document.text[f.value.start:f.value.end] for f in fields][:3] == ["Harbour Lights for Newcomers", "LANTERN", "AMIF"]
    assert all(f.label_span and document.text[f.label_span.start:f.label_span.end] == f.label for f in fields)


def test_few_such_lines_are_headings_and_text() -> None:
    document = blocks(("title", "Budget Friends of Malta"), ("heading", "Partners Meet in Gozo"), ("heading", "Website Launched"), ("prose", "Programme Lantern began. All came."))
    assert with_sheet_lines(document, language("en")) is document


def test_a_heading_with_an_address_names_no_project() -> None:
    reading = extract(blocks(("heading", "Project Corner https://kredo.example.org/"), ("prose", "The project helps refugees in Malta.")))
    assert not any("http" in s for s, _, _ in facts(reading))


def test_a_label_for_the_name_of_bodies_is_theirs() -> None:
    for code, label, name in (("ro", "Denumire Parteneri", "hasPartner"), ("pl", "Nazwa partnerów", "hasPartner"),
                              ("sl", "Naziv partnerja", "hasPartner"),
                              ("ro", "Denumire proiect", "title")):
        assert language(code).fields.property_of(label) == name, label


def test_a_title_label_alone_makes_a_record_of_its_line() -> None:
    document = with_sheet_lines(blocks(("heading", "Title/Number Harbour Protection Programme in Norland: Enhancing choices"), ("prose", "It begins in May.")), language("en"))
    assert [(f.label, document.text[f.value.start:f.value.end]) for b in document.blocks for f in b.fields] == [
        ("Title/Number", "Harbour Protection Programme in Norland: Enhancing choices")]
    plain = blocks(("heading", "Project Harbour Protection"), ("prose", "It begins in May."))
    assert with_sheet_lines(plain, language("en")) is plain

def test_a_short_sheet_with_an_amount_and_years_is_one() -> None:
    lines = (("title", "EU funded projects in Malta"), ("heading", "Shelter for Displaced People"), ("heading2", "PROJECT DETAILS"),
             ("heading", "Value €7,567,400"), ("heading", "Period of implementation 2010, 2012"), ("heading", "Locations Valletta, Gozo"))
    assert {("Shelter for Displaced People", "budget", "7567400 EUR")} == facts(extract(blocks(*lines)), "budget")


def test_few_words_and_a_day_are_no_title() -> None:
    lines = (("title", "Adoption date 15/12/2016"), ("heading", "Shelter for displaced people"), ("prose", "The project is run by the Kredo Foundation."))
    assert {s for s, _, _ in facts(extract(blocks(*lines)), "implementedBy")} == {"Shelter for displaced people"}
