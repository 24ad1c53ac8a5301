"""Which entities of all documents are one thing: resolved again where something has changed, and kept.

The method is that of `graph.identity`, asked for one component after another. Where all entities of a component have
one vocabulary entry, or where there is but one, nothing has to be compared.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph.identity.clusters import Clusters, Join, Refusal
from graph.identity.decisions import Decisions
from graph.identity.keys import ENTRY
from graph.identity.profiles import Node, Profile, labelled
from graph.identity.signatures import at, outlined, profile_of
from graph.index.tables import Tables, batches, dumped
from graph.model import Name
from graph.resolution import CanonicalEntity, canonical_of

_AT_ONCE = 5_000
_COMPONENTS = 5_000


class Row(NamedTuple):
    """An entity of a document: its number, where it is, its signature, and the cluster that it was in."""

    number: int
    node: Node
    signature: int
    cluster: int | None


@dataclass(frozen=True, slots=True)
class Solved:
    """Entities that are one, the first being the cluster's root, and what they are."""

    root: Node
    rows: tuple[Row, ...]
    entity: CanonicalEntity


@dataclass(slots=True)
class Component:
    """What was found in one component."""

    number: int
    clusters: list[Solved] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def solved(tables: Tables, components: Iterable[int], decisions: Decisions) -> Iterator[Component]:
    """What is one in each of these components, by number."""
    for some in sized(tables, components):
        yield from _solved(tables, some, decisions)


def sized(tables: Tables, components: Iterable[int]) -> Iterator[list[int]]:
    """Components, as many at a time as have some thousand entities; one that has more is by itself."""
    for some in batches(components, _COMPONENTS):
        yield from _batches(some, dict(tables.among(some, _SIZES)))


_SIZES = """
SELECT component, COUNT(*) FROM wanted JOIN signatures ON component = wanted.id
JOIN nodes ON signature = signatures.id GROUP BY component
"""


def _batches(components: Iterable[int], sizes: Mapping[int, int]) -> Iterator[list[int]]:
    batch: list[int] = []
    held = 0
    for number in components:
        size = sizes.get(number, 0)
        if batch and held + size > _AT_ONCE:
            yield batch
            batch, held = [], 0
        batch.append(number)
        held += size
    if batch:
        yield batch


def _solved(tables: Tables, components: Sequence[int], decisions: Decisions) -> Iterator[Component]:
    told = _signatures(tables, components)
    hard: list[tuple[Component, list[Row]]] = []
    for number, rows in _rows(tables, components).items():
        found = Component(number)
        if _is_easy(rows, told, decisions):
            _one(found, rows, told)
            yield found
        else:
            hard.append((found, rows))
    if hard:
        _compared(hard, told, decisions)
        yield from (found for found, _ in hard)


def _signatures(tables: Tables, components: Iterable[int]) -> dict[int, str]:
    query = "SELECT signatures.id, told FROM wanted JOIN signatures ON component = wanted.id"
    return dict(tables.among(components, query))


_ROWS = """
SELECT component, nodes.id, documents.told, nodes.key, signature, cluster FROM wanted
JOIN signatures ON signatures.component = wanted.id JOIN nodes ON nodes.signature = signatures.id
JOIN documents ON documents.id = nodes.document
"""


def _rows(tables: Tables, components: Iterable[int]) -> dict[int, list[Row]]:
    """The entities of components, in the order of documents and keys."""
    found: dict[int, list[Row]] = defaultdict(list)
    for component, number, source, key, signature, cluster in tables.among(components, _ROWS):
        found[component].append(Row(number, (source, key), signature, cluster))
    for rows in found.values():
        rows.sort(key=lambda row: row.node)
    return dict(sorted(found.items()))


def _is_easy(rows: Sequence[Row], told: Mapping[int, str], decisions: Decisions) -> bool:
    """Whether all entities are one without a question."""
    if len(rows) == 1:
        return True
    refs = {outlined(told[signature]).ref for signature in {row.signature for row in rows}}
    return len(refs) == 1 and "" not in refs and not decisions


def _one(found: Component, rows: Sequence[Row], told: Mapping[int, str]) -> None:
    """All entities of a component as one thing: what `Clusters` finds where all have the same entry."""
    profiles = [outlined(told[row.signature]) for row in rows]
    first = rows[0].node
    found.joins += [Join(first, row.node, ENTRY, profiles[0].ref) for row in rows[1:]]
    entity = canonical_of(profiles, {ENTRY.name} if len(rows) > 1 else set())
    found.clusters.append(Solved(first, tuple(rows), entity))


def _compared(hard: Sequence[tuple[Component, list[Row]]], told: Mapping[int, str], decisions: Decisions) -> None:
    """Resolve the entities of several components, whose number does not matter to any of them."""
    rows = {row.node: row for _, some in hard for row in some}
    home = {row.node: found for found, some in hard for row in some}
    profiles: dict[Node, Profile] = labelled(
        {node: at(node, profile_of(told[row.signature])) for node, row in sorted(rows.items())}
    )
    clusters = Clusters(profiles, decisions)
    members = clusters.run()
    grounds: dict[Node, set[str]] = defaultdict(set)
    for join in sorted(clusters.joins):
        home[join.one].joins.append(join)
        grounds[clusters.root(join.one)].add(join.ground.name)
    for refusal in sorted(set(clusters.refusals)):
        home[refusal.one].refusals.append(refusal)
    for root, nodes in members.items():
        entity = canonical_of([profiles[node] for node in nodes], grounds.get(root, set()))
        home[root].clusters.append(Solved(root, tuple(rows[node] for node in nodes), entity))


def packed(entity: CanonicalEntity) -> str:
    """A thing as a string."""
    names = [[name.text, name.language] for name in entity.names]
    return dumped([entity.kind, names, entity.acronyms, entity.ref, entity.country, entity.grounds, entity.numbers])


def unpacked(iri: str, data: str) -> CanonicalEntity:
    """The thing of a string."""
    told: list[Any] = json.loads(data)
    kind, names, acronyms, ref, country, grounds, numbers = told
    made = tuple(Name(text, language) for text, language in names)
    return CanonicalEntity(iri, kind, made, tuple(acronyms), ref, country, tuple(grounds), tuple(numbers))
