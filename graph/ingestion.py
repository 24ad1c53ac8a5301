"""All inputs to readings: from what an earlier build kept, else in workers that can be killed."""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from graph import codec
from graph.cache import Cache
from graph.cluster import Cluster
from graph.collecting import Input, printable
from graph.index import stamps
from graph.index.documents import Known
from graph.index.gists import Gist, gist_from_json, gist_of
from graph.model import Document, Reading
from graph.outcomes import FileOutcome
from graph.privacy.people import guarded, ready
from graph.reading import ReadingError, read
from graph.reading.errors import noting
from graph.reading.language import warm_up
from graph.terms import digest
from graph.workers import Limits, Outcome, Parcel, Pool, Task

Extract = Callable[[Document], Reading]
Progress = Callable[[str, int, int], None]
_REPORT = "Please report this, with the file if you may share it."
_READING = "reading"
_WINDOW = 4_000
"""How many documents wait in memory between their reading and their extraction."""
_FAILURES = {
    "deadline": ("it took longer than the deadline of {}", "Split the file, or allow more time with --deadline."),
    "memory": ("it needs more memory than the limit of {}", "Split the file."),
    "crash": ("its reader crashed ({})", "Leave it out, or save it in another format."),
    "error": ("its extraction stopped with {}", _REPORT),
}


class Shelf(Protocol):
    """Where readings go: what an earlier build left there need not be read again."""

    def known(self, source: str, key: str) -> Known | None:
        """What is known of a source whose reading has this key."""
        ...

    def take(self, source: str, key: str, gist: Gist) -> None:
        """Take in a reading."""
        ...


def cores() -> int:
    """How many processors there are to work with."""
    try:
        return max(1, len(os.sched_getaffinity(0)))
    except AttributeError:  # not on every system
        return max(1, os.cpu_count() or 1)


def ingest(
    inputs: Sequence[Input],
    extract: Extract,
    *,
    prepare: Callable[[str], None] | None = None,
    cache: Cache | None = None,
    workers: int = 0,
    limits: Limits | None = None,
    progress: Progress | None = None,
    cluster: str = "",
    shelf: Shelf | None = None,
    digest_of: Callable[[Path], str] = stamps.digest,
    meanwhile: Callable[[], None] | None = None,
) -> list[FileOutcome]:
    """Read and extract all inputs, and say in their order what became of each; one that fails costs only itself.

    Files are read here, and extracted here or on the workers of the `cluster` (the address of a Dask scheduler). Packed
    readings go to the `cache`, their gists to the `shelf`; `digest_of` gives the SHA-256 of a file, or nothing where it
    cannot be read; `meanwhile` is done while the workers extract. The result depends on none of these. Raises
    `ClusterError`.
    """
    run = _Run(inputs, cache, shelf, progress)
    run.recall(digest_of)
    missing = run.missing()
    if missing:
        warm_up()  # before workers are forked, so that they share it
        work, ready_for = partial(_work, extract), partial(_prepare, prepare)
        with contextlib.ExitStack() as machines:
            pool = machines.enter_context(Pool(work, ready_for, min(workers or cores(), len(missing)), limits))
            others = machines.enter_context(Cluster(cluster, work, ready_for, limits)) if cluster else pool
            for first in range(0, len(missing), _WINDOW):
                run.read(pool, missing[first : first + _WINDOW])
                run.extract(others, meanwhile)
    return run.result()


def read_one(item: Input, extract: Extract) -> tuple[Reading | None, FileOutcome]:
    """Read and extract one file that is known to be harmless, without a worker; an error becomes its outcome."""
    with noting() as notes:
        try:
            reading = guarded(extract(read(item.path, item.source, item.member)))
        except ReadingError as error:
            return None, FileOutcome(item.source, "failed", error.cause, error.remedy)
        except Exception as error:  # one bad file must not take the others with it; the report names it
            cause = f"its extraction stopped with {type(error).__name__}: {str(error)[:600]}"
            return None, FileOutcome(item.source, "failed", cause, _REPORT)
    return reading, FileOutcome(item.source, "read", notes=tuple(notes))


class _Read(NamedTuple):
    """A document that has been read: its language, the reader's notes, and its bytes."""

    language: str
    notes: tuple[str, ...]
    data: bytes


