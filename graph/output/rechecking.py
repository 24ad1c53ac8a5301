"""The rules of the shapes, asked again only of the things that a change can have touched.

A rule looks at one thing and at what is near it (`graph.output.sampling`). Of a graph that has been checked, the lines
are kept with what was found. Only things near a line that is new or gone can keep or break a rule they did not keep
or break before: the check of these, and what was found of all others, is what a check of all would find.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import astuple
from importlib import metadata

from graph.cache import Cache, fingerprint
from graph.output.sampling import around, touched
from graph.output.serialisation import turtle_of
from graph.output.validation import Violation
from graph.terms import digest

_PARTS = ("pyshacl", "rdflib", "pyoxigraph")
_MOST = 0.5
"""Which part of all lines may be near a change: to check more of them costs as much as to check all."""
Validate = Callable[[bytes], Sequence[Violation]]


def recheck(cache: Cache, lines: Collection[str], validate: Validate) -> list[Violation]:
    """What `validate` finds in a graph of these lines (N-Triples without their dots), which are kept with it."""
    key = digest("checked", fingerprint(), *(f"{part} {metadata.version(part)}" for part in _PARTS))
    known = _unpacked(cache.fetch(key))
    found = None if known is None else _renewed(*known, set(lines), validate)
    if found is None:
        found = sorted(validate(turtle_of(lines)))
    told = [sorted(lines), [astuple(violation) for violation in found]]
    cache.put(key, zlib.compress(json.dumps(told, separators=(",", ":")).encode("ascii"), 1))
    return found


def _renewed(old: set[str], found: list[Violation], lines: set[str], validate: Validate) -> list[Violation] | None:
    """What was found in the old lines, as far as it still holds, and what is found near the change; nothing where that
    is too much."""
    changed = old ^ lines
    if not changed:
        return found
    near = touched(lines, changed)
    part = around(lines, near)
    if len(part.lines) > _MOST * len(lines):
        return None
    gone = {iri[1:-1] for iri in near}
    new = [violation for violation in validate(turtle_of(part.lines)) if violation.focus in part.things]
    return sorted([*(violation for violation in found if violation.focus not in gone), *new])


def _unpacked(data: bytes | None) -> tuple[set[str], list[Violation]] | None:
    """The lines and what was found in them; nothing where there are none, or they are damaged."""
    try:
        lines, found = json.loads(zlib.decompress(data or b""))
        return set(lines), [Violation(*violation) for violation in found]
    except (ValueError, TypeError, zlib.error):
        return None
