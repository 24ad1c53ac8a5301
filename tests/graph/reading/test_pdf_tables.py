"""Tables on the pages of a PDF: rows as records where lines are drawn around the cells, text as before everywhere else."""

from __future__ import annotations

import sys

import pytest

from graph.extraction import extract
from graph.model import Document
from graph.reading import pdf_reader, pdf_tables, read_bytes
from graph.reading.errors import noting
from tests.graph.made_files import pdf_of, ruled_table

pytest.importorskip("pdfplumber")

HEAD = ["Project", "Funded by", "Country"]
ROWS = [["Lantern", "Kredo Foundation", "Malta"], ["Beacon", "AMIF", "Italy"]]


def read(*contents: bytes) -> Document:
    return read_bytes(pdf_of(contents), "a.pdf", "application/pdf")


def line(text: str, height: int, size: int = 10) -> bytes:
    return f"BT /F1 {size} Tf 60 {height} Td ({text}) Tj ET\n".encode()


def records(document: Document) -> list[dict[str, str]]:
    shown = document.text
    return [
        {field.label: shown[field.value.start : field.value.end] for field in block.fields}
        for block in document.blocks
        if block.kind == "record"
    ]


def prose(document: Document) -> list[str]:
    return [
        document.text[b.span.start : b.span.end] for b in document.blocks if b.kind not in ("record", "boilerplate")
    ]


def test_rows_are_records_in_their_place() -> None:
    document = read(
        line("The projects of the first year are these, and each has its own page in this report.", 760)
        + ruled_table([HEAD, *ROWS], 700)
        + line("What follows is said below the table and belongs to no row of it at all.", 560)
    )
    assert records(document) == [dict(zip(HEAD, row, strict=True)) for row in ROWS]
    assert [text[:4] for text in prose(document)] == ["The ", "What"]
    order = [block.kind for block in document.blocks]
    assert order.index("record") == 1 and order[-1] == "prose" and document.text.count("Kredo Foundation") == 1


def test_rows_become_facts() -> None:
    reading = extract(read(ruled_table([HEAD, *ROWS], 700)))
    names = {entity.key: entity.names[0].text for entity in reading.entities if entity.names}
    said = {(names[s.subject], s.predicate, names.get(str(s.object), "")) for s in reading.statements}
    assert ("Lantern", "fundedBy", "Kredo Foundation") in said and ("Beacon", "coversCountry", "Italy") in said
    assert ("Beacon", "fundedBy", "Kredo Foundation") not in said


def test_cells_of_several_lines_are_whole() -> None:
    document = read(
        ruled_table([HEAD, ["Lantern, light for\nnew-\ncomers", "Kredo\nFoundation", "Malta"], ROWS[1]], 700)
    )
    assert records(document)[0] == {
        "Project": "Lantern, light for newcomers",
        "Funded by": "Kredo Foundation",
        "Country": "Malta",
    }


def test_a_table_goes_on_over_the_page() -> None:
    more = [["Harbour", "Kredo Foundation", "Greece"]]
    document = read(
        ruled_table([HEAD, *ROWS], 300),
        ruled_table([HEAD, *more], 800),
        ruled_table([["Mole", "AMIF", "Spain"]] * 2, 800),
    )
    assert [record["Project"] for record in records(document)] == ["Lantern", "Beacon", "Harbour", "Mole", "Mole"]
    apart = read(
        ruled_table([HEAD, *ROWS], 300) + line("Another sentence of the report stands between the two.", 100),
        ruled_table([["Body", "Sum", "Year"], ["Kredo", "12", "2020"]], 800),
    )
    assert list(records(apart)[-1]) == ["Body", "Sum", "Year"]


def test_labels_and_values_are_about_the_document() -> None:
    document = read(ruled_table([["Project:", "Lantern"], ["Budget:", "EUR 1,200"]], 700))
    assert [block.about for block in document.blocks] == ["document"]
    assert records(document) == [{"Project": "Lantern", "Budget": "EUR 1,200"}]


def test_columns_without_lines_and_frames_around_text_are_no_tables() -> None:
    assert records(read(ruled_table([HEAD, *ROWS], 700, lines=False))) == []
    framed = read(b"50 400 480 300 re S\n" + line("The Lantern project is open to everyone who comes.", 600))
    assert records(framed) == [] and "open to everyone" in framed.text


def test_without_the_extra_the_text_is_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    document = read(ruled_table([HEAD, *ROWS], 700))
    assert records(document) == [] and all(cell in document.text for row in ROWS for cell in row)


def test_a_table_that_cannot_be_taken_apart_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(pdf_tables, "_grids", broken)
    with noting() as notes:
        document = read(ruled_table([HEAD, *ROWS], 700))
    assert records(document) == [] and "Kredo" in document.text and "RecursionError" in notes[0]


def test_only_so_many_pages_are_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_tables, "MAX_TABLE_PAGES", 1)
    with noting() as notes:
        document = read(ruled_table([HEAD, *ROWS], 700), ruled_table([HEAD, ROWS[1]], 700))
    assert len(records(document)) == 2 and notes == [
        "tables were taken apart on the first 1 of 2 pages that may hold any"
    ]


def test_only_pages_with_lines_drawn_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(pdf_reader, "grids_of", lambda data, pages: asked.extend(pages) or {})
    read(line("Lantern, a project", 700), ruled_table([HEAD, *ROWS], 700), b"1 1 m 9 9 l S")
    assert asked == [1]
    monkeypatch.setattr(pdf_tables, "MAX_DRAWINGS", 8)
    read(ruled_table([HEAD, *ROWS], 700))
    assert asked == [1]
