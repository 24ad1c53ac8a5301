"""The last ORDER BY of a query, done here instead of in the store.

A store that sorts looks up the text of both terms at each comparison: of a second for forty thousand rows, six tenths.
Here each different value gets its rank once, and rows are sorted by ranks. The order is SPARQL's: what is not stated
comes first, then nodes without a name, then names by their characters, then values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

import pyoxigraph as ox

from queries.rows import Row
from queries.terms import Term, is_number

_VARIABLE = r"\?\w+"
_ORDER = re.compile(
    rf"^(?P<before>[^#\n]*)\bORDER[ \t]+BY(?P<keys>(?:\s+(?:{_VARIABLE}|(?:ASC|DESC)\s*\(\s*{_VARIABLE}\s*\)))+)\s*\Z",
    re.IGNORECASE | re.MULTILINE,
)
_KEY = re.compile(r"(?:(?P<way>ASC|DESC)\s*\(\s*)?\?(?P<name>\w+)", re.IGNORECASE)

Ranked = Callable[[Sequence[ox.Literal]], Sequence[Term | None]]
"""Brings different literals into order, as an engine does."""


class Key(NamedTuple):
    """A column to sort by."""

    name: str
    falling: bool


def without_order(sparql: str) -> tuple[str, tuple[Key, ...]]:
    """The query without an ORDER BY of plain variables that ends it, and those; no keys where it ends otherwise."""
    found = _ORDER.search(sparql)
    if found is None:
        return sparql, ()
    keys = tuple(Key(k["name"], (k["way"] or "").upper() == "DESC") for k in _KEY.finditer(found["keys"]))
    return sparql[: found.end("before")], keys


def values_in_order(literals: Iterable[ox.Literal]) -> str:
    """A query for these literals in an engine's own order."""
    return f"SELECT ?value WHERE {{ VALUES ?value {{ {' '.join(map(str, literals))} }} }} ORDER BY ?value"


def in_order(columns: Sequence[str], rows: list[Row], keys: Sequence[Key], ranked: Ranked) -> list[Row]:
    """The rows sorted by the keys, which must be columns; rows that are alike in all of them stay as they stood."""
    for key in reversed(keys):
        at = columns.index(key.name)
        ranks = _ranks({row[at] for row in rows}, ranked)
        rows = sorted(rows, key=lambda row, at=at, ranks=ranks: ranks[row[at]], reverse=key.falling)  # type: ignore[misc]
    return rows


def _ranks(terms: set[Term | None], ranked: Ranked) -> dict[Term | None, tuple[int, str | int | Decimal]]:
    literals = [term for term in terms if isinstance(term, ox.Literal)]
    ranks: dict[Term | None, tuple[int, str | int | Decimal]] = {None: (0, "")}
    ranks.update({term: (1, term.value) for term in terms if isinstance(term, ox.BlankNode)})
    ranks.update({term: (2, term.value) for term in terms if isinstance(term, ox.NamedNode)})
    if all(is_number(term) for term in literals):
        ranks.update({term: (3, Decimal(term.value)) for term in literals})
    else:
        ranks.update({term: (3, at) for at, term in enumerate(ranked(sorted(literals, key=str)))})
    return ranks
