"""How answers are written down."""
from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest
from rich.console import Console

from queries.evidence import Evidence
from queries.formats import Format, FormatError, print_table, write_answer
from queries.naming import Labels, term_label
from queries.runner import Engine, Table, Triples, Verdict, ask

HOSTILE = Table(("name", "number"), (
    (ox.Literal("\x1b[31mred\n[bold]x[/bold]"), ox.Literal(2)),
    (ox.Literal('a "b", c\td'), None),
    (ox.Literal("東京"), ox.Literal(10)),
))


def calls(engine: Engine) -> Table:
    found = ask(engine, "calls")
    assert isinstance(found, Table)
    return found


def test_table_says_not_stated(engine: Engine) -> None:
    lines = write_answer(calls(engine), "table", labels=Labels(engine)).splitlines()
    assert lines[0].split() == ["call", "fund", "manager", "budget", "currency", "deadline", "year"]
    assert lines[2].startswith("Small Steps      not stated")
    assert lines[-1] == "3 rows"


def test_table_holds_nothing_that_steers_a_terminal() -> None:
    text = write_answer(HOSTILE, "table")
    assert "\x1b" not in text
    assert "[bold]x[/bold]" in text
    assert text.splitlines()[1].split("  ") == ["-" * 23, "-" * 10]
    assert text.splitlines()[4] == "東京" + " " * 21 + "10"
    out = io.StringIO()
    print_table(Console(file=out, width=80), HOSTILE)
    assert "[bold]x[/bold]" in out.getvalue()
    assert "\x1b" not in out.getvalue()
    assert "not stated" in out.getvalue()


def test_csv_holds_names_and_iris(engine: Engine) -> None:
    rows = list(csv.DictReader(io.StringIO(write_answer(calls(engine), "csv", labels=Labels(engine, "it")))))
    assert rows[0]["callLabel"] == "Small Steps"
    assert rows[0]["fund"] == rows[0]["fundLabel"] == rows[0]["budget"] == ""
    assert rows[1]["fundLabel"] == "Fondo Asilo, Migrazione e Integrazione"
    assert rows[1]["fund"] == "https://w3id.org/integraph/id/fund/amif"
    assert rows[1]["budget"] == "3000000"


def test_csv_and_tsv_keep_their_columns() -> None:
    assert list(csv.reader(io.StringIO(write_answer(HOSTILE, "csv"))))[2] == ['a "b", c\td', ""]
    assert all(line.count("\t") == 1 for line in write_answer(HOSTILE, "tsv").splitlines())


def test_json_is_sparql_results_json(engine: Engine) -> None:
    data = json.loads(write_answer(calls(engine), "json"))
    assert data["head"]["vars"][0] == "call"
    first = data["results"]["bindings"][0]
    assert first["deadline"] == {
        "type": "literal", "value": "2023", "datatype": "http://www.w3.org/2001/XMLSchema#gYear"}
    assert "fund" not in first
    assert len(list(ox.parse_query_results(json.dumps(data), format=ox.QueryResultsFormat.JSON))) == 3  # type: ignore[arg-type]
    assert json.loads(write_answer(Verdict(True), "json")) == {"head": {}, "boolean": True}


def test_turtle_is_for_triples(engine: Engine) -> None:
    found = ask(engine, "CONSTRUCT WHERE { ?p ig:follows ?q }")
    assert isinstance(found, Triples)
    text = write_answer(found, "turtle")
    assert "ig:follows" in text
    assert len(list(ox.parse(text, format=ox.RdfFormat.TURTLE))) == 1
    assert write_answer(found, "csv").startswith("subject,predicate,object\n")
    for answer in (calls(engine), Verdict(True)):
        with pytest.raises(FormatError, match="table, csv, tsv or json"):
            write_answer(answer, "turtle")


@pytest.mark.parametrize(("format", "text"), [("table", "yes\n"), ("csv", "answer\ntrue\n"), ("tsv", "answer\ntrue\n")])
def test_verdicts(format: Format, text: str) -> None:
    assert write_answer(Verdict(True), format) == text


def test_labels(engine: Engine) -> None:
    greece = ox.NamedNode("https://w3id.org/integraph/id/country/GR")
    arabic = ox.NamedNode("https://w3id.org/integraph/id/project/جسر-الأمل")
    assert Labels(engine, "el").of(greece) == "Ελλάδα"
    assert Labels(engine, "fr").of(greece) == "Greece"
    assert Labels(engine, "fr").of(arabic) == "جسر الأمل"
    assert Labels(engine).of(ox.NamedNode("https://w3id.org/integraph/id/source/" + "1" * 16)) == "Lantern at a glance"
    assert Labels(engine).of(ox.NamedNode("https://example.org/no-such-thing")) == "no-such-thing"
    assert term_label("https://w3id.org/integraph/ontology#fundedBy") == "funded by"
    assert term_label("https://w3id.org/integraph/ontology#notInTheOntology") == "not in the ontology"


def test_evidence_follows_the_row(engine: Engine) -> None:
    rows = ask(engine, "funders-and-implementers", {"country": ox.NamedNode("https://w3id.org/integraph/id/country/GR")})
    assert isinstance(rows, Table)
    lines = write_answer(rows, "table", labels=Labels(engine), evidence=Evidence(engine)).splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("Greece") and "Social" in line)
    assert 'funded by European Social Fund Plus [planned]: "Θα χρηματοδοτηθεί' in "\n".join(lines[at + 1: at + 3])
    out = io.StringIO()
    print_table(Console(file=out, width=60), rows, labels=Labels(engine), evidence=Evidence(engine))
    assert out.getvalue().splitlines() == lines


def test_evidence_keeps_to_the_property_that_the_row_names(engine: Engine) -> None:
    rows = ask(engine, "SELECT * WHERE { VALUES (?project ?role ?body) {"
                       " (<https://w3id.org/integraph/id/project/lantern> ig:fundedBy"
                       " <https://w3id.org/integraph/id/organisation/kredo>) } }")
    assert isinstance(rows, Table)
    found = Evidence(engine).of_row(rows.rows[0])
    assert [term_label(sentence.predicate.value) for sentence in found] == ["funded by"]


def test_evidence_of_amounts_and_denials(engine: Engine) -> None:
    project = ox.NamedNode("https://w3id.org/integraph/id/project/lantern")
    budget = Evidence(engine).of_row((project, ox.Literal("1200000", datatype=ox.NamedNode(
        "http://www.w3.org/2001/XMLSchema#decimal"))))
    assert [sentence.quote for sentence in budget] == ["Its budget is 1,200,000 EUR.", "Lantern at a glance"]
    denied = Evidence(engine).of_row((ox.NamedNode("https://w3id.org/integraph/id/project/harbour"),
                                      ox.NamedNode("https://w3id.org/integraph/id/fund/amif")))
    assert [sentence.modality for sentence in denied] == ["negated"]


def test_evidence_in_csv_repeats_the_row(engine: Engine) -> None:
    rows = ask(engine, "projects-in-common", {
        "organisation": ox.NamedNode("https://w3id.org/integraph/id/organisation/casa-aperta"),
        "other": ox.NamedNode("https://w3id.org/integraph/id/organisation/kredo")})
    text = write_answer(rows, "csv", labels=Labels(engine), evidence=Evidence(engine))
    found = list(csv.DictReader(io.StringIO(text)))
    assert len(found) == 4
    assert {row["evidenceSourceLabel"] for row in found} == {"Lantern at a glance"}
    assert all(row["evidenceQuote"] for row in found)
