"""The engine on short texts of all languages, in which each fact is said once and in any words.

`pytest tests/corpus/test_short_scores.py -s` prints the figures, also by language for the part to learn from.
"""
from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from bench.short_texts import SHORT, short_texts
from integraph.rules_stats import CORE, Score, precision_and_recall, score_all

FLOORS: dict[str, dict[str, float]] = tomllib.loads((SHORT.parent / "short_floors.toml").read_text("utf-8"))
Scores = dict[str, dict[str, list[Score]]]


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Scores:
    """The scores of all texts by set and language."""
    folder: Path = tmp_path_factory.mktemp("short")
    found: Scores = defaultdict(lambda: defaultdict(list))
    for name, text, gold in short_texts():
        (folder / gold["doc"]).write_text(text, "utf-8")
        found[name][gold["lang"]] += [score for _, score in score_all(folder, [gold])]
    return found


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_precision_and_recall_do_not_fall(name: str, scores: Scores) -> None:
    precision, recall = precision_and_recall([s for one in scores[name].values() for s in one], CORE)
    print(f"short {name}: precision {precision:.3f}, recall {recall:.3f}")
    for language, one in scores[name].items() if name == "tune" else ():
        print(f"  {language}: precision {{:.2f}}, recall {{:.2f}}".format(*precision_and_recall(one, CORE)))
    floor = FLOORS[name]
    assert precision >= floor["precision"] and recall >= floor["recall"], (
        f"short {name}: precision {precision:.3f} (at least {floor['precision']}), recall {recall:.3f} (at least {floor['recall']})")


def test_every_text_was_read(scores: Scores) -> None:
    assert len(scores["tune"]) == len(scores["aside"]) >= 17
    assert all(len(one) == 16 for part in scores.values() for one in part.values())
