"""A text in another layout says what it said: annotated texts written down again as web pages and as printed text.

`pytest tests/corpus/test_layouts.py -s` prints the table; `python -m bench.layouts` measures all texts.
"""
from __future__ import annotations

from pathlib import Path

import pytest

from bench.layouts.__main__ import table
from bench.layouts.measure import LAYOUTS, Tally, annotated, cases, tallies

CORPUS = Path(__file__).resolve().parent
STEP = 12  # every so manyth text
LARGER = {  # losses known today; the printed ones are one text's whose only title is a quotation in bold print, the spaced ones another's
    # whose project is quoted over a line's end, which a blank line parts there
    "page_builder": 0.13, "bold_breaks": 0.13, "wrapped_and_spaced": 0.40, "spaced": 0.20, "wrapped": 0.10, "hyphenated": 0.10, "paged": 0.10,
    "in_tables": 0.10,
}
LARGEST_LOSS = 0.06  # of core F1, in any other layout


@pytest.fixture(scope="module")
def counts() -> dict[str, tuple[Tally, Tally]]:
    texts = CORPUS / "tune"
    found = tallies(cases(texts, annotated(CORPUS / "gold", texts, STEP), list(LAYOUTS)))
    number = sum(len(after.cases) for _, after in found.values())
    print(f"\n{number} cases: {len(found)} layouts\n{table(found)}")
    assert number >= 4 * len(LAYOUTS)
    return found


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_loses_little(name: str, counts: dict[str, tuple[Tally, Tally]]) -> None:
    before, after = counts[name]
    assert before.found >= 10
    assert after.f1 >= before.f1 - LARGER.get(name, LARGEST_LOSS), table({name: counts[name]})


def test_no_private_name_gets_out_of_a_layout(counts: dict[str, tuple[Tally, Tally]]) -> None:
    assert [(case.document, case.layout) for _, after in counts.values() for case in after.cases if case.after.leaks] == []
