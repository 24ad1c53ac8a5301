"""CSV, TSV, JSON and HTML; encodings; what cannot be read."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from graph.model import Document
from graph.reading import MAX_BYTES, ReadingError, read, read_bytes

LONG = "The project helps people who have just arrived to find a home, a school and work in the city. It runs until spring."


def fields(doc: Document) -> list[tuple[str, str]]:
    return [(f.label, doc.text[f.value.start : f.value.end]) for b in doc.blocks for f in b.fields]


def kinds(doc: Document) -> list[str]:
    return [b.kind if b.about is None else f"{b.kind}:{b.about}" for b in doc.blocks]


def shown(doc: Document, kind: str) -> list[str]:
    return [doc.text[b.span.start : b.span.end] for b in doc.blocks if b.kind == kind]


CSV = '"Name /\nname",Lead,Sum\nLantern,"Casa ""Aperta"", Fiorita","1.200,50"\n"Beacon",Open House,\n'


@pytest.mark.parametrize("media_type", ["text/csv", "text/plain"])
def test_comma_separated_values(media_type: str) -> None:
    doc = read_bytes(CSV.encode(), "a.csv", media_type)
    assert fields(doc) == [
        ("Name / name", "Lantern"),
        ("Lead", 'Casa ""Aperta"", Fiorita'),
        ("Sum", "1.200,50"),
        ("Name / name", "Beacon"),
        ("Lead", "Open House"),
    ]
    assert kinds(doc) == ["record:row", "record:row"]
    first = doc.blocks[0].fields[1]
    assert first.label_span is not None and doc.text[first.label_span.start : first.label_span.end] == "Lead"


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_other_separators(sign: str) -> None:
    doc = read_bytes(f"Project{sign}Lead\nLantern{sign}Casa\nBeacon{sign}House\n".encode(), "a.csv", "text/csv")
    assert fields(doc) == [("Project", "Lantern"), ("Lead", "Casa"), ("Project", "Beacon"), ("Lead", "House")]


def test_two_columns_of_labels_and_values_are_one_record() -> None:
    doc = read_bytes(b"Title,Lantern\nBudget,1200\nStart,2020-01-01\nLead,Casa Aperta\n", "a.csv", "text/csv")
    assert kinds(doc) == ["record:document"]
    assert fields(doc) == [("Title", "Lantern"), ("Budget", "1200"), ("Start", "2020-01-01"), ("Lead", "Casa Aperta")]


def test_sentences_with_commas_are_no_table() -> None:
    doc = read_bytes(
        b"First, we met, and we spoke.\nThen, we ate, and we sang.\nLater, we left, and we slept.\n",
        "a.txt",
        "text/plain",
    )
    assert not fields(doc)


def test_json_object_and_list() -> None:
    one = {
        "title": "Lantern",
        "lead": {"name": "Casa \u201eAperta\u201c"},
        "partners": ["A", "B"],
        "open": True,
        "none": None,
        "text": LONG,
    }
    doc = read_bytes(json.dumps(one).encode(), "a.json", "application/json")
    assert fields(doc) == [
        ("title", "Lantern"),
        ("lead.name", "Casa „Aperta“"),
        ("partners", "A"),
        ("partners", "B"),
        ("open", "true"),
        ("text", LONG),
    ]
    assert kinds(doc) == ["record:document", "prose"] and doc.title == "Lantern"
    many = read_bytes(
        json.dumps({"projects": [{"n": 1}, {"n": 2}], "source": "x"}).encode(), "a.json", "application/json"
    )
    assert kinds(many) == ["record:document", "record:row", "record:row"]
    lines = read_bytes(b'{"n": "eins"}\n{"n": "zwei"}\n', "a.json", "application/json")
    assert kinds(lines) == ["record:row", "record:row"]


PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Lantern | Kredo</title><meta property="og:site_name" content="Kredo">
<meta property="article:published_time" content="2022-02-03T10:00:00Z"><link rel="canonical" href="https://example.org/lantern">
<script>var lead = "nobody";</script></head><body>
<header><a href="/">Home</a><h1>Lantern</h1></header><nav><ul><li><a href="/a">News</a><li><a href="/b">Team</a></ul></nav>
<main><p>{LONG}</p><h2>Partners</h2><ul><li>Casa Aperta</li><li>Open <b>House</b></li></ul>
<p><strong>Funded by:</strong> Kredo Foundation<br><strong>Lead:</strong> Casa Aperta</p>
<table><tr><th>Year</th><th>Sum</th><th>Fund</th></tr><tr><td>2020</td><td></td><td>AMIF</td></tr></table>
<table><tr><td>Period</td><td>2020-2021</td></tr><tr><td>Lead</td><td>Casa Aperta</td></tr></table>
<dl><dt>Country</dt><dd>Italy</dd><dd>Malta</dd></dl></main>
<div class="cookie-banner">We use cookies.</div><footer>Kredo, High Street 1</footer></body></html>"""


