"""Labelled values where a sentence of a text begins."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.marking.language import language
from graph.marking.sentence_labels import with_sentence_labels
from tests.small_documents import blocks, facts, prose


@pytest.mark.parametrize(("code", "text"), [
    ("en", "LANTERN brought together forty newcomers. Donor: Kredo Foundation. Partner: Omnia Association. It ended in May."),
    ("de", "LATERNE brachte vierzig Geflüchtete zusammen. Fördergeber: Kredo Stiftung. Partner: Omnia Verein. Es endete im Mai."),
    ("fr", "LANTERNE a réuni quarante réfugiés. Bailleur : Fondation Kredo. Partenaire : Association Omnia. Il a pris fin en mai."),
])
def test_values_in_a_text_end_with_their_sentence(code: str, text: str) -> None:
    read = extract(blocks(("heading", f"Das Projekt {text.split()[0]}" if code == "de" else f"{text.split()[0]}"), ("prose", text), language=code))
    found = {(p, " ".join(w for w in o.split() if w in ("Kredo", "Omnia"))) for _, p, o in facts(read)}
    assert {("fundedBy", "Kredo"), ("hasPartner", "Omnia")} <= found


def test_the_text_around_is_kept() -> None:
    document = prose("The club met for a year. Duration: 2019–2021. Thirty people came.")
    read = with_sentence_labels(document, language("en").fields)
    assert [document.text[b.span.start:b.span.end] for b in read.blocks] == ["The club met for a year.", "Duration: 2019–2021", "Thirty people came."]


@pytest.mark.parametrize("text", [
    "We thank our donor: Kredo Foundation. Thirty people came.",
    "Partner: we all know that it is hard to find one. Thirty people came.",
    "Duration: nobody told us. Thirty people came.",
    "Union contribution: 900,000 euros; national co-financing: 300,000 euros.",
])
def test_a_word_inside_a_sentence_and_a_clause_are_none(text: str) -> None:
    document = prose(text)
    assert with_sentence_labels(document, language("en").fields) is document
