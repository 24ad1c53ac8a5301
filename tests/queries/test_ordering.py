"""Sorting outside the store gives the store's own order, and reading in bulk gives the store's own values."""
from __future__ import annotations

import pyoxigraph as ox
import pytest

from queries.ordering import Key, without_order
from queries.rows import read_rows
from queries.runner import QueryError, StoreEngine, Table
from queries.terms import canonical

DATE = "http://www.w3.org/2001/XMLSchema#gYear"
COLUMNS = {
    "names": ["<x:a-b>", "<x:a>", "<x:b>", "<x:B>", "UNDEF", "<x:é>", "<x:a/b>"],
    "numbers": ["10", "9", "2.5", "-5", "UNDEF", "0.50", "<x:a>"],
    "words": ['"b"', '"a-b"', '"a"', '"é"', '"tab\\tand\\nline \\"q\\""', '""', "UNDEF"],
    "years": [f'"{year}"^^<{DATE}>' for year in (2021, 2019, 2020, 1999)] + ["UNDEF", "<x:a>"],
    "truth": ["true", "false", "UNDEF"],
}
"""Values that SPARQL has an order for, none of them in it."""


def table_of(kind: str) -> str:
    """Each value twice, beside two names."""
    rows = [f"({name} {value})" for value in COLUMNS[kind] for name in ("<x:n>", "<x:m>")]
    return f"SELECT ?a ?b WHERE {{ VALUES (?a ?b) {{ {' '.join(rows)} }} }}"


def rows_of_store(sparql: str) -> list[tuple[object, ...]]:
    found = ox.Store().query(sparql)
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(canonical(term) for term in row) for row in found]  # type: ignore[arg-type]


@pytest.mark.parametrize("order", ["?a ?b", "?b ?a", "DESC(?a) ?b", "ASC ( ?b )\n DESC(?a)", "desc(?b) asc(?a)"])
@pytest.mark.parametrize("kind", COLUMNS)
def test_the_order_is_the_stores(kind: str, order: str) -> None:
    sparql = f"{table_of(kind)}\nORDER BY {order}"
    assert without_order(sparql)[1]
    found = StoreEngine(ox.Store()).query(sparql, {})
    assert isinstance(found, Table)
    assert list(found.rows) == rows_of_store(sparql)


def test_numbers_of_any_kind_are_sorted_by_value() -> None:
    sparql = "SELECT ?n ?m WHERE { VALUES (?n ?m) { (10 1) (9.5 1) (2 2) (2.0 1) (-1 1) } } ORDER BY ?n ?m"
    found = StoreEngine(ox.Store()).query(sparql, {})
    assert isinstance(found, Table)
    assert [term.value for term in found.column("n") if term] == ["-1", "2", "2", "9.5", "10"]
    assert [term.value for term in found.column("m") if term] == ["1", "1", "2", "1", "1"]


@pytest.mark.parametrize("end", ["ORDER BY ?a LIMIT 2", "ORDER BY STR(?a)", "# ORDER BY ?a", "ORDER BY ?a # so", ""])
def test_any_other_end_is_left_to_the_store(end: str) -> None:
    sparql = f"SELECT ?a WHERE {{ ?a ?b ?c }} {end}"
    assert without_order(sparql) == (sparql, ())


def test_only_the_end_is_cut_off() -> None:
    inner = "SELECT ?a WHERE { { SELECT ?a WHERE { ?a ?b ?c } ORDER BY ?a LIMIT 3 } }"
    assert without_order(f"{inner}\nORDER BY DESC(?a) ?b\n") == (f"{inner}\n", (Key("a", True), Key("b", False)))


def test_a_query_may_be_sorted_by_what_it_does_not_show() -> None:
    found = StoreEngine(ox.Store()).query("SELECT ?a WHERE { VALUES (?a ?b) { (1 2) (2 1) } } ORDER BY ?b", {})
    assert isinstance(found, Table)
    assert [term.value for term in found.column("a") if term] == ["2", "1"]


def test_what_is_no_value_is_told() -> None:
    with pytest.raises(QueryError, match="quoted triple"):
        StoreEngine(ox.Store()).query("SELECT (<<( <x:a> <x:b> <x:c> )>> AS ?t) WHERE {}", {})


def test_rows_without_columns_and_columns_without_rows() -> None:
    assert read_rows(b"\n\n\n") == ((), [(), ()])
    assert read_rows(b"?a\t?b\n") == (("a", "b"), [])
    assert read_rows(b"?a\n\n") == (("a",), [(None,)])
    assert read_rows(b"?a\n_:n\n") == (("a",), [(ox.BlankNode("n"),)])
