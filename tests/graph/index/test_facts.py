"""What is remembered of the facts is what looking at all of them would find."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import pytest

from graph.index.facts import Facts
from graph.index.parts import count
from graph.index.tables import Tables
from graph.output.sampling import Held, sample, sampled
from ontology.namespaces import ID, IG, RDF

CLASSES = ("Project", "Fund", "Organisation")


def lot(*seed: object) -> Iterator[int]:
    """Numbers that look drawn by lot, always the same for the same seed."""
    number = 0
    while True:
        yield from sha256(f"{seed} {number}".encode()).digest()
        number += 1


def line(draw: Iterator[int]) -> str:
    """A class, a link or a date."""
    subject, other = (f"<{ID}thing/{next(draw) % 25}>" for _ in range(2))
    kind = next(draw) % 4
    if kind == 0:
        return f"{subject} <{RDF}type> <{IG}{CLASSES[next(draw) % 3]}>"
    if kind == 1:
        return f'{subject} <{IG}startDate> "{2000 + next(draw) % 4}"'
    return f"{subject} <{IG}{('follows', 'partOf')[kind - 2]}> {other}"


@pytest.mark.parametrize("seed", range(4))
def test_after_any_changes_a_sample_is_that_of_all_lines(seed: int) -> None:
    draw, kept = lot("facts", seed), set[str]()
    tables = Tables(None, "")
    for _ in range(40):
        for _ in range(next(draw) % 12):
            if kept and next(draw) % 2:
                gone = sorted(kept)[next(draw) % len(kept)]
                kept.discard(gone)
                count(tables, [(gone, -1, -1, 0, 0)])
            elif (come := line(draw)) not in kept:
                kept.add(come)
                count(tables, [(come, 1, 1, 0, 0)])
        facts, held = Facts(tables), Held(kept)
        assert list(facts) == sorted(kept) and len(facts) == len(kept) and facts.subjects() == held.subjects()
        assert set(facts.drawn(2)) == set(held.drawn(2))
        things = {f"<{ID}thing/{next(draw) % 25}>" for _ in range(5)}
        assert sorted(facts.leading(things)) == sorted(held.leading(things))
        assert sampled(Facts(tables), 2) == sample(kept, 2)
        tables.touched = set()


def test_what_leads_to_known_things_is_not_searched_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = Tables(None, "")
    rows = [f"<{ID}thing/{number}> <{IG}follows> <{ID}thing/0>" for number in range(1, 9)]
    count(tables, [(one, 1, 1, 0, 0) for one in rows[3:]])
    assert list(Facts(tables).leading({f"<{ID}thing/0>"})) == [rows[3]]
    tables.touched = set()
    monkeypatch.setattr(Facts, "_searched", lambda self, values: pytest.fail("all lines were searched"))
    count(tables, [(rows[0], 1, 1, 0, 0), (rows[7], -1, -1, 0, 0)])
    assert list(Facts(tables).leading({f"<{ID}thing/0>"})) == [rows[0]]
