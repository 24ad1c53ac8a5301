"""`integraph serve` where it cannot serve: it says why, and what to do."""

from __future__ import annotations

import socket
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from integraph import serve_command
from integraph.cli import app

RUN = CliRunner()


def made(out: Path) -> Path:
    """The smallest output folder there is."""
    from graph.output.store import staging

    with staging(out) as stage:
        stage.write("graph.trig", b"<http://e/g> { <http://e/s> <http://e/p> <http://e/o> }\n")
        stage.publish()
    return out


def test_no_output(tmp_path: Path) -> None:
    found = RUN.invoke(app, ["serve", str(tmp_path / "none"), "--port", "0"])
    assert found.exit_code == 2 and "Build one" in found.output
    found = RUN.invoke(app, ["serve", str(tmp_path), "--port", "0"])
    assert found.exit_code == 2 and "no whole output" in found.output


def test_a_dataset_that_cannot_be_read(tmp_path: Path) -> None:
    from graph.output.store import staging

    with staging(tmp_path / "out") as stage:
        stage.write("graph.trig", b"no trig at all")
        stage.publish()
    found = RUN.invoke(app, ["serve", str(tmp_path / "out"), "--port", "0"])
    assert found.exit_code == 2 and "cannot be loaded" in found.output


def test_the_port_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        found = RUN.invoke(app, ["serve", str(made(tmp_path / "out")), "--port", port])
    assert found.exit_code == 5 and "--port" in found.output


@pytest.mark.parametrize(
    "options", [["--address", "graph.example.org"], ["--allow-origin", "app.example"], ["--allow-origin", "https://a/b"]]
)
def test_options_that_cannot_be_meant(options: list[str], tmp_path: Path) -> None:
    found = RUN.invoke(app, ["serve", str(made(tmp_path / "out")), "--port", "0", *options])
    assert found.exit_code == 2 and "https://" in found.output


def test_what_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve_command, "find_spec", lambda name: None if name == "uvloop" else find_spec(name))
    found = RUN.invoke(app, ["serve", str(tmp_path)])
    assert found.exit_code == 2 and "uvloop not installed" in found.output and "integraph[serve]" in found.output
