"""Which entities can be one thing at all: signatures that share a key, or share one with a third, and so on.

What is in one component says nothing about what is in another. So only the components that a change touches are
resolved again; all others stay as they are.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from graph.index.tables import Tables

_AROUND = """
SELECT DISTINCT other.signature FROM wanted JOIN keys ON keys.signature = wanted.id
JOIN keys AS other ON other.hash = keys.hash
"""


def renewed(tables: Tables, loose: Iterable[int]) -> list[int]:
    """Find the components around signatures of which something has changed; gives their numbers, in order.

    Signatures that no document has any more are forgotten. A component has the number of its first signature.
    """
    loose = set(loose)
    near = loose | {row[0] for row in tables.among(loose, _AROUND)}
    old = {row[0] for row in tables.among(near, "SELECT DISTINCT component FROM signatures JOIN wanted USING (id)")}
    inside = "SELECT signatures.id FROM wanted JOIN signatures ON signatures.component = wanted.id"
    touched = near | {row[0] for row in tables.among(old - {None}, inside)}
    _forget_unused(tables, touched)
    tables.tell("DELETE FROM components WHERE id = ?", [(number,) for number in sorted(old - {None})])
    roots = _joined(tables, touched)
    rows = ((_root(roots, signature), signature) for signature in sorted(touched))
    tables.tell("UPDATE signatures SET component = ? WHERE id = ?", rows)
    return sorted({_root(roots, signature) for signature in touched})


def _forget_unused(tables: Tables, touched: set[int]) -> None:
    """Forget signatures that no entity has."""
    query = "SELECT id FROM wanted WHERE NOT EXISTS (SELECT 1 FROM nodes WHERE signature = wanted.id)"
    unused = [row[0] for row in tables.among(touched, query)]
    touched.difference_update(unused)
    for query in ("DELETE FROM keys WHERE signature = ?", "DELETE FROM signatures WHERE id = ?"):
        tables.tell(query, [(number,) for number in unused])


def _joined(tables: Tables, touched: set[int]) -> array[int]:
    """For each signature one that stands nearer to the root of its component, the smallest of it."""
    roots = array("q", range(max(touched, default=0) + 1))
    query = "SELECT hash, signature FROM keys JOIN wanted ON signature = wanted.id ORDER BY hash"
    last, first = None, 0
    for key, signature in tables.among(touched, query):
        if key != last:
            last, first = key, signature
            continue
        one, two = _root(roots, first), _root(roots, signature)
        roots[max(one, two)] = min(one, two)
    return roots


def _root(roots: array[int], signature: int) -> int:
    while roots[signature] != signature:
        roots[signature] = roots[roots[signature]]
        signature = roots[signature]
    return signature
