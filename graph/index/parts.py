"""What each source says, as far as sources share it: counted line by line, so that it can be taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from graph.index.tables import Tables, dumped
from graph.output.lines import subject_of
from graph.output.sheets import Refusal, Sheet

_MORE = """
INSERT INTO lines VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (line) DO UPDATE SET facts = facts + ?2,
asserted = asserted + ?3, labels = labels + ?4, background = background + ?5
"""
_NONE_LEFT = "DELETE FROM lines WHERE line = ? AND facts = 0 AND labels = 0 AND background = 0"
_USED = """
INSERT INTO things (iri, kind, uses, labels, shown) VALUES (?1, '', ?2, '', 0)
ON CONFLICT (iri) DO UPDATE SET uses = uses + ?2
"""


def take(tables: Tables, number: int, sheet: Sheet, denied: Iterable[str]) -> set[str]:
    """Keep the part of a source by its document's number: its shared lines, its things, what was refused, and what must
    not be published. Gives the IRIs of things that it did not use before, or uses no more."""
    refusals = [[refusal.source, refusal.what, refusal.why] for refusal in sheet.refusals]
    part = dumped([sorted(sheet.asserted), sorted(sheet.facts - sheet.asserted), sorted(sheet.used)])
    before = _part(tables, number)
    query = "INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)"
    tables.ask(query, (number, dumped(refusals), dumped(sorted(denied)), part))
    return _renew(tables, before, part)


def drop(tables: Tables, number: int) -> set[str]:
    """Forget the part of a source; gives the IRIs of its things."""
    before = _part(tables, number)
    tables.ask("DELETE FROM parts WHERE document = ?", (number,))
    return _renew(tables, before, None)


def _part(tables: Tables, number: int) -> str | None:
    row = tables.ask("SELECT part FROM parts WHERE document = ?", (number,)).fetchone()
    return str(row[0]) if row else None


def _renew(tables: Tables, before: str | None, now: str | None) -> set[str]:
    """Count a part in place of what its source said before."""
    old, new = _counted(before), _counted(now)
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    come |= {line for line in old.keys() & new.keys() if old[line] != new[line]}
    gone |= come & old.keys()
    count(tables, [(line, -1, -old[line], 0, 0) for line in sorted(gone)])
    count(tables, [(line, 1, new[line], 0, 0) for line in sorted(come)])
    was, used = set(json.loads(before)[2] if before else ()), set(json.loads(now)[2] if now else ())
    tables.tell(_USED, [(iri, -1) for iri in sorted(was - used)] + [(iri, 1) for iri in sorted(used - was)])
    return was ^ used


def count(tables: Tables, rows: Sequence[tuple[str, int, int, int, int]]) -> None:
    """Count lines: how many more (or fewer) sources state them or assert them, or things have them as labels or as
    background."""
    tables.touch(subject_of(line) for line, *_ in rows)
    tables.tell(_MORE, rows)
    tables.tell(_NONE_LEFT, [(line,) for line, *numbers in rows if min(numbers) < 0])


def _counted(part: str | None) -> dict[str, int]:
    """The shared lines of a part, and whether it asserts them."""
    if not part:
        return {}
    asserted, others, _ = json.loads(part)
    return dict.fromkeys(asserted, 1) | dict.fromkeys(others, 0)


def refusals_of(tables: Tables) -> list[Refusal]:
    """What was kept out of the graphs of all sources."""
    query = "SELECT refused FROM parts WHERE refused != '[]'"
    return [Refusal(*row) for (refused,) in tables.ask(query) for row in json.loads(refused)]


def denied_in(tables: Tables) -> set[str]:
    """What in the graphs of all sources holds the name of a person who must stay unnamed."""
    query = "SELECT denied FROM parts WHERE denied != '[]'"
    return {value for (denied,) in tables.ask(query) for value in json.loads(denied)}
