"""The clusters of the index: what was found in components is stored, with the IRI of each thing, and compared with what
was there, so that only documents are written again of whose things one has another IRI, or a name where it had none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from graph.identity.decisions import Decisions
from graph.index.components import renewed
from graph.index.documents import Documents
from graph.index.identities import Component, Row, Solved, packed, solved, unpacked
from graph.index.tables import batches, dumped
from graph.output.labels import Canonical, Resolved, public_names
from graph.privacy.masking import Mask
from graph.resolution import CanonicalEntity, own_iri

_RENEWED = "UPDATE clusters SET component = ?, base = ?, source = ?, key = ?, entity = ?, iri = NULL WHERE id = ?"
_CLUSTERS = "SELECT id, base, entity, iri, nameless FROM clusters"
_FEW = 20_000
_AT_ONCE = 5_000
_GIVEN = 1
"""The component of everything where identities are given."""


def resolve(documents: Documents, mask: Mask, decisions: Decisions) -> Settling:
    """Resolve what has changed; `documents.fresh` gets all that must be written again for it."""
    tables = documents.tables
    settling = Settling(documents, mask)
    for component in solved(tables, renewed(tables, documents.loose), decisions):
        settling.put(component)
    settling.end()
    return settling


def take_given(documents: Documents, mask: Mask, given: Resolved) -> Settling:
    """Take identities that somebody else has found for all documents."""
    tables = documents.tables
    entities: dict[str, Canonical] = {entity.iri: entity for entity in given.entities}
    query = """SELECT nodes.id, told, nodes.key, signature, cluster FROM nodes
        JOIN documents ON documents.id = document ORDER BY told, nodes.key"""
    found: dict[str, list[Row]] = {}
    for number, source, key, signature, cluster in tables.ask(query):
        found.setdefault(given.iri(source, key), []).append(Row(number, (source, key), signature, cluster))
    settling = Settling(documents, mask)
    tables.ask("DELETE FROM components")
    clusters = [Solved(rows[0].node, tuple(rows), _own(entities[iri])) for iri, rows in sorted(found.items())]
    settling.put(Component(_GIVEN, clusters))
    settling.end()
    return settling


def _own(entity: Canonical) -> CanonicalEntity:
    return CanonicalEntity(
        entity.iri, entity.kind, entity.names, entity.acronyms, entity.ref, entity.country, (), entity.numbers
    )


class Settling:
    """Stores what was found; `components` and `iris` are those of which something may have changed."""

    def __init__(self, documents: Documents, mask: Mask) -> None:
        self.components: set[int] = set()
        self.iris: set[str] = set()
        self._documents = documents
        self._tables = documents.tables
        self._mask = mask
        self._before: dict[int, tuple[str, int]] = {}
        self._bases: set[str] = set()
        self._claimed: set[int] = set()
        self._moved: list[tuple[int, int, int]] = []

    def put(self, component: Component) -> None:
        """Store what was found in a component."""
        rows = [row for cluster in component.clusters for row in cluster.rows]
        self._remember({row.cluster for row in rows if row.cluster})
        for cluster in component.clusters:
            self._put(component.number, cluster)
        numbers = {row.node: row.number for row in rows}
        joins = [[numbers[join.one], numbers[join.two], join.ground.rank] for join in component.joins]
        kept = [[numbers[found.one], numbers[found.two], found.ground.rank, found.why] for found in component.refusals]
        self._tables.ask("INSERT INTO components VALUES (?, ?)", (component.number, dumped([joins, kept])))
        self.components.add(component.number)

    def _remember(self, clusters: set[int]) -> None:
        """What clusters were before; their IRIs may be free now."""
        query = "SELECT id, iri, nameless, base FROM clusters JOIN wanted USING (id)"
        for number, iri, nameless, base in self._tables.among(clusters, query) if clusters else ():
            self._before[number] = iri, nameless
            self.iris.add(iri)
            self._bases.add(base)

    def _put(self, component: int, cluster: Solved) -> None:
        """Store a cluster under the number that it had, or a new one."""
        entity = cluster.entity
        told = (component, entity.iri, *cluster.root, packed(entity))
        known = next((row.cluster for row in cluster.rows if row.cluster and row.cluster not in self._claimed), None)
        if known is None:
            query = "INSERT INTO clusters (component, base, source, key, entity) VALUES (?, ?, ?, ?, ?)"
            number = self._tables.ask(query, told).lastrowid or 0
        else:
            number = known
            self._tables.ask(_RENEWED, (*told, number))
        self._claimed.add(number)
        self._bases.add(entity.iri)
        strangers = [row for row in cluster.rows if row.cluster != number]
        self._tables.tell("UPDATE nodes SET cluster = ? WHERE id = ?", [(number, row.number) for row in strangers])
        self._moved += [(row.number, row.cluster, number) for row in strangers if row.cluster]

    def end(self) -> None:
        """Forget clusters that are no more, give all others their IRIs, and see which documents this touches."""
        old = self._documents.left | {before for _, before, _ in self._moved}
        query = "SELECT id FROM wanted WHERE NOT EXISTS (SELECT 1 FROM nodes WHERE cluster = wanted.id)"
        gone = {row[0] for row in self._tables.among(old, query)}
        self._remember(gone - self._before.keys())
        self._tables.tell("DELETE FROM clusters WHERE id = ?", [(number,) for number in sorted(gone)])
        self._touch({number for rows in self._by_base() for number in self._name(rows)})

    def _by_base(self) -> Iterator[list[Any]]:
        """The clusters that would share an IRI, for each IRI with which something has changed."""
        if len(self._bases) < _FEW:
            for base in sorted(self._bases):
                yield self._tables.ask(f"{_CLUSTERS} WHERE base = ? ORDER BY source, key", (base,)).fetchall()
            return
        for some in batches(sorted(self._bases), _AT_ONCE):
            between = f"{_CLUSTERS} WHERE base BETWEEN ? AND ? ORDER BY base, source, key"
            rows = self._tables.ask(between, (some[0], some[-1])).fetchall()
            for base, clusters in groupby(rows, key=lambda row: row[1]):
                if base in self._bases:
                    yield list(clusters)

    def _name(self, rows: list[Any]) -> list[int]:
        """Give the clusters of one base their IRIs; gives those that were there and have another now."""
        seen: Counter[str] = Counter()
        changed = []
        for number, base, told, iri, nameless in rows:
            entity = unpacked(base, told)
            entity = own_iri(entity, seen) if len(rows) > 1 else entity
            if entity.iri == iri:  # neither it nor its IRI has changed
                continue
            if iri is not None:
                self._before[number] = iri, nameless
                self.iris.add(iri)
            now = entity.iri, int(self._is_nameless(entity))
            self._tables.ask("UPDATE clusters SET iri = ?, nameless = ? WHERE id = ?", (*now, number))
            self.iris.add(entity.iri)
            if self._before.get(number, now) != now:
                changed.append(number)
        return changed

    def _is_nameless(self, entity: CanonicalEntity) -> bool:
        """Whether a thing has no name that may be published."""
        unnamed = not entity.ref and not public_names(entity, self._mask)
        return unnamed or self._mask.denies_iri(entity.iri)

    def _touch(self, changed: set[int]) -> None:
        """Documents in which something has another IRI than before are to be made again, their things explained."""
        among = self._tables.among
        query = "SELECT DISTINCT document FROM nodes JOIN wanted ON cluster = wanted.id"
        self._documents.fresh.update(row[0] for row in among(changed, query))
        query = "SELECT DISTINCT component FROM clusters JOIN wanted USING (id)"
        self.components.update(row[0] for row in among(changed, query))
        query = "SELECT id, iri, nameless FROM clusters JOIN wanted USING (id)"
        known = among({now for _, _, now in self._moved}, query)
        after = {number: (iri, nameless) for number, iri, nameless in known}
        moved = {number for number, before, now in self._moved if self._before.get(before) != after[now]}
        query = "SELECT DISTINCT document FROM nodes JOIN wanted USING (id)"
        self._documents.fresh.update(row[0] for row in among(moved, query))
