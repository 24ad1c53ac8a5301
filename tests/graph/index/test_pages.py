"""A file kept in pages has the bytes of one that is written at once, whatever is changed in whatever order."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.index import pages
from graph.index.pages import Pages
from graph.index.parts import count
from graph.index.spliced import Pieces
from graph.index.tables import Tables
from graph.output.serialisation import CLOSE, head, opening, trig, turtle_of
from ontology.namespaces import ID, IG, SKOS

GRAPH = f"{ID}graph/labels"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_LINES", 3)


def lot(*seed: object) -> Iterator[int]:
    """Numbers that look drawn by lot, always the same for the same seed."""
    number = 0
    while True:
        yield from sha256(f"{seed} {number}".encode()).digest()
        number += 1


def line(draw: Iterator[int]) -> str:
    """A fact or a name; now and then one with a namespace that hardly any other has."""
    subject = f"<{ID}{('project', 'fund', 'organisation')[next(draw) % 3]}/{next(draw) % 14}>"
    if next(draw) % 16 == 0:
        return f"{subject} <https://schema.org/url> <https://example.org/{next(draw) % 3}>"
    if next(draw) % 2:
        return f'{subject} <{SKOS}altLabel> "a {{\\n{next(draw) % 9}"@en'
    return f"{subject} <{IG}follows> <{ID}project/{next(draw) % 14}>"


def rewrite(tables: Tables, kept: list[str], draw: Iterator[int]) -> None:
    """Add some lines, take some away, also all of them."""
    if next(draw) % 10 == 0:
        count(tables, [(one, -1, -1, -1, 0) for one in kept])
        kept.clear()
    for _ in range(next(draw) % 9):
        if kept and next(draw) % 2:
            count(tables, [(kept.pop(next(draw) % len(kept)), -1, -1, -1, 0)])
        else:
            kept.append(line(draw))
            count(tables, [(kept[-1], 1, 1, 1, 0)])


def written(tables: Tables, path: Path, graph: str) -> bytes:
    """The file as its pages make it, which is also the next one's old file."""
    query = "SELECT line FROM lines WHERE line >= ? AND line < ? AND facts > 0 ORDER BY line"
    kept = Pages(tables, path.name, query, graph)
    spaces = kept.renew()
    start, used = head(spaces)
    start += opening(graph, used) if graph and spaces else b""
    with closing(Pieces(path)) as pieces:
        data = b"".join(pieces.copied(iter(kept.places(used, pieces))))
    kept.settle(len(start))
    path.write_bytes(start + data + (CLOSE if graph and spaces else b""))
    tables.touched = set()
    return path.read_bytes()


@pytest.mark.parametrize("seed", range(6))
def test_after_any_changes_the_pages_make_the_whole_file(tmp_path: Path, seed: int) -> None:
    draw, kept = lot("pages", seed), list[str]()
    tables = Tables(None, "")
    for _ in range(40):
        rewrite(tables, kept, draw)
        assert written(tables, tmp_path / "a.ttl", "") == turtle_of(kept)


@pytest.mark.parametrize("seed", range(3))
def test_a_graph_of_trig_is_made_of_pages_in_the_same_way(tmp_path: Path, seed: int) -> None:
    draw, kept = lot("graph", seed), list[str]()
    tables = Tables(None, "")
    for _ in range(30):
        rewrite(tables, kept, draw)
        quads = "".join(f"{one} <{GRAPH}> .\n" for one in kept)
        assert written(tables, tmp_path / "a.trig", GRAPH) == trig(ox.parse(quads, format=ox.RdfFormat.N_QUADS))


def test_only_what_was_touched_is_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = Tables(None, "")
    lines = [f"<{ID}project/{number:02}> <{IG}follows> <{ID}project/{number}>" for number in range(30)]
    count(tables, [(one, 1, 1, 0, 0) for one in lines])
    written(tables, tmp_path / "a.ttl", "")
    seen: list[str] = []
    monkeypatch.setattr(pages, "page_of", lambda lines, *_: seen.extend(lines) or b"")
    count(tables, [(lines[14], 1, 1, 0, 0)])
    written(tables, tmp_path / "a.ttl", "")
    assert seen == lines[12:15]


def test_too_many_changes_are_not_remembered_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.index.tables._TOUCHED", 5)
    tables = Tables(None, "")
    tables.touched = set()
    tables.touch(f"<{number}> " for number in range(5))
    assert tables.touched is not None
    tables.touch(["<5> "])
    assert tables.touched is None
