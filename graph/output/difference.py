"""What changed from one build to the next: facts that came and went, with the sentences that made the difference."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.output.checking import Content, Fact, Sentence, content_of
from graph.output.store import check


class DifferenceError(ValueError):
    """A folder that cannot be compared; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that came, went, or rests on other sentences than before.

    `came` are the sentences that only the new build has for it, `went` those that only the old one had.
    """

    what: str
    fact: Fact
    came: tuple[Sentence, ...] = ()
    went: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes in order, the names of things for people, and the triples for machines."""

    changes: tuple[Change, ...]
    shown: dict[str, str]
    added: tuple[Fact, ...]
    removed: tuple[Fact, ...]

    def of_kind(self, what: str) -> tuple[Change, ...]:
        """The changes of one kind: "came", "went" or "evidence"."""
        return tuple(change for change in self.changes if change.what == what)


def difference(old: Path, new: Path) -> Difference:
    """What changed from the output folder `old` to `new`; raises `DifferenceError`."""
    before, after = _read(old), _read(new)
    changes: list[Change] = []
    for fact in sorted(before.facts | after.facts):
        earlier, later = before.proofs.get(fact, frozenset()), after.proofs.get(fact, frozenset())
        came, went = tuple(sorted(later - earlier)), tuple(sorted(earlier - later))
        if fact not in before.facts and later:
            changes.append(Change("came", fact, came))
        elif fact not in after.facts and earlier:
            changes.append(Change("went", fact, (), went))
        elif came or went:
            changes.append(Change("evidence", fact, came, went))
    return Difference(
        tuple(changes),
        {**before.shown, **after.shown},
        tuple(sorted(after.facts - before.facts)),
        tuple(sorted(before.facts - after.facts)),
    )


def as_text(found: Difference) -> str:
    """The difference for people: a line for each fact, and below it the sentences."""
    lines: list[str] = []
    signs = {"came": "+", "went": "-", "evidence": "~"}
    for what in ("came", "went", "evidence"):
        for change in found.of_kind(what):
            lines.append(f"{signs[what]} {_fact(change.fact, found.shown)}")
            lines += [f"    + {s.source}: “{_short(s.quote)}”" for s in change.came]
            lines += [f"    - {s.source}: “{_short(s.quote)}”" for s in change.went]
    counts = {what: len(found.of_kind(what)) for what in signs}
    lines.append(f"{counts['came']} facts came, {counts['went']} went, {counts['evidence']} rest on other sentences.")
    return "\n".join(lines) + "\n"


def as_data(found: Difference) -> dict[str, Any]:
    """The difference as plain data."""
    return {
        what: [
            {
                "subject": change.fact.subject.strip("<>"),
                "predicate": change.fact.predicate.strip("<>"),
                "object": change.fact.object,
                "text": _fact(change.fact, found.shown),
                "came": [{"source": s.source, "quote": s.quote} for s in change.came],
                "went": [{"source": s.source, "quote": s.quote} for s in change.went],
            }
            for change in found.of_kind(what)
        ]
        for what in ("came", "went", "evidence")
    }


def as_patch(found: Difference) -> str:
    """The difference of the merged graphs as an RDF Patch: applied to the old one it gives the new one."""
    rows = [f"D {' '.join(fact)} ." for fact in found.removed] + [f"A {' '.join(fact)} ." for fact in found.added]
    return "\n".join(["TX .", *rows, "TC .", ""])


def _read(out: Path) -> Content:
    problems = check(out)
    if problems:
        raise DifferenceError(problems[0])
    try:
        return content_of(out)
    except (OSError, SyntaxError, ValueError, KeyError) as error:
        raise DifferenceError(f"{out}: its graphs cannot be read ({error}). Build it again.") from error


def _fact(fact: Fact, shown: dict[str, str]) -> str:
    return " – ".join(shown.get(part, part) for part in fact)


def _short(quote: str) -> str:
    shown = " ".join(quote.split())
    return shown if len(shown) <= 300 else shown[:299] + "…"
