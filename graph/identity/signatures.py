"""All that resolution looks at in an entity, as one string: entities of many documents share it, and it can be kept.

What a document adds to that is its own name alone, which orders mentions and bounds names that mean something only
inside of one document.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache

from graph.identity.decisions import Decisions
from graph.identity.keys import keys_of
from graph.identity.profiles import Node, Profile, forms_of, office_of_entity, profiles_of_reading, with_labels
from graph.model import Entity, Name, Reading

_REMEMBERED = 10_000
_ANY: Node = ("\x1f", "")
"""Stands for every document."""


def signatures_of(reading: Reading) -> Iterator[tuple[str, str]]:
    """The key and the signature of each entity of a reading."""
    for profile in profiles_of_reading(reading):
        yield profile.node[1], _signature(profile)


def _signature(profile: Profile) -> str:
    entity = profile.entity
    told = [
        entity.kind,
        [[name.text, name.language] for name in entity.names],
        entity.ref,
        entity.acronyms,
        entity.country,
        entity.numbers,
        profile.ref,
        profile.country,
        profile.codes,
        profile.addresses,
    ]
    if not entity.names:  # then it goes by its key
        told.append(entity.key)
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=_REMEMBERED)
def outlined(signature: str) -> Profile:
    """What a signature says, without forms of names: enough where nothing has to be compared."""
    kind, names, own, acronyms, where, numbers, ref, country, codes, addresses, *key = json.loads(signature)
    made = tuple(Name(text, language) for text, language in names)
    entity = Entity("".join(key), kind, made, own, tuple(acronyms), where, tuple(numbers))
    return Profile(_ANY, entity, (), ref, country, tuple(codes), tuple(addresses))


@lru_cache(maxsize=_REMEMBERED)
def profile_of(signature: str) -> Profile:
    """The profile of a signature, of any document."""
    told = outlined(signature)
    office = office_of_entity(told.entity) if told.entity.kind == "Organisation" else None
    return Profile(_ANY, told.entity, forms_of(told.entity), told.ref, told.country, told.codes, told.addresses, office)


def at(node: Node, profile: Profile) -> Profile:
    """The same profile of an entity of one document."""
    return Profile(
        node,
        profile.entity,
        profile.forms,
        profile.ref,
        profile.country,
        profile.codes,
        profile.addresses,
        profile.office,
    )


def shared_keys(signature: str, decisions: Decisions) -> set[str]:
    """Keys of which two signatures share one at least if entities of theirs could ever be joined.

    They are more than resolution asks for: names of one document are taken for names of all, a body of the vocabulary
    has all its labels, and whatever people have decided on belongs together.
    """
    profile = profile_of(signature)
    found = {f"{ground.rank} {key}" for ground, key in keys_of(with_labels(profile))}
    if decisions.speak_of(profile):
        found.add("decided")
    return found
