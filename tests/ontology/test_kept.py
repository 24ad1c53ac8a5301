"""Compiled knowledge is kept for the next run; what is damaged, foreign or out of date is never used."""
from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from ontology import kept

DATA = {"of": ["sea", 1], "ñ": None}
POSIX = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="only there do files have owners and modes")


@pytest.fixture()
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "kept"
    monkeypatch.setenv(kept.SETTING, str(folder))
    return folder


def same(data: Any) -> Any:
    return data


def entry(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def test_what_was_kept_is_recalled_under_its_own_name_and_parts_only(place: Path) -> None:
    assert kept.recall("sea", "a" * 64, same) is None
    kept.keep("sea", "a" * 64, DATA)
    assert kept.recall("sea", "a" * 64, same) == DATA
    assert kept.recall("sea", "b" * 64, same) is None
    assert kept.recall("lake", "a" * 64, same) is None


@pytest.mark.parametrize("damage", [lambda b: b[:-3], lambda b: b.replace(b"sea", b"see"), lambda b: b"", lambda b: b"{}" + b])
def test_a_damaged_entry_is_as_good_as_none(place: Path, damage: Any) -> None:
    kept.keep("sea", "a" * 64, DATA)
    path = entry(place)
    path.write_bytes(damage(path.read_bytes()))
    assert kept.recall("sea", "a" * 64, same) is None
    kept.keep("sea", "a" * 64, DATA)
    assert kept.recall("sea", "a" * 64, same) == DATA


def test_data_that_its_reader_refuses_is_as_good_as_none(place: Path) -> None:
    def read(data: Any) -> int:
        return int(data["number"])

    kept.keep("sea", "a" * 64, DATA)
    assert kept.recall("sea", "a" * 64, read) is None


@POSIX
def test_what_others_may_write_is_neither_read_nor_written(place: Path) -> None:
    kept.keep("sea", "a" * 64, DATA)
    path = entry(place)
    path.chmod(0o666)
    assert kept.recall("sea", "a" * 64, same) is None
    path.chmod(0o600)
    place.chmod(0o777)
    assert kept.recall("sea", "a" * 64, same) is None
    kept.keep("lake", "a" * 64, DATA)
    assert [p.name for p in place.iterdir()] == [path.name]


@POSIX
def test_a_link_is_not_followed(place: Path, tmp_path: Path) -> None:
    kept.keep("sea", "a" * 64, DATA)
    path = entry(place)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert kept.recall("sea", "a" * 64, same) is None


def test_where_no_folder_can_be_made_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(kept.SETTING, str(tmp_path / "file" / "below"))
    kept.keep("sea", "a" * 64, DATA)
    assert kept.recall("sea", "a" * 64, same) is None


def test_it_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.SETTING, "off")
    assert kept.folder() is None
    kept.keep("sea", "a" * 64, DATA)
    assert kept.recall("sea", "a" * 64, same) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has another folder for this")
def test_the_folder_is_where_the_system_wants_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(kept.SETTING, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert kept.folder() == tmp_path / "integraph"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/not/allowed")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert kept.folder() == tmp_path / "home" / ".cache" / "integraph"


def test_old_entries_of_a_name_are_dropped_but_for_a_few(place: Path) -> None:
    for number in range(6):
        kept.keep("sea", f"{number}" * 64, number)
        os.utime(next(place.glob(f"sea.{number}*")), ns=(number, number))
    kept.keep("lake", "a" * 64, DATA)
    assert sorted(p.name[:5] for p in place.iterdir()) == ["lake.", "sea.3", "sea.4", "sea.5"]


def test_the_digest_is_of_every_file_of_the_room(tmp_path: Path) -> None:
    names = [name for name, _ in kept.contents(Path(kept.__file__).parent, "ontology")]
    for name in ("ontology/kept.py", "ontology/lexicon/en.toml", "ontology/authorities/places.tsv", "ontology/schemes/labels/fi.ttl"):
        assert name in names
    assert not [name for name in names if "__pycache__" in name]
    assert len(kept.knowledge_digest()) == 64


def test_what_is_compiled_of_the_knowledge_files_is_made_once(place: Path) -> None:
    calls = []

    def make() -> dict[str, int]:
        calls.append(1)
        return {"sea": 1}

    for _ in range(3):
        assert kept.compiled("sea", make, list, lambda data: dict.fromkeys(data, 1)) == {"sea": 1}
    assert len(calls) == 1
