"""The questions as data: each a `sh:SPARQLExecutable`, with the prefixes that it uses, for tools that look for them.

`python -m queries.executables` writes the Turtle; the tests keep the file `executables.ttl` equal to it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pyoxigraph as ox

from ontology.namespaces import OWL, PREFIXES, RDF, RDFS, SCHEMA, SHACL, XSD
from queries.catalogue import Question, list_questions

QUERY = "https://w3id.org/integraph/query/"
FILE = "executables.ttl"
_PREFIXES = ox.NamedNode(QUERY + "prefixes")
_FORMS = {
    "SELECT": ("SPARQLSelectExecutable", "select"),
    "CONSTRUCT": ("SPARQLConstructExecutable", "construct"),
    "ASK": ("SPARQLAskExecutable", "ask"),
}


def executables() -> bytes:
    """All questions as Turtle, always the same bytes."""
    triples = sorted(
        {*_declared(), *(triple for question in list_questions() for triple in _question(question))}, key=str
    )
    names = {"owl": OWL, "query": QUERY, "rdfs": RDFS, "schema": SCHEMA, "sh": SHACL, "xsd": XSD}
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=names) or b""


def iri_of(question: Question) -> str:
    """The IRI of a question."""
    return QUERY + question.name


def _question(question: Question) -> Iterator[ox.Triple]:
    thing = ox.NamedNode(iri_of(question))
    kind, holds = _FORMS[form_of(question.sparql)]
    yield _triple(thing, RDF + "type", ox.NamedNode(SHACL + "SPARQLExecutable"))
    yield _triple(thing, RDF + "type", ox.NamedNode(SHACL + kind))
    yield _triple(thing, SHACL + holds, ox.Literal(question.sparql))
    yield _triple(thing, SHACL + "prefixes", _PREFIXES)
    for language, text in question.question:
        yield _triple(thing, RDFS + "label", ox.Literal(text, language=language))
    for tag in question.tags:
        yield _triple(thing, SCHEMA + "keywords", ox.Literal(tag))
    for parameter in question.parameters:
        needed = " (needed)" if parameter.required else ""
        note = f"May be asked about {parameter.name}: {parameter.text}{needed}; such as {parameter.example}."
        yield _triple(thing, RDFS + "comment", ox.Literal(note, language="en"))


def _declared() -> Iterator[ox.Triple]:
    """What the prefixes stand for."""
    yield _triple(_PREFIXES, RDF + "type", ox.NamedNode(OWL + "Ontology"))
    for prefix, namespace in PREFIXES.items():
        item = ox.NamedNode(f"{QUERY}prefixes/{prefix}")
        yield _triple(_PREFIXES, SHACL + "declare", item)
        yield _triple(item, SHACL + "prefix", ox.Literal(prefix))
        yield _triple(item, SHACL + "namespace", ox.Literal(namespace, datatype=ox.NamedNode(XSD + "anyURI")))


def form_of(sparql: str) -> str:
    """SELECT, CONSTRUCT or ASK: the first of these words outside comments."""
    code = re.sub(r"(?m)^\s*#.*$", "", sparql)
    found = re.search(r"\b(SELECT|CONSTRUCT|ASK)\b", code, re.IGNORECASE)
    if found is None:
        raise ValueError("this is no query: it holds neither SELECT nor CONSTRUCT nor ASK")
    return found[1].upper()


def _triple(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), value)


if __name__ == "__main__":
    sys.stdout.buffer.write(executables())
