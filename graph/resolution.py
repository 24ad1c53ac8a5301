"""One identity for one thing: the entities of many readings brought together.

Entities are joined by what they share, in this order: the vocabulary entry; a distinctive name of the same class; for
places a name and a
country. Nothing is joined across two different vocabulary entries, and names that many things bear ("final event")
join only within
their source. The result does not depend on the order of the readings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Entity, Name, Reading
from graph.terms import digest, thing
from graph.withholding import MASK
from ontology.words import folded_words

LOCAL_KINDS = frozenset({"Event", "Output", "Call", "Person"})
LEAST_WORDS_ACROSS = 3
Node = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CanonicalEntity:
    """A thing after resolution. `names` are best first; `grounds` says what joined its mentions."""

    iri: str
    kind: str
    names: tuple[Name, ...]
    acronyms: tuple[str, ...] = ()
    ref: str | None = None
    country: str | None = None
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The canonical entities, and which of them each reading's entity is."""

    entities: tuple[CanonicalEntity, ...]
    members: dict[Node, str]

    def iri(self, source: str, key: str) -> str:
        """The canonical IRI of a reading's entity."""
        return self.members[source, key]


class _Groups:
    """Union of nodes, with the vocabulary entry that a group stands for."""

    def __init__(self, refs: dict[Node, str | None]) -> None:
        self._parent: dict[Node, Node] = {node: node for node in refs}
        self._ref = dict(refs)
        self.grounds: dict[Node, set[str]] = defaultdict(set)

    def root(self, node: Node) -> Node:
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def join(self, one: Node, two: Node, ground: str) -> None:
        a, b = sorted((self.root(one), self.root(two)))
        if a == b:
            self.grounds[a].add(ground)
            return
        if self._ref[a] and self._ref[b] and self._ref[a] != self._ref[b]:
            return
        self._parent[b] = a
        self._ref[a] = self._ref[a] or self._ref[b]
        self.grounds[a] |= self.grounds.pop(b, set()) | {ground}


def name_key(name: str) -> str:
    """A name as it is compared between documents."""
    return " ".join(folded_words(name))


def _keys(source: str, entity: Entity) -> Iterable[tuple[str, str]]:
    """The (key, ground) pairs by which an entity may be joined with others."""
    if entity.ref:
        yield f"ref {entity.ref}", f"the same vocabulary entry {entity.ref}"
    for name in entity.names:
        key = name_key(name.text)
        words = key.split()
        if not words or MASK in name.text:
            continue
        scope = ""
        if entity.kind in LOCAL_KINDS and len(words) < LEAST_WORDS_ACROSS:
            scope = source
        elif entity.kind == "Place":
            scope = entity.country or source
        elif len(words) == 1 and not _distinctive(name.text):
            scope = source
        yield f"{entity.kind} {scope} {key}", f"the same name “{name.text}”"


def _distinctive(word: str) -> bool:
    """Whether one word can name only one thing: four letters or more with a capital or digit inside."""
    return len(word) >= 4 and any(c.isupper() or c.isdigit() for c in word[1:])


def resolve(readings: Sequence[Reading]) -> Resolution:
    """Join the entities of all readings; every reading's entity gets one canonical IRI."""
    found: dict[Node, Entity] = {(r.document.source, e.key): e for r in readings for e in r.entities}
    groups = _Groups({node: entity.ref for node, entity in found.items()})
    shared: dict[str, Node] = {}
    for node in sorted(found, key=lambda n: (found[n].ref is None, n)):
        for key, ground in _keys(node[0], found[node]):
            if key in shared:
                groups.join(shared[key], node, ground)
            else:
                shared[key] = node
    members: dict[Node, list[Node]] = defaultdict(list)
    for node in sorted(found):
        members[groups.root(node)].append(node)
    canonical = [
        _canonical([found[n] for n in nodes], [n[0] for n in nodes], groups.grounds.get(root, set()))
        for root, nodes in sorted(members.items())
    ]
    canonical = _told_apart(canonical)
    where = {
        node: entity.iri
        for entity, (_, nodes) in zip(canonical, sorted(members.items()), strict=True)
        for node in nodes
    }
    return Resolution(tuple(sorted(canonical, key=lambda e: e.iri)), where)


def _canonical(entities: list[Entity], sources: list[str], grounds: set[str]) -> CanonicalEntity:
    counts: Counter[Name] = Counter()
    firsts: Counter[Name] = Counter()
    for entity in entities:
        counts.update(entity.names)
        firsts.update(entity.names[:1])
    names = sorted(counts, key=lambda n: (-firsts[n], -counts[n], len(n.text), n.text, n.language))
    ref = min((e.ref for e in entities if e.ref), default=None)
    country = Counter(e.country for e in entities if e.country).most_common(1)
    kind = entities[0].kind
    acronyms = tuple(sorted({a for e in entities for a in e.acronyms}))
    iri = ref or thing(kind, names[0].text if names else entities[0].key)
    return CanonicalEntity(
        iri, kind, tuple(names), acronyms, ref, country[0][0] if country else None, tuple(sorted(grounds))
    )


def _told_apart(entities: list[CanonicalEntity]) -> list[CanonicalEntity]:
    """Give entities that would share an IRI a suffix made of what tells them apart: country and all names."""
    same = Counter(entity.iri for entity in entities)
    seen: Counter[str] = Counter()
    told = []
    for entity in entities:
        if same[entity.iri] > 1 and entity.ref is None:
            salt = "\n".join([entity.country or "", *sorted(n.text for n in entity.names)])
            seen[entity.iri + salt] += 1
            iri = f"{entity.iri}-{digest(salt, str(seen[entity.iri + salt]))[:8]}"
            entity = CanonicalEntity(
                iri, entity.kind, entity.names, entity.acronyms, entity.ref, entity.country, entity.grounds
            )
        told.append(entity)
    return told
