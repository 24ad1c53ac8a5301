"""The engine on the annotated corpus: how much of what careful readers found it finds, and that no private name gets out.

`pytest tests/corpus/test_corpus_scores.py -s` prints the figures.
"""
from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from integraph.rules_stats import CORE, SCORED, Score, precision_and_recall, read_gold, score_all
from tests.small_documents import exploding

CORPUS = Path(__file__).resolve().parent
FLOORS: dict[str, dict[str, dict[str, float]]] = tomllib.loads((CORPUS / "floors.toml").read_text("utf-8"))
PARTS = {"core": CORE, "all": SCORED}


Scores = tuple[tuple[dict[str, Any], Score], ...]


@pytest.fixture(scope="module")
def scores() -> Scores:
    """All documents of both sets, a language after the other, so that each is compiled once."""
    def scored() -> Iterator[tuple[dict[str, Any], Score]]:
        for gold in sorted(read_gold(CORPUS / "gold"), key=lambda gold: (gold["lang"], gold["doc"])):
            assert not exploding(gold["lang"]), f"ontology/lexicon/{gold['lang']}.toml: split {exploding(gold['lang'])[0]!r}"
            yield from score_all(CORPUS / gold["set"], [gold])
    return tuple(scored())


def of(name: str, scores: Scores) -> list[Score]:
    """The scores of one set."""
    return [score for gold, score in scores if gold["set"] == name]


@pytest.mark.parametrize("name", sorted(FLOORS))
@pytest.mark.parametrize("part", sorted(PARTS))
def test_precision_and_recall_do_not_fall(name: str, part: str, scores: Scores) -> None:
    precision, recall = precision_and_recall(of(name, scores), PARTS[part])
    print(f"{name} {part}: precision {precision:.3f}, recall {recall:.3f}")
    floor = FLOORS[name][part]
    assert precision >= floor["precision"] and recall >= floor["recall"], (
        f"{name} {part}: precision {precision:.3f} (at least {floor['precision']}), recall {recall:.3f} (at least {floor['recall']})")


def test_every_document_was_built(scores: Scores) -> None:
    assert len(scores) == len(list((CORPUS / "gold").glob("*.json"))) >= 50
    assert len(of("tune", scores)) >= 35 and len(of("aside", scores)) >= 15


def test_no_private_name_gets_out(scores: Scores) -> None:
    assert {gold["doc"]: score.leaks for gold, score in scores if score.leaks} == {}
