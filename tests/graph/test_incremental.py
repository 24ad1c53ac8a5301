"""A second build reads only what is new; what comes out is what a first build would have made."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import ingestion
from graph.cache import Cache
from graph.codec import CodecError, dumps, loads, reading_from_json, reading_to_json
from graph.collecting import Input
from graph.difference import as_data, as_patch, as_text, difference
from graph.model import Reading, Statement
from graph.pipeline import Settings, build
from graph.reading import read_bytes
from graph.workers import Pool, Task
from tests.conftest import fake_extract, fake_resolve

TEXTS = {f"{n}.txt": f"Lantern{n} fundedBy Kredo. Lantern{n} began in 20{n:02}.\n" for n in range(4)}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that a build gave to its workers to read, while the project's own extraction is a simple one."""
    seen: list[str] = []
    real = Pool.run

    def run(self: Pool, tasks: list[Task]) -> object:
        seen.extend(task.payload[1] for task in tasks if task.payload[0] == "read")
        return real(self, tasks)

    monkeypatch.setattr(Pool, "run", run)
    monkeypatch.setattr("graph.pipeline._own_extract", lambda: (fake_extract, lambda code: None))
    return seen


def make(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def run(folder: Path, out: Path, *, reuse: bool = True) -> None:
    build([folder], out, settings=Settings(workers=1, reuse=reuse), resolve=fake_resolve, validate=lambda data: [])


def tree(out: Path) -> dict[str, bytes]:
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


def test_only_what_changed_is_read_again(tmp_path: Path, asked: list[str]) -> None:
    folder = make(tmp_path / "in", TEXTS)
    run(folder, tmp_path / "out")
    assert sorted(asked) == sorted(TEXTS)
    asked.clear()
    run(folder, tmp_path / "out")
    assert asked == []
    changed = {**TEXTS, "1.txt": "Lantern1 fundedBy Casa.\n", "new.txt": "Beacon hasPartner Casa.\n"}
    del changed["2.txt"]
    run(make(folder, changed), tmp_path / "out")
    assert sorted(asked) == ["1.txt", "new.txt"]
    run(folder, tmp_path / "whole", reuse=False)
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")
    assert "lantern2" not in (tmp_path / "out" / "graph.ttl").read_text("utf-8")


def test_a_renamed_file_is_read_again(tmp_path: Path, asked: list[str]) -> None:
    folder = make(tmp_path / "in", {"a.txt": TEXTS["1.txt"]})
    run(folder, tmp_path / "out")
    run(make(folder, {"b.txt": TEXTS["1.txt"]}), tmp_path / "out")
    assert asked == ["a.txt", "b.txt"]


def test_another_engine_reads_everything_again(
    tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make(tmp_path / "in", {"a.txt": TEXTS["1.txt"]})
    run(folder, tmp_path / "out")
    monkeypatch.setattr("graph.cache.fingerprint", lambda: "another")
    run(folder, tmp_path / "out")
    assert asked == ["a.txt", "a.txt"]


def test_a_damaged_entry_is_read_again(tmp_path: Path, asked: list[str]) -> None:
    folder = make(tmp_path / "in", {"a.txt": TEXTS["1.txt"]})
    run(folder, tmp_path / "out")
    before = tree(tmp_path / "out")
    for entry in (tmp_path / ".out.cache").rglob("*"):
        if entry.is_file():
            entry.write_bytes(entry.read_bytes()[:-9])
    run(folder, tmp_path / "out")
    assert asked == ["a.txt", "a.txt"] and tree(tmp_path / "out") == before


def test_what_is_not_used_any_more_is_dropped(tmp_path: Path, asked: list[str]) -> None:
    folder = make(tmp_path / "in", TEXTS)
    run(folder, tmp_path / "out")
    run(make(folder, {"0.txt": TEXTS["0.txt"]}), tmp_path / "out")
    assert len([p for p in (tmp_path / ".out.cache").rglob("*") if p.is_file()]) == 1
    Cache(tmp_path / "out").clear()
    assert not (tmp_path / ".out.cache").exists()


def test_entries_are_for_the_owner_alone(tmp_path: Path, asked: list[str]) -> None:
    run(make(tmp_path / "in", TEXTS), tmp_path / "out")
    assert (tmp_path / ".out.cache").stat().st_mode & 0o077 == 0


def test_readings_come_back_as_they_were() -> None:
    text = "# Lantern\n\nTitle: Lantern\n\nLantern fundedBy Kredo. Lantern cost 12 euros. secret:Jon Smolny. Ω 😀\n"
    reading = fake_extract(read_bytes(text.encode(), "a.md", "text/markdown"))
    assert reading_from_json(loads(dumps(reading_to_json(reading)))) == reading


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"[1,2,3,4]", b'[[["a"],[]],[],[],[]]'])
def test_what_is_no_reading_is_refused(data: bytes) -> None:
    with pytest.raises(CodecError):
        reading_from_json(loads(data))


def test_a_hostile_state_is_refused() -> None:
    reading = fake_extract(read_bytes(b"Lantern fundedBy Kredo.", "a.txt", "text/plain"))
    odd = Reading(reading.document, reading.entities, (Statement("a", "b", "c", (), "r", 1.0, "evil"),))  # type: ignore[arg-type]
    with pytest.raises(CodecError):
        reading_from_json(loads(dumps(reading_to_json(odd))))


def test_the_order_of_progress_is_that_of_the_inputs(tmp_path: Path) -> None:
    folder = make(tmp_path / "in", TEXTS)
    inputs = [Input(name, folder / name) for name in sorted(TEXTS)]
    told: list[tuple[str, int, int]] = []
    ingestion.ingest(inputs, fake_extract, workers=3, progress=lambda *step: told.append(step))
    assert told == [(name, number, 4) for number, name in enumerate(sorted(TEXTS), 1)]


def test_differences_name_the_sentence(tmp_path: Path, asked: list[str]) -> None:
    run(
        make(
            tmp_path / "a",
            {"x.txt": "Lantern fundedBy Kredo. Beacon hasPartner Casa.", "y.txt": "Lantern fundedBy Kredo."},
        ),
        tmp_path / "old",
    )
    run(
        make(
            tmp_path / "b",
            {"x.txt": "Lantern fundedBy Kredo. Beacon hasPartner Haus.", "z.txt": "Lantern began in 2020."},
        ),
        tmp_path / "new",
    )
    found = difference(tmp_path / "old", tmp_path / "new")
    text = as_text(found)
    assert "+ Beacon – hasPartner – Haus\n    + x.txt: “Beacon hasPartner Haus.”" in text
    assert "- Beacon – hasPartner – Casa\n    - x.txt: “Beacon hasPartner Casa.”" in text
    assert "~ Lantern – fundedBy – Kredo\n    - y.txt: “Lantern fundedBy Kredo.”" in text
    assert "2 facts came, 1 went, 1 rest on other sentences." in text
    assert len(as_data(found)["came"]) == 2
    old = set((tmp_path / "old" / "graph.ttl").read_text("utf-8").split("\n"))
    assert old and as_patch(found).startswith("TX .\n") and as_patch(found).count("\nA ") == len(found.added)
    assert as_text(difference(tmp_path / "old", tmp_path / "old")).startswith("0 facts came")
