"""Identifiers of others: the form of each register, and the check that no two of our entries claim the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph as ox

from ontology.namespaces import DCTERMS, OWL, SKOS

CURRENCIES = "http://publications.europa.eu/resource/authority/currency/"
"""The table of currencies of the EU Publications Office; an ISO 4217 code behind it makes the IRI of a currency."""
REGISTERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"http://www\.wikidata\.org/entity/Q[1-9]\d*",
        r"http://publications\.europa\.eu/resource/authority/country/[A-Z0-9]{3}",
        r"http://publications\.europa\.eu/resource/authority/currency/[A-Z]{3}",
        r"http://publications\.europa\.eu/resource/authority/corporate-body/[A-Z][A-Z0-9_]*",
        r"http://publications\.europa\.eu/resource/authority/eu-programme/[A-Z][A-Z0-9_]*",
        r"http://eurovoc\.europa\.eu/(?:\d+|c_[0-9a-f]{8})",
        r"http://metadata\.un\.org/sdg/(?:[1-9]|1[0-7])\.(?:[1-9]\d?|[a-d])",
    )
)
"""How the IRIs of each register are built."""
IATI_ORGANISATION = re.compile(r"XM-DAC-\d+(?:-\d+)?|[A-Z]{2}-[A-Z]{2,5}-[A-Za-z0-9_-]+")
"""An organisation's identifier in IATI: a list of the world or of a country, and the number in it."""
_MATCHING = frozenset(f"{SKOS}{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related"))
SAME = frozenset({OWL + "sameAs", SKOS + "exactMatch", DCTERMS + "identifier"})
"""The properties that say that something of ours is what another register lists."""


def currency(code: str) -> str:
    """The IRI of a currency in the table of the EU Publications Office, by its ISO 4217 code."""
    return CURRENCIES + code


def misidentified(described: Iterable[tuple[str, str, ox.NamedNode | ox.Literal]]) -> list[tuple[str, str]]:
    """What is wrong with the identifiers of entries, given as (entry, predicate, value): (entry, problem) pairs.

    A link to another register must be built as that register builds them, and one that says "the same" may be claimed
    by one entry only.
    """
    found = []
    claimed: dict[str, set[str]] = {}
    for entry, predicate, value in described:
        if predicate in _MATCHING | {OWL + "sameAs"}:
            if not any(register.fullmatch(value.value) for register in REGISTERS):
                found.append((entry, f"{value.value} is no identifier of a register that is known"))
        elif predicate == DCTERMS + "identifier" and not IATI_ORGANISATION.fullmatch(value.value):
            found.append((entry, f"{value.value!r} is no identifier of an organisation in IATI"))
        if predicate in SAME:
            claimed.setdefault(value.value, set()).add(entry)
    found += [
        (min(entries), f"shares {value} with {', '.join(sorted(entries)[1:])}")
        for value, entries in claimed.items()
        if len(entries) > 1
    ]
    return sorted(found)
