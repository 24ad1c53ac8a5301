"""What is remembered, and what must not be."""

from __future__ import annotations

import pytest

from queries.answering import Reply, Request, failure
from queries.worker import write_request
from serving.memory import Memory, is_lasting
from tests.serving.serving_client import Server


@pytest.mark.parametrize(
    ("sparql", "lasting"),
    [
        ("SELECT * { ?s ?p ?o }", True),
        ("SELECT * {\n?s ?p 'x\"y' }", True),
        ("SELECT (NOW() AS ?n) {}", False),
        ("SELECT (\nnow() AS ?n) {}", False),
        ("SELECT (RAND() AS ?n) {}", False),
        ("SELECT (STRUUID() AS ?n) {}", False),
        ("SELECT (\\u004eOW() AS ?n) {}", False),
        ("CONSTRUCT { ?x ig:code 1 } { BIND(BNODE() AS ?x) }", False),
    ],
)
def test_what_lasts(sparql: str, lasting: bool) -> None:
    assert is_lasting(write_request(Request(sparql))) is lasting


def test_it_stays_within_its_size() -> None:
    memory = Memory(most=1000)
    for number in range(50):
        memory.keep(b"%03d" % number, Reply("ok", "text/csv", b"x" * 97))
    known = [number for number in range(50) if memory.get(b"%03d" % number)]
    assert known == list(range(40, 50))
    memory.get(b"040")
    memory.keep(b"new", Reply("ok", "text/csv", b"x" * 97))
    assert memory.get(b"040") and not memory.get(b"041")
    memory.keep(b"bad", failure("deadline", "no"))
    memory.keep(b"big", Reply("ok", "text/csv", b"x" * 200_000))
    assert memory.get(b"bad") is None and memory.get(b"big") is None


def test_the_same_answer_again_and_the_clock_goes_on(server: Server) -> None:
    sparql = "SELECT ?p WHERE { ?p a ig:Project } ORDER BY ?p"
    assert server.ask(sparql).body == server.ask(sparql).body
    assert server.ask(sparql, "text/csv").body != server.ask(sparql).body
    assert server.ask("SELECT (STRUUID() AS ?x) {}").body != server.ask("SELECT (STRUUID() AS ?x) {}").body
