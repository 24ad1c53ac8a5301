"""Files of lines that stand by subject, kept in pages: a page of which no line has changed is copied from the old file.

A page has some hundred lines of its file, all from its first subject up to the next page's first, so that only pages
with a subject of which something has changed are cut and written again. Where pages begin follows from what was changed
when; what stands in the file does not.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from sqlite3 import Cursor

from graph.index.spliced import Pieces
from graph.index.tables import Tables, dumped
from graph.output.lines import spaces_of, subject_of
from graph.output.serialisation import page_of, telling

_LINES = 100
_END = "="
"""Comes after every subject, which begins with a `<`."""


class Pages:
    """The pages of the file `name`; `query` asks for its lines between two subjects, in their order. In TriG they are
    those of a `graph`."""

    def __init__(self, tables: Tables, name: str, query: str, graph: str = "") -> None:
        self._tables = tables
        self._name = name
        self._graph = graph
        self._query = query
        self._rows: list[tuple[str, int, int]] = []

    def renew(self) -> frozenset[str]:
        """Cut the pages again that have a subject of which something has changed; gives the namespaces of all lines."""
        firsts = [first for (first,) in self._ask("SELECT first FROM pages WHERE file = ? ORDER BY first")]
        touched = self._tables.touched
        if touched is None or not firsts:
            self._ask("DELETE FROM pages WHERE file = ?")
            firsts, touched = [""], {""}
        firsts.append(_END)
        for number in sorted({bisect_right(firsts, subject) - 1 for subject in touched}):
            self._cut(firsts[number], firsts[number + 1])
        told = self._ask("SELECT DISTINCT spaces FROM pages WHERE file = ?")
        return frozenset(space for (spaces,) in told for space in json.loads(spaces))

    def _cut(self, first: str, end: str) -> None:
        """Make pages of the lines between two subjects; where there are none, the page before reaches as far."""
        rows: list[tuple[str, str, str]] = []
        for some in _parted(self._lines(first, end)):
            rows.append((self._name, subject_of(some[0]) if rows else first, dumped(sorted(telling(spaces_of(some))))))
        if not rows and not first:
            rows.append((self._name, first, "[]"))
        self._ask("DELETE FROM pages WHERE file = ? AND first = ?", first)
        self._tables.tell("INSERT INTO pages (file, first, spaces) VALUES (?, ?, ?)", rows)

    def places(self, prefixes: frozenset[str], pieces: Pieces) -> list[tuple[int, int]]:
        """Where the pages stand, in their order; those not yet written with these prefixes are new pieces."""
        known, now = f"prefixes of {self._name}", dumped(sorted(prefixes))
        if self._tables.meta(known) != now:
            self._tables.note(known, now)
            self._ask("UPDATE pages SET at = NULL WHERE file = ?")
        rows = self._ask("SELECT first, at, size FROM pages WHERE file = ? ORDER BY first").fetchall()
        self._rows = []
        for (first, at, size), (end, *_) in pairwise([*rows, (_END,)]):
            if at is None:
                body = page_of(list(self._lines(first, end)), prefixes, self._graph)
                at, size = pieces.add(body), len(body)
            self._rows.append((first, at, size))
        return [(at, size) for _, at, size in self._rows]

    def settle(self, start: int) -> None:
        """Know where the pages are now: one after the other in a new file, the first at `start`."""
        begins = accumulate((size for *_, size in self._rows), initial=start)
        rows = [(at, size, self._name, first) for at, (first, _, size) in zip(begins, self._rows, strict=False)]
        self._tables.tell("UPDATE pages SET at = ?, size = ? WHERE file = ? AND first = ?", rows)

    def _lines(self, first: str, end: str) -> Iterator[str]:
        return (line for (line,) in self._tables.ask(self._query, (first, end)))

    def _ask(self, query: str, *values: str) -> Cursor:
        return self._tables.ask(query, (self._name, *values))


def _parted(lines: Iterable[str]) -> Iterator[list[str]]:
    """Lines, some hundred at a time, never cut within a subject."""
    held: list[str] = []
    for line in lines:
        if len(held) >= _LINES and not line.startswith(subject_of(held[-1])):
            yield held
            held = []
        held.append(line)
    if held:
        yield held
