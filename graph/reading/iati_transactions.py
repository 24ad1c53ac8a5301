"""What IATI transactions say of who gives how much to an activity.

Promises go before payments: where there are commitments, they are what a funder gives, and what was paid so far is a
part of it. What comes in goes before what goes out: what the reporting body passes on is no further money for the
activity. A transaction that goes out without a provider is the reporting body's, as the standard has it; corrections
(sums below zero) are taken off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from graph.reading.xml_tree import Element

_ORDER = (("11",), ("1", "if"), ("2", "c"), ("3", "d"))  # IATI 2 by number, IATI 1 by letter
_COMING = frozenset({"11", "1", "if"})
_FUNDING = frozenset({"1", "funding"})


@dataclass(slots=True)
class Flow:
    """The sum that one body gives to an activity, in one currency; `provider` is the element that names the body,
    `receivers` those that name who gets it, `values` those of the sums."""

    provider: Element
    currency: str
    amount: Decimal = Decimal(0)
    values: list[Element] = field(default_factory=list)
    receivers: list[Element] = field(default_factory=list)


def flows_of(activity: Element) -> list[Flow]:
    """What each body gives, by the most telling kind of transaction that the activity has."""
    kinds: dict[str, list[Element]] = {}
    for found in activity.all("transaction"):
        kind = found.first("transaction-type")
        code = kind.attributes.get("code", "").strip().casefold() if kind is not None else ""
        kinds.setdefault(code, []).append(found)
    for codes in _ORDER:
        told = [t for code in codes for t in kinds.get(code, ())]
        flows = _summed(activity, told, coming=codes[0] in _COMING)
        if flows:
            return flows
    return []


def same_body(activity: Element, body: Element) -> Iterator[Element]:
    """The other elements of an activity with the identifier of a body, those with its name and role first."""
    ref = body.attributes.get("ref", "").strip()
    for name in ("participating-org", "reporting-org"):
        yield from (e for e in activity.all(name) if ref and e.attributes.get("ref", "").strip() == ref)


def _summed(activity: Element, transactions: list[Element], *, coming: bool) -> list[Flow]:
    """The sums by provider and currency; what goes out counts only from who funds the activity."""
    found: dict[tuple[str, str], Flow] = {}
    default = activity.attributes.get("default-currency", "")
    for transaction in transactions:
        value = transaction.first("value")
        amount = _amount(value)
        provider = transaction.first("provider-org") or (None if coming else activity.first("reporting-org"))
        if value is None or amount is None or provider is None or not (coming or _funds(activity, provider)):
            continue
        currency = value.attributes.get("currency", default).strip().upper()
        flow = found.setdefault((_key(provider), currency), Flow(provider, currency))
        flow.amount += amount
        flow.values.append(value)
        if (receiver := transaction.first("receiver-org")) is not None:
            flow.receivers.append(receiver)
    return [flow for flow in found.values() if flow.amount > 0 and _key(flow.provider)]


def _funds(activity: Element, body: Element) -> bool:
    """Whether a body is one of those that an activity calls its funders, or it calls nobody so."""
    funders = [e for e in activity.all("participating-org") if e.attributes.get("role", "").casefold() in _FUNDING]
    refs = {e.attributes.get("ref", "").strip() for e in funders} - {""}
    names = {_name(e) for e in funders} - {""}
    return not funders or body.attributes.get("ref", "").strip() in refs or _name(body) in names


def _key(body: Element) -> str:
    return body.attributes.get("ref", "").strip() or _name(body)


def _name(body: Element) -> str:
    """The first name of a body, for comparison."""
    told = next((n.text for n in body.all("narrative") if n.text.strip()), body.text)
    return " ".join(told.casefold().split())


def _amount(value: Element | None) -> Decimal | None:
    try:
        number = Decimal(value.text.strip().replace(",", "").replace(" ", "")) if value is not None else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None
