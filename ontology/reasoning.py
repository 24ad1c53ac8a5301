"""The ontology as a description-logic reasoner reads it."""

from __future__ import annotations

import pyoxigraph as ox

from ontology.namespaces import IG, RDFS
from ontology.publication import whole_ontology

_CALENDAR = ox.NamedNode(IG + "CalendarValue")


def for_description_logic() -> bytes:
    """The ontology in N-Triples, within the datatypes of OWL 2.

    xsd:date, xsd:gYear and xsd:gYearMonth are not among these, so dates are any literal here; the shapes check them.
    """
    found = []
    for triple in whole_ontology():
        if triple.subject == _CALENDAR:
            continue
        value = ox.NamedNode(RDFS + "Literal") if triple.object == _CALENDAR else triple.object
        found.append(ox.Triple(triple.subject, triple.predicate, value))
    return ox.serialize(sorted(found, key=str), format=ox.RdfFormat.N_TRIPLES) or b""
