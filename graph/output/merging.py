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
from graph.output.parts import Kept, Part
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


@dataclass(frozen=True, slots=True)
class _Work:
    """What there is to write, what is kept of it, and the keys of what is not, by number."""

    writer: Writer
    kept: Kept | None
    missing: dict[int, str]


_work: _Work | None = None
"""What the processes of a merge share: they are forked from the one that set it."""


@dataclass
class Merged:
    """All graphs of a build: what they share, and their text in the order of their IRIs, in a file until it is left."""

    mask: Mask
    triples: Triples = field(default_factory=Triples)
    denied: set[str] = field(default_factory=set)
    _leaves: list[tuple[Leaf, int, int]] = field(default_factory=list)
    _file: BinaryIO = field(default_factory=tempfile.TemporaryFile)

    def take(self, part: Part) -> None:
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


def merge(
    readings: Sequence[Reading],
    resolution: Resolved,
    *,
    withheld: bool = False,
    workers: int = 1,
    kept: Kept | None = None,
) -> Merged:
    """The graphs of all readings: those that are `kept` from an earlier build and still hold, and the others made by as
    many processes as `workers` says. The result does not depend on either."""
    global _work
    writer = Writer(readings, resolution, withheld=withheld)
    used: set[str] = set()
    with contextlib.ExitStack() as on_error:
        merged = on_error.enter_context(Merged(writer.mask))
        try:
            _work = _Work(writer, kept, {})
            for part in _parts(_work, workers):
                merged.take(part)
                used |= part.sheet.used
        finally:
            _work = None
        labels = writer.labels(used, merged.triples)
        merged.take(_part(labels, writer.mask))
        on_error.pop_all()
    return merged


def _parts(work: _Work, workers: int) -> Iterator[Part]:
    """What came of each source: first what is kept, then what must be made."""
    for number, reading in enumerate(work.writer.readings):
        key = work.kept.key(work.writer, reading) if work.kept else ""
        known = work.kept.get(key) if work.kept else None
        if known is None:
            work.missing[number] = key
        else:
            yield known
    missing = list(work.missing)
    batches = [missing[first : first + _BATCH] for first in range(0, len(missing), _BATCH)]
    if workers < 2 or len(missing) < _LEAST or "fork" not in multiprocessing.get_all_start_methods():
        yield from (part for batch in batches for part in _batch(batch))
    else:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), as_child) as pool:
            for parts in pool.map(_batch, batches):
                yield from parts
    if work.kept:
        for key in work.missing.values():
            work.kept.mark(key)


def _batch(numbers: Iterable[int]) -> list[Part]:
    """What came of some sources; it is kept for the next build."""
    if _work is None:
        raise RuntimeError("a process of the merge has nothing to write: it was not forked from the build")
    made = []
    for number in numbers:
        part = _part(_work.writer.sheet(_work.writer.readings[number]), _work.writer.mask)
        if _work.kept:
            _work.kept.put(_work.missing[number], part)
        made.append(part)
    return made


def _part(sheet: Sheet, mask: Mask) -> Part:
    page, told = leaf(sheet.graph, sheet.lines)
    return Part(replace(sheet, lines=set()), page, _denied(told, mask))


def _denied(told: Spoken, mask: Mask) -> frozenset[str]:
    """The values and addresses that hold the name of a person who must stay unnamed."""
    if not mask.everywhere:
        return frozenset()
    found = {value for value in told.values if mask.denies(value) or ("://" in value and mask.denies_iri(value))}
    named = (iri for iri in told.iris if not iri.startswith(_COUNTED))
    return frozenset(found | {iri for iri in named if mask.denies(iri) or mask.denies_iri(iri)})
