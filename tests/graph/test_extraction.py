"""The engine as a whole: what any reading must hold, whatever the text."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extraction import extract
from graph.model import Reading, Value
from ontology.schema import properties
from tests.small_documents import blocks, facts, prose, read, shown

ROOT = Path(__file__).resolve().parents[2]
PIECES = st.lists(st.sampled_from([
    "The LANTERN project", "the Kredo Foundation", "is funded by", "AMIF", "in Italy", "and", ",", ".", ";", "(", ")", "“", "”", "refugees", "6 June 2021",
    "EUR 1.2 million", "from Mali", "Il progetto", "not", "will be", "led by", "It", "BEACON", ":", "–", "www.lantern.example", "Ilka Marent", "\n", "Niger",
]), max_size=24)
TELLING = ("The LANTERN project (Light), led by the Kredo Foundation (KRF) and the City of Graz, helps refugees, asylum seekers and women in Italy, "
           "Malta and Graz from 2019 to 2021 with AMIF and ESF+ money.")
KINDS = st.lists(st.sampled_from(["title", "heading2", "prose", "item", "navigation", "boilerplate"]), min_size=1, max_size=4)


def check(reading: Reading) -> None:
    """What must hold of every reading."""
    text, keys = reading.document.text, {e.key for e in reading.entities}
    assert len(keys) == len(reading.entities)
    for entity in reading.entities:
        assert entity.names and all(n.text.strip() for n in entity.names)
    for statement in reading.statements:
        prop = properties()[statement.predicate]
        assert statement.subject in keys and (isinstance(statement.object, Value) or statement.object in keys)
        kinds = {e.key: e.kind for e in reading.entities}
        assert kinds[statement.subject] in prop.subjects, f"{statement.rule}: a {kinds[statement.subject]} as its subject"
        if isinstance(statement.object, str):
            assert statement.object != statement.subject
            assert kinds[statement.object] in prop.objects, f"{statement.rule}: a {kinds[statement.object]} as its object"
        assert statement.evidence and 0 < statement.confidence <= 1 and statement.modality in ("asserted", "planned", "completed", "negated")
        for span in statement.evidence:
            assert 0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip()
    used = {s.subject for s in reading.statements} | {s.object for s in reading.statements if isinstance(s.object, str)}
    assert used == keys


@settings(max_examples=120, deadline=None)
@given(PIECES, st.sampled_from(["en", "it", "de"]))
def test_every_reading_is_sound(pieces: list[str], language: str) -> None:
    check(read(" ".join(pieces), language))


@settings(max_examples=60, deadline=None)
@given(KINDS, st.data())
def test_every_reading_of_blocks_is_sound(kinds: list[str], data: st.DataObject) -> None:
    check(extract(blocks(*((kind, " ".join(data.draw(PIECES))) for kind in kinds))))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    check(read(text))


@settings(max_examples=30, deadline=None)
@given(PIECES)
def test_reading_twice_gives_the_same(pieces: list[str]) -> None:
    document = prose(" ".join(pieces))
    assert extract(document) == extract(document)


def test_the_example_of_the_documentation() -> None:
    reading = read("The LANTERN project is co-financed by AMIF and the Kredo Foundation.\nIt supports asylum seekers from Mali in Italy and Malta.")
    told = (ROOT / "docs" / "engine.md").read_text("utf-8")
    for statement in reading.statements:
        row = [shown(reading, statement.subject), statement.predicate, shown(reading, statement.object), f"`{statement.rule}`", f"{statement.confidence:.2f}"]
        assert f"| {' | '.join(row)} |" in told
    assert len(reading.statements) == 8


def test_a_language_without_a_lexicon_is_read_as_english() -> None:
    assert facts(read("The LANTERN project is funded by AMIF.", "eo")) == {("LANTERN", "fundedBy", "AMIF")}


def test_the_hash_seed_does_not_matter() -> None:
    program = f"from tests.small_documents import read; print(repr(read({TELLING!r})))"
    environment = {"PYTHONHASHSEED": "77", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == repr(read(TELLING))


@pytest.mark.parametrize("text", ["", " \n\t ", "…", "(" * 300, "“" * 300, "A " * 2000, "“A " * 400, "1." * 500])
def test_odd_texts_are_read_in_no_time(text: str) -> None:
    check(read(text))
