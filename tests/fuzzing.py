"""Fuzzing that says how many cases it ran, and fails if they were fewer than asked for.

The cases are the same in every run. `INTEGRAPH_FUZZ=20` runs twenty times as many, others each time, to search for more.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

MORE = int(os.environ.get("INTEGRAPH_FUZZ", "0"))
#: Cases that ran, by what was fuzzed. The summary at the end of a test run shows them.
RAN: Counter[str] = Counter()


def fuzz(what: str, cases: int, check: Callable[..., Any], *drawn: st.SearchStrategy[Any]) -> None:
    """Call `check` with so many draws from these strategies; it raises on what must not be."""
    wanted = cases * (MORE or 1)
    before = RAN[what]

    @settings(
        max_examples=wanted, deadline=None, derandomize=not MORE, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.tuples(*drawn))
    def run(values: tuple[Any, ...]) -> None:
        RAN[what] += 1
        check(*values)

    run()
    ran = RAN[what] - before
    assert ran >= wanted, f"{what}: only {ran} of {wanted} cases could be drawn"
