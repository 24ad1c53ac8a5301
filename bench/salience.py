"""Learns what speaks for a name being a page's main project: `python -m bench.salience`.

Reads annotated documents and pages that tell of no project, finds the candidates of each as if no rule had named a
project, and fits the weights of `graph.projects.salience.ranking` to them: a choice among the candidates and "none",
whose log likelihood is climbed by its gradient, each weight held to the value expected of it (`bench/salience.toml`) by
a penalty on the square of the difference. Nothing of it depends on chance. Without `--write` it measures instead: each
language with the weights that the others teach.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.short_texts import short_texts
from graph.extraction import marked_sentences
from graph.linking import Linker
from graph.marking.language import language
from graph.model import Document
from graph.privacy.people import given_names
from graph.projects.salience.ranking import Features, Weights, probabilities, weighed
from graph.reading import read, read_bytes
from integraph.rules_stats import CORE, Gold, alike, plain, read_gold

ROOT = Path(__file__).resolve().parent.parent
EXPECTED = ROOT / "bench" / "salience.toml"
LEARNED = ROOT / "graph" / "projects" / "salience" / "weights.toml"
CORPUS = ROOT / "tests" / "corpus"
NO_PROJECT = ROOT / "tests" / "graph" / "projects" / "data" / "no_project.toml"
STEPS, RATE, KEPT, KEPT_SQUARES, TINY = 200, 0.1, 0.9, 0.99, 1e-8  # of Adam (Kingma and Ba 2015)
PENALTY = 1.0
LEASTS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
MAIN, OTHER, NONE = "main", "other", "none"
Row = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its features, and of each candidate the features and whether it names the main project, another or
    none."""

    source: str
    language: str
    features: Features
    names: tuple[Features, ...]
    verdicts: tuple[str, ...]


def candidates(document: Document, gold: Gold | None) -> Page:
    """A document's candidates as where no rule names a project, judged by its annotations (None: it has no project)."""
    lang = language(document.language)
    document, tokens, marked = marked_sentences(document, lang)
    linker = Linker(document, tokens, lang, marked, given_names())
    linker.without_rules()
    page, found = weighed(document, tokens, lang, marked, linker.is_personal)
    names = [{plain(tokens.surface(use.first, use.last)) for use in candidate.uses} for candidate, _ in found]
    verdicts = [_verdict(forms, gold) for forms in names]
    return Page(document.source, document.language, page, tuple(f for _, f in found), tuple(verdicts))


def _verdict(forms: set[str], gold: Gold | None) -> str:
    """Whether a name is that of the annotated project of which most core facts are told, of another, or of none."""
    entities = gold["entities"] if gold else {}
    projects = {key: {plain(n) for n in e["names"]} for key, e in entities.items() if e["type"] == "Project"}
    told = Counter(f[0] for f in gold["facts"] if f[0] in projects and f[1] in CORE) if gold else Counter()
    main = min(told, key=lambda key: (-told[key], key), default=None)
    hits = [key for key, names in projects.items() if alike(forms - {""}, names)]
    return MAIN if main in hits else OTHER if hits else NONE


def pages() -> Iterator[Page]:
    """The pages of the corpus's tuned part, the short texts to learn from, and those of `no_project.toml`."""
    for gold in read_gold(CORPUS / "gold"):
        if gold["set"] == "tune":
            yield candidates(read(CORPUS / "tune" / gold["doc"], gold["doc"]), gold)
    for name, text, gold in short_texts():
        if name == "tune":
            yield candidates(read_bytes(text.encode(), gold["doc"], "text/plain"), gold)
    for number, entry in enumerate(tomllib.loads(NO_PROJECT.read_text("utf-8"))["page"]):
        name = f"no-project-{number:02}-{entry['language']}.txt"
        yield candidates(read_bytes(entry["text"].strip().encode(), name, "text/plain"), None)


