"""What a store holds of ours already: a graph of its own there says which graph has which content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from ontology.namespaces import IG
from serving.push.content import LEDGER, STAGING, PushError
from serving.push.remote import Remote

_DIGEST = f"{IG}digest"


def read_ledger(store: Remote) -> dict[str, str]:
    """The graphs that are ours there, and what waits in staging: IRI → digest."""
    if store.query_address:
        rows = store.select(f"SELECT ?graph ?digest WHERE {{ GRAPH <{LEDGER}> {{ ?graph <{_DIGEST}> ?digest }} }}")
        return {row["graph"]: row["digest"] for row in rows}
    try:
        quads = list(ox.parse(store.get(LEDGER), format=ox.RdfFormat.N_TRIPLES))
    except SyntaxError as error:
        raise PushError(f"{store.graphs_address} did not answer in N-Triples. Is it a graph store?") from error
    return {quad.subject.value: quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)}


def sizes(store: Remote, graphs: Iterable[str]) -> dict[str, int]:
    """How many triples each of these graphs holds there; none for those that do not exist."""
    found: dict[str, int] = {}
    for graph in graphs:
        rows = store.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
        found[graph] = sum(int(row["n"]) for row in rows)
    return found


def entry(graph: str, digest: str) -> str:
    """One line of the ledger."""
    return f'<{graph}> <{_DIGEST}> "{digest}" .'


def record(graph: str, digest: str) -> str:
    """The update that says that a graph now has this content."""
    return f"{forget(graph)} ;\nINSERT DATA {{ GRAPH <{LEDGER}> {{ {entry(graph, digest)} }} }}"


def forget(graph: str) -> str:
    """The update that says nothing of a graph any more."""
    return f"DELETE WHERE {{ GRAPH <{LEDGER}> {{ <{graph}> <{_DIGEST}> ?any }} }}"


def in_place(ledger: Mapping[str, str]) -> dict[str, str]:
    """The part of the ledger that speaks of graphs in their place."""
    return {graph: digest for graph, digest in ledger.items() if not graph.startswith(STAGING)}


def in_staging(ledger: Mapping[str, str]) -> set[str]:
    """The graphs of which the ledger says that they wait, complete."""
    return {graph for graph in ledger if graph.startswith(STAGING)}
