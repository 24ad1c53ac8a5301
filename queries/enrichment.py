"""What others know about the things of a graph: asked for on request only, kept in a graph of its own with its source.

Only things that the vocabulary links to an authority are asked about. What comes back is somebody else's statement: it
never mixes with what the texts say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from ontology import vocabulary
from ontology.namespaces import DCTERMS, FOAF, ID, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, VOID
from queries.guard import bind_values
from queries.runner import Engine, QueryError, Table

ENRICHMENT_FILE = "enrichment.trig"
BATCH = 50
_LINKS = frozenset({OWL + "sameAs", SKOS + "exactMatch"})


@dataclass(frozen=True, slots=True)
class Authority:
    """Who is asked: where, about which identifiers, and what. `asks` gives for each of its properties ours."""

    name: str
    endpoint: str
    identifiers: str
    licence: str
    asks: Mapping[str, str]


WIKIDATA = Authority(
    "wikidata",
    "https://query.wikidata.org/sparql",
    "http://www.wikidata.org/entity/",
    "https://creativecommons.org/publicdomain/zero/1.0/",
    {
        RDFS + "label": SKOS + "prefLabel",
        SKOS + "altLabel": SKOS + "altLabel",
        "http://www.wikidata.org/prop/direct/P856": FOAF + "homepage",
        "http://www.wikidata.org/prop/direct/P571": SCHEMA + "foundingDate",
        "http://www.wikidata.org/prop/direct/P17": SCHEMA + "location",
    },
)
EU = Authority(
    "eu",
    "https://publications.europa.eu/webapi/rdf/sparql",
    "http://publications.europa.eu/resource/authority/",
    "https://creativecommons.org/licenses/by/4.0/",
    {
        SKOS + "prefLabel": SKOS + "prefLabel",
        SKOS + "altLabel": SKOS + "altLabel",
        DCTERMS + "identifier": DCTERMS + "identifier",
        SKOS + "broader": SKOS + "broader",
    },
)
AUTHORITIES = {authority.name: authority for authority in (WIKIDATA, EU)}


def known_elsewhere(things: Iterable[str], authority: Authority) -> dict[str, tuple[str, ...]]:
    """Of some things (IRIs), those that the vocabulary links to an authority, with their identifiers there."""
    found = {}
    for iri in sorted(set(things)):
        linked = {
            value.value
            for predicate, value in vocabulary.describe(iri)
            if predicate in _LINKS and isinstance(value, ox.NamedNode) and value.value.startswith(authority.identifiers)
        }
        if linked:
            found[iri] = tuple(sorted(linked))
    return found


def enrich(
    things: Mapping[str, Sequence[str]], authority: Authority, engine: Engine, *, retrieved: str = ""
) -> list[ox.Quad]:
    """What the authority says about the identifiers of `things`, as one named graph, sorted.

    `retrieved` is the day on which it was asked (ISO date), for the record; nothing here reads the clock.
    Raises `QueryError` where the endpoint does not answer as asked.
    """
    graph = ox.NamedNode(f"{ID}graph/enrichment/{authority.name}")
    found = {ox.Quad(*triple, graph) for triple in _told(things, authority, engine)}
    for iri, identifiers in things.items():
        for identifier in identifiers:
            found.add(ox.Quad(ox.NamedNode(iri), ox.NamedNode(SKOS + "exactMatch"), ox.NamedNode(identifier), graph))
    return sorted(found | _provenance(graph, authority, retrieved), key=str)


Triple = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


def _told(things: Mapping[str, Sequence[str]], authority: Authority, engine: Engine) -> Iterator[Triple]:
    """The answers, batch by batch; what was not asked about is not taken."""
    wanted = sorted({identifier for identifiers in things.values() for identifier in identifiers})
    for first in range(0, len(wanted), BATCH):
        batch = wanted[first : first + BATCH]
        answer = engine.query(_question(batch, authority), {})
        if not isinstance(answer, Table) or answer.columns != ("thing", "property", "value"):
            raise QueryError(f"{authority.endpoint} gave another answer than was asked for. Is it a SPARQL endpoint?")
        for thing, predicate, value in answer.rows:
            if not isinstance(thing, ox.NamedNode) or thing.value not in batch:
                continue
            ours = authority.asks.get(predicate.value) if isinstance(predicate, ox.NamedNode) else None
            if ours and isinstance(value, ox.NamedNode | ox.Literal):
                yield thing, ox.NamedNode(ours), value


def _question(batch: Sequence[str], authority: Authority) -> str:
    """A SELECT with the things and properties as bound values."""
    return bind_values(
        "SELECT DISTINCT ?thing ?property ?value WHERE { ?thing ?property ?value }",
        {
            "thing": [ox.NamedNode(iri) for iri in batch],
            "property": [ox.NamedNode(iri) for iri in authority.asks],
        },
    )


def _provenance(graph: ox.NamedNode, authority: Authority, retrieved: str) -> set[ox.Quad]:
    """Where the graph comes from, under which licence, and when it was asked for."""
    pairs: list[tuple[str, ox.NamedNode | ox.Literal]] = [
        (RDF + "type", ox.NamedNode(PROV + "Entity")),
        (PROV + "wasDerivedFrom", ox.NamedNode(authority.endpoint)),
        (VOID + "sparqlEndpoint", ox.NamedNode(authority.endpoint)),
        (DCTERMS + "license", ox.NamedNode(authority.licence)),
    ]
    if retrieved:
        day = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
        pairs.append((PROV + "generatedAtTime", ox.Literal(retrieved, datatype=day)))
    return {ox.Quad(graph, ox.NamedNode(predicate), value, graph) for predicate, value in pairs}
