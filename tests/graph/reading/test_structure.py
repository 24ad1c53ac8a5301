"""Labels and the lists that are their values."""
from __future__ import annotations

import pytest

from graph.model import Span
from graph.reading.structure import blocks_of

BELOW = "{mark} Kredo Foundation\n{mark} Omnia Trust\n{mark} Harbour Centre\n\nThe work goes on until the end of the year.\n"


def fields(text: str) -> list[tuple[str, str]]:
    found = [f for b in blocks_of(text, Span(0, len(text))) for f in b.fields]
    return [(f.label, text[f.value.start : f.value.end]) for f in found]


@pytest.mark.parametrize("mark", ["▪", "•", "-"])
@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_list_may_begin_on_its_labels_line_or_below_it(mark: str, between: str) -> None:
    text = f"Partners:{between}" + BELOW.format(mark=mark)
    assert fields(text) == [("Partners", "Kredo Foundation"), ("Partners", "Omnia Trust"), ("Partners", "Harbour Centre")]


def test_a_value_without_a_mark_takes_no_list() -> None:
    assert ("Start", "May 2030") in fields("Start: May 2030\n• Kredo Foundation\n• Omnia Trust\n")
    assert not any(value.startswith("Omnia") for label, value in fields("Start: May 2030\n• Kredo Foundation\n• Omnia Trust\n") if label == "Start")
