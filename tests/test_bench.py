"""What the benchmarks are fed with: the same each time, and of the size that was asked for."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench.corpus import copies, originals
from bench.networks import made_network
from bench.speed import documents, exponent, longer, measure
from graph.extraction import extract
from queries.dataset import open_dataset
from viz.page import read_styled

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("size", [200, 600])
def test_made_networks(tmp_path: Path, size: int) -> None:
    for name in ("a", "b"):
        made_network(size, tmp_path / name)
    assert (tmp_path / "a/graph.trig").read_bytes() == (tmp_path / "b/graph.trig").read_bytes()
    network = read_styled(open_dataset(tmp_path / "a"))
    assert abs(len(network) - size) <= 25
    assert network.number_of_edges() > len(network)


def test_made_corpora_keep_their_annotations(tmp_path: Path) -> None:
    texts, gold = ROOT / "tests/corpus/tune", ROOT / "tests/corpus/gold"
    count = len(originals(texts, gold))
    assert count >= 40
    made = list(copies(2 * count, texts, gold))
    assert made == list(copies(2 * count, texts, gold))
    assert len({text for _, text, _ in made}) >= 2 * count - 1  # one text names no project
    for name, text, known in made:
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
