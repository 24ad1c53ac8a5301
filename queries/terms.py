"""RDF terms as answers hold them: numbers in one spelling, whichever engine they come from."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TypeAlias

import pyoxigraph as ox

from ontology.namespaces import XSD

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal

_NUMBERS = frozenset(XSD + name for name in ("integer", "decimal", "int", "long", "nonNegativeInteger"))


def is_number(term: Term | None) -> bool:
    """Whether the term is an exact number."""
    return isinstance(term, ox.Literal) and term.datatype.value in _NUMBERS


def canonical(term: Term | None) -> Term | None:
    """The same term in one spelling, whichever engine it comes from (`1200000.0` and `1200000` are one number)."""
    if not isinstance(term, ox.Literal) or not is_number(term):
        return term
    try:
        value = Decimal(term.value)
    except InvalidOperation:
        return term
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    kind = term.datatype.value
    return ox.Literal("0" if digits in ("-0", "") else digits, datatype=ox.NamedNode(kind))


def local_name(iri: str) -> str:
    """The last part of an IRI, after `#` or the last `/`."""
    return iri.rstrip("/#").rsplit("#", 1)[-1].rsplit("/", 1)[-1]
