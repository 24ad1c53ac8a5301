"""`integraph analyse` on a real build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.output.store import check
from integraph.cli import app

TEXT = """# Lantern

The LANTERN project is carried out by the Kredo Foundation together with the North Quay Association in Italy.
It is co-funded by AMIF and the Kredo Foundation.
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("analyse")
    (folder / "lantern.md").write_text(TEXT, "utf-8")
    done = CliRunner().invoke(app, ["build", str(folder / "lantern.md"), "--out", str(folder / "out"), "-q", "-j", "1"])
    assert done.exit_code == 0, done.output
    return folder / "out"


def test_tables_and_file(out: Path) -> None:
    done = CliRunner().invoke(app, ["analyse", str(out)])
    assert done.exit_code == 0, done.output
    assert [line.split()[0] for line in done.stdout.splitlines() if line and line[0] != " "] == [
        "central", "brokers:", "communities", "ties",
    ]  # fmt: skip
    assert "LANTERN" in done.stdout.upper()
    assert check(out) == []
    before = (out / "analysis.trig").read_bytes()
    assert CliRunner().invoke(app, ["analyse", str(out)]).exit_code == 0
    assert (out / "analysis.trig").read_bytes() == before
    asked = CliRunner().invoke(app, ["query", "central", "--out", str(out), "--format", "csv"])
    assert asked.exit_code == 0, asked.output
    assert len(asked.stdout.splitlines()) >= 4


def test_json_and_nothing_written(tmp_path: Path, out: Path) -> None:
    (out / "analysis.trig").unlink(missing_ok=True)
    done = CliRunner().invoke(app, ["analyse", str(out), "--format", "json", "--no-write", "--top", "1"])
    assert done.exit_code == 0, done.output
    assert [len(rows) for rows in json.loads(done.stdout).values()] == [1, 0, 1, 1]
    assert not (out / "analysis.trig").exists()


def test_no_dataset(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["analyse", str(tmp_path)])
    assert done.exit_code == 2
    assert "There is no dataset" in done.stderr
