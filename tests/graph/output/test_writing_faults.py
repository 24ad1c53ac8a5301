"""Whole builds that run out of disk, are killed, or meet another build: the old output is whole, or the new one."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph.output import store
from graph.output.store import Lock, StoreError, check
from graph.pipeline import Settings, build
from integraph.cli import app
from tests.graph.output.test_store import tree

OLD = "Lantern fundedBy Kredo.\n"
NEW = "Lantern fundedBy Kredo. Beacon hasPartner Casa. Lantern began in 2020.\n" + "It goes on. " * 400


@pytest.fixture
def place(tmp_path: Path, fakes: dict[str, Any]) -> Path:
    """A folder with an output of an older text, whose text has changed since."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(OLD)
    make(tmp_path, fakes)
    (tmp_path / "in" / "a.txt").write_text(NEW)
    return tmp_path


def make(place: Path, fakes: dict[str, Any]) -> None:
    build([place / "in"], place / "out", settings=Settings(workers=1), **fakes)


def test_a_full_disk_at_any_write(place: Path, fakes: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    before, real, left = tree(place), os.fsync, 0

    def failing(handle: int) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(store.os, "fsync", failing)
    for point in range(1, 60):
        left = point
        try:
            make(place, fakes)
        except StoreError as error:
            assert "No space left" in str(error)
            new = tree(place / "out") != {k.removeprefix("out/"): v for k, v in before.items() if k.startswith("out/")}
            assert check(place / "out") == [] and sorted(p.name for p in place.iterdir()) == ["in", "out"]
            assert not new or "beacon" in (place / "out" / "graph.ttl").read_text("utf-8")
        else:
            break
    assert 8 < point < 59, "each file is synchronised, and one build comes to its end"


@pytest.mark.skipif(sys.platform != "linux", reason="limits of files differ elsewhere")
@pytest.mark.parametrize("most", [1, 100, 1_000, 4_000])
def test_a_disk_that_is_full_in_the_midst_of_a_file(place: Path, fakes: dict[str, Any], most: int) -> None:
    """The system itself refuses: no file may grow beyond this many bytes."""
    before = tree(place)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        with pytest.raises(StoreError, match="could not be written"):
            make(place, fakes)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert tree(place) == before


def _killed(place: Path, fakes: dict[str, Any], point: int) -> None:
    """A build that kills itself the n-th time that it opens, makes, renames or removes something in its folder."""
    left = point

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event in ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir") and str(place) in str(arguments[:1]):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    make(place, fakes)
    os._exit(0)


@pytest.mark.skipif(sys.platform != "linux", reason="folders are exchanged in one step on Linux only")
def test_a_whole_build_that_is_killed_at_many_points(place: Path, fakes: dict[str, Any]) -> None:
    context, before, kills = multiprocessing.get_context("fork"), tree(place / "out"), 0
    seen = set()
    for point in (1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 70, 90, 120, 200):
        process = context.Process(target=_killed, args=(place, fakes, point))
        process.start()
        process.join(60)
        assert process.exitcode in (0, -signal.SIGKILL)
        assert check(place / "out") == []
        seen.add(tree(place / "out") == before)
        if process.exitcode == 0:
            break
        kills += 1
        with Lock(place / "out"):
            pass  # nothing of the killed build holds the folder
    assert kills > 4 and seen == {True, False}
    make(place, fakes)
    assert "beacon" in (place / "out" / "graph.ttl").read_text("utf-8")


def _holding(out: Path, ready: Any, go: Any) -> None:
    with Lock(out):
        ready.set()
        go.wait(60)
    os._exit(0)


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="a second process by copying")
def test_two_builds_in_one_folder(place: Path) -> None:
    context, before = multiprocessing.get_context("fork"), tree(place / "out")
    ready, go = context.Event(), context.Event()
    other = context.Process(target=_holding, args=(place / "out", ready, go))
    other.start()
    assert ready.wait(30)
    ended = CliRunner().invoke(app, ["build", str(place / "in"), "--out", str(place / "out"), "--quiet"])
    go.set()
    other.join(30)
    assert ended.exit_code == 6 and "another build" in ended.stderr and tree(place / "out") == before
