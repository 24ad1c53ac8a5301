"""What the benchmarks are fed with: the same each time, and of the size that was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.networks import made_network
from queries.dataset import open_dataset
from viz.page import read_styled


@pytest.mark.parametrize("size", [200, 600])
def test_made_networks(tmp_path: Path, size: int) -> None:
    for name in ("a", "b"):
        made_network(size, tmp_path / name)
    assert (tmp_path / "a/graph.trig").read_bytes() == (tmp_path / "b/graph.trig").read_bytes()
    network = read_styled(open_dataset(tmp_path / "a"))
    assert abs(len(network) - size) <= 25
    assert network.number_of_edges() > len(network)
