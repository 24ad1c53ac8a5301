"""What changed from one build to the next: facts that came and went, with the sentences that made the difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph.store import check
from ontology.namespaces import DCTERMS, IG, OA, RDF, SKOS, shorten


class DifferenceError(ValueError):
    """A folder that cannot be compared; the message says which and why."""


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A quote and the name of the source that it stands in."""

    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that came, went, or rests on other sentences than before.

    `came` are the sentences that only the new build has for it, `went` those that only the old one had.
    """

    what: str
    fact: ox.Triple
    came: tuple[Sentence, ...] = ()
    went: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes in order, the names of things for people, and the triples for machines."""

    changes: tuple[Change, ...]
    labels: dict[str, str]
    added: tuple[ox.Triple, ...]
    removed: tuple[ox.Triple, ...]

    def of_kind(self, what: str) -> tuple[Change, ...]:
        """The changes of one kind: "came", "went" or "evidence"."""
        return tuple(change for change in self.changes if change.what == what)


@dataclass(frozen=True, slots=True)
class _Build:
    """A build as it is compared."""

    facts: frozenset[ox.Triple]
    proofs: dict[ox.Triple, frozenset[Sentence]]
    labels: dict[str, str]


def difference(old: Path, new: Path) -> Difference:
    """What changed from the output folder `old` to `new`; raises `DifferenceError`."""
    before, after = _read(old), _read(new)
    changes: list[Change] = []
    for fact in sorted(before.facts | after.facts, key=str):
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
        {**before.labels, **after.labels},
        tuple(sorted(after.facts - before.facts, key=str)),
        tuple(sorted(before.facts - after.facts, key=str)),
    )


def as_text(found: Difference) -> str:
    """The difference for people: a line for each fact, and below it the sentences."""
    lines: list[str] = []
    signs = {"came": "+", "went": "-", "evidence": "~"}
    for what in ("came", "went", "evidence"):
        for change in found.of_kind(what):
            lines.append(f"{signs[what]} {_fact(change.fact, found.labels)}")
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
                "subject": str(change.fact.subject),
                "predicate": str(change.fact.predicate),
                "object": str(change.fact.object),
                "text": _fact(change.fact, found.labels),
                "came": [{"source": s.source, "quote": s.quote} for s in change.came],
                "went": [{"source": s.source, "quote": s.quote} for s in change.went],
            }
            for change in found.of_kind(what)
        ]
        for what in ("came", "went", "evidence")
    }


def as_patch(found: Difference) -> str:
    """The difference of the merged graphs as an RDF Patch: applied to the old one it gives the new one."""
    rows = [f"D {triple} ." for triple in found.removed] + [f"A {triple} ." for triple in found.added]
    return "\n".join(["TX .", *rows, "TC .", ""])


def _read(out: Path) -> _Build:
    problems = check(out)
    if problems:
        raise DifferenceError(problems[0])
    try:
        quads = list(ox.parse((out / "graph.trig").read_bytes(), format=ox.RdfFormat.TRIG))
        facts = {quad.triple for quad in ox.parse((out / "graph.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)}
    except (OSError, SyntaxError, ValueError) as error:
        raise DifferenceError(f"{out}: its graphs cannot be read ({error}). Build it again.") from error
    labels: dict[str, str] = {}
    for quad in sorted(quads, key=str):
        if quad.predicate.value != SKOS + "prefLabel" or not isinstance(quad.object, ox.Literal):
            continue
        if isinstance(quad.subject, ox.NamedNode) and (
            quad.object.language == "en" or quad.subject.value not in labels
        ):
            labels[quad.subject.value] = quad.object.value
    return _Build(frozenset(facts), _proofs(quads), labels)


def _proofs(quads: Iterable[ox.Quad]) -> dict[ox.Triple, frozenset[Sentence]]:
    """The sentences of each fact that is asserted."""
    wanted = {RDF + "subject", RDF + "predicate", RDF + "object", IG + "modality", DCTERMS + "source", OA + "exact"}
    parts: dict[str, dict[str, Any]] = {}
    selectors: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.Triple) or isinstance(quad.object, ox.Triple):
            continue
        subject, predicate = quad.subject.value, quad.predicate.value
        if predicate in wanted:
            parts.setdefault(subject, {})[predicate] = quad.object
        elif predicate == OA + "hasSelector":
            selectors.setdefault(subject, []).append(quad.object.value)
        elif predicate == DCTERMS + "identifier":
            names[subject] = quad.object.value
    found: dict[ox.Triple, set[Sentence]] = {}
    for key, part in parts.items():
        if RDF + "subject" not in part or part[IG + "modality"].value == "negated":
            continue
        fact = ox.Triple(part[RDF + "subject"], part[RDF + "predicate"], part[RDF + "object"])
        source = part[DCTERMS + "source"].value
        first = min(selectors.get(key, ()), default="")
        quote = parts[first][OA + "exact"].value if first else ""
        found.setdefault(fact, set()).add(Sentence(names.get(source, source), quote))
    return {fact: frozenset(sentences) for fact, sentences in found.items()}


def _fact(fact: ox.Triple, labels: dict[str, str]) -> str:
    parts: Sequence[Any] = (fact.subject, fact.object)
    subject, value = (labels.get(part.value, shorten(part.value)) for part in parts)
    return f"{subject} – {shorten(fact.predicate.value).removeprefix('ig:')} – {value}"


def _short(quote: str) -> str:
    shown = " ".join(quote.split())
    return shown if len(shown) <= 300 else shown[:299] + "…"
