"""The output folder: all or nothing, one build at a time, other people's files left alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from graph.output import store
from graph.output.store import Lock, StoreBusyError, StoreError, check, listed, staging

ROOT = Path(__file__).resolve().parents[3]


def publish(out: Path, files: dict[str, str]) -> None:
    with staging(out) as stage:
        for name, content in files.items():
            stage.write(name, content.encode())
        stage.publish()


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_publish_replaces_and_removes_only_its_own(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, {"a": "1", "texts/x.txt": "x"})
    (out / "mine.txt").write_text("keep")
    publish(out, {"a": "2", "b": "3"})
    assert sorted(tree(out)) == ["a", "b", "manifest.json", "mine.txt"]
    assert check(out) == [] and listed(out) == ["a", "b"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]


def test_a_file_that_stays_the_same_is_not_written_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, {"texts/x.txt": "x", "texts/y.txt": "y"})
    same = (out / "texts/x.txt").stat().st_ino
    with staging(out) as stage:
        for name, content in {"texts/x.txt": b"x", "texts/y.txt": b"new", "texts/z.txt": b"z"}.items():
            stage.write_again(name, content)
        stage.publish()
    assert tree(out).items() >= {"texts/x.txt": b"x", "texts/y.txt": b"new", "texts/z.txt": b"z"}.items()
    assert (out / "texts/x.txt").stat().st_ino == same
    assert check(out) == []


def test_a_file_with_the_stamp_that_it_had_is_kept_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    with staging(out) as stage:
        stage.write("texts/x.txt", b"x")
        told, stamp = stage.told("texts/x.txt"), stage.stamp_of("texts/x.txt")
        stage.publish()
    read: list[bytes] = []
    real = store._fingerprint
    monkeypatch.setattr(store, "_fingerprint", lambda data: [read.append(data), real(data)][1])
    for _ in range(2):
        with staging(out) as stage:
            assert stage.keep("texts/x.txt", told, stamp)
            stage.publish()
    assert read == [] and check(out) == []
    (out / "texts/x.txt").write_text("y")
    os.utime(out / "texts/x.txt", ns=(1, 1))
    with staging(out) as stage:
        assert not stage.keep("texts/x.txt", told, stamp)
    assert read == [b"y"]


def test_writing_over_a_kept_file_leaves_the_old_output_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, {"texts/x.txt": "x"})
    with staging(out) as stage:
        stage.write_again("texts/x.txt", b"x")
        stage.write("texts/x.txt", b"other")
        assert (out / "texts/x.txt").read_bytes() == b"x"
        stage.publish()
    assert (out / "texts/x.txt").read_bytes() == b"other"
    assert check(out) == []


def test_check_finds_changes(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert "missing" in check(out)[0]
    publish(out, {"a": "1", "b": "2"})
    (out / "a").write_text("changed")
    (out / "b").unlink()
    assert [problem.split(" ", 1)[1] for problem in check(out)] == [
        "is not as it was built. Build it again.",
        "is missing. Build it again.",
    ]
    (out / "manifest.json").write_text("{")
    assert "cannot be read" in check(out)[0]


def test_an_error_leaves_the_old_output(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, {"a": "1"})
    before = tree(tmp_path)
    with pytest.raises(RuntimeError), staging(out) as stage:
        stage.write("a", b"2")
        raise RuntimeError
    assert tree(tmp_path) == before


@pytest.mark.parametrize("broken_at", [1, 2, 3])
def test_a_failure_while_putting_in_place_brings_the_old_files_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken_at: int
) -> None:
    out = tmp_path / "out"
    publish(out, {"a": "1", "b": "1"})
    (out / "mine.txt").write_text("this keeps the folder from being exchanged as a whole")
    before = tree(tmp_path)
    real, calls = os.replace, 0

    def failing(source: Path, target: Path) -> None:
        nonlocal calls
        calls += 1
        if calls == broken_at:
            raise OSError(28, "No space left on device", str(target))
        real(source, target)

    monkeypatch.setattr(store.os, "replace", failing)
    with pytest.raises(StoreError, match="No space left"):
        publish(out, {"a": "2", "b": "2", "c": "2"})
    assert tree(tmp_path) == before


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(StoreError, match="this is a file"), staging(tmp_path / "out"):
        pass


def test_one_build_at_a_time(tmp_path: Path) -> None:
    with Lock(tmp_path / "out"), pytest.raises(StoreBusyError, match="another build"), Lock(tmp_path / "out"):
        pass
    with Lock(tmp_path / "out"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_manifest_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "precious").write_text("x")
    (out / "manifest.json").write_text(json.dumps({"files": {"../precious": {}, str(tmp_path / "precious"): {}}}))
    publish(out, {"a": "1"})
    assert (tmp_path / "precious").exists()


SLOW = textwrap.dedent("""
    import sys, time
    from pathlib import Path
    from graph.output.store import Lock, staging
    with Lock(Path(sys.argv[1])), staging(Path(sys.argv[1])) as stage:
        for number in range(100000):
            stage.write("a", b"2" * 1000)
            if number == 3:
                print("writing", flush=True)
            time.sleep(0.01)
""")


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_a_killed_build_leaves_the_old_output_and_no_lock(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(out, {"a": "1"})
    before = tree(out)
    process = subprocess.Popen([sys.executable, "-c", SLOW, str(out)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "writing\n"
    with pytest.raises(StoreBusyError), Lock(out):
        pass
    process.send_signal(signal.SIGKILL)
    process.communicate()
    time.sleep(0.05)
    assert tree(out) == before and check(out) == []
    with Lock(out):
        publish(out, {"a": "3"})
    assert tree(out)["a"] == b"3"


KILLED = textwrap.dedent("""
    import os, signal, sys
    from pathlib import Path
    from graph.output.store import Lock, staging
    left = int(sys.argv[2])
    def hook(event, arguments):
        global left
        if event in ("open", "os.mkdir", "os.rename", "os.remove", "shutil.rmtree", "os.rmdir", "ctypes.dlsym"):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
    out = Path(sys.argv[1])
    with Lock(out), staging(out) as stage:
        sys.addaudithook(hook)
        stage.write("a", b"2")
        stage.write("texts/y.txt", b"y")
        stage.publish()
""")


@pytest.mark.skipif(sys.platform != "linux", reason="folders are exchanged in one step on Linux only")
def test_a_kill_at_any_point_leaves_the_old_or_the_new_output_whole(tmp_path: Path) -> None:
    seen = set()
    for point in range(1, 60):
        out = tmp_path / f"at-{point}" / "out"
        out.parent.mkdir()
        publish(out, {"a": "1", "texts/x.txt": "x"})
        ended = subprocess.run([sys.executable, "-c", KILLED, str(out), str(point)], cwd=ROOT, check=False)
        assert check(out) == []
        seen.add(tuple(sorted(tree(out))))
        with Lock(out):
            publish(out, {"a": "3"})
        if ended.returncode == 0:
            break
    assert seen == {("a", "manifest.json", "texts/x.txt"), ("a", "manifest.json", "texts/y.txt")}
    assert point > 5


def test_a_full_disk_leaves_the_old_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    publish(out, {"a": "1"})
    before = tree(tmp_path)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.os, "fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        publish(out, {"a": "2"})
    assert tree(tmp_path) == before
