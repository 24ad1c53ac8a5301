"""JSON-LD 1.1 with its context inside, so that a reader needs nothing from the network.

Things come in the order of their IRIs, keys in alphabetical order, values sorted: the same graph gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from ontology.context import LANGUAGE_MAPS, context, terms
from ontology.namespaces import IG, RDF, SKOS, XSD, shorten

_SHORT = {SKOS + "notation": "notation", **LANGUAGE_MAPS}
_STRING = XSD + "string"


def jsonld(items: Iterable[ox.Triple | ox.Quad]) -> bytes:
    """Triples or quads as JSON-LD; the things of a named graph stand within it."""
    graphs: dict[str, list[tuple[str, str, ox.NamedNode | ox.Literal]]] = {}
    for item in set(items):
        name = item.graph_name if isinstance(item, ox.Quad) else ox.DefaultGraph()
        key = name.value if isinstance(name, ox.NamedNode) else ""
        subject, value = item.subject, item.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
            raise ValueError(f"{item}: only IRIs and literals can be exported as JSON-LD")
        graphs.setdefault(key, []).append((subject.value, item.predicate.value, value))
    nodes = _nodes(graphs.pop("", []))
    nodes += [{"@id": shorten(name), "@graph": _nodes(found)} for name, found in sorted(graphs.items())]
    document = {"@context": context(), "@graph": nodes}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _nodes(facts: list[tuple[str, str, ox.NamedNode | ox.Literal]]) -> list[dict[str, Any]]:
    things: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for subject, predicate, value in facts:
        things.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return [{"@id": shorten(iri), **_members(things[iri])} for iri in sorted(things)]


def _members(values: dict[str, list[ox.NamedNode | ox.Literal]]) -> dict[str, Any]:
    """The keys and values of one thing."""
    members: dict[str, Any] = {}
    for predicate, found in values.items():
        ordered = sorted(found, key=str)
        if predicate == RDF + "type":
            members["@type"] = _one_or_all([shorten(value.value) for value in ordered])
            continue
        key = _key(predicate)
        if predicate in LANGUAGE_MAPS and all(isinstance(value, ox.Literal) for value in ordered):
            members[key] = _by_language(ordered)
        else:
            members[key] = _one_or_all([_value(value, _coercion(key)) for value in ordered])
    return dict(sorted(members.items()))


def _key(predicate: str) -> str:
    """The short name of a property."""
    local = predicate.removeprefix(IG)
    return local if local != predicate and local in terms() else _SHORT.get(predicate, shorten(predicate))


def _coercion(key: str) -> str:
    definition = terms().get(key)
    return str(definition.get("@type", "")) if isinstance(definition, dict) else ""


def _by_language(values: list[ox.NamedNode | ox.Literal]) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for value in values:
        if isinstance(value, ox.Literal):
            found.setdefault(value.language or "@none", []).append(value.value)
    return {language: _one_or_all(texts) for language, texts in sorted(found.items())}


def _value(value: ox.NamedNode | ox.Literal, coercion: str) -> Any:
    """A value as JSON, with its type unless the context says it."""
    if isinstance(value, ox.NamedNode):
        return shorten(value.value) if coercion == "@id" else {"@id": shorten(value.value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if datatype == _STRING:
        return value.value if not coercion else {"@value": value.value, "@type": "xsd:string"}
    if coercion and shorten(datatype) == coercion:
        return value.value
    return {"@value": value.value, "@type": shorten(datatype)}


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
