"""Places that bear given names: what nothing shows to be a place's name is a person's, and stays private."""
from __future__ import annotations

import pytest

from graph.extraction import extract
from graph.privacy.people import given_names
from ontology.vocabulary import places
from ontology.words import fold
from tests.small_documents import facts, prose

NAMESAKES = sorted({label for e in places() for label, _ in e.labels if " " not in label and fold(label) in given_names() and label[:1].isupper()})
LEAST = 80


def test_there_are_such_places() -> None:
    assert len(NAMESAKES) >= LEAST


@pytest.mark.parametrize("text", ["{}, a mother of two, was helped by the LANTERN project.", "{} dreams of becoming a nurse. She joined the LANTERN project in 2019."])
def test_no_namesake_of_a_place_leaks(text: str) -> None:
    leaking = [name for name in NAMESAKES if not extract(prose(text.format(name), "en")).private]
    assert not leaking


@pytest.mark.parametrize("text", [
    "The LANTERN project takes place in Martin.", "The LANTERN project takes place in Graz and Martin.", "The LANTERN project takes place in the town of Martin."])
def test_what_is_shown_to_be_a_place_is_one(text: str) -> None:
    reading = extract(prose(text, "en"))
    assert not reading.private
    assert any("Martin" in o for _, _, o in facts(reading, "takesPlaceIn"))
