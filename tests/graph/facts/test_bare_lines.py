"""Lines without a label under a project's title, and titles that such lines prove to be projects'."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from tests.small_documents import blocks, facts


def test_a_period_below_a_title_makes_it_a_project() -> None:
    reading = extract(blocks(("title", "Light for Newcomers"), ("heading3", "1 January 2022 – 30 June 2023"), ("prose", "AMIF 2021-2027"), ("prose", "Volunteers teach refugees.")))
    assert facts(reading) >= {
        ("Light for Newcomers", "startDate", "2022-01-01"), ("Light for Newcomers", "endDate", "2023-06-30"), ("Light for Newcomers", "fundedBy", "AMIF")}
    assert not {o for _, p, o in facts(reading) if p == "startDate"} - {"2022-01-01"}


def test_a_title_alone_is_no_project() -> None:
    reading = extract(blocks(("title", "Light for Newcomers"), ("prose", "Volunteers teach refugees in Malta.")))
    assert facts(reading) == set()


@pytest.mark.parametrize("line", ["We met in January 2022 – March 2022 in town.", "The AMIF office"])
def test_a_line_with_more_in_it_is_left_to_the_rules(line: str) -> None:
    reading = extract(blocks(("title", "LANTERN"), ("prose", line), ("prose", "The LANTERN project helps refugees.")))
    assert not any(s.rule == "bare.line" for s in reading.statements)


def test_countries_below_a_title() -> None:
    reading = extract(blocks(("title", "LANTERN"), ("prose", "Italy, Malta and Austria"), ("prose", "The LANTERN project helps refugees.")))
    assert {o for _, p, o in facts(reading) if p == "coversCountry"} == {"IT", "MT", "AT"}


def test_where_and_when_a_page_was_written_is_not_where_the_project_works() -> None:
    reading = extract(blocks(("title", "LANTERN"), ("prose", "Brussels, 15 December 2017"), ("prose", "The LANTERN project helps refugees.")))
    assert not facts(reading, "takesPlaceIn") | facts(reading, "coversCountry")
