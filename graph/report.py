"""What a build says about itself: each file's fate, counts, what was refused. It quotes no text of a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import Reading
from graph.outcomes import FileOutcome
from graph.output.sheets import Refusal, Triples
from graph.privacy.masking import Mask
from graph.terms import source_id


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


def counts_of(
    outcomes: Sequence[FileOutcome], readings: Sequence[Reading], triples: Triples, kinds: Counter[str]
) -> Counts:
    """The counts of a build; facts are triples that some statement asserts."""
    status = Counter(outcome.status for outcome in outcomes)
    languages = Counter(reading.document.language for reading in readings)
    return Counts(
        status["read"],
        status["skipped"],
        status["failed"],
        len(triples.asserted_lines),
        triples.statements,
        dict(sorted(kinds.items())),
        dict(sorted(languages.items())),
    )


def report_of(
    version: str,
    outcomes: Sequence[FileOutcome],
    readings: Sequence[Reading],
    counts: Counts,
    refusals: Sequence[Refusal],
    violations: Sequence[Any],
    mask: Mask,
) -> dict[str, Any]:
    """The content of `report.json`."""
    known = {reading.document.source: reading for reading in readings}
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
            _file(outcome, known.get(outcome.source), mask)
            for outcome in sorted(outcomes, key=lambda o: (o.source, o.status))
        ],
        "refused": [
            {"source": refusal.source, "what": refusal.what, "why": refusal.why}
            for refusal in sorted(set(refusals), key=lambda r: (r.source, r.what, r.why))
        ],
        "violations": [mask.hide(str(violation)) for violation in violations],
    }


def _file(outcome: FileOutcome, reading: Reading | None, mask: Mask) -> dict[str, Any]:
    entry: dict[str, Any] = {"source": mask.source_name(outcome.source), "status": outcome.status}
    if outcome.cause:
        entry |= {"cause": mask.hide(outcome.cause), "remedy": outcome.remedy}
    if outcome.notes:
        entry["notes"] = list(outcome.notes)
    if reading is not None and outcome.status == "read":
        document = reading.document
        entry |= {
            "id": source_id(document.source, document.digest),
            "format": document.format,
            "encoding": document.encoding,
            "language": document.language,
            "characters": len(document.text),
            "blocks": len(document.blocks),
            "statements": len(reading.statements),
        }
    return entry
