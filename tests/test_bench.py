"""What the benchmarks are fed with: the same each time, and of the size that was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.corpus import copies, originals
from bench.networks import made_network
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
