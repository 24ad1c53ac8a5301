"""What a hostile client may try: each case with the status that it gets, and the server alive after all of them."""

from __future__ import annotations

import http.server
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from tests.serving.serving_client import BOMB, JSON, ONE, Server, running

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"


class Trap:
    """A web server that counts who comes."""

    def __init__(self) -> None:
        trap = self
        self.visits = 0

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                trap.visits += 1
                self.send_response(200)
                self.end_headers()

            do_POST = do_GET  # noqa: N815

            def log_message(self, *_: object) -> None: ...

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/x"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def trap() -> Iterator[Trap]:
    found = Trap()
    yield found
    assert found.visits == 0, "the server went where a stranger sent it"
    found.close()


@pytest.fixture(autouse=True)
def survives(server: Server) -> Iterator[None]:
    yield
    assert server.alive()


OUTWARD = [
    "SELECT * WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ \\u0053ERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ \\U00000053\\u0045RVICE <{url}> {{ ?s ?p ?o }} }}",
    "#\\u000A SELECT * WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * FROM <{url}> WHERE {{ ?s ?p ?o }}",
    "SELECT * \\u0046ROM <{url}> WHERE {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <file:///etc/hostname> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "SELECT * FROM <file:///proc/self/environ> WHERE {{ ?s ?p ?o }}",
    "LOAD <{url}>",
    "LOAD SILENT <file:///etc/hostname>",
    "\\u004COAD <{url}>",
]


@pytest.mark.parametrize("sparql", OUTWARD)
def test_queries_that_reach_out(sparql: str, server: Server, trap: Trap) -> None:
    text = sparql.format(url=trap.url)
    answers = [
        server.ask(text),
        server.post(text),
        server.send("POST", "/sparql", urlencode({"query": text}), Content_Type=FORM),
    ]
    assert [answer.status for answer in answers] == [403] * 3
    assert "refused" in answers[0].text


@pytest.mark.parametrize("where", ["file:///etc/hostname", "TRAP", "file:///etc/passwd#x"])
def test_graphs_named_in_parameters_are_not_fetched(where: str, server: Server, trap: Trap) -> None:
    graph = where.replace("TRAP", trap.url)
    for name in ("default-graph-uri", "named-graph-uri"):
        answer = server.ask("SELECT * WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }", **{name: graph})
        assert (answer.status, answer.rows()) == (200, [])


UPDATES = [
    "INSERT DATA { <http://e/a> <http://e/b> <http://e/c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP ALL",
    "INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
]


@pytest.mark.parametrize("update", UPDATES)
def test_updates(update: str, server: Server) -> None:
    before = server.ask("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").body
    fields = {"update": update}
    tried = {
        "GET update=": server.send("GET", "/sparql?" + urlencode(fields)).status,
        "GET query=": server.ask(update).status,
        "POST form update=": server.send("POST", "/sparql", urlencode(fields), Content_Type=FORM).status,
        "POST update": server.send("POST", "/sparql", update, Content_Type=UPDATE).status,
        "POST as query": server.send("POST", "/sparql", update, Content_Type=QUERY).status,
        "PUT": server.send("PUT", "/sparql", update, Content_Type=UPDATE).status,
        "PUT graph": server.send("PUT", "/sparql?default", "<http://e/a> a <http://e/b> .", Content_Type="text/turtle").status,
        "DELETE": server.send("DELETE", "/sparql?graph=http://e/").status,
        "PATCH": server.send("PATCH", "/sparql", update).status,
    }
    assert tried == {
        "GET update=": 403, "GET query=": 403, "POST form update=": 403, "POST update": 403, "POST as query": 403,
        "PUT": 405, "PUT graph": 405, "DELETE": 405, "PATCH": 405,
    }  # fmt: skip
    assert server.ask("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").body == before


