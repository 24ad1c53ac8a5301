"""Projects that a list names, calls for proposals, title fields of project sheets."""
from __future__ import annotations

from graph.extraction import extract
from graph.model import Block, Document, Field, Span
from tests.small_documents import blocks, facts, read


def test_a_list_of_projects_names_each() -> None:
    reading = extract(blocks(
        ("heading3", "Projects funded in 2019"), ("item", "Lantern: light for newcomers led by the Kredo Foundation."),
        ("item", "A roof for every family lead by the Omnia Federation.")))
    assert {(s, o) for s, p, o in facts(reading) if p == "implementedBy"} == {
        ("Lantern: light for newcomers", "Kredo Foundation"), ("A roof for every family", "Omnia Federation")}


def test_a_list_after_a_colon() -> None:
    reading = extract(blocks(
        ("prose", "The call concerns the following projects:"), ("item", "Greek courses for refugees"), ("item", "Welcome centre for asylum seekers")))
    assert {s for s, p, _ in facts(reading) if p == "targets"} == {"Greek courses for refugees", "Welcome centre for asylum seekers"}


def test_other_lists_name_no_projects() -> None:
    reading = extract(blocks(("prose", "Our volunteers do the following:"), ("item", "Greek courses for refugees"), ("item", "Meals for asylum seekers")))
    assert not [e for e in reading.entities if e.kind == "Project"]


def test_items_that_begin_with_a_sum_name_no_projects() -> None:
    reading = extract(blocks(
        ("heading3", "Projects funded in 2019"), ("item", "15,000 euros from the Kredo Foundation"), ("item", "20,000 euros for the Omnia Federation")))
    assert not [e for e in reading.entities if e.kind == "Project"]


def test_a_list_of_bodies_that_run_projects_names_bodies() -> None:
    reading = extract(blocks(
        ("prose", "Two of the projects are:"), ("item", "Kredo Foundation which runs courses for refugees"), ("item", "Omnia Federation which runs courses for refugees")))
    assert not [e for e in reading.entities if e.kind == "Project"]


def test_a_call_its_manager_fund_amount_and_deadline() -> None:
    reading = extract(blocks(
        ("title", "Open call for project proposals under AMIF"),
        ("prose", "The Harbour Division (HARD), as the Managing Authority of the Ocean Fund, has launched an open call for project proposals on 26 May 2017."),
        ("prose", "The total amount of funding granted through the call is €3,560,000."),
        ("prose", "Proposals reach the office by noon of the 23rd of June 2017.")))
    call = "Open call for project proposals under AMIF"
    assert facts(reading) >= {
        (call, "underFund", "AMIF"), (call, "managedBy", "Harbour Division"), ("Ocean Fund", "managedBy", "Harbour Division"),
        (call, "budget", "3560000 EUR"), (call, "deadline", "2017-06-23")}


def test_a_unit_of_a_ministry_is_part_of_it() -> None:
    found = facts(read("The LANTERN project is funded by the Welcome Unit of the Ministry of Harbours."))
    assert ("Welcome Unit of the Ministry of Harbours", "unitOf", "Ministry of Harbours") in found


def test_the_title_field_of_a_sheet_is_the_name_not_the_heading_above() -> None:
    parts = ["1. IDENTIFICATION", "Title reference: Light along the route", "Total costs: EUR 15 million"]
    text, made, at = "\n\n".join(parts), [], 0
    for part in parts:
        label, colon, value = part.partition(": ")
        fields = (Field(label, Span(at + len(label) + 2, at + len(part)), Span(at, at + len(label))),) if colon else ()
        made.append(Block("record" if colon else "heading", Span(at, at + len(part)), 0 if colon else 2, fields, "document" if colon else None))
        at += len(part) + 2
        assert not colon or value
    reading = extract(Document("small.txt", "0" * 64, text, "en", tuple(made)))
    assert ("Light along the route", "budget", "15000000 EUR") in facts(reading)


def test_the_number_of_a_directive_is_no_period() -> None:
    assert not {p for _, p, _ in facts(read("The LANTERN project follows Directive 2013/32/EU in Malta."))} & {"startDate", "endDate"}


def test_a_site_s_name_is_not_the_project_that_the_page_describes() -> None:
    reading = extract(blocks(
        ("title", "KREDIS"), ("heading2", "KREDIS"), ("heading3", "Children in a Changing Land"), ("heading3", "Objective"),
        ("prose", "The objective of the project is to support refugees.")))
    assert {s for s, p, _ in facts(reading) if p == "targets"} == {"Children in a Changing Land"}


def test_what_a_call_has_without_being_named_again() -> None:
    reading = extract(blocks(
        ("title", "Förderaufruf „Hafenlicht“"), ("prose", "Die Kredo-Stiftung ruft Vereine auf, Anträge einzureichen."),
        ("prose", "Insgesamt stehen 900.000 Euro aus dem AMIF zur Verfügung."), language="de"))
    found = {(p, o) for s, p, o in facts(reading) if s.startswith("Förderaufruf")}
    assert {("managedBy", "Kredo-Stiftung"), ("budget", "900000 EUR"), ("underFund", "AMIF")} <= found


def test_the_part_of_a_calls_title_is_no_project_and_an_example_is_not_the_pages() -> None:
    reading = extract(blocks(
        ("title", "Call for proposals 2024 – Arriving well"), ("prose", "The Kredo Foundation invites proposals under the call “Arriving well”. It helps refugees and women."),
        ("prose", "The total budget is EUR 200,000."), ("prose", "The deadline is 15 May 2024."), ("prose", "In the last call the LANTERN project of the Omnia Association was funded."), ("prose", "An information day is held in June.")))
    assert not [e for e in reading.entities if e.kind == "Project" and e.names[0].text == "Arriving well"]
    assert not [f for f in facts(reading, "targets") if f[0] == "LANTERN"]

def test_a_list_below_a_line_of_text_names_projects_behind_codes_and_funds() -> None:
    reading = extract(blocks(
        ("prose", "Three of the projects have begun:"),
        ("item", "PROG-194 AMIF Lantern on course, where Kredo will work in schools"),
        ("item", "PROG-130 AMIF Rope – Ties for newcomers, in which Kredo leads")))
    found = {e.names[0].text for e in reading.entities if e.kind == "Project"}
    assert {"Lantern on course", "Rope – Ties for newcomers"} <= found


def test_a_fund_at_the_head_of_a_title_is_no_form_of_its_name() -> None:
    reading = extract(blocks(
        ("heading2", "FAMI – LANTERNA NORD"), ("prose", "Il progetto LANTERNA NORD, finanziato con i fondi FAMI, è realizzato da Nuova Kredo."), language="it"))
    assert [e.names for e in reading.entities if e.kind == "Project"]
    assert not any(n.text == "FAMI" for e in reading.entities if e.kind == "Project" for n in e.names)
    assert {o for _, p, o in facts(reading) if p == "fundedBy"} == {"fondi FAMI"}
