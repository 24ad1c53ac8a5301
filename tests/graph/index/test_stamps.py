"""A file that has not changed is not read again; one that has is, however it looks."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from graph.index import stamps
from graph.index.stamps import Stamps
from graph.index.tables import Tables


def later(than: Path) -> Path:
    """A folder that is younger than a file, by the disk's own clock."""
    while True:
        folder = than.parent / f"begin{len(list(than.parent.iterdir()))}"
        folder.mkdir()
        if folder.stat().st_ctime_ns > than.stat().st_ctime_ns:
            return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read."""
    seen: list[Path] = []
    real = stamps.digest
    monkeypatch.setattr(stamps, "digest", lambda path: [seen.append(path), real(path)][1])
    return seen


def told(tables: Tables, file: Path, begin: Path) -> str:
    known = Stamps(tables, begin)
    found = known.digest(file)
    known.end()
    return found


def test_a_file_that_stays_the_same_is_read_once(tmp_path: Path, read: list[Path]) -> None:
    file, tables = tmp_path / "a.txt", Tables(None, "")
    file.write_bytes(b"one")
    begin = later(file)
    assert {told(tables, file, begin) for _ in range(3)} == {sha256(b"one").hexdigest()}
    assert read == [file]


def test_a_change_is_seen_though_size_and_time_are_put_back(tmp_path: Path, read: list[Path]) -> None:
    file, tables = tmp_path / "a.txt", Tables(None, "")
    file.write_bytes(b"one")
    told(tables, file, later(file))
    before = file.stat()
    file.write_bytes(b"two")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert told(tables, file, tmp_path) == sha256(b"two").hexdigest()
    assert read == [file, file]


def test_a_file_as_young_as_the_build_is_read_every_time(tmp_path: Path, read: list[Path]) -> None:
    file, tables = tmp_path / "a.txt", Tables(None, "")
    file.write_bytes(b"one")
    for _ in range(3):
        told(tables, file, tmp_path)  # the folder is no younger than what was made in it
    assert read == [file] * 3


def test_a_file_that_is_gone_is_forgotten_and_one_that_cannot_be_read_has_no_digest(tmp_path: Path) -> None:
    file, tables = tmp_path / "a.txt", Tables(None, "")
    file.write_bytes(b"one")
    told(tables, file, later(file))
    file.unlink()
    assert told(tables, file, tmp_path) == ""
    other = tmp_path / "b.txt"
    other.write_bytes(b"two")
    told(tables, other, later(other))
    assert [name for (name,) in tables.ask("SELECT path FROM inputs")] == [os.fsencode(other)]
