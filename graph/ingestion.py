"""All inputs to readings: from what an earlier build kept, else in workers that can be killed."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from graph import codec
from graph.cache import Cache
from graph.cluster import Cluster
from graph.collecting import Input, printable
from graph.model import Document, Reading
from graph.outcomes import FileOutcome
from graph.privacy.masking import Mask
from graph.privacy.people import guarded, ready
from graph.reading import ReadingError, contents, read
from graph.reading.errors import noting
from graph.reading.language import warm_up
from graph.workers import Limits, Outcome, Parcel, Pool, Task

Extract = Callable[[Document], Reading]
Progress = Callable[[str, int, int], None]
_REPORT = "Please report this, with the file if you may share it."
_READING = "reading"
_FAILURES = {
    "deadline": ("it took longer than the deadline of {}", "Split the file, or allow more time with --deadline."),
    "memory": ("it needs more memory than the limit of {}", "Split the file."),
    "crash": ("its reader crashed ({})", "Leave it out, or save it in another format."),
    "error": ("its extraction stopped with {}", _REPORT),
}


@dataclass
class Ingested:
    """What came of the inputs, in their order; `keys` are those of the readings in the cache ("": it has none)."""

    readings: list[Reading] = field(default_factory=list)
    outcomes: list[FileOutcome] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def by_source(self) -> dict[str, str]:
        """The keys of the readings by their sources."""
        return {reading.document.source: key for reading, key in zip(self.readings, self.keys, strict=True)}


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
) -> Ingested:
    """Read and extract all inputs; one that fails costs only itself.

    Files are read here, and extracted here or on the workers of the `cluster` (the address of a Dask scheduler). The
    result depends on neither. Raises `ClusterError`.
    """
    run = _Run(inputs, cache, progress)
    run.recall()
    if run.missing():
        warm_up()  # before workers are forked, so that they share it
        size = min(workers or cores(), len(run.missing()))
        work, ready_for = partial(_work, extract), partial(_prepare, prepare)
        with Pool(work, ready_for, size, limits) as pool:
            run.read(pool)
            if not cluster:
                run.extract(pool)
        if cluster:
            with Cluster(cluster, work, ready_for, limits) as machines:
                run.extract(machines)
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
    """The state of one ingestion; `slots` hold each input's reading and outcome once there is one."""

    def __init__(self, inputs: Sequence[Input], cache: Cache | None, progress: Progress | None) -> None:
        self.inputs = inputs
        self.cache = cache
        self.progress = progress
        self.slots: list[tuple[Reading | None, FileOutcome] | None] = [None] * len(inputs)
        self.keys: list[str] = [""] * len(inputs)
        self.documents: dict[int, _Read] = {}
        self.told = 0

    def missing(self) -> list[int]:
        """The inputs that have no outcome yet."""
        return [number for number, slot in enumerate(self.slots) if slot is None]

    def recall(self) -> None:
        """Take from the cache what has not changed."""
        if self.cache is None:
            return
        digests: dict[Path, str] = {}
        for number, item in enumerate(self.inputs):
            if item.path not in digests:
                digests[item.path] = _digest(item.path)
            if not digests[item.path]:
                continue  # its reader will say what is wrong with it
            self.keys[number] = self.cache.key(item, digests[item.path])
            found = self.cache.get(self.keys[number])
            if found is not None:
                reading, notes = found
                self.settle(number, reading, FileOutcome(item.source, "read", notes=notes))

    def read(self, pool: Pool) -> None:
        """Read the files: their documents, and the outcomes of those that cannot be read."""
        tasks = [
            Task(n, ["read", self.inputs[n].source, str(self.inputs[n].path), self.inputs[n].member], _READING)
            for n in self.missing()
        ]
        for outcome in pool.run(tasks):
            if outcome.failure:
                self.fail(outcome)
            elif outcome.answer[0] == "refused":
                _, cause, remedy = outcome.answer
                self.settle(
                    outcome.number, None, FileOutcome(self.inputs[outcome.number].source, "failed", cause, remedy)
                )
            else:
                _, language, notes = outcome.answer
                self.documents[outcome.number] = _Read(str(language), tuple(notes), outcome.blob)

    def extract(self, pool: Pool | Cluster) -> None:
        """Extract the documents that were read."""
        tasks = [
            Task(number, ["extract", document.notes], document.language, document.data)
            for number, document in sorted(self.documents.items())
        ]
        for outcome in pool.run(tasks):
            notes = self.documents.pop(outcome.number).notes
            if outcome.failure:
                self.fail(outcome)
                continue
            reading = codec.unpacked(outcome.blob)[0]
            if self.cache is not None and self.keys[outcome.number]:
                self.cache.put(self.keys[outcome.number], outcome.blob)
            self.settle(outcome.number, reading, FileOutcome(reading.document.source, "read", notes=notes))

    def fail(self, outcome: Outcome) -> None:
        """An input that was lost, with its cause."""
        cause, remedy = _FAILURES[outcome.failure]
        source = self.inputs[outcome.number].source
        self.settle(outcome.number, None, FileOutcome(source, "failed", cause.format(outcome.detail), remedy))

    def settle(self, number: int, reading: Reading | None, outcome: FileOutcome) -> None:
        """The outcome of one input. Progress is told up to the first open one, so that its order never changes."""
        self.slots[number] = (reading, outcome)
        while self.told < len(self.slots) and (slot := self.slots[self.told]) is not None:
            self.told += 1
            if self.progress:
                shown = slot[1].source
                name = Mask.of([slot[0]]).source_name(shown) if slot[0] is not None else shown
                self.progress(name, self.told, len(self.slots))

    def result(self) -> Ingested:
        """All readings and outcomes, in the order of the inputs."""
        found = [(slot, key) for slot, key in zip(self.slots, self.keys, strict=True) if slot is not None]
        read = [(slot[0], key) for slot, key in found if slot[0] is not None]
        return Ingested([reading for reading, _ in read], [slot[1] for slot, _ in found], [key for _, key in read])


def _prepare(own: Callable[[str], None] | None, kind: str) -> None:
    """Load what a worker needs before the clock of its first task of a kind starts."""
    if kind == _READING:
        warm_up()
        return
    if own is not None:
        own(kind)
    ready(kind)


def _digest(path: Path) -> str:
    """The SHA-256 of a file's bytes; nothing if it cannot be read."""
    try:
        return hashlib.sha256(contents(path)).hexdigest()
    except ReadingError:
        return ""


def _work(extract: Extract, task: Any) -> Any:
    """What a worker does: read a file to a document, or extract a document to a guarded reading."""
    if isinstance(task, Parcel):
        document = codec.document_from_json(codec.loads(zlib.decompress(task.blob)))
        return Parcel(None, codec.packed(guarded(extract(document)), task.data[1]))
    _, source, path, member = task
    with noting() as notes:
        try:
            document = read(Path(path), source, member)
        except ReadingError as error:
            return ["refused", printable(error.cause), error.remedy]
    data = codec.document_to_json(replace(document, source=source))
    return Parcel(["read", document.language, notes], zlib.compress(codec.dumps(data), 1))
