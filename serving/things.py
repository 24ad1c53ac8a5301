"""What is known of one thing: read from the pool for its page, or as an RDF document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

import pyoxigraph as ox

from ontology.namespaces import DCTERMS, ID, IG, RDF, SCHEME
from queries.answering import GRAPH_FORMATS, Reply, Request
from queries.evidence import Evidence, Sentence
from queries.guard import bind_values
from queries.naming import Labels
from queries.rows import Row
from queries.runner import Engine, Table
from queries.terms import Term

HOME = "https://w3id.org/integraph"
SUFFIXES = {
    ".html": "text/html",
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
    ".rdf": "application/rdf+xml",
    ".jsonld": "application/ld+json",
}
FORMATS = ("text/html", *GRAPH_FORMATS)
PAGE = 100
_MACHINERY = f"(<{RDF}subject>, <{RDF}predicate>, <{RDF}object>, <{DCTERMS}source>, <{RDF}type>, <{IG}generalises>)"
_OWN = "SELECT ?p ?o WHERE { ?thing ?p ?o } ORDER BY ?p STR(?o)"
_POINTING = f"WHERE {{ ?s ?p ?thing FILTER(?p NOT IN {_MACHINERY}) }}"
_COUNT = f"SELECT (COUNT(*) AS ?n) {_POINTING}"
_SOURCES = """SELECT DISTINCT ?source ?p ?name
WHERE { VALUES ?p { dcterms:title dcterms:identifier } ?source ?p ?name } ORDER BY ?source DESC(?p) ?name"""
_DOCUMENT = """CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ ?thing ?p ?o BIND(?thing AS ?s) }}
  UNION {{ ?thing ?any ?s . VALUES ?p {{ skos:prefLabel rdfs:label dcterms:title ig:acronym }} ?s ?p ?o }}
  UNION {{ ?s rdf:subject ?thing ; ?p ?o }}
  UNION {{ ?s ^oa:hasSelector/rdf:subject ?thing ; ?p ?o }}
  UNION {{ {incoming} }}
}}"""
_INCOMING = f"?s ?p ?thing FILTER(?p NOT IN {_MACHINERY}) BIND(?thing AS ?o)"
_LEFT_OUT = (
    "BIND(<{document}> AS ?s) BIND(rdfs:comment AS ?p) "
    'BIND("What points to this thing is left out here: it is too much for one document."@en AS ?o)'
)


@dataclass(frozen=True)
class Thing:
    """One thing: its facts, what is said about it and by whom, and one page of what points to it."""

    iri: str
    facts: tuple[tuple[Term, Term], ...]
    sentences: tuple[Sentence, ...]
    pointing: tuple[tuple[Term, Term], ...]
    pointing_in_all: int
    page: int
    labels: Labels
    sources: Mapping[str, str]


def iri_at(path: str) -> tuple[str, str]:
    """The IRI of the thing at a path, and the media type that a suffix asks for ("" without one)."""
    for suffix, media in SUFFIXES.items():
        if path.endswith(suffix):
            return HOME + path[: -len(suffix)], media
    return HOME + path, ""


def path_of(iri: str) -> str | None:
    """The path of a thing's page on this server; None for what is not ours."""
    if iri.startswith((ID, SCHEME)):
        return quote(iri[len(HOME) :], safe="/~-._")
    return None


def read_thing(engine: Engine, iri: str, page: int, language: str) -> Thing | None:
    """All that the page of a thing shows; None where nothing is known of it."""
    node = ox.NamedNode(iri)
    facts = [(row[0], row[1]) for row in _rows(engine, _OWN, node)]
    number = int(_value(_rows(engine, _COUNT, node)[0][0]))
    page = max(0, min(page, max(0, number - 1) // PAGE))
    turn = f"SELECT ?p ?s {_POINTING} ORDER BY ?p ?s LIMIT {PAGE} OFFSET {page * PAGE}"
    pointing = [(row[0], row[1]) for row in _rows(engine, turn, node)]
    if not facts and not number:
        return None
    sentences = tuple(dict.fromkeys(sentence for sentence, _ in Evidence(engine).about(node)))
    labels = Labels(engine, language)
    labels.read([node, *(term for pair in facts + pointing for term in pair)])
    labels.read([term for s in sentences for term in (s.predicate, s.object, s.source)])
    sources = _source_names(engine, sentences)
    return Thing(iri, _pairs(facts), sentences, _pairs(pointing), number, page, labels, sources)


def document_requests(iri: str, media: str, document: str) -> tuple[Request, Request]:
    """Two requests for a thing's RDF document: with what points to it, and where that is too much, without."""
    queries = (_DOCUMENT.format(incoming=part) for part in (_INCOMING, _LEFT_OUT.format(document=document)))
    whole, less = (Request(_named(query, ox.NamedNode(iri)), triples=media) for query in queries)
    return whole, less


def existence_request(iri: str) -> Request:
    """A request that asks whether anything is known of a thing."""
    return Request(_named("ASK { { ?thing ?p ?o } UNION { ?s ?p ?thing } }", ox.NamedNode(iri)))


def is_too_much(reply: Reply) -> bool:
    """Whether an answer was over a limit of size."""
    return reply.kind in ("too-many-rows", "too-large")


def _named(sparql: str, node: ox.NamedNode) -> str:
    """The query with an IRI in the place of `?thing`. The IRI writes itself, so that nothing in it can end it."""
    return sparql.replace("?thing", str(node))


def _rows(engine: Engine, sparql: str, node: ox.NamedNode) -> tuple[Row, ...]:
    found = engine.query(_named(sparql, node), {})
    return found.rows if isinstance(found, Table) else ()


def _source_names(engine: Engine, sentences: tuple[Sentence, ...]) -> dict[str, str]:
    """What the sources are called: their titles, else the names of their files."""
    terms = list(dict.fromkeys(sentence.source for sentence in sentences))
    found = engine.query(bind_values(_SOURCES, {"source": terms}), {}) if terms else None
    names: dict[str, str] = {}
    for source, _, name in found.rows if isinstance(found, Table) else ():
        names.setdefault(_value(source), _value(name))
    return names


def _pairs(rows: list[tuple[Term | None, Term | None]]) -> tuple[tuple[Term, Term], ...]:
    return tuple((one, two) for one, two in rows if one is not None and two is not None)


def _value(term: Term | None) -> str:
    return term.value if term is not None else ""
