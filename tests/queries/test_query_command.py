"""`integraph query` as a person uses it."""
from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from integraph.query_command import app, explain_text, split_arguments
from queries.catalogue import CatalogueError, list_questions
from queries.dataset import DatasetError, find_dataset, open_dataset

DATA = Path(__file__).parent / "data"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments], catch_exceptions=False)


def ask(*arguments: str) -> Result:
    return run(*arguments, "--out", str(DATA))


def test_lists_all_questions() -> None:
    result = run()
    assert result.exit_code == 0
    assert all(question.name in result.stdout for question in list_questions())
    assert "Chi lavora più spesso con chi?" in run("--language", "it").stdout


@pytest.mark.parametrize("name", [question.name for question in list_questions()])
def test_explains(name: str) -> None:
    result = run(name, "--explain")
    assert result.exit_code == 0
    assert f"  integraph query {name}" in result.stdout
    assert "SELECT" in result.stdout
    assert "#+" not in result.stdout


def test_examples_of_needed_parameters_are_shown() -> None:
    question = next(q for q in list_questions() if q.name == "calls")
    assert "integraph query calls --call 'Open Doors 2023'" in explain_text(question)


def test_answers_a_named_question() -> None:
    result = ask("funders-and-implementers", "--country=Italia", "--role", "hasPartner", "--format", "csv")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["organisationLabel"] for row in rows] == ["Casa Aperta", "Kredo Foundation", "Δίκτυο Φιλοξενίας"]


def test_parameters_may_come_first_and_options_last() -> None:
    assert ask("--country", "DE", "funders-and-implementers").stdout == ask("funders-and-implementers", "--country",
                                                                            "DE").stdout


def test_evidence_names_and_iris() -> None:
    assert '    Harbour implemented by North Quay e.V.: "North Quay e.V. leads Harbour in Germany." — Harbour news' in (
        ask("where-active-and-based", "--project", "harbour", "--evidence").stdout)
    assert "Label" not in ask("timeline", "--iris", "--format", "csv").stdout.splitlines()[0]


def test_sparql_and_files(tmp_path: Path) -> None:
    assert "8" in ask("SELECT (COUNT(?p) AS ?n) WHERE { ?p a ig:Project }").stdout
    file = tmp_path / "mine.rq"
    header = "#+ parameters:\n#+   who:\n#+     type: organisation\n"
    file.write_text(header + "SELECT ?who ?p WHERE { ?p ig:implementedBy ?who }", encoding="utf-8")
    result = ask(str(file), "--who", "north quay e.v.", "--format", "tsv")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 3
    assert run(str(file), "--explain").exit_code == 0


@pytest.mark.parametrize(("arguments", "message"), [
    (["timelime"], "Did you mean: timeline"),
    (["timeline", "--colour", "red"], "has no parameter 'colour'"),
    (["timeline", "--year"], "--year needs a value"),
    (["timeline", "--year", "--project"], "--year needs a value"),
    (["timeline", "--year", "2020", "--year=2021"], "given twice"),
    (["timeline", "brokers"], "Two questions at once"),
    (["--year", "2020"], "needs a question to go with"),
    (["projects-for-group"], "needs a value for: group"),
    (["labels", "--thing", "Welcome House"], "may mean 2 things"),
    (["no/such.rq"], "Cannot read the query file"),
    (["SELECT * WHERE { SERVICE <http://127.0.0.1:9/> {} }"], "SERVICE is refused"),
    (["SELECT * WHERE { ?s ?p"], "cannot be answered"),
    (["timeline", "--format", "turtle"], "Turtle holds triples"),
    (["timeline", "--endpoint", "file:///etc/hostname"], "is not the address of an endpoint"),
    (["timeline", "--format", "xml"], "xml"),
])
def test_usage_errors(arguments: list[str], message: str) -> None:
    result = ask(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr


def test_no_dataset(tmp_path: Path) -> None:
    result = run("timeline", "--out", str(tmp_path))
    assert result.exit_code == 2
    assert "integraph build" in result.stderr
    (tmp_path / "graph.trig").write_text("this is no TriG", encoding="utf-8")
    with pytest.raises(DatasetError, match="Build it again"):
        open_dataset(tmp_path)
    assert find_dataset(DATA) == find_dataset(DATA / "graph.trig")


def test_arguments_are_split() -> None:
    assert split_arguments(["a", "--b", "c d", "--e=--f"]) == ("a", {"b": "c d", "e": "--f"})
    with pytest.raises(CatalogueError):
        split_arguments(["a", "--=x"])
