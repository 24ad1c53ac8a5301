"""`integraph push`: bring a build into a SPARQL 1.1 store."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from integraph import screen
from serving.push.content import PushError, read_content
from serving.push.remote import PASSWORD, TOKEN, USER, Credentials, Remote
from serving.push.transfer import Pushed, push
from serving.snapshot import SnapshotError

EXIT_USAGE, EXIT_NOT_WRITTEN = 2, 5
HELP = f"""Bring a build into a SPARQL 1.1 store: one named graph for each source.

New content waits in staging graphs until all of it is there, and then takes its place. Pushing twice changes nothing
the second time; a push that was broken off goes on where it stopped. Other people's graphs are never touched. A user
and password, or a token, come from the environment: {USER}, {PASSWORD}, {TOKEN}.

Exit codes: 0 all well, 2 wrong usage or nothing to push, 5 the store could not be written (push again to go on).

Examples:

    integraph push out --query http://127.0.0.1:7878/query --update http://127.0.0.1:7878/update

    integraph push out --query https://host/ds/query --update https://host/ds/update --graph-store https://host/ds/data
"""


def push_build(
    out: Annotated[Path, typer.Argument(help="the output folder of a build")] = Path("out"),
    query: Annotated[str, typer.Option(help="address of the store's SPARQL query endpoint")] = "",
    update: Annotated[str, typer.Option(help="address of its SPARQL update endpoint")] = "",
    graph_store: Annotated[str, typer.Option(help="address of its graph store (Graph Store Protocol); faster")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="change nothing; say what would be done")] = False,
    timeout: Annotated[float, typer.Option(min=1.0, help="seconds for each request")] = 300.0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="no progress and no summary")] = False,
) -> None:
    """Bring a build into a store (see `HELP`)."""
    if not (graph_store or update) or (update and not query):
        screen.say("integraph push: name the store: --query and --update (and --graph-store), or --graph-store alone.")
        raise typer.Exit(EXIT_USAGE)
    try:
        store = Remote(
            query=query, update=update, graphs=graph_store, credentials=Credentials.of(os.environ), timeout=timeout
        )
        contents = read_content(out.resolve())
    except (PushError, SnapshotError) as error:
        screen.say(f"integraph push: {error}")
        raise typer.Exit(EXIT_USAGE) from error
    try:
        with screen.progress("pushing", quiet=quiet) as advance:
            done = push(store, contents, advance, dry=dry_run)
    except PushError as error:
        screen.say(f"integraph push: {error}")
        raise typer.Exit(EXIT_NOT_WRITTEN) from error
    if not quiet:
        _tell(done, dry=dry_run)


def add_to(app: typer.Typer) -> None:
    """Give an application the `push` command."""
    app.command("push", help=HELP)(push_build)


def _tell(done: Pushed, *, dry: bool) -> None:
    rows = [
        ("sent", f"{done.sent} graphs"),
        ("waited already", f"{done.waiting}, from a push that was broken off"),
        ("put in place", str(done.placed)),
        ("unchanged", str(done.unchanged)),
        ("removed", str(done.removed)),
    ]
    screen.table("integraph push", rows)
    if dry:
        screen.say("That is what would be done; nothing was changed.")
