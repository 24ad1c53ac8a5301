"""Opens the output folder of a build for export, after making sure that it is as it was built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.output.store import check


class ExportError(ValueError):
    """Something that cannot be exported; the message says what, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a build asserts.

    `facts` are the merged triples of `graph.ttl`, `quads` those of `graph.trig` (with the evidence, one graph a
    source), `background` what the vocabulary says besides about the entries that are used. All are sorted.
    """

    facts: tuple[ox.Triple, ...]
    quads: tuple[ox.Quad, ...]
    background: tuple[ox.Triple, ...]


def load(out: Path) -> Dataset:
    """The dataset of an output folder.

    Raises `ExportError` where the folder is no finished build, or a file of it is not as it was built.
    """
    problems = check(out)
    if problems:
        raise ExportError(f"{problems[0]} (Make one with 'integraph build PATH --out {out}'.)")
    try:
        facts = {quad.triple for quad in ox.parse(path=str(out / "graph.ttl"), format=ox.RdfFormat.TURTLE)}
        quads = set(ox.parse(path=str(out / "graph.trig"), format=ox.RdfFormat.TRIG))
        background = {quad.triple for quad in ox.parse(path=str(out / "vocabulary.ttl"), format=ox.RdfFormat.TURTLE)}
    except (OSError, SyntaxError, ValueError) as error:
        raise ExportError(f"{out}: its graphs cannot be read ({error}). Build it again.") from error
    return Dataset(tuple(sorted(facts, key=str)), tuple(sorted(quads, key=str)), tuple(sorted(background, key=str)))
