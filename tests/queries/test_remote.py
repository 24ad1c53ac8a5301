"""A remote endpoint, played by a small server on this machine: good, slow, huge, wandering and broken answers."""
from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest

from queries.catalogue import get_question
from queries.formats import write_answer
from queries.guard import RefusedQueryError
from queries.parameters import Resolver
from queries.remote import RemoteEngine
from queries.runner import Engine, QueryError, Table, Triples, Verdict, ask

PEOPLE = "SELECT ?p WHERE { ?p a ig:Project } ORDER BY ?p"


class Handler(BaseHTTPRequestHandler):
    """Answers by the path: /sparql asks the sample; the others misbehave."""

    engine: Engine
    seen: list[str]

    def do_GET(self) -> None:
        self.reply(parse_qs(urlsplit(self.path).query).get("query", [""])[0])

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.reply(parse_qs(body).get("query", [""])[0])

    def reply(self, sparql: str) -> None:
        self.seen.append(f"{self.command} {sparql}")
        path = urlsplit(self.path).path
        if path == "/sparql":
            answer = self.engine.query(sparql, {})
            turtle = isinstance(answer, Triples)
            self.send(200, write_answer(answer, "turtle" if turtle else "json").encode())
        elif path == "/ask-as-row":
            row = {"c": {"type": "literal", "value": "1"}}
            self.send(200, json.dumps({"head": {"vars": ["c"]}, "results": {"bindings": [row]}}).encode())
        elif path == "/trickle":
            self.send_response(200)
            self.end_headers()
            for _ in range(100):
                try:
                    self.wfile.write(b" ")
                except OSError:  # the asker has gone
                    return
                time.sleep(0.05)
        elif path == "/huge":
            self.send(200, b" " * 50_000)
        elif path == "/elsewhere":
            self.redirect("http://localhost:1/sparql?query=x")
        elif path == "/downgrade":
            self.redirect("file:///etc/hostname")
        elif path == "/moved":
            self.redirect("/sparql?" + urlsplit(self.path).query)
        elif path == "/page":
            self.send(200, b"<html>hello</html>")
        else:
            self.send(400, b"what do you mean")

    def redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    handler = type("Bound", (Handler,), {"engine": engine, "seen": []})
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def test_the_same_rows_as_here(server: str, engine: Engine) -> None:
    remote = RemoteEngine(f"{server}/sparql")
    for name, values in (
        ("funders-and-implementers", {"country": "Italia"}),
        ("funding-breakdown", {"fund": "AMIF"}),
        ("money-chain", {"project": "جسر الأمل"}),
        ("gaps-and-overlaps", {}),
        ("evidence", {"subject": "Weave, \"Woven\" & <Knit>"}),
    ):
        question = get_question(name)
        there = ask(remote, question, Resolver(remote).resolve_all(question, values))
        here = ask(engine, question, Resolver(engine).resolve_all(question, values))
        assert there == here
        assert isinstance(there, Table)
        assert there.rows


def test_other_answers(server: str) -> None:
    remote = RemoteEngine(f"{server}/sparql")
    assert remote.query("ASK { ?p ig:follows ?q }", {}) == Verdict(True)
    assert RemoteEngine(f"{server}/ask-as-row").query("ASK { ?p ig:follows ?q }", {}) == Verdict(True)
    found = remote.query("CONSTRUCT WHERE { ?p ig:follows ?q }", {})
    assert isinstance(found, Triples)
    assert len(found.triples) == 1


def test_long_queries_are_posted(server: str) -> None:
    long = PEOPLE + " #" + "x" * 2_000
    assert RemoteEngine(f"{server}/sparql").query(long, {}) == RemoteEngine(f"{server}/sparql").query(PEOPLE, {})


def test_redirects_within_the_host_are_followed(server: str) -> None:
    assert RemoteEngine(f"{server}/moved").query(PEOPLE, {}) == RemoteEngine(f"{server}/sparql").query(PEOPLE, {})
    with pytest.raises(QueryError, match="is not followed"):
        RemoteEngine(f"{server}/moved").query(PEOPLE + " #" + "x" * 2_000, {})


@pytest.mark.parametrize(("path", "message"), [
    ("/elsewhere", "redirects to http://localhost:1/.*not followed"),
    ("/downgrade", r"refused the query \(HTTP 302\)"),
    ("/huge", "larger than 10000 bytes"),
    ("/page", "did not answer in SPARQL results JSON"),
    ("/none", r"refused the query \(HTTP 400\): what do you mean"),
])
def test_misbehaviour_is_told(server: str, path: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        RemoteEngine(server + path, max_bytes=10_000).query(PEOPLE, {})


def test_the_deadline_is_for_all_of_the_answer(server: str) -> None:
    started = time.monotonic()
    with pytest.raises(QueryError, match=r"0\.5 seconds"):
        RemoteEngine(f"{server}/trickle", deadline=0.5).query(PEOPLE, {})
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://e/", "localhost", "http://", ""])
def test_only_web_addresses(url: str) -> None:
    with pytest.raises(QueryError, match="is not the address of an endpoint"):
        RemoteEngine(url)


def test_nobody_there() -> None:
    with pytest.raises(QueryError, match="cannot be reached"):
        RemoteEngine("http://127.0.0.1:9/sparql").query(PEOPLE, {})


def test_nothing_refused_is_sent(server: str) -> None:
    with pytest.raises(RefusedQueryError):
        RemoteEngine(f"{server}/sparql").query("SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", {})


def test_values_reach_it_as_values(server: str) -> None:
    found = RemoteEngine(f"{server}/sparql").query(
        "SELECT ?l WHERE { ?p skos:prefLabel ?l }", {"l": ox.Literal('Weave, "Woven" & <Knit>', language="en")})
    assert isinstance(found, Table)
    assert len(found.rows) == 1
    assert json.loads(write_answer(found, "json"))["results"]["bindings"][0]["l"]["xml:lang"] == "en"
