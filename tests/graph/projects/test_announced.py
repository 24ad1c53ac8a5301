"""Projects that are announced before they are named, and names that only look like one."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts, read


def projects(text: str, language: str) -> set[str]:
    return {e.names[0].text for e in read(text, language).entities if e.kind == "Project"}


@pytest.mark.parametrize(("language", "text"), [
    ("de", "Ein neues Projekt ist an den Start gegangen: „Licht am Hafen“ wird vom AMIF gefördert."),
    ("en", "A new project has begun: “Licht am Hafen” is funded by AMIF."),
    ("nl", "Er is een nieuw project gestart: “Licht am Hafen” wordt gefinancierd door AMIF.")])
def test_a_quotation_behind_the_colon_is_the_project_announced(language: str, text: str) -> None:
    assert ("Licht am Hafen", "fundedBy", "AMIF") in facts(read(text, language))


def test_words_that_are_spoken_behind_a_colon_name_nothing() -> None:
    assert not projects("Ein Projekt, das Mut macht: „Arbeit ist alles“, sagen die Frauen.", "de")


def test_a_quotation_that_serves_people_is_a_project_but_a_single_word_is_none() -> None:
    text = "„Licht am Hafen“ unterstützt geflüchtete Frauen. Das Angebot wird vom AMIF gefördert."
    assert projects(text, "de") == {"Licht am Hafen"}
    assert not projects("„Asyl“ unterstützt geflüchtete Frauen. Das Angebot wird vom AMIF gefördert.", "de")


def test_with_a_name_a_body_helps() -> None:
    text = "Mit LATERNE unterstützt die Kredo-Stiftung geflüchtete Frauen. LATERNE läuft bis 2027."
    assert ("LATERNE", "implementedBy", "Kredo-Stiftung") in facts(read(text, "de"))


def test_an_acronym_of_bodies_is_no_project() -> None:
    text = "Gefördert wurden Netzwerke der Arbeitsgemeinschaften (ArGen). Das Projekt Laterne lief bis 2015. ArGen sind Partner."
    assert "ArGen" not in projects(text, "de")


def test_an_aside_with_verbs_is_no_title() -> None:
    text = "Het project Lantaarn helpt. Zetten – die eerder Huis Kredo begon – wil met zijn team een project maken."
    assert not any("begon" in name for name in projects(text, "nl"))


@pytest.mark.parametrize("verb", ["uppmuntra", "stärka", "hjälpa"])
def test_an_infinitive_behind_a_modal_ends_a_swedish_title(verb: str) -> None:
    text = f"Kredo-stiftelsen ska i projektet Ljus mod {verb} romska kvinnor att studera."
    assert ("Ljus mod", "implementedBy", "Kredo-stiftelsen") in facts(read(text, "sv"))


def test_a_heading_below_a_named_project_is_a_section() -> None:
    reading = extract(blocks(
        ("prose", "Projektet LYKTA finansieras av AMIF."), ("heading", "Goda kontakter i länet"),
        ("prose", "Alla skolor som deltar i projektet har goda kontakter."), language="sv"))
    assert {e.names[0].text for e in reading.entities if e.kind == "Project"} == {"LYKTA"}


def test_a_heading_that_is_a_local_body_is_no_project() -> None:
    reading = extract(blocks(
        ("heading", "OCMW Gent"), ("prose", "Het project werkt samen met de Kredo Stichting en loopt tot 2019."), language="nl"))
    assert not [e for e in reading.entities if e.kind == "Project" and "OCMW" in e.names[0].text]


def test_words_inside_a_name_trigger_nothing() -> None:
    text = "Kumppanina arjessa -hanke auttaa. Kumppanina arjessa on Kredo-säätiön hanke."
    assert not facts(read(text, "fi"), "hasPartner")


@pytest.mark.parametrize(("language", "text", "fact"), [
    ("nl", "Het Kredo Fonds heeft voor dit jaar 100.000 euro toegezegd voor het project Lantaarn.", ("Lantaarn", "fundedBy", "Kredo Fonds")),
    ("de", "Die Kredo-Stiftung stellt in diesem Jahr 90.000 Euro für das Projekt LATERNE zur Verfügung.", ("LATERNE", "fundedBy", "Kredo-Stiftung")),
    ("sv", "Kredo-stiftelsen har avsatt 3 miljoner kronor till projektet LYKTA.", ("LYKTA", "fundedBy", "Kredo-stiftelsen")),
    ("fi", "LYHTY-hankkeessa Kredo-säätiö kouluttaa vapaaehtoisia.", ("LYHTY", "implementedBy", "Kredo-säätiö"))])
def test_who_gives_and_who_does(language: str, text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(read(text, language))


def test_what_stands_elsewhere_as_a_heading_is_the_whole_title() -> None:
    reading = extract(blocks(
        ("title", "Musik genom kultur"), ("prose", "Utvecklingsprojektet Musik genom kultur är nu avslutat. Projektet finansierades av AMIF."),
        language="sv"))
    assert {s for s, _, _ in facts(reading, "fundedBy")} == {"Musik genom kultur"}


def test_a_clause_before_the_copula_is_no_title() -> None:
    text = "Hierzu einen Beitrag zu leisten, war das Anliegen des Projekts „Licht im Handwerk“. Das Projekt wird vom AMIF gefördert."
    assert projects(text, "de") == {"Licht im Handwerk"}


def test_each_grant_line_opens_the_passage_of_its_project() -> None:
    reading = extract(blocks(
        ("prose", "Föreningen Kredo Väst får stöd med 90 000 kr för ”Ljus i hamnen”."),
        ("heading", "Föreningen Omnia Öst får stöd med 70 000 kr för ”Steg på väg”"),
        ("prose", "Projektet riktar sig till flyktingar."), language="sv"))
    assert facts(reading, "targets") == {("Steg på väg", "targets", "refugees")}


def test_the_value_of_a_heading_that_is_a_label_is_no_project() -> None:
    reading = extract(blocks(
        ("title", "En god start"), ("prose", "Projektet har avslutats."), ("heading", "Projektets huvudmålsättning"),
        ("heading", "Utveckla en gemensam modell i hamnen"), ("prose", "Projektet finansieras av AMIF."), language="sv"))
    assert {s for s, _, _ in facts(reading, "fundedBy")} == {"En god start"}


def test_a_list_of_doers_ends_where_another_role_begins() -> None:
    text = "LYHTY-hanke alkoi. Hankkeen toteuttajina toimivat Kredo-säätiö ja Omnia ry sekä yhteistyökumppaneina Vega ry ja Altair ry."
    found = facts(read(text, "fi"))
    assert {o for _, p, o in found if p == "implementedBy"} == {"Kredo-säätiö", "Omnia ry"}
    assert ("LYHTY", "hasPartner", "Vega ry") in found


def test_a_forum_acts_like_a_body() -> None:
    found = facts(read("I våras blev Unga Forum beviljat medel från AMIF till projektet LYKTA.", "sv"), "implementedBy")
    assert found == {("LYKTA", "implementedBy", "Unga Forum")}


def test_who_pays_is_not_whose_project_it_is() -> None:
    found = facts(read("Das Projekt „Licht im Handwerk“ wird vom Kredo-Verband finanziert.", "de"))
    assert ("Licht im Handwerk", "fundedBy", "Kredo-Verband") in found
    assert not [o for _, p, o in found if p == "implementedBy"]
