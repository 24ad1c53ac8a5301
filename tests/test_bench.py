"""What the benchmarks are fed with: the same each time, and of the size that was asked for."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench.corpus import copies, originals
from bench.gate import main as gate
from bench.gate import worse
from bench.speed import documents, exponent, longer, measure
from graph.extraction import extract

ROOT = Path(__file__).resolve().parents[1]


def test_a_gate_lets_nothing_fall(tmp_path: Path) -> None:
    new, kept = tmp_path / "new.json", tmp_path / "kept.json"
    kept.write_text('{"a": 2.0, "b": 4.0}')
    for figures, found in (('{"a": 1.9, "b": 9.0}', 0), ('{"a": 1.0, "b": 4.0}', 1), ('{"a": 2.0}', 1)):
        new.write_text(figures)
        assert gate([str(new), str(kept), "--margin", "0.2"]) == found
    assert worse({"a": 1.0}, {"a": 2.0, "b": 4.0}, 0.2) == ["a: 1.00, was 2.00", "b: no longer measured (was 4.00)"]
    assert gate([str(new), str(kept), "--keep"]) == 0 and kept.read_text() == '{"a": 2.0}'


def test_the_peer_finds_labels_and_nothing_else() -> None:
    peer = pytest.importorskip("bench.peer", reason="needs the extra bench").Peer()
    reading = peer.read("The Lantern project is paid by AMIF. It helps asylum seekers in Italy.", "a.txt")
    found = {(s.predicate, str(s.object).rsplit("/", 1)[-1]) for s in reading.statements}
    assert {("coversCountry", "IT"), ("targets", "asylum-seekers"), ("fundedBy", "amif")} <= found
    assert reading.entities[0].names[0].text == "Lantern"


def test_made_corpora_keep_their_annotations(tmp_path: Path) -> None:
    texts, gold = ROOT / "tests/corpus/tune", ROOT / "tests/corpus/gold"
    count = len(originals(texts, gold))
    assert count >= 40
    made = list(copies(2 * count, texts, gold))
    assert made == list(copies(2 * count, texts, gold))
    assert len({text for _, text, _ in made}) >= 2 * count - 2  # texts that name no project come out the same
    for name, text, known in made:
        text = " ".join(text.split())  # a name may be broken by the end of a line
        projects = [entity for entity in known["entities"].values() if entity["type"] == "Project"]
        for entity in projects:
            assert any(form in text for form in entity["names"]), name


def test_the_benchmark_of_speed_runs(tmp_path: Path) -> None:
    text = "The Lantern project is co-financed by AMIF. It supports asylum seekers from Mali in Italy and Malta.\n"
    (tmp_path / "one.txt").write_text(text * 3, "utf-8")
    report, picture = measure(tmp_path, [], 0.0)
    assert [line for line in report.splitlines() if line.startswith("| en |")]
    assert report.count("\n| ---") == 4
    assert picture.count("<polyline") == 3
    ElementTree.fromstring(picture)


def test_a_longer_document_says_the_same_more_often(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("# Lantern\n\nThe Lantern project is co-financed by AMIF.\n\n- Budget: 1 200 EUR\n", "utf-8")
    ((document,),) = documents(tmp_path).values()
    long = longer(document, 3)
    assert [long.text[b.span.start : b.span.end] for b in long.blocks] == 3 * [
        document.text[b.span.start : b.span.end] for b in document.blocks
    ]
    once, often = extract(document), extract(long)
    assert {(s.predicate, s.rule) for s in once.statements} <= {(s.predicate, s.rule) for s in often.statements}
    assert len(once.statements) > 1


def test_growth_is_told_by_its_power() -> None:
    assert exponent([(1, 3), (10, 3)]) == 0
    assert exponent([(2, 1), (8, 4)]) == pytest.approx(1)
