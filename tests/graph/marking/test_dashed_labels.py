"""Labels with a dash in place of the colon."""
from __future__ import annotations

import pytest

from graph.marking.dashed_labels import with_dashed_labels
from graph.marking.language import language
from tests.small_documents import blocks


def records(*parts: tuple[str, str], lang: str) -> list[tuple[str, str]]:
    document = with_dashed_labels(blocks(*parts, language=lang), language(lang).fields)
    return [(f.label, document.text[f.value.start:f.value.end]) for b in document.blocks for f in b.fields]


def test_a_label_before_a_dash() -> None:
    found = records(("heading", "Beneficiar - Fundația Kredo"), ("prose", "Perioada de implementare – 06.05.2016 – 06.05.2017"), lang="ro")
    assert found == [("Beneficiar", "Fundația Kredo"), ("Perioada de implementare", "06.05.2016 – 06.05.2017")]


@pytest.mark.parametrize("line", [
    "Lanterna - Fundația Kredo", "Beneficiar - persoanele din oraș", "Perioada de implementare – un an întreg", "Beneficiar", "Partener - Donează · Contact"])
def test_other_lines_with_a_dash_stay_as_they_are(line: str) -> None:
    document = blocks(("prose", line), language="ro")
    assert with_dashed_labels(document, language("ro").fields) is document
