"""Brings the difference over: new content waits in staging graphs until all of it is there, then takes its place.

Pushing twice changes nothing the second time. A push that was broken off goes on where it stopped: what waits in
staging is not sent again. Only graphs that a push has brought are ever changed or removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from serving.push.content import LEDGER, Content, PushError
from serving.push.ledger import entry, forget, in_place, in_staging, read_ledger, record, sizes
from serving.push.remote import Remote

Progress = Callable[[str, int, int], None]
_CHUNK_BYTES = 400_000
_SWAPS = 50


@dataclass(frozen=True)
class Pushed:
    """How many graphs were sent, waited already, took their place, were as they should be, and were removed."""

    sent: int
    waiting: int
    placed: int
    unchanged: int
    removed: int


def push(store: Remote, contents: tuple[Content, ...], progress: Progress, *, dry: bool = False) -> Pushed:
    """Let the store hold these graphs. With `dry`, nothing is changed, and the answer says what would be."""
    ledger = read_ledger(store)
    there = in_place(ledger)
    wanted = {content.graph: content for content in contents}
    changed = [content for content in contents if there.get(content.graph) != content.digest]
    stale = sorted(graph for graph in there if graph not in wanted)
    waiting = _complete(store, changed, in_staging(ledger)) if store.update_address else set()
    to_send = [content for content in changed if content.staging not in waiting]
    if not dry:
        if store.update_address:
            _stage(store, to_send, progress)
            _swap(store, changed, progress)
            _clear(store, stale, in_staging(ledger) - {content.staging for content in changed})
        else:
            _replace(store, changed, stale, there, progress)
    return Pushed(len(to_send), len(waiting), len(changed), len(contents) - len(changed), len(stale))


def _complete(store: Remote, changed: list[Content], staged: set[str]) -> set[str]:
    """Those that wait there, whole."""
    candidates = [content for content in changed if content.staging in staged]
    found = sizes(store, [content.staging for content in candidates])
    return {content.staging for content in candidates if found.get(content.staging) == len(content.lines)}


def _stage(store: Remote, contents: list[Content], progress: Progress) -> None:
    for number, content in enumerate(contents, start=1):
        if store.graphs_address:
            store.put(content.staging, content.lines)
        else:
            store.update(f"DROP SILENT GRAPH <{content.staging}>")
            for chunk in chunks(content.lines):
                store.update(f"INSERT DATA {{ GRAPH <{content.staging}> {{\n{chunk}}} }}")
        store.update(record(content.staging, content.digest))
        progress(content.graph, number, len(contents))


def _swap(store: Remote, contents: list[Content], progress: Progress) -> None:
    """Put what waits in its place. What is not whole there is noticed before anything is moved.

    A swap is not tried again when its answer is lost, as a second one would move an empty graph: the next push finds
    out from the ledger what has happened.
    """
    found = sizes(store, [content.staging for content in contents])
    for content in contents:
        if found.get(content.staging) != len(content.lines):
            come = f"{found.get(content.staging, 0)} of its {len(content.lines)} triples have come"
            raise PushError(f"{content.graph}: {come} to {store.query_address}. Push again to go on.")
    for at in range(0, len(contents), _SWAPS):
        part = contents[at : at + _SWAPS]
        steps: list[str] = []
        for content in part:
            steps.append(f"MOVE SILENT GRAPH <{content.staging}> TO GRAPH <{content.graph}>")
            steps += [record(content.graph, content.digest), forget(content.staging)]
        store.update(" ;\n".join(steps), again=False)
        progress("put in place", at + len(part), len(contents))


def _clear(store: Remote, stale: list[str], left: set[str]) -> None:
    """Remove graphs of ours that the build no longer has, and what earlier pushes have left in staging."""
    for graph in [*stale, *sorted(left)]:
        store.update(f"DROP SILENT GRAPH <{graph}> ;\n{forget(graph)}")


def _replace(
    store: Remote, changed: list[Content], stale: list[str], there: dict[str, str], progress: Progress
) -> None:
    """With a graph store alone: each graph is replaced by one request, and the ledger after it."""
    now = dict(there)
    for graph in stale:
        store.delete(graph)
        now.pop(graph)
    if stale:
        store.put(LEDGER, _written(now))
    for number, content in enumerate(changed, start=1):
        store.put(content.graph, content.lines)
        now[content.graph] = content.digest
        store.put(LEDGER, _written(now))
        progress(content.graph, number, len(changed))


def _written(ledger: dict[str, str]) -> tuple[str, ...]:
    return tuple(entry(graph, digest) for graph, digest in sorted(ledger.items()))


def chunks(lines: tuple[str, ...]) -> Iterator[str]:
    """The lines in pieces that a store takes in one request."""
    piece: list[str] = []
    size = 0
    for line in lines:
        if piece and size + len(line) > _CHUNK_BYTES:
            yield "".join(piece)
            piece, size = [], 0
        piece.append(f"{line}\n")
        size += len(line.encode("utf-8"))
    if piece:
        yield "".join(piece)
