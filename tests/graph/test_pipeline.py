"""The whole way, with stand-ins for extraction and resolution."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.output.checking import check_output
from graph.output.store import StoreError
from graph.pipeline import GateError, InputError, Settings, build, collect

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("Lantern fundedBy Kredo. Lantern began in 2020.\n")
    (folder / "sub" / "b.md").write_text("Beacon hasPartner Casa Aperta.\n")
    (folder / "image.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text("Beacon hasPartner Nobody.\n")
    return folder


def test_a_build_and_its_report(inputs: Path, tmp_path: Path, fakes: dict[str, Any]) -> None:
    out = tmp_path / "out"
    seen: list[tuple[str, int, int]] = []
    result = build([inputs], out, version="1", progress=lambda *step: seen.append(step), **fakes)
    assert (result.counts.read, result.counts.skipped, result.counts.failed, result.counts.facts) == (2, 1, 0, 3)
    assert seen == [("a.txt", 1, 2), ("sub/b.md", 2, 2)]
    report = json.loads((out / "report.json").read_text("utf-8"))
    assert [(f["source"], f["status"]) for f in report["files"]] == [
        ("a.txt", "read"),
        ("image.png", "skipped"),
        ("sub/b.md", "read"),
    ]
    assert sorted(p.name for p in out.iterdir()) == [
        "graph.trig",
        "graph.ttl",
        "manifest.json",
        "report.json",
        "texts",
        "vocabulary.ttl",
    ]
    assert check_output(out).problems == () and check_output(out).quotes == 3


def test_one_bad_file_does_not_stop_the_rest(inputs: Path, tmp_path: Path, fakes: dict[str, Any]) -> None:
    (inputs / "empty.txt").write_bytes(b"")
    (inputs / "bad.txt").write_text("Please explode.\n")
    result = build([inputs], tmp_path / "out", **fakes)
    assert [(o.source, o.status) for o in result.outcomes if o.status == "failed"] == [
        ("bad.txt", "failed"),
        ("empty.txt", "failed"),
    ]
    assert "RuntimeError" in result.failed[0].cause and result.counts.facts == 3


def test_the_order_and_the_doubling_of_arguments_change_nothing(
    inputs: Path, tmp_path: Path, fakes: dict[str, Any]
) -> None:
    build([inputs, inputs / "a.txt"], tmp_path / "one", **fakes)
    build([inputs / "a.txt", inputs, inputs], tmp_path / "two", **fakes)
    assert (tmp_path / "one" / "manifest.json").read_bytes() == (tmp_path / "two" / "manifest.json").read_bytes()


def test_files_of_one_name_keep_apart(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    found, _ = collect([tmp_path / "x" / "a.txt", tmp_path / "y" / "a.txt"])
    assert [item.source for item in found] == ["x/a.txt", "y/a.txt"]


def test_the_output_folder_is_no_input(inputs: Path, fakes: dict[str, Any]) -> None:
    build([inputs], inputs / "out", **fakes)
    assert build([inputs], inputs / "out", **fakes).counts.read == 2


@pytest.mark.parametrize("make", [lambda path: path / "missing", lambda path: path])
def test_inputs_that_are_none(tmp_path: Path, fakes: dict[str, Any], make: Any) -> None:
    with pytest.raises(InputError):
        build([make(tmp_path)], tmp_path / "out", **fakes)


def test_a_broken_shape_publishes_nothing(inputs: Path, tmp_path: Path, fakes: dict[str, Any]) -> None:
    out = tmp_path / "out"
    build([inputs], out, **fakes)
    before = (out / "manifest.json").read_bytes()
    with pytest.raises(GateError) as caught:
        build([inputs], out, **(fakes | {"validate": lambda data: ["a project without a name"]}))
    assert caught.value.findings == ("a project without a name",)
    assert (out / "manifest.json").read_bytes() == before


def test_a_page_with_a_private_name_publishes_nothing(tmp_path: Path, fakes: dict[str, Any]) -> None:
    (tmp_path / "a.txt").write_text("He is secret:Jon Smolny. Lantern fundedBy Kredo.\n")
    with pytest.raises(GateError, match="unnamed"):
        build(
            [tmp_path / "a.txt"],
            tmp_path / "out",
            render=lambda folder: (folder / "graph.html").write_text("Jon  smolny") and None,
            **fakes,
        )
    assert not (tmp_path / "out").exists()


CANARIES = ["Jon Smolny", "Иван Петров", "محمد علي", "Ελένη Νίκου", "Łucja Żak", "李伟 王芳"]


@pytest.mark.parametrize("name", CANARIES)
def test_private_names_never_get_out(tmp_path: Path, fakes: dict[str, Any], name: str) -> None:
    page = tmp_path / "in" / f"{name.replace(' ', '-')}.txt"
    page.parent.mkdir()
    page.write_text(
        f"# {name}\n\nThis is secret:{name}. Lantern fundedBy {name}. For {name}, Lantern hasPartner Casa.\n", "utf-8"
    )
    build([page.parent], tmp_path / "out", **fakes)
    for path in sorted((tmp_path / "out").iterdir()):
        if path.is_file():
            shown = path.read_text("utf-8").casefold()
            assert name.casefold() not in shown and name.replace(" ", "-").casefold() not in shown, path.name


def test_a_disk_that_cannot_be_written(inputs: Path, tmp_path: Path, fakes: dict[str, Any]) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        build([inputs], tmp_path / "file" / "out", **fakes)


RUN = """
import sys
from pathlib import Path
from graph.pipeline import build
from tests.conftest import fake_extract, fake_resolve
build([Path(p) for p in sys.argv[2:]], Path(sys.argv[1]), extract=fake_extract, resolve=fake_resolve, validate=lambda data: [])
"""


def test_the_same_bytes_whatever_hash_seed_locale_and_time_zone(inputs: Path, tmp_path: Path) -> None:
    manifests = []
    for number, (seed, locale, zone) in enumerate(
        [("0", "C", "UTC"), ("1", "C.UTF-8", "Asia/Tokyo"), ("77", "POSIX", "America/Lima")]
    ):
        out = tmp_path / f"out{number}"
        environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        subprocess.run([sys.executable, "-c", RUN, str(out), str(inputs)], cwd=ROOT, env=environment, check=True)
        manifests.append((out / "manifest.json").read_bytes())
    assert len(set(manifests)) == 1


def test_a_large_graph_is_checked_on_a_sample_unless_all_is_asked_for(
    inputs: Path, tmp_path: Path, fakes: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bytes] = []
    parts = {**fakes, "validate": lambda data: seen.append(data) or []}
    monkeypatch.setattr("graph.publishing.WHOLE", 3)
    build([inputs], tmp_path / "out", **parts)
    checked = json.loads((tmp_path / "out/report.json").read_text("utf-8"))["shapes"]
    assert checked["things checked"] == checked["of"] > 3
    build([inputs], tmp_path / "out", settings=Settings(shapes="full"), **parts)
    assert "shapes" not in json.loads((tmp_path / "out/report.json").read_text("utf-8"))
    assert seen[1] == (tmp_path / "out/graph.ttl").read_bytes()


def test_the_stages_are_told_in_order(inputs: Path, tmp_path: Path, fakes: dict[str, Any]) -> None:
    stages: list[str] = []
    build([inputs], tmp_path / "out", render=lambda folder: None, stage=stages.append, **fakes)
    assert stages == ["read", "resolve", "merge", "check", "write", "page", "publish"]


def test_many_sources_make_the_same_bytes_with_any_number_of_processes(
    tmp_path: Path, fakes: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.output.merging._LEAST", 2)
    monkeypatch.setattr("graph.output.merging._BATCH", 3)
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number}.txt").write_text(f"Lantern{number} fundedBy Kredo. Beacon hasPartner Casa{number}.\n")
    for workers in (1, 3):
        build([folder], tmp_path / str(workers), settings=Settings(workers), **fakes)
    for name in ("graph.trig", "graph.ttl", "manifest.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "3" / name).read_bytes()
