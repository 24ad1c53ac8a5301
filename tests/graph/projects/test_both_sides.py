"""Names on both sides of a project noun, quotations with the noun inside or behind them, and what is none."""
from __future__ import annotations

import pytest

from tests.small_documents import facts, read


@pytest.mark.parametrize("acronym", ["LANTERN", "LNT", "MILANO"])
def test_an_acronym_before_the_noun_and_a_quotation_behind_it_are_one_project(acronym: str) -> None:
    long = "Light Nearness and Towns" if acronym == "LNT" else "Work for Newcomers in Towns"
    reading = read(f"The {acronym} project “{long}” is funded by AMIF. The partners of {acronym} are the Kredo Foundation and the Omnia Association.")
    projects = [e for e in reading.entities if e.kind == "Project"]
    assert len(projects) == 1 and {acronym, long} <= {n.text for n in projects[0].names}
    assert {o for _, _, o in facts(reading, "hasPartner")} == {"Kredo Foundation", "Omnia Association"}


def test_a_short_word_before_the_noun_is_the_body_that_runs_what_is_quoted() -> None:
    reading = read("The KRF project “Work for Newcomers in Towns” is funded by AMIF.")
    assert all("KRF" not in {n.text for n in e.names} for e in reading.entities if e.kind == "Project")


def test_a_quotation_that_ends_in_a_project_noun_is_a_project() -> None:
    reading = read("To look back on “Help for Harbour Towns Programme”, the Kredo Foundation met in Malta. The programme is funded by AMIF.")
    assert {s for s, _, _ in facts(reading, "fundedBy")} == {"Help for Harbour Towns Programme"}


def test_a_quotation_in_lower_case_before_the_noun_is_a_project_and_governments_pay() -> None:
    reading = read("It comes within the “work and harbour towns” project, which is supported by the government of Japan, the government of Kuwait and the Omnia Agency.")
    assert {s for s, _, _ in facts(reading, "fundedBy")} == {"work and harbour towns"}
    assert {o for _, _, o in facts(reading, "fundedBy")} == {"government of Japan", "government of Kuwait", "Omnia Agency"}
    assert not facts(reading, "coversCountry")


def test_a_plural_of_places_inside_a_title_begins_no_list_of_places() -> None:
    reading = read("The “Cities of Light – More for Newcomers” project is a project between Harbourlight (Germany), Omnia Network (Portugal) and Kredo Association (Spain).")
    assert {o for _, _, o in facts(reading, "hasPartner")} == {"Harbourlight", "Omnia Network", "Kredo Association"}
    assert not facts(reading, "takesPlaceIn")


def test_a_part_in_a_bracket_does_not_end_a_list_of_partners() -> None:
    reading = read("The LANTERN project helps refugees. The partners of LANTERN are the Kredo Foundation (project coordinator), the Omnia Association (Malta) and the Nimbus Institute.")
    assert {"Omnia Association", "Nimbus Institute"} <= {o for _, _, o in facts(reading, "hasPartner")}
