"""Collects the statements of one document: subjects and objects as things, evidence as spans, each fact once per
place."""

from __future__ import annotations

from dataclasses import replace

from graph.facts.confidence import lowered
from graph.marking.things import Thing
from graph.model import Span, Statement, Value

Object = Thing | Value
RANKED = "ranked"


class Collector:
    """Gathers statements. The same fact found twice in one place keeps its more confident rule."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, object, Span], Statement] = {}

    def add(
        self,
        subject: Thing,
        predicate: str,
        target: Object,
        evidence: tuple[Span, ...],
        rule: str,
        confidence: float,
        modality: str = "asserted",
    ) -> None:
        """Add a statement; nothing is stated of a thing about itself. What is stated of a project that only a ranking
        found is less sure, and its rule says so: "en.fundedBy.passive.ranked"."""
        if target is subject:
            return
        if subject.ranked:
            rule, confidence = f"{rule}.{RANKED}", lowered(confidence, RANKED)
        kept: str | Value = target.key if isinstance(target, Thing) else target
        key = (subject.key, predicate, kept, evidence[0])
        old = self._found.get(key)
        if old is None or confidence > old.confidence:
            self._found[key] = Statement(subject.key, predicate, kept, evidence, rule, confidence, modality)  # type: ignore[arg-type]

    def repeat(self, statement: Statement, predicate: str) -> None:
        """Say of the same things, on the same evidence, what another property says."""
        key = (statement.subject, predicate, statement.object, statement.evidence[0])
        self._found.setdefault(key, replace(statement, predicate=predicate))

    def remove(self, subject: str, predicate: str, target: str | Value) -> None:
        """Take back all statements of one fact."""
        for key in [k for k in self._found if k[0] == subject and k[1] == predicate and k[2] == target]:
            del self._found[key]

    def objects(self, project: Thing, predicate: str, where: Span | None = None) -> set[str]:
        """The keys of those that a sentence, or without one the text so far, says pay for a project, run it and the
        like."""
        said = (s for s in self if (s.subject, s.predicate) == (project.key, predicate))
        return {s.object for s in said if where in (None, s.evidence[0]) and isinstance(s.object, str)}

    def statements(self) -> tuple[Statement, ...]:
        """All statements in the order of the text."""
        return tuple(
            sorted(self._found.values(), key=lambda s: (s.evidence[0], s.subject, s.predicate, str(s.object), s.rule))
        )

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(list(self._found.values()))
