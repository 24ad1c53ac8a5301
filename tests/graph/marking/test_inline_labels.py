"""Several labelled values in one line."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.marking.inline_labels import with_inline_labels
from graph.marking.language import language
from tests.small_documents import blocks, facts


def records(text: str, lang: str = "en") -> list[tuple[str, str]]:
    document = with_inline_labels(blocks(("prose", text), language=lang), language(lang).fields)
    return [(f.label, document.text[f.value.start:f.value.end]) for b in document.blocks for f in b.fields]


@pytest.mark.parametrize(("lang", "line", "found"), [
    ("en", "Funded by: AMIF Duration: 2019-2021 Lead partner: Kredo Foundation", [("Funded by", "AMIF"), ("Duration", "2019-2021"), ("Lead partner", "Kredo Foundation")]),
    ("en", "Country: Malta | Budget: EUR 20 000 | Project start: 01.07.2017", [("Country", "Malta"), ("Budget", "EUR 20 000"), ("Project start", "01.07.2017")]),
    ("de", "Laufzeit: 2019–2021 Projektträger: Kredo Stiftung Förderung: AMIF", [("Laufzeit", "2019–2021"), ("Projektträger", "Kredo Stiftung"), ("Förderung", "AMIF")]),
])
def test_each_label_has_its_value(lang: str, line: str, found: list[tuple[str, str]]) -> None:
    assert records(line, lang) == found


@pytest.mark.parametrize("line", [
    "Funded by: AMIF Duration: 2019-2021", "We did three things: we met, we learnt, we laughed.", "Country: Malta Country: Italy Country: Spain"])
def test_too_few_different_labels_make_no_record(line: str) -> None:
    document = blocks(("prose", line))
    assert with_inline_labels(document, language("en").fields) is document


def test_what_stands_before_the_labels_stays_and_names_the_project() -> None:
    reading = extract(blocks(("title", "Harbour of Words"), ("prose", "A light. Funded by: AMIF Duration: 2019-2021 Lead partner: Kredo Foundation"), ("prose", "The project helps refugees.")))
    assert facts(reading) >= {("Harbour of Words", "fundedBy", "AMIF"), ("Harbour of Words", "startDate", "2019"), ("Harbour of Words", "implementedBy", "Kredo Foundation")}
