"""The ontology as it is published: the terms, their labels in all languages, one graph in any syntax."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import pyoxigraph as ox


@lru_cache(maxsize=1)
def whole_ontology() -> tuple[ox.Triple, ...]:
    """`integraph.ttl` and the labels of `terms/*.ttl`, without repetition. Lists keep their blank nodes."""
    root = files("ontology")
    labels = sorted((f for f in (root / "terms").iterdir() if f.name.endswith(".ttl")), key=lambda f: f.name)
    found: dict[ox.Triple, None] = {}
    for file in (root / "integraph.ttl", *labels):
        for quad in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE):
            found[quad.triple] = None
    return tuple(found)
