"""A frame that fits: who stands where, and as what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.marking.mentions import Mention
from graph.marking.tokens import Tokens
from ontology.lexicon import Frame

DATE_CLASSES = frozenset({"date", "gYear", "gYearMonth"})
BODY_PROPERTIES = frozenset({"implementedBy", "hasPartner", "fundedBy", "managedBy", "coordinatedBy", "coFundedBy"})
_VALUE_OF = {"Amount": "money", "anyURI": "url", "string": "code"}
NEAR = 2  # words between a trigger and the first of its objects
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


def passed(hit: Hit, found: list[Hit], ends: set[int]) -> bool:
    """Whether a trigger reaches over another verb to an end that belongs to a later body: "wird von A | gefördert und
    von B durchgeführt" does not say that A carries it out. `ends`: the words that end triggers."""
    if len(hit.words) < 2:
        return False
    rivals = (o for o in found if o.frame is hit.frame and o.words[-1:] == hit.words[-1:])
    return any(not ends.isdisjoint(range(hit.object.last, o.words[0][0])) for o in rivals)


def absorbed(hit: Hit, found: list[Hit]) -> bool:
    """Whether a trigger with its object before is only the beginning of a longer one of the same property whose object
    is behind: "A runs X, | funded | by B" does not say that A funds; or ends in the verb of a trigger within it: nor
    does "A hat X gestartet, das | von B gefördert | wird"."""
    if hit.object.last > hit.first:
        return False
    alike = [o for o in found if o.frame.property == hit.frame.property and o.object is not hit.object]
    if len(hit.words) > 1:
        inner = (o for o in alike if len(o.words) > 1 and o.words[-1] == hit.words[-1])
        return any(o.frame is not hit.frame and hit.words[0][1] <= o.words[0][0] for o in inner)
    longer = (o for o in alike if o.object.first >= o.last)
    return any(o.first == hit.first and o.words[0][1] > hit.words[0][1] for o in longer)


def granted(hit: Hit, other: Hit) -> bool:
    """Whether a body may only be named as the one from which a grant comes: "a grant from X | for its project Y" does
    not say that X runs it, nor "with a grant from X | runs the Kredo Foundation Y" in another order of words; "paid by
    X, which runs Y" does."""
    roles = (hit.frame.property, other.frame.property) == ("implementedBy", "fundedBy")
    around = 0 <= hit.object.first - other.last <= NEAR and hit.object.last == hit.first
    return roles and hit.object is other.object and around


def led(tokens: Tokens, hit: Hit, other: Hit, found: list[Hit]) -> bool:
    """Whether a body stands right behind the words that say that it runs or pays for something, and those that speak of
    partners follow later or behind a comma, with the partners behind them: "led by X, | with as partners Y and Z" does
    not make X one, "led by X, | as partner of Y" does."""
    roles = hit.frame.property == "hasPartner" and other.frame.property in ("implementedBy", "fundedBy")
    near = hit.object is other.object and 0 <= hit.object.first - other.last <= NEAR
    named = any(o.frame.property == "hasPartner" and o.object.first >= hit.last for o in found)
    parted = hit.first > hit.object.last or (hit.first == hit.object.last and "," in tokens.gap(hit.first))
    return roles and near and named and parted


def turned(tokens: Tokens, hit: Hit, found: list[Hit]) -> bool:
    """Whether a comma parts a body from the verb behind it, and the same verb has another body right behind itself, who
    does it: "… partners are A and B, until 2026 it is | paid (active verb) | by C" in languages of free order."""
    if hit.object.last > hit.first or not any("," in tokens.gap(i) for i in range(hit.object.last, hit.first + 1)):
        return False
    alike = (o for o in found if o.frame.property == hit.frame.property and o.first < hit.last and hit.first < o.last)
    return any(0 <= o.object.first - o.last <= NEAR for o in alike if o.object is not hit.object)


def undisputed(
    tokens: Tokens,
    found: list[Hit],
    ends: Callable[[], set[int]],
    bare: Callable[[Hit], bool],
    paying: Callable[[Hit], bool],
) -> list[Hit]:
    """The hits of a sentence without those that another one makes void (`within`, `taken`, `granted`, `led`, `turned`,
    `passed`, `absorbed`); `ends` gives the words that end triggers behind their objects, `bare` tells whether a trigger
    has no verb, `paying` whether a sum comes from the object, which runs nothing by a trigger without a verb then."""
    same: dict[int, list[Hit]] = {}
    for hit in found:
        same.setdefault(id(hit.object), []).append(hit)
    last = ends() if sum(len(hit.words) > 1 for hit in found) > 1 else set()

    def straight(hit: Hit) -> bool:
        return bare(hit) or not tokens.gap(hit.first).strip()

    return [
        hit
        for hit in found
        if not any(within(hit, o) or taken(hit, o) or (granted(hit, o) and straight(hit)) for o in same[id(hit.object)])
        and not any(led(tokens, hit, o, found) for o in same[id(hit.object)])
        and not turned(tokens, hit, found)
        and not passed(hit, found, last)
        and not absorbed(hit, found)
        and not (hit.frame.property == "implementedBy" and paying(hit) and bare(hit))
    ]


def kinds_of(classes: frozenset[str], period: bool) -> frozenset[str]:
    """Mention kinds for the classes (or datatypes) that a property allows."""
    kinds = {_VALUE_OF.get(c, "date" if c in DATE_CLASSES else c) for c in classes}
    if period:
        return frozenset({"period"})
    return frozenset({*kinds, "period"}) if classes == DATE_CLASSES else frozenset(kinds)
