"""The start that a field gives, and what sentences say beside it."""

from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.reading import read_bytes
from tests.small_documents import facts


@pytest.mark.parametrize("prose, ends", [
    ("Starting from February 2022, the Kredo Foundation helped refugees.", set()),
    ("The project started in February 2022 and helps refugees.", set()),
    ("The project started in 2022 and ended in June 2023.", {"2023-06"}),
])
def test_a_field_gives_the_start_and_sentences_may_give_the_end(prose: str, ends: set[str]) -> None:
    text = f"Project: Lantern\nStart date: March 2022\nFunder: Kredo Foundation\n\n{prose}\n"
    found = facts(extract(read_bytes(text.encode(), "x.txt", "text/plain")))
    starts = {o for s, p, o in found if s == "Lantern" and p == "startDate"}
    assert "2022-03" in starts and "2022-02" not in starts
    assert {o for s, p, o in found if s == "Lantern" and p == "endDate"} == ends


def test_without_a_field_the_sentence_counts() -> None:
    text = "Project: Lantern\nFunder: Kredo Foundation\n\nThe project started in February 2022 and helps refugees.\n"
    found = facts(extract(read_bytes(text.encode(), "x.txt", "text/plain")), "startDate")
    assert {o for _, _, o in found} == {"2022-02"}
