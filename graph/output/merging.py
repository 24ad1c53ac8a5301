"""The graphs of all sources, written one by one: by several processes where there are many, in one order.

A source's graph needs nothing of the others but their common identities and the names that stay private, so that each
is made, written, read back and searched for private names by itself. What was written waits in a file without a name;
the graphs come out in the order of their IRIs.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from graph.model import Reading
from graph.output.labels import Resolved
from graph.output.lines import Spoken
from graph.output.rdf import Writer
from graph.output.serialisation import Leaf, head, leaf, rewritten
from graph.output.sheets import Sheet, Triples
from graph.privacy.masking import Mask
from graph.workers import as_child
from ontology.namespaces import ID

_LEAST = 200
_BATCH = 25
_COUNTED = (f"{ID}statement/", f"{ID}source/")
"""What is named by a digest, which tells nothing."""
_writer: Writer | None = None
"""What the processes of a merge share: they are forked from the one that set it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What came of one source: its shared lines, its graph, and what in it names a person who must stay unnamed."""

    sheet: Sheet
    leaf: Leaf
    denied: frozenset[str]


@dataclass
class Merged:
    """All graphs of a build: what they share, and their text in the order of their IRIs, in a file until it is left."""

    mask: Mask
    triples: Triples = field(default_factory=Triples)
    denied: set[str] = field(default_factory=set)
    _leaves: list[tuple[Leaf, int, int]] = field(default_factory=list)
    _file: BinaryIO = field(default_factory=tempfile.TemporaryFile)

    def take(self, part: _Part) -> None:
        """Take in what came of one source."""
        self.triples.take(part.sheet, whole=False)
        self.denied |= part.denied
        at = self._file.tell()
        self._file.write(part.leaf.body)
        self._leaves.append((replace(part.leaf, body=b""), at, len(part.leaf.body)))

    def trig(self) -> Iterator[bytes]:
        """The dataset as TriG, piece by piece."""
        start, prefixes = head(frozenset().union(*(page.spaces for page, _, _ in self._leaves)))
        yield start
        for page, at, size in sorted(self._leaves, key=lambda found: f"<{found[0].graph}>"):
            self._file.seek(at)
            yield rewritten(replace(page, body=self._file.read(size)), prefixes)

    def __enter__(self) -> Merged:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def merge(readings: Sequence[Reading], resolution: Resolved, *, withheld: bool = False, workers: int = 1) -> Merged:
    """The graphs of all readings, made by as many processes as `workers` says; the result does not depend on these."""
    global _writer
    writer = Writer(readings, resolution, withheld=withheld)
    used: set[str] = set()
    with contextlib.ExitStack() as on_error:
        merged = on_error.enter_context(Merged(writer.mask))
        try:
            _writer = writer
            for part in _parts(len(writer.readings), workers):
                merged.take(part)
                used |= part.sheet.used
        finally:
            _writer = None
        labels = writer.labels(used, merged.triples)
        merged.take(_part(labels, writer.mask))
        on_error.pop_all()
    return merged


def _parts(size: int, workers: int) -> Iterator[_Part]:
    """What came of each source, in order."""
    spans = [range(first, min(first + _BATCH, size)) for first in range(0, size, _BATCH)]
    if workers < 2 or size < _LEAST or "fork" not in multiprocessing.get_all_start_methods():
        yield from (part for span in spans for part in _batch(span))
        return
    with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), as_child) as pool:
        for parts in pool.map(_batch, spans):
            yield from parts


def _batch(span: Iterable[int]) -> list[_Part]:
    """What came of some sources."""
    if _writer is None:
        raise RuntimeError("a process of the merge has nothing to write: it was not forked from the build")
    return [_part(_writer.sheet(_writer.readings[number]), _writer.mask) for number in span]


def _part(sheet: Sheet, mask: Mask) -> _Part:
    page, told = leaf(sheet.graph, sheet.lines)
    return _Part(replace(sheet, lines=set()), page, _denied(told, mask))


def _denied(told: Spoken, mask: Mask) -> frozenset[str]:
    """The values and addresses that hold the name of a person who must stay unnamed."""
    if not mask.everywhere:
        return frozenset()
    found = {value for value in told.values if mask.denies(value) or ("://" in value and mask.denies_iri(value))}
    named = (iri for iri in told.iris if not iri.startswith(_COUNTED))
    return frozenset(found | {iri for iri in named if mask.denies(iri) or mask.denies_iri(iri)})
