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
_LISTS = (
    "XM-DAC XM-OCHA XI-GRID XI-IATI XI-PB AT-FB AT-ZVR BE-BCE_KBO BE-GTCF BG-EIK CH-FDJP CH-ZEFIX CY-DRCOR CZ-ICO "
    "DE-CR DE-VR DK-CVR EE-RIK ES-DIR3 FI-PRO FR-INSEE FR-RCS FR-RNA FR-SIREN GB-CHC GB-COH GB-GOV GB-NIC GB-SC "
    "GR-GEMI HR-OIB HU-AFA IE-CHY IE-CRO IT-CF LT-RC LV-RE MT-MBR NL-KVK NL-RSIN NO-BRC PL-KRS PL-REGON PT-RNPC "
    "RO-CUI SE-BLV SE-ON SI-TIN SK-ORSR SK-ZRSR UA-EDR US-EIN"
).split()
IATI_ORGANISATION = re.compile(rf"(?:{'|'.join(_LISTS)})-[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*")
"""An organisation's identifier in IATI: the code of a list (of org-id.guide; those of Europe and of the world), and the
number in it."""
PIC = re.compile(r"[89]\d{8}")
"""A Participant Identification Code: the number of a body in the EU's funding and tenders portal."""
_WEIGHTED = {
    "DK-CVR": (2, 7, 6, 5, 4, 3, 2, 1),
    "FI-PRO": (7, 9, 10, 5, 8, 4, 2, 1),
    "NO-BRC": (3, 2, 7, 6, 5, 4, 3, 2, 1),
}
"""Registers whose numbers, each digit by its weight, add up to a multiple of eleven."""
_MATCHING = frozenset(f"{SKOS}{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related"))
SAME = frozenset({OWL + "sameAs", SKOS + "exactMatch", DCTERMS + "identifier"})
"""The properties that say that something of ours is what another register lists."""


def body_number(text: str) -> str:
    """A body's number in a register as it is compared, "PIC:" before a PIC; "" for what is none, or breaks the rule of
    its register for check digits."""
    if PIC.fullmatch(text):
        return f"PIC:{text}"
    return text if IATI_ORGANISATION.fullmatch(text) and _adds_up(text) else ""


def _adds_up(number: str) -> bool:
    """Whether the check digits of a number are right, where its register has any."""
    register = next(code for code in _LISTS if number.startswith(f"{code}-"))
    digits = [int(char) for char in number.removeprefix(f"{register}-") if char.isdigit()]
    if register in _WEIGHTED:
        weights = _WEIGHTED[register]
        return len(digits) == len(weights) and not sum(map(int.__mul__, digits, weights)) % 11
    if register == "BE-BCE_KBO":
        whole = int("".join(map(str, digits)) or "0")
        return len(digits) == 10 and 97 - whole // 100 % 97 == whole % 100
    if register in ("FR-SIREN", "SE-BLV", "SE-ON"):
        return len(digits) == (9 if register == "FR-SIREN" else 10) and _luhn(digits)
    return True


def _luhn(digits: list[int]) -> bool:
    """The rule of ISO/IEC 7812: every second digit from the right counts double, its digits added up."""
    doubled = [sum(divmod(2 * digit, 10)) if at % 2 else digit for at, digit in enumerate(reversed(digits))]
    return not sum(doubled) % 10


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
        elif predicate == DCTERMS + "identifier" and not body_number(value.value.removeprefix("PIC:")):
            found.append((entry, f"{value.value!r} is no identifier of an organisation in IATI, and no PIC"))
        if predicate in SAME:
            claimed.setdefault(value.value, set()).add(entry)
    found += [
        (min(entries), f"shares {value} with {', '.join(sorted(entries)[1:])}")
        for value, entries in claimed.items()
        if len(entries) > 1
    ]
    return sorted(found)
