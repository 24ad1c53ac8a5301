"""The command line: how it is called, what it says and where, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph.output.store import Lock
from graph.pipeline import GateError
from integraph import __version__, build_command
from integraph.cli import COMMANDS, app, with_default_command

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Lantern fundedBy Kredo. Lantern began in 2020.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fakes: dict[str, Any]) -> Path:
    """A folder with one text, and a `build` that needs no knowledge files."""
    real = build_command.build
    monkeypatch.setattr(build_command, "build", lambda paths, out, **given: real(paths, out, **(given | fakes)))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    return tmp_path


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


CALLS = [
    ([], ["build"]),
    (["a.txt"], ["build", "a.txt"]),
    (["--out", "x"], ["build", "--out", "x"]),
    (["build", "a"], ["build", "a"]),
    (["query"], ["query"]),
    (["--help"], ["--help"]),
    (["./query"], ["build", "./query"]),
]


@pytest.mark.parametrize(("given", "meant"), CALLS, ids=range(len(CALLS)))
def test_build_is_the_default_command(given: list[str], meant: list[str]) -> None:
    assert with_default_command(given, {"build", "query", "check"}) == meant


@pytest.mark.parametrize("named", [True, False])
def test_a_build_and_its_check(folder: Path, named: bool) -> None:
    ended = run(*(["build"] if named else []), folder / "in", "--out", folder / "out", "--no-page")
    assert ended.exit_code == 0, ended.output
    assert "1 read, 0 skipped, 0 failed" in ended.stdout and "reading 1/1 a.txt" in ended.stderr
    assert "integraph query --out" in ended.stderr and "\x1b" not in ended.stdout
    checked = run("check", folder / "out")
    assert checked.exit_code == 0 and "2 where they say" in checked.stdout
    (folder / "out" / "graph.ttl").write_text("")
    assert run("check", folder / "out").exit_code == 4


def test_quiet_says_nothing(folder: Path) -> None:
    ended = run(folder / "in", "--out", folder / "out", "--quiet", "--no-page")
    assert (ended.exit_code, ended.output) == (0, "")


def test_exit_2_usage(folder: Path) -> None:
    missing = run(folder / "nothing", "--out", folder / "out")
    assert missing.exit_code == 2 and "no such file" in missing.stderr
    assert run("build", "--nonsense").exit_code == 2


def test_exit_3_some_inputs_failed(folder: Path) -> None:
    (folder / "in" / "b.txt").write_bytes(b"")
    ended = run(folder / "in", "--out", folder / "out", "--no-page")
    assert (
        ended.exit_code == 3 and "b.txt: the file is empty" in ended.stderr and (folder / "out" / "graph.ttl").exists()
    )


def test_exit_4_a_gate_failed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gate(*_: object, **__: object) -> None:
        raise GateError("the graph breaks 1 rule(s) of its shapes. Nothing was published.", ["no name"])

    monkeypatch.setattr(build_command, "build", gate)
    ended = run(folder / "in", "--out", folder / "out")
    assert ended.exit_code == 4 and "no name" in ended.stderr and not (folder / "out").exists()


def test_exit_5_could_not_write(folder: Path) -> None:
    (folder / "out").write_text("a file")
    ended = run(folder / "in", "--out", folder / "out")
    assert ended.exit_code == 5 and "this is a file" in ended.stderr


def test_exit_6_in_use(folder: Path) -> None:
    with Lock(folder / "out"):
        ended = run(folder / "in", "--out", folder / "out")
    assert ended.exit_code == 6 and "another build" in ended.stderr


def test_version_and_help() -> None:
    assert run("--version").stdout == f"integraph {__version__}\n"
    for arguments in (["--help"], ["build", "--help"], ["check", "--help"], ["query", "--help"]):
        ended = run(*arguments)
        assert ended.exit_code == 0 and "Example" in ended.stdout


@pytest.mark.parametrize("program", [["build.py"], ["-m", "integraph"]])
def test_both_ways_in_are_the_same_program(program: list[str], tmp_path: Path) -> None:
    environment = os.environ | {"LC_ALL": "C"}
    ended = subprocess.run(
        [sys.executable, *program, "--version"], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert ended.stdout == f"integraph {__version__}\n"


def test_the_bundled_texts_are_found() -> None:
    assert any(build_command.bundled_texts().iterdir())


def test_every_command_that_there_is_can_be_called() -> None:
    there = {path.name.removesuffix("_command.py") for path in Path(build_command.__file__).parent.glob("*_command.py")}
    assert set(COMMANDS) == there


def test_a_call_loads_no_command_but_its_own() -> None:
    code = (
        "import sys; sys.argv = ['integraph', 'diff', '--help']\n"
        "from integraph.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted(name for name in sys.modules if name.endswith('_command')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "['integraph.diff_command']"
