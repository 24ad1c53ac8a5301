"""`integraph ask`: a question in plain words, the query that it stands for, and the sentences behind the answer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from integraph import screen
from queries.catalogue import CatalogueError, Question
from queries.composing import compose, in_words
from queries.dataset import DatasetError, open_dataset
from queries.evidence import Evidence
from queries.formats import Format, FormatError, write_answer
from queries.guard import RefusedQueryError
from queries.naming import Labels
from queries.parameters import Resolver
from queries.runner import QueryError, StoreEngine, Table
from queries.runner import ask as ask_engine
from queries.understanding import Names, Understanding, understand
from queries.wording import Wording, WordingError, wording_of

EXIT_USAGE = 2
HELP = """Ask in plain words (English or Italian). The question is read by rules: each of its words is a name of a thing
in the graph or its vocabulary, or a word whose meaning is known. What was understood and the SPARQL that it stands for
go to stderr, the answer with its sentences to stdout. A question that is not understood whole is not answered (exit
code 2).

Examples:

    integraph ask "Who funds projects for unaccompanied minors in Italy?"

    integraph ask "Quali enti lavorano con l'OIM?" --out out

    integraph ask "How many projects does AMIF fund in Greece?" --no-evidence --format csv
"""


def ask(
    question: Annotated[list[str], typer.Argument(help="the question")],
    out: Annotated[Path, typer.Option(help="the output folder of a build")] = Path("out"),
    format: Annotated[Format, typer.Option(help="how to write the answer")] = "table",
    evidence: Annotated[bool, typer.Option("--evidence/--no-evidence", help="the sentences behind each row")] = True,
    language: Annotated[str, typer.Option(help="language of the question: en or it", show_default="found out")] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="the answer alone")] = False,
) -> None:
    """Answer a question in plain words (see `HELP`)."""
    asked = " ".join(question)
    try:
        wording = wording_of(asked, language.lower())
        engine = StoreEngine(open_dataset(out, merged=True), union=False)
        resolver = Resolver(engine)
        understood = understand(asked, wording, Names(resolver, wording.language))
        chosen, values = _composed(understood, wording)
        answer = ask_engine(engine, chosen, resolver.resolve_all(chosen, values))
        if not quiet:
            _tell(understood, wording, chosen, values)
        labels = Labels(engine, wording.language)
        proof = Evidence(engine) if evidence and format in ("table", "json") else None
        typer.echo(write_answer(answer, format, labels=labels, evidence=proof).encode("utf-8"), nl=False)
    except (CatalogueError, DatasetError, QueryError, RefusedQueryError, FormatError, WordingError) as error:
        _fail(str(error))
    if understood.count and isinstance(answer, Table) and not quiet:
        screen.say(f"{len(set(answer.column(answer.columns[0])))} × {answer.columns[0]}")


def _composed(understood: Understanding, wording: Wording) -> tuple[Question, dict[str, str]]:
    """The query for what was understood; where something was not, an error that says what, and how to ask."""
    say = wording.say
    hint = say["hint"].format(example=f'integraph ask "{say["example"]}"')
    if understood.unknown:
        words = ", ".join(f"'{word}'" for word in understood.unknown)
        raise CatalogueError(f"{say['not_understood'].format(words=words)} {hint}")
    try:
        return compose(understood)
    except CatalogueError as error:
        raise CatalogueError(f"{say['nothing']} ({error}) {hint}") from error


def _tell(understood: Understanding, wording: Wording, chosen: Question, values: dict[str, str]) -> None:
    """What was understood, and the SPARQL."""
    for line in in_words(understood, wording.say):
        screen.say(line)
    if understood.question:
        given = "".join(f" --{name} '{value}'" for name, value in values.items())
        screen.say(f"integraph query {chosen.name}{given}")
        return
    screen.say("\n".join(f"    {line}" for line in chosen.sparql.splitlines()))


def _fail(message: str) -> NoReturn:
    typer.echo(f"integraph ask: {message}", err=True)
    raise typer.Exit(EXIT_USAGE)


def add_to(app: typer.Typer) -> None:
    """Give an application the `ask` command."""
    app.command("ask", help=HELP)(ask)
