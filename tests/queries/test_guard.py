"""Queries that reach out or write are refused; values of parameters cannot break out of their place."""
from __future__ import annotations

import pyoxigraph as ox
import pytest

from queries.guard import MAX_DEPTH, MAX_LENGTH, RefusedQueryError, bind_values, check_query
from queries.runner import Engine, QueryError, Table, Triples, Verdict, ask

REFUSED = [
    "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * WHERE { service SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * WHERE { SERVICE ?where { ?s ?p ?o } }",
    "SELECT * WHERE { ?s ?p 1SERVICE<http://127.0.0.1:9/>{} }",
    "SELECT * WHERE { ?s ?p trueSERVICE<http://127.0.0.1:9/>{} }",
    "SELECT * WHERE { ?s ?p 'x'SERVICE<http://127.0.0.1:9/>{} }",
    "PREFIX e: <http://e/> SELECT * WHERE { ?s ?p e:.SERVICE <http://127.0.0.1:9/> {} }",
    r"SELECT * WHERE { \u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "# \\u000A\nSELECT * WHERE {{ SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }}",
    "#\\u000ASELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * WHERE { { SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } }",
    "SELECT * FROM <http://127.0.0.1:9/x.ttl> WHERE { ?s ?p ?o }",
    "SELECT * FROM NAMED <file:///etc/hostname> WHERE { GRAPH ?g { ?s ?p ?o } }",
    "SELECT*FROM<file:///etc/hostname>{?s ?p ?o}",
    "DESCRIBE <http://e/> FROM <http://127.0.0.1:9/>",
    "ASK FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:9/x.ttl>",
    "LOAD SILENT <file:///etc/hostname> INTO GRAPH <http://e/>",
    "INSERT DATA { <http://e/a> <http://e/b> <http://e/c> }",
    "PREFIX e: <http://e/> DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "drop graph <http://e/>",
    "SELECT * WHERE { ?s ?p ?o FILTER(" + "!" * 200 + "true) }",
    "SELECT * WHERE " + "{" * (MAX_DEPTH + 1) + "}" * (MAX_DEPTH + 1),
    "SELECT * WHERE { ?s ?p ?o } #" + "x" * MAX_LENGTH,
]
TAKEN = [
    "SELECT * WHERE { ?from ?load ?service }",
    "SELECT * WHERE { ?s ?p 'SERVICE <http://127.0.0.1:9/> { }' }",
    'SELECT * WHERE { ?s ?p """ a " FROM <x> "" LOAD """ }',
    "SELECT * WHERE { ?s <http://e/SERVICE/from> ?o } # LOAD it FROM there",
    "PREFIX e: <http://e/> SELECT * WHERE { ?s e:service ?o ; e:x.from e:load-it }",
    "PREFIX service: <http://e/> SELECT * WHERE { ?s service:from ?o }",
    "SELECT * WHERE { ?s ?p ?a . ?s ?q ?b FILTER(?a<?b&&?b>?a) }",
    "SELECT (COUNT(*) AS ?insert) WHERE { ?delete ?drop 'clear'@en-load }",
]
HOSTILE = [
    'x" } SERVICE <http://127.0.0.1:9/> { ?s ?p "',
    "x' } ; DROP ALL #",
    "x\n} # \\u0022 }",
    '""" } UNION { ?s ?p ?o } #',
    "\\",
    "\\u0022 . ?s ?p ?o } #",
]


def test_counts() -> None:
    assert (len(REFUSED), len(TAKEN), len(HOSTILE)) == (25, 8, 6)


@pytest.mark.parametrize("sparql", REFUSED)
def test_refused(sparql: str, engines: dict[str, Engine]) -> None:
    for engine in engines.values():
        with pytest.raises(RefusedQueryError):
            engine.query(sparql, {})


@pytest.mark.parametrize("sparql", TAKEN)
def test_taken(sparql: str, engine: Engine) -> None:
    check_query(sparql)
    assert isinstance(engine.query(sparql, {}), Table)


