"""`integraph export`: a finished build in the syntaxes that other programs read."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

from graph.export.inference import inferred
from graph.export.loading import ExportError, load
from graph.export.writing import Format, Wish, export, export_all
from integraph import screen

EXIT_USAGE, EXIT_NOT_WRITTEN = 2, 5
HELP = """Write a build in another syntax: RDF, network, spreadsheet, or nanopublications.
Formats: turtle, trig, ntriples, nquads, jsonld, rdfxml, graphml, gexf, csv, nanopub, and all. Each holds the licence
and a description of the dataset (VoID, DCAT). One file goes to --to or to standard output; csv and all need a folder.
Exit codes: 0 all well, 2 wrong usage or no finished build, 5 could not write.
Examples:
    integraph export out --format jsonld > graph.jsonld
    integraph export out --format turtle --align --to aligned.ttl
    integraph export out --format all --to export/
    integraph export out --format ntriples --infer
"""

Choice: TypeAlias = Literal[
    "turtle", "trig", "ntriples", "nquads", "jsonld", "rdfxml", "graphml", "gexf", "csv", "nanopub", "all"
]


def export_build(
    out: Annotated[Path, typer.Argument(help="the output folder of a build")] = Path("out"),
    form: Annotated[Choice, typer.Option("--format", "-f", help="what to write")] = "turtle",
    to: Annotated[Path | None, typer.Option(help="the file or folder to write", show_default="standard output")] = None,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="with the sentences, also where the syntax knows no named graphs")
    ] = False,
    align: Annotated[
        bool, typer.Option("--align", help="say it in the words of other vocabularies too (ORG, FOAF, DINGO, …)")
    ] = False,
    infer: Annotated[
        bool, typer.Option("--infer", help="with what follows by OWL 2 RL (needs integraph[reason])")
    ] = False,
) -> None:
    """Export a build (see `HELP`)."""
    try:
        dataset = load(out)
        wish = Wish(evidence, align, inferred(dataset.facts) if infer else ())
        files = export_all(dataset, wish) if form == "all" else export(dataset, Format(form), wish)
    except ExportError as error:
        raise _stop(str(error), EXIT_USAGE) from error
    if len(files) > 1 and (to is None or to.is_file()):
        raise _stop(f"--format {form} writes {len(files)} files. Name a folder for them with --to.", EXIT_USAGE)
    if to is None:
        sys.stdout.buffer.write(next(iter(files.values())))
        sys.stdout.buffer.flush()
        return
    try:
        _write(files, to)
    except OSError as error:
        raise _stop(f"{error.filename or to}: could not be written ({error.strerror}).", EXIT_NOT_WRITTEN) from error


def add_to(app: typer.Typer) -> None:
    """Give an application the `export` command."""
    app.command("export", help=HELP)(export_build)


def _write(files: dict[str, bytes], to: Path) -> None:
    """Write several files into a folder, or one to a path; each is put in place whole."""
    if len(files) > 1 or to.is_dir():
        to.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            _put(to / name, data)
    else:
        to.parent.mkdir(parents=True, exist_ok=True)
        _put(to, next(iter(files.values())))


def _put(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)  # noqa: PTH101
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _stop(message: str, code: int) -> typer.Exit:
    screen.say(f"integraph export: {message}")
    return typer.Exit(code)
