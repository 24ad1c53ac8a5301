"""Words that a line's end cut in two are read whole, hyphens that belong to a word stay."""
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extraction import extract
from graph.reading import read
from graph.reading.line_ends import rejoined
from tests.small_documents import facts


@pytest.mark.parametrize(("text", "whole"), [
    ("It is imple-\nmented here.", "It is implemented\nhere."),
    ("the Municipality of Aar-\nhus, and", "the Municipality of Aarhus,\nand"),
    ("men and women and wo-\nmen again", "men and women and women\nagain"),  # "men" is a word, but so is the whole
    ("third-country nationals and third-\ncountry people", "third-country nationals and third-country\npeople"),
    ("Arbeits-\nund Ausbildungsmarkt und mehr", "Arbeits-\nund Ausbildungsmarkt und mehr"),
    ("the EU-\nfunded project", "the EU-\nfunded project"),
    ("Graz-\nUmgebung", "Graz-\nUmgebung"),
    ("---\ntitle: A\n---\n- one\n- two\n", "---\ntitle: A\n---\n- one\n- two\n"),
    ("the end of a co-\n", "the end of a co-\n"),
])
def test_words_cut_at_a_line_end(text: str, whole: str) -> None:
    assert rejoined(text) == whole


@given(st.text(alphabet="ab A-\n.,", max_size=60))
def test_only_hyphens_and_white_space_go(text: str) -> None:
    def letters(shown: str) -> str:
        return "".join(c for c in shown if c not in "- \n")

    assert letters(rejoined(text)) == letters(text)


def test_names_and_groups_are_read_through_the_cut(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(
        'The project "Lantern" is funded by the Munici-\npality of Aar-\nhus and imple-\nmented by the Kredo Foun-\ndation for unaccom-\npanied minors.\n', encoding="utf-8")
    reading = extract(read(tmp_path / "r.txt", "r.txt"))
    assert {o for _, _, o in facts(reading, "fundedBy")} == {"Municipality of Aarhus"}
    assert {o for _, _, o in facts(reading, "implementedBy")} == {"Kredo Foundation"}
    assert facts(reading, "targets")
