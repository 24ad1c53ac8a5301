"""Reads the labelled mentions, resolves them scene by scene, and scores the clusters by B³ (Bagga and Baldwin, 1998)."""
from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from graph.model import Document, Entity, Name, Reading, Span, Statement, Value
from graph.resolution import Resolution, resolve
from ontology.vocabulary import countries, entries
from ontology.words import folded_words

FILE = Path(__file__).parent / "mentions.tsv"


@dataclass(frozen=True)
class Mention:
    scene: str
    cluster: str
    kind: str
    language: str
    covers: tuple[str, ...]
    names: tuple[str, ...]
    codes: tuple[str, ...]
    number: int

    @property
    def source(self) -> str:
        return f"{self.number:04}.txt"

    @property
    def country(self) -> str | None:
        """The country of a place ("Graz @AT") or of a country by its name."""
        if self.kind == "Place":
            return self.names[0].rpartition(" @")[2]
        return next((code for code, entry in countries().items() if self.kind == "Country" and self.names[0] in dict(entry.labels)), None)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(name.partition(" @")[0] for name in self.names)


def mentions() -> list[Mention]:
    lines = [line for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")][1:]
    found = []
    for number, line in enumerate(lines):
        scene, cluster, kind, language, covers, names, *codes = line.split("\t")
        found.append(Mention(scene, cluster, kind, language, tuple(filter(None, covers.split(","))), tuple(n.strip() for n in names.split(" / ")),
                             tuple(filter(None, codes)), number))
    return found


@lru_cache(maxsize=1)
def _known() -> dict[tuple[str, str, str], set[str]]:
    """Vocabulary entries by class, language and name or acronym, as extraction would link a whole name."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for iri, entry in entries().items():
        for text, language in entry.labels:
            found[entry.kind, language, " ".join(folded_words(text))].add(iri)
        for acronym in entry.acronyms:
            found[entry.kind, "", acronym].add(iri)
    return found


def _ref(mention: Mention) -> str | None:
    for text in mention.texts:
        for key in ((mention.kind, mention.language, " ".join(folded_words(text))), (mention.kind, "", text)):
            if len(iris := _known().get(key, set())) == 1:
                return next(iter(iris))
    return None


def reading(mention: Mention) -> Reading:
    """The reading of a document with just this mention, and the countries that its projects cover."""
    short = tuple(text for text in mention.texts[1:] if " " not in text)
    entity = Entity("it", mention.kind, tuple(Name(text, mention.language) for text in mention.texts), _ref(mention), short, mention.country)
    others = [Entity(f"c{code}", "Country", (Name(code),), countries()[code].iri, (), code) for code in mention.covers]
    said = [Statement("p", "coversCountry", other.key, (Span(0, 1),), "t", 1.0) for other in others]
    said += [Statement("it", "code", Value("code", code), (Span(0, 1),), "t", 1.0) for code in mention.codes]
    extra = [Entity("p", "Project", (Name(f"Only here {mention.number} project name"),)), *others] if others else []
    return Reading(Document(mention.source, "0" * 64, "x", mention.language, ()), (entity, *extra), tuple(said))


def scenes() -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions():
        found[mention.scene].append(mention)
    return found


def resolved(found: list[Mention]) -> tuple[dict[Mention, str], Resolution]:
    resolution = resolve([reading(m) for m in found])
    return {m: resolution.iri(m.source, "it") for m in found}, resolution


@dataclass(frozen=True)
class Scores:
    precision: float
    recall: float
    mentions: int
    clusters: int
    pairs: int
    wrong: tuple[str, ...]


def score() -> Scores:
    """B³ over all mentions, each scene resolved by itself; `wrong` tells every wrong pair."""
    precision = recall = 0.0
    total = clusters = pairs = 0
    wrong: list[str] = []
    for name, found in scenes().items():
        got, _ = resolved(found)
        clusters += len({m.cluster for m in found})
        for mention in found:
            gold = {m for m in found if m.cluster == mention.cluster}
            system = {m for m in found if got[m] == got[mention]}
            precision += len(gold & system) / len(system)
            recall += len(gold & system) / len(gold)
            total += 1
        for one, two in combinations(found, 2):
            pairs += 1
            same, joined = one.cluster == two.cluster, got[one] == got[two]
            if same != joined:
                wrong.append(f"{name}: {'split' if same else 'MERGED'} {one.names[0]} ({one.language}) ~ {two.names[0]} ({two.language})")
    return Scores(precision / total, recall / total, total, clusters, pairs, tuple(wrong))


if __name__ == "__main__":
    result = score()
    print("\n".join(result.wrong))
    print(f"B3 precision {result.precision:.4f} recall {result.recall:.4f}; {result.mentions} mentions, {result.clusters} clusters, {result.pairs} pairs")
