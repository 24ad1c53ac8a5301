"""A dataset as people with spreadsheets and network programs see it: things, links between them, and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from graph.export.loading import Dataset
from ontology.namespaces import DCTERMS, FOAF, IG, OA, RDF, SKOS

_TYPE = RDF + "type"
_PLAIN = frozenset({"Amount", "Statement", "Source"})
Values = Mapping[str, Sequence[ox.NamedNode | ox.Literal]]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: its IRI, the local name of its class, its name, further names, and values by property ("; " between)."""

    iri: str
    kind: str
    label: str
    other_names: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """A link that some source states: how sure its best statement is (0 to 1), and how many say so."""

    subject: str
    property: str
    object: str
    confidence: float
    statements: int
    sources: int


@dataclass(frozen=True, slots=True)
class Proof:
    """One quote of one statement; `object` is an IRI or the text of a value."""

    statement: str
    subject: str
    property: str
    object: str
    modality: str
    confidence: str
    rule: str
    rule_version: str
    source: str
    document: str
    title: str
    page: str
    language: str
    quote: str
    start: str
    end: str
    path: str
    redacted: str


def nodes(dataset: Dataset) -> list[Node]:
    """All things, by IRI. Amounts of money are values of what they belong to."""
    about = _by_subject(dataset.facts)
    found = []
    for iri in sorted(about):
        kind = kind_of(about[iri])
        if kind and kind not in _PLAIN:
            found.append(_node(iri, kind, about))
    return found


def kind_of(values: Values) -> str:
    """The local name of a thing's class, or "" where it has none of ours."""
    return min((v.value[len(IG) :] for v in values.get(_TYPE, ()) if v.value.startswith(IG)), default="")


def _node(iri: str, kind: str, about: Mapping[str, Values]) -> Node:
    values = about[iri]
    names = _labels(values.get(SKOS + "prefLabel", ()))
    others = {name.value for key in ("prefLabel", "altLabel") for name in values.get(SKOS + key, ())}
    label = names[0] if names else iri.rsplit("/", 1)[-1]
    shown = {
        key.removeprefix(IG): "; ".join(sorted({_shown(value, about) for value in found}))
        for key, found in sorted(values.items())
        if key.startswith(IG) and (isinstance(found[0], ox.Literal) or key == IG + "budget")
    }
    if notation := values.get(SKOS + "notation"):
        shown["notation"] = notation[0].value
    return Node(iri, kind, label, "; ".join(sorted(others - {label})), shown)


def _labels(values: Iterable[ox.NamedNode | ox.Literal]) -> list[str]:
    """Names, English ones first, then those without a language, then the rest."""
    rank = {"en": 0, "": 1}
    texts = [value for value in values if isinstance(value, ox.Literal)]
    return [v.value for v in sorted(texts, key=lambda v: (rank.get(v.language or "", 2), v.language or "", v.value))]


def _shown(value: ox.NamedNode | ox.Literal, about: Mapping[str, Values]) -> str:
    """A value as text; an amount as "1200000 EUR"."""
    if isinstance(value, ox.NamedNode) and value.value in about:
        parts = [about[value.value].get(IG + key, ()) for key in ("amount", "currency")]
        return " ".join(found[0].value for found in parts if found) or value.value
    return value.value


def edges(dataset: Dataset) -> list[Edge]:
    """All links between things, by subject, property and object, with what their evidence amounts to."""
    kinds = {iri: kind_of(values) for iri, values in _by_subject(dataset.facts).items()}
    stated: dict[tuple[str, str, str], list[tuple[float, str]]] = {}
    for proof in proofs(dataset):
        if proof.modality != "negated":
            key = (proof.subject, proof.property, proof.object)
            stated.setdefault(key, []).append((float(proof.confidence), proof.source))
    found = []
    for fact in dataset.facts:
        subject, value = fact.subject, fact.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode):
            continue
        if not fact.predicate.value.startswith(IG) or kinds.get(value.value, "") in {*_PLAIN, ""}:
            continue
        name = fact.predicate.value[len(IG) :]
        said = stated.get((subject.value, name, value.value), [])
        best = max((confidence for confidence, _ in said), default=0.0)
        found.append(Edge(subject.value, name, value.value, best, len(said), len({source for _, source in said})))
    return sorted(found, key=lambda edge: (edge.subject, edge.property, edge.object))


def proofs(dataset: Dataset) -> list[Proof]:
    """All quotes of all statements, by statement and place."""
    about = _by_subject(quad.triple for quad in dataset.quads)
    statements = sorted(iri for iri, values in about.items() if kind_of(values) == "Statement")
    found = []
    for iri in statements:
        for selector in sorted(value.value for value in about[iri].get(OA + "hasSelector", ())):
            found.append(_proof(iri, about[iri], about.get(selector, {}), about))
    return found


def _proof(iri: str, statement: Values, selector: Values, about: Mapping[str, Values]) -> Proof:
    def one(values: Values, key: str) -> str:
        return values[key][0].value if values.get(key) else ""

    source = one(statement, DCTERMS + "source")
    described = about.get(source, {})
    return Proof(
        iri,
        one(statement, RDF + "subject"),
        one(statement, RDF + "predicate").removeprefix(IG),
        one(statement, RDF + "object"),
        one(statement, IG + "modality"),
        one(statement, IG + "confidence"),
        one(statement, IG + "rule"),
        one(statement, IG + "ruleVersion"),
        source,
        one(described, DCTERMS + "identifier"),
        one(described, DCTERMS + "title"),
        one(described, FOAF + "page"),
        one(statement, DCTERMS + "language"),
        one(selector, OA + "exact"),
        one(selector, OA + "start"),
        one(selector, OA + "end"),
        one(selector, RDF + "value"),
        one(selector, IG + "redacted") or "false",
    )


def _by_subject(triples: Iterable[ox.Triple]) -> dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]:
    found: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for triple in sorted(set(triples), key=str):
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode | ox.Literal):
            found.setdefault(triple.subject.value, {}).setdefault(triple.predicate.value, []).append(triple.object)
    return found
