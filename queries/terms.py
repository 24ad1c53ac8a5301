"""RDF terms as answers hold them: numbers in one spelling, whichever engine they come from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

import pyoxigraph as ox

from ontology.namespaces import XSD

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal

_PLAIN_NUMBER = re.compile(r"[1-9][0-9]*")
"""What has one spelling only, whatever its datatype."""
_NUMBERS = frozenset(XSD + name for name in ("integer", "decimal", "int", "long", "nonNegativeInteger"))


def is_number(term: Term | None) -> bool:
    """Whether the term is an exact number."""
    return isinstance(term, ox.Literal) and term.datatype.value in _NUMBERS


def canonical(term: Term | None) -> Term | None:
    """The same term in one spelling, whichever engine it comes from (`1200000.0` and `1200000` are one number)."""
    if not isinstance(term, ox.Literal) or _PLAIN_NUMBER.fullmatch(term.value) or not is_number(term):
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


def read_term(cell: Mapping[str, str] | None) -> Term | None:
    """A term out of SPARQL results JSON; KeyError or ValueError where it is none."""
    if cell is None:
        return None
    if cell["type"] == "uri":
        return ox.NamedNode(cell["value"])
    if cell["type"] == "bnode":
        return ox.BlankNode(re.sub(r"\W", "_", cell["value"]))
    if cell["type"] not in ("literal", "typed-literal"):
        raise ValueError(f"it holds a {cell['type']}, which cannot be shown as a value; select its parts instead")
    if language := cell.get("xml:lang"):
        return ox.Literal(cell["value"], language=language)
    kind = cell.get("datatype")
    return ox.Literal(cell["value"], datatype=ox.NamedNode(kind) if kind else None)


def write_term(term: Term) -> dict[str, str]:
    """A term as it stands in SPARQL results JSON; `read_term` gives it back."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value == XSD + "string":
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
