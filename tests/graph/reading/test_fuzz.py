"""Whatever bytes and names come in: a document that keeps its promises, or a named error; never anything else."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import strategies as st

from graph.collecting import printable
from graph.model import Document, Span
from graph.privacy.masking import MASK, masked
from graph.privacy.spelling import Names, words_of
from graph.reading import FORMATS, ReadingError, read_bytes
from graph.reading.decoding import decode
from tests.fuzzing import fuzz
from tests.graph import fuzz_strategies as made
from tests.graph.made_files import archive, docx
from tests.graph.reading.test_properties import check

KINDS = sorted(set(FORMATS.values()))


def attempt(data: bytes, kind: str) -> Document | None:
    """The document, if there is one; what holds for every document holds for it, and a second reading gives the same."""
    try:
        document = read_bytes(data, "a", kind)
    except ReadingError as error:
        assert error.cause and error.remedy
        return None
    check(document)
    assert document.text and "\r" not in document.text and "\x00" not in document.text
    document.text.encode("utf-8")
    assert document == read_bytes(data, "a", kind)
    return document


def keeps_words(data: bytes, kind: str, texts: list[str]) -> None:
    """The document holds every plain word of these texts."""
    document = attempt(data, kind)
    lost = [word for text in texts for word in made.words(text) if document is None or word not in document.text]
    assert not lost, (lost, document)


def test_any_bytes() -> None:
    fuzz("any bytes", 400, attempt, st.binary(max_size=400), st.sampled_from(KINDS))


@pytest.mark.parametrize("kind", sorted(made.SEEDS))
def test_damaged_files(kind: str) -> None:
    cases = 80 if kind == "application/pdf" else 150
    fuzz(f"damaged {kind}", cases, lambda data: attempt(made.damaged(data, kind), kind), st.data())


def test_html_of_any_shape() -> None:
    fuzz("HTML", 200, lambda page: attempt(page, "text/html"), made.HTML)


def test_markdown_of_any_shape() -> None:
    fuzz("Markdown", 250, lambda text: attempt(text.encode("utf-8", "replace"), "text/markdown"), made.MARKDOWN)


def test_tables_of_any_shape() -> None:
    def whole(text: str) -> None:
        keeps_words(text.encode(), "text/csv", [text] if text.replace("\n", "").isprintable() else [])

    fuzz("CSV", 200, whole, made.CSV)


def test_json_of_any_shape() -> None:
    def whole(value: Any) -> None:
        keeps_words(made.as_json(value), "application/json", made.strings(value))

    fuzz("JSON", 250, whole, made.VALUES)


def test_office_files_of_any_shape() -> None:
    def whole(body: str) -> None:
        keeps_words(docx(body), made.DOCX, [re.sub(r"<[^>]*>|&\w+;", " ", body)])

    fuzz("DOCX", 150, whole, made.OFFICE)


def test_printed_pages_of_any_shape() -> None:
    fuzz("PDF", 60, lambda data: attempt(data, "application/pdf"), made.PRINTED)


def test_packages_of_anything() -> None:
    fuzz("packages", 60, lambda data: attempt(data, made.DOCX), made.PACKED)


def test_text_survives_its_encoding() -> None:
    def survives(text: str, encoding: str) -> None:
        clean = "".join(char for char in text if char.isprintable()).strip("\ufeff")
        if clean.strip():
            assert decode(clean.encode(encoding), "a")[0] == clean

    fuzz(
        "encodings", 150, survives, st.text(min_size=1, max_size=80), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"])
    )


def test_words_stand_where_they_say() -> None:
    def stand(text: str) -> None:
        last = 0
        for word in words_of(text):
            assert last <= word.start < word.end <= len(text) and word.text
            last = word.end

    fuzz("words", 150, stand, st.text(max_size=200))


def test_a_masked_name_is_gone() -> None:
    def gone(before: str, name: str, after: str) -> None:
        names = Names([name])
        text = f"{before} {name} {after}"
        hidden = masked(text, names.spans(text))
        assert not names or (MASK in hidden and not names.spans(hidden))

    name = st.text(alphabet="abcdé ЖИ李王محع-'", min_size=3, max_size=14)
    fuzz("masked names", 150, gone, st.text(max_size=60), name, st.text(max_size=60))


def test_masks_cover_and_keep_the_rest() -> None:
    def cover(text: str, pairs: list[tuple[int, int]]) -> None:
        spans = [Span(min(pair), max(pair)) for pair in pairs if min(pair) < max(pair) <= len(text)]
        shown = masked(text, spans)
        covered = {at for span in spans for at in range(span.start, span.end)}
        assert shown.replace(MASK, "") == "".join(c for at, c in enumerate(text) if at not in covered).replace(MASK, "")

    pairs = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5)
    fuzz("masks", 150, cover, st.text(max_size=60), pairs)


def test_any_name_of_a_file_can_be_shown() -> None:
    def show(name: bytes) -> None:
        shown = printable(name.decode("utf-8", "surrogateescape"))
        assert "\n" not in shown and shown.encode("utf-8")

    fuzz("file names", 150, show, st.binary(min_size=1, max_size=40))


@pytest.mark.parametrize("cut", range(1, 160, 7))
def test_archives_cut_anywhere(cut: int) -> None:
    data = archive({"word/document.xml": b"<a/>", "b": b"b" * 50})
    with pytest.raises(ReadingError):
        read_bytes(data[:-cut], "a.docx", FORMATS[".docx"])
