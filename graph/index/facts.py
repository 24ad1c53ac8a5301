"""The lines of the merged graph as the index keeps them, and what a sample of them needs.

From build to build is remembered which things there are of each class, and what leads to those that were drawn.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Set
from itertools import groupby

from graph.index.tables import Tables, dumped
from graph.output.lines import subject_of
from graph.output.sampling import LAST, classes_of, lot_of, value_of, way_of

ABOUT = "SELECT line FROM lines WHERE line >= ? AND line < ? AND (facts > 0 OR labels > 0) ORDER BY line"
_ALL = "SELECT line FROM lines WHERE facts > 0 OR labels > 0 ORDER BY line"
_ONE = "SELECT 1 FROM lines WHERE line = ? AND (facts > 0 OR labels > 0)"
_LEADING = """
WITH ways AS (SELECT line, substr(line, instr(line, ' ') + 1) AS way FROM lines WHERE facts > 0 OR labels > 0)
SELECT MIN(line) FROM ways JOIN sought ON value = substr(way, instr(way, ' ') + 1) GROUP BY way
"""
_KNOWN = "leading"


class Facts:
    """All lines, once no more of them change in this build."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        touched = tables.touched
        if touched is None:
            tables.ask("DELETE FROM subjects")
            parted = groupby(self, subject_of)
            tables.tell(_CLASSED, (row for subject, lines in parted for row in _rows(subject, lines)))
            return
        tables.tell("DELETE FROM subjects WHERE subject = ?", [(subject[:-1],) for subject in touched])
        for subject in touched:
            tables.tell(_CLASSED, _rows(subject, self.about(subject[:-1])))

    def __iter__(self) -> Iterator[str]:
        """All lines, in their order."""
        return (line for (line,) in self._tables.ask(_ALL))

    def __len__(self) -> int:
        """How many there are."""
        return int(self._tables.ask("SELECT COUNT(*) FROM lines WHERE facts > 0 OR labels > 0").fetchone()[0])

    def about(self, subject: str) -> list[str]:
        """The lines of one subject."""
        return [line for (line,) in self._tables.ask(ABOUT, (f"{subject} ", f"{subject}!"))]

    def subjects(self) -> int:
        """How many subjects there are."""
        return int(self._tables.ask("SELECT COUNT(DISTINCT subject) FROM subjects").fetchone()[0])

    def drawn(self, of_a_class: int) -> Iterable[str]:
        """Up to so many subjects of each class."""
        classes = self._tables.ask("SELECT DISTINCT class FROM subjects WHERE class != ''").fetchall()
        query = "SELECT subject FROM subjects WHERE class = ? ORDER BY lot, subject LIMIT ?"
        return (subject for (kind,) in classes for (subject,) in self._tables.ask(query, (kind, of_a_class)))

    def leading(self, values: Set[str]) -> Iterable[str]:
        """Of the lines that lead to these values, the first by each property to each of them: those that are known from
        an earlier build, unless one of them is gone, and those that have changed since."""
        touched = self._tables.touched
        before, kept = json.loads(self._tables.meta(_KNOWN) or "[[], []]")
        is_known = touched is not None and values <= set(before) and all(map(self._has, kept))
        lines = kept if is_known else self._searched(values)
        found = {way_of(line): line for line in lines if value_of(line) in values}
        for line in (line for subject in touched or () for line in self.about(subject[:-1])):
            if value_of(line) in values and line < found.get(way_of(line), LAST):
                found[way_of(line)] = line
        self._tables.note(_KNOWN, dumped([sorted(values), sorted(found.values())]))
        return found.values()

    def _has(self, line: str) -> bool:
        return self._tables.ask(_ONE, (line,)).fetchone() is not None

    def _searched(self, values: Set[str]) -> list[str]:
        self._tables.ask("DELETE FROM sought")
        self._tables.tell("INSERT INTO sought VALUES (?)", ((value,) for value in values))
        return [line for (line,) in self._tables.ask(_LEADING)]


_CLASSED = "INSERT INTO subjects VALUES (?, ?, ?)"


def _rows(subject: str, lines: Iterable[str]) -> Iterator[tuple[str, str, bytes]]:
    """What is remembered of a subject (as it begins lines) and its lines: each of its classes, "" where it has none."""
    told = list(lines)
    for kind in sorted(classes_of(told)) or [""] * bool(told):
        yield subject[:-1], kind, lot_of(subject[:-1])
