"""What README.md shows is what happens: its commands are run, and must print what stands there. `make readme` renews it."""

from __future__ import annotations

import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PROGRAM = [sys.executable, "-m", "integraph"]
_EXAMPLE = re.compile(r"(?P<head>```console\n\$ integraph (?P<arguments>[^\n]*)\n)(?P<shown>.*?)(?P<tail>```)", re.S)
_LINK = re.compile(r"\]\((?P<target>[^)#]+)(?:#[^)]*)?\)")


def printed(arguments: list[str], folder: Path) -> str:
    """What the program prints in a folder; fails with its complaint if it does not end well."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    run = subprocess.run(
        [*PROGRAM, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, f"integraph {shlex.join(arguments)}: {run.stderr}"
    return "".join(f"{line.rstrip()}\n" for line in run.stdout.splitlines())


def renewed(text: str, folder: Path) -> str:
    """A text with what its commands print now, asked of the bundled texts."""
    printed(["build"], folder)
    return _EXAMPLE.sub(
        lambda found: found["head"] + printed(shlex.split(found["arguments"]), folder) + found["tail"], text
    )


def test_the_examples_print_what_they_show(tmp_path: Path) -> None:
    text = README.read_text("utf-8")
    now = renewed(text, tmp_path)
    change = "\n".join(difflib.unified_diff(text.splitlines(), now.splitlines(), "README.md", "now", lineterm="", n=0))
    assert not change, f"README.md shows other output than the program gives; run `make readme`\n{change}"
    assert len(_EXAMPLE.findall(text)) >= 6


def test_every_link_leads_to_a_file() -> None:
    for page in [README, *sorted((ROOT / "docs").glob("*.md"))]:
        for target in _LINK.findall(page.read_text("utf-8")):
            assert "://" in target or (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_index_names_every_document() -> None:
    named = set(_LINK.findall((ROOT / "docs" / "README.md").read_text("utf-8")))
    assert {path.name for path in (ROOT / "docs").glob("*.md")} - {"README.md"} <= named


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        README.write_text(renewed(README.read_text("utf-8"), Path(made)), "utf-8")
