"""Labels that something other than a colon and a blank parts from their values."""
from __future__ import annotations

import pytest

from graph.marking.language import language
from graph.marking.parted_labels import with_parted_labels
from graph.model import Document
from tests.small_documents import blocks


def parted(*parts: tuple[str, str], lang: str = "en") -> Document:
    return with_parted_labels(blocks(*parts, language=lang), language(lang))


def records(document: Document) -> list[tuple[str, str]]:
    return [(f.label, document.text[f.value.start:f.value.end]) for b in document.blocks for f in b.fields]


@pytest.mark.parametrize("sign", ["\t", "     ", " | ", " = ", " – ", " - ", ":"])
def test_labels_with_any_sign_behind_them(sign: str) -> None:
    found = records(parted(("heading", f"Coordinator{sign}Kredo Foundation"), ("prose", f"Target group{sign}Young refugees")))
    assert found == [("Coordinator", "Kredo Foundation"), ("Target group", "Young refugees")]


def test_one_line_is_enough_where_nothing_else_is_written_so() -> None:
    assert records(parted(("prose", "Project period:November 2020 – May 2022"))) == [("Project period", "November 2020 – May 2022")]
    assert records(parted(("heading", "Donor\tKredo Foundation"))) == [("Donor", "Kredo Foundation")]
    assert records(parted(("heading", "Donor        Kredo Foundation"))) == [("Donor", "Kredo Foundation")]


def test_a_title_of_a_project_in_so_many_words_stands_alone() -> None:
    assert records(parted(("heading", "Project title\tA light for newcomers"))) == [("Project title", "A light for newcomers")]


@pytest.mark.parametrize("line", [
    "Partners | Lantern", "Projects    News    Contact", "Partners    Contact", "Lantern\tA light for newcomers",
    "Website://lantern.example", "Partner:innen", "project\tLantern", "Partners of a house | that all of us have built together | now"])
def test_other_lines_stay_as_they_are(line: str) -> None:
    document = blocks(("heading", line))
    assert with_parted_labels(document, language("en")) is document


def test_a_line_of_another_label_beside_them_is_a_field_too() -> None:
    found = parted(("prose", "Donor\tKredo Foundation\nBranch\tWelcome and advice"), ("prose", "Duration\t2019–2020"), ("prose", "It went well."))
    assert records(found) == [("Donor", "Kredo Foundation"), ("Branch", "Welcome and advice"), ("Duration", "2019–2020")]
    assert [b.kind for b in found.blocks] == ["record", "record", "record", "prose"]


def test_text_before_them_stays_and_lines_below_go_on_with_the_value() -> None:
    found = parted(("prose", "A light for newcomers\nPartners    Omnia,\nMENETEK\nDuration    2019–2020"))
    assert records(found) == [("Partners", "Omnia,\nMENETEK"), ("Duration", "2019–2020")]
    assert found.blocks[0].kind == "prose" and found.text[found.blocks[0].span.start:found.blocks[0].span.end] == "A light for newcomers"


def test_a_long_value_is_text_too() -> None:
    said = "The project helps newcomers in three towns to find a flat. It began in May."
    found = parted(("prose", f"Target group\tYoung refugees\nDescription\t{said}\nDuration\t2019–2020"))
    assert [found.text[b.span.start:b.span.end] for b in found.blocks if b.kind == "prose"] == [said]
