"""The files of an output, made of the index: what has not changed is copied from the old output."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from graph.identity.explanation import FILE as EXPLANATION
from graph.index.spliced import Pieces
from graph.index.tables import Tables, dumped
from graph.output.merging import part
from graph.output.rdf import LABELS
from graph.output.serialisation import Leaf, head, rewritten, turtle_pieces
from graph.output.store import PRIVATE, Staging, fingerprint, json_of_pieces, told_files
from graph.privacy.masking import Mask
from ontology.namespaces import ID

TRIG, TURTLE, VOCABULARY = "graph.trig", "graph.ttl", "vocabulary.ttl"
SPLICED = (TRIG, EXPLANATION)
_FACTS = "SELECT line FROM lines WHERE facts > 0 OR labels > 0 ORDER BY line"
_BACKGROUND = "SELECT line FROM lines WHERE background > 0 ORDER BY line"
_LABELS = "SELECT line FROM lines WHERE labels > 0 ORDER BY line"


def fits(tables: Tables, stage: Staging) -> bool:
    """Whether the old output is the one that the index tells of, as far as pieces of its files may be copied."""
    told = told_files(stage.out)
    for name in SPLICED:
        kept = tables.meta(name)
        if kept and (json.loads(kept) != told.get(name) or fingerprint(stage.out / name) != told[name]):
            return False
    return True


def facts(tables: Tables) -> Iterator[str]:
    """The lines of the merged graph, in their order."""
    return (line for (line,) in tables.ask(_FACTS))


def write_graphs(tables: Tables, stage: Staging) -> None:
    """Write `graph.ttl` and `vocabulary.ttl`."""
    stage.write(TURTLE, turtle_pieces(lambda: facts(tables)))
    stage.write(VOCABULARY, turtle_pieces(lambda: (line for (line,) in tables.ask(_BACKGROUND))))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A graph of the dataset and where it is; the one of the labels has the number 0."""

    number: int
    page: Leaf
    at: int
    size: int


def write_dataset(tables: Tables, stage: Staging, pieces: Pieces, mask: Mask) -> frozenset[str]:
    """Write `graph.trig`; gives what in the labels holds the name of a person who must stay unnamed."""
    page, denied = part(LABELS.value, (line for (line,) in tables.ask(_LABELS)), mask)
    labels = _Placed(0, replace(page, body=b""), pieces.add(page.body), len(page.body))
    graphs = sorted([labels, *_graphs(tables)], key=lambda graph: f"<{graph.page.graph}>")
    start, used = head(frozenset().union(*{graph.page.spaces for graph in graphs}))
    placed = list(_adapted(tables, graphs, used, pieces))
    stage.write(TRIG, chain([start], pieces.copied((graph.at, graph.size) for graph in placed)))
    tables.note(TRIG, dumped(stage.told(TRIG)))
    ends = accumulate((graph.size for graph in placed), initial=len(start))
    rows = [(at, graph.size, graph.number) for at, graph in zip(ends, placed, strict=False)]
    tables.tell("UPDATE documents SET at = ?, size = ? WHERE id = ?", rows)
    return denied


def _graphs(tables: Tables) -> Iterator[_Placed]:
    """The graphs of all sources."""
    forms: dict[str, frozenset[str]] = {}
    query = "SELECT id, sid, spaces, prefixes, at, size FROM documents"
    for number, sid, spaces, prefixes, at, size in tables.ask(query):
        for told in (spaces, prefixes):
            if told not in forms:
                forms[told] = frozenset(json.loads(told))
        yield _Placed(number, Leaf(f"{ID}source/{sid}", b"", forms[prefixes], forms[spaces]), at, size)


def _adapted(tables: Tables, graphs: list[_Placed], used: frozenset[str], pieces: Pieces) -> Iterator[_Placed]:
    """The same graphs, those written again that must have other prefixes in this file."""
    wanted: dict[frozenset[str], frozenset[str]] = {}
    for graph in graphs:
        page = graph.page
        if page.spaces not in wanted:
            wanted[page.spaces] = page.wanted(used)
        if wanted[page.spaces] == page.prefixes:
            yield graph
            continue
        body = rewritten(replace(page, body=pieces.read(graph.at, graph.size)), used)
        told = dumped(sorted(wanted[page.spaces]))
        tables.ask("UPDATE documents SET prefixes = ? WHERE id = ?", (told, graph.number))
        yield replace(graph, at=pieces.add(body), size=len(body))


def write_explanation(tables: Tables, stage: Staging, pieces: Pieces) -> None:
    """Write `resolution.json`."""
    query = "SELECT iri, at, size FROM things WHERE shown AND at IS NOT NULL ORDER BY iri"
    rows = tables.ask(query).fetchall()
    written = json_of_pieces("things", pieces.copied((at, size) for _, at, size in rows))
    first = next(written)
    stage.write(EXPLANATION, chain([first], written))
    tables.note(EXPLANATION, dumped(stage.told(EXPLANATION)))
    ends = accumulate((size for _, _, size in rows), initial=len(first) - 1)
    placed = [(at, iri) for at, (iri, *_) in zip(ends, rows, strict=False)]
    tables.tell("UPDATE things SET at = ? WHERE iri = ?", placed)


def keep_texts(tables: Tables, stage: Staging, fresh: set[int]) -> list[tuple[int, str]]:
    """Take over the texts of all documents but the fresh ones; the numbers and keys of those that must be written."""
    missing = []
    for number, key, sid, text in tables.ask("SELECT id, key, sid, text FROM documents").fetchall():
        if number not in fresh and not stage.keep(f"texts/{sid}.txt", json.loads(text)):
            missing.append((number, key))
    return missing


def write_private(tables: Tables, stage: Staging) -> None:
    """Write where private names stand in the texts."""
    rows = tables.ask("SELECT sid, private FROM documents WHERE private != '[]'")
    private = {sid: json.loads(spans) for sid, spans in rows}
    stage.write(PRIVATE, (json.dumps(private, indent=0, sort_keys=True) + "\n").encode("ascii"))
