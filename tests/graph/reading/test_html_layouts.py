"""HTML of pages that say little by their elements: lines in divs and breaks, bold print, tables that only lay out."""

from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.model import Document
from graph.reading import read_bytes

FIRST = "The Lantern project helps newcomers to find their way in the city, with courses, mentors"
SECOND = "and a house that is open to everyone. It is co-financed by the Kredo Foundation and"
THIRD = "led by Casa Aperta, an association of the neighbourhood that has been at work for long"
FOURTH = "and knows what people need when they come to a city where they know nobody at all."


def read(body: str) -> Document:
    return read_bytes(f"<html lang='en'><body>{body}</body></html>".encode(), "a.html", "text/html")


def shown(doc: Document, *kinds: str) -> list[str]:
    return [" ".join(doc.text[b.span.start : b.span.end].split()) for b in doc.blocks if b.kind in kinds]


def fields(doc: Document) -> list[tuple[str, str]]:
    return [(f.label, doc.text[f.value.start : f.value.end]) for b in doc.blocks for f in b.fields]


@pytest.mark.parametrize("form", ["<div>{}</div>", "<p>{}</p>", "{}<br>", "<div><span>{}</span></div>"])
def test_lines_that_go_on_in_mid_sentence_are_one_paragraph(form: str) -> None:
    lines = [FIRST, SECOND, THIRD, FOURTH]
    doc = read("<h1>Lantern</h1>" + "\n".join(form.replace("{}", line) for line in [*lines, *lines]))
    assert shown(doc, "prose") == [" ".join(lines)] * 2 or shown(doc, "prose") == [" ".join([*lines, *lines])]


def test_paragraphs_stay_paragraphs() -> None:
    doc = read(f"<p>{FIRST}.</p><p>{SECOND}.</p><div>{THIRD}.</div>")
    assert shown(doc, "prose") == [f"{FIRST}.", f"{SECOND}.", f"{THIRD}."]


@pytest.mark.parametrize(
    "heading", ["<p><b>Who takes part</b></p>", "<p><span style='font-weight: 700'>Who takes part</span></p>"]
)
def test_a_paragraph_in_bold_print_is_a_heading(heading: str) -> None:
    doc = read(f"<h1>Lantern</h1><p>{FIRST}.</p>{heading}<p>{THIRD}.</p>")
    assert shown(doc, "heading") == ["Who takes part"]


def test_bold_print_that_is_a_sentence_or_only_part_of_a_line_is_no_heading() -> None:
    doc = read(f"<h1>Lantern</h1><p><b>{FIRST}.</b></p><p><b>Kredo</b> pays for it all.</p>")
    assert shown(doc, "heading") == [] and len(shown(doc, "prose")) == 2


def test_a_bold_line_above_a_break_is_a_heading() -> None:
    doc = read(f"<h1>Lantern</h1><p><strong>Who takes part</strong><br>{FIRST}.</p>")
    assert shown(doc, "heading") == ["Who takes part"] and shown(doc, "prose") == [f"{FIRST}."]


def test_tables_that_only_lay_out_a_page_are_unfolded() -> None:
    menu = "<br>".join(f"<a href='#'>{word}</a>" for word in ("Home", "News", "Contact"))
    inner = "<table><tr><td>Funded by:</td><td>Kredo Foundation</td></tr><tr><td>Lead:</td><td>Casa Aperta</td></tr></table>"
    doc = read(f"<table><tr><td>{menu}</td><td><h1>Lantern</h1><p>{FIRST}.</p>{inner}</td></tr></table>")
    assert shown(doc, "title") == ["Lantern"] and shown(doc, "navigation") == ["Home", "News", "Contact"]
    assert shown(doc, "prose") == [f"{FIRST}."] and fields(doc) == [("Funded by", "Kredo Foundation"), ("Lead", "Casa Aperta")]


def test_links_in_a_row_are_a_menu_and_two_links_are_none() -> None:
    links = [f"<div><a href='#'>{word}</a></div>" for word in ("About us", "News", "Contact")]
    assert shown(read("".join(links) + f"<p>{FIRST}.</p>"), "navigation") == ["About us", "News", "Contact"]
    assert shown(read("".join(links[:2]) + f"<p>{FIRST}.</p>"), "navigation") == []


def test_a_menu_above_a_page_takes_no_title_from_it() -> None:
    told = "<h1>Light for all</h1><p>The project helps refugees in Malta. The project is funded by the Kredo Foundation.</p>"
    menu = "".join(f"<li><a href='#'>{word}</a></li>" for word in ("Home", "About", "Projects", "Places", "News", "Papers", "Press", "Contact"))

    def found(body: str) -> set[tuple[str, str]]:
        reading = extract(read(body))
        names = {entity.key: entity.names[0].text for entity in reading.entities if entity.names}
        return {(names[s.subject], s.predicate) for s in reading.statements}

    assert ("Light for all", "fundedBy") in found(told) == found(f"<nav><ul>{menu}</ul></nav>{told}")
