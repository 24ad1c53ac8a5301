"""One server for most tests, on the invented sample of the queries' tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.output.serialisation import turtle
from graph.output.store import staging
from queries.dataset import open_dataset
from tests.serving.serving_client import ROOT, Server, running
from viz.page import write_page

SAMPLE = ROOT / "tests" / "queries" / "data" / "graph.trig"


def publish(out: Path, trig: bytes) -> None:
    """Write an output folder as a build does, private files and all."""
    with staging(out) as stage:
        stage.write("graph.trig", trig)
        store = open_dataset(stage.folder / "graph.trig")
        stage.write("graph.ttl", turtle(quad.triple for quad in store.quads_for_pattern(None, None, None, None)))
        stage.write("vocabulary.ttl", b"<http://example.org/a> <http://example.org/b> <http://example.org/c> .\n")
        stage.write("texts/source.txt", b"private text")
        stage.write("report.json", b"{}\n")
        write_page(store, stage.folder / "graph.html", title="sample")
        stage.publish()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("served") / "out"
    publish(out, SAMPLE.read_bytes())
    return out


@pytest.fixture
def own_output(published: Path, tmp_path: Path) -> Path:
    """An output folder of one's own, to change."""
    out = tmp_path / "own" / "out"
    shutil.copytree(published, out)
    return out


@pytest.fixture(scope="session")
def server(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(published, tmp_path_factory.mktemp("log") / "server.log") as found:
        yield found


@pytest.fixture(scope="session")
def store() -> ox.Store:
    """What the server should be answering from."""
    return open_dataset(SAMPLE, merged=True)
