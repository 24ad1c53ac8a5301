"""The property that a field's label stands for."""

import pytest

from graph.marking import language as module
from graph.marking.language import FieldLabels
from ontology.lexicon import load


def test_what_was_looked_up_is_forgotten_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 3)
    labels = FieldLabels(load("en"))
    names = ["Partners", "Start date", "A line of text", "dates.start", "Another line", "Partners", "Budget"]
    found = [labels.property_of(name) for name in names]
    assert found == [FieldLabels(load("en")).property_of(name) for name in names]
    assert found[0] == found[5] == "hasPartner"
    assert len(labels._known) <= 4
