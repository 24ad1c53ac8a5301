"""The gate through which every RDF term passes: what is not a legal IRI or literal does not get in.

pyoxigraph's constructors refuse what RDF does not allow, where other libraries write it and readers then lose it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

import pyoxigraph as ox

from graph.model import Value
from ontology.namespaces import ID, IG, XSD

MAX_SLUG = 80
_YEAR = re.compile(r"\d{4}")
_YEAR_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_OTHER = re.compile(r"[^a-z0-9]+")
_CURRENCY = re.compile(r"[A-Z]{3}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class TermError(ValueError):
    """A value that cannot become an RDF term; the message says which and why."""


@lru_cache(maxsize=65536)
def node(iri: str) -> ox.NamedNode:
    """The IRI as a term."""
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise TermError(f"{iri!r} is not a legal IRI ({error})") from error


def term(name: str) -> ox.NamedNode:
    """A class or property of the ontology by its local name."""
    return node(IG + name)


def text(value: str, language: str = "") -> ox.Literal:
    """A string, with a language tag where the language is known."""
    if language and not _LANGUAGE.fullmatch(language):
        raise TermError(f"{language!r} is not a language tag (of {value!r})")
    try:
        return ox.Literal(value, language=language) if language else ox.Literal(value)
    except ValueError as error:
        raise TermError(f"{value!r} holds a character that RDF does not allow ({error})") from error


def typed(value: str, datatype: str) -> ox.Literal:
    """A literal of an XML Schema datatype, its lexical form kept."""
    return ox.Literal(value, datatype=node(XSD + datatype))


def calendar(value: str) -> ox.Literal:
    """A date as exact as it is known: year, year and month, or day."""
    if _YEAR.fullmatch(value):
        return typed(value, "gYear")
    if _YEAR_MONTH.fullmatch(value):
        return typed(value, "gYearMonth")
    try:
        return typed(date.fromisoformat(value).isoformat(), "date")
    except ValueError as error:
        raise TermError(f"{value!r} is not a date, a year and month, or a year") from error


def decimal(value: str | float) -> ox.Literal:
    """A decimal number in its shortest plain form."""
    return typed(plain_number(value), "decimal")


def plain_number(value: str | float) -> str:
    """A number without exponent and without zeros that say nothing."""
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise TermError(f"{value!r} is not a number") from error
    if not number.is_finite():
        raise TermError(f"{value!r} is not a finite number")
    shown = format(number, "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def literal(value: Value) -> ox.Literal:
    """The literal of a value that is not money."""
    if value.kind == "date":
        return calendar(value.text)
    if value.kind == "url":
        return typed(node(value.text if "://" in value.text else f"https://{value.text}").value, "anyURI")
    if value.kind in ("code", "text"):
        return text(value.text)
    raise TermError(f"{value!r} has no literal of its own: money becomes an amount")


def amount(value: Value) -> ox.NamedNode:
    """The node of an amount of money."""
    if value.currency is None:
        return node(f"{ID}amount/{plain_number(value.text)}")
    if not _CURRENCY.fullmatch(value.currency):
        raise TermError(f"{value.currency!r} is not an ISO 4217 currency code (of the amount {value.text!r})")
    return node(f"{ID}amount/{plain_number(value.text)}-{value.currency}")


def grant(project: str, funder: str, given: str) -> ox.NamedNode:
    """The node of what a funder gives a project: of both their IRIs, and of the amount, else of the share."""
    return node(f"{ID}grant/{digest(project, funder, given)[:16]}")


def slug(name: str) -> str:
    """A name as part of an IRI: letters and digits of any script, lower case, everything else a hyphen."""
    folded = unicodedata.normalize("NFKC", name).lower()
    if folded.isascii():
        return _short(_OTHER.sub("-", folded)) or digest(name)[:16]
    kept = "".join(char if unicodedata.category(char)[0] in "LNM" and char.isprintable() else "-" for char in folded)
    return _short(kept) or digest(name)[:16]


def _short(hyphened: str) -> str:
    """A slug without repeated hyphens; one that is too long ends in its digest."""
    short = re.sub(r"-+", "-", hyphened).strip("-")
    return short if len(short) <= MAX_SLUG else f"{short[:MAX_SLUG].rstrip('-')}-{digest(short)[:8]}"


def thing(kind: str, name: str) -> str:
    """The IRI of a thing of a class by its name."""
    return f"{ID}{kind.lower()}/{slug(name)}"


def digest(*parts: str) -> str:
    """A hexadecimal digest of some strings, in this order."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def source_id(source: str, content_digest: str) -> str:
    """The identifier of a source: of its name and content."""
    return digest(source, content_digest)[:16]


def source_iri(source: str, content_digest: str) -> ox.NamedNode:
    """The IRI of a source, which is also the name of its graph."""
    return node(f"{ID}source/{source_id(source, content_digest)}")


def hashed(text: str) -> int:
    """A string as a whole number of 64 bits, with a sign."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
