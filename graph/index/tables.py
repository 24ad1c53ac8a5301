"""The tables of the index: one file of SQLite beside the output, or one without a name that is gone with the build.

A build changes it in one transaction, which is brought to an end after its output has been put in place. A build that
dies leaves the index of the old output, or one that does not fit the new output: then, and where it is damaged or was
made by another engine, it is begun anew. It holds texts' names of people and is as private as these.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
_FORMAT = "2"
_TOUCHED = 50_000
_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, source TEXT UNIQUE, key TEXT, about TEXT, names TEXT, people TEXT, private TEXT,
    shown TEXT, masked TEXT, told TEXT, digest TEXT, sid TEXT, text TEXT, stamp TEXT, spaces TEXT, prefixes TEXT,
    statements INTEGER
);
CREATE TABLE parts (document INTEGER PRIMARY KEY, refused TEXT, denied TEXT, part TEXT);
CREATE TABLE graphs (document INTEGER PRIMARY KEY, at INTEGER, size INTEGER);
CREATE TABLE inputs (path BLOB PRIMARY KEY, stamp TEXT, digest TEXT) WITHOUT ROWID;
CREATE TABLE nodes (id INTEGER PRIMARY KEY, document INTEGER, key TEXT, signature INTEGER, cluster INTEGER);
CREATE INDEX nodes_of_documents ON nodes (document);
CREATE INDEX nodes_of_signatures ON nodes (signature);
CREATE INDEX nodes_of_clusters ON nodes (cluster);
CREATE TABLE signatures (id INTEGER PRIMARY KEY, told TEXT UNIQUE, component INTEGER);
CREATE INDEX signatures_of_components ON signatures (component);
CREATE TABLE keys (hash INTEGER, signature INTEGER, PRIMARY KEY (hash, signature)) WITHOUT ROWID;
CREATE INDEX keys_of_signatures ON keys (signature);
CREATE TABLE components (id INTEGER PRIMARY KEY, grounds TEXT);
CREATE TABLE clusters (
    id INTEGER PRIMARY KEY, component INTEGER, base TEXT, iri TEXT, source TEXT, key TEXT, entity TEXT, nameless INTEGER
);
CREATE INDEX clusters_by_base ON clusters (base);
CREATE INDEX clusters_by_iri ON clusters (iri);
CREATE TABLE lines (
    line TEXT PRIMARY KEY, facts INTEGER, asserted INTEGER, labels INTEGER, background INTEGER
) WITHOUT ROWID;
CREATE TABLE things (
    iri TEXT PRIMARY KEY, kind TEXT, uses INTEGER, labels TEXT, shown INTEGER
) WITHOUT ROWID;
CREATE TABLE explained (iri TEXT PRIMARY KEY, at INTEGER, size INTEGER) WITHOUT ROWID;
CREATE TABLE subjects (subject TEXT, class TEXT, lot BLOB, PRIMARY KEY (subject, class)) WITHOUT ROWID;
CREATE INDEX subjects_by_lot ON subjects (class, lot, subject);
CREATE TABLE pages (
    file TEXT, first TEXT, spaces TEXT, at INTEGER, size INTEGER, PRIMARY KEY (file, first)
) WITHOUT ROWID;
"""
_ASKED = """
CREATE TEMP TABLE wanted (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE sought (value TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class StaleError(Exception):
    """What is kept of earlier builds does not hold any more: the index must be begun anew."""


class Tables:
    """The index of one build: kept at `place` (none: for this build alone), with the `key` of what it was made by.

    `touched` are the subjects, as lines begin, of which this build has changed lines; none where they are too many.
    """

    def __init__(self, place: Path | None, key: str) -> None:
        self.place = place
        self.touched: set[str] | None = set()
        self._key = f"{_FORMAT} {key}"
        self._db = self._opened()

    def ask(self, query: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """The answer to a query."""
        return self._db.execute(query, values)

    def tell(self, query: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for each row."""
        self._db.executemany(query, rows)

    def among(self, ids: Iterable[int], query: str) -> sqlite3.Cursor:
        """The answer to a query that speaks of these ids as the table `wanted`."""
        self._db.execute("DELETE FROM wanted")
        self._db.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((number,) for number in ids))
        return self._db.execute(query)

    def meta(self, name: str) -> str:
        """Something kept under a name ("" for nothing)."""
        row = self.ask("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def note(self, name: str, value: str) -> None:
        """Keep something under a name."""
        self.ask("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def touch(self, subjects: Iterable[str]) -> None:
        """Know of subjects that something said of them has changed."""
        if self.touched is not None:
            self.touched.update(subjects)
            self.touched = None if len(self.touched) > _TOUCHED else self.touched

    def commit(self) -> None:
        """Keep all that was changed, and go on."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")

    def clear(self) -> None:
        """Begin anew."""
        self.close()
        self._forget()
        self._db = self._opened()

    def close(self) -> None:
        """Let go of the file; what was not committed is gone."""
        self._db.close()

    def _opened(self) -> sqlite3.Connection:
        """The file that is there if it fits, else a new one."""
        if self.place is not None and self.place.is_file():
            with contextlib.suppress(sqlite3.Error):
                found = _connected(str(self.place))
                if found.execute("SELECT value FROM meta WHERE name = 'key'").fetchone() == (self._key,):
                    found.executescript(_ASKED)
                    found.execute("BEGIN")
                    return found
                found.close()
            self._forget()
        return self._made()

    def _made(self) -> sqlite3.Connection:
        with contextlib.suppress(OSError, sqlite3.Error):  # a disk that is full must not fail the build
            if self.place is not None:
                self.place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                (self.place.parent / ".gitignore").write_text("*\n")
            return self._empty(_connected(str(self.place or "")))
        self.place = None
        return self._empty(_connected(""))

    def _empty(self, made: sqlite3.Connection) -> sqlite3.Connection:
        made.executescript(_SCHEMA + _ASKED)
        made.execute("BEGIN")
        self.touched = None
        made.execute("INSERT INTO meta VALUES ('key', ?)", (self._key,))
        return made

    def _forget(self) -> None:
        for name in (self.place, self.place and self.place.with_name(f"{self.place.name}-journal")):
            if name is not None:
                name.unlink(missing_ok=True)


def _connected(name: str) -> sqlite3.Connection:
    found = sqlite3.connect(name, isolation_level=None)
    for setting in ("cache_size = -65536", "temp_store = FILE", "locking_mode = EXCLUSIVE", "synchronous = NORMAL"):
        found.execute(f"PRAGMA {setting}")
    return found


def dumped(data: Any) -> str:
    """Plain data as a short string."""
    return json.dumps(data, separators=(",", ":"))


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Items, some at a time."""
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
