"""How well each rule does on documents that a careful reader has annotated.

Each document is built alone, in memory, the same way as a real build. A fact of the build is right if the annotations
have it, optional if they call it defensible, a trap if they forbid it, and else wrong. What the annotations look like,
and what counts as the same name, is told in `docs/engine.md`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import pyoxigraph as ox

from graph.output.rdf import to_triples
from graph.output.sheets import Triples
from graph.pipeline import Input, read_one
from ontology.namespaces import IG, RDF, SKOS

CORE = frozenset({"implementedBy", "hasPartner", "fundedBy", "coversCountry", "targets"})
LITERALS = frozenset({"code", "startDate", "endDate", "date", "deadline", "budget", "website"})
CONCEPTS = {"targets": "group", "addresses": "theme", "hasActivityType": "activity"}
SYMMETRIC = frozenset({"cooperatesWith"})
SCORED = (
    CORE
    | LITERALS
    | frozenset(CONCEPTS)
    | SYMMETRIC
    | frozenset(
        "takesPlaceIn partOf follows hasOutput hasEvent alignedWith managedBy underFund presentIn unitOf "
        "hasRole".split()
    )
)
NEAR_CLASSES = [
    frozenset(pair.split())
    for pair in (
        "Organisation Fund",
        "Organisation Output",
        "Project Call",
        "Organisation Place",
        "Project Event",
        "Output Policy",
        "Output Event",
    )
]
KINDS = ("facts", "optional", "forbidden")
ALIKE = 0.75
_SMALL = frozenset("the il la le lo l el der die das project progetto".split())
Verdict = Literal["right", "optional", "wrong", "trap"]
Fact = tuple[str, str, str]
Gold = dict[str, Any]


class GoldError(ValueError):
    """Annotations that cannot be used; the message names the file, the cause and the remedy."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A fact of a build, the rules that found it, and what the annotations say to it."""

    subject: str
    predicate: str
    object: str
    rules: tuple[str, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Score:
    """What became of a document: its judged facts, the annotated ones found and missed, private names that got out."""

    judged: tuple[Judged, ...]
    found: frozenset[Fact]
    missed: frozenset[Fact]
    leaks: tuple[str, ...]


@dataclass(slots=True)
class RuleCount:
    """How often a rule fired, and with what success."""

    fired: int = 0
    verdicts: Counter[Verdict] = field(default_factory=Counter)

    @property
    def precision(self) -> float | None:
        """The share of right facts among the right and the wrong; None where there are neither."""
        wrong = self.verdicts["wrong"] + self.verdicts["trap"]
        judged = self.verdicts["right"] + wrong
        return self.verdicts["right"] / judged if judged else None


def plain(text: str) -> str:
    """A name as it is compared: no case, accents, punctuation, articles or bare project nouns."""
    decomposed = unicodedata.normalize("NFKD", text).casefold().replace("&", " and ")
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(word for word in re.sub(r"[^\w\s]|_", " ", kept).split() if word not in _SMALL)


class Build:
    """The facts of one built document, with the classes and the names of its things."""

    def __init__(self, triples: Triples) -> None:
        self._values: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.names: dict[str, set[str]] = defaultdict(set)
        self.classes: dict[str, set[str]] = defaultdict(set)
        for triple in sorted(triples.facts, key=str):
            assert not isinstance(triple.subject, ox.Triple) and not isinstance(triple.object, ox.Triple)
            subject, predicate, value = triple.subject.value, triple.predicate.value, triple.object
            self._values[subject, predicate].append(value.value)
            if predicate == RDF + "type" and value.value.startswith(IG):
                self.classes[subject].add(value.value.removeprefix(IG))
            elif predicate in (SKOS + "prefLabel", SKOS + "altLabel", IG + "acronym") and plain(value.value):
                self.names[subject].add(plain(value.value))
        self.facts = self._with_rules(triples.quads)

    def _with_rules(self, quads: Iterable[ox.Quad]) -> dict[tuple[str, str, str], set[str]]:
        """Each fact that is not negated, with its rules."""
        nodes: dict[str, dict[str, str]] = defaultdict(dict)
        for quad in quads:
            assert not isinstance(quad.subject, ox.Triple) and not isinstance(quad.object, ox.Triple)
            nodes[quad.subject.value][quad.predicate.value] = quad.object.value
        facts: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for pairs in nodes.values():
            if pairs.get(RDF + "type") == IG + "Statement" and pairs[IG + "modality"] != "negated":
                key = (pairs[RDF + "subject"], pairs[RDF + "predicate"].removeprefix(IG), pairs[RDF + "object"])
                facts[key].add(pairs[IG + "rule"])
        return facts

    def target(self, predicate: str, value: str) -> str:
        """How the annotations would write an object: a country, a concept or a literal; else the IRI."""
        if predicate == "budget":
            amount = self._values.get((value, IG + "amount"), ["?"])[0]
            return f"{amount} {(self._values.get((value, IG + 'currency')) or [''])[0]}".strip()
        codes = [code for code in self._values.get((value, IG + "isoCode"), ()) if len(code) == 2]
        if codes and predicate not in LITERALS:
            return f"country:{codes[0].upper()}"
        if predicate in CONCEPTS and (notations := self._values.get((value, SKOS + "notation"))):
            return f"{CONCEPTS[predicate]}:{notations[0]}"
        return value

    def stands_for(self, iri: str, entities: dict[str, Any]) -> set[str]:
        """The annotated entities that a thing of the build may be: of the same or a near class, and alike in name."""
        classes, names = self.classes.get(iri, set()), self.names.get(iri, set())
        found = set()
        for key, entity in entities.items():
            near = any(entity["type"] == c or frozenset({entity["type"], c}) in NEAR_CLASSES for c in classes)
            if near and alike(names, {plain(name) for name in entity["names"]}):
                found.add(key)
        return found

    def shown(self, value: str) -> str:
        """A thing's shortest first name, or the value itself."""
        return min(self.names.get(value, {value}))


def alike(names: set[str], wanted: set[str]) -> bool:
    """Whether two sets of names, as `plain` gives them, share one, or three quarters of the words of one."""
    if names & wanted:
        return True
    pairs = ((set(a.split()), set(b.split())) for a in names for b in wanted)
    return any(a | b and len(a & b) / len(a | b) >= ALIKE for a, b in pairs)


def same_literal(predicate: str, wanted: str, got: str) -> bool:
    """Whether a literal is the annotated one: a date may be more exact, an amount differ by less than one."""
    if predicate in ("startDate", "endDate", "date", "deadline"):
        return got.startswith(wanted)
    if predicate == "budget":
        one, two = (re.sub(r"[^\d.]", "", (text.split() or [""])[0]) for text in (wanted, got))
        return bool(one and two) and abs(float(one) - float(two)) < 1
    if predicate == "website":
        one, two = (re.sub(r"^(?:https?://)?(?:www\.)?", "", t.strip().casefold()).rstrip("/") for t in (wanted, got))
        return one == two
    return plain(wanted) == plain(got)


class _Judge:
    """Compares the facts of one build with the annotations of its document."""

    def __init__(self, gold: Gold, build: Build) -> None:
        self._build = build
        self._gold = {kind: [(f[0], f[1], f[2]) for f in gold.get(kind, ())] for kind in KINDS}
        for facts in self._gold.values():
            facts += [(o, p, s) for s, p, o in facts if p in SYMMETRIC]
        self._entities = gold["entities"]

    def matches(self, kind: str, subject: str, predicate: str, value: str) -> list[Fact]:
        """The annotated facts of a kind that a fact of the build is."""
        subjects = self._build.stands_for(subject, self._entities)
        here = [f for f in self._gold[kind] if f[1] == predicate and f[0] in subjects]
        target = self._build.target(predicate, value)
        if predicate in LITERALS:
            return [f for f in here if same_literal(predicate, f[2], target)]
        objects = {target} if target != value else self._build.stands_for(value, self._entities)
        return [f for f in here if f[2] in objects]

    def verdict(self, subject: str, predicate: str, value: str) -> tuple[Verdict, list[Fact]]:
        """What the annotations say to a fact, and the annotated facts that it is."""
        if found := self.matches("facts", subject, predicate, value):
            return "right", found
        forbidden = self.matches("forbidden", subject, predicate, value)
        exact = predicate in LITERALS and any(f[2] == self._build.target(predicate, value) for f in forbidden)
        if not exact and self.matches("optional", subject, predicate, value):
            return "optional", []
        return ("trap" if forbidden else "wrong"), []


def judge(gold: Gold, triples: Triples) -> Score:
    """Compare what was built of one document with its annotations."""
    build = Build(triples)
    judged: list[Judged] = []
    found: set[Fact] = set()
    want: set[Fact] = {(f[0], f[1], f[2]) for f in gold["facts"]}
    judging = _Judge(gold, build)
    for (subject, predicate, value), rules in sorted(build.facts.items()):
        if predicate not in SCORED or (predicate == "website" and "Project" not in build.classes[subject]):
            continue
        if predicate in SYMMETRIC and subject > value and (value, predicate, subject) in build.facts:
            continue
        verdict, facts = judging.verdict(subject, predicate, value)
        found |= {f if f in want else (f[2], f[1], f[0]) for f in facts}
        shown = build.target(predicate, value)
        judged.append(Judged(build.shown(subject), predicate, build.shown(shown), tuple(sorted(rules)), verdict))
    labels = {label for names in build.names.values() for label in names}
    private = [name for name in gold.get("private_names", ()) if plain(name)]
    leaks = tuple(name for name in private if any(plain(name) in label for label in labels))
    return Score(tuple(judged), frozenset(found & want), frozenset(want - found), leaks)


def read_gold(folder: Path) -> list[Gold]:
    """The annotations of all documents, by file name. Raises GoldError."""
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            gold = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise GoldError(f"{path}: not readable as JSON ({error}). Mend the file or leave it out.") from error
        if not isinstance(gold, dict) or not {"doc", "lang", "entities", "facts"} <= gold.keys():
            raise GoldError(f"{path}: annotations need 'doc', 'lang', 'entities' and 'facts'. See docs/engine.md.")
        found.append(gold)
    if not found:
        raise GoldError(f"{folder}: there are no annotations (*.json) in it. Give the folder that holds them.")
    return found


def score_all(documents: Path, golds: Sequence[Gold]) -> Iterator[tuple[Gold, Score]]:
    """Build each annotated document that the folder holds, and judge it. Raises GoldError."""
    from graph.extraction import extract
    from graph.resolution import resolve

    present = [gold for gold in golds if (documents / gold["doc"]).is_file()]
    if not present:
        raise GoldError(f"{documents}: none of the annotated documents is in it. Give the folder that holds them.")
    for gold in present:
        reading, outcome = read_one(Input(gold["doc"], documents / gold["doc"]), extract)
        if reading is None:
            raise GoldError(f"{documents / gold['doc']}: {outcome.cause}. {outcome.remedy}")
        yield gold, judge(gold, to_triples([reading], resolve([reading])))


def count_rules(scores: Iterable[Score]) -> dict[str, RuleCount]:
    """How each rule did, by rule id. A fact that several rules found counts for each."""
    counts: dict[str, RuleCount] = defaultdict(RuleCount)
    for score in scores:
        for fact in score.judged:
            for rule in fact.rules:
                counts[rule].fired += 1
                counts[rule].verdicts[fact.verdict] += 1
    return dict(sorted(counts.items()))


def precision_and_recall(scores: Iterable[Score], predicates: frozenset[str] = SCORED) -> tuple[float, float]:
    """Precision and recall over all documents, for some properties."""
    right = missed = wrong = 0
    for score in scores:
        right += sum(f[1] in predicates for f in score.found)
        missed += sum(f[1] in predicates for f in score.missed)
        wrong += sum(j.predicate in predicates and j.verdict in ("wrong", "trap") for j in score.judged)
    return right / (right + wrong) if right + wrong else 0.0, right / (right + missed) if right + missed else 0.0