BOMBS = {
    "20,000 exclamation marks": ("ASK { FILTER(" + "!" * 20_000 + "true) }", {413}),
    "as many as fit": ("ASK { FILTER(" + "!" * 16_000 + "true) }", {403}),
    "exclamation marks, spaced": ("ASK { FILTER(" + "! \n" * 5_000 + "true) }", {403}),
    "exclamation marks, with comments": ("ASK { FILTER(" + "!#\n" * 5_000 + "true) }", {403}),
    "minus signs": ("ASK { FILTER(" + "- " * 8_000 + "1 = 1) }", {403}),
    "5,000 braces": ("ASK " + "{" * 5_000 + "}" * 5_000, {403}),
    "5,000 open braces": ("ASK " + "{" * 5_000, {403}),
    "nested parentheses": ("ASK { FILTER(" + "(" * 5_000 + "1" + ")" * 5_000 + ") }", {403}),
    "nested lists": ("ASK { ?s ?p " + "(" * 5_000 + ")" * 5_000 + " }", {403}),
    "nested blank nodes": ("ASK { ?s ?p " + "[ ig:x " * 1_500 + "1" + "]" * 1_500 + " }", {403}),
    "escaped braces": ("ASK " + "\\u007B" * 1_000 + "\\u007D" * 1_000, {400, 403}),
    "long chain of paths": ("ASK { ?s " + "/".join(["ig:x*"] * 2_000) + " ?o }", {200, 403, 504, 507}),
    "many alternatives": ("ASK { ?s " + "|".join(["ig:x"] * 2_500) + " ?o }", {200, 403, 504, 507}),
    "many unions": ("SELECT * {" + " UNION ".join(["{?a ?b ?c}"] * 800) + "} LIMIT 1", {200, 403, 504, 507}),
    "many optionals": ("SELECT * { ?s ?p ?o " + "OPTIONAL{?s ?p ?x}" * 800 + " } LIMIT 1", {200, 504, 507}),
    "many operators": ("ASK { FILTER(" + "+".join(["1"] * 7_000) + " > 1) }", {200, 504, 507}),
    "cartesian product": (BOMB, {504, 507}),
    "sorted cartesian product": ("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c LIMIT 1", {504, 507}),
    "product of paths": ("SELECT (COUNT(*) AS ?n) { ?a (!ig:x|^!ig:x)* ?b . ?c (!ig:x|^!ig:x)* ?d }", {504, 507}),
    "memory": (
        "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g), STR(?i))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        {504, 507},
    ),
    "doubling text": (
        "SELECT (STRLEN(?z) AS ?n) { BIND('" + "x" * 1_000 + "' AS ?a0) "
        + " ".join(f"BIND(CONCAT(?a{n}, ?a{n}) AS ?a{n + 1})" for n in range(40)) + " BIND(?a40 AS ?z) }",
        {400, 504, 507},
    ),
    "catastrophic regex": (
        f"SELECT * {{ ?s ?p ?o FILTER(REGEX('{'a' * 5_000}!', '^(a+)+$')) }} LIMIT 1",
        {200, 504},
    ),
    "swelling regex": ("ASK { FILTER(REGEX('a', '((((a{1,100}){1,100}){1,100}){1,100}){1,100}')) }", {200, 504, 507}),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_bombs(name: str, server: Server) -> None:
    sparql, statuses = BOMBS[name]
    answer = server.post(sparql)
    assert answer.status in statuses, answer.text[:300]
    assert answer.seconds < 7


def test_slow_queries_delay_no_others(server: Server) -> None:
    with ThreadPoolExecutor(20) as pool:
        slow = [pool.submit(server.post, BOMB) for _ in range(10)]
        time.sleep(0.6)
        waits = [server.ask(ONE).seconds for _ in range(10)]
        healths = [server.send("GET", "/health").seconds for _ in range(10)]
        assert [future.result().status for future in slow] == [504] * 10
    assert sorted(waits)[5] < 0.5 and max(waits) < 3
    assert sorted(healths)[5] < 0.1 and max(healths) < 1


def test_more_slow_queries_than_there_is_room_for(server: Server) -> None:
    with ThreadPoolExecutor(41) as pool:
        slow = [pool.submit(server.post, BOMB) for _ in range(40)]
        time.sleep(1)
        assert server.send("GET", "/health").seconds < 2
        answers = [future.result() for future in slow]
    assert {answer.status for answer in answers} <= {503, 504}
    busy = [answer for answer in answers if answer.status == 503]
    assert all(answer.headers["retry-after"] == "5" for answer in busy)
    assert max(answer.seconds for answer in answers) < 15


def test_clients_that_leave_take_their_query_along(server: Server) -> None:
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", server.port)) as line:
            line.sendall(f"GET /sparql?query={quote(BOMB)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    time.sleep(1)
    assert server.ask(ONE).seconds < 1


PATHS = [
    "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/../../pyproject.toml", "/assets/..%2f..%2fpyproject.toml",
    "/assets/%2fetc%2fpasswd", "/downloads/../texts/source.txt", "/downloads/texts/source.txt", "/texts/source.txt",
    "/downloads/report.json", "/downloads/manifest.json", "/downloads/%2e%2e/manifest.json", "/downloads/texts%2fsource.txt",
    "/downloads/graph.ttl%00.html", "/id/../health", "/id/%00", "/id/%ff", "/id/project/%0d%0aX:%20y", "//etc/passwd",
    "/assets/", "/downloads/", "/id/", "/" + "a" * 20_000,
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_paths_that_climb(path: str, server: Server) -> None:
    said = server.raw(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    assert said.startswith((b"HTTP/1.1 404 ", b"HTTP/1.1 400 "))
    assert b"private" not in said and b"root:" not in said and b"[project]" not in said
    assert b"X: y" not in said


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("GET /health HTTP/1.1\r\nHost: evil.example\r\n", 421),
        ("GET /health HTTP/1.1\r\nHost: evil.example:7878\r\n", 421),
        ("GET /health HTTP/1.1\r\nHost: localhost.evil.example\r\n", 421),
        ("GET /health HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n", 421),
        ("GET /health HTTP/1.1\r\nHost: localhost@evil.example\r\n", 421),
        ("GET /health HTTP/1.1\r\nHost:\r\n", 421),
        ("GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n", 400),
        ("GET /health HTTP/1.1\r\n", 400),
        ("GET /health HTTP/1.0\r\n", 400),
        ("GET /health HTTP/1.1\r\nHost: LOCALHOST:1\r\n", 200),
        ("GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n", 200),
        ("GET /health HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n", 403),
        ("GET /health HTTP/1.1\r\nHost: localhost\r\nOrigin: null\r\n", 403),
        ("GET /health HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n", 200),
        ("OPTIONS /sparql HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n", 403),
        ("OPTIONS /sparql HTTP/1.1\r\nHost: localhost\r\n", 204),
        ("TRACE /sparql HTTP/1.1\r\nHost: localhost\r\n", 405),
        ("GET /health HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n", 200),
        ("NONSENSE\r\n", 400),
        ("GET / HTTP/9.9\r\n", 400),
        ("GET /health HTTP/1.1\r\nHost: localhost\r\nX: " + "y" * 100_000 + "\r\n", 431),
        ("GET /health HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n" * 20_000, 431),
        ("GET /sparql?query=" + "x" * 100_000 + " HTTP/1.1\r\nHost: localhost\r\n", 431),
        ("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400),
        ("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n", 400),
        ("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999\r\nContent-Type: " + QUERY + "\r\n", 413),
        ("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nContent-Length: 8\r\n", 400),
    ],
)
def test_hostile_heads(head: str, status: int, server: Server) -> None:
    closing = head if "Connection" in head or not head.startswith(("GET", "OPTIONS", "TRACE")) else head + "Connection: close\r\n"
    said = server.raw(closing.encode() + b"\r\n")
    assert said.split(b" ")[1:2] == [str(status).encode()], said[:300]
    assert b"access-control" not in said.lower()


def test_huge_bodies(server: Server) -> None:
    assert server.send("POST", "/sparql", b"x" * 60_000, Content_Type=QUERY).status == 413
    head = f"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: {QUERY}\r\nTransfer-Encoding: chunked\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        line.sendall(head.encode())
        sent = 0
        try:
            while sent < 200_000_000:
                line.sendall(b"10000\r\n" + b"x" * 65_536 + b"\r\n")
                sent += 65_536
        except OSError:
            pass
        assert sent < 50_000_000
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        line.sendall(head.encode() + b"20000\r\n" + b"x" * 0x20000)
        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


STARTS = [
    b"",
    b"GET /hea",
    b"GET /health HTTP/1.1\r\nHost: localhost\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n\r\nASK",
]


def drip(server: Server) -> bytes:
    """What a client gets that sends a header byte by byte."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=1) as line:
        line.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nX: ")
        for _ in range(25):
            try:
                line.sendall(b"y")
                return line.recv(100)
            except TimeoutError:
                continue
    return b"nothing in 25 seconds"


def test_clients_that_do_not_go_on(server: Server) -> None:
    began = time.monotonic()
    with ThreadPoolExecutor(5) as pool:
        dripping = pool.submit(drip, server)
        answers = list(pool.map(lambda start: server.raw(start, timeout=30), STARTS))
        answers.append(dripping.result())
    assert 8 < time.monotonic() - began < 16
    assert [answer.split(b" ")[1] for answer in answers] == [b"408"] * 5


def test_a_hundred_connections_that_say_nothing(server: Server) -> None:
    lines = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(100)]
    try:
        assert server.ask(ONE).seconds < 2
    finally:
        for line in lines:
            line.close()


def test_more_connections_than_there_is_room_for(server: Server) -> None:
    lines = [socket.create_connection(("127.0.0.1", server.port), timeout=5) for _ in range(300)]
    try:
        refused = lines[-1].recv(100)
        assert refused.startswith(b"HTTP/1.1 503 ")
    finally:
        for line in lines:
            line.close()
    time.sleep(0.5)


def test_hostile_parameters(server: Server) -> None:
    for value in ("\x00", "\U0010ffff", "'; DROP ALL; --", "%", "&&&", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")):
        assert server.ask(value).status == (403 if "DROP" in value else 400)
        fields = urlencode({"query": ONE, "timeout": value, "format": value, "callback": value, "base": value})
        assert server.send("GET", "/sparql?" + fields, Accept=JSON).status == 200


def test_the_log_says_nothing_of_what_was_asked(server: Server) -> None:
    server.ask("SELECT ?tellNobody WHERE { ?tellNobody a ig:Project }")
    server.ask("SELECT ?tellNobody WHERE {")
    server.post("SELECT ?tellNobody WHERE { SERVICE <http://127.0.0.1:1/> {} }")
    log = server.log.read_text()
    assert "GET /sparql 200" in log and "GET /sparql 400" in log and "POST /sparql 403" in log
    assert "tellNobody" not in log and "Traceback" not in log and "Warning" not in log


def test_other_sites_and_names_may_be_let_in(published: Path, tmp_path: Path) -> None:
    options = ("--allow-host", "Graph.example", "--allow-origin", "https://app.example")
    with running(published, tmp_path / "log", *options) as other:
        allowed = other.send("GET", "/health", Host="graph.example:443", Origin="https://app.example")
        assert allowed.status == 200
        assert allowed.headers["access-control-allow-origin"] == "https://app.example"
        assert "Origin" in allowed.headers["vary"]
        assert "access-control-allow-credentials" not in allowed.headers
        before = other.send("OPTIONS", "/sparql", Origin="https://app.example", Access_Control_Request_Method="POST")
        assert (before.status, "POST" in before.headers["access-control-allow-methods"]) == (204, True)
        assert other.send("GET", "/health", Origin="https://app.example.evil").status == 403
        assert other.send("GET", "/health", Host="other.example").status == 421
