"""Texts are cut into sentences and words; offsets always point back to what is written."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.marking.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER, sentence_spans, shape_of, tokenise
from graph.model import Block, Document, Field, Span
from ontology.words import fold
from tests.small_documents import blocks, prose

ABBREVIATIONS = frozenset({"z.b", "prof", "art", "nr", "dr", "e.g"})
ODD = st.text(alphabet="aÄß .!?;:\n\t(„“)«»-–'’12,Ωж\u00ad", max_size=80)

SENTENCES = [
    ("It ended. It began.", ["It ended.", "It began."]),
    ("Prof. Ilka spoke. All heard.", ["Prof. Ilka spoke.", "All heard."]),
    ("Laut Art. 5 gilt das. Gut.", ["Laut Art. 5 gilt das.", "Gut."]),
    ("Budget 1.5 million. Two years.", ["Budget 1.5 million.", "Two years."]),
    ("La fine è il 31. 5. 2021. Poi basta.", ["La fine è il 31. 5. 2021.", "Poi basta."]),
    ("He said: “Good.” Then he left.", ["He said: “Good.”", "Then he left."]),
    ("It ended; it began. Fine.", ["It ended; it began.", "Fine."]),
    ("One line\nmore of it\n\nNew one", ["One line\nmore of it", "New one"]),
    ("A. Kredo met B. Omnia. Fine.", ["A. Kredo met B. Omnia.", "Fine."]),
    ("With Kredo e.V. (Germany) and Omnia. Fine.", ["With Kredo e.V. (Germany) and Omnia.", "Fine."]),
    ("With KREDO E.V. (Germany) and Omnia. Fine.", ["With KREDO E.V. (Germany) and Omnia.", "Fine."]),
    ("", []),
    (" \n ", []),
]
SHAPES = [("haus", LOWER), ("Haus", CAPITAL), ("AMIF", UPPER), ("A", CAPITAL), ("eIntegra", MIXED), ("ESF+", UPPER), ("4all", MIXED),
          ("2021", NUMBER), ("Mi2", MIXED), ("λόγος", LOWER), ("ΕΛΛΑΔΑ", UPPER), ("МОМ", UPPER)]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentence_spans(text, 0, len(text), ABBREVIATIONS)] == expected


@pytest.mark.xfail(strict=True, reason="the Greek question mark, which looks like a semicolon, ends no sentence")
def test_a_greek_question_is_a_sentence() -> None:
    text = "Τι κάνει; Βοηθά."
    assert len(sentence_spans(text, 0, len(text), ABBREVIATIONS)) == 2


@pytest.mark.xfail(strict=True, reason="a sentence's end before a German closing quotation mark is not seen")
def test_a_german_quotation_may_end_a_sentence() -> None:
    text = "Er sagte: „Gut.“ Dann ging er."
    assert len(sentence_spans(text, 0, len(text), ABBREVIATIONS)) == 2


@given(ODD)
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = sentence_spans(text, 0, len(text), ABBREVIATIONS)
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        assert text[at : span.start].strip() == "", "something that is not white space got lost between sentences"
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        at = span.end
    assert text[at:].strip() == ""


@given(ODD, st.integers(0, 80), st.integers(0, 80))
def test_sentences_stay_inside_the_stretch(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    assert all(start <= s.start < s.end <= end for s in sentence_spans(text, start, end, ABBREVIATIONS))


@pytest.mark.parametrize(("word", "shape"), SHAPES)
def test_shapes(word: str, shape: int) -> None:
    assert shape_of(word) == shape


@given(ODD)
def test_words_point_to_what_is_written(text: str) -> None:
    tokens = tokenise(prose(text), tuple(ABBREVIATIONS))
    for i, folded in enumerate(tokens.folds):
        written = text[tokens.starts[i] : tokens.ends[i]]
        assert written == tokens.word(i) and fold(written) == folded
        assert not i or tokens.ends[i - 1] <= tokens.starts[i]
    for sentence in tokens.sentences:
        assert sentence.first < sentence.last
        for i in range(sentence.first, sentence.last):
            assert sentence.span.start <= tokens.starts[i] and tokens.ends[i] <= sentence.span.end


def test_every_word_is_in_one_sentence() -> None:
    tokens = tokenise(blocks(("title", "Lantern. A project"), ("prose", "It began. It ended."), ("item", "One")))
    covered = [i for s in tokens.sentences for i in range(s.first, s.last)]
    assert covered == list(range(len(tokens.folds)))


def test_a_heading_is_one_sentence() -> None:
    tokens = tokenise(blocks(("title", "Lantern. Light for all! Yes"), ("prose", "It began. It ended.")))
    assert [(s.block, tokens.surface(s.first, s.last)) for s in tokens.sentences] == [
        (0, "Lantern. Light for all! Yes"), (1, "It began"), (1, "It ended")]


@pytest.mark.parametrize(("text", "word"), [
    ("Kredo (Graz)", 1), ("Kredo: Graz", 1), ("Kredo – Graz", 1), ("“Kredo” Graz", 1), ("Kredo | Graz", 1)])
def test_names_do_not_run_across(text: str, word: int) -> None:
    assert any(tokenise(prose(text)).barriers[word:])


@pytest.mark.parametrize("text", ["Kredo Graz", "Kredo-Graz", "Kredo, Graz", "Kredo\nGraz", "Kredo's Graz"])
def test_names_may_run_across(text: str) -> None:
    assert not any(tokenise(prose(text)).barriers)


def _record(label: str, value: str) -> Document:
    text = f"{label}: {value}"
    at = len(label)
    item = Field(label, Span(at + 2, len(text)), Span(0, at))
    return Document("r.txt", "0" * 64, text, "en", (Block("record", Span(0, len(text)), fields=(item,), about="document"),))


def test_a_field_is_its_value() -> None:
    tokens = tokenise(_record("Funded by", "Kredo Foundation. Omnia"), known_label=lambda label: True)
    assert [(tokens.surface(s.first, s.last), s.field.label if s.field else None) for s in tokens.sentences] == [
        ("Kredo Foundation. Omnia", "Funded by")]


def test_a_line_with_a_colon_and_no_known_label_is_text() -> None:
    tokens = tokenise(_record("She said", "it helps. A lot"), known_label=lambda label: False)
    assert [(tokens.surface(s.first, s.last), s.field) for s in tokens.sentences] == [("She said: it helps", None), ("A lot", None)]
