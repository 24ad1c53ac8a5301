"""The labelled mentions: floors for B³, counts that must not shrink, order and grouping that must not matter, cost that grows evenly."""
from __future__ import annotations

import random

import pytest

from graph.identity.decisions import Decisions
from graph.resolution import Resolution, resolve
from tests.graph.identity.made_mentions import made_readings, seconds
from tests.graph.identity.scoring import mentions, reading, scenes, score

PRECISION, RECALL = 0.97, 0.97


def test_the_set_is_large_and_of_many_languages() -> None:
    found = mentions()
    assert len(found) >= 364 and len({m.cluster + m.scene for m in found}) >= 190
    assert {m.language for m in found} >= set("bg cs de el en es fi fr hu it mt nl pl pt ro sk sl sv uk".split())


def test_clusters_are_right() -> None:
    result = score()
    assert result.pairs >= 2700
    assert result.precision >= PRECISION, "\n".join(result.wrong)
    assert result.recall >= RECALL, "\n".join(result.wrong)


def identities(resolution: Resolution) -> dict[tuple[str, str], str]:
    return dict(sorted(resolution.members.items()))


@pytest.mark.parametrize("scene", sorted(scenes()))
def test_neither_order_nor_grouping_matters(scene: str) -> None:
    readings = [reading(mention) for mention in scenes()[scene]]
    expected = resolve(readings)
    for seed in range(5):
        random.Random(seed).shuffle(readings)
        again = resolve(readings, Decisions())
        assert identities(again) == identities(expected) and again.joins == expected.joins and again.refusals == expected.refusals


def test_cost_grows_with_the_number_of_mentions() -> None:
    resolve(made_readings(200))
    small, large = seconds(1000)[0], seconds(8000)[0]
    assert large < 8 * small * 2.5, f"{small:.2f} s for 1,000 mentions, {large:.2f} s for 8,000"
