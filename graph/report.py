"""What a build says about itself: each file's fate, counts, what was refused. It quotes no text of a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.index.tables import Tables
from graph.outcomes import FileOutcome
from graph.output.sheets import Refusal
from graph.privacy.masking import Mask


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a build found."""

    read: int
    skipped: int
    failed: int
    facts: int
    statements: int
    entities: dict[str, int]
    languages: dict[str, int]


def counts_of(tables: Tables, outcomes: Sequence[FileOutcome]) -> Counts:
    """The counts of a build; facts are triples that some statement asserts."""
    status = Counter(outcome.status for outcome in outcomes)
    languages = "SELECT json_extract(about, '$[0][0]') AS language, COUNT(*) FROM documents GROUP BY language"
    return Counts(
        status["read"],
        status["skipped"],
        status["failed"],
        tables.ask("SELECT COUNT(*) FROM lines WHERE asserted > 0").fetchone()[0],
        tables.ask("SELECT COALESCE(SUM(statements), 0) FROM documents").fetchone()[0],
        dict(sorted(tables.ask("SELECT kind, COUNT(*) FROM things WHERE shown GROUP BY kind"))),
        dict(sorted(tables.ask(languages))),
    )


def report_of(
    version: str,
    outcomes: Sequence[FileOutcome],
    entries: Mapping[str, dict[str, Any]],
    counts: Counts,
    refusals: Sequence[Refusal],
    violations: Sequence[Any],
    mask: Mask,
) -> dict[str, Any]:
    """The content of `report.json`; `entries` are what is told of the sources that were read."""
    return {
        "integraph": version,
        "counts": {
            "files": {"read": counts.read, "skipped": counts.skipped, "failed": counts.failed},
            "facts": counts.facts,
            "statements": counts.statements,
            "things": counts.entities,
            "languages": counts.languages,
        },
        "files": [
            _file(outcome, entries.get(outcome.source, {}), mask)
            for outcome in sorted(outcomes, key=lambda o: (o.source, o.status))
        ],
        "refused": [
            {"source": refusal.source, "what": refusal.what, "why": refusal.why}
            for refusal in sorted(set(refusals), key=lambda r: (r.source, r.what, r.why))
        ],
        "violations": [mask.hide(str(violation)) for violation in violations],
    }


def _file(outcome: FileOutcome, told: Mapping[str, Any], mask: Mask) -> dict[str, Any]:
    name = outcome.source if outcome.status == "read" else mask.source_name(outcome.source)
    entry: dict[str, Any] = {"source": name, "status": outcome.status}
    if outcome.cause:
        entry |= {"cause": mask.hide(outcome.cause), "remedy": outcome.remedy}
    if outcome.notes:
        entry["notes"] = list(outcome.notes)
    return {**entry, **told} if outcome.status == "read" else entry
