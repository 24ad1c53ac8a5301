"""Write an answer down: a table for people, CSV and TSV for spreadsheets, JSON and Turtle for programs."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

import pyoxigraph as ox

from ontology.namespaces import PREFIXES
from queries.evidence import Evidence, Sentence, with_evidence
from queries.naming import Labels, with_labels
from queries.runner import Answer, Table, Triples, Verdict
from queries.terms import Term, is_number, write_term

if TYPE_CHECKING:
    from rich.console import Console

Format: TypeAlias = Literal["table", "csv", "tsv", "json", "turtle"]

NOT_STATED = "not stated"
_INDENT = "    "


class FormatError(ValueError):
    """This kind of answer cannot be written in this format."""


def write_answer(
    answer: Answer, format: Format, *, labels: Labels | None = None, evidence: Evidence | None = None
) -> str:
    """The answer as text. With `labels`, names stand beside the IRIs; with `evidence`, sentences follow the rows."""
    if isinstance(answer, Triples):
        return _write_triples(answer, format)
    if isinstance(answer, Verdict):
        return _write_verdict(answer, format)
    if format == "turtle":
        raise FormatError(
            "Turtle holds triples: it is for CONSTRUCT and DESCRIBE. For this answer take table, csv, tsv or json."
        )
    if format == "table":
        return _write_text(answer, labels, evidence)
    if evidence:
        answer = with_evidence(answer, evidence)
    if labels:
        answer = with_labels(answer, labels)
    return _write_json(answer) if format == "json" else _write_separated(answer, "," if format == "csv" else "\t")


def print_table(
    console: Console, table: Table, *, labels: Labels | None = None, evidence: Evidence | None = None
) -> None:
    """Print a table on a terminal, in colour and fitted to its width."""
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    if evidence:
        for line in _write_text(table, labels, evidence).splitlines():
            console.print(Text(line, style="italic dim" if line.startswith(_INDENT) else ""), soft_wrap=True)
        return
    _learn(table, labels)
    drawn = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for at, name in enumerate(table.columns):
        numeric = any(is_number(row[at]) for row in table.rows)
        drawn.add_column(Text(name), justify="right" if numeric else "left", overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(_cell(term, labels), style="dim" if term is None else "") for term in row))
    console.print(drawn)
    console.print(Text(_count(table), style="dim"))


def _write_text(table: Table, labels: Labels | None, evidence: Evidence | None) -> str:
    _learn(table, labels)
    cells = [[_cell(term, labels) for term in row] for row in table.rows]
    widths = [max(map(_width, column)) for column in zip(table.columns, *cells, strict=True)]
    lines = [_aligned(table.columns, widths), _aligned(["-" * width for width in widths], widths)]
    for row, texts in zip(table.rows, cells, strict=True):
        lines.append(_aligned(texts, widths))
        if evidence:
            lines += [_sentence_line(sentence, labels) for sentence in evidence.of_row(row)]
    return "\n".join([*lines, _count(table)]) + "\n"


def _write_separated(table: Table, separator: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        values = ["" if term is None else term.value for term in row]
        writer.writerow([" ".join(value.split()) for value in values] if separator == "\t" else values)
    return out.getvalue()


def _write_json(table: Table) -> str:
    bindings = [
        {name: write_term(term) for name, term in zip(table.columns, row, strict=True) if term is not None}
        for row in table.rows
    ]
    return _dump({"head": {"vars": list(table.columns)}, "results": {"bindings": bindings}})


def _write_verdict(verdict: Verdict, format: Format) -> str:
    if format == "json":
        return _dump({"head": {}, "boolean": verdict.value})
    if format == "turtle":
        raise FormatError("ASK answers yes or no, which Turtle cannot hold. Take table, csv, tsv or json.")
    if format == "table":
        return "yes\n" if verdict.value else "no\n"
    return f"answer\n{'true' if verdict.value else 'false'}\n"


def _write_triples(answer: Triples, format: Format) -> str:
    if format in ("table", "turtle"):
        data = ox.serialize(answer.triples, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
        return (data or b"").decode("utf-8")
    rows = tuple((t.subject, t.predicate, t.object) for t in answer.triples)
    table = Table(("subject", "predicate", "object"), rows)  # type: ignore[arg-type]
    return _write_json(table) if format == "json" else _write_separated(table, "," if format == "csv" else "\t")


def _learn(table: Table, labels: Labels | None) -> None:
    if labels:
        labels.read(term for row in table.rows for term in row)


def _cell(term: Term | None, labels: Labels | None) -> str:
    if term is None:
        return NOT_STATED
    text = labels.of(term) if labels else term.value
    return "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text)


def _sentence_line(sentence: Sentence, labels: Labels | None) -> str:
    denied = "" if sentence.modality in ("asserted", "completed") else f" [{sentence.modality}]"
    fact = " ".join(_cell(term, labels) for term in (sentence.subject, sentence.predicate, sentence.object))
    page = f" <{sentence.page.value}>" if sentence.page is not None else ""
    quote = _cell(ox.Literal(sentence.quote), None)
    return f'{_INDENT}{fact}{denied}: "{quote}" — {_cell(sentence.source, labels)}{page}'


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def _width(text: str) -> int:
    wide = sum(1 for char in text if unicodedata.east_asian_width(char) in "WF")
    return len(text) + wide - sum(1 for char in text if unicodedata.combining(char))


def _count(table: Table) -> str:
    return "1 row" if len(table.rows) == 1 else f"{len(table.rows)} rows"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
