"""The way of the data: collect, read, extract, resolve, to triples, validate, write.

One file that fails never stops the rest. What a build finds out about itself comes back as a `BuildResult`.
"""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from graph.cache import Cache
from graph.collecting import Input, InputError, collect
from graph.identity import explanation
from graph.ingestion import Extract, Ingested, Progress, cores, ingest, read_one
from graph.model import Reading
from graph.outcomes import FileOutcome
from graph.output import serialisation
from graph.output.labels import Resolved
from graph.output.ledger import Ledger
from graph.output.merging import Merged, merge
from graph.output.parts import Kept
from graph.output.sampling import Sample, sample
from graph.output.store import PRIVATE, Lock, Staging, as_json, staging
from graph.privacy.masking import Mask, published
from graph.report import Counts, counts_of, report_of
from graph.resolution import Resolution
from graph.terms import source_id
from graph.workers import Limits

Resolve = Callable[[Sequence[Reading]], Resolved]
Validate = Callable[[bytes], Sequence[Any]]
Render = Callable[[Path], None]
WHOLE = 30_000
"""Up to how many facts the shapes are always checked on the whole graph."""


class GateError(Exception):
    """A quality or privacy gate failed: nothing was published. `findings` says what it found."""

    def __init__(self, message: str, findings: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


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
    extract: Extract | None = None,
    resolve: Resolve | None = None,
    validate: Validate | None = None,
    render: Render | None = None,
    progress: Progress | None = None,
    stage: Callable[[str], None] | None = None,
) -> BuildResult:
    """Build the graph of all files under `paths` into the folder `out`.

    `extract`, `resolve` and `validate` are the project's own unless given. `render` writes more into the staging
    folder, which already holds `graph.trig`. `stage` is told what begins ("read", "resolve", "merge", "check", "write",
    "page", "publish"). Raises `InputError`, `GateError`, `StoreError` or `StoreBusyError`.
    """
    parts = resolve, validate, render
    with Lock(out), _unswept():
        return _built(paths, out, version, settings or Settings(), extract, parts, progress, stage or _silent)


def _built(
    paths: Iterable[Path],
    out: Path,
    version: str,
    settings: Settings,
    extract: Extract | None,
    parts: tuple[Resolve | None, Validate | None, Render | None],
    progress: Progress | None,
    tell: Callable[[str], None],
) -> BuildResult:
    """A build inside its lock; what it held is gone when it ends, before cycles are searched for again."""
    tell("read")
    inputs, outcomes = collect(paths, out)
    if not inputs and not any(outcome.status == "failed" for outcome in outcomes):
        raise InputError(
            "there is no file to read among the inputs. Give text, Markdown, HTML, PDF, DOCX, CSV, TSV, JSON, IATI "
            "or ZIP files."
        )
    cache = Cache(out) if settings.reuse and extract is None else None
    found = _ingest(inputs, extract, cache, settings, progress)
    tell("resolve")
    readings, names = published(found.readings, None if cache is None else Ledger(cache, found.by_source()))
    outcomes = [replace(o, source=names.get(o.source, o.source)) for o in [*outcomes, *found.outcomes]]
    keys = {reading.document.source: key for reading, key in zip(readings, found.keys, strict=True)}
    kept = None if cache is None else Kept(cache, keys)
    counts = _publish(out, version, settings, readings, outcomes, parts, tell, kept)
    if cache is not None:
        cache.prune()
    return BuildResult(out, counts, tuple(sorted(outcomes, key=lambda outcome: outcome.source)))


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


def _ingest(
    inputs: Sequence[Input], extract: Extract | None, cache: Cache | None, settings: Settings, progress: Progress | None
) -> Ingested:
    """Read all inputs, with the project's own extraction unless another is given."""
    own, prepare = _own_extract()
    return ingest(
        inputs,
        extract or own,
        prepare=prepare if extract is None else None,
        cache=cache,
        workers=settings.workers,
        limits=settings.limits,
        progress=progress,
        cluster=settings.cluster,
    )


