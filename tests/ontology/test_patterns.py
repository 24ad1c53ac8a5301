"""Token patterns mean what the table in `docs/knowledge-files.md` says, and the automaton finds all of them."""
from __future__ import annotations

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.automaton import Automaton, AutomatonError, Match
from ontology.patterns import ANY, PatternError, expand
from ontology.words import folded_words

EXPANDED = [
    ("word", {("word",)}),
    ("two words", {("two", "words")}),
    ("stem*", {("stem*",)}),
    ("*end", {("*end",)}),
    ("(the) fund", {("the", "fund"), ("fund",)}),
    ("(by|on behalf of) {o}", {("by", "{o}"), ("on", "behalf", "of", "{o}")}),
    ("(a|b|) c", {("a", "c"), ("b", "c"), ("c",)}),
    ("third-country", {("third", "country"), ("thirdcountry",)}),
    ("(co-)funded", {("co", "funded"), ("cofunded",), ("funded",)}),
    ("((a|b) c) d", {("a", "c", "d"), ("b", "c", "d"), ("d",)}),
    ("{s} _ {o}", {("{s}", "_", "{o}")}),
    ("l'Épine", {("l", "epine")}),
]
BROKEN = ["(open", "closed)", "", "()", "…", "(a|b)" * 13]
WORDS = st.lists(st.sampled_from("led by the fund funds funded cofunded harbour of".split()), max_size=12)
PATTERNS = ["fund*", "led by", "(the) fund", "*ed", "by _ fund", "the (harbour|) fund*", "of"]


@pytest.mark.parametrize(("pattern", "rows"), EXPANDED)
def test_a_pattern_stands_for_its_rows(pattern: str, rows: set[tuple[str, ...]]) -> None:
    assert set(expand(pattern)) == rows


@pytest.mark.parametrize("pattern", BROKEN)
def test_a_broken_pattern_is_refused_with_its_text(pattern: str) -> None:
    with pytest.raises(PatternError, match="pattern"):
        expand(pattern)


def test_groups_in_different_alternatives_do_not_multiply() -> None:
    calls = 0

    def count(frame: object, event: str, value: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        rows = expand("(" + "|".join(f"{word} (x|y|z|w)" for word in "abcdef") + ")")
    finally:
        sys.setprofile(None)
    assert len(rows) == 24 and calls < 5000


@given(st.lists(st.sampled_from(["a", "(b)", "(c|d)", "e*", "(f|g h|)"]), min_size=1, max_size=5))
def test_the_number_of_rows_is_the_product_of_the_choices(pieces: list[str]) -> None:
    rows = expand(" ".join(pieces)) if set(pieces) - {"(b)", "(f|g h|)"} else [()]
    product = 1
    for piece in pieces:
        product *= {"(b)": 2, "(c|d)": 2, "(f|g h|)": 3}.get(piece, 1)
    assert len(rows) == len(set(rows)) <= product
    assert all(row == () or all(row) for row in rows)


def _accepts(element: str, word: str) -> bool:
    if element == ANY:
        return True
    if element.endswith("*"):
        return word.startswith(element[:-1])
    return word.endswith(element[1:]) if element.startswith("*") else word == element


@given(WORDS)
def test_the_automaton_finds_what_a_plain_search_finds(words: list[str]) -> None:
    automaton: Automaton[str] = Automaton()
    for pattern in PATTERNS:
        automaton.add(pattern, pattern)
    plain = {
        Match(first, first + len(row), pattern)
        for pattern in PATTERNS for row in expand(pattern) for first in range(len(words) - len(row) + 1)
        if all(_accepts(e, w) for e, w in zip(row, words[first : first + len(row)], strict=True))
    }
    found = automaton.find(words, 0, len(words))
    assert set(found) == plain
    assert [(m.first, -m.last) for m in found] == sorted((m.first, -m.last) for m in found)


def test_nothing_spans_a_barrier() -> None:
    automaton: Automaton[str] = Automaton()
    automaton.add("led by", "anchor")
    words = folded_words("led by")
    assert automaton.find(words, 0, 2) == [Match(0, 2, "anchor")]
    assert automaton.find(words, 0, 2, [False, True]) == []


def test_only_the_stretch_that_is_asked_for_is_searched() -> None:
    automaton: Automaton[str] = Automaton()
    automaton.add("a b", "ab")
    assert automaton.find(["a", "b", "a", "b"], 1, 3) == []
    assert automaton.find(["a", "b", "a", "b"], 1, 4) == [Match(2, 4, "ab")]


def test_elements_of_rows_that_are_only_learnt_are_known_but_not_found() -> None:
    automaton: Automaton[str] = Automaton()
    automaton.add("sea", "sea")
    automaton.learn(("harb*", "_"))
    assert automaton.find(["harbour"], 0, 1) == []
    assert set(automaton.elements("harbour")) == {"harb*", ANY}
    assert set(automaton.elements("sea")) == {"sea", ANY}


def test_an_automaton_of_plain_data_finds_the_same() -> None:
    automaton: Automaton[str] = Automaton()
    for pattern in ("harb* (of) (the|a) (north|south|east|west) (sea*|coast|)", "sea", "*side", "sea _"):
        automaton.add(pattern, pattern)
    again = Automaton.from_data(json.loads(json.dumps(automaton.to_data())), automaton.payloads)
    words = "the harbours of the north seas lie seaside sea breeze".split()
    found = automaton.find(words, 0, len(words))
    assert again.find(words, 0, len(words)) == found
    assert len(found) > 4


@pytest.mark.parametrize("data", [None, [], [1, ["a"], [[1], []], [[], []], [[], []]], [2, ["a"], [[0], [1]], [[], []], [[1], [[7]]]]])
def test_what_is_no_automaton_is_refused(data: object) -> None:
    with pytest.raises(AutomatonError):
        Automaton.from_data(data, ["only"])


def test_patterns_added_after_a_search_are_found_by_the_next() -> None:
    automaton: Automaton[str] = Automaton()
    automaton.add("sea", "sea")
    assert automaton.find(["sea", "wall"], 0, 2) == [Match(0, 1, "sea")]
    automaton.add("sea wall", "wall")
    assert automaton.find(["sea", "wall"], 0, 2) == [Match(0, 2, "wall"), Match(0, 1, "sea")]


def test_matches_by_sort_are_the_matches_sorted_out() -> None:
    automaton: Automaton[str] = Automaton(len)
    for pattern in ("sea", "sea wall", "wall", "old sea (wall)", "*all"):
        automaton.add(pattern, "x" * (pattern.count(" ") + pattern.count("*")))
    words = "an old sea wall by the sea".split()
    found = automaton.find(words, 0, len(words))
    sorts = automaton.find_by_sort(words, 0, len(words), [False] * len(words), 3)
    assert [list(one) for one in sorts] == [[m for m in found if len(m.payload) == sort] for sort in range(3)]
    assert len(found) > 5