def learn(pages: Sequence[Page], expected: Weights) -> Weights:
    """The weights that the pages teach, beginning at the expected ones; names of other projects take no part."""
    names, whole = sorted(expected.name), sorted(expected.page)
    start = np.array([*(expected.name[f] for f in names), *(expected.page[f] for f in whole)])
    rows = [[f for f, v in zip(p.names, p.verdicts, strict=True) if v != OTHER] for p in pages]
    right = [np.array([v == MAIN for v in p.verdicts if v != OTHER], bool) for p in pages]
    matrices = [_matrix(found, names, len(whole)) for found in rows]
    page_rows = [np.array([0.0] * len(names) + [p.features.get(f, 0.0) for f in whole]) for p in pages]
    now, mean, squares = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS + 1):
        slope = -PENALTY * (now - start)
        for matrix, page, main in zip(matrices, page_rows, right, strict=True):
            slope += _slope(now, np.vstack([matrix, page]), np.append(main, not main.any()))
        mean, squares = KEPT * mean + (1 - KEPT) * slope, KEPT_SQUARES * squares + (1 - KEPT_SQUARES) * slope**2
        now = now + RATE * (mean / (1 - KEPT**step)) / (np.sqrt(squares / (1 - KEPT_SQUARES**step)) + TINY)
    rounded = [round(float(w), 2) + 0.0 for w in now]
    cut = len(names)
    found_names, found_page = zip(names, rounded[:cut], strict=True), zip(whole, rounded[cut:], strict=True)
    return Weights(dict(found_names), dict(found_page), expected.least)


def _matrix(found: Sequence[Features], names: Sequence[str], rest: int) -> Row:
    return np.array([[f.get(name, 0.0) for name in names] + [0.0] * rest for f in found]).reshape(-1, len(names) + rest)


def _slope(now: Row, matrix: Row, main: npt.NDArray[np.bool_]) -> Row:
    """The gradient of the log probability of the right rows of a page."""
    scores = matrix @ now
    powers = np.exp(scores - scores.max())
    share = powers / powers.sum()
    right = np.where(main, powers, 0.0)
    slope: Row = matrix.T @ (right / right.sum() - share)
    return slope


def judged(pages: Sequence[Page], by: Weights) -> list[tuple[float, str]]:
    """The probability of the best name of each page, and what it names."""
    found = []
    for page in pages:
        chances = probabilities(page.names, page.features, by)
        best = max(range(len(chances)), key=lambda i: (chances[i], -i), default=None)
        found.append((chances[best], page.verdicts[best]) if best is not None else (0.0, NONE))
    return found


def curve(found: Sequence[tuple[float, str]]) -> Iterator[str]:
    """A line for each least probability: on how many pages a name is that probable, and how many of these are right."""
    for least in LEASTS:
        spoken = [verdict for chance, verdict in found if chance >= least]
        right = spoken.count(MAIN)
        share = f"{right / len(spoken):.3f}" if spoken else "-"
        others = spoken.count(OTHER)
        yield f"at least {least}: {len(spoken)} of {len(found)} pages, {right} right ({share}), {others} other"


def written(by: Weights) -> str:
    """The weights as TOML."""
    head = "# Learned by `python -m bench.salience --write` from annotated texts and pages that tell of no project.\n"
    lines = [head, f"least = {by.least}"]
    for section, table in (("name", by.name), ("page", by.page)):
        lines += ["", f"[{section}]", *(f'"{feature}" = {weight}' for feature, weight in sorted(table.items()))]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn and write the weights, or measure what is learned on languages that took no part."""
    parser = argparse.ArgumentParser(description="Learns what speaks for a name being a page's main project.")
    parser.add_argument("--write", action="store_true", help=f"write {LEARNED.relative_to(ROOT)}; else measure")
    given = parser.parse_args(arguments)
    table = tomllib.loads(EXPECTED.read_text("utf-8"))
    expected, read_pages = Weights(table["name"], table["page"], table["least"]), list(pages())
    if given.write:
        LEARNED.write_text(written(learn(read_pages, expected)), "utf-8")
        return 0
    found: list[tuple[float, str]] = []
    for code in sorted({page.language for page in read_pages}):
        others = [page for page in read_pages if page.language != code]
        found += judged([page for page in read_pages if page.language == code], learn(others, expected))
    print(
        f"{len(read_pages)} pages, {sum(MAIN in page.verdicts for page in read_pages)} with a candidate that is right"
    )
    print("\n".join(curve(found)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
