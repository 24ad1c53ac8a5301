"""The dataset and the service described in RDF: VoID, DCAT, SPARQL service description, prefixes and examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from graph.export.description import LICENCE, RIGHTS, SUMMARY, TITLE
from ontology.namespaces import DCAT, DCTERMS, FOAF, ID, IG, OWL, PROV, RDF, RDFS, SHACL, SKOS, VOID, XSD
from queries.answering import GRAPH_FORMATS
from queries.catalogue import list_questions
from queries.executables import QUERY, iri_of
from serving.description import Description
from serving.snapshot import Held

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS_NS = "http://www.w3.org/ns/formats/"
_FORMATS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle",
            "N-Triples", "RDF_XML", "JSON-LD")  # fmt: skip
_VOCABULARIES = (IG, SKOS, DCTERMS, PROV, FOAF)
_NAMES = {"dcat": DCAT, "dcterms": DCTERMS, "rdfs": RDFS, "sd": SD, "sh": SHACL, "void": VOID, "xsd": XSD}


class Describer:
    """Describes what is served at a base address (without a slash at its end)."""

    def __init__(self, base: str, found: Description, version: str, files: Mapping[str, Held]) -> None:
        self._dataset = f"{base}/.well-known/void#dataset"
        self._service = f"{base}/sparql"
        self._base = base
        self._found = found
        self._version = version
        self._files = files

    def void(self, media: str) -> bytes:
        """The description of the dataset."""
        return _written([*self._what_it_is(), *self._partitions(), *self._dumps(), *self._questions()], media)

    def service(self, media: str) -> bytes:
        """The description of the service, with that of the dataset."""
        return _written([*self._what_serves(), *self._what_it_is(), *self._partitions(), *self._questions()], media)

    def _what_it_is(self) -> Iterator[ox.Triple]:
        item, found = self._dataset, self._found
        yield from _things(item, RDF + "type", (VOID + "Dataset", DCAT + "Dataset"))
        for name, text in (("title", TITLE), ("description", SUMMARY), ("rights", RIGHTS)):
            yield _say(item, DCTERMS + name, ox.Literal(text, language="en"))
        yield _say(item, DCTERMS + "identifier", ox.Literal(self._version))
        yield from _things(item, DCTERMS + "license", (LICENCE,))
        yield from _things(item, FOAF + "homepage", (self._base + "/",))
        yield from _things(item, VOID + "sparqlEndpoint", (self._service,))
        yield from _things(item, VOID + "vocabulary", _VOCABULARIES)
        yield from _things(item, VOID + "exampleResource", found.examples)
        yield _say(item, VOID + "uriSpace", ox.Literal(ID))
        numbers = {
            "triples": found.triples, "distinctSubjects": found.subjects, "distinctObjects": found.objects,
            "classes": len(found.classes), "properties": len(found.properties),
        }  # fmt: skip
        for name, number in numbers.items():
            yield _say(item, VOID + name, ox.Literal(number))

    def _partitions(self) -> Iterator[ox.Triple]:
        for kind, size, terms in (
            ("class", "entities", self._found.classes),
            ("property", "triples", self._found.properties),
        ):
            for at, (iri, number) in enumerate(terms, start=1):
                part = f"{self._dataset}-{kind}-{at}"
                yield from _things(self._dataset, f"{VOID}{kind}Partition", (part,))
                yield from _things(part, VOID + kind, (iri,))
                yield _say(part, VOID + size, ox.Literal(number))

    def _dumps(self) -> Iterator[ox.Triple]:
        for name, held in sorted(self._files.items()):
            address, media = f"{self._base}/downloads/{name}", held.media.partition(";")[0]
            if media != "text/html":
                yield from _things(self._dataset, VOID + "dataDump", (address,))
            item = f"{self._dataset}-file-{name}"
            yield from _things(self._dataset, DCAT + "distribution", (item,))
            yield from _things(item, RDF + "type", (DCAT + "Distribution",))
            yield from _things(item, DCAT + "downloadURL", (address,))
            yield from _things(item, DCAT + "mediaType", (f"https://www.iana.org/assignments/media-types/{media}",))
            yield _say(item, DCAT + "byteSize", ox.Literal(str(held.size), datatype=_type("nonNegativeInteger")))

    def _questions(self) -> Iterator[ox.Triple]:
        yield from _things(self._service, SHACL + "prefixes", (QUERY + "prefixes",))
        for question in list_questions():
            item = iri_of(question)
            yield from _things(item, RDF + "type", (SHACL + "SPARQLExecutable", SHACL + "SPARQLSelectExecutable"))
            yield _say(item, RDFS + "label", ox.Literal(question.text(), language="en"))
            yield _say(item, SHACL + "select", ox.Literal(question.sparql))
            yield from _things(item, "https://schema.org/target", (self._service,))

    def _what_serves(self) -> Iterator[ox.Triple]:
        item, data = self._service, self._service + "#data"
        yield from _things(item, RDF + "type", (SD + "Service",))
        yield from _things(item, SD + "endpoint", (self._service,))
        yield from _things(item, SD + "supportedLanguage", (SD + "SPARQL11Query",))
        yield from _things(item, SD + "resultFormat", (FORMATS_NS + name for name in _FORMATS))
        yield from _things(item, SD + "defaultDataset", (data,))
        yield from _things(data, RDF + "type", (SD + "Dataset",))
        yield from _things(data, SD + "defaultGraph", (self._dataset,))
        yield from _things(self._dataset, RDF + "type", (SD + "Graph",))
        yield _say(data, RDFS + "comment", ox.Literal(
            f"Each of the {self._found.graphs} named graphs is a source, with its sentences, or holds names. "
            "The default graph holds every fact of them once.", language="en"))  # fmt: skip


def _written(triples: list[ox.Triple], media: str) -> bytes:
    ordered = sorted(set(triples), key=str)
    return ox.serialize(ordered, format=GRAPH_FORMATS[media], prefixes=_NAMES | {"owl": OWL}) or b""


def _say(subject: str, predicate: str, value: ox.Literal) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), value)


def _things(subject: str, predicate: str, values: Iterator[str] | tuple[str, ...]) -> Iterator[ox.Triple]:
    return (ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value)) for value in values)


def _type(name: str) -> ox.NamedNode:
    return ox.NamedNode(XSD + name)
