"""Says what a dataset is, in the words that catalogues read: VoID, DCAT, Dublin Core and its licence.

The dataset's IRI is made of its content: the same facts have the same IRI, other facts another one. There is no blank
node and no date of making, so that the same build is described by the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from graph.terms import digest, node, text, typed
from ontology.namespaces import DCAT, DCTERMS, FOAF, ID, IG, ONTOLOGY, PROV, RDF, SKOS, VOID

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
RIGHTS = (
    "The facts and labels of this dataset are under CC BY 4.0. The quotes are short excerpts that prove the facts; "
    "they belong to whoever holds the rights in their sources."
)
TITLE = "integraph: a knowledge graph of projects on migration and integration"
SUMMARY = "Who funds and carries out projects on migration and integration, where, for whom and about what."
DESCRIPTION = node(ID + "graph/description")
_VOCABULARIES = (IG, SKOS, DCTERMS, PROV, FOAF)
_TYPE = node(RDF + "type")
_EXAMPLES = ("Project", "Fund", "Organisation")


def dataset_iri(facts: Iterable[ox.Triple]) -> ox.NamedNode:
    """The IRI of the dataset that holds these facts, whatever their order."""
    return node(f"{ID}dataset/{digest(*sorted(map(str, set(facts))))[:16]}")


def describe(facts: Sequence[ox.Triple], quads: Sequence[ox.Quad] = ()) -> list[ox.Triple]:
    """The description of a dataset, sorted.

    `facts` are its merged triples; `quads` the same with the evidence, of which the sources and languages are told.
    Counts are those of `facts`, without the description itself.
    """
    unique = set(facts)
    dataset = dataset_iri(unique)
    found = {
        *_what_it_is(dataset),
        *_statistics(dataset, unique),
        *_sources(dataset, quads),
        *_examples(dataset, unique),
    }
    return sorted(found, key=str)


def distributions(dataset: ox.NamedNode, files: Iterable[tuple[str, str, int]]) -> list[ox.Triple]:
    """DCAT distributions of a dataset for (file name, media type, bytes) of each file, sorted.

    Files are named relative to the description: `<dataset>/file/<name>` is the distribution's IRI.
    """
    found = []
    for name, media, size in files:
        item = node(f"{dataset.value}/file/{name}")
        found += [
            ox.Triple(dataset, node(DCAT + "distribution"), item),
            ox.Triple(item, _TYPE, node(DCAT + "Distribution")),
            ox.Triple(item, node(DCTERMS + "title"), text(name)),
            ox.Triple(item, node(DCTERMS + "license"), node(LICENCE)),
            ox.Triple(item, node(DCAT + "mediaType"), node(f"https://www.iana.org/assignments/media-types/{media}")),
            ox.Triple(item, node(DCAT + "byteSize"), typed(str(size), "nonNegativeInteger")),
        ]
    return sorted(found, key=str)


def _what_it_is(dataset: ox.NamedNode) -> Iterable[ox.Triple]:
    pairs: list[tuple[str, ox.NamedNode | ox.Literal]] = [
        (RDF + "type", node(VOID + "Dataset")),
        (RDF + "type", node(DCAT + "Dataset")),
        (DCTERMS + "title", text(TITLE, "en")),
        (DCTERMS + "description", text(SUMMARY, "en")),
        (DCTERMS + "license", node(LICENCE)),
        (DCTERMS + "rights", text(RIGHTS, "en")),
        (DCTERMS + "creator", node("https://w3id.org/integraph")),
        (DCTERMS + "conformsTo", node(ONTOLOGY)),
        (DCTERMS + "identifier", text(dataset.value.rsplit("/", 1)[-1])),
        (VOID + "uriSpace", text(ID)),
        *((VOID + "vocabulary", node(name)) for name in _VOCABULARIES),
    ]
    return (ox.Triple(dataset, node(predicate), value) for predicate, value in pairs)


def _statistics(dataset: ox.NamedNode, facts: set[ox.Triple]) -> Iterable[ox.Triple]:
    """How many triples, things, classes and properties; and of each class and property how many."""
    properties = Counter(fact.predicate.value for fact in facts)
    classes = Counter(
        fact.object.value for fact in facts if fact.predicate == _TYPE and isinstance(fact.object, ox.NamedNode)
    )
    yield from _counts(
        dataset,
        triples=len(facts),
        entities=sum(classes.values()),
        classes=len(classes),
        properties=len(properties),
        distinctSubjects=len({fact.subject for fact in facts}),
        distinctObjects=len({fact.object for fact in facts}),
    )
    for kind, names, size in (("class", classes, "entities"), ("property", properties, "triples")):
        for name, number in names.items():
            part = node(f"{dataset.value}/{kind}/{digest(name)[:8]}")
            yield ox.Triple(dataset, node(f"{VOID}{kind}Partition"), part)
            yield ox.Triple(part, node(VOID + kind), node(name))
            yield from _counts(part, **{size: number})


def _counts(item: ox.NamedNode, **numbers: int) -> Iterable[ox.Triple]:
    return (ox.Triple(item, node(VOID + name), typed(str(number), "integer")) for name, number in numbers.items())


def _sources(dataset: ox.NamedNode, quads: Sequence[ox.Quad]) -> Iterable[ox.Triple]:
    """What it was made from, and the languages of that."""
    source = node(IG + "Source")
    sources = {quad.subject for quad in quads if quad.predicate == _TYPE and quad.object == source}
    for iri in sources:
        if isinstance(iri, ox.NamedNode):
            yield ox.Triple(dataset, node(DCTERMS + "source"), iri)
    for quad in quads:
        if quad.predicate.value == DCTERMS + "language" and quad.subject in sources:
            yield ox.Triple(dataset, node(DCTERMS + "language"), quad.object)


def _examples(dataset: ox.NamedNode, facts: set[ox.Triple]) -> Iterable[ox.Triple]:
    """One thing of each main class: the first by IRI."""
    for name in _EXAMPLES:
        found = [fact.subject for fact in facts if fact.predicate == _TYPE and fact.object == node(IG + name)]
        if found:
            yield ox.Triple(dataset, node(VOID + "exampleResource"), min(found, key=str))
