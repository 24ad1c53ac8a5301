"""Lines that are a label and nothing else, with the value below."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.marking.language import language
from tests.small_documents import blocks, facts

SHEET = (
    ("heading", "Project title"), ("heading", "Harbour lights for newcomers"), ("heading", "Countries"), ("prose", "Italy, Malta"),
    ("heading", "Duration"), ("prose", "January 2021 – March 2023"), ("heading", "Budget"), ("prose", "EUR 120,000"),
    ("heading", "Funding"), ("prose", "Kredo Foundation"), ("heading", "Status"), ("prose", "Spain knows."),
)


def test_the_lines_below_labels_are_their_values() -> None:
    found = facts(extract(blocks(*SHEET)))
    name = "Harbour lights for newcomers"
    assert {(name, "coversCountry", "IT"), (name, "coversCountry", "MT"), (name, "startDate", "2021-01"), (name, "endDate", "2023-03"),
            (name, "fundedBy", "Kredo Foundation")} <= found
    assert (name, "coversCountry", "ES") not in found


def test_one_label_alone_makes_no_sheet() -> None:
    reading = extract(blocks(("title", "The LANTERN project"), ("heading", "Countries"), ("prose", "Italy is far away for those who walk from Mali.")))
    assert not any(p == "coversCountry" and o == "ML" for _, p, o in facts(reading))


def test_a_clause_below_a_label_is_no_value() -> None:
    lines = (("title", "The LANTERN project"), ("heading", "Countries"), ("prose", "Malta"), ("heading", "Funding"),
             ("prose", "It is not yet known whether the Kredo Foundation comes."))
    assert not facts(extract(blocks(*lines)), "fundedBy")


def test_each_project_has_its_own_lines() -> None:
    lines = (("heading", "The LANTERN project"), ("heading", "Countries"), ("prose", "Malta"), ("heading", "Duration"), ("prose", "2020 - 2021"),
             ("heading", "The HARBOUR project"), ("heading", "Countries"), ("prose", "Italy"), ("heading", "Duration"), ("prose", "2022 - 2023"))
    assert facts(extract(blocks(*lines)), "coversCountry") == {("The LANTERN project", "coversCountry", "MT"), ("The HARBOUR project", "coversCountry", "IT")}


def test_numbered_labels_and_labels_with_a_plural_in_brackets() -> None:
    lines = (("heading", "1.1. Title"), ("heading", "Harbour lights for newcomers"), ("heading", "1.2. Location(s)"), ("prose", "Malta and Italy"),
             ("heading", "1.3. Donor(s)"), ("prose", "Kredo Foundation"))
    name = "Harbour lights for newcomers"
    assert {(name, "coversCountry", "MT"), (name, "fundedBy", "Kredo Foundation")} <= facts(extract(blocks(*lines)))


def test_two_words_before_a_shared_one_are_no_title() -> None:
    fields = language("en").fields
    assert (fields.property_of("Project/Programme number"), fields.property_of("Beginn / start date")) == ("code", "startDate")


def test_project_name_alone_on_a_line_names_the_project() -> None:
    lines = (("heading", "Project name"), ("prose", "Harbour lights for all"), ("heading", "Requested amount"), ("prose", "The project helps refugees."))
    assert facts(extract(blocks(*lines)), "targets") == {("Harbour lights for all", "targets", "refugees")}


@pytest.mark.parametrize(("language", "lines"), [
    ("en", ("Support to Norland", "Start Date", "2021", "End Date", "2023", "Project ID", "TK.0045", "This project helps refugees.")),
    ("fr", ("Soutien aux exilés", "Date de début", "2021", "Date de fin", "2023", "Budget", "300 000 EUR", "Ce projet aide les réfugiés.")),
])
@pytest.mark.parametrize("kind", ["heading", "item", "navigation"])
def test_the_title_above_label_lines_names_what_they_describe(language: str, lines: tuple[str, ...], kind: str) -> None:
    title, *sheet, text = lines
    found = facts(extract(blocks(("title", title), *((kind, line) for line in sheet), ("prose", text), language=language)))
    assert {(title, "startDate", "2021"), (title, "endDate", "2023")} <= found


def test_the_entries_of_a_menu_are_no_label_lines() -> None:
    menu = ("Partners", "Kredo Foundation", "Funding", "Omnia Ltd", "Project", "Countries")
    reading = extract(blocks(("title", "The LANTERN project"), *(("navigation", line) for line in menu), ("prose", "The project helps refugees.")))
    assert not facts(reading, "hasPartner") | facts(reading, "fundedBy")
