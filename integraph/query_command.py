"""`integraph query`: ask the graph, by the name of a question, from a file, or in SPARQL."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from queries.catalogue import CatalogueError, Question, list_questions
from queries.dataset import DatasetError
from queries.formats import Format, FormatError, print_table, write_answer
from queries.guard import RefusedQueryError
from queries.runner import Engine, QueryError, Table, find_question

EXIT_USAGE = 2
HELP = """Ask the graph.

Without a question, lists all that come with integraph. A question is the name of one of them, the path of a .rq file,
or a SPARQL query in quotes. What it may be asked about are options too (--country, --organisation, --fund, …), and take
names in any language, acronyms, codes or IRIs; --explain shows them.

Examples:

    integraph query

    integraph query funders-and-implementers --explain

    integraph query funders-and-implementers --country Italy --evidence

    integraph query projects-of-organisation --organisation IOM --format csv > iom.csv

    integraph query 'SELECT ?project WHERE { ?project a ig:Project }' --out out
"""
_SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}
_USAGE = "[QUESTION] [--PARAMETER VALUE]... [OPTIONS]"


@dataclass(frozen=True, slots=True)
class _Style:
    """How the answer is to be written."""

    format: Format
    evidence: bool
    iris: bool
    language: str


def query(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="the output folder of a build")] = Path("out"),
    format: Annotated[Format, typer.Option(help="how to write the answer")] = "table",
    explain: Annotated[bool, typer.Option("--explain", help="show what a question asks, and its SPARQL")] = False,
    evidence: Annotated[bool, typer.Option("--evidence", help="let the sentences that prove it follow a row")] = False,
    iris: Annotated[bool, typer.Option("--iris", help="IRIs as they are, without names")] = False,
    language: Annotated[str, typer.Option(help="language of the names, such as it")] = "en",
    endpoint: Annotated[str, typer.Option(help="ask this SPARQL endpoint, not a folder", show_default=False)] = "",
    timeout: Annotated[float, typer.Option("--timeout", "--deadline", min=0.1, help="seconds for each query")] = 60.0,
) -> None:
    """Ask the graph (see `HELP`)."""
    style = _Style(format, evidence, iris, language.lower())
    try:
        asked, values = split_arguments(context.args)
        if asked is None:
            _write(list_text(style.language))
            return
        question = find_question(asked)
        if explain:
            _write(explain_text(question, style.language))
            return
        for name in values:
            question.parameter(name)
        with _open_engine(out, endpoint, timeout) as engine:
            _answer(engine, question, values, style)
    except (CatalogueError, DatasetError, QueryError, RefusedQueryError, FormatError) as error:
        _fail(str(error))


def add_to(app: typer.Typer) -> None:
    """Give an application the `query` command."""
    app.command("query", help=HELP, context_settings=_SETTINGS, options_metavar=_USAGE)(query)


app = typer.Typer(add_completion=False)
add_to(app)


def split_arguments(arguments: list[str]) -> tuple[str | None, dict[str, str]]:
    """The question (if there is one) and the parameters out of `QUESTION --name value --name=value …`."""
    question: str | None = None
    values: dict[str, str] = {}
    rest = iter(arguments)
    for word in rest:
        if not word.startswith("--"):
            if question is not None:
                raise CatalogueError(
                    f"Two questions at once: '{question}' and '{word}'. Put values with spaces in quotes."
                )
            question = word
            continue
        name, sign, value = word[2:].partition("=")
        if not sign:
            value = next(rest, "--")
        if not name or (not sign and value.startswith("--")):
            raise CatalogueError(f"{word} needs a value, as in: {word.split('=')[0]} VALUE")
        if name in values:
            raise CatalogueError(f"--{name} is given twice. A parameter takes one value.")
        values[name] = value
    if question is None and values:
        given = ", ".join(f"--{name}" for name in values)
        raise CatalogueError(f"{given} needs a question to go with. 'integraph query' lists the questions.")
    return question, values


def list_text(language: str = "en") -> str:
    """All questions, by rank, with their parameters."""
    lines = []
    for entry in list_questions():
        names = " ".join(f"--{p.name}" if p.required else f"[--{p.name}]" for p in entry.parameters)
        lines += [f"{entry.name}  {names}".rstrip(), f"    {entry.text(language)}"]
    return "\n".join([*lines, "", "More on one of them: integraph query NAME --explain", ""])


def explain_text(question: Question, language: str = "en") -> str:
    """What a question asks, what it may be asked about, what its columns mean, an example, and its SPARQL."""
    lines = [question.text(language), ""]
    if question.parameters:
        lines.append("Parameters")
        lines += [
            f"  --{p.name}  {p.text}{' (needed)' if p.required else ''}; such as: {p.example}"
            for p in question.parameters
        ]
        lines.append("")
    if question.columns:
        lines += ["Columns", *(f"  {name}  {text}" for name, text in question.columns), ""]
    shown = [p for p in question.parameters if p.required] or list(question.parameters[:1])
    options = "".join(f" --{p.name} {_quoted(p.example)}" for p in shown)
    lines += ["Example", f"  integraph query {question.name}{options}", "", "SPARQL"]
    lines += [f"  {line}".rstrip() for line in question.sparql.splitlines() if not line.startswith("#+")]
    return "\n".join([*lines, ""])


def _answer(engine: Engine, question: Question, values: dict[str, str], style: _Style) -> None:
    from queries.evidence import Evidence
    from queries.naming import Labels
    from queries.parameters import Resolver
    from queries.runner import ask

    answer = ask(engine, question, Resolver(engine).resolve_all(question, values))
    labels = None if style.iris else Labels(engine, style.language)
    evidence = Evidence(engine) if style.evidence else None
    if isinstance(answer, Table) and style.format == "table" and sys.stdout.isatty():
        from rich.console import Console

        print_table(Console(), answer, labels=labels, evidence=evidence)
        return
    _write(write_answer(answer, style.format, labels=labels, evidence=evidence))


@contextmanager
def _open_engine(out: Path, endpoint: str, timeout: float) -> Iterator[Engine]:
    if endpoint:
        from queries.remote import RemoteEngine

        yield RemoteEngine(endpoint, deadline=timeout)
        return
    from queries.worker import WorkerEngine

    with WorkerEngine(out, deadline=timeout) as engine:
        yield engine


def _quoted(value: str) -> str:
    return f"'{value}'" if " " in value else value


def _write(text: str) -> None:
    typer.echo(text.encode("utf-8"), nl=False)


def _fail(message: str) -> NoReturn:
    typer.echo(f"integraph query: {message}", err=True)
    raise typer.Exit(EXIT_USAGE)
