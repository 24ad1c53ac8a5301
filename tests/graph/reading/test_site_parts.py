"""Menus, rows of links, bylines, notices and teasers around a page's text, on invented pages."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading.site_lines import part_of
from tests.graph.reading.test_text import LONG, document, shown
from tests.small_documents import facts

MENU = ["Home", "About us", "Asylum and refugees", "Women and girls", "Harbour of Hope", "New Roads project", "Partners", "Ministry of the Interior",
        "Kredo Foundation", "Asylum, Migration and Integration Fund", "Search", "Privacy policy"]
TEXT = ["The LANTERN project", "", "The LANTERN project helps refugees in Malta. It is funded by the Omnia Trust."]
FOUND = {("The LANTERN project", "targets", "refugees"), ("The LANTERN project", "coversCountry", "MT"), ("The LANTERN project", "fundedBy", "Omnia Trust")}


@pytest.mark.parametrize("mark", ["", "- ", "  * "])
@pytest.mark.parametrize("gap", [[], [""]])
def test_a_menu_with_names_of_others_says_nothing(mark: str, gap: list[str]) -> None:
    lines = [mark + entry for entry in MENU]
    for page in ([*lines, *gap, *TEXT], [*TEXT, *gap, *lines]):
        doc = document("\n".join(page))
        assert facts(extract(doc)) == FOUND
        assert shown(doc, "navigation") == [line.strip() for line in lines]


def test_the_title_below_a_menu_is_no_part_of_it() -> None:
    doc = document("\n".join([*MENU, "A house by the river", LONG]))
    assert shown(doc, "title") == ["A house by the river"]


def test_headings_of_a_text_are_no_menu() -> None:
    page = ["A house by the river", "", "About us", "", LONG, "", "Projects", "", LONG, "", "News", "", LONG, "", "Contact", "", LONG]
    assert shown(document("\n".join(page)), "navigation") == []


def test_a_list_of_partners_between_two_headings_is_no_menu() -> None:
    page = ["A house by the river", "", LONG, "", "Partners", "Kredo Foundation", "Omnia Trust", "Casa Aperta", "Contact", "house@kredo.example"]
    assert shown(document("\n".join(page)), "navigation") == []


@pytest.mark.parametrize(("line", "part"), [
    ("Startseite Über uns Projekte Aktuelles Kontakt Impressum", "navigation"),
    ("Impressum | Datenschutz | Kontakt", "navigation"),
    ("Vous êtes ici : Accueil > Projets > Lanterne", "navigation"),
    ("Inicio > Proyectos", "navigation"),
    ("Następny wpis: Projekt LATARNIA", "navigation"),
    ("« A house opens in Malta", "navigation"),
    ("A house opens in Malta »", "navigation"),
    ("Publicado el 12 de mayo de 2021 por Redacción | 3 min de lectura", "aside"),
    ("Wij gebruiken cookies om deze website beter te maken.", "aside"),
    ("Foto: Kredo Stichting", "aside"),
    ("© 2023 Kredo Foundation", "aside"),
    ("The project “Home | News” helps refugees in Malta and Italy.", None),
    ("«Home»", None),
    ("Kredo Foundation | Omnia Trust | Contact", None),
    ("Published studies show that refugees in Malta wait for years.", None),
    ("Project website | News | 2021", None),
    ("(c) language courses for newcomers;", None),
])
def test_what_a_line_is_by_itself(line: str, part: str | None) -> None:
    assert part_of(line) == part


def test_teasers_of_other_texts_end_a_page() -> None:
    teasers = ["Related news", "03.06.2022", "Project BLUE DOOR helps children in Kenya", "The Kredo Foundation and the City of Oslo open a school."]
    doc = document("\n".join([*TEXT, "", *teasers]))
    assert facts(extract(doc)) == FOUND
    assert shown(doc, "navigation") == teasers


def test_a_text_that_goes_on_behind_them_stays() -> None:
    doc = document("\n".join([*TEXT, "", "See also", "Project BLUE DOOR helps children in Kenya", "", "Aims", "", f"{LONG} {LONG} {LONG}"]))
    assert "Aims" in shown(doc, "heading")


def test_an_entry_alone_is_a_heading_where_text_follows_it() -> None:
    assert shown(document(f"A house by the river\n\n{LONG}\n\nAccessibility\n\n{LONG}\n"), "heading") == ["Accessibility"]
    doc = document(f"Skip to main content\nA house by the river\n\n{LONG}\n")
    assert (shown(doc, "boilerplate"), shown(doc, "title")) == (["Skip to main content"], ["A house by the river"])


def test_a_label_has_no_byline_between_itself_and_its_value() -> None:
    doc = document(f"Subscribe to this:\n\nLast updated: 17.04.2014\n\nA house by the river\n\n{LONG}\n")
    assert [b.kind for b in doc.blocks] == ["title", "boilerplate", "heading", "prose"]


def test_a_title_stays_one_where_a_row_to_share_it_or_a_byline_follows() -> None:
    for row in (["Share", "Facebook", "WhatsApp", "E-mail"], ["Published on 3 May 2021 by the Kredo Foundation"]):
        doc = document("\n".join(["A house by the river", *row, "", LONG]))
        assert (shown(doc, "title"), shown(doc, "boilerplate")) == (["A house by the river"], row)


def test_entries_are_no_part_of_the_lines_beside_them() -> None:
    wrapped = [LONG[:60], LONG[60:], LONG[:60], LONG[60:], "Tags: newcomers, school, housing, work, language, health", "Read also", "A house opens in Malta and more are to come"]
    assert shown(document("\n".join(wrapped)), "navigation") == ["Read also", "A house opens in Malta and more are to come"]


def test_a_read_also_line_inside_a_text_is_no_part_of_it() -> None:
    page = [*TEXT, "", "Read also: Project BLUE DOOR helps children in Kenya", "", "The project also trains volunteers in Gozo."]
    assert {s for s, _, _ in facts(extract(document("\n".join(page))))} == {"The LANTERN project"}


def test_a_menu_in_a_table_that_only_lays_out_the_page() -> None:
    cell = "<br>".join(MENU)
    html = f"<html lang=en><body><table><tr><td>{cell}</td></tr></table><h1>{TEXT[0]}</h1><p>{TEXT[2]}</p></body></html>"
    assert facts(extract(document(html, "text/html"))) == FOUND
