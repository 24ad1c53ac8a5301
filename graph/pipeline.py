"""The way of the data: collect, read, extract, resolve, to triples, validate, write.

One file that fails never stops the rest. What a build finds out about itself comes back as a `BuildResult`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph import serialisation
from graph.labels import Resolved
from graph.masking import Mask
from graph.model import Document, Reading
from graph.rdf import Triples, to_triples
from graph.reading import FORMATS, ReadingError, read
from graph.report import Counts, FileOutcome, counts_of, report_of
from graph.store import Lock, Staging, as_json, staging
from graph.terms import source_id

Extract = Callable[[Document], Reading]
Resolve = Callable[[Sequence[Reading]], Resolved]
Validate = Callable[[bytes], Sequence[Any]]
Render = Callable[[Path], None]
Progress = Callable[[str, int, int], None]


class GateError(Exception):
    """A quality or privacy gate failed: nothing was published. `findings` says what it found."""

    def __init__(self, message: str, findings: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


class InputError(ValueError):
    """The inputs cannot be used at all."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read and the name by which its source is known."""

    source: str
    path: Path


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


def collect(paths: Iterable[Path], out: Path | None = None) -> tuple[list[Input], list[FileOutcome]]:
    """The files to read, each once, and those that are skipped for want of a reader.

    A file in a folder is known by its path inside the folder, a file named by itself by its name. Hidden files, and the
    output folder itself, are left out.
    """
    found: dict[Path, str] = {}
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: there is no such file or folder. Check the spelling.")
        files = _files_in(path, out) if path.is_dir() else [path]
        for file in files:
            name = unicodedata.normalize("NFC", file.relative_to(path).as_posix() if path.is_dir() else file.name)
            real = file.resolve()
            found[real] = max(found.get(real, ""), name, key=lambda n: (n.count("/"), n))
    inputs: list[Input] = []
    skipped: list[FileOutcome] = []
    for real, name in _distinct(found):
        if real.suffix.lower() in FORMATS:
            inputs.append(Input(name, real))
        else:
            skipped.append(
                FileOutcome(
                    name,
                    "skipped",
                    f"there is no reader for {real.suffix or 'files without an extension'}",
                    "Save it as one of the formats that have one.",
                )
            )
    return sorted(inputs, key=lambda item: (item.source, str(item.path))), sorted(skipped, key=lambda item: item.source)


def _files_in(folder: Path, out: Path | None) -> list[Path]:
    inside = out.resolve() if out is not None else None
    return [
        file
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
        and (inside is None or inside not in file.resolve().parents)
    ]


def _distinct(found: dict[Path, str]) -> list[tuple[Path, str]]:
    """Files with names that tell them apart: where two share a name, with as much of their folders as it takes."""
    names = dict(found)
    for depth in range(2, 40):
        shared = Counter(names.values())
        if max(shared.values(), default=0) < 2:
            break
        names = {path: "/".join(path.parts[-depth:]) if shared[name] > 1 else name for path, name in names.items()}
    return sorted(names.items(), key=lambda item: item[1])


def read_one(item: Input, extract: Extract) -> tuple[Reading | None, FileOutcome]:
    """Read and extract one file; an error becomes its outcome."""
    try:
        document = read(item.path, item.source)
    except ReadingError as error:
        return None, FileOutcome(item.source, "failed", error.cause, error.remedy)
    try:
        return extract(document), FileOutcome(item.source, "read")
    except Exception as error:  # one bad file must not take the others with it; the report names it
        cause = f"its extraction stopped with {type(error).__name__}: {str(error)[:600]}"
        return None, FileOutcome(item.source, "failed", cause, "Please report this, with the file if you may share it.")


