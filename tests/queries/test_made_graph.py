"""The graph that benchmarks are run on is what it says: always the same, of the size asked for, in the data model."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from bench.made_graph import make
from bench.questions import values_for
from queries.catalogue import list_questions
from queries.dataset import load_dataset
from queries.runner import StoreEngine, Table, ask

EMPTY = {"calls", "connections", "central", "communities", "ties"}
"""Questions about what the made graph does not have: calls, policies and events, measures."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    file: Path = tmp_path_factory.mktemp("made") / "made.trig"
    file.write_text("".join(make(20_000)), "utf-8")
    assert abs(len(load_dataset([str(file)], merged=False)) - 20_000) < 2_000
    return load_dataset([str(file)])


def test_always_the_same() -> None:
    assert "".join(make(2_000)) == "".join(make(2_000)) != "".join(make(2_000, seed=2))


@pytest.mark.parametrize("question", [q.name for q in list_questions() if q.name not in EMPTY])
def test_questions_find_something_in_it(question: str, store: ox.Store) -> None:
    asked = next(entry for entry in list_questions() if entry.name == question)
    answer = ask(StoreEngine(store, union=False), asked, values_for(asked, store))
    assert isinstance(answer, Table) and answer.rows
