"""`integraph check`: is an output folder whole, and does each quote stand where it says?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.checking import check_output
from integraph import screen

EXIT_BROKEN = 4
HELP = """Check an output folder: each file against the manifest, and each quote against the text it was taken from.

Exit codes: 0 all well, 4 something is wrong (it is named on stderr).

Example:

    integraph check out
"""


def check(
    out: Annotated[Path, typer.Argument(help="the output folder of a build")] = Path("out"),
) -> None:
    """Check an output folder (see `HELP`)."""
    found = check_output(out)
    for problem in found.problems:
        screen.say(f"integraph: {problem}")
    if found.problems:
        raise typer.Exit(EXIT_BROKEN)
    screen.table(
        "integraph check", [("files", f"{found.files} as built"), ("quotes", f"{found.quotes} where they say")]
    )


def add_to(app: typer.Typer) -> None:
    """Give an application the `check` command."""
    app.command("check", help=HELP)(check)
