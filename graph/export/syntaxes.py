"""The RDF syntaxes other than JSON-LD, each in an order that never changes."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph as ox

from graph.output.serialisation import SerialisationError, prefixes_of, trig, turtle

FORBIDDEN_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that no XML 1.0 document may hold, not even escaped."""

__all__ = ["FORBIDDEN_IN_XML", "n_quads", "n_triples", "rdf_xml", "trig", "turtle"]


def n_triples(triples: Iterable[ox.Triple]) -> bytes:
    """One triple a line, the lines sorted."""
    return _lines(f"{triple} ." for triple in triples)


def n_quads(quads: Iterable[ox.Quad]) -> bytes:
    """One quad a line, the lines sorted."""
    return _lines(f"{quad} ." for quad in quads)


def rdf_xml(triples: Iterable[ox.Triple]) -> bytes:
    """RDF/XML, thing after thing.

    Raises `SerialisationError` where a text holds a character that XML does not allow, or a property has no XML name.
    """
    ordered = sorted(set(triples), key=str)
    if any(isinstance(t.object, ox.Literal) and FORBIDDEN_IN_XML.search(t.object.value) for t in ordered):
        raise SerialisationError(
            "RDF/XML cannot hold this graph: a text holds a character that XML does not allow. Take another syntax."
        )
    try:
        written = ox.serialize(ordered, format=ox.RdfFormat.RDF_XML, prefixes=prefixes_of(ordered))
        back = {quad.triple for quad in ox.parse(written or b"", format=ox.RdfFormat.RDF_XML)}
    except (SyntaxError, ValueError, OSError) as error:
        raise SerialisationError(f"this graph cannot be written as RDF/XML ({error}); take another syntax") from error
    if written is None or back != set(ordered):
        raise SerialisationError("the RDF/XML that was written reads back as other statements; take another syntax")
    return written


def _lines(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in sorted(set(lines))).encode("utf-8")
