"""`integraph analyse`: who is central, who stands between whom, who belongs together."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import networkx as nx
import typer

from graph.output.amendment import amend
from graph.output.serialisation import trig
from graph.output.store import StoreBusyError, StoreError
from integraph import screen
from queries.dataset import ANALYSIS_FILE, DatasetError, open_dataset
from viz.analysis import Analysis, analyse
from viz.analysis_rdf import name_of, quads
from viz.page import read_styled
from viz.style import hubs

#: Names longer than this are cut in the tables.
WIDEST = 60
EXIT_USAGE, EXIT_NOT_WRITTEN, EXIT_BUSY = 2, 5, 6
HELP = """Measure the network of an output folder: how well connected each thing is, which bodies stand between others
(betweenness, and brokerage between countries and between themes), which things belong together (communities), and who
meets whom in which projects (co-participation, co-funding).

The tables go to stdout; all measures go to analysis.trig in the folder, where `integraph query` finds them
(`integraph query central`, `integraph query communities`). The next build removes them, as they are then out of date.

Examples:

    integraph analyse out

    integraph analyse out --top 25 --format json --no-write
"""


class Form(Enum):
    """How to show the measures."""

    TEXT = "text"
    JSON = "json"


def analyse_output(
    out: Annotated[Path, typer.Argument(help="the output folder of a build")] = Path("out"),
    top: Annotated[int, typer.Option("--top", min=1, help="rows of each table")] = 10,
    form: Annotated[Form, typer.Option("--format", "-f", help="how to show the tables")] = Form.TEXT,
    write: Annotated[bool, typer.Option("--write/--no-write", help="write analysis.trig into the folder")] = True,
) -> None:
    """Measure the network of an output folder (see `HELP`)."""
    try:
        network = read_styled(open_dataset(out, analysis=False))
        found = analyse(network, hubs())
        if write:
            amend(out, {ANALYSIS_FILE: trig(quads(found, network))})
    except DatasetError as error:
        raise _stop(error, EXIT_USAGE) from error
    except StoreBusyError as error:
        raise _stop(error, EXIT_BUSY) from error
    except StoreError as error:
        raise _stop(error, EXIT_NOT_WRITTEN) from error
    tables = tables_of(found, network, top)
    if form is Form.JSON:
        typer.echo((json.dumps(tables, ensure_ascii=False, indent=1) + "\n").encode("utf-8"), nl=False)
    else:
        for title, rows in tables.items():
            typer.echo(f"{_text(title, rows)}\n".encode(), nl=False)
    if write:
        screen.say(f"All measures: {out / ANALYSIS_FILE}. Ask them: integraph query central --out {out}.")


def tables_of(found: Analysis, network: nx.MultiDiGraph[str], top: int) -> dict[str, list[dict[str, Any]]]:
    """The first `top` rows of each measure, the greatest first."""

    def ranked(key: str) -> list[str]:
        return sorted(found.standings, key=lambda name: (-getattr(found.standings[name], key), name))[:top]

    central = [
        {
            "thing": _name(network, name),
            "kind": network.nodes[name]["kind"],
            "degree": found.standings[name].degree,
            "betweenness": found.standings[name].betweenness,
        }
        for name in ranked("betweenness")
    ]
    brokers = [
        {
            "body": _name(network, name),
            "between countries": found.standings[name].countries,
            "between themes": found.standings[name].themes,
        }
        for name in ranked("countries")
        if found.standings[name].countries or found.standings[name].themes
    ]
    communities = [
        {"members": len(part.members), "named after": " · ".join(_name(network, m) for m in part.named_by)}
        for part in found.communities[:top]
    ]
    ties = [
        {
            "kind": tie.kind,
            "one": _name(network, tie.one),
            "other": _name(network, tie.other),
            "projects": len(tie.projects),
        }
        for tie in sorted(found.ties, key=lambda tie: (-len(tie.projects), tie.kind, tie.one, tie.other))[:top]
    ]
    return {"central": central, "brokers": brokers, "communities": communities, "ties": ties}


def _name(network: nx.MultiDiGraph[str], thing: str) -> str:
    """A name that fits a table."""
    name = name_of(network, thing)
    return name if len(name) <= WIDEST else name[: WIDEST - 1].rstrip() + "…"


def _text(title: str, rows: Sequence[dict[str, Any]]) -> str:
    """A table in plain text, columns aligned."""
    if not rows:
        return f"{title}: none\n"
    head = list(rows[0])
    lines = [head, *([str(row[column]) for column in head] for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    shown = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([title, *(f"  {line}" for line in shown)]) + "\n"


def _stop(error: Exception, code: int) -> typer.Exit:
    screen.say(f"integraph analyse: {error}")
    return typer.Exit(code)


def add_to(app: typer.Typer) -> None:
    """Give an application the `analyse` command."""
    app.command("analyse", help=HELP)(analyse_output)
