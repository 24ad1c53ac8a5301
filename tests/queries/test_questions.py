"""Every question, on every engine, against rows that were checked by hand."""
from __future__ import annotations

import csv
import random
import re
import tomllib
from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.namespaces import IG, shorten
from queries.catalogue import CatalogueError, get_question, list_questions, read_question
from queries.dataset import open_dataset
from queries.guard import check_query
from queries.parameters import Resolver
from queries.runner import Engine, StoreEngine, Table, ask

DATA = Path(__file__).parent / "data"
CASES = {case["id"]: case.get("values", {}) for case in tomllib.loads((DATA / "cases.toml").read_text("utf-8"))["case"]}
NAMES = [question.name for question in list_questions()]


def answer(engine: Engine, case: str) -> Table:
    question = get_question(case.split(".")[0])
    found = ask(engine, question, Resolver(engine).resolve_all(question, CASES[case]))
    assert isinstance(found, Table)
    return found


def texts(table: Table) -> list[list[str]]:
    """The table as its expected file has it, with short IRIs."""
    rows = [["" if term is None else shorten(term.value) if isinstance(term, ox.NamedNode) else term.value
             for term in row] for row in table.rows]
    return [list(table.columns), *rows]


def test_counts() -> None:
    assert len(NAMES) == 21
    assert len(CASES) == 46
    assert {case.split(".")[0] for case in CASES} == set(NAMES)
    assert {path.stem for path in (DATA / "expected").iterdir()} == set(CASES)


def test_ranks_cover_the_twelve_questions() -> None:
    assert set(range(1, 13)) <= {question.rank for question in list_questions()}


@pytest.mark.parametrize("kind", ["merged", "union", "rdflib"])
@pytest.mark.parametrize("case", CASES)
def test_rows(engines: dict[str, Engine], kind: str, case: str) -> None:
    with (DATA / "expected" / f"{case}.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file))
    assert texts(answer(engines[kind], case)) == expected


@pytest.mark.parametrize("case", CASES)
def test_order_does_not_depend_on_the_order_of_loading(case: str) -> None:
    quads = sorted(open_dataset(DATA), key=str)
    tables = []
    for seed in (1, 2):
        random.Random(seed).shuffle(quads)
        store = ox.Store()
        for quad in quads:
            store.add(quad)
        tables.append(answer(StoreEngine(store), case))
    assert tables[0] == tables[1]


@pytest.mark.parametrize("name", NAMES)
def test_header_is_complete(name: str, engine: Engine) -> None:
    question = get_question(name)
    assert {language for language, _ in question.question} == {"en", "it"}
    assert all(text.endswith("?") for _, text in question.question)
    assert question.rank
    assert question.tags
    case = next(case for case in CASES if case.split(".")[0] == name)
    columns = answer(engine, case).columns
    assert tuple(column for column, _ in question.columns) == columns
    assert all(text for _, text in question.columns)
    for parameter in question.parameters:
        assert parameter.column in columns
        assert parameter.example
        assert parameter.text
    check_query(question.sparql)
    assert "ORDER BY" in question.sparql


@pytest.mark.parametrize("name", NAMES)
def test_terms_are_in_the_ontology(name: str) -> None:
    import ontology

    sources = [Path(ontology.__file__).parent / name for name in ("integraph.ttl", "analysis.ttl")]
    known = {quad.subject.value for source in sources for quad in ox.parse(path=source, format=ox.RdfFormat.TURTLE)
             if isinstance(quad.subject, ox.NamedNode)}
    used = set(re.findall(r"\big:(\w+)", get_question(name).sparql))
    assert all(IG + term in known for term in used)


def test_missing_amounts_are_not_zero(engine: Engine) -> None:
    table = answer(engine, "funding-totals")
    unstated = [row for row in table.rows if row[table.columns.index("currency")] is None]
    assert len(unstated) == 4
    assert all(row[table.columns.index("total")] is None for row in unstated)


def test_denied_facts_are_no_rows_but_are_evidence(engine: Engine) -> None:
    table = answer(engine, "funders-and-implementers")
    harbour = [row for row in texts(table) if row[3] == "id:project/harbour"]
    assert [row[1] for row in harbour] == ["ig:implementedBy"]
    modalities = [term.value for term in answer(engine, "evidence.harbour").column("modality") if term]
    assert modalities == ["asserted", "negated", "asserted"]


def test_needed_parameter_is_asked_for(engine: Engine) -> None:
    with pytest.raises(CatalogueError, match=r"needs a value for: group.*--explain"):
        ask(engine, "projects-for-group")


def test_unknown_names_are_told(engine: Engine) -> None:
    with pytest.raises(CatalogueError, match="Did you mean: timeline"):
        ask(engine, "timelime")
    with pytest.raises(CatalogueError, match=r"no parameter 'colour'\. It has: project, year"):
        ask(engine, "timeline", {"colour": ox.Literal("red")})
    with pytest.raises(CatalogueError, match="no name of a question"):
        ask(engine, "what is this")


@pytest.mark.parametrize(("header", "message"), [
    ("#+ question\n", "not a header line"),
    ("#+ parameters:\n#+    x: 1\n", "not a header line"),
    ("#+ rank: first\n", "must be a number"),
    ("#+ parameters:\n#+   x:\n#+     type: colour\n", "needs a type out of"),
    ("#+ parameters:\n#+   x:\n#+     type: year\n#+     apply: later\n", "'apply' is 'query' or 'rows'"),
])
def test_faulty_headers_are_refused(header: str, message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        read_question("mine", header + "SELECT * WHERE { ?s ?p ?o }")
