"""A project's start that a field gives stands above what its prose says: "since March 2022 the foundation has helped"
tells of the foundation. An end may be put off, so other ends stay."""

from __future__ import annotations

from graph.facts.statements import Collector
from graph.model import Value

FIELD = "field."
START = "startDate"


def settle_starts(collector: Collector) -> None:
    """Take back the starts from sentences that say another time than the fields of the same project do."""
    starts = [s for s in collector if s.predicate == START and isinstance(s.object, Value)]
    given: dict[str, set[str]] = {}
    for statement in starts:
        if statement.rule.startswith(FIELD) and isinstance(statement.object, Value):
            given.setdefault(statement.subject, set()).add(statement.object.text)
    for statement in starts:
        told, field = statement.object, given.get(statement.subject)
        if field and isinstance(told, Value) and not any(_agree(told.text, one) for one in field):
            collector.remove(statement.subject, START, told)


def _agree(one: str, other: str) -> bool:
    """Whether two dates may be one: the less exact begins the other."""
    return one.startswith(other) or other.startswith(one)
