"""`integraph export`: where it writes, and what it refuses."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from graph.pipeline import Settings, build
from integraph.cli import app


@pytest.fixture
def out(tmp_path: Path, fakes: dict[str, Any]) -> Path:
    (tmp_path / "a.txt").write_text("Lantern fundedBy Kredo.\n")
    build([tmp_path / "a.txt"], tmp_path / "out", settings=Settings(workers=1), **fakes)
    return tmp_path / "out"


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


def test_one_format_goes_to_standard_output_clean(out: Path) -> None:
    done = run(out)
    assert done.exit_code == 0 and not done.stderr
    assert len(list(ox.parse(done.stdout_bytes, format=ox.RdfFormat.TURTLE))) > 20


def test_alignment_adds_words_of_others(out: Path) -> None:
    plain, more = run(out, "-f", "ntriples").stdout, run(out, "-f", "ntriples", "--align").stdout
    assert set(plain.splitlines()) < set(more.splitlines()) and "org#Organization" in more


def test_all_goes_to_a_folder_with_a_list_of_it(out: Path, tmp_path: Path) -> None:
    done = run(out, "--format", "all", "--to", tmp_path / "export")
    assert done.exit_code == 0, done.output
    names = sorted(path.name for path in (tmp_path / "export").iterdir())
    assert len(names) == 14 and "void.ttl" in names
    told = (tmp_path / "export" / "void.ttl").read_text("utf-8")
    assert all(f'"{name}"' in told for name in names if name != "void.ttl")


def test_several_files_need_a_folder(out: Path, tmp_path: Path) -> None:
    done = run(out, "--format", "csv")
    assert done.exit_code == 2 and "--to" in done.stderr and not done.stdout
    (tmp_path / "file").write_text("mine")
    assert run(out, "--format", "csv", "--to", tmp_path / "file").exit_code == 2
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_without_a_build_is_told(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.exit_code == 2 and "integraph build" in done.stderr and "Traceback" not in done.output


def test_what_cannot_be_written_is_told(out: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    done = run(out, "--to", tmp_path / "file" / "x.ttl")
    assert done.exit_code == 5 and "could not be written" in done.stderr