class _Run:
    """The state of one ingestion; `slots` hold each input's outcome, and its name for people, once there is one."""

    def __init__(
        self, inputs: Sequence[Input], cache: Cache | None, shelf: Shelf | None, progress: Progress | None
    ) -> None:
        self.inputs = inputs
        self.cache = cache
        self.shelf = shelf
        self.progress = progress
        self.slots: list[tuple[FileOutcome, str] | None] = [None] * len(inputs)
        self.keys: list[str] = [digest("not read", item.source) for item in inputs]
        self.documents: dict[int, _Read] = {}
        self.told = 0

    def missing(self) -> list[int]:
        """The inputs that have no outcome yet."""
        return [number for number, slot in enumerate(self.slots) if slot is None]

    def recall(self, digest_of: Callable[[Path], str]) -> None:
        """Take from the shelf and from the cache what has not changed."""
        if self.cache is None:
            return
        digests: dict[Path, str] = {}
        for number, item in enumerate(self.inputs):
            if item.path not in digests:
                digests[item.path] = digest_of(item.path)
            if not digests[item.path]:
                continue  # its reader will say what is wrong with it
            self.keys[number] = key = self.cache.key(item, digests[item.path])
            known = self.shelf.known(item.source, key) if self.shelf else None
            if known is not None:
                self.cache.mark(key)
                self.settle(number, FileOutcome(item.source, "read", notes=known.notes), known.shown)
            elif found := self.cache.get(key):
                self.take(number, gist_of(*found))

    def read(self, pool: Pool, missing: Sequence[int]) -> None:
        """Read the files: their documents, and the outcomes of those that cannot be read."""
        tasks = [
            Task(n, ["read", self.inputs[n].source, str(self.inputs[n].path), self.inputs[n].member], _READING)
            for n in missing
        ]
        for outcome in pool.run(tasks):
            if outcome.failure:
                self.fail(outcome)
            elif outcome.answer[0] == "refused":
                _, cause, remedy = outcome.answer
                source = self.inputs[outcome.number].source
                self.settle(outcome.number, FileOutcome(source, "failed", cause, remedy))
            else:
                _, language, notes = outcome.answer
                self.documents[outcome.number] = _Read(str(language), tuple(notes), outcome.blob)

    def extract(self, pool: Pool | Cluster, meanwhile: Callable[[], None] | None) -> None:
        """Extract the documents that were read."""
        tasks = [
            Task(number, ["extract", document.notes], document.language, document.data)
            for number, document in sorted(self.documents.items())
        ]
        self.documents.clear()
        for outcome in pool.run(tasks, meanwhile):
            if outcome.failure:
                self.fail(outcome)
                continue
            if self.cache is not None:
                self.cache.put(self.keys[outcome.number], outcome.blob)
            self.take(outcome.number, gist_from_json(outcome.answer))

    def fail(self, outcome: Outcome) -> None:
        """An input that was lost, with its cause."""
        cause, remedy = _FAILURES[outcome.failure]
        source = self.inputs[outcome.number].source
        self.settle(outcome.number, FileOutcome(source, "failed", cause.format(outcome.detail), remedy))

    def take(self, number: int, gist: Gist) -> None:
        """An input that was read."""
        source = self.inputs[number].source
        if self.shelf is not None:
            self.shelf.take(source, self.keys[number], gist)
        self.settle(number, FileOutcome(source, "read", notes=gist.notes), gist.shown)

    def settle(self, number: int, outcome: FileOutcome, shown: str = "") -> None:
        """The outcome of one input. Progress is told up to the first open one, so that its order never changes."""
        self.slots[number] = outcome, shown or outcome.source
        while self.told < len(self.slots) and (slot := self.slots[self.told]) is not None:
            self.told += 1
            if self.progress:
                self.progress(slot[1], self.told, len(self.slots))

    def result(self) -> list[FileOutcome]:
        """All outcomes, in the order of the inputs."""
        return [slot[0] for slot in self.slots if slot is not None]


def _prepare(own: Callable[[str], None] | None, kind: str) -> None:
    """Load what a worker needs before the clock of its first task of a kind starts."""
    if kind == _READING:
        warm_up()
        return
    if own is not None:
        own(kind)
    ready(kind)


def _work(extract: Extract, task: Any) -> Any:
    """What a worker does: read a file to a document, or extract a document to a guarded reading."""
    if isinstance(task, Parcel):
        document = codec.document_from_json(codec.loads(zlib.decompress(task.blob)))
        reading, notes = guarded(extract(document)), task.data[1]
        return Parcel(gist_of(reading, notes).as_json(), codec.packed(reading, notes))
    _, source, path, member = task
    with noting() as notes:
        try:
            document = read(Path(path), source, member)
        except ReadingError as error:
            return ["refused", printable(error.cause), error.remedy]
    data = codec.document_to_json(replace(document, source=source))
    return Parcel(["read", document.language, notes], zlib.compress(codec.dumps(data), 1))
