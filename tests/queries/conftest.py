"""The sample dataset, opened for each engine. All its bodies and projects are invented."""
from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from queries.dataset import open_dataset
from queries.runner import Engine, RdflibEngine, StoreEngine

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The sample as the command opens it: each fact once in the default graph."""
    return StoreEngine(open_dataset(DATA, merged=True), union=False)


@pytest.fixture(scope="session")
def engines(engine: Engine) -> dict[str, Engine]:
    """The sample in every engine."""
    dataset = rdflib.Dataset(default_union=True)
    for name in ("graph.trig", "analysis.trig"):
        dataset.parse(DATA / name, format="trig")
    return {"merged": engine, "union": StoreEngine(open_dataset(DATA)), "rdflib": RdflibEngine(dataset)}
