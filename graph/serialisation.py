"""Byte-stable Turtle and TriG: sorted, written, parsed again and compared before anyone sees them."""

from __future__ import annotations

from collections.abc import Iterable

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
    ordered = sorted(set(quads), key=lambda quad: (str(quad.graph_name), str(quad)))
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
    used: set[str] = set()
    for item in items:
        for term in (item.subject, item.predicate, item.object):
            iri = term.datatype.value if isinstance(term, ox.Literal) else getattr(term, "value", "")
            used.add(iri[: max(iri.rfind("#"), iri.rfind("/")) + 1])
    return {prefix: iri for prefix, iri in sorted(known.items()) if iri in used}
