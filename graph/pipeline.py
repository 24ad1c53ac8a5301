"""The way of the data: collect, read, extract, resolve, to triples, validate, write.

One file that fails never stops the rest. What a build finds out about itself comes back as a `BuildResult`.
"""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from graph.collecting import Input, InputError, collect
from graph.identity.decisions import Decisions
from graph.index.tables import StaleError
from graph.ingestion import Extract, Progress, cores, ingest, read_one
from graph.outcomes import FileOutcome
from graph.output.store import Lock, StoreError, staging
from graph.publishing import GateError, Publication, Render, Validate
from graph.report import Counts
from graph.settling import Desk, Resolve, ready
from graph.workers import Limits


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build.

    `workers` processes (0: as many as there are processors), what each file may take, whether all quotes are withheld,
    whether what an earlier build read is used again, and whether the rules of the shapes are checked on the whole of a
    large graph or on a sample of each class (a graph of up to 30,000 facts is always checked whole); `cluster` is
    the address of a Dask scheduler that extracts.
    """

    workers: int = 0
    limits: Limits = field(default_factory=Limits)
    redact_quotes: bool = False
    reuse: bool = True
    shapes: Literal["full", "sample"] = "sample"
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """A finished build: where it is, how much there is, and what became of each file."""

    out: Path
    counts: Counts
    outcomes: tuple[FileOutcome, ...]

    @property
    def failed(self) -> tuple[FileOutcome, ...]:
        """The files that could not be used."""
        return tuple(outcome for outcome in self.outcomes if outcome.status == "failed")


def build(
    paths: Iterable[Path],
    out: Path,
    *,
    version: str = "",
    settings: Settings | None = None,
    decisions: Decisions | None = None,
    extract: Extract | None = None,
    resolve: Resolve | None = None,
    validate: Validate | None = None,
    render: Render | None = None,
    progress: Progress | None = None,
    stage: Callable[[str], None] | None = None,
) -> BuildResult:
    """Build the graph of all files under `paths` into the folder `out`.

    `decisions` are what people have decided about identity. `extract`, `resolve` and `validate` are the project's own
    unless given. `render` writes more into the staging folder, which already holds `graph.trig`. `stage` is told what
    begins ("read", "resolve", "merge", "check", "write", "page", "publish"). Raises `InputError`, `GateError`,
    `StoreError` or `StoreBusyError`.
    """
    run = _Run(list(paths), out, version, settings or Settings(), decisions or Decisions(), stage or _silent)
    run.extract, run.resolve, run.validate, run.render, run.progress = extract, resolve, validate, render, progress
    with Lock(out), _unswept():
        try:
            return run.built()
        except (StaleError, sqlite3.DatabaseError):  # what was kept does not hold, or is damaged: once more without it
            return _once_more(run)


@dataclass
class _Run:
    """One build: what it was asked for."""

    paths: list[Path]
    out: Path
    version: str
    settings: Settings
    decisions: Decisions
    tell: Callable[[str], None]
    extract: Extract | None = None
    resolve: Resolve | None = None
    validate: Validate | None = None
    render: Render | None = None
    progress: Progress | None = None

    def built(self, *, anew: bool = False) -> BuildResult:
        """Build, inside the lock; `anew`: what was made of readings in earlier builds is made again."""
        self.tell("read")
        inputs, outcomes = collect(self.paths, self.out)
        if not inputs and not any(outcome.status == "failed" for outcome in outcomes):
            raise InputError(
                "there is no file to read among the inputs. Give text, Markdown, HTML, PDF, DOCX, CSV, TSV, JSON, IATI "
                "or ZIP files."
            )
        lasting = self.settings.reuse and self.extract is None
        marks = f"{self.settings.redact_quotes} {self.resolve is None} {self.decisions.told}"
        # staging first, so that a disk too full for the merge's own files is told as the output's
        with staging(self.out) as stage, Desk(stage, marks, self.decisions, lasting=lasting) as desk:
            desk.begin(anew=anew)
            own, prepare = _own_extract()
            outcomes += ingest(
                inputs,
                self.extract or own,
                prepare=prepare if self.extract is None else None,
                cache=desk.cache,
                workers=self.settings.workers,
                limits=self.settings.limits,
                progress=self.progress,
                cluster=self.settings.cluster,
                shelf=desk.documents,
                digest_of=desk.stamps.digest,
                meanwhile=ready,
            )
            counts, outcomes = self._published(Publication(desk, self.version), outcomes)
            desk.end()
        return BuildResult(self.out, counts, tuple(sorted(outcomes, key=lambda outcome: outcome.source)))

    def _published(self, made: Publication, found: list[FileOutcome]) -> tuple[Counts, list[FileOutcome]]:
        """Resolve, merge, check, write and put in place."""
        self.tell("resolve")
        desk, settings = made.desk, self.settings
        desk.documents.keep_only({outcome.source for outcome in found if outcome.status == "read"})
        desk.settle(self.resolve)
        names = desk.public_names()
        outcomes = [replace(outcome, source=names.get(outcome.source, outcome.source)) for outcome in found]
        self.tell("merge")
        made.merge(withheld=settings.redact_quotes, workers=settings.workers or cores())
        self.tell("check")
        made.check(self.validate, whole=settings.shapes == "full")
        self.tell("write")
        counts = made.write(outcomes)
        if self.render:
            self.tell("page")
            made.page(self.render)
        self.tell("publish")
        desk.stage.publish()
        return counts, outcomes


def _once_more(run: _Run) -> BuildResult:
    """The build without what was kept, which did not hold or was damaged."""
    try:
        return run.built(anew=True)
    except (StaleError, sqlite3.DatabaseError) as error:
        raise StoreError(
            f"{run.out}: what the build keeps for itself could not be written ({error}). The old output is intact; "
            "free some space in the folder of --out and in that for temporary files."
        ) from error


def _silent(_: str) -> None:
    """Nobody wants to know what begins."""


@contextmanager
def _unswept() -> Iterator[None]:
    """No search for unused cycles in a build: it makes hardly any, and searching takes a quarter of the time."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


def _own_extract() -> tuple[Extract, Callable[[str], None]]:
    """The project's own extraction, and what prepares it for a language."""
    from graph.extraction import extract
    from graph.marking.language import language

    def prepare(code: str) -> None:
        language(code)

    return extract, prepare


__all__ = ["BuildResult", "GateError", "Input", "InputError", "Settings", "build", "collect", "read_one"]
