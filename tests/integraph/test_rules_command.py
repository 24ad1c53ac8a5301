"""`integraph rules`: the list, the measures, and what it says to mistakes; and how facts are compared with annotations."""
from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph.extraction import extract
from graph.output.rdf import to_triples
from graph.resolution import resolve
from integraph.cli import app
from integraph.rules_stats import Score, count_rules, judge, plain, precision_and_recall, same_literal
from ontology.lexicon import load
from tests.small_documents import prose

TEXT = "The LANTERN project is led by the Kredo Foundation and funded by AMIF. It runs in Italy. It is carried out in Spain. The LANTERN project started in May 2019."
GOLD: dict[str, Any] = {
    "doc": "a.txt", "lang": "en",
    "entities": {"p": {"type": "Project", "names": ["Lantern project"]}, "k": {"type": "Organisation", "names": ["The Kredo Foundation"]},
                 "amif": {"type": "Fund", "names": ["AMIF"]}},
    "facts": [["p", "implementedBy", "k"], ["p", "startDate", "2019"], ["p", "targets", "group:refugees"]],
    "optional": [["p", "fundedBy", "amif"]], "forbidden": [["p", "coversCountry", "country:ES"]],
}


def run(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["rules", *(str(argument) for argument in arguments)])


def score(text: str = TEXT, gold: dict[str, Any] = GOLD) -> Score:
    reading = extract(prose(text))
    return judge(gold, to_triples([reading], resolve([reading])))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "docs").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(TEXT)
    (tmp_path / "gold" / "a.json").write_text(json.dumps(GOLD))
    return tmp_path / "docs", tmp_path / "gold"


def test_all_rules_of_a_language_are_listed() -> None:
    ended = run("--lang", "en", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ended.stdout)))
    assert ended.exit_code == 0 and {row["rule"] for row in rows} == {frame.id for frame in load("en").frames}
    assert all("{" in row["trigger"] for row in rows)


def test_only_one_property_is_listed() -> None:
    ended = run("--lang", "it", "--property", "fundedBy")
    assert "it.fundedBy.passive" in ended.stdout and "implementedBy" not in ended.stdout


def test_rules_are_measured(folders: tuple[Path, Path]) -> None:
    ended = run("--stats", *folders, "--format", "csv")
    assert ended.exit_code == 0, ended.output
    rows = {row["rule"]: row for row in csv.DictReader(io.StringIO(ended.stdout))}
    assert rows["en.implementedBy.passive"] == {
        "rule": "en.implementedBy.passive", "fired": "1", "right": "1", "optional": "0", "wrong": "0", "traps": "0", "precision": "1.00"}
    assert rows["en.fundedBy.passive"]["optional"] == "1" and rows["en.fundedBy.passive"]["precision"] == ""


@pytest.mark.parametrize(("arguments", "message"), [
    (["--lang", "qq"], "no lexicon for 'qq'"), (["--stats", "nowhere", "nowhere"], "there are no annotations")])
def test_mistakes_are_told(arguments: list[str], message: str) -> None:
    ended = run(*arguments)
    assert ended.exit_code == 2 and message in ended.stderr


@pytest.mark.parametrize(("content", "message"), [("{", "not readable as JSON"), ('{"doc": "a.txt"}', "need 'doc', 'lang'")])
def test_broken_annotations_are_named(folders: tuple[Path, Path], content: str, message: str) -> None:
    (folders[1] / "b.json").write_text(content)
    ended = run("--stats", *folders)
    assert ended.exit_code == 2 and message in ended.stderr and "b.json" in ended.stderr


def test_facts_are_judged() -> None:
    verdicts = {(j.predicate, j.object): j.verdict for j in score().judged}
    assert verdicts["implementedBy", "kredo foundation"] == "right" and verdicts["startDate", "2019-05"] == "right"
    assert verdicts["coversCountry", "country:IT"] == "wrong" and verdicts["coversCountry", "country:ES"] == "trap"
    assert [v for (p, _), v in verdicts.items() if p == "fundedBy"] == ["optional"]


def test_precision_and_recall() -> None:
    assert precision_and_recall([score()]) == (2 / 4, 2 / 3)
    assert precision_and_recall([score()], frozenset({"targets"})) == (0.0, 0.0)
    assert count_rules([score()])["en.implementedBy.passive"].precision == 1.0


def test_what_is_negated_is_no_fact() -> None:
    assert score("The LANTERN project was not funded by AMIF.").judged == ()


def test_a_leak_is_seen() -> None:
    assert score(gold={**GOLD, "private_names": ["Kredo Foundation", "Ilka Marent"]}).leaks == ("Kredo Foundation",)


@pytest.mark.parametrize(("predicate", "wanted", "got", "same"), [
    ("startDate", "2019", "2019-05", True), ("startDate", "2019-05", "2019", False), ("budget", "1200000 EUR", "1200000.4 EUR", True),
    ("budget", "1200000 EUR", "120000 EUR", False), ("website", "https://www.a.example/", "a.example", True), ("code", "A-1", "a 1", True)])
def test_literals_are_compared(predicate: str, wanted: str, got: str, same: bool) -> None:
    assert same_literal(predicate, wanted, got) is same


@pytest.mark.parametrize(("one", "two"), [("Das Projekt Ärmel", "projekt armel"), ("La Fundación", "fundacion"), ("A & B", "a and b")])
def test_names_are_compared_plainly(one: str, two: str) -> None:
    assert plain(one) == plain(two)
