"""Writes a dataset in one of the formats, to the bytes of its files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

import pyoxigraph as ox

from graph.export import networks, syntaxes, tables
from graph.export.alignment import aligned
from graph.export.description import DESCRIPTION, dataset_iri, describe, distributions
from graph.export.jsonld import jsonld
from graph.export.loading import Dataset, ExportError
from graph.export.nanopublications import nanopublications
from graph.output.serialisation import SerialisationError
from graph.terms import node
from ontology.namespaces import ID

ALIGNED = node(ID + "graph/aligned")
"""The named graph of what the alignments imply, in syntaxes that know named graphs."""


class Format(Enum):
    """What a dataset can be written as."""

    TURTLE = "turtle"
    TRIG = "trig"
    N_TRIPLES = "ntriples"
    N_QUADS = "nquads"
    JSON_LD = "jsonld"
    RDF_XML = "rdfxml"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    NANOPUB = "nanopub"


FILES = {
    Format.TURTLE: ("graph.ttl", "text/turtle"),
    Format.TRIG: ("graph.trig", "application/trig"),
    Format.N_TRIPLES: ("graph.nt", "application/n-triples"),
    Format.N_QUADS: ("graph.nq", "application/n-quads"),
    Format.JSON_LD: ("graph.jsonld", "application/ld+json"),
    Format.RDF_XML: ("graph.rdf", "application/rdf+xml"),
    Format.GRAPHML: ("graph.graphml", "application/graphml+xml"),
    Format.GEXF: ("graph.gexf", "application/gexf+xml"),
    Format.NANOPUB: ("nanopublications.trig", "application/trig"),
}
"""The file name and media type of each format that is one file; CSV is several."""
TABLE_MEDIA = {".csv": "text/csv", ".json": "application/csvm+json"}
DESCRIPTION_FILE = "void.ttl"


@dataclass(frozen=True, slots=True)
class Wish:
    """How to export: with the evidence (in syntaxes for triples), with other vocabularies' words, with more triples.

    `more` are further triples to write, such as what a reasoner concludes.
    """

    evidence: bool = False
    align: bool = False
    more: Sequence[ox.Triple] = ()


def export(dataset: Dataset, form: Format, wish: Wish | None = None) -> dict[str, bytes]:
    """The files of one format by name. Each says what the dataset is and under which licence it stands.

    Raises `ExportError` where the format cannot hold the dataset.
    """
    wish = wish or Wish()
    try:
        if form is Format.CSV:
            return tables.tables(dataset)
        return {FILES[form][0]: _WRITERS[form](dataset, wish)}
    except SerialisationError as error:
        raise ExportError(str(error)) from error


def export_all(dataset: Dataset, wish: Wish | None = None) -> dict[str, bytes]:
    """The files of all formats by name, and `void.ttl` that lists them."""
    files: dict[str, bytes] = {}
    for form in Format:
        files |= export(dataset, form, wish)
    media = dict(FILES.values()) | {
        name: TABLE_MEDIA["." + name.rsplit(".", 1)[-1]] for name in files if name.endswith((".csv", ".json"))
    }
    listed = distributions(dataset_iri(dataset.facts), [(name, media[name], len(data)) for name, data in files.items()])
    described = [*describe(dataset.facts, dataset.quads), *listed]
    return dict(sorted({**files, DESCRIPTION_FILE: syntaxes.turtle(described)}.items()))


def triples_of(dataset: Dataset, wish: Wish) -> list[ox.Triple]:
    """The triples that a syntax without named graphs holds."""
    found = {*dataset.facts, *wish.more, *describe(dataset.facts, dataset.quads)}
    if wish.evidence:
        found |= {quad.triple for quad in dataset.quads}
    if wish.align:
        found |= {*aligned([*dataset.facts, *wish.more], dataset.background)}
    return sorted(found, key=str)


def quads_of(dataset: Dataset, wish: Wish) -> list[ox.Quad]:
    """The quads that a syntax with named graphs holds: the sources' graphs, the description, what is implied."""
    found = set(dataset.quads)
    found |= {_in(triple, DESCRIPTION) for triple in describe(dataset.facts, dataset.quads)}
    implied = set(wish.more)
    if wish.align:
        implied |= {*aligned([*dataset.facts, *wish.more], dataset.background)}
    found |= {_in(triple, ALIGNED) for triple in implied}
    return sorted(found, key=str)


def _in(triple: ox.Triple, graph: ox.NamedNode) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _jsonld(dataset: Dataset, wish: Wish) -> bytes:
    """JSON-LD: with the evidence as named graphs, without it as plain things."""
    return jsonld(quads_of(dataset, wish) if wish.evidence else triples_of(dataset, wish))


def _nanopub(dataset: Dataset, wish: Wish) -> bytes:
    return syntaxes.trig(nanopublications(dataset))


_WRITERS: dict[Format, Callable[[Dataset, Wish], bytes]] = {
    Format.TURTLE: lambda dataset, wish: syntaxes.turtle(triples_of(dataset, wish)),
    Format.TRIG: lambda dataset, wish: syntaxes.trig(quads_of(dataset, wish)),
    Format.N_TRIPLES: lambda dataset, wish: syntaxes.n_triples(triples_of(dataset, wish)),
    Format.N_QUADS: lambda dataset, wish: syntaxes.n_quads(quads_of(dataset, wish)),
    Format.JSON_LD: _jsonld,
    Format.RDF_XML: lambda dataset, wish: syntaxes.rdf_xml(triples_of(dataset, wish)),
    Format.GRAPHML: lambda dataset, wish: networks.graphml(dataset),
    Format.GEXF: lambda dataset, wish: networks.gexf(dataset),
    Format.NANOPUB: _nanopub,
}
