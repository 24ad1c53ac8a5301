"""What of an output folder goes into a store: its named graphs, each with a digest of its content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from ontology.namespaces import ID
from serving.snapshot import DATASET, MEASURES, Snapshot

VOCABULARY = ID + "graph/vocabulary"
LEDGER = ID + "graph/pushed"
STAGING = ID + "staging/"


class PushError(Exception):
    """The graph could not be brought over; what is there already stays, and the next push goes on from there."""


@dataclass(frozen=True, slots=True)
class Content:
    """One named graph: its IRI, its triples as sorted lines of N-Triples, and the SHA-256 of them."""

    graph: str
    lines: tuple[str, ...]
    digest: str

    @property
    def staging(self) -> str:
        """The IRI under which this very content waits until all is there."""
        return f"{STAGING}{hashlib.sha256(self.graph.encode('utf-8')).hexdigest()[:16]}-{self.digest[:16]}"


def read_content(out: Path) -> tuple[Content, ...]:
    """All graphs of an output folder, sorted. SnapshotError where it is no whole output, PushError where it is odd."""
    files = Snapshot(out).files
    graphs: dict[str, set[str]] = {}
    for name in (DATASET, MEASURES):
        if name in files:
            for quad in ox.parse(files[name].read(), format=ox.RdfFormat.TRIG):
                graphs.setdefault(_name(quad.graph_name), set()).add(f"{quad.triple} .")
    if "vocabulary.ttl" in files:
        known = ox.parse(files["vocabulary.ttl"].read(), format=ox.RdfFormat.TURTLE)
        graphs.setdefault(VOCABULARY, set()).update(f"{quad.triple} ." for quad in known)
    return tuple(make_content(graph, lines) for graph, lines in sorted(graphs.items()) if lines)


def make_content(graph: str, lines: set[str]) -> Content:
    """A graph with its digest."""
    ordered = tuple(sorted(lines))
    return Content(graph, ordered, hashlib.sha256("\n".join(ordered).encode("utf-8")).hexdigest())


def _name(graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> str:
    if isinstance(graph, ox.NamedNode):
        return graph.value
    raise PushError(f"{DATASET} holds triples in no named graph, which no build writes. Build it again.")
