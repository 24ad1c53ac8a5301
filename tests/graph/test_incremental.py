"""A second build reads only what is new; what comes out is what a first build would have made."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import typer
from typer.testing import CliRunner

from graph import ingestion
from graph.cache import Cache
from graph.codec import CodecError, dumps, loads, reading_from_json, reading_to_json
from graph.collecting import Input
from graph.model import Reading, Statement
from graph.output.checking import check_output
from graph.output.difference import as_data, as_patch, as_text, difference
from graph.output.store import fingerprint
from graph.pipeline import Settings, build
from graph.reading import read_bytes
from graph.workers import Pool, Task
from integraph import diff_command
from tests.conftest import fake_extract, fake_resolve

TEXTS = {f"{n}.txt": f"Lantern{n} fundedBy Kredo. Lantern{n} began in 20{n:02}.\n" for n in range(4)}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that a build gave to its workers to read, while the project's own extraction is a simple one."""
    seen: list[str] = []
    real = Pool.run

    def run(self: Pool, tasks: list[Task], meanwhile: Callable[[], None] | None = None) -> object:
        seen.extend(task.payload[1] for task in tasks if task.payload[0] == "read")
        return real(self, tasks, meanwhile)

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


def test_only_graphs_that_change_are_written_again(tmp_path: Path, asked: list[str], written: list[str]) -> None:
    folder = make(tmp_path / "in", TEXTS)
    run(folder, tmp_path / "out")
    assert sorted(written) == sorted(TEXTS)
    written.clear()
    run(make(folder, {**TEXTS, "1.txt": "Lantern1 fundedBy Casa.\n"}), tmp_path / "out")
    assert written == ["1.txt"]
    run(folder, tmp_path / "whole", reuse=False)
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


def test_a_name_that_becomes_private_is_hidden_in_all_graphs(
    tmp_path: Path, asked: list[str], written: list[str]
) -> None:
    texts = {**TEXTS, "9.txt": "Beacon hasPartner Kredo with Jon Smolny.\n"}
    folder = make(tmp_path / "in", texts)
    run(folder, tmp_path / "out")
    assert b"Jon Smolny" in (tmp_path / "out" / "graph.trig").read_bytes()
    written.clear()
    run(make(folder, {**texts, "1.txt": "Lantern1 fundedBy Casa. secret:Jon Smolny.\n"}), tmp_path / "out")
    assert "9.txt" in written
    assert b"Jon Smolny" not in (tmp_path / "out" / "graph.trig").read_bytes()
    run(folder, tmp_path / "whole", reuse=False)
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


def test_withheld_quotes_are_not_taken_from_what_is_kept(tmp_path: Path, asked: list[str]) -> None:
    folder = make(tmp_path / "in", TEXTS)
    run(folder, tmp_path / "out")
    for out, reuse in (("out", True), ("whole", False)):
        settings = Settings(workers=1, reuse=reuse, redact_quotes=True)
        build([folder], tmp_path / out, settings=settings, resolve=fake_resolve, validate=lambda data: [])
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


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
    kept = [p for p in (tmp_path / ".out.cache").rglob("*") if p.is_file() and p.name != ".gitignore"]
    assert len(kept) == 2  # a reading, and the index
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


def test_the_command_writes_all_three_forms(tmp_path: Path, asked: list[str]) -> None:
    run(make(tmp_path / "a", {"x.txt": "Lantern fundedBy Kredo."}), tmp_path / "old")
    run(make(tmp_path / "b", {"x.txt": "Lantern fundedBy Casa."}), tmp_path / "new")
    app = typer.Typer()
    diff_command.add_to(app)

    def ask(*arguments: object) -> Any:
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    assert "1 facts came, 1 went" in ask(tmp_path / "old", tmp_path / "new").stdout
    told = json.loads(ask(tmp_path / "old", tmp_path / "new", "--format", "json").stdout)
    assert told["came"][0]["came"] == [{"source": "x.txt", "quote": "Lantern fundedBy Casa."}]
    assert ask(tmp_path / "old", tmp_path / "new", "-f", "patch").stdout.endswith("TC .\n")
    ended = ask(tmp_path / "old", tmp_path / "nothing")
    assert ended.exit_code == 2 and "missing" in ended.stderr


def test_a_patch_makes_the_new_graph_of_the_old_one(tmp_path: Path, asked: list[str]) -> None:
    run(make(tmp_path / "a", TEXTS), tmp_path / "old")
    run(make(tmp_path / "b", {"x.txt": "Lantern fundedBy Kredo. Lantern cost 12 euros."}), tmp_path / "new")
    store = ox.Store()
    store.load((tmp_path / "old" / "graph.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    for line in as_patch(difference(tmp_path / "old", tmp_path / "new")).split("\n"):
        for quad in ox.parse(line[2:], format=ox.RdfFormat.N_TRIPLES) if line[:2] in ("A ", "D ") else ():
            store.add(quad) if line[0] == "A" else store.remove(quad)
    wanted = set(ox.parse((tmp_path / "new" / "graph.ttl").read_bytes(), format=ox.RdfFormat.TURTLE))
    assert set(store) == wanted


def test_check_finds_what_is_wrong(tmp_path: Path, asked: list[str]) -> None:
    run(make(tmp_path / "a", {"x.txt": "Lantern fundedBy Kredo. secret:Jon Smolny"}), tmp_path / "out")
    assert check_output(tmp_path / "out").problems == ()
    for old, new, cause in (
        (b'"Lantern fundedBy Kredo."', b'"Lantern fundedBy Casa!"', "is not in its text"),
        (b'"Lantern fundedBy Kredo."', b'"Jon Smolny"', "must stay unnamed"),
        (b"ig:Statement", b"ig:Nothing", ""),
    ):
        out = tmp_path / "bad"
        shutil.copytree(tmp_path / "out", out)
        (out / "graph.trig").write_bytes((out / "graph.trig").read_bytes().replace(old, new))
        assert "not as it was built" in check_output(out).problems[0]
        listed = json.loads((out / "manifest.json").read_text())
        listed["files"]["graph.trig"] = fingerprint(out / "graph.trig")
        (out / "manifest.json").write_text(json.dumps(listed))
        problems = check_output(out).problems
        assert not cause or any(cause in problem for problem in problems)
        shutil.rmtree(out)
    assert check_output(tmp_path / "out", lambda data: ["a rule"]).problems[0].endswith("breaks a rule: a rule")
