"""Tasks on workers of a Dask scheduler: the same bytes as at home, though a worker dies and a document is poisoned."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.cluster import Cluster, ClusterError
from graph.model import Document, Reading
from graph.pipeline import Settings, build
from tests.conftest import fake_extract, fake_resolve

pytest.importorskip("distributed")


def slow_extract(document: Document) -> Reading:
    """A stand-in that takes its time, and that one word kills."""
    if "poison" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.05)
    return fake_extract(document)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as running:
        yield running


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Lantern{number} fundedBy Kredo. Lantern{number} began in 2020.\n")
    (folder / "30.txt").write_text("This is poison. Beacon fundedBy Kredo.\n")
    return folder


def built(inputs: Path, out: Path, cluster: str = "") -> tuple[dict[str, bytes], list[str]]:
    settings = Settings(workers=1, cluster=cluster)
    parts: dict[str, Any] = {"extract": slow_extract, "resolve": fake_resolve, "validate": lambda data: []}
    result = build([inputs], out, settings=settings, **parts)
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return files, [outcome.source for outcome in result.failed]


def test_the_same_bytes_as_at_home(inputs: Path, tmp_path: Path, cluster: Any) -> None:
    home, failed = built(inputs, tmp_path / "home")
    away, lost = built(inputs, tmp_path / "away", cluster.scheduler_address)
    assert failed == lost == ["30.txt"]
    assert away == home and len(home) > 60


def test_a_worker_that_dies_costs_nothing(inputs: Path, tmp_path: Path, cluster: Any) -> None:
    home, _ = built(inputs, tmp_path / "home")
    victim = next(iter(cluster.workers.values())).process.pid
    killing = threading.Timer(1.0, os.kill, (victim, signal.SIGKILL))
    killing.start()
    away, lost = built(inputs, tmp_path / "away", cluster.scheduler_address)
    killing.join()
    assert lost == ["30.txt"] and away == home


def test_no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.cluster._WAIT", 0.5)
    with pytest.raises(ClusterError, match="no Dask scheduler"), Cluster("tcp://127.0.0.1:9", slow_extract):
        pass
