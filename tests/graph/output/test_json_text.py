"""Indented JSON is what Python's own encoder writes."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from graph.output.json_text import indented

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
DATA = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=30)


@given(DATA)
def test_it_is_the_text_of_the_standard_encoder(data: object) -> None:
    assert indented(data) == json.dumps(data, ensure_ascii=False, indent=1)


def test_tuples_are_lists() -> None:
    data = {"a": ((), (1, ("x",))), "b": {}}
    assert indented(data) == json.dumps(data, ensure_ascii=False, indent=1)
