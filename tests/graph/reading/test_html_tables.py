"""Tables in HTML: header cells, cells over several columns and rows, lines that are no rows."""
from __future__ import annotations

from graph.model import Document
from graph.reading import read_bytes


def read(table: str) -> Document:
    return read_bytes(f"<html lang='en'><body><h1>Grants</h1><table>{table}</table></body></html>".encode(), "a.html", "text/html")


def fields(doc: Document) -> list[list[tuple[str, str]]]:
    return [[(f.label, doc.text[f.value.start : f.value.end]) for f in b.fields] for b in doc.blocks if b.fields]


def row(*cells: str, tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def test_a_header_of_two_rows_is_one() -> None:
    head = "<tr><th rowspan=2>Title</th><th colspan=2>Bodies</th></tr>" + row("Lead", "Partner", tag="th")
    assert fields(read(head + row("Lantern", "Kredo", "Omnia"))) == [[("Title", "Lantern"), ("Lead", "Kredo"), ("Partner", "Omnia")]]


def test_a_cell_over_several_rows_stands_in_each() -> None:
    rows = row("Country", "Title", "Lead") + "<tr><td rowspan=2>Malta</td><td>Lantern</td><td>Kredo</td></tr>" + row("Bridge", "Omnia") + row("Italy", "Yard", "Velvet")
    assert [record[0] for record in fields(read(rows))] == [("Country", "Malta"), ("Country", "Malta"), ("Country", "Italy")]


def test_header_cells_beside_values_are_labels() -> None:
    rows = "<tr><th>Led by</th><td>Kredo</td></tr><tr><th>For</th><td>Refugees</td></tr>"
    doc = read(rows)
    assert fields(doc) == [[("Led by", "Kredo"), ("For", "Refugees")]] and doc.blocks[-1].about == "document"


def test_a_line_across_a_table_is_no_record() -> None:
    rows = "<tr><td colspan=3>Projects that we fund</td></tr>" + row("Title", "Lead", "Sum") + row("Lantern", "Kredo", "3") + "<tr><td colspan=3>as of May</td></tr>"
    doc = read(rows)
    assert fields(doc) == [[("Title", "Lantern"), ("Lead", "Kredo"), ("Sum", "3")]]
    assert [doc.text[b.span.start : b.span.end] for b in doc.blocks if b.kind == "prose"] == ["Projects that we fund", "as of May"]


def test_spans_that_are_no_numbers_or_huge_do_no_harm() -> None:
    rows = "<tr><td colspan='99999999999999' rowspan='x'>A</td><td rowspan='-1'>B</td><td>C</td></tr>" + row("1", "2", "3")
    assert read(rows).text.startswith("Grants")
