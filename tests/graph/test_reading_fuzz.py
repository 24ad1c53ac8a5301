"""Whatever bytes and names come in: a document that keeps its promises, or a named error; never anything else."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.collecting import printable
from graph.masking import MASK, masked
from graph.model import Document, Span
from graph.reading import FORMATS, ReadingError, read_bytes
from graph.reading.decoding import decode
from graph.spelling import Names, words_of
from tests.graph.made_files import ACTIVITY, archive, docx, paragraph, table

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SEEDS = {
    "application/xml": ACTIVITY.encode(),
    FORMATS[".docx"]: docx(paragraph("Lantern", "Titel") + table([["Project", "Country"], ["Lantern", "Malta"]])),
    "application/json": b'{"title": "Lantern", "funders": ["Kredo", {"name": "AMIF"}], "budget": 12.5}',
    "text/html": b"<html lang=en><body><h1>Lantern</h1><table><tr><td>Funded by<td>Kredo</table><p>Text &amp; more",
    "text/csv": b'project;funder\nLantern;Kredo\nBeacon;"A;B"\n',
    "text/markdown": b"---\ntitle: Lantern\n---\n# Lantern\n\nFunded by: Kredo\n\n* one\n* two\n",
}


def keeps_its_promises(document: Document) -> None:
    assert document.text and "\r" not in document.text and "\x00" not in document.text
    document.text.encode("utf-8")
    for block in document.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(document.text)
        for field in block.fields:
            assert block.span.start <= field.value.start <= field.value.end <= len(document.text)


def attempt(data: bytes, kind: str) -> None:
    try:
        keeps_its_promises(read_bytes(data, "a", kind))
    except ReadingError as error:
        assert error.cause and error.remedy


@QUICK
@given(st.binary(max_size=400), st.sampled_from(sorted(SEEDS)))
def test_any_bytes(data: bytes, kind: str) -> None:
    attempt(data, kind)


@QUICK
@given(st.sampled_from(sorted(SEEDS)), st.data())
def test_damaged_files(kind: str, data: st.DataObject) -> None:
    content = bytearray(SEEDS[kind])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        action = data.draw(st.sampled_from(["flip", "cut", "double"]))
        if action == "flip":
            content[at] = data.draw(st.integers(0, 255))
        elif action == "cut" and len(content) > 20:
            del content[at : at + 7]
        else:
            content[at:at] = content[max(0, at - 9) : at]
    attempt(bytes(content), kind)


@QUICK
@given(st.text(max_size=60), st.text(max_size=60))
def test_office_files_of_any_text(one: str, two: str) -> None:
    def safe(text: str) -> str:
        kept = "".join(char for char in text if char.isprintable())
        return kept.replace("&", "&amp;").replace("<", "&lt;")

    attempt(docx(paragraph(safe(one)) + table([[safe(one), safe(two)], [safe(two), safe(one)]])), FORMATS[".docx"])


@QUICK
@given(st.text(min_size=1, max_size=80), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_text_survives_its_encoding(text: str, encoding: str) -> None:
    clean = "".join(char for char in text if char.isprintable()).strip("\ufeff")
    if clean.strip():
        assert decode(clean.encode(encoding), "a")[0] == clean


@QUICK
@given(st.text(max_size=200))
def test_words_stand_where_they_say(text: str) -> None:
    last = 0
    for word in words_of(text):
        assert last <= word.start < word.end <= len(text) and word.text
        last = word.end


@QUICK
@given(st.text(max_size=60), st.text(alphabet="abcdé ЖИ李王محع-'", min_size=3, max_size=14), st.text(max_size=60))
def test_a_masked_name_is_gone(before: str, name: str, after: str) -> None:
    names = Names([name])
    text = f"{before} {name} {after}"
    hidden = masked(text, names.spans(text))
    assert not names or (MASK in hidden and not names.spans(hidden))


@QUICK
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_masks_cover_and_keep_the_rest(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), max(pair)) for pair in pairs if min(pair) < max(pair) <= len(text)]
    shown = masked(text, spans)
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert shown.replace(MASK, "") == "".join(c for at, c in enumerate(text) if at not in covered).replace(MASK, "")


@QUICK
@given(st.binary(min_size=1, max_size=40))
def test_any_name_of_a_file_can_be_shown(name: bytes) -> None:
    shown = printable(name.decode("utf-8", "surrogateescape"))
    assert "\n" not in shown and shown.encode("utf-8")


@pytest.mark.parametrize("cut", range(1, 160, 7))
def test_archives_cut_anywhere(cut: int) -> None:
    data = archive({"word/document.xml": b"<a/>", "b": b"b" * 50})
    with pytest.raises(ReadingError):
        read_bytes(data[:-cut], "a.docx", FORMATS[".docx"])
