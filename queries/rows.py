"""The rows of an answer out of a store, read in bulk.

A store writes an answer in native code much faster than it hands over its terms one by one. Each different value is
then made a term once, however often it stands in the table.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import pyoxigraph as ox

from queries.terms import Term, canonical

Row: TypeAlias = tuple[Term | None, ...]

MEDIA = "text/tab-separated-values"
_QUOTED = "The answer holds a quoted triple, which cannot be shown as a value: {}. Select its parts instead."


def read_rows(body: bytes) -> tuple[tuple[str, ...], list[Row]]:
    """The columns and the rows of SPARQL results TSV; ValueError where it is none, or holds what is no value."""
    lines = body.decode("utf-8").split("\n")
    columns = tuple(name.removeprefix("?") for name in lines[0].split("\t")) if lines[0] else ()
    cells = [tuple(line.split("\t")) for line in lines[1:-1]]
    if not columns:
        return (), [() for _ in cells]
    terms = _terms({cell for row in cells for cell in row})
    return columns, [tuple([terms[cell] for cell in row]) for row in cells]


def _terms(cells: Iterable[str]) -> dict[str, Term | None]:
    """What the cells of a table say. Whatever is not simply an IRI is read by the store's own reader, all at once."""
    found: dict[str, Term | None] = {}
    other = []
    for cell in sorted(cells):
        if not cell:
            found[cell] = None
        elif cell.startswith("<<"):
            raise ValueError(_QUOTED.format(cell))
        elif cell[0] == "<" and "\\" not in cell:
            found[cell] = ox.NamedNode(cell[1:-1])
        elif cell.startswith("_:"):
            found[cell] = ox.BlankNode(cell[2:])
        else:
            other.append(cell)
    text = "".join(f"<x:> <x:> {cell} .\n" for cell in other)
    read = ox.parse(text, format=ox.RdfFormat.TURTLE)
    for cell, quad in zip(other, read, strict=True):
        found[cell] = canonical(quad.object)
    return found
