"""The documents of the index: taken in, let go, and what must be said of them in the report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from graph.identity.decisions import Decisions
from graph.identity.signatures import shared_keys
from graph.index import parts
from graph.index.gists import Gist
from graph.index.tables import Tables, dumped
from graph.terms import hashed

_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Known:
    """A document that an earlier build has read, and that has not changed."""

    shown: str
    notes: tuple[str, ...]


class Documents:
    """What changes in the index before identities are looked for.

    `fresh` are the documents whose graph must be made; `loose` the signatures that something has changed about, `left`
    the clusters that have lost an entity, `freed` the IRIs of things that a document said something of.
    """

    def __init__(self, tables: Tables, decisions: Decisions) -> None:
        self.tables = tables
        self.fresh: set[int] = set()
        self.loose: set[int] = set()
        self.left: set[int] = set()
        self.freed: set[str] = set()
        self._decisions = decisions
        self._signatures: dict[str, int] = {}
        self._kept: dict[str, tuple[int, str]] = {
            source: (number, key) for number, source, key in tables.ask("SELECT id, source, key FROM documents")
        }

    def known(self, source: str, key: str) -> Known | None:
        """What is known of a source whose reading has this key."""
        if self._kept.get(source, (0, ""))[1] != key:
            return None
        query = "SELECT shown, about FROM documents WHERE id = ?"
        shown, about = self.tables.ask(query, (self._kept[source][0],)).fetchone()
        return Known(shown, tuple(json.loads(about)[1]))

    def take(self, source: str, key: str, gist: Gist) -> None:
        """Take in a reading, in place of what its source said before."""
        self.drop(source)
        names, people = dumped(gist.names), dumped(gist.people)
        row = (source, key, dumped([gist.about, gist.notes]), names, people, dumped(gist.private), gist.shown)
        query = "INSERT INTO documents (source, key, about, names, people, private, shown) VALUES (?, ?, ?, ?, ?, ?, ?)"
        number = self.tables.ask(query, row).lastrowid or 0
        nodes = [(number, entity, self._signature(told)) for entity, told in gist.entities]
        self.tables.tell("INSERT INTO nodes (document, key, signature) VALUES (?, ?, ?)", nodes)
        self.loose.update(signature for _, _, signature in nodes)
        self.fresh.add(number)
        self._kept[source] = number, key

    def drop(self, source: str) -> None:
        """Forget a source, if it is known, and all that it said."""
        number, _ = self._kept.pop(source, (0, ""))
        if not number:
            return
        for signature, cluster in self.tables.ask("SELECT signature, cluster FROM nodes WHERE document = ?", (number,)):
            self.loose.add(signature)
            self.left.add(cluster or 0)
        self.freed |= parts.drop(self.tables, number)
        self.tables.ask("DELETE FROM graphs WHERE document = ?", (number,))
        self.tables.ask("DELETE FROM nodes WHERE document = ?", (number,))
        self.tables.ask("DELETE FROM documents WHERE id = ?", (number,))
        self.fresh.discard(number)

    def keep_only(self, sources: set[str]) -> None:
        """Forget all sources but these."""
        for source in sorted(self._kept.keys() - sources):
            self.drop(source)

    def all_anew(self) -> None:
        """Nothing that was made of the documents holds any more."""
        self.fresh.update(number for (number,) in self.tables.ask("SELECT id FROM documents"))
        self.loose.update(number for (number,) in self.tables.ask("SELECT id FROM signatures"))

    def _signature(self, told: str) -> int:
        """The number of a signature; of a new one the keys are kept by which others may be joined with it."""
        found = self._signatures.get(told)
        if found is None:
            row = self.tables.ask("SELECT id FROM signatures WHERE told = ?", (told,)).fetchone()
            found = int(row[0]) if row else self._learnt(told)
            if len(self._signatures) > _REMEMBERED:
                self._signatures.clear()
            self._signatures[told] = found
        return found

    def _learnt(self, told: str) -> int:
        number = self.tables.ask("INSERT INTO signatures (told) VALUES (?)", (told,)).lastrowid or 0
        keys = sorted(shared_keys(told, self._decisions))
        self.tables.tell("INSERT OR IGNORE INTO keys VALUES (?, ?)", [(hashed(key), number) for key in keys])
        return number


def entries_of(tables: Tables) -> dict[str, dict[str, Any]]:
    """What the report says of each source that was read."""
    found = {}
    for told, sid, about in tables.ask("SELECT told, sid, about FROM documents"):
        (language, form, encoding, characters, blocks, statements), _ = json.loads(about)
        found[told] = {
            "id": sid,
            "format": form,
            "encoding": encoding,
            "language": language,
            "characters": characters,
            "blocks": blocks,
            "statements": statements,
        }
    return found
