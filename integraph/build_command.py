"""`integraph build`: from files and folders to an output folder."""

from __future__ import annotations

from enum import Enum
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from graph.cluster import ClusterError
from graph.identity.decisions import DecisionError, read_decisions
from graph.output.store import StoreBusyError, StoreError
from graph.pipeline import BuildResult, GateError, InputError, Settings, build
from graph.workers import Limits
from integraph import __version__, screen
from queries.dataset import open_dataset
from viz.page import write_page

EXIT_USAGE, EXIT_SOME_FAILED, EXIT_GATE, EXIT_NOT_WRITTEN, EXIT_BUSY = 2, 3, 4, 5, 6
_SHOWN = 20
HELP = """Build the graph from files and folders (without any: from the bundled texts).

Writes graph.ttl, graph.trig, vocabulary.ttl, graph.html, report.json, resolution.json, texts/ and manifest.json into
the output folder.

Exit codes: 0 all well, 2 wrong usage, 3 some inputs failed (the rest is built), 4 a quality or privacy gate failed
(nothing published), 5 could not write (the old output is intact), 6 the folder is in use by another build.

Examples:

    integraph build

    integraph build reports/ page.html --out graph

    integraph build reports/ archive.zip --workers 4 --redact-quotes all

    integraph build reports/ --merges merges.toml
"""


class Redaction(Enum):
    """Which quotes are masked."""

    NAMES = "names"
    ALL = "all"


class Shapes(Enum):
    """On what the rules of the shapes are checked."""

    SAMPLE = "sample"
    FULL = "full"


_ShapesOption = Annotated[
    Shapes, typer.Option(help="check a large graph's shapes on a sample of each class, or on all of it")
]
_ClusterOption = Annotated[
    str, typer.Option(help="a Dask scheduler whose workers extract (tcp://host:8786)", show_default="this machine")
]


def bundled_texts() -> Path:
    """The folder of the texts that come with integraph: inside the package, or beside it in a checkout."""
    package = Path(str(files("integraph")))
    for folder in (package / "texts", package.parent / "texts"):
        if folder.is_dir():
            return folder
    raise InputError(
        f"{package / 'texts'}: the bundled texts are not there. Install integraph again, or name files to read."
    )


def build_graph(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="files and folders to read", show_default="the bundled texts")
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="the output folder")] = Path("out"),
    page: Annotated[bool, typer.Option("--page/--no-page", help="also write graph.html")] = True,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="no progress and no summary")] = False,
    workers: Annotated[
        int, typer.Option("--workers", "-j", min=0, help="processes that read", show_default="all processors")
    ] = 0,
    deadline: Annotated[float, typer.Option(min=0.1, help="seconds that one file may take")] = 60.0,
    redact_quotes: Annotated[
        Redaction, typer.Option(help="which quotes to mask: private names, or all of every quote")
    ] = Redaction.NAMES,
    fresh: Annotated[bool, typer.Option("--fresh", help="read every file anew, as if for the first time")] = False,
    shapes: _ShapesOption = Shapes.SAMPLE,
    cluster: _ClusterOption = "",
    merges: Annotated[Path | None, typer.Option(help="a TOML file of what is the same and what is not")] = None,
) -> None:
    """Build the graph (see `HELP`)."""
    try:
        with screen.progress("reading", quiet=quiet) as advance:
            result = build(
                paths or [bundled_texts()],
                out,
                version=__version__,
                decisions=read_decisions(merges) if merges else None,
                settings=_settings(workers, deadline, redact_quotes, fresh, shapes, cluster),
                render=_render if page else None,
                progress=advance,
            )
    except (ClusterError, InputError, DecisionError, GateError, StoreError) as error:
        for finding in error.findings[:_SHOWN] if isinstance(error, GateError) else ():
            screen.say(f"  {finding}")
        raise _stop(str(error), _exit_code(error)) from error
    _tell(result, quiet=quiet, page=page)
    if result.failed:
        raise typer.Exit(EXIT_SOME_FAILED)


def _settings(
    workers: int, deadline: float, redact_quotes: Redaction, fresh: bool, shapes: Shapes, cluster: str
) -> Settings:
    return Settings(
        workers,
        Limits(deadline),
        redact_quotes is Redaction.ALL,
        reuse=not fresh,
        shapes="full" if shapes is Shapes.FULL else "sample",
        cluster=cluster,
    )


def add_to(app: typer.Typer) -> None:
    """Give an application the `build` command."""
    app.command("build", help=HELP)(build_graph)


def _render(folder: Path) -> None:
    write_page(open_dataset(folder), folder / "graph.html", title="integraph")


def _exit_code(error: Exception) -> int:
    """How the program ends on an error of a build."""
    if isinstance(error, GateError):
        return EXIT_GATE
    if isinstance(error, StoreError):
        return EXIT_BUSY if isinstance(error, StoreBusyError) else EXIT_NOT_WRITTEN
    return EXIT_USAGE


def _stop(message: str, code: int) -> typer.Exit:
    screen.say(f"integraph: {message}")
    return typer.Exit(code)


def _tell(result: BuildResult, *, quiet: bool, page: bool) -> None:
    """Name what failed, sum up, and say where to look next."""
    for outcome in result.failed:
        screen.say(f"integraph: {outcome.source}: {outcome.cause}. {outcome.remedy}")
    if quiet:
        return
    counts = result.counts
    rows = [
        ("files", f"{counts.read} read, {counts.skipped} skipped, {counts.failed} failed"),
        ("facts", f"{counts.facts}, by {counts.statements} statements with their sentences"),
        *((_words(kind), str(number)) for kind, number in counts.entities.items()),
        ("languages", ", ".join(f"{language} {number}" for language, number in counts.languages.items()) or "none"),
        ("output", str(result.out)),
    ]
    screen.table("integraph", rows)
    if page:
        screen.say(f"Look at it: open {result.out / 'graph.html'} in a browser.")
    screen.say(f"Ask it: integraph query --out {result.out}. What happened to each file: {result.out / 'report.json'}.")


def _words(kind: str) -> str:
    """The name of a class in words."""
    return "".join(f" {char.lower()}" if char.isupper() else char for char in kind).strip()
