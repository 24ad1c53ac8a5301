"""Titles in title case, and what is none."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts, read

AFTER = [
    ("The project entitled Young Hands and Young Voices in the Changing Town is funded by the Kredo Foundation.", "Young Hands and Young Voices in the Changing Town"),
    ("IOM supports the project: Rebuilding Lives through Laying New Roots for Mali, funded by the Kredo Foundation.", "Rebuilding Lives through Laying New Roots for Mali"),
    ("The project Bridges to Work is funded by the Kredo Foundation.", "Bridges to Work"),
    ("The project LANTERN in Malta is funded by the Kredo Foundation.", "LANTERN"),
    ("The project Learning together in the harbour quarters, funded by the Kredo Foundation, begins.", "Learning together in the harbour quarters"),
]
BEFORE = [
    ("The Pathways to Work project is funded by the Kredo Foundation.", "Pathways to Work"),
    ("The Joint Harbour Initiative for Safe Return is funded by the Kredo Foundation.", "Joint Harbour Initiative for Safe Return"),
    ("The Walk to Learn Project aims to help refugees and is funded by the Kredo Foundation.", "Walk to Learn"),
    ("Funding for the Walk to Learn project comes from the Kredo Foundation.", "Walk to Learn"),
    ("LANTERN is a three-year Erasmus+ project, funded by the Kredo Foundation.", "LANTERN"),
    ("Closure of LANTERN project: it was funded by the Kredo Foundation.", "LANTERN"),
]


@pytest.mark.parametrize(("text", "name"), AFTER + BEFORE)
def test_a_title_goes_on_over_small_words(text: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text), "fundedBy")} == {name}


@pytest.mark.parametrize(("language", "text", "name"), [
    ("es", "El proyecto Manos a la Obra está financiado por la Fundación Kredo.", "Manos a la Obra"),
    ("es", "El programa Salud en Ruta está financiado por la Fundación Kredo.", "Salud en Ruta"),  # "Salud" alone is a theme
    ("es", "El proyecto Faro en Toluca está financiado por la Fundación Kredo.", "Faro"),
    ("pt", "O projeto Mãos para o Futuro é financiado pela Fundação Kredo.", "Mãos para o Futuro"),
    ("it", "Il progetto Passi verso il Lavoro è finanziato dalla Fondazione Kredo.", "Passi verso il Lavoro"),
    ("it", "Il progetto Lanterna in Sicilia è finanziato dalla Fondazione Kredo.", "Lanterna"),
    ("fr", "Le projet Passerelles vers l'Emploi est financé par la Fondation Kredo.", "Passerelles vers l'Emploi"),
    ("fr", "Le projet Lanterne en Wallonie est financé par la Fondation Kredo.", "Lanterne"),
])
def test_romance_titles_go_on_over_small_words(language: str, text: str, name: str) -> None:
    assert {s for s, _, _ in facts(read(text, language), "fundedBy")} == {name}


def test_a_compound_with_a_project_noun_is_no_project() -> None:
    reading = read("We held workshops on Project Design and Fundraising Essentials to strengthen towns. They were funded by the Kredo Foundation.")
    assert not any("Design" in s for s, _, _ in facts(reading))


def test_a_headline_that_tells_news_is_the_name_of_an_unnamed_project_as_a_whole_or_not_at_all() -> None:
    text = "The IOM announced a project with funding from AMIF. The project will help refugees. The project ends in 2027."
    reading = extract(blocks(("title", "IOM, Kredo Foundation to support refugees in Malta"), ("prose", text)))
    assert {s for s, _, _ in facts(reading)} == {"IOM, Kredo Foundation to support refugees in Malta"}


@pytest.mark.parametrize("name", ["TCN", "Home Affairs"])
def test_a_group_or_an_office_is_no_project(name: str) -> None:
    lines = {"TCN": "It helps third country women (TCN). The plans of TCN women count. All TCN women and TCN men come.",
             "Home Affairs": "The Commissioner for Home Affairs came. As Commissioner for Home Affairs, she spoke. Now Home Affairs pays."}
    reading = extract(blocks(("heading", "Migration and Home Affairs"), ("prose", f"The project helps towns. {lines[name]} The project is funded by AMIF.")))
    assert name not in {s for s, _, _ in facts(reading)}


def test_a_noun_in_capitals_is_a_project_s_name() -> None:
    assert ("GUIDE", "fundedBy", "AMIF") in facts(read("The GUIDE project is funded by AMIF."))
    assert not facts(read("The guide was paid for by the town."), "fundedBy")


def test_a_call_and_a_division_keep_their_names() -> None:
    reading = read("The Funds and Programmes Division manages the Harbour Fund and has published a Call for Proposals under the Harbour Fund.")
    names = {name.text for e in reading.entities for name in e.names}
    assert "Funds and Programmes Division" in names and "Proposals" not in names


MEETINGS = [
    ("The Third Transnational Meeting of the LANTERN project was held in Riga on 3 May 2021.", "Third Transnational Meeting", "LANTERN"),
    ("The Final Conference of the Pathways to Work project was held in Riga on 3 May 2021.", "Final Conference", "Pathways to Work"),
    ("The kick-off meeting of the “Lamps for Newcomers” (LANTERN) project took place in Riga (3-4 May 2021).", "kick-off meeting", "Lamps for Newcomers"),
]


@pytest.mark.parametrize(("text", "event", "name"), MEETINGS)
def test_a_meeting_of_a_project_is_not_its_name(text: str, event: str, name: str) -> None:
    found = facts(read(text + " The project helps refugees."))
    assert {(s, o) for s, p, o in found if p == "hasEvent"} == {(name, event)}
    assert (event, "coversCountry", "LV") in found or (event, "coversCountry", "Latvia") in found
    assert not any(p in ("startDate", "endDate") for _, p, _ in found)


def test_what_somebody_gets_for_a_german_project_is_no_part_of_its_name() -> None:
    found = read("Der Verein Kredo hat für sein Projekt Laterne eine Förderung der Stiftung Omnia erhalten.", "de")
    assert [e.names[0].text for e in found.entities if e.kind == "Project"] == ["Laterne"]
