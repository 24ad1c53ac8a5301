"""`integraph serve`: the graph on the web, read-only: SPARQL endpoint, editor, explorer, a page for each thing."""

from __future__ import annotations

import logging
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from integraph import screen

EXIT_USAGE, EXIT_NOT_SERVED = 2, 5
HELP = """Serve an output folder on the web, read-only: a SPARQL endpoint with an editor, the explorer, a page for each
thing, downloads. A new build into the folder is taken up by itself.

Unless told otherwise it answers only this machine. Queries have limits (see docs/serving.md). Stop it with Ctrl-C.

Exit codes: 0 stopped, 2 wrong usage or nothing to serve, 5 the address is not to be had.

Examples:

    integraph serve

    integraph serve graph --port 8080

    integraph serve graph --address https://graph.example.org --allow-host graph.example.org
"""
_MODULES = ("httptools", "starlette", "uvicorn", "uvloop")


def serve(
    out: Annotated[Path, typer.Argument(help="the output folder of a build")] = Path("out"),
    host: Annotated[str, typer.Option(help="the address to listen at; 0.0.0.0 for all")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="the port to listen at; 0 for any")] = 7878,
    allow_host: Annotated[list[str] | None, typer.Option(help="a name by which it may be asked; repeatable")] = None,
    allow_origin: Annotated[
        list[str] | None, typer.Option(help="a web site whose pages may ask it, or *; repeatable")
    ] = None,
    address: Annotated[str, typer.Option(help="its address for the outside, behind a proxy")] = "",
    workers: Annotated[int, typer.Option(min=1, max=64, help="query processes kept ready")] = 4,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="no line for each request")] = False,
) -> None:
    """Serve an output folder (see `HELP`)."""
    _look_before()
    from serving.server import ListenError
    from serving.server import serve as run
    from serving.settings import Settings
    from serving.snapshot import SnapshotError

    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(message)s", level=logging.WARNING)
    logging.getLogger("integraph.serve").setLevel(logging.WARNING if quiet else logging.INFO)
    names, sites = tuple(allow_host or ()), tuple(allow_origin or ())
    most = max(Settings.most_workers, workers)
    try:
        settings = Settings(
            out.resolve(), host, port, names, sites, address.rstrip("/"), workers=workers, most_workers=most
        )
        run(settings, lambda where: screen.say(f"Serving {out} at {where} (Ctrl-C stops it)."))
    except ListenError as error:
        raise _stop(str(error), EXIT_NOT_SERVED) from error
    except (SnapshotError, ValueError) as error:
        raise _stop(str(error)) from error
    except KeyboardInterrupt:
        screen.say("Stopped.")


def _look_before() -> None:
    """Stop where serving is not possible, and say what to install."""
    if missing := [name for name in _MODULES if find_spec(name) is None]:
        raise _stop(f"{', '.join(missing)} not installed. Install what serving needs: pip install 'integraph[serve]'")
    if not hasattr(os, "fork"):
        raise _stop("serving needs a system that can fork processes, such as Linux or macOS; on Windows use WSL.")


def add_to(app: typer.Typer) -> None:
    """Give an application the `serve` command."""
    app.command("serve", help=HELP)(serve)


def _stop(message: str, code: int = EXIT_USAGE) -> typer.Exit:
    screen.say(f"integraph serve: {message}")
    return typer.Exit(code)