def build(
    paths: Iterable[Path],
    out: Path,
    *,
    version: str = "",
    extract: Extract | None = None,
    resolve: Resolve | None = None,
    validate: Validate | None = None,
    render: Render | None = None,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the graph of all files under `paths` into the folder `out`.

    `extract`, `resolve` and `validate` are the project's own unless given. `render` writes more into the staging
    folder, which already holds `graph.trig`. Raises `InputError`, `GateError`, `StoreError` or `StoreBusyError`.
    """
    extract, resolve, validate = extract or _own_extract(), resolve or _own_resolve(), validate or _own_validate()
    with Lock(out):
        inputs, outcomes = collect(paths, out)
        if not inputs:
            raise InputError(
                "there is no file to read among the inputs. Give text, Markdown, HTML, CSV, TSV or JSON files."
            )
        readings, read_outcomes = _read_all(inputs, extract, progress)
        outcomes += read_outcomes
        resolution = resolve(readings)
        triples = to_triples(readings, resolution)
        kinds = Counter(entity.kind for entity in resolution.entities if entity.iri in triples.labelled)
        counts = counts_of(outcomes, readings, triples, kinds)
        with staging(out) as stage:
            violations = _fill(stage, readings, triples, validate)
            mask = Mask.of(readings)
            report = report_of(version, outcomes, readings, counts, triples.refusals, violations, mask)
            stage.write("report.json", as_json(report))
            if render:
                render(stage.folder)
                _gate_page(stage, mask)
            stage.publish()
    return BuildResult(out, counts, tuple(sorted(outcomes, key=lambda outcome: outcome.source)))


def _read_all(
    inputs: Sequence[Input], extract: Extract, progress: Progress | None
) -> tuple[list[Reading], list[FileOutcome]]:
    readings: list[Reading] = []
    outcomes: list[FileOutcome] = []
    for number, item in enumerate(inputs, 1):
        if progress:
            progress(item.source, number, len(inputs))
        reading, outcome = read_one(item, extract)
        outcomes.append(outcome)
        if reading is not None:
            readings.append(reading)
    return readings, outcomes


def _fill(stage: Staging, readings: Sequence[Reading], triples: Triples, validate: Validate) -> Sequence[Any]:
    """Write graphs and texts, past the gates; what the shapes found comes back."""
    merged = serialisation.turtle(triples.facts)
    violations = validate(merged)
    _gate(violations, readings, triples)
    stage.write("graph.ttl", merged)
    stage.write("graph.trig", serialisation.trig(triples.quads))
    stage.write("vocabulary.ttl", serialisation.turtle(triples.background))
    _write_texts(stage, readings)
    return violations


def _write_texts(stage: Staging, readings: Sequence[Reading]) -> None:
    """The texts that offsets refer to, read back to make sure that every one still fits."""
    for reading in readings:
        document = reading.document
        path = stage.write(f"texts/{source_id(document.source, document.digest)}.txt", document.text.encode("utf-8"))
        if path.read_bytes().decode("utf-8") != document.text:
            raise GateError(f"{document.source}: its text does not read back as it was written. Nothing was published.")


def _gate(violations: Sequence[Any], readings: Sequence[Reading], triples: Triples) -> None:
    """Stop if the graph breaks a shape or holds a private name."""
    grave = [str(violation) for violation in violations if getattr(violation, "severity", "Violation") == "Violation"]
    if grave:
        raise GateError(f"the graph breaks {len(grave)} rule(s) of its shapes. Nothing was published.", grave)
    mask = Mask.of(readings)
    values = {
        term.value for quad in triples.quads for term in (quad.subject, quad.object) if not isinstance(term, ox.Triple)
    }
    leaks = sum(mask.denies(value) or ("://" in value and mask.denies_iri(value)) for value in values)
    if leaks:
        raise GateError(f"{leaks} value(s) hold the name of a person who must stay unnamed. Nothing was published.")


def _gate_page(stage: Staging, mask: Mask) -> None:
    for path in sorted(stage.folder.glob("*.html")):
        if mask.denies(path.read_text("utf-8")):
            raise GateError(f"{path.name} holds the name of a person who must stay unnamed. Nothing was published.")


def _own_extract() -> Extract:
    from graph.extraction import extract

    return extract


def _own_resolve() -> Resolve:
    from graph.resolution import resolve

    return resolve


def _own_validate() -> Validate:
    from graph.validation import validate

    return validate


__all__ = ["BuildResult", "GateError", "Input", "InputError", "build", "collect", "read_one"]
