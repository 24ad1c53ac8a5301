"""A file is added to a finished output, and the output stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.output.amendment import amend
from graph.output.store import Lock, StoreBusyError, StoreError, check, listed, staging


@pytest.fixture
def out(tmp_path: Path) -> Path:
    with staging(tmp_path / "out") as stage:
        stage.write("graph.ttl", b"one")
        stage.write("texts/a.txt", b"two")
        stage.publish()
    return tmp_path / "out"


def test_a_file_is_added_and_replaced(out: Path) -> None:
    for data in (b"first", b"second"):
        amend(out, {"analysis.trig": data})
        assert check(out) == []
        assert listed(out) == ["analysis.trig", "graph.ttl", "texts/a.txt"]
        assert (out / "analysis.trig").read_bytes() == data
    assert (out / "texts/a.txt").read_bytes() == b"two"


def test_an_output_that_is_not_whole_is_left_alone(out: Path) -> None:
    (out / "graph.ttl").write_bytes(b"changed")
    with pytest.raises(StoreError, match="not as it was built"):
        amend(out, {"analysis.trig": b"x"})
    assert not (out / "analysis.trig").exists()


def test_a_folder_in_use_is_left_alone(out: Path) -> None:
    with Lock(out), pytest.raises(StoreBusyError):
        amend(out, {"analysis.trig": b"x"})
