"""What whole sentences state, in every language and for every way to name a project (`data/sentences.toml`)."""
from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from graph.extraction import extract
from tests.small_documents import facts, prose

TABLE = tomllib.loads((Path(__file__).parent / "data" / "sentences.toml").read_text("utf-8"))
CASES = [
    (language, sentence.replace("{P}", phrase).replace("{p}", phrase[0].lower() + phrase[1:]), name, prop, objects)
    for language, row in TABLE.items() for phrase, name in row["names"] for sentence, prop, objects in row["sentences"]
]


def test_all_sentences_are_tried() -> None:
    assert len(TABLE) == 17 and len(CASES) >= 360


@pytest.mark.parametrize(("language", "sentence", "name", "prop", "objects"), CASES)
def test_what_a_sentence_states(language: str, sentence: str, name: str, prop: str, objects: list[str]) -> None:
    found = {o for s, p, o in facts(extract(prose(sentence, language))) if (s, p) == (name, prop)}
    assert set(objects) <= found
