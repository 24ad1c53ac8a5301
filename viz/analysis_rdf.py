"""The measures of a network as RDF, in a graph of their own."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import networkx as nx
from pyoxigraph import Literal, NamedNode, Quad

from ontology.namespaces import ID, IG, RDF, SKOS, XSD
from viz.analysis import Analysis, Standing

#: The named graph that holds them.
GRAPH = "https://w3id.org/integraph/graph/analysis"

_TYPE, _LABEL = NamedNode(RDF + "type"), NamedNode(SKOS + "prefLabel")


def quads(analysis: Analysis, network: nx.MultiDiGraph[str]) -> Iterator[Quad]:
    """All measures as quads of `GRAPH`; `network` is the one that was measured (its labels name the communities)."""
    graph = NamedNode(GRAPH)

    def quad(subject: str, predicate: str, value: NamedNode | Literal) -> Quad:
        return Quad(NamedNode(subject), NamedNode(IG + predicate), value, graph)

    for name, standing in analysis.standings.items():
        for predicate, value in _measures(standing):
            yield quad(name, predicate, value)
    for community in analysis.communities:
        iri = _iri("community", *sorted(community.members))
        yield Quad(NamedNode(iri), _TYPE, NamedNode(IG + "Community"), graph)
        title = " · ".join(name_of(network, member) for member in community.named_by)
        yield Quad(NamedNode(iri), _LABEL, Literal(title), graph)
        for member in community.named_by:
            yield quad(iri, "namedAfter", NamedNode(member))
        for member in community.members:
            yield quad(member, "inCommunity", NamedNode(iri))
    for tie in analysis.ties:
        iri = _iri("tie", tie.kind, tie.one, tie.other)
        yield Quad(NamedNode(iri), _TYPE, NamedNode(IG + "Tie"), graph)
        yield quad(iri, "tieKind", Literal(tie.kind))
        yield quad(iri, "tieStrength", _integer(len(tie.projects)))
        for end in (tie.one, tie.other):
            yield quad(iri, "tieBetween", NamedNode(end))
        for project in tie.projects:
            yield quad(iri, "meetsIn", NamedNode(project))


def name_of(network: nx.MultiDiGraph[str], thing: str) -> str:
    """A thing's acronym, else its name in English, without language, or in the first language that there is."""
    node = network.nodes[thing]
    if node["acronyms"]:
        return str(node["acronyms"][0])
    labels = node["labels"]
    names = labels.get("en") or labels.get("") or labels[min(labels)]
    return str(names[0])


def _measures(standing: Standing) -> Iterator[tuple[str, Literal]]:
    yield "degree", _integer(standing.degree)
    yield "betweenness", Literal(f"{standing.betweenness:.6f}", datatype=NamedNode(XSD + "decimal"))
    if standing.countries:
        yield "brokersCountries", _integer(standing.countries)
    if standing.themes:
        yield "brokersThemes", _integer(standing.themes)


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(XSD + "integer"))


def _iri(kind: str, *parts: str) -> str:
    """An IRI that follows from what the thing is made of."""
    return f"{ID}{kind}/{sha256(chr(0).join(parts).encode('utf-8')).hexdigest()[:16]}"
