"""Lists of things in records: what the keys of one item say of its body ("partners.name", "partners.country").

Front matter and JSON give each partner as an item with keys of its own. The item's name is the body; its country is
where that body is, not another body; its role ("coordinator") says which part it has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.marking.language import NAMED_BODIES, PARTS, FieldLabels
from graph.marking.mentions import Marked
from graph.model import Field

NAMING = ("title", "body", "acronym", "unknown")  # the keys that may name an item's body, the best first
PLACED = frozenset({"coversCountry", "takesPlaceIn"})
NUMBERED = frozenset({"code", "currency"})  # what an item of a list of funders says of the project
GRANT = NUMBERED | {"budget", "startDate", "endDate", "period"}  # and the only one


@dataclass
class Nested:
    """What is known of the fields of items, by the numbers of their sentences."""

    parts: dict[int, str] = field(default_factory=dict)
    """The part that the body of a field has, where a role beside it says so."""
    where: dict[int, int] = field(default_factory=dict)
    """The field with the country of a field's body."""
    told: set[int] = field(default_factory=set)
    """The fields that only say more of another field's body."""


def nested(marked: Sequence[Marked], text: str, labels: FieldLabels) -> Nested:
    """What the keys of each item say of its body."""
    found = Nested()
    items = list(_items(marked))
    times = Counter((marked[keys[0][1]].sentence.block, outer) for outer, keys in items)
    for outer, keys in items:
        name = labels.property_of(outer)
        if name in NAMED_BODIES and len(keys) > 1:
            alone = times[marked[keys[0][1]].sentence.block, outer] == 1
            _say(found, keys, text, labels, (GRANT if alone else NUMBERED) if name == "fundedBy" else frozenset())
    return found


def _items(marked: Sequence[Marked]) -> Iterator[tuple[str, list[tuple[str, int, Field]]]]:
    """The key of each list, and the keys of each item with the number and the field of each."""
    before, keys = (-1, ""), list[tuple[str, int, Field]]()
    for index, line in enumerate(marked):
        value = line.sentence.field
        outer, _, key = value.label.rpartition(".") if value else ("", "", "")
        if (line.sentence.block, outer) != before or key in {k for k, _, _ in keys}:
            if before[1]:
                yield before[1], keys
            before, keys = (line.sentence.block, outer), []
        if value and outer:
            keys.append((key, index, value))
    if before[1]:
        yield before[1], keys


def _say(
    found: Nested, keys: Sequence[tuple[str, int, Field]], text: str, labels: FieldLabels, granted: frozenset[str]
) -> None:
    """Note what the keys of one item say of its body; `granted` are the properties that are the project's."""
    said = {index: _sort(key, value, text, labels) for key, index, value in keys}
    best = min(said.values(), key=_rank)
    if _rank(best) == len(NAMING):
        return
    body = next(index for index, sort in said.items() if sort == best)
    for index, sort in said.items():
        if sort in PARTS:
            found.parts[body] = sort
        elif sort in PLACED:
            found.where.setdefault(body, index)
        if sort in granted:
            found.parts[index] = sort
        elif sort not in (best, "body"):
            found.told.add(index)


def _rank(sort: str) -> int:
    """How well a key of some sort names its item's body."""
    return NAMING.index(sort) if sort in NAMING else len(NAMING)


def _sort(key: str, value: Field, text: str, labels: FieldLabels) -> str:
    """What a key of an item is: one of `NAMING`, the body's part by its role, or another property."""
    name = labels.property_of(key)
    shown = text[value.value.start : value.value.end].strip(" '\"")
    part = labels.property_of(shown) if name in (None, "ignore") and labels.fit(shown) == 1 else None
    if part in PARTS:
        return part
    return "body" if name in NAMED_BODIES else name or "unknown"
