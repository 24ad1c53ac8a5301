"""`integraph check`: is an output folder whole, grounded, in shape, and free of private names?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.output.checking import check_output
from graph.output.validation import validate
from integraph import screen

EXIT_BROKEN = 4
HELP = """Check an output folder: each file against the manifest, each quote against its text, each fact for its
sentence, the graph against the shapes, and all that may be published for names of people who must stay unnamed.

Exit codes: 0 all well, 4 something is wrong (it is named on stderr).

Example:

    integraph check out
    integraph check out --sources activities
"""


def check(
    out: Annotated[Path, typer.Argument(help="the output folder of a build")] = Path("out"),
    sources: Annotated[
        Path | None, typer.Option(help="the folder that was built from: quotes from XML are looked up in it again")
    ] = None,
) -> None:
    """Check an output folder (see `HELP`)."""
    found = check_output(out, validate, sources)
    for problem in found.problems:
        screen.say(f"integraph: {problem}")
    if found.problems:
        raise typer.Exit(EXIT_BROKEN)
    rows = [
        ("files", f"{found.files} as built"),
        ("quotes", f"{found.quotes} where they say"),
        ("facts", f"{found.facts} triples, in shape and with their sentences"),
        ("private names", f"{found.private}, none published"),
    ]
    if sources is not None:
        rows.insert(2, ("elements", f"{found.elements} say in the sources what is quoted"))
    screen.table("integraph check", rows)


def add_to(app: typer.Typer) -> None:
    """Give an application the `check` command."""
    app.command("check", help=HELP)(check)