def _publish(
    out: Path,
    version: str,
    settings: Settings,
    readings: Sequence[Reading],
    outcomes: Sequence[FileOutcome],
    parts: tuple[Resolve | None, Validate | None, Render | None],
    tell: Callable[[str], None],
    kept: Kept | None,
) -> Counts:
    """Resolve, write and put in place."""
    resolve, validate, render = parts
    resolution = (resolve or _own_resolve())(readings)
    tell("merge")
    workers = settings.workers or cores()
    with (
        staging(out) as stage,  # first, so that a disk too full for the merge's own file is told as the output's
        merge(readings, resolution, withheld=settings.redact_quotes, workers=workers, kept=kept) as merged,
    ):
        triples = merged.triples
        kinds = Counter(entity.kind for entity in resolution.entities if entity.iri in triples.labelled)
        counts = counts_of(outcomes, readings, triples, kinds)
        checked = None if settings.shapes == "full" or len(triples.fact_lines) <= WHOLE else sample(triples.fact_lines)
        violations = _fill(stage, readings, merged, _check(validate, kept), checked, tell)
        mask = merged.mask
        report = report_of(version, outcomes, readings, counts, triples.refusals, violations, mask)
        if checked is not None:
            report["shapes"] = {"things checked": len(checked.things), "of": checked.whole}
        stage.write("report.json", as_json(report))
        if isinstance(resolution, Resolution):
            stage.write(explanation.FILE, as_json(explanation.explanation_of(resolution, mask, triples.labelled)))
        if render:
            tell("page")
            render(stage.folder)
            _gate_page(stage, mask)
        tell("publish")
        stage.publish()
    return counts


def _fill(
    stage: Staging,
    readings: Sequence[Reading],
    merged: Merged,
    check: Callable[[Collection[str]], Sequence[Any]],
    checked: Sample | None,
    tell: Callable[[str], None],
) -> Sequence[Any]:
    """Write graphs and texts, past the gates; what the shapes found in all or in what is `checked` comes back."""
    tell("check")
    facts = serialisation.turtle_of(merged.triples.fact_lines)
    violations = check(merged.triples.fact_lines if checked is None else checked.lines)
    if checked is not None:
        violations = [found for found in violations if getattr(found, "focus", "") in checked.things]
    _gate(violations, len(merged.denied))
    tell("write")
    stage.write("graph.ttl", facts)
    stage.write("graph.trig", merged.trig())
    stage.write("vocabulary.ttl", serialisation.turtle_of(merged.triples.background_lines))
    _write_texts(stage, readings)
    return violations


def _write_texts(stage: Staging, readings: Sequence[Reading]) -> None:
    """The texts that offsets refer to, read back to make sure that every one fits; and where private names stand."""
    for reading in readings:
        document = reading.document
        name = f"texts/{source_id(document.source, document.digest)}.txt"
        if stage.write_again(name, document.text.encode("utf-8")).decode("utf-8") != document.text:
            raise GateError(f"{document.source}: its text does not read back as it was written. Nothing was published.")
    private = {
        source_id(reading.document.source, reading.document.digest): [
            [span.start, span.end] for span in reading.private
        ]
        for reading in readings
        if reading.private
    }
    stage.write(PRIVATE, (json.dumps(private, indent=0, sort_keys=True) + "\n").encode("ascii"))


def _gate(violations: Sequence[Any], leaks: int) -> None:
    """Stop if the graph breaks a shape or holds a private name."""
    grave = [str(violation) for violation in violations if getattr(violation, "severity", "Violation") == "Violation"]
    if grave:
        raise GateError(f"the graph breaks {len(grave)} rule(s) of its shapes. Nothing was published.", grave)
    if leaks:
        raise GateError(f"{leaks} value(s) hold the name of a person who must stay unnamed. Nothing was published.")


def _gate_page(stage: Staging, mask: Mask) -> None:
    for path in sorted(stage.folder.glob("*.html")):
        if mask.denies(path.read_text("utf-8")):
            raise GateError(f"{path.name} holds the name of a person who must stay unnamed. Nothing was published.")


def _own_extract() -> tuple[Extract, Callable[[str], None]]:
    """The project's own extraction, and what prepares it for a language."""
    from graph.extraction import extract
    from graph.marking.language import language

    def prepare(code: str) -> None:
        language(code)

    return extract, prepare


def _own_resolve() -> Resolve:
    from graph.resolution import resolve

    return resolve


def _check(validate: Validate | None, kept: Kept | None) -> Callable[[Collection[str]], Sequence[Any]]:
    """What checks lines: the project's own rules ask again only where something has changed since they were kept."""
    if validate is not None:
        return lambda lines: validate(serialisation.turtle_of(lines))
    from graph.output import rechecking, validation

    if kept is None:
        return lambda lines: validation.validate(serialisation.turtle_of(lines))
    return lambda lines: rechecking.recheck(kept.cache, lines, validation.validate)


__all__ = ["BuildResult", "GateError", "Input", "InputError", "Settings", "build", "collect", "read_one"]
