"""`integraph why`: which mentions were taken for one thing, and on what grounds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from graph.identity.explanation import ExplanationError, as_text, find
from integraph import screen

EXIT_USAGE = 2
HELP = """Tell why mentions of several texts are one thing: each mention, each join with its ground and score, and the
near misses with what spoke against them. ID is an IRI, a short one, or a name.
To change what was decided, write a file of decisions and build with --merges (see docs/resolution.md).
Examples:
    integraph why organisation/iom
    integraph why "Kredo Foundation" --out graph
    integraph why id:fund/amif --json
"""


def why(
    thing: Annotated[str, typer.Argument(metavar="ID", help="IRI, short IRI or name of a thing")],
    out: Annotated[Path, typer.Option("--out", "-o", help="the output folder of a build")] = Path("out"),
    as_json: Annotated[bool, typer.Option("--json", help="for programs")] = False,
) -> None:
    """Explain an identity (see `HELP`)."""
    try:
        found = find(out, thing)
    except ExplanationError as error:
        screen.say(f"integraph why: {error}")
        raise typer.Exit(EXIT_USAGE) from error
    if as_json:
        told = {item.iri: item.told for item in found}
        typer.echo((json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8"), nl=False)
        return
    typer.echo("\n".join(as_text(item) for item in found).encode("utf-8"), nl=False)


def add_to(app: typer.Typer) -> None:
    """Give an application the `why` command."""
    app.command("why", help=HELP)(why)
