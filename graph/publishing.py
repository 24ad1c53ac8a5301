"""From what is settled to a finished output: graphs, gates, files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from graph.index import files, parts, things
from graph.index.documents import entries_of
from graph.index.facts import Facts
from graph.index.tables import dumped
from graph.outcomes import FileOutcome
from graph.output import rechecking, serialisation, validation
from graph.output.data import as_json
from graph.output.merging import Made, Maker, merge
from graph.output.sampling import Sample, sampled
from graph.output.store import Staging
from graph.privacy.masking import Mask
from graph.report import Counts, counts_of, report_of
from graph.settling import Desk
from graph.terms import source_id

Validate = Callable[[bytes], Sequence[Any]]
Render = Callable[[Path], None]
WHOLE = 30_000
"""Up to how many facts the shapes are always checked on the whole graph."""


class GateError(Exception):
    """A quality or privacy gate failed: nothing was published. `findings` says what it found."""

    def __init__(self, message: str, findings: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


class Publication:
    """The output of one build as it grows: made, checked and written in this order."""

    def __init__(self, desk: Desk, version: str) -> None:
        self.desk = desk
        self.stage = desk.stage
        self._tables = desk.tables
        self._version = version
        self._violations: Sequence[Any] = ()
        self._sample: Sample | None = None
        self._leaks = 0

    def merge(self, *, withheld: bool, workers: int) -> None:
        """Make the graphs that have changed, label their things, and explain these."""
        desk, mask = self.desk, self.desk.mask
        fresh = desk.documents.fresh
        for number, key in files.keep_texts(self._tables, self.stage, fresh):
            self._write_text(number, desk.load(key).document.text)
        changed = desk.documents.freed | desk.settling.iris
        for made in merge(desk.jobs(), Maker(desk.load, mask, withheld), workers):
            changed |= self._take(made)
        labelled = things.label(self._tables, changed, mask)
        self._leaks = len(labelled.denied)
        things.explain(self._tables, desk.settling.components | labelled.turned, mask, desk.explained)

    def _take(self, made: Made) -> set[str]:
        """Take in what came of one source; the things that it did not use before, or uses no more."""
        tables, page = self._tables, made.leaf
        (told,) = tables.ask("SELECT told FROM documents WHERE id = ?", (made.number,)).fetchone()
        sid = source_id(told, made.digest)
        place = self.desk.graphs.add(page.body), len(page.body)
        tables.ask("INSERT OR REPLACE INTO graphs VALUES (?, ?, ?)", (made.number, *place))
        form = dumped(sorted(page.spaces)), dumped(sorted(page.prefixes))
        query = "UPDATE documents SET digest = ?, sid = ?, spaces = ?, prefixes = ?, statements = ? WHERE id = ?"
        tables.ask(query, (made.digest, sid, *form, made.sheet.statements, made.number))
        self._write_text(made.number, made.text)
        return parts.take(tables, made.number, made.sheet, made.denied)

    def _write_text(self, number: int, text: str) -> None:
        """A text that offsets refer to, read back to make sure that every one fits."""
        sid, source = self._tables.ask("SELECT sid, told FROM documents WHERE id = ?", (number,)).fetchone()
        name = f"texts/{sid}.txt"
        if self.stage.write_again(name, text.encode("utf-8")).decode("utf-8") != text:
            raise GateError(f"{source}: its text does not read back as it was written. Nothing was published.")
        told = dumped(self.stage.told(name)), self.stage.stamp_of(name), number
        self._tables.ask("UPDATE documents SET text = ?, stamp = ? WHERE id = ?", told)

    def check(self, validate: Validate | None, *, whole: bool) -> None:
        """Check the shapes, on all facts, or of a large graph on a sample unless the `whole` is asked for."""
        facts = Facts(self._tables)
        self._sample = None if whole or len(facts) <= WHOLE else sampled(facts)
        found = self._checker(validate)(list(facts) if self._sample is None else self._sample.lines)
        if self._sample is not None:
            found = [one for one in found if getattr(one, "focus", "") in self._sample.things]
        self._violations = found
        _gate(found, len(parts.denied_in(self._tables)) + self._leaks)

    def _checker(self, validate: Validate | None) -> Callable[[Collection[str]], Sequence[Any]]:
        """What checks lines: the project's own rules ask again only where something has changed since."""
        if validate is not None:
            return lambda lines: validate(serialisation.turtle_of(lines))
        if not self.desk.lasting:
            return lambda lines: validation.validate(serialisation.turtle_of(lines))
        return lambda lines: rechecking.recheck(self.desk.cache, lines, validation.validate)

    def write(self, outcomes: Sequence[FileOutcome]) -> Counts:
        """Write all files but the texts and the page."""
        tables, stage, mask = self._tables, self.stage, self.desk.mask
        files.write_graphs(tables, stage)
        files.write_dataset(tables, stage, self.desk.graphs)
        files.write_private(tables, stage)
        counts = counts_of(tables, outcomes)
        entries = entries_of(tables)
        report = report_of(self._version, outcomes, entries, counts, parts.refusals_of(tables), self._violations, mask)
        if self._sample is not None:
            report["shapes"] = {"things checked": len(self._sample.things), "of": self._sample.whole}
        stage.write("report.json", as_json(report))
        if self.desk.is_own:
            files.write_explanation(tables, stage, self.desk.explained)
        return counts

    def page(self, render: Render) -> None:
        """Let the page be written, past its gate."""
        render(self.stage.folder)
        _gate_page(self.stage, self.desk.mask)


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
