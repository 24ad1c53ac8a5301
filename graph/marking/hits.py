"""A frame that fits: who stands where, and as what."""

from __future__ import annotations

from dataclasses import dataclass

from graph.marking.mentions import Mention
from ontology.lexicon import Frame

DATE_CLASSES = frozenset({"date", "gYear", "gYearMonth"})
BODY_PROPERTIES = frozenset({"implementedBy", "hasPartner", "fundedBy", "managedBy", "coordinatedBy", "coFundedBy"})
_VALUE_OF = {"Amount": "money", "anyURI": "url", "string": "code"}
COERCIBLE = ("Organisation", "Project", "Output", "Event", "Place", "Person")


@dataclass(slots=True)
class Hit:
    """A frame that fits: subject mention (None: the focus), object mention, and the class that each is taken for; where
    the trigger begins and ends; `words`, all stretches of words of the trigger, also those behind a place."""

    frame: Frame
    subject: Mention | None
    object: Mention
    subject_kind: str
    object_kind: str
    first: int
    last: int
    modality: str | None
    words: tuple[tuple[int, int], ...] = ()


def within(hit: Hit, other: Hit) -> bool:
    """Whether another hit gives the same body another role by a longer trigger around this one's: "partner X" in "lead
    partner X"."""
    roles = {hit.frame.property, other.frame.property}
    return (
        hit.object is other.object
        and len(roles) == 2
        and roles <= BODY_PROPERTIES
        and other.first <= hit.first
        and hit.last <= other.last
        and other.last - other.first > hit.last - hit.first
    )


def taken(hit: Hit, other: Hit) -> bool:
    """Whether what pays stands nearer: "is a project of research financed by X" does not say that X runs it."""
    return (
        hit.object is other.object
        and hit.subject is None
        and (hit.frame.property, other.frame.property) == ("implementedBy", "fundedBy")
        and hit.last <= other.first < other.last <= hit.object.first
    )


def undisputed(found: list[Hit]) -> list[Hit]:
    """The hits of a sentence without those that another one makes void (`within`, `taken`)."""
    same: dict[int, list[Hit]] = {}
    for hit in found:
        same.setdefault(id(hit.object), []).append(hit)
    return [hit for hit in found if not any(within(hit, o) or taken(hit, o) for o in same[id(hit.object)])]


def kinds_of(classes: frozenset[str], period: bool) -> frozenset[str]:
    """Mention kinds for the classes (or datatypes) that a property allows."""
    kinds = {_VALUE_OF.get(c, "date" if c in DATE_CLASSES else c) for c in classes}
    if period:
        return frozenset({"period"})
    return frozenset({*kinds, "period"}) if classes == DATE_CLASSES else frozenset(kinds)
