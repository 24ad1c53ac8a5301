"""Says the facts of a graph a second time, in the words of the vocabularies that ours is aligned with."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from graph.terms import node
from ontology.alignments import alignments
from ontology.identifiers import SAME, currency
from ontology.namespaces import EPO, IG, RDF

_TYPE = node(RDF + "type")
_CURRENCY, _IN_CURRENCY = node(IG + "currency"), node(EPO + "hasCurrency")


def aligned(facts: Iterable[ox.Triple], background: Iterable[ox.Triple] = ()) -> list[ox.Triple]:
    """What `facts` imply in other vocabularies, sorted, without the facts themselves.

    Classes and properties follow the ontology's rdfs:subClassOf and rdfs:subPropertyOf; things that the facts name get
    their identifiers in authority files (owl:sameAs, skos:exactMatch, dcterms:identifier) from `background`; amounts
    get their currency's IRI in the table of the EU Publications Office.
    """
    known = alignments().implied
    found: set[ox.Triple] = set()
    named: set[object] = set()
    given = set(facts)
    for fact in given:
        named |= {fact.subject, fact.object}
        if fact.predicate == _TYPE and isinstance(fact.object, ox.NamedNode):
            found |= {ox.Triple(fact.subject, _TYPE, node(name)) for name in known.get(fact.object.value, ())}
        else:
            for name in known.get(fact.predicate.value, ()):
                found.add(ox.Triple(fact.subject, node(name), fact.object))
            if fact.predicate == _CURRENCY and isinstance(fact.object, ox.Literal):
                found.add(ox.Triple(fact.subject, _IN_CURRENCY, node(currency(fact.object.value))))
    found |= {fact for fact in background if fact.predicate.value in SAME and fact.subject in named}
    return sorted(found - given, key=str)
