"""The layout of printed pages: where a paragraph ends, titles of two lines, what stands in the margins, two columns."""

from __future__ import annotations

from graph.model import Document
from graph.reading import read_bytes
from tests.graph.made_files import pdf, pdf_of

LINES = [
    "The Lantern project helps newcomers to find their way in the city, with courses, work and",
    "Kredo mentors who know what it takes to begin anew in a place where nobody knows you and",
    "Casa Aperta as its lead.",
]


def read(data: bytes) -> Document:
    return read_bytes(data, "a.pdf", "application/pdf")


def shown(doc: Document, *kinds: str) -> list[str]:
    return [doc.text[b.span.start : b.span.end] for b in doc.blocks if b.kind in kinds]


def body(first: int, lines: list[str], size: int = 10) -> list[tuple[int, int, str]]:
    return [(size, first - (size + 4) * number, line) for number, line in enumerate(lines)]


def test_a_line_that_had_room_for_the_next_word_ends_its_paragraph() -> None:
    short = "It works with three schools of the eastern district"
    doc = read(pdf([body(700, [*LINES, short, "Funds come from the Omnia Trust, which pays for all of it and has done so since 2019,", "they say."])]))
    assert shown(doc, "prose", "heading") == [
        " ".join(LINES),
        short,
        "Funds come from the Omnia Trust, which pays for all of it and has done so since 2019, they say.",
    ]


def test_a_title_of_two_lines_is_one() -> None:
    doc = read(pdf([[*body(780, ["A light for newcomers in", "Valletta"], 20), *body(700, LINES)]]))
    assert shown(doc, "title") == ["A light for newcomers in Valletta"] and doc.title == "A light for newcomers in Valletta"


def test_small_print_in_the_margin_of_a_single_page_stands_aside() -> None:
    page = [(8, 812, "Havenet – Report 2023"), (8, 30, "www.havenet.example"), (20, 740, "Lantern"), *body(700, LINES)]
    doc = read(pdf([page]))
    assert shown(doc, "title") == ["Lantern"] and shown(doc, "prose") == [" ".join(LINES)]
    assert shown(doc, "boilerplate") == ["Havenet – Report 2023", "www.havenet.example"]


def test_a_header_in_the_print_of_the_text_runs_if_two_pages_have_it() -> None:
    pages = [[(10, 812, f"Havenet – Report {number}"), *body(700, [f"Part {number}. {LINES[0]}", *LINES[1:]])] for number in (1, 2)]
    assert shown(read(pdf(pages)), "boilerplate") == ["Havenet – Report 1", "Havenet – Report 2"]
    assert shown(read(pdf(pages[:1])), "boilerplate") == []


def test_two_columns_are_read_one_after_the_other() -> None:
    columns = [["The Lantern project helps newcomers", "Kredo Foundation pays for it and Omnia", "leads it."], ["Velvet, a second project that began in", "Malta in 2020, has ended."]]
    left = [(50, 700 - 14 * n, text) for n, text in enumerate(columns[0])]
    right = [(320, 700 - 14 * n, text) for n, text in enumerate(columns[1])]
    drawn = "\n".join(f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in [*left, *right])
    assert shown(read(pdf_of([drawn.encode()])), "prose") == [" ".join(column) for column in columns]
