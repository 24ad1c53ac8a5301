"""The files of an output, made of the index: what has not changed is copied from the old output."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from graph.identity.explanation import FILE as EXPLANATION
from graph.index.facts import ABOUT
from graph.index.pages import Pages
from graph.index.spliced import Pieces
from graph.index.tables import Tables, dumped
from graph.output.data import json_of_pieces
from graph.output.rdf import LABELS
from graph.output.serialisation import CLOSE, Leaf, head, opening, rewritten
from graph.output.store import PRIVATE, Staging, fingerprint, told_files
from ontology.namespaces import ID

TRIG, TURTLE, VOCABULARY = "graph.trig", "graph.ttl", "vocabulary.ttl"
SPLICED = (TRIG, TURTLE, VOCABULARY, EXPLANATION)
_LABELS = "SELECT line FROM lines WHERE line >= ? AND line < ? AND labels > 0 ORDER BY line"
_BACKGROUND = "SELECT line FROM lines WHERE line >= ? AND line < ? AND background > 0 ORDER BY line"


def fits(tables: Tables, stage: Staging) -> bool:
    """Whether the old output is the one that the index tells of, as far as pieces of its files may be copied."""
    told = told_files(stage.out)
    kept = {name: json.loads(tables.meta(name) or "null") for name in SPLICED}
    try:
        return all(one is None or one == told.get(name) == fingerprint(stage.out / name) for name, one in kept.items())
    except OSError:  # one of them is not there
        return False


def write_graphs(tables: Tables, stage: Staging) -> None:
    """Write `graph.ttl` and `vocabulary.ttl`."""
    for name, query in ((TURTLE, ABOUT), (VOCABULARY, _BACKGROUND)):
        pages = Pages(tables, name, query)
        start, used = head(pages.renew())
        with closing(Pieces(stage.out / name)) as pieces:
            stage.write(name, chain([start], pieces.copied(iter(pages.places(used, pieces)))))
        pages.settle(len(start))
        tables.note(name, dumped(stage.told(name)))


@dataclass(frozen=True, slots=True)
class _Placed:
    """The graph of a document and where it is."""

    number: int
    page: Leaf
    at: int
    size: int


def write_dataset(tables: Tables, stage: Staging, pieces: Pieces) -> None:
    """Write `graph.trig`."""
    labels = Pages(tables, f"{TRIG} {LABELS.value}", _LABELS, LABELS.value)
    spaces = labels.renew()
    graphs = sorted(_graphs(tables), key=lambda graph: f"<{graph.page.graph}>")
    start, used = head(spaces.union(*{graph.page.spaces for graph in graphs}))
    before, after = (opening(LABELS.value, used), CLOSE) if spaces else (b"", b"")
    pages = labels.places(used, pieces)
    placed = list(_adapted(tables, graphs, used, pieces))
    # the graph of the labels comes first: `graph/` is before `source/`
    copied = pieces.copied((graph.at, graph.size) for graph in placed)
    stage.write(TRIG, chain([start, before], pieces.copied(iter(pages)), [after], copied))
    tables.note(TRIG, dumped(stage.told(TRIG)))
    labels.settle(len(start) + len(before))
    first = len(start) + len(before) + sum(size for _, size in pages) + len(after)
    ends = accumulate((graph.size for graph in placed), initial=first)
    rows = [(at, graph.size, graph.number) for at, graph in zip(ends, placed, strict=False)]
    tables.tell("UPDATE documents SET at = ?, size = ? WHERE id = ?", rows)


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
    same = tables.meta("prefixes") == dumped(sorted(used))  # then what was in the old file fits as it is
    tables.note("prefixes", dumped(sorted(used)))
    for graph in graphs:
        page = graph.page
        if (same and graph.at >= 0) or (wanted := page.wanted(used)) == page.prefixes:
            yield graph
            continue
        body = rewritten(replace(page, body=pieces.read(graph.at, graph.size)), used)
        query = "UPDATE documents SET prefixes = ? WHERE id = ?"
        tables.ask(query, (dumped(sorted(wanted)), graph.number))
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
    for number, key, sid, text, stamp in tables.ask("SELECT id, key, sid, text, stamp FROM documents").fetchall():
        if number not in fresh and not stage.keep(f"texts/{sid}.txt", json.loads(text), stamp):
            missing.append((number, key))
    return missing


def write_private(tables: Tables, stage: Staging) -> None:
    """Write where private names stand in the texts."""
    rows = tables.ask("SELECT sid, private FROM documents WHERE private != '[]'")
    private = {sid: json.loads(spans) for sid, spans in rows}
    stage.write(PRIVATE, (json.dumps(private, indent=0, sort_keys=True) + "\n").encode("ascii"))
