"""The files of an output, made of the index: what has not changed is copied from the old output."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from itertools import chain

from graph.identity.explanation import FILE as EXPLANATION
from graph.index.facts import ABOUT
from graph.index.pages import Pages
from graph.index.spliced import Pieces
from graph.index.tables import Tables, dumped
from graph.output.data import json_of_pieces
from graph.output.rdf import LABELS
from graph.output.serialisation import CLOSE, Leaf, head, opening, rewritten
from graph.output.store import PRIVATE, Staging, fingerprint, stamped, told_files
from ontology.namespaces import ID

TRIG, TURTLE, VOCABULARY = "graph.trig", "graph.ttl", "vocabulary.ttl"
SPLICED = (TRIG, TURTLE, VOCABULARY, EXPLANATION)
_LABELS = "SELECT line FROM lines WHERE line >= ? AND line < ? AND labels > 0 ORDER BY line"
_BACKGROUND = "SELECT line FROM lines WHERE line >= ? AND line < ? AND background > 0 ORDER BY line"


def fits(tables: Tables, stage: Staging) -> bool:
    """Whether the old output is the one that the index tells of, as far as pieces of its files may be copied."""
    told = told_files(stage.out)
    kept = {name: json.loads(found) for name in SPLICED if (found := tables.meta(name))}
    try:
        return all(
            one == told.get(name) and (stamped(f"{stage.out}/{name}") == stamp or fingerprint(stage.out / name) == one)
            for name, (one, stamp) in kept.items()
        )
    except OSError:  # one of them is not there
        return False


def _remember(tables: Tables, stage: Staging, name: str) -> None:
    """Know a file by its digest, and by its stamp as long as nobody touches it."""
    tables.note(name, dumped([stage.told(name), stage.stamp_of(name)]))


def write_graphs(tables: Tables, stage: Staging) -> None:
    """Write `graph.ttl` and `vocabulary.ttl`."""
    for name, query in ((TURTLE, ABOUT), (VOCABULARY, _BACKGROUND)):
        pages = Pages(tables, name, query)
        start, used = head(pages.renew())
        with closing(Pieces(stage.out / name)) as pieces:
            stage.write(name, chain([start], pieces.copied(iter(pages.places(used, pieces)))))
        pages.settle(len(start))
        _remember(tables, stage, name)


def write_dataset(tables: Tables, stage: Staging, pieces: Pieces) -> None:
    """Write `graph.trig`: first the graph of the labels (`graph/` is before `source/`), then those of the sources."""
    labels = Pages(tables, f"{TRIG} {LABELS.value}", _LABELS, LABELS.value)
    spaces = labels.renew()
    forms = [json.loads(found) for (found,) in tables.ask("SELECT DISTINCT spaces FROM documents")]
    start, used = head(spaces.union(*forms))
    before, after = (opening(LABELS.value, used), CLOSE) if spaces else (b"", b"")
    pages = labels.places(used, pieces)
    _adapt(tables, used, pieces)
    graphs = pieces.copied(tables.ask("SELECT at, size FROM graphs JOIN documents ON id = document ORDER BY sid"))
    stage.write(TRIG, chain([start, before], pieces.copied(iter(pages)), [after], graphs))
    _remember(tables, stage, TRIG)
    labels.settle(len(start) + len(before))
    tables.ask(_GRAPHS_NOW, (len(start) + len(before) + sum(size for _, size in pages) + len(after),))


_GRAPHS_NOW = """
INSERT OR REPLACE INTO graphs SELECT document, ? + SUM(size) OVER (ORDER BY sid) - size, size
FROM graphs JOIN documents ON id = document
"""


_WRITTEN_WITH = """
SELECT id, sid, at, size FROM documents JOIN graphs ON document = id WHERE spaces = ? AND prefixes = ?
"""


def _adapt(tables: Tables, used: frozenset[str], pieces: Pieces) -> None:
    """Write the graphs of sources again that must have other prefixes in a file with these."""
    for spaces, prefixes in tables.ask("SELECT DISTINCT spaces, prefixes FROM documents").fetchall():
        page = Leaf("", b"", frozenset(json.loads(prefixes)), frozenset(json.loads(spaces)))
        wanted = page.wanted(used)
        if wanted == page.prefixes:
            continue
        for number, sid, at, size in tables.ask(_WRITTEN_WITH, (spaces, prefixes)).fetchall():
            body = rewritten(replace(page, graph=f"{ID}source/{sid}", body=pieces.read(at, size)), used)
            tables.ask("UPDATE graphs SET at = ?, size = ? WHERE document = ?", (pieces.add(body), len(body), number))
        query = "UPDATE documents SET prefixes = ? WHERE spaces = ? AND prefixes = ?"
        tables.ask(query, (dumped(sorted(wanted)), spaces, prefixes))


_EXPLAINED = "SELECT at, size FROM explained JOIN things USING (iri) WHERE shown ORDER BY iri"
_EXPLAINED_NOW = """
INSERT OR REPLACE INTO explained SELECT iri, ? + SUM(size) OVER (ORDER BY iri) - size, size
FROM explained JOIN things USING (iri) WHERE shown
"""


def write_explanation(tables: Tables, stage: Staging, pieces: Pieces) -> None:
    """Write `resolution.json`."""
    written = json_of_pieces("things", pieces.copied(tables.ask(_EXPLAINED)))
    first = next(written)
    stage.write(EXPLANATION, chain([first], written))
    _remember(tables, stage, EXPLANATION)
    tables.ask(_EXPLAINED_NOW, (len(first) - 1,))


def keep_texts(tables: Tables, stage: Staging, fresh: set[int]) -> list[tuple[int, str]]:
    """Take over the texts of all documents but the fresh ones; the numbers and keys of those that must be written."""
    missing = []
    for number, key, sid, text, stamp in tables.ask("SELECT id, key, sid, text, stamp FROM documents").fetchall():
        if number not in fresh and not stage.keep(f"texts/{sid}.txt", json.loads(text), stamp):
            missing.append((number, key))
    return missing


def write_private(tables: Tables, stage: Staging) -> None:
    """Write where private names stand in the texts: a JSON object with a number or a bracket to a line."""
    told = ",\n".join(
        f'"{sid}": ' + private.replace("[", "[\n").replace("]", "\n]").replace(",", ",\n")
        for sid, private in tables.ask("SELECT sid, private FROM documents WHERE private != '[]' ORDER BY sid")
    )
    stage.write(PRIVATE, (f"{{\n{told}\n}}\n" if told else "{}\n").encode("ascii"))