@pytest.mark.parametrize("text", HOSTILE)
def test_values_stay_values(text: str, engines: dict[str, Engine]) -> None:
    sparql = "SELECT ?label (COUNT(*) AS ?n) WHERE { ?thing skos:prefLabel ?label } GROUP BY ?label"
    value = ox.Literal(text)
    for engine in engines.values():
        found = engine.query(sparql, {"label": value})
        assert isinstance(found, Table)
        assert all(row[found.columns.index("n")] in (None, ox.Literal(0)) for row in found.rows)
    written = bind_values("SELECT ?label WHERE { ?thing skos:prefLabel ?label }", {"label": [value]})
    found = engines["merged"].query(written, {})
    assert isinstance(found, Table)
    assert found.rows == ()


@pytest.mark.parametrize("iri", ["http://e/> } SERVICE <http://e/", "http://e/ x", "http://e/\n", "no iri", ""])
def test_iris_cannot_be_broken_open(iri: str) -> None:
    with pytest.raises(ValueError, match="IRI"):
        ox.NamedNode(iri)


def test_values_block_asks_the_same(engine: Engine) -> None:
    pattern = "?project a ig:Project ; ig:coversCountry ?country"
    sparql = f"SELECT DISTINCT ?project ?country WHERE {{ {pattern} }} ORDER BY ?project"
    italy = ox.NamedNode("https://w3id.org/integraph/id/country/IT")
    bound = engine.query(sparql, {"country": italy})
    written = engine.query(bind_values(sparql, {"country": [italy]}), {})
    assert bound == written
    assert isinstance(bound, Table)
    assert len(bound.rows) == 5


def test_values_block_needs_a_place() -> None:
    node = {"x": [ox.NamedNode("http://e/")]}
    with pytest.raises(RefusedQueryError, match="CONSTRUCT"):
        bind_values("CONSTRUCT { ?x ?p ?o } WHERE { ?x ?p ?o }", node)
    with pytest.raises(RefusedQueryError, match=r"no \{ … \} part"):
        bind_values("DESCRIBE <http://e/>", node)
    with pytest.raises(RefusedQueryError, match="blank node"):
        bind_values("SELECT * WHERE { ?x ?p ?o }", {"x": [ox.BlankNode()]})


def test_every_kind_of_answer(engines: dict[str, Engine]) -> None:
    construct = "CONSTRUCT { ?p ig:code ?n } WHERE { ?p a ig:Project ; skos:prefLabel ?n }"
    answers = [engine.query(construct, {}) for engine in engines.values()]
    assert answers[0] == answers[1] == answers[2]
    assert isinstance(answers[0], Triples)
    assert len(answers[0].triples) == 10
    for engine in engines.values():
        assert engine.query("ASK { ?p ig:follows ?q }", {}) == Verdict(True)
        assert engine.query("ASK { ?p ig:website ?q }", {}) == Verdict(False)


def test_plain_counting_is_right_on_a_merged_dataset(engine: Engine) -> None:
    amif = "<https://w3id.org/integraph/id/fund/amif>"
    found = engine.query(f"SELECT (COUNT(?p) AS ?n) WHERE {{ ?p ig:fundedBy {amif} }}", {})
    assert isinstance(found, Table)
    assert found.rows[0][0] == ox.Literal(2)


def test_faulty_queries_are_told(engines: dict[str, Engine]) -> None:
    for engine in engines.values():
        with pytest.raises(QueryError, match="cannot be answered"):
            engine.query("SELECT * WHERE { ?s ?p", {})
    with pytest.raises(QueryError, match="no column"):
        from queries.runner import keep_rows
        keep_rows(Table(("a",), ()), {"b": ox.Literal("x")})


def test_sparql_as_a_question(engine: Engine) -> None:
    found = ask(engine, "SELECT ?p WHERE { ?p a ig:Project } ORDER BY ?p")
    assert isinstance(found, Table)
    assert len(found.rows) == 8
