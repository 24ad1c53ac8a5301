"""`integraph enrich`: what Wikidata or the EU Publications Office know about the things of a graph, on request only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import pyoxigraph as ox
import typer

from graph.output.amendment import amend
from graph.output.serialisation import trig
from graph.output.store import StoreBusyError, StoreError
from integraph import screen
from queries.dataset import DatasetError, open_dataset
from queries.enrichment import AUTHORITIES, ENRICHMENT_FILE, enrich, known_elsewhere
from queries.patience import PatientEngine
from queries.runner import QueryError

EXIT_USAGE, EXIT_NOT_WRITTEN, EXIT_BUSY = 2, 5, 6
HELP = """Ask Wikidata or the EU Publications Office about the things of a graph that the vocabulary links to them.

This is the only command that asks others about the content of a graph, and it sends identifiers of well-known things
only. The answers go to enrichment.trig in the folder, in a graph of their own with their source and licence; graph.ttl
and graph.trig stay as they are. The next build removes them.

Examples:

    integraph enrich out

    integraph enrich out --from eu --deadline 30 --retrieved 2026-11-21

    integraph enrich out --endpoint http://localhost:7878/query
"""

Source: TypeAlias = Literal["wikidata", "eu"]


def enrich_output(
    out: Annotated[Path, typer.Argument(help="the output folder of a build")] = Path("out"),
    source: Annotated[Source, typer.Option("--from", help="whom to ask")] = "wikidata",
    endpoint: Annotated[str, typer.Option(help="ask a mirror at this address", show_default=False)] = "",
    deadline: Annotated[float, typer.Option(min=0.1, help="seconds for each query with all its tries")] = 60.0,
    max_bytes: Annotated[int, typer.Option(min=1, help="the largest answer to take")] = 20_000_000,
    retrieved: Annotated[
        str, typer.Option(help="the day to note for the answer (ISO)", show_default=False)
    ] = "",
) -> None:
    """Enrich an output folder (see `HELP`)."""
    try:
        authority = AUTHORITIES[source]
        authority = replace(authority, endpoint=endpoint) if endpoint else authority
        day = date.fromisoformat(retrieved).isoformat() if retrieved else ""
        things = known_elsewhere(_things(open_dataset(out)), authority)
        engine = PatientEngine(authority.endpoint, deadline=deadline, max_bytes=max_bytes)
        quads = enrich(things, authority, engine, retrieved=day) if things else []
        if quads:
            amend(out, {ENRICHMENT_FILE: trig(quads)})
    except (DatasetError, QueryError, ValueError) as error:
        raise _stop(error, EXIT_USAGE) from error
    except StoreBusyError as error:
        raise _stop(error, EXIT_BUSY) from error
    except StoreError as error:
        raise _stop(error, EXIT_NOT_WRITTEN) from error
    if not quads:
        screen.say(f"Nothing in {out} is known to {source}.")
        return
    screen.say(f"{len(quads)} statements about {len(things)} things: {out / ENRICHMENT_FILE}.")


def add_to(app: typer.Typer) -> None:
    """Give an application the `enrich` command."""
    app.command("enrich", help=HELP)(enrich_output)


def _things(store: ox.Store) -> set[str]:
    return {quad.subject.value for quad in store if isinstance(quad.subject, ox.NamedNode)}


def _stop(error: Exception, code: int) -> typer.Exit:
    screen.say(f"integraph enrich: {error}")
    return typer.Exit(code)
