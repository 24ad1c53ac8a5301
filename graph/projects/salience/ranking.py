"""Ranks the candidates of a page, and names the main project only where it is sure enough.

The model is a choice among the candidates and "none of them": each candidate's score is the sum of the weights of its
features, "none" has the sum of the page's; the softmax of the scores gives each its probability. The weights lie in
`weights.toml` beside this module; `python -m bench.salience` learns them from the annotated texts.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Tokens
from graph.model import Document
from graph.projects.salience.candidates import Candidate, CandidateFinder
from graph.projects.salience.features import FeatureFinder, Features


@dataclass(frozen=True, slots=True)
class Weights:
    """What the features of names and of pages weigh, and how probable a name must be to be taken."""

    name: Mapping[str, float]
    page: Mapping[str, float]
    least: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The learned weights."""
    table = tomllib.loads((files("graph.projects.salience") / "weights.toml").read_text("utf-8"))
    return Weights(table["name"], table["page"], table["least"])


def probabilities(names: Sequence[Features], page: Features, by: Weights) -> list[float]:
    """The probability of each name; what lacks to 1 is that of "none of them"."""
    scores = [math.fsum(by.name.get(f, 0.0) * value for f, value in features.items()) for features in names]
    none = math.fsum(by.page.get(f, 0.0) * value for f, value in page.items())
    top = max([none, *scores])
    powers = [math.exp(score - top) for score in scores]
    whole = math.fsum([math.exp(none - top), *powers])
    return [power / whole for power in powers]


def weighed(
    document: Document,
    tokens: Tokens,
    language: Language,
    marked: list[Marked],
    personal: Callable[[Mention], bool],
) -> tuple[Features, list[tuple[Candidate, Features]]]:
    """The features of a page, and its candidates with theirs, in the order of the text. `personal` tells names that
    look like a person's: they are no candidates."""
    finder = CandidateFinder(document, tokens, language, marked)
    finding = FeatureFinder(document, tokens, language, marked, finder)
    candidates = [c for c in finder.find() if not any(personal(m) for m in finder.mentions(c))]
    return finding.page(), [(candidate, finding.of(candidate)) for candidate in candidates]


def best(page: Features, found: Sequence[tuple[Candidate, Features]], by: Weights) -> Candidate | None:
    """The candidate that is the most probable, if it is as probable as the weights ask; of two that come out level the
    earlier."""
    chances = probabilities([features for _, features in found], page, by)
    at = max(range(len(found)), key=lambda i: (chances[i], -i), default=None)
    return found[at][0] if at is not None and chances[at] >= by.least else None
