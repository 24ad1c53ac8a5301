"""The SPARQL 1.1 Protocol, as clients speak it."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest

from ontology.namespaces import PREFIXES
from tests.serving.serving_client import JSON, ONE, Server

TABLE = "SELECT ?project ?label WHERE { ?project a ig:Project ; skos:prefLabel ?label } ORDER BY ?project ?label"
TRIPLES = "CONSTRUCT { ?p ig:fundedBy ?f } WHERE { ?p ig:fundedBy ?f }"
FORM = "application/x-www-form-urlencoded"


def expected(store: ox.Store) -> list[tuple[str, str]]:
    found = store.query(TABLE, prefixes=dict(PREFIXES))
    assert isinstance(found, ox.QuerySolutions)
    return [(row["project"].value, row["label"].value) for row in found]


@pytest.mark.parametrize("media", [JSON, "application/sparql-results+xml", "text/tab-separated-values"])
def test_tables_in_every_format_hold_the_same(media: str, server: Server, store: ox.Store) -> None:
    answer = server.ask(TABLE, media)
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(media)
    assert answer.headers["vary"] == "Accept"
    found = ox.parse_query_results(answer.body, format=ox.QueryResultsFormat.from_media_type(media))
    assert isinstance(found, ox.QuerySolutions)
    assert [(row["project"].value, row["label"].value) for row in found] == expected(store)
    assert len(expected(store)) > 5


def test_csv(server: Server, store: ox.Store) -> None:
    answer = server.ask(TABLE, "text/csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.text, newline="")))
    assert rows[0] == ["project", "label"]
    assert [tuple(row) for row in rows[1:]] == expected(store)


@pytest.mark.parametrize("media", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"])
def test_triples_in_every_format_hold_the_same(media: str, server: Server, store: ox.Store) -> None:
    answer = server.ask(TRIPLES, media)
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(media)
    kind = ox.RdfFormat.JSON_LD if media.endswith("ld+json") else ox.RdfFormat.from_media_type(media)
    assert kind
    found = {quad.triple for quad in ox.parse(answer.body, format=kind)}
    wanted = store.query(TRIPLES, prefixes=dict(PREFIXES))
    assert isinstance(wanted, ox.QueryTriples)
    assert found == set(wanted) and found


@pytest.mark.parametrize("sparql", [TABLE, TRIPLES])
def test_the_same_query_gives_the_same_bytes(sparql: str, server: Server) -> None:
    assert len({server.ask(sparql, "*/*").body for _ in range(4)}) == 1


def test_ask(server: Server) -> None:
    assert json.loads(server.ask("ASK { ?p ig:follows ?q }").body)["boolean"] is True
    assert json.loads(server.ask("ASK { ?p ig:website ?q }").body)["boolean"] is False
    assert b"<boolean>true</boolean>" in server.ask("ASK {}", "application/sparql-results+xml").body
    assert server.ask("ASK {}", "text/csv").body == b"true\n"


def test_the_ways_to_send_a_query(server: Server) -> None:
    wanted = server.ask(TABLE).body
    assert server.post(TABLE).body == wanted
    assert server.send("POST", "/sparql", urlencode({"query": TABLE}), Content_Type=FORM, Accept=JSON).body == wanted
    typed = "application/sparql-query; charset=UTF-8"
    assert server.send("POST", "/sparql", TABLE, Content_Type=typed, Accept=JSON).body == wanted
    head = server.send("HEAD", "/sparql?query=" + quote(TABLE), Accept=JSON)
    assert (head.status, head.body, int(head.headers["content-length"])) == (200, b"", len(wanted))


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("*/*", JSON),
        ("application/json", JSON),
        ("text/*;q=0.5", "text/csv"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/sparql-results+xml"),
        ("text/turtle, text/tab-separated-values;q=0.2", "text/tab-separated-values"),
        ("text/csv;q=0.4, application/sparql-results+json;q=0.3", "text/csv"),
        ("text/csv;q=0, */*;q=0.1", JSON),
    ],
)
def test_the_client_chooses(accept: str, given: str, server: Server) -> None:
    assert server.ask(TABLE, accept).headers["content-type"].partition(";")[0] == given


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "text/csv;q=0", "nonsense", "*/*;q=0"])
def test_what_cannot_be_had_is_said(accept: str, server: Server) -> None:
    answer = server.ask(TABLE, accept)
    assert answer.status == 406
    assert "text/csv" in answer.text
    assert server.ask(TRIPLES, "text/csv").status == 406


def test_graphs_can_be_chosen(server: Server, store: ox.Store) -> None:
    source = sorted(store.named_graphs(), key=str)[0]
    assert isinstance(source, ox.NamedNode)
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"

    def counted(**fields: str) -> int:
        return int(server.ask(count, **fields).rows()[0]["n"]["value"])

    own = len(list(store.quads_for_pattern(None, None, None, source)))
    assert 0 < own < counted()
    assert counted(**{"default-graph-uri": source.value}) == own
    assert counted(**{"default-graph-uri": "http://example.org/none"}) == 0
    assert counted(**{"named-graph-uri": source.value}) == 0
    inside = server.ask("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }", **{"named-graph-uri": source.value})
    assert [row["g"]["value"] for row in inside.rows()] == [source.value]


def test_each_fact_counts_once(server: Server) -> None:
    amif = "<https://w3id.org/integraph/id/fund/amif>"
    found = server.ask(f"SELECT (COUNT(?p) AS ?n) WHERE {{ ?p ig:fundedBy {amif} }}")
    assert found.rows()[0]["n"]["value"] == "2"


def test_too_many_rows_are_an_error_and_no_cut(server: Server) -> None:
    numbers = " ".join(f"({n})" for n in range(101))
    table = f"SELECT * WHERE {{ VALUES (?a) {{ {numbers} }} VALUES (?b) {{ {numbers} }} }} LIMIT "
    for media in (JSON, "application/sparql-results+xml", "text/csv", "text/tab-separated-values"):
        assert server.post(table + "10000", media).status == 200
        answer = server.post(table + "10001", media)
        assert (answer.status, "more than 10000 rows" in answer.text) == (422, True)
    many = f"CONSTRUCT {{ ?s ?a ?b }} WHERE {{ {{ SELECT (IRI(CONCAT('http://e/', STR(?x))) AS ?a) (?y AS ?b) {{ VALUES (?x) {{ {numbers} }} VALUES (?y) {{ {numbers} }} }} }} BIND(ig:Project AS ?s) }}"
    assert server.post(many, "text/turtle").status == 422


def test_a_large_answer_is_an_error_and_no_cut(server: Server) -> None:
    answer = server.post("SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    assert (answer.status, "larger than 10 MB" in answer.text) == (422, True)


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("GET", "/sparql?query=", {}, None, 400),
        ("GET", "/sparql?query=SELECT", {}, None, 400),
        ("GET", "/sparql?query=%FF", {}, None, 400),
        ("GET", "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", {}, None, 400),
        ("GET", "/sparql?query=ASK%20%7B%7D&default-graph-uri=no%20iri", {}, None, 400),
        ("GET", "/sparql?query=ASK%20%7B%7D" + "&default-graph-uri=http://e/" * 60, {}, None, 400),
        ("GET", "/sparql?" + "&x=y" * 200, {}, None, 400),
        ("POST", "/sparql", {"Content-Type": FORM}, "", 400),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"\xff", 400),
        ("POST", "/sparql", {"Content-Type": "application/sparql-query; charset=latin-1"}, "ASK {}", 415),
        ("POST", "/sparql", {"Content-Type": "text/plain"}, "ASK {}", 415),
        ("POST", "/sparql", {}, "ASK {}", 415),
        ("POST", "/health", {}, "", 405),
        ("GET", "/nowhere", {}, None, 404),
    ],
)
def test_faulty_requests(
    method: str, path: str, headers: dict[str, str], body: str | bytes | None, status: int, server: Server
) -> None:
    answer = server.send(method, path, body, **headers)
    assert answer.status == status
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.strip()


def test_strict_headers(server: Server) -> None:
    for path in ("/health", "/nowhere", "/sparql?query=" + quote(ONE), "/sparql?query=x"):
        headers = server.send("GET", path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers


def test_curl_is_understood(server: Server, store: ox.Store) -> None:
    """A client that is not ours."""
    import subprocess

    url = f"http://127.0.0.1:{server.port}/sparql"
    command = ["curl", "--silent", "--fail", "--header", "Accept: text/csv", "--data-urlencode", f"query={TABLE}", url]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout
    assert len(said.splitlines()) == len(expected(store)) + 1


def test_sparqlwrapper_is_understood(server: Server, store: ox.Store) -> None:
    from queries.remote import RemoteEngine
    from queries.runner import Table

    found = RemoteEngine(f"http://127.0.0.1:{server.port}/sparql").query(TABLE, {})
    assert isinstance(found, Table)
    assert len(found.rows) == len(expected(store))


def test_rasqal_is_understood(server: Server, store: ox.Store) -> None:
    """Another foreign client, with parsers of its own."""
    import subprocess

    command = ["roqet", "-q", "-r", "csv", "-p", f"http://127.0.0.1:{server.port}/sparql", "-e"]
    prefixes = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("ig", "skos"))
    said = subprocess.run([*command, prefixes + TABLE], capture_output=True, text=True, timeout=60)
    assert said.returncode == 0, said.stderr
    rows = list(csv.reader(io.StringIO(said.stdout)))
    assert len(rows) == len(expected(store)) + 1
