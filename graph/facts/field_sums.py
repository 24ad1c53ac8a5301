"""The amounts in a field's value, in the unit that its label names: below "Budget (in thousand EUR)" 400 is 400,000."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from graph.marking.found import Found
from graph.marking.language import Language
from graph.model import Value


def sums_in(language: Language, label: str, text: str, *, bare: bool) -> list[Found]:
    """The amounts of a value. One that says neither a currency nor thousands or millions itself is counted in the
    label's unit; with `bare`, or below a label with a unit, a number is an amount without either."""
    unit = language.fields.unit(label)
    found = language.values.money(text, 0, len(text), bare=bare or unit is not None)
    if unit is None:
        return found
    return [
        replace(one, value=_counted(one.value, unit.factor, unit.currency))
        if one.value and not any(c.isalpha() for c in text[one.start : one.end])
        else one
        for one in found
    ]


def _counted(value: Value, factor: Decimal, currency: str | None) -> Value:
    """An amount in a unit; one with a currency's sign says it itself."""
    if value.currency is not None:
        return value
    return replace(value, text=format((Decimal(value.text) * factor).normalize(), "f"), currency=currency)
