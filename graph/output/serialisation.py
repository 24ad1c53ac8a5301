"""Byte-stable Turtle and TriG: sorted, written, parsed again and compared before anyone sees them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from ontology.namespaces import ID, PREFIXES

KINDS = (
    "organisation",
    "project",
    "fund",
    "call",
    "place",
    "event",
    "output",
    "policy",
    "person",
    "country",
    "source",
    "statement",
    "amount",
)


class SerialisationError(ValueError):
    """What was written does not read back as the same statements."""


def turtle(triples: Iterable[ox.Triple]) -> bytes:
    """Triples as Turtle; the same triples give the same bytes, whatever their order."""
    ordered = sorted(set(triples), key=str)
    written = ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=prefixes_of(ordered))
    back = {quad.triple for quad in ox.parse(written, format=ox.RdfFormat.TURTLE)}
    return _checked(written, back == set(ordered), "Turtle")


def trig(quads: Iterable[ox.Quad]) -> bytes:
    """Quads as TriG, graph by graph; the same quads give the same bytes, whatever their order."""
    graphs: dict[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, list[ox.Quad]] = {}
    for quad in set(quads):
        graphs.setdefault(quad.graph_name, []).append(quad)
    ordered = [quad for graph in sorted(graphs, key=str) for quad in sorted(graphs[graph], key=str)]
    written = ox.serialize(ordered, format=ox.RdfFormat.TRIG, prefixes=prefixes_of(ordered))
    back = set(ox.parse(written, format=ox.RdfFormat.TRIG))
    return _checked(written, back == set(ordered), "TriG")


def _checked(written: bytes | None, same: bool, syntax: str) -> bytes:
    if written is None or not same:
        raise SerialisationError(f"the {syntax} that was written reads back as other statements; nothing was published")
    return written


def prefixes_of(items: Iterable[ox.Triple | ox.Quad]) -> dict[str, str]:
    """The prefixes that these statements use."""
    known = {**PREFIXES, **{kind: f"{ID}{kind}/" for kind in KINDS}}
    named: set[Any] = set()
    for item in items:
        named.add(item.subject)
        named.add(item.predicate)
        named.add(item.object.datatype if isinstance(item.object, ox.Literal) else item.object)
    iris = (getattr(term, "value", "") for term in named)
    used = {iri[: max(iri.rfind("#"), iri.rfind("/")) + 1] for iri in iris}
    return {prefix: iri for prefix, iri in sorted(known.items()) if iri in used}
