"""How sure a rule is: its measured precision, lowered by how the project was found.

`confidence.toml` beside this module holds the measured precision of rule families on the development set.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = tomllib.loads((files("graph") / "confidence.toml").read_text("utf-8"))
    return table


@lru_cache(maxsize=10_000)
def confidence(rule: str, strength: str) -> float:
    """The confidence (0 to 1, two digits) of a statement by a rule whose project was found with a strength of
    `graph.facts.discourse`."""
    table = _table()
    family = rule.split(".", 1)[1] if rule.count(".") > 1 else rule
    base = table["rule"].get(family, table["property"].get(family.split(".")[0], table["property"]["default"]))
    return round(base * table["strength"].get(strength, 1.0), 2)


def lowered(sure: float, strength: str) -> float:
    """A confidence (0 to 1, two digits), lowered by how its project was found."""
    return round(sure * _table()["strength"].get(strength, 1.0), 2)
