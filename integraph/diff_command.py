"""`integraph diff`: which facts came, went or changed between two builds, and which sentence made the difference."""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from graph.output.difference import DifferenceError, as_data, as_patch, as_text, difference
from integraph import screen

EXIT_USAGE = 2
HELP = """Compare two output folders: which facts came and went, and which sentence of which source made the difference.

Formats: text (for people), json, patch (an RDF Patch that turns the old graph.ttl into the new one).

Examples:

    integraph diff out-march out-april

    integraph diff out-march out-april --format patch > april.rdfp
"""


class Form(Enum):
    """How to write the difference."""

    TEXT = "text"
    JSON = "json"
    PATCH = "patch"


def diff(
    old: Annotated[Path, typer.Argument(help="the output folder of the earlier build")],
    new: Annotated[Path, typer.Argument(help="the output folder of the later build")],
    form: Annotated[Form, typer.Option("--format", "-f", help="how to write it")] = Form.TEXT,
) -> None:
    """Compare two output folders (see `HELP`)."""
    try:
        found = difference(old, new)
    except DifferenceError as error:
        screen.say(f"integraph diff: {error}")
        raise typer.Exit(EXIT_USAGE) from error
    match form:
        case Form.TEXT:
            shown = as_text(found)
        case Form.JSON:
            shown = json.dumps(as_data(found), ensure_ascii=False, indent=1) + "\n"
        case Form.PATCH:
            shown = as_patch(found)
    typer.echo(shown.encode("utf-8"), nl=False)


def add_to(app: typer.Typer) -> None:
    """Give an application the `diff` command."""
    app.command("diff", help=HELP)(diff)
