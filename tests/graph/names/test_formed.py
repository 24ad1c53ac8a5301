"""Names that a legal form closes, lists behind the point of one, and names behind a bare project noun."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts, read


@pytest.mark.parametrize(("language", "text", "body"), [
    ("de", "Das Projekt LATERNE wird vom Verein Gemeinsam leben und lernen in Linden e.V. umgesetzt.", "Verein Gemeinsam leben und lernen in Linden e.V."),
    ("de", "Das Projekt LATERNE wird von Nachbarn ohne Mauern e.V. umgesetzt.", "Nachbarn ohne Mauern e.V."),
    ("de", "Das Projekt LATERNE wird vom Frauen helfen Frauen e. V. umgesetzt.", "Frauen helfen Frauen e. V."),
    ("de", "Das Projekt LATERNE wird von hafenlicht e.V. umgesetzt.", "hafenlicht e.V."),
    ("fi", "LYHTY-hanketta koordinoi Harbours for All ry.", "Harbours for All ry")])
def test_a_name_runs_over_small_words_to_its_legal_form(language: str, text: str, body: str) -> None:
    assert {o for _, _, o in facts(read(text, language), "implementedBy")} == {body}


@pytest.mark.parametrize("text", [
    "Das Projekt LATERNE bietet Räume für Linden e.V. und wird in Kooperation mit Hafen e.V. umgesetzt.",
    "Das Projekt LATERNE läuft in Kooperation mit der gemeinnützigen Hafen GmbH."])
def test_what_stands_before_a_body_is_no_part_of_it(text: str) -> None:
    bodies = {o for _, _, o in facts(read(text, "de")) if "Hafen" in o}
    assert bodies and bodies <= {"Hafen e.V.", "Hafen GmbH", "gemeinnützigen Hafen GmbH"}


@pytest.mark.parametrize(("language", "text"), [
    ("de", "Das Projekt LATERNE wird vom Kredo Hilfsdienst e.V. und der Omnia-Stiftung umgesetzt."),
    ("de", "Das Projekt LATERNE wird vom Kredo Hilfsdienst e. V., der Omnia-Stiftung und dem Mosaik Treff umgesetzt."),
    ("it", "Il progetto LATERNE è realizzato da Kredo S.r.l. e dalla Fondazione Omnia.")])
def test_a_list_goes_on_behind_the_point_of_a_legal_form(language: str, text: str) -> None:
    assert len(facts(read(text, language), "implementedBy")) >= 2


@pytest.mark.parametrize(("text", "name"), [
    ("Das Projekt Leuchtturm wird vom AMIF gefördert. Das Projekt hilft Flüchtlingen.", "Leuchtturm"),
    ("Das Projekt Sprachtreff Linden wird vom AMIF gefördert.", "Sprachtreff Linden"),
    ("Träger des Projekts Leuchtturm ist Haus der Kulturen gGmbH.", "Leuchtturm")])
def test_a_name_behind_a_bare_project_noun_is_a_projects(text: str, name: str) -> None:
    assert {e.names[0].text for e in read(text, "de").entities if e.kind == "Project"} == {name}


@pytest.mark.parametrize("text", ["Die Kredo-Stiftung leitet Projekte Lindens für Flüchtlinge.", "Das ist ein Projekt Lindens."])
def test_several_projects_or_a_project_of_a_town_bear_no_name(text: str) -> None:
    assert not [e for e in read(text, "de").entities if e.kind == "Project"]


def test_a_ministrys_name_goes_on_with_for_behind_a_comma() -> None:
    text = "Die Mittel werden vom Staatsministerium des Innern, für Sport und Integration bereitgestellt. Das Projekt LATERNE hilft."
    found = {o for _, _, o in facts(read("Das Projekt LATERNE hilft Frauen. " + text, "de"), "fundedBy")}
    assert found == {"Staatsministerium des Innern, für Sport und Integration"}


def test_a_bodys_name_in_two_languages_is_one_body() -> None:
    reading = extract(blocks(
        ("heading", "Rahoitetut hankkeet"),
        ("item", "Kredo ry – Light for All rf, Hei siellä! -hanke, 90 000 €"),
        ("item", "Omnia ry, Valoa kotiin -hanke, 50 000 €"), language="fi"))
    found = facts(reading, "implementedBy")
    assert {o for _, _, o in found} == {"Kredo ry – Light for All rf", "Omnia ry"}
    assert len({s for s, _, _ in found}) == 2


@pytest.mark.parametrize("body", ["Learning for Life Foundation", "Women in Trade Association", "Learning without Borders Trust"])
def test_a_name_runs_over_a_small_word_to_its_head_noun(body: str) -> None:
    assert {o for _, _, o in facts(read(f"The LANTERN project is run by the {body}."), "implementedBy")} == {body}


@pytest.mark.parametrize("text", [
    "The LANTERN project is run by the Kredo Foundation. It wrote the Guide to Omnia House.",
    "The LANTERN project is run by the Kredo Foundation. After the Visit to Omnia House it went on."])
def test_what_is_done_at_a_body_is_no_part_of_its_name(text: str) -> None:
    reading = read(text)
    assert {o for _, _, o in facts(reading, "implementedBy")} == {"Kredo Foundation"}
    assert not any("to Omnia" in n.text for e in reading.entities if e.kind == "Organisation" for n in e.names)
