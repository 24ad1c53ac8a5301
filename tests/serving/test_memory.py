"""What is remembered, and what must not be."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest

from queries.answering import Request
from queries.worker import write_request
from serving.memory import Memory, is_lasting
from tests.serving.serving_client import JSON, Server


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
    memory: Memory[bytes, bytes] = Memory(most=1000)
    for number in range(50):
        memory.keep(b"%03d" % number, b"x" * 97, 100)
    known = [number for number in range(50) if memory.get(b"%03d" % number)]
    assert known == list(range(40, 50))
    memory.get(b"040")
    memory.keep(b"new", b"x" * 97, 100)
    assert memory.get(b"040") and not memory.get(b"041")
    memory.keep(b"big", b"x" * 200_000, 200_003)
    assert memory.get(b"big") is None


def test_the_same_answer_again_and_the_clock_goes_on(server: Server) -> None:
    sparql = "SELECT ?p WHERE { ?p a ig:Project } ORDER BY ?p"
    assert server.ask(sparql).body == server.ask(sparql).body
    assert server.ask(sparql, "text/csv").body != server.ask(sparql).body
    assert server.ask("SELECT (STRUUID() AS ?x) {}").body != server.ask("SELECT (STRUUID() AS ?x) {}").body


def test_a_request_that_comes_again_is_answered_as_before_and_only_that(server: Server) -> None:
    path = "/sparql?" + urlencode({"query": "SELECT ?p WHERE { ?p a ig:Project } ORDER BY ?p #again"})
    first = server.send("GET", path, Accept=JSON)
    again = server.send("GET", path, Accept=JSON)
    assert (again.status, again.body) == (200, first.body)
    assert {name: value for name, value in again.headers.items() if name != "date"} == {
        name: value for name, value in first.headers.items() if name != "date"
    }
    assert server.send("HEAD", path, Accept=JSON).status in (200, 405)
    assert server.send("GET", path, Accept=JSON, Host="elsewhere.example").status == 421
    assert server.send("GET", path, Accept=JSON, Origin="https://elsewhere.example").status == 403
    assert server.send("GET", path, Accept="image/png").status == 406


def test_two_requests_in_one_piece_get_their_answers_in_order(server: Server) -> None:
    def request(sparql: str, more: str = "") -> bytes:
        return f"GET /sparql?{urlencode({'query': sparql})} HTTP/1.1\r\nHost: localhost\r\n{more}\r\n".encode()

    known, fresh = "ASK { ?s ?p ?o } #known", "SELECT (STRUUID() AS ?x) {}"
    last = request("ASK { ?s ig:nothing ?o } #last", "Connection: close\r\n")
    server.raw(request(known) + last)
    got = server.raw(request(known) + request(fresh) + request(known) + last)
    kinds = re.findall(rb'"boolean" *: *(true|false)|"(uuid|x)"(?=:)', got.replace(b" ", b""))
    assert got.count(b"HTTP/1.1 200 OK") == 4
    assert [word for pair in kinds for word in pair if word] == [b"true", b"x", b"true", b"false"]
