"""One identity for one thing: the entities of many readings brought together.

The method is in `graph.identity`: names are taken apart, entities that share a key are joined, the surest grounds
first, unless something speaks against it. The result depends on neither the order nor the grouping of the readings, and
says of each join on what ground it was made, and of each near miss why it was not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from graph.identity.clusters import Clusters, Join, Refusal
from graph.identity.decisions import Decisions
from graph.identity.profiles import Node, Profile, profiles_of
from graph.model import Entity, Name, Reading
from graph.terms import digest, thing


@dataclass(frozen=True, slots=True)
class CanonicalEntity:
    """A thing after resolution. `names` are best first; `grounds` says what joined its mentions; `numbers` are those of
    registers."""

    iri: str
    kind: str
    names: tuple[Name, ...]
    acronyms: tuple[str, ...] = ()
    ref: str | None = None
    country: str | None = None
    grounds: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The canonical entities, which of them each reading's entity is, what was joined and what was kept apart."""

    entities: tuple[CanonicalEntity, ...]
    members: dict[Node, str]
    joins: tuple[Join, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    mentions: dict[Node, Entity] = field(default_factory=dict)

    def iri(self, source: str, key: str) -> str:
        """The canonical IRI of a reading's entity."""
        return self.members[source, key]


def resolve(readings: Sequence[Reading], decisions: Decisions | None = None) -> Resolution:
    """Join the entities of all readings; every reading's entity gets one canonical IRI.

    `decisions` are what people have decided: they come before everything but the identity of vocabulary entries.
    """
    profiles = profiles_of(readings)
    clusters = Clusters(profiles, decisions or Decisions())
    members = clusters.run()
    joins = sorted(clusters.joins)
    grounds: dict[Node, set[str]] = defaultdict(set)
    for join in joins:
        grounds[clusters.root(join.one)].add(join.ground.name)
    canonical = _told_apart(
        [canonical_of([profiles[n] for n in nodes], grounds.get(root, set())) for root, nodes in members.items()]
    )
    where = {node: entity.iri for entity, nodes in zip(canonical, members.values(), strict=True) for node in nodes}
    return Resolution(
        tuple(sorted(canonical, key=lambda e: e.iri)),
        where,
        tuple(joins),
        tuple(sorted({r for r in clusters.refusals if where[r.one] != where[r.two]})),
        {node: profile.entity for node, profile in profiles.items()},
    )


def canonical_of(profiles: Sequence[Profile], grounds: Collection[str]) -> CanonicalEntity:
    """The entity that these profiles (in the order of their nodes) are, joined on these grounds."""
    entities = [profile.entity for profile in profiles]
    counts: Counter[Name] = Counter()
    firsts: Counter[Name] = Counter()
    for entity in entities:
        counts.update(entity.names)
        firsts.update(entity.names[:1])
    names = sorted(counts, key=lambda n: (-firsts[n], -counts[n], len(n.text), n.text, n.language))
    ref = min((profile.ref for profile in profiles if profile.ref), default=None)
    country = Counter(e.country for e in entities if e.country).most_common(1)
    kind = entities[0].kind
    acronyms = tuple(sorted({a for e in entities for a in e.acronyms}))
    numbers = tuple(sorted({number for e in entities for number in e.numbers}))
    iri = ref or thing(kind, names[0].text if names else entities[0].key)
    return CanonicalEntity(
        iri, kind, tuple(names), acronyms, ref, country[0][0] if country else None, tuple(sorted(grounds)), numbers
    )


def _told_apart(entities: list[CanonicalEntity]) -> list[CanonicalEntity]:
    """Give entities that would share an IRI a suffix made of what tells them apart."""
    same = Counter(entity.iri for entity in entities)
    seen: Counter[str] = Counter()
    return [own_iri(entity, seen) if same[entity.iri] > 1 else entity for entity in entities]


def own_iri(entity: CanonicalEntity, seen: Counter[str]) -> CanonicalEntity:
    """An entity that would share its IRI with another, with one of its own, made of its country and all its names;
    `seen` counts those that share even these. One of the vocabulary keeps its IRI."""
    if entity.ref is not None:
        return entity
    salt = "\n".join([entity.country or "", *sorted(name.text for name in entity.names)])
    seen[entity.iri + salt] += 1
    return replace(entity, iri=f"{entity.iri}-{digest(salt, str(seen[entity.iri + salt]))[:8]}")
