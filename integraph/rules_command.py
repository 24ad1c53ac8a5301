"""`integraph rules`: which rules there are, and how well each does on annotated documents."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import pyoxigraph as ox
import typer

from integraph.rules_stats import GoldError, RuleCount, count_rules, read_gold, score_all
from ontology.lexicon import Frame, LexiconError, languages, load
from ontology.namespaces import XSD
from queries.formats import print_table, write_answer
from queries.runner import Table

EXIT_USAGE = 2
HELP = """List the rules by which facts are found, or measure them.

A rule's name is language.property.name, as in the statements of graph.trig. With --stats and two folders, of documents
and of their annotations, each document is built in memory and each rule shown with how often it fired and how often
it was right; rules of fields and of neighbourhood are among them.

Examples:

    integraph rules --lang it

    integraph rules --property fundedBy --format csv > rules.csv

    integraph rules --stats tests/corpus/tune tests/corpus/gold
"""
Format = Literal["table", "csv", "tsv", "json"]
_LISTED = ("rule", "property", "trigger")
_MEASURED = ("rule", "fired", "right", "optional", "wrong", "traps", "precision")


def rules(
    lang: Annotated[str, typer.Option(help="only this language's rules, such as it", show_default=False)] = "",
    property: Annotated[str, typer.Option(help="only the rules of this property", show_default=False)] = "",
    stats: Annotated[
        tuple[Path, Path] | None,
        typer.Option(help="measure on the documents in the first folder, annotated in the second", show_default=False),
    ] = None,
    format: Annotated[Format, typer.Option(help="how to write the table")] = "table",
) -> None:
    """List or measure the rules (see `HELP`)."""
    if lang and lang not in languages():
        _fail(f"there is no lexicon for '{lang}'; there are: {', '.join(languages())}")
    try:
        table = measured(*stats, lang, property) if stats else listed(_frames(lang), property)
    except (LexiconError, GoldError) as error:
        _fail(str(error))
    if format == "table" and sys.stdout.isatty():
        from rich.console import Console

        print_table(Console(), table)
        return
    typer.echo(write_answer(table, format).encode("utf-8"), nl=False)


def add_to(app: typer.Typer) -> None:
    """Give an application the `rules` command."""
    app.command("rules", help=HELP)(rules)


def listed(frames: Iterable[Frame], property: str = "") -> Table:
    """The rules with their properties and triggers, a row for each trigger."""
    rows = [
        (_text(frame.id), _text(frame.property), _text(trigger))
        for frame in frames
        if property in ("", frame.property)
        for trigger in frame.triggers
    ]
    return Table(_LISTED, tuple(rows))


def measured(documents: Path, annotations: Path, lang: str = "", property: str = "") -> Table:
    """How each rule did on annotated documents. Raises GoldError."""
    golds = [gold for gold in read_gold(annotations) if lang in ("", gold["lang"])]
    if not golds:
        raise GoldError(f"{annotations}: no document in '{lang}' is annotated there.")
    counts = count_rules(score for _, score in score_all(documents, golds))
    return Table(_MEASURED, tuple(_row(rule, count) for rule, count in _of(counts, property)))


def _of(counts: dict[str, RuleCount], property: str) -> list[tuple[str, RuleCount]]:
    return [(rule, count) for rule, count in counts.items() if property in ("", *rule.split("."))]


def _row(rule: str, count: RuleCount) -> tuple[ox.Literal | None, ...]:
    seen = count.verdicts
    numbers = (count.fired, seen["right"], seen["optional"], seen["wrong"] + seen["trap"], seen["trap"])
    precision = None if count.precision is None else _number(f"{count.precision:.2f}", "decimal")
    return (_text(rule), *(_number(str(number), "integer") for number in numbers), precision)


def _frames(lang: str) -> Sequence[Frame]:
    return [frame for code in ([lang] if lang else languages()) for frame in load(code).frames]


def _text(value: str) -> ox.Literal:
    return ox.Literal(value)


def _number(value: str, kind: str) -> ox.Literal:
    return ox.Literal(value, datatype=ox.NamedNode(XSD + kind))


def _fail(message: str) -> NoReturn:
    typer.echo(f"integraph rules: {message}", err=True)
    raise typer.Exit(EXIT_USAGE)
