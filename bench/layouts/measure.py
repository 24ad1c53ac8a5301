"""Annotated texts in other layouts, and what is found in them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.layouts import plain, web
from bench.layouts.sample import Layout, Made, Sample
from integraph.rules_stats import CORE, Gold, Score, read_gold, score_all

LAYOUTS: dict[str, Layout] = {layout.__name__: layout for module in (plain, web) for layout in module.LAYOUTS}
_TEXTS = frozenset({".txt", ".text", ".md", ".markdown"})


@dataclass(frozen=True, slots=True)
class Case:
    """A text in another layout, and the scores of both."""

    document: str
    layout: str
    before: Score
    after: Score


@dataclass(slots=True)
class Tally:
    """Facts that were found, that were missed, and that are wrong."""

    found: int = 0
    missed: int = 0
    wrong: int = 0
    cases: list[Case] = field(default_factory=list)

    def add(self, score: Score, scored: frozenset[str] = CORE) -> None:
        """Count the facts of a document."""
        self.found += sum(fact[1] in scored for fact in score.found)
        self.missed += sum(fact[1] in scored for fact in score.missed)
        self.wrong += _wrong(score, scored)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing was found."""
        return 2 * self.found / (2 * self.found + self.missed + self.wrong) if self.found else 0.0


def _wrong(score: Score, scored: frozenset[str]) -> int:
    return sum(fact.predicate in scored and fact.verdict in ("wrong", "trap") for fact in score.judged)


def cases(texts: Path, golds: Iterable[Gold], layouts: Sequence[str], keep: Path | None = None) -> Iterator[Case]:
    """Each text in each of these layouts that changes it. `keep`: a folder for the files, else they are not kept."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for gold in golds:
            document = texts / gold["doc"]
            if document.suffix not in _TEXTS or document.read_text("utf-8").startswith("---"):
                continue
            before = _score(texts, gold)
            for name in layouts:
                made = _made(LAYOUTS[name], document, gold["lang"])
                if made is not None:
                    file = f"{document.stem}.{name}{made.suffix}"
                    (folder / file).write_bytes(made.content)
                    yield Case(gold["doc"], name, before, _score(folder, {**gold, "doc": file}))


def _made(layout: Callable[[Sample], Made | None], document: Path, language: str) -> Made | None:
    text = document.read_text("utf-8")
    made = layout(Sample(text, language, document.suffix))
    return made if made is not None and made.content != text.encode("utf-8") else None


def _score(folder: Path, gold: Gold) -> Score:
    return next(score for _, score in score_all(folder, [gold]))


def tallies(found: Iterable[Case]) -> dict[str, tuple[Tally, Tally]]:
    """By layout, the counts of the texts themselves and of their copies."""
    counts: dict[str, tuple[Tally, Tally]] = {}
    for case in found:
        before, after = counts.setdefault(case.layout, (Tally(), Tally()))
        before.add(case.before)
        after.add(case.after)
        after.cases.append(case)
    return counts


def annotated(folder: Path, texts: Path, step: int = 1) -> list[Gold]:
    """The annotations of every `step`th text that is there, a language after the other."""
    present = [gold for gold in read_gold(folder) if (texts / gold["doc"]).is_file()]
    return sorted(present, key=lambda gold: (gold["lang"], gold["doc"]))[::step]
