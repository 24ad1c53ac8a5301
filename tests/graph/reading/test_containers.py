"""Which objects of parsed data are records of their own."""
from __future__ import annotations

import json

import pytest

from graph.model import Document
from graph.reading import read_bytes
from graph.reading.containers import rows_of

TWO = [{"title": "Lantern", "lead": "Kredo", "start": 2021}, {"title": "Bridge", "lead": "Omnia", "start": 2022}]


@pytest.mark.parametrize("data", [
    TWO,
    {"projects": TWO},
    {"count": 2, "next": None, "previous": None, "page": 1, "results": TWO},
    {"status": "ok", "data": {"total": 2, "items": TWO}},
    {"took": 3, "hits": {"hits": [{"_id": i, "_source": one} for i, one in enumerate(TWO)]}},
    {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": None, "properties": one} for one in TWO]},
    {"P-1": TWO[0], "P-2": TWO[1]},
    {"source": "x", "projects": {"P-1": TWO[0], "P-2": TWO[1]}},
])
def test_lists_in_envelopes_and_registers_are_rows(data: object) -> None:
    assert rows_of(data)[0] == TWO


@pytest.mark.parametrize("data", [
    {"title": "Lantern", "lead": "Kredo", "budget": 3, "partners": [{"name": "Omnia", "country": "Italy", "city": "Lecco"}]},
    {"title": "Lantern of the north", "lead": "Kredo", "budget": 3, "results": [{"title": "A guide", "type": "book"}]},
    {"coordinator": {"name": "Kredo", "country": "Malta"}, "funder": {"name": "Omnia", "country": "Italy"}},
])
def test_the_parts_of_a_project_are_none(data: dict[str, object]) -> None:
    assert rows_of(data) == ([], data)


def test_json_need_not_be_called_so() -> None:
    def read(text: str, name: str = "a.txt") -> Document:
        return read_bytes(text.encode(), name, "text/plain")

    assert read(json.dumps(TWO)).format == "application/json"
    assert [b.about for b in read(json.dumps(TWO)).blocks] == ["row", "row"]
    assert read("[a note] We met in May.").format == read("{x} is a place.").format == read("[1, 2]").format == "text/plain"
