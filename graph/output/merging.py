"""The graphs of sources, made one by one: by several processes where there are many, in one order.

A source's graph needs nothing of the others but the common identities of its things and the names that stay private, so
that each is made from its packed reading, written, read back and searched for private names by itself.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain, islice

from graph.model import Reading
from graph.output.labels import Canonical
from graph.output.lines import Spoken
from graph.output.rdf import Writer
from graph.output.serialisation import Leaf, leaf
from graph.output.sheets import Sheet
from graph.privacy.masking import Mask, public_digest
from graph.workers import as_child
from ontology.namespaces import ID

_LEAST = 200
_BATCH = 25
_WINDOW = 4
"""How many batches wait for each process: more would only fill memory."""
_COUNTED = (f"{ID}statement/", f"{ID}source/")
"""What is named by a digest, which tells nothing."""


@dataclass(frozen=True, slots=True)
class Job:
    """A graph to make: the number of its document, the key of its reading, the name that it is published under, and
    for each of its entities the IRI, and whether this may not be named."""

    number: int
    key: str
    source: str
    things: Mapping[str, tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a job: the document's public digest and text, its shared lines, its graph, and what in this names a
    person who must stay unnamed."""

    number: int
    digest: str
    text: str
    sheet: Sheet
    leaf: Leaf
    denied: frozenset[str]


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes graphs: from the readings that `load` gives by their keys."""

    load: Callable[[str], Reading]
    mask: Mask
    withheld: bool

    def make(self, job: Job) -> Made:
        """The graph of one source."""
        reading = self.load(job.key)
        reading = replace(reading, document=replace(reading.document, source=job.source))
        digest = public_digest(reading, self.mask)
        reading = replace(reading, document=replace(reading.document, digest=digest))
        nameless = dict(job.things.values())
        writer = Writer(self.mask, _Identities(job.things), withheld=self.withheld, nameless=nameless)
        sheet = writer.sheet(reading)
        page, told = leaf(sheet.graph, sheet.lines)
        return Made(
            job.number, digest, reading.document.text, replace(sheet, lines=set()), page, denied(told, self.mask)
        )


@dataclass(frozen=True, slots=True)
class _Identities:
    """The identities of one document's things."""

    things: Mapping[str, tuple[str, bool]]

    @property
    def entities(self) -> tuple[Canonical, ...]:
        """What is known of the things themselves: nothing."""
        return ()

    def iri(self, source: str, key: str) -> str:
        """The IRI of an entity."""
        return self.things[key][0]


_maker: Maker | None = None
"""What the processes of a merge share: they are forked from the one that set it."""


def merge(jobs: Iterable[Job], maker: Maker, workers: int = 1) -> Iterator[Made]:
    """What comes of each job, in their order, by as many processes as `workers` says where there are many."""
    global _maker
    found = iter(jobs)
    first = list(islice(found, _LEAST))
    if workers < 2 or len(first) < _LEAST or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(maker.make, chain(first, found))
        return
    _maker = maker
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork"), as_child) as pool:
            batches = _batches(chain(first, found))
            while window := list(islice(batches, _WINDOW * workers)):
                for some in pool.map(_batch, window):
                    yield from some
    finally:
        _maker = None


def _batches(jobs: Iterator[Job]) -> Iterator[list[Job]]:
    while batch := list(islice(jobs, _BATCH)):
        yield batch


def _batch(jobs: list[Job]) -> list[Made]:
    """What comes of some jobs."""
    if _maker is None:
        raise RuntimeError("a process of the merge has nothing to write: it was not forked from the build")
    return [_maker.make(job) for job in jobs]


def denied(told: Spoken, mask: Mask) -> frozenset[str]:
    """The values and addresses among what is spoken of that hold the name of a person who must stay unnamed."""
    if not mask.everywhere:
        return frozenset()
    found = {value for value in told.values if mask.denies(value) or ("://" in value and mask.denies_iri(value))}
    named = (iri for iri in told.iris if not iri.startswith(_COUNTED))
    return frozenset(found | {iri for iri in named if mask.denies(iri) or mask.denies_iri(iri)})
