"""Quotation marks, apostrophes and dashes are read alike, whichever of their forms a page uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extraction import extract
from graph.marking.plain_signs import with_plain_signs
from tests.small_documents import facts, prose

QUOTED = ["“{}”", "„{}″", "″{}″", "„{}”", "«{}»", "<<{}>>", "``{}''", ",,{}''", "‚{}‘", "_{}_", "＂{}＂", "„{}“", "''{}''"]
SAME = [
    ("l‘aide, l´aide, lʼaide, l`aide", "l‘aide, l’aide, l’aide, l’aide"),
    ("2019−2021, Kredo ― Omnia, AMIF‑2031", "2019–2021, Kredo — Omnia, AMIF-2031"),
    ("Kredo -- Omnia", "Kredo  – Omnia"),
]


@pytest.mark.parametrize("marks", QUOTED)
def test_a_name_is_found_between_marks_of_every_form(marks: str) -> None:
    name = marks.format("Open Doors to the Harbour")
    found = facts(extract(prose(f"The project {name} is funded by the Kredo Foundation.")))
    assert ("Open Doors to the Harbour", "fundedBy", "Kredo Foundation") in found


@pytest.mark.parametrize(("written", "plain"), SAME)
def test_signs(written: str, plain: str) -> None:
    assert with_plain_signs(prose(written)).text == plain


@pytest.mark.parametrize("text", ["my_file_name.pdf", "a__b", "1,,2", "x << y", "the towns' people, the 'old' town"])
def test_what_is_no_quotation_stays(text: str) -> None:
    assert with_plain_signs(prose(text)).text == text


@given(st.text(alphabet="aZ ,'`´″‚‘’_<>-\n.", max_size=60))
def test_offsets_hold(text: str) -> None:
    read = with_plain_signs(prose(text))
    assert len(read.text) == len(text)
    assert [c for c in read.text if c.isalnum()] == [c for c in text if c.isalnum()]


def test_evidence_keeps_the_signs_of_the_page() -> None:
    reading = extract(prose("The project ″Open Doors to the Harbour″ is funded by AMIF."))
    span = reading.statements[0].evidence[0]
    assert "″" in reading.document.text[span.start : span.end]
