"""From which side a funder's money comes, by what the vocabulary knows of it or by what kind of body its name says.

A fund below another is of that one's side, else of the side of who manages it; a body of that of the body it is a unit
of. Where neither is known, a name that begins with the noun for a ministry, a region, a town … is one of a state's.
"""

from __future__ import annotations

from functools import lru_cache

from graph.marking.things import Thing
from ontology import vocabulary
from ontology.namespaces import ID, IG
from ontology.naming import naming
from ontology.words import folded_words

UNION = ID + "organisation/european-union"
_UNION = frozenset({UNION, ID + "organisation/european-commission"})
_STATE_BUDGET = ID + "fund/state-budget"
_PUBLIC = frozenset({"ministry", "government", "municipality", "region", "province", "prefecture"})
_UP = ("underFund", "managedBy", "unitOf")


def side_of(thing: Thing) -> str:
    """ "eu", "national", or "" where it is not known."""
    if thing.entry is not None and thing.entry.iri and (side := _known(thing.entry.iri)):
        return side
    return "national" if thing.kind == "Organisation" and any(map(_is_public, thing.names)) else ""


@lru_cache(maxsize=1024)
def _known(iri: str, depth: int = 8) -> str:
    """The side of a vocabulary entry, following its first kind of parent."""
    if iri in _UNION:
        return "eu"
    if iri.startswith(_STATE_BUDGET):
        return "national"
    parents: dict[str, set[str]] = {}
    for predicate, value in vocabulary.describe(iri):
        parents.setdefault(predicate.removeprefix(IG), set()).add(value.value)
    for name in _UP:
        if above := parents.get(name):
            sides = {_known(parent, depth - 1) for parent in above} if depth else {""}
            return sides.pop() if len(sides) == 1 else ""
    entry = vocabulary.entries().get(iri)
    public = entry is not None and entry.kind == "Organisation" and any(_is_public(name) for name, _ in entry.labels)
    return "national" if public else ""


@lru_cache(maxsize=4096)
def _is_public(name: str) -> bool:
    """Whether a name begins with the noun for a body of a state, a region or a town."""
    words = folded_words(name)
    found = naming().automaton.find(words, 0, min(len(words), 4))
    return any(m.first == 0 and m.payload.role == "head" and m.payload.value in _PUBLIC for m in found)
