"""Menus in bullets before a text, page names that stand twice, values stacked below a title."""

from __future__ import annotations

from pathlib import Path

from graph.extraction import extract
from graph.model import Document
from graph.reading import read
from tests.small_documents import facts

MENU = "- About\n- Financial Guidelines for Lantern Projects\n- Project Templates\n- News\n- Contact Us\n"
TITLE = "Promoting a Safe Harbour through a Welcome Desk in Malta"
STACK = "Asia and Oceania\nHF.0311\n100,000\nNational\nCompleted\n"
TEXT = "The aim of this project is to help refugees in Malta. It is run by the Kredo Foundation.\n"


def page(folder: Path, text: str) -> Document:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return read(folder / "a.txt", "a.txt")


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.span.start : b.span.end].lstrip("- ")) for b in document.blocks]


def test_a_list_with_which_a_page_begins_is_a_menu(tmp_path: Path) -> None:
    found = kinds(page(tmp_path, MENU + TITLE + "\n\n" + TEXT))
    assert [kind for kind, _ in found[:5]] == ["navigation"] * 5
    assert ("title", TITLE) in found


def test_a_list_without_entries_of_menus_is_none(tmp_path: Path) -> None:
    found = kinds(page(tmp_path, "- Lantern\n- Harbour\n- Meridian\n- Lumen\n\nThese are our projects. They help refugees.\n"))
    assert [kind for kind, _ in found[:4]] == ["item"] * 4


def test_a_title_that_stands_twice_is_one(tmp_path: Path) -> None:
    found = kinds(page(tmp_path, f"{TITLE}\n\n{TITLE}\n\n{TEXT}"))
    assert [kind for kind, text in found if text == TITLE] == ["navigation", "title"]


def test_values_stacked_below_a_title_do_not_part_it_from_its_text(tmp_path: Path) -> None:
    found = facts(extract(page(tmp_path, MENU + f"{TITLE}\n\n{TITLE}\n\n" + "\n".join(line + "\n" for line in [*STACK.splitlines(), TEXT]))))
    assert (TITLE, "implementedBy", "Kredo Foundation") in found


def test_a_line_that_stands_three_times_is_the_sites(tmp_path: Path) -> None:
    parts = [f"{name}\n\nSubmitted by the editors on\n\n{TEXT}" for name in ("Harbour Desk", "Lantern Walk", "Open House")]
    found = kinds(page(tmp_path, "\n".join(parts)))
    assert [kind for kind, text in found if text.startswith("Submitted")] == ["boilerplate"] * 3


def test_labels_that_stand_three_times_stay(tmp_path: Path) -> None:
    parts = [f"{name}\n\nLead partner of the project:\nKredo Foundation\n\n{TEXT}" for name in ("Desk", "Walk", "House")]
    assert not [text for kind, text in kinds(page(tmp_path, "\n".join(parts))) if kind == "boilerplate"]


def test_bars_around_a_text_are_no_table(tmp_path: Path) -> None:
    lines = ["# Harbour Desk helps", "The desk helps refugees in Malta", "with courses. It is run by the", "Kredo Foundation and paid for by", "the town of Weimar and its"]
    text = "\n".join(f"| {line} | |" for line in lines) + "\n| club."
    assert page(tmp_path, text).text.split("\n")[1] == "The desk helps refugees in Malta"
