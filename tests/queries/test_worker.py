"""Queries in a process of their own: the same answers, within a deadline, without a way out."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from queries.answering import Request, respond
from queries.catalogue import Question, list_questions
from queries.confinement import UNLIMITED, Limits
from queries.dataset import DatasetError, open_dataset
from queries.guard import RefusedQueryError
from queries.parameters import Resolver
from queries.runner import Engine, QueryError, ask
from queries.worker import WorkerEngine, read_reply, read_request, write_reply, write_request

DATA = Path(__file__).parent / "data"
BOMB = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerEngine]:
    with WorkerEngine(DATA, deadline=30) as found:
        yield found


@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_the_same_answers_as_in_this_process(question: Question, worker: WorkerEngine, engine: Engine) -> None:
    examples = {p.name: p.example.replace("IOM", "Casa Aperta Torino") for p in question.parameters if p.required}
    values = Resolver(engine).resolve_all(question, examples)
    assert ask(worker, question, values) == ask(engine, question, values)


def test_all_kinds_of_answers(worker: WorkerEngine, engine: Engine) -> None:
    for sparql in ("ASK { ?p ig:follows ?q }", "CONSTRUCT WHERE { ?p ig:fundedBy ?f }", "SELECT * WHERE { ?s skos:prefLabel ?o } ORDER BY ?s ?o"):
        assert worker.query(sparql, {}) == engine.query(sparql, {})


def test_a_deadline_and_then_on(worker: WorkerEngine) -> None:
    with WorkerEngine(DATA, deadline=1) as hurried:
        began = time.monotonic()
        with pytest.raises(QueryError, match="longer than 1 seconds"):
            hurried.query(BOMB, {})
        assert time.monotonic() - began < 10
        assert hurried.query("ASK {}", {}).value is True  # type: ignore[union-attr]


def test_faults_are_told(worker: WorkerEngine, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="cannot be answered"):
        worker.query("SELECT", {})
    with pytest.raises(RefusedQueryError, match="SERVICE"):
        worker.query("SELECT * { SERVICE <http://127.0.0.1:9/> {} }", {})
    with pytest.raises(QueryError, match="cannot be shown"):
        worker.query("SELECT (<<( ig:a ig:b ig:c )>> AS ?t) {}", {})
    with WorkerEngine(tmp_path, deadline=5) as nowhere, pytest.raises(DatasetError, match="no dataset"):
        nowhere.query("ASK {}", {})
    (tmp_path / "graph.trig").write_text("<")
    with WorkerEngine(tmp_path, deadline=5) as broken, pytest.raises(DatasetError, match="Cannot read"):
        broken.query("ASK {}", {})


def test_messages_come_through_whole() -> None:
    terms = {
        "a": ox.NamedNode("http://e/ü"), "b": ox.Literal("x\n\"'\\ü"), "c": ox.Literal("x", language="de-at"),
        "d": ox.Literal("2020", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#gYear")),
    }  # fmt: skip
    request = Request("SELECT ?ü {}\n", "text/csv", "", terms, ("http://e/1",), ("http://e/2", "http://e/3"))
    assert read_request(write_request(request)) == request
    reply = respond(open_dataset(DATA), Request("SELECT"), UNLIMITED)
    assert reply.kind == "malformed"
    assert read_reply(write_reply(reply)) == reply


@pytest.mark.parametrize("media", ["application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"])
def test_rows_are_counted_right(media: str) -> None:
    """Whatever stands in the values."""
    store = ox.Store()
    for number in range(60):
        text = f'{number}\n"<result>\t,\r\n{{}},"bindings"'
        store.add(ox.Quad(ox.NamedNode("http://e/s"), ox.NamedNode("http://e/p"), ox.Literal(text)))
    for rows, kind in ((59, "too-many-rows"), (60, "ok")):
        assert respond(store, Request("SELECT * { ?s ?p ?o }", media), Limits(rows=rows)).kind == kind
        assert respond(store, Request("SELECT ?none { ?s ?p ?o }", media), Limits(rows=rows)).kind == kind
    assert respond(store, Request("SELECT * { ?s ?p ?o }", media), Limits(answer_bytes=1000)).kind == "too-large"


def confined(code: str) -> str:
    """What a confined process prints to a pipe that it had before."""
    script = f"""
        import os, sys
        import pyoxigraph as ox
        from queries.confinement import Limits, confine, alarm
        pipe = os.dup(1)
        store = ox.Store()
        confine(Limits())
        def say(text): os.write(pipe, str(text).encode())
        try:
            {code}
            say("done")
        except BaseException as error:
            say(type(error).__name__ + " " + str(error))
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=os.environ | {"PYTHONPATH": str(Path.cwd())}).stdout


@pytest.mark.parametrize(
    "code",
    [
        "open('/etc/hostname')",
        "open('/tmp/written-by-a-query', 'w')",
        "import socket; socket.socket()",
        "import socket; socket.socketpair()",
        "if os.system('exit 7') != 7 * 256: sys.exit('no program can be run')",
        "bytearray(2_000_000_000)",
        "list(store.query('SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }'))",
        "store.update('LOAD <http://127.0.0.1:PORT/>')",
        "store.load(path='/etc/hostname', format=ox.RdfFormat.TURTLE)",
        "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (10, 10))",
    ],
)
def test_there_is_no_way_out(code: str) -> None:
    """Even for a query that no guard has looked at."""
    with socket.create_server(("127.0.0.1", 0)) as trap:
        trap.settimeout(0.2)
        said = confined(code.replace("PORT", str(trap.getsockname()[1])))
        assert said and said != "done"
        with pytest.raises(TimeoutError):
            trap.accept()


def test_what_a_query_needs_is_left() -> None:
    assert confined("say(len(list(store.query('SELECT * { BIND(NOW() AS ?now) }'))))") == "1done"


def test_the_alarm_rings_in_native_code() -> None:
    began = time.monotonic()
    code = "store.extend(ox.Quad(ox.NamedNode(f'http://e/{n}'), ox.NamedNode('http://e/p'), ox.NamedNode('http://e/o')) for n in range(2000)); alarm(1); list(store.query('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }'))"
    assert confined(code) == ""
    assert time.monotonic() - began < 20