def test_html_page() -> None:
    doc = read_bytes(PAGE.encode(), "a.html", "text/html")
    assert (doc.title, doc.published, doc.url, doc.publisher, doc.language) == (
        "Lantern",
        "2022-02-03",
        "https://example.org/lantern",
        "Kredo",
        "en",
    )
    assert fields(doc) == [
        ("Funded by", "Kredo Foundation"),
        ("Lead", "Casa Aperta"),
        ("Year", "2020"),
        ("Fund", "AMIF"),
        ("Period", "2020-2021"),
        ("Lead", "Casa Aperta"),
        ("Country", "Italy"),
        ("Country", "Malta"),
    ]
    assert shown(doc, "title") == ["Lantern"] and shown(doc, "heading") == ["Partners"]
    assert shown(doc, "prose") == [LONG] and shown(doc, "item") == ["Casa Aperta", "Open House"]
    assert "News" in shown(doc, "navigation") and "We use cookies." in shown(doc, "boilerplate")
    assert "nobody" not in doc.text


def test_deep_and_broken_html_is_read_to_its_end() -> None:
    deep = "<html><body>" + "<div>" * 3000 + f"<p>{LONG}<p>The last words of the page.<span></i></body>"
    doc = read_bytes(deep.encode(), "a.html", "text/html")
    assert shown(doc, "prose") == [LONG, "The last words of the page."]


def test_html_in_a_text_file_is_html() -> None:
    assert read_bytes(PAGE.encode(), "a.txt", "text/plain").format == "text/html"


ENCODINGS = [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("cp1252", "cp1252")]


@pytest.mark.parametrize(("written", "found"), ENCODINGS)
def test_encodings(written: str, found: str) -> None:
    text = "Il progetto è gestito da Cooperativa Perché, città di Fiorita – «così».\nE più ancora.\n"
    doc = read_bytes(text.encode(written), "a.txt", "text/plain")
    assert (doc.text, doc.encoding) == (text, found)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Zażółć gęślą jaźń: projekt dla uchodźców w Łodzi, który trwa dłużej."),
        ("cp1253", "Το έργο βοηθά τους πρόσφυγες στην πόλη και στα χωριά της περιοχής."),
        ("cp1251", "Проектът помага на бежанците в града и в селата на областта."),
    ],
)
def test_old_encodings_are_guessed(encoding: str, text: str) -> None:
    assert read_bytes(text.encode(encoding), "a.txt", "text/plain").text == text


def test_a_declared_charset_counts() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Łódź to miasto, w którym działa projekt.</p></body></html>'
    assert "Łódź" in read_bytes(page.encode("iso-8859-2"), "a.html", "text/html").text


def test_line_ends_and_control_characters() -> None:
    doc = read_bytes(b"One line\r\nTwo\x00 lines\rThree\x0blines\n", "a.txt", "text/plain")
    assert doc.text == "One line\nTwo  lines\nThree lines\n"


BAD: list[tuple[str, bytes, str]] = [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n\t ", "empty"),
    ("a.txt", b"...\n---\n", "no text"),
    ("a.txt", b"%PDF-1.7 \x00\x01", "binary"),
    ("a.txt", bytes(range(32)) * 40, "binary"),
    ("a.json", b"{not json", "well-formed"),
    ("a.json", b"[" * 100_000, "well-formed"),
    ("a.xyz", b"text", "no reader"),
    ("a.txt", b"\xff\xfe\x00", "byte-order mark"),
]


@pytest.mark.parametrize(("name", "data", "cause"), BAD, ids=range(len(BAD)))
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, cause: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadingError) as caught:
        read(path, name)
    assert cause in caught.value.cause and str(path) in str(caught.value) and caught.value.remedy
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_missing_and_huge_files(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="could not be opened"):
        read(tmp_path / "a.txt", "a.txt")
    huge = tmp_path / "b.txt"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(ReadingError, match="limit"):
        read(huge, "b.txt")
