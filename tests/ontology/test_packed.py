"""Packed numbers say what the dictionaries say that they were made from, and refuse what is damaged."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.packed import Packed, PackedRows, packed, packed_rows

KEYS = st.integers(0, 2**48)
NUMBERS = st.integers(0, 2**31 - 1)
ROW = packed_rows({5: [1, 2], 9: [3]})


@given(st.dictionaries(KEYS, NUMBERS), st.lists(KEYS))
def test_numbers_are_found_again(numbers: dict[int, int], others: list[int]) -> None:
    found = Packed(json.loads(json.dumps(packed(numbers))))
    assert all(found.get(key) == numbers.get(key) for key in [*numbers, *others, -1])


@given(st.dictionaries(KEYS, st.lists(NUMBERS)), st.lists(KEYS))
def test_rows_are_found_again(rows: dict[int, list[int]], others: list[int]) -> None:
    found = PackedRows(json.loads(json.dumps(packed_rows(rows))))
    assert all(list(found.get(key)) == rows.get(key, []) for key in [*rows, *others, -1])
    assert found.most() == max((n for row in rows.values() for n in row), default=-1)


@pytest.mark.parametrize("data", [packed({1: 2})[:1], ["AA", ""], [packed({1: 2})[0], ""], 7])
def test_damaged_numbers_are_refused(data: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        Packed(data)


@pytest.mark.parametrize("data", [ROW[:2], [ROW[0], ROW[1], ROW[2][:8]], [ROW[0], "", ROW[2]], ["é", "", ""]])
def test_damaged_rows_are_refused(data: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        PackedRows(data)
