"""`integraph why` and `build --merges`: grounds are told, near misses too, private names are not."""
from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph.pipeline import Settings, build
from graph.resolution import resolve
from integraph.cli import app
from tests.conftest import fake_extract

TEXTS = {"a.txt": "Lantern fundedBy Kredo House Graz.\n", "b.txt": "Beacon fundedBy KREDO HOUSE GRAZ ETS. secret:Jane Roe came.\n",
         "c.txt": "Beacon fundedBy Ministry of Labour of Malta. Lantern fundedBy Ministry of Labour of Serbia.\n"}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for name, content in TEXTS.items():
        (tmp_path / name).write_text(content)
    build([tmp_path / name for name in TEXTS], tmp_path / "out", settings=Settings(workers=1), extract=fake_extract, resolve=resolve, validate=lambda data: [])
    return tmp_path / "out"


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.mark.parametrize("name", ["kredo house GRAZ", "organisation/kredo-house-graz", "id:organisation/kredo-house-graz",
                                  "https://w3id.org/integraph/id/organisation/kredo-house-graz"])
def test_mentions_and_grounds_are_told(out: Path, name: str) -> None:
    done = run("why", name, "--out", out)
    assert done.exit_code == 0, done.output
    assert "2 mentions in 2 sources" in done.stdout and "0.97  the same name: Kredo House Graz @ a.txt = KREDO HOUSE GRAZ ETS @ b.txt" in done.stdout


def test_programs_get_json(out: Path) -> None:
    (told,) = json.loads(run("why", "Kredo House Graz", "--out", out, "--json").stdout).values()
    assert told["class"] == "Organisation" and {m["source"] for m in told["mentions"]} == {"a.txt", "b.txt"}


def test_the_file_holds_no_private_name(out: Path) -> None:
    assert "Jane" not in (out / "resolution.json").read_text("utf-8")
    assert run("check", out).exit_code == 0


def test_what_is_not_there_is_told(out: Path, tmp_path: Path) -> None:
    done = run("why", "Nowhere", "--out", out)
    assert done.exit_code == 2 and "neither the IRI nor a name" in done.stderr and not done.stdout
    assert run("why", "Lantern", "--out", tmp_path).exit_code == 2


def test_a_faulty_file_of_decisions_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "merges.toml").write_text("[[wrong]]\n")
    (tmp_path / "a.txt").write_text("Nothing.\n")
    done = run("build", tmp_path / "a.txt", "--out", tmp_path / "out", "--merges", tmp_path / "merges.toml")
    assert done.exit_code == 2 and "merges.toml" in done.stderr and not (tmp_path / "out").exists()
