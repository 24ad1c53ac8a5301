"""Answers as they come from another process or another machine: SPARQL results JSON, Turtle and N-Triples."""

from __future__ import annotations

import json

import pyoxigraph as ox

from queries.runner import Answer, Table, Triples, Verdict
from queries.terms import canonical, read_term


def read_triples(body: bytes) -> Triples:
    """The triples of a Turtle or N-Triples document; SyntaxError where it is none."""
    found = {ox.Triple(q.subject, q.predicate, q.object) for q in ox.parse(body, format=ox.RdfFormat.TURTLE)}
    return Triples(tuple(sorted(found, key=str)))


def read_json(body: bytes, ask: bool) -> Answer:
    """The table or verdict of SPARQL results JSON; ValueError, KeyError or TypeError where it is none.

    `ask` says that a verdict is expected, which some servers write as a table of one row.
    """
    data = json.loads(body)
    if "boolean" in data:
        return Verdict(bool(data["boolean"]))
    bindings = data["results"]["bindings"]
    if ask:  # some servers answer ASK with one row
        said = [cell["value"].lower() for row in bindings[:1] for cell in row.values()]
        return Verdict(said[:1] in (["1"], ["true"]))
    columns = tuple(str(name) for name in data["head"]["vars"])
    rows = (tuple(canonical(read_term(row.get(name))) for name in columns) for row in bindings)
    return Table(columns, tuple(rows))
