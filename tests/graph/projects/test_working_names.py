"""Projects that a page names in passing: a quotation that news goes back to, what "we" did under a name, forms."""
from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction import extract
from graph.model import Reading
from graph.reading import read as read_file
from tests.small_documents import facts, read


def _page(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    return extract(read_file(path, path.name))


def test_news_goes_back_to_the_quoted_name() -> None:
    text = "To share what cities know, the Kredo Foundation has launched “HarbourCities”. Funded by AMIF, the project offers advice to towns."
    assert ("HarbourCities", "fundedBy", "AMIF") in facts(read(text))


def test_what_we_did_under_a_name() -> None:
    text = "We wrapped up BEACONS! Under BEACONS, we have developed a course. Our partner cities Prague and Oulu helped."
    assert {s for s, _, _ in facts(read(text), "hasPartner")} == {"BEACONS"}


@pytest.mark.parametrize("title", ["KRED Launches HarbourCities to Help Towns in Malta", "Ongoing UNHCR project in Malta"])
def test_a_headline_names_no_project(tmp_path: Path, title: str) -> None:
    reading = _page(tmp_path, f"{title}\n\nThis newly launched project helps refugees in Malta. The project is funded by AMIF.\n")
    assert not {s for s, _, _ in facts(reading)} & {"Ongoing UNHCR", "KRED Launches HarbourCities to Help Towns in Malta"}


def test_labelled_headings_open_sections(tmp_path: Path) -> None:
    text = (
        "Pre-defined Project: Fair procedures for newcomers in the harbour\n\nThe project is implemented by UNHCR.\n\n"
        "Pre-defined Project: Schools for everyone in the islands\n\nThe project is implemented by the Kredo Foundation.\n"
    )
    found = {(s, o) for s, _, o in facts(_page(tmp_path, text), "implementedBy")}
    assert found == {("Fair procedures for newcomers in the harbour", "UNHCR"), ("Schools for everyone in the islands", "Kredo Foundation")}


def test_a_form_gives_its_title_below_a_label(tmp_path: Path) -> None:
    text = (
        "ACTION DOCUMENT\nTHE EUROPEAN UNION EMERGENCY TRUST FUND FOR STABILITY AND ADDRESSING THE ROOT CAUSES OF IRREGULAR MIGRATION AND DISPLACED "
        "PERSONS IN AFRICA\nT05-EUTF-HOA-ET-77\n1. IDENTIFICATION\nTitle\nLasting support to returnees in the highlands.\nTotal costs\n"
        "Total estimated cost: EUR 1,150,000\n2. CONTEXT\nThe overall objective of the action is to help returnees in Ethiopia.\n"
    )
    found = facts(_page(tmp_path, text))
    name = "Lasting support to returnees in the highlands"
    assert {(name, "code", "T05-EUTF-HOA-ET-77"), (name, "budget", "1150000 EUR"), (name, "coversCountry", "ET")} <= found
    assert {s for s, p, _ in found if p == "fundedBy"} == {name}


@pytest.mark.parametrize("title", [
    "Fostering Lasting Return in Albania, the Kosovo province and Malta, by Reinforcing Harbour Capacity for Help to Returnees (November 2013 - October 2015)",
    "Setting up of a Harbour Mechanism to Support Talks with Source and Destination Countries.",
    "Movement for growth in the southern harbours (February 2011 – December 2012)",
])
def test_the_title_stands_right_above_the_text(tmp_path: Path, title: str) -> None:
    text = f"Harbour Foundation\n\nWhat We Do\n\nNewest TV Spot\n\n{title}\n\nThe goal of the project was to help returnees. The project was implemented by KREDO."
    names = {s for s, _, o in facts(_page(tmp_path, text), "implementedBy") if o == "KREDO"}
    assert names == {title.split(" (")[0].rstrip(".")}


def test_a_title_of_a_page_ends_in_no_body_without_a_mark(tmp_path: Path) -> None:
    text = "Harbours Donated Money For Return to their Home Country\n\nThe project “Safe Return of Seafarers” began. We are implementing now this project."
    assert not facts(_page(tmp_path, text), "implementedBy")


def test_a_sentence_among_others_is_no_title() -> None:
    text = "Wydano raport. Napisały go trzy osoby.\n\nChodziło o to, by przybliżyć do siebie uchodźców i mieszkańców, zmniejszając różnice.\n\nProjekt otrzymał pieniądze z budżetu państwa.\n\nProwadzi go Fundacja Kredo."
    assert not facts(read(text, "pl"), "fundedBy")
