"""PDF, DOCX, IATI and ZIP: what a reader takes from them, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.collecting import collect
from graph.model import Block, Document
from graph.reading import FORMATS, ReadingError, read, read_bytes
from graph.reading.errors import noting
from tests.graph.made_files import ACTIVITY, archive, docx, paragraph, pdf, table

DOCX = FORMATS[".docx"]


def of_kind(document: Document, kind: str) -> list[str]:
    return [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind == kind]


def fields(document: Document) -> list[tuple[str, str]]:
    return [(f.label, document.text[f.value.start : f.value.end]) for b in document.blocks for f in b.fields]


def body_lines(first: int, lines: list[str]) -> list[tuple[int, int, str]]:
    return [(10, first - 14 * number, line) for number, line in enumerate(lines)]


NUMBERS = ["", "First", "Second", "Third", "Fourth"]
PAGES = [
    [
        (9, 800, f"Casa Aperta annual report {number}"),
        *([(20, 760, "Light for newcomers")] if number == 1 else []),
        *body_lines(
            720,
            [
                f"{NUMBERS[number]} of all the Lantern project helps newcomers to find their way in the city, with",
                "courses, mentors and a house that is open to everyone who wants to come and talk to",
                "others. It is co-financed by the Kredo Foundation and by the city.",
            ],
        ),
        *body_lines(
            640, ["A new paragraph begins here and goes on for a while, so that it fills the line and", "then ends."]
        ),
        (7, 90, f"{number} A note in small print about the method of the survey."),
        (9, 40, f"{number}"),
    ]
    for number in (1, 2, 3, 4)
]


def test_pdf_paragraphs_headings_and_page_furniture() -> None:
    doc = read_bytes(pdf(PAGES), "a.pdf", "application/pdf")
    assert of_kind(doc, "title") == ["Light for newcomers"] and doc.title == "Light for newcomers"
    prose = of_kind(doc, "prose")
    assert prose[0].startswith("First of all the Lantern") and prose[0].endswith("by the city.") and len(prose) == 8
    assert prose[1] == "A new paragraph begins here and goes on for a while, so that it fills the line and then ends."
    aside = of_kind(doc, "boilerplate")
    assert "Casa Aperta annual report 1" in aside and any("small print" in text for text in aside)
    assert "Smolny" not in doc.text


def test_pdf_labels_and_lists() -> None:
    lines = ["Project: Lantern", "Funded by: Kredo Foundation", "Duration: 2020 - 2022"]
    doc = read_bytes(
        pdf([[*body_lines(700, lines), *body_lines(600, ["• language courses", "• mentoring"])]]),
        "a",
        "application/pdf",
    )
    assert ("Funded by", "Kredo Foundation") in fields(doc)
    assert of_kind(doc, "item") == ["language courses", "mentoring"]


def test_pdf_words_cut_at_line_ends_are_whole_again() -> None:
    doc = read_bytes(
        pdf([body_lines(700, ["The project supports the inte-", "gration of newcomers in Malta."])]),
        "a",
        "application/pdf",
    )
    assert "integration of newcomers" in doc.text


def test_pdf_pages_without_text_are_noted() -> None:
    with noting() as notes:
        read_bytes(pdf([*PAGES[:1], []]), "a.pdf", "application/pdf")
    assert notes == ["1 of 2 pages have no text and were not read: 2"]


def test_docx_in_order() -> None:
    footer = '<w:ftr xmlns:w="x"><w:p><w:r><w:t>Casa Aperta, all rights</w:t></w:r></w:p></w:ftr>'
    notes = '<w:footnotes xmlns:w="x"><w:footnote w:type="separator"><w:p/></w:footnote><w:footnote><w:p><w:r><w:t>See the survey.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    body = (
        paragraph("Light for newcomers", "Titel")
        + paragraph("The Lantern project runs in Malta.")
        + paragraph("Partners", "berschrift1")
        + paragraph("Kredo Foundation", "Liste")
        + "<w:p><w:ins><w:r><w:t>An insertion </w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>with a link.</w:t></w:r></w:hyperlink></w:p>"
        + f"<w:sdt><w:sdtContent>{paragraph('Text in a control.')}</w:sdtContent></w:sdt>"
        + table(
            [["Project", "Funded by", "Country"], ["Lantern", "Kredo Foundation", "Malta"], ["Beacon", "AMIF", "Italy"]]
        )
        + paragraph("The end of it.")
    )
    doc = read_bytes(docx(body, {"word/footer1.xml": footer, "word/footnotes.xml": notes}), "a.docx", DOCX)
    assert doc.title == "Light for newcomers" and of_kind(doc, "heading") == ["Partners"]
    assert of_kind(doc, "item") == ["Kredo Foundation"]
    assert of_kind(doc, "prose")[1:3] == ["An insertion with a link.", "Text in a control."]
    assert fields(doc)[3:] == [("Project", "Beacon"), ("Funded by", "AMIF"), ("Country", "Italy")]
    assert of_kind(doc, "boilerplate") == ["Casa Aperta, all rights", "See the survey."]
    assert [b.kind for b in doc.blocks][-3] == "prose" and "gone" not in doc.text


def test_docx_label_tables_are_about_the_document() -> None:
    doc = read_bytes(docx(table([["Project:", "Lantern"], ["Budget:", "EUR 1,200"]])), "a.docx", DOCX)
    assert [b.about for b in doc.blocks if b.kind == "record"] == ["document"]
    assert fields(doc) == [("Project", "Lantern"), ("Budget", "EUR 1,200")]


def test_iati_activity() -> None:
    doc = read_bytes(ACTIVITY.encode(), "a.xml", "application/xml")
    found = dict(fields(doc))
    assert found["Title"] == "Lantern: light for newcomers" and doc.title == "Lantern: light for newcomers"
    assert found["Funded by"] == "Kredo Foundation" and found["Accountable"] == "Ministry of Watching"
    assert found["Implementing organisation"] == "Casa Aperta Association"
    assert (found["Start date"], found["End date"]) == ("2020-02-01", "2022-01-31")
    assert found["Total budget"] == "EUR 200000.50" and found["Sector"] == "Migration and mobility"
    assert [v for k, v in fields(doc) if k == "Recipient country"] == ["Italy (60%)", "Malta (40%)"]
    assert "Smolny" not in doc.text and found["IATI identifier"] == "XX-KREDO-17"


def test_iati_becomes_facts() -> None:
    from graph.extraction import extract

    reading = extract(read_bytes(ACTIVITY.encode(), "a.xml", "application/xml"))
    said = {s.predicate for s in reading.statements}
    assert {"implementedBy", "fundedBy", "coversCountry", "startDate", "endDate", "code"} <= said
    names = {e.key: e.names[0].text for e in reading.entities if e.names}
    assert not any(
        s.predicate == "implementedBy" and isinstance(s.object, str) and "Watching" in names.get(s.object, "")
        for s in reading.statements
    )


def test_every_block_lies_inside_its_text() -> None:
    for data, kind in (
        (pdf(PAGES), "application/pdf"),
        (ACTIVITY.encode(), "application/xml"),
        (docx(paragraph("One.")), DOCX),
    ):
        doc = read_bytes(data, "a", kind)
        for block in doc.blocks:
            assert isinstance(block, Block) and 0 <= block.span.start < block.span.end <= len(doc.text)
            assert all(block.span.start <= f.value.start <= f.value.end <= block.span.end for f in block.fields)


def test_zip_members_are_sources_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "reports.zip"
    path.write_bytes(
        archive({"x/a.txt": b"Lantern fundedBy Kredo.", "b.pdf": pdf(PAGES), "c.exe": b"MZ", ".hidden.txt": b"x"})
    )
    inputs, outcomes = collect([path])
    assert [(i.source, i.member) for i in inputs] == [
        ("reports.zip!/b.pdf", "b.pdf"),
        ("reports.zip!/x/a.txt", "x/a.txt"),
    ]
    assert [(o.source, o.status) for o in outcomes] == [("reports.zip!/c.exe", "skipped")]
    assert read(path, inputs[1].source, inputs[1].member).text == "Lantern fundedBy Kredo."


@pytest.mark.parametrize(
    ("data", "kind", "cause"),
    [
        (pdf(PAGES)[:900], "application/pdf", "cut off"),
        (b"%PDF-1.4\ngarbage\n%%EOF", "application/pdf", "damaged"),
        (pdf(PAGES, encrypt=True), "application/pdf", "encrypted"),
        (pdf([[], []]), "application/pdf", "pictures without text"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), DOCX, "old Word"),
        (docx("")[:200], DOCX, "damaged"),
        (archive({"a.txt": b"x"}), DOCX, "main part is missing"),
        (b"<a><b></a>", "application/xml", "not well-formed"),
        (b"<rss><channel/></rss>", "application/xml", "no reader"),
        (b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>', "application/xml", "entities"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "application/xml", "entities"),
        (b"<a>" * 400 + b"</a>" * 400, "application/xml", "nested"),
    ],
    ids=range(12),
)
def test_what_cannot_be_read_says_why(data: bytes, kind: str, cause: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_bytes(data, "a", kind, "folder/a")
    assert cause in caught.value.cause and caught.value.remedy and "folder/a" in str(caught.value)
