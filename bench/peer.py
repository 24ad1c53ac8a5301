"""What somebody would put together today: spaCy's matcher with our labels, rdflib for the store, a stock pyvis page.

    python -m bench.peer FOLDER OUT

reads every text of a folder, writes `graph.ttl` and `graph.html`. The whole of a document is taken to be about one
project, named beside a noun for "project" or else by the first line; what the matcher finds belongs to it. The same
vocabulary, the same inputs, the same kinds of output as a build; no grammar, no resolution, no privacy. For comparison
only (`bench.whole`); needs the extra `bench`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from pyvis.network import Network
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from graph.model import Document, Entity, Name, Reading, Statement
from graph.model import Span as Place
from graph.terms import digest, slug
from ontology import namespaces, vocabulary

PROPERTIES = {
    "Organisation": "implementedBy",
    "Fund": "fundedBy",
    "Country": "coversCountry",
    "BeneficiaryGroup": "targets",
    "Theme": "addresses",
    "ActivityType": "hasActivityType",
}
NOUNS = frozenset("project projet progetto proyecto projekt projeto hanke projektet proiect".split())
IG, OA = Namespace(namespaces.IG), Namespace(namespaces.OA)
_LONGEST = 100


class Peer:
    """The matcher with the labels of our vocabulary."""

    def __init__(self) -> None:
        self._nlp = spacy.blank("xx")
        self._nlp.add_pipe("sentencizer")
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        for iri, entry in vocabulary.entries().items():
            if entry.kind in PROPERTIES:
                labels = {label for label in (*(label for label, _ in entry.labels), *entry.acronyms) if len(label) > 2}
                self._matcher.add(iri, [self._nlp.make_doc(label) for label in sorted(labels)])

    def read(self, text: str, source: str, language: str = "en", project: str = "") -> Reading:
        """What it takes from a text, as a reading, so that it can be judged as ours are; it may be told the project."""
        doc = self._nlp(text)
        project = project or _project(doc)
        entities = {"project": Entity("project", "Project", (Name(project, language),))}
        statements = []
        for iri, span in self._found(doc):
            entry = vocabulary.entries()[iri]
            entities[iri] = Entity(iri, entry.kind, (Name(span.text, language),), iri, (), entry.country)
            sentence = Place(span.sent.start_char, span.sent.end_char)
            statements.append(Statement("project", PROPERTIES[entry.kind], iri, (sentence,), "peer", 0.5))
        document = Document(source, digest(text), text, language, ())
        return Reading(document, tuple(entities.values()), tuple(statements))

    def _found(self, doc: Doc) -> Iterator[tuple[str, Span]]:
        for span in spacy.util.filter_spans(self._matcher(doc, as_spans=True)):
            yield span.label_, span


def _project(doc: Doc) -> str:
    """The capitalised words beside a noun for a project (but not one that begins a sentence), else the first line."""
    for token in doc:
        if token.lower_ in NOUNS:
            for row in (_row(doc, token.i - 1, -1), _row(doc, token.i + 1, 1)):
                if row and row[0].is_sent_start and not row[0].is_upper:
                    row = row[1:]
                if row and len(row[0]) > 2:
                    return str(doc[row[0].i : row[-1].i + 1].text)
    return doc.text.strip().split("\n")[0].strip("# ")[:_LONGEST] or "project"


def _row(doc: Doc, at: int, step: int) -> list[Token]:
    """The capitalised words from a place on, in the order of the text."""
    row = []
    while 0 <= at < len(doc) and doc[at].text[:1].isupper():
        row.append(doc[at])
        at += step
    return row[::step]


def put(reading: Reading, graph: Graph) -> None:
    """The facts of a reading with their sentences into rdflib."""
    text, source = reading.document.text, URIRef(f"{namespaces.ID}source/{slug(reading.document.source)}")
    names = {entity.key: entity for entity in reading.entities}
    project = URIRef(f"{namespaces.ID}project/{slug(names['project'].names[0].text)}")
    graph.add((project, RDF.type, IG.Project))
    graph.add((project, URIRef(namespaces.SKOS + "prefLabel"), Literal(names["project"].names[0].text)))
    for statement in reading.statements:
        thing, node, place = URIRef(str(statement.object)), BNode(), statement.evidence[0]
        graph.add((project, IG[statement.predicate], thing))
        graph.add((thing, RDF.type, IG[names[str(statement.object)].kind]))
        for predicate, value in (
            (RDF.type, IG.Statement),
            (RDF.subject, project),
            (RDF.predicate, IG[statement.predicate]),
            (RDF.object, thing),
            (URIRef(namespaces.DCTERMS + "source"), source),
            (OA.exact, Literal(text[place.start : place.end])),
            (OA.start, Literal(place.start)),
            (OA.end, Literal(place.end)),
        ):
            graph.add((node, predicate, value))


def draw(graph: Graph, path: Path) -> None:
    """The stock page of all facts."""
    net = Network(cdn_resources="in_line", directed=True)
    for subject, predicate, value in sorted(graph):
        if str(subject).startswith(namespaces.ID + "project") and isinstance(value, URIRef) and predicate != RDF.type:
            net.add_node(str(subject), label=str(subject))
            net.add_node(str(value), label=str(value))
            net.add_edge(str(subject), str(value), title=str(predicate))
    path.write_text(net.generate_html(), "utf-8")


def main() -> None:
    """Build a folder."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    peer, graph = Peer(), Graph()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        put(peer.read(path.read_text("utf-8", "replace"), path.name), graph)
    graph.serialize(out / "graph.ttl", format="turtle")
    draw(graph, out / "graph.html")


if __name__ == "__main__":
    main()
