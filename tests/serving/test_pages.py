"""The pages for people and the documents for programs, as they come over the wire."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from ontology.namespaces import ID, RDF, SHACL, VOID
from queries.catalogue import list_questions
from tests.serving.conftest import publish
from tests.serving.serving_client import Server, running

IG = "https://w3id.org/integraph/ontology#"
LANTERN = ID + "project/lantern"
HOSTILE = "</title><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"


def path_to(iri: str) -> str:
    return quote(iri.removeprefix("https://w3id.org/integraph"))


def test_a_thing_as_a_page(server: Server) -> None:
    answer = server.send("GET", path_to(LANTERN), Accept="text/html,*/*;q=0.1")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<h1>Lantern</h1>" in answer.text
    assert 'href="/id/fund/amif"' in answer.text
    assert "<blockquote><p>" in answer.text and "certainty 0." in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_what_is_denied_stands_apart(server: Server, store: ox.Store) -> None:
    sparql = f"SELECT ?s ?quote {{ ?x <{IG}modality> 'negated' ; <{RDF}subject> ?s ; <http://www.w3.org/ns/oa#hasSelector>/<http://www.w3.org/ns/oa#exact> ?quote }} ORDER BY ?s LIMIT 1"
    found = store.query(sparql)
    assert isinstance(found, ox.QuerySolutions)
    denied = next(found)
    text = server.send("GET", path_to(denied["s"].value), Accept="text/html").text
    facts, _, after = text.partition("What a source denies")
    from html import escape

    assert escape(denied["quote"].value) in after
    assert "negated" not in facts


@pytest.mark.parametrize(
    ("accept", "suffix", "kind"),
    [
        ("text/turtle", "", ox.RdfFormat.TURTLE),
        ("application/n-triples", "", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", "", ox.RdfFormat.RDF_XML),
        ("application/ld+json", "", ox.RdfFormat.JSON_LD),
        ("text/html", ".ttl", ox.RdfFormat.TURTLE),
        ("*/*", ".jsonld", ox.RdfFormat.JSON_LD),
    ],
)
def test_a_thing_as_data(accept: str, suffix: str, kind: ox.RdfFormat, server: Server, store: ox.Store) -> None:
    answer = server.send("GET", path_to(LANTERN) + suffix, Accept=accept)
    assert answer.status == 200 and answer.headers["vary"] == "Accept"
    found = {quad.triple for quad in ox.parse(answer.body, format=kind)}
    own = {quad.triple for quad in store.quads_for_pattern(ox.NamedNode(LANTERN), None, None, ox.DefaultGraph())}
    assert own and own <= found
    quotes = {t.object.value for t in found if t.predicate.value.endswith("#exact")}  # type: ignore[union-attr]
    assert quotes
    assert any(t.object == ox.NamedNode(LANTERN) for t in found)


def test_every_thing_has_its_page(server: Server, store: ox.Store) -> None:
    """Also those whose names are in other scripts."""
    things = {quad.subject.value for quad in store.quads_for_pattern(None, ox.NamedNode(RDF + "type"), None) if isinstance(quad.subject, ox.NamedNode)}
    main = sorted(iri for iri in things if "/statement/" not in iri)
    assert len(main) > 30 and any(not iri.isascii() for iri in main)
    for iri in main:
        assert server.send("GET", path_to(iri), Accept="text/html").status == 200, iri
        assert server.send("GET", path_to(iri), Accept="text/turtle").status == 200, iri


@pytest.mark.parametrize("accept", ["text/html", "text/turtle"])
@pytest.mark.parametrize("path", ["/id/project/nobody-knows-it", "/id/", "/scheme/group/", "/id/a%20b", "/id/%3E%7D%20%23", "/id/project/lantern?page=x", "/id/project/lantern.xyz"])
def test_unknown_things(path: str, accept: str, server: Server) -> None:
    assert server.send("GET", path, Accept=accept).status == (200 if "?" in path else 404)


def test_formats_that_a_thing_does_not_have(server: Server) -> None:
    assert server.send("GET", path_to(LANTERN), Accept="image/png").status == 406


def test_long_lists_come_in_pages(own_output: Path, tmp_path: Path) -> None:
    link = f"<https://e.example/p{{0}}> <{IG}coversCountry> <{ID}country/XX> ."
    lines = "\n".join(link.format(n) for n in range(11_000))
    publish(own_output, f"<https://e.example/g> {{ <{ID}country/XX> <{IG}isoCode> 'XX' .\n{lines} }}".encode())
    with running(own_output, tmp_path / "log") as server:
        first = server.send("GET", "/id/country/XX", Accept="text/html").text
        assert "1 to 100 of 11000" in first and 'href="?page=1"' in first
        last = server.send("GET", "/id/country/XX?page=109", Accept="text/html").text
        assert "10901 to 11000 of 11000" in last and "page=110" not in last
        assert "10901 to 11000 of 11000" in server.send("GET", "/id/country/XX?page=99999999", Accept="text/html").text
        data = server.send("GET", "/id/country/XX", Accept="text/turtle")
        assert data.status == 200 and "left out here" in data.text and "coversCountry" not in data.text


def test_downloads(server: Server, published: Path) -> None:
    for name in ("graph.ttl", "graph.trig", "vocabulary.ttl", "graph.html"):
        answer = server.send("GET", f"/downloads/{name}")
        assert answer.status == 200
        assert answer.body == (published / name).read_bytes()
        again = server.send("GET", f"/downloads/{name}", If_None_Match=answer.headers["etag"])
        assert (again.status, again.body) == (304, b"")
        assert server.send("HEAD", f"/downloads/{name}").headers["content-length"] == str(len(answer.body))


def test_void(server: Server, store: ox.Store) -> None:
    base = f"http://127.0.0.1:{server.port}"
    answer = server.send("GET", "/.well-known/void", Accept="text/turtle")
    graph = ox.Store()
    graph.load(answer.body, format=ox.RdfFormat.TURTLE)

    def one(predicate: str, subject: str = f"{base}/.well-known/void#dataset") -> str:
        found = [quad.object for quad in graph.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)]
        assert len(found) == 1
        return str(found[0].value)  # type: ignore[union-attr]

    assert int(one(VOID + "triples")) == len(list(store.quads_for_pattern(None, None, None, ox.DefaultGraph())))
    assert one(VOID + "sparqlEndpoint") == f"{base}/sparql"
    sparql = f"SELECT ?n {{ ?part <{VOID}class> <{IG}Project> ; <{VOID}entities> ?n }}"
    counted = graph.query(sparql)
    assert isinstance(counted, ox.QuerySolutions)
    project = (None, ox.NamedNode(RDF + "type"), ox.NamedNode(IG + "Project"), ox.DefaultGraph())
    projects = list(store.quads_for_pattern(*project))
    assert [int(row["n"].value) for row in counted] == [len(projects)]
    dumps = [quad.object.value for quad in graph.quads_for_pattern(None, ox.NamedNode(VOID + "dataDump"), None)]  # type: ignore[union-attr]
    assert len(dumps) == 3 and all(server.send("HEAD", dump.removeprefix(base)).status == 200 for dump in dumps)
    assert server.send("GET", "/.well-known/void", Accept="image/png").status == 406


def test_the_service_describes_itself(server: Server) -> None:
    answer = server.send("GET", "/sparql", Accept="application/n-triples")
    assert answer.status == 200
    triples = {quad.triple for quad in ox.parse(answer.body, format=ox.RdfFormat.N_TRIPLES)}
    service = ox.NamedNode(f"http://127.0.0.1:{server.port}/sparql")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert ox.Triple(service, ox.NamedNode(RDF + "type"), ox.NamedNode(sd + "Service")) in triples
    assert ox.Triple(service, ox.NamedNode(sd + "endpoint"), service) in triples
    assert sum(t.predicate.value == SHACL + "select" for t in triples) == len(list_questions())
    assert server.send("GET", "/sparql").headers["content-type"] == "text/turtle; charset=utf-8"
    browser = server.send("GET", "/sparql", Accept="text/html,*/*;q=0.8")
    assert (browser.status, browser.headers["location"]) == (303, "/editor")


def test_the_examples_of_the_editor_work(server: Server) -> None:
    data = json.loads(server.send("GET", "/editor.json").body)
    assert len(data["questions"]) == len(list_questions())
    for question in data["questions"]:
        assert server.ask(question["sparql"]).status == 200, question["name"]


def test_addresses_behind_a_proxy(published: Path, tmp_path: Path) -> None:
    options = ("--address", "https://graph.example/kg/", "--allow-host", "graph.example")
    with running(published, tmp_path / "log", *options) as server:
        text = server.send("GET", "/.well-known/void", Host="graph.example").text
        assert "<https://graph.example/kg/sparql>" in text and "127.0.0.1" not in text


def test_hostile_names_stay_text(own_output: Path, tmp_path: Path) -> None:
    label, bad = ox.Literal(HOSTILE), "javascript:alert(1)"
    trig = f"""<https://e.example/g> {{
      <{ID}project/x> a <{IG}Project> ; <http://www.w3.org/2004/02/skos/core#prefLabel> {label} ;
        <{IG}website> "{bad}" , "https://e.example/\\"onmouseover=alert(1)" ; <{IG}fundedBy> <{bad}> .
    }}"""
    publish(own_output, trig.encode())
    with running(own_output, tmp_path / "log") as server:
        text = server.send("GET", "/id/project/x", Accept="text/html").text
        assert "<script" not in text and "<img" not in text and 'href="javascript' not in text
        assert "&lt;script&gt;alert(1)" in text
        assert '"onmouseover' not in text
