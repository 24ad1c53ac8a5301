"""A check of what has changed finds what a check of everything finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.cache import Cache
from graph.output.rechecking import recheck
from graph.output.sampling import around, touched
from graph.output.serialisation import turtle_of
from graph.output.validation import Violation, validate
from ontology.namespaces import ID, IG, RDF, SKOS, XSD


def node(kind: str, number: int) -> str:
    return f"<{ID}{kind}/{kind[0]}{number}>"


def is_a(thing: str, kind: str) -> str:
    return f"{thing} <{RDF}type> <{IG}{kind}>"


def says(thing: str, name: str, value: str) -> str:
    return f"{thing} <{IG}{name}> {value}"


def called(thing: str) -> str:
    return f'{thing} <{SKOS}prefLabel> "{thing[-4:-1]}"@en'


def graph() -> set[str]:
    """Forty projects with funds, grants, amounts and followers; each third project has a budget in two shares."""
    lines = set()
    for number in range(40):
        project, fund, grant, amount = (node(k, number) for k in ("project", "fund", "grant", "amount"))
        fund = node("fund", number % 7)
        lines |= {is_a(project, "Project"), called(project), is_a(fund, "Fund"), called(fund)}
        lines |= {says(project, "fundedBy", fund), says(project, "hasGrant", grant), is_a(grant, "Grant")}
        lines |= {says(grant, "grantor", fund), says(grant, "grantAmount", amount), is_a(amount, "Amount")}
        lines |= {says(amount, "amount", f'"{1000 + number}"^^<{XSD}decimal>'), says(amount, "currency", '"EUR"')}
        lines.add(says(grant, "share", f'"0.5"^^<{XSD}decimal>'))
        if number % 3 == 0:
            lines.add(says(project, "follows", node("project", number + 1)))
    return lines


WHOLE = graph()
CHANGES = {
    "nothing": (set(), set()),
    "a name is gone": ({called(node("project", 5))}, set()),
    "a class is gone": ({is_a(node("fund", 3), "Fund")}, set()),
    "a class of what others follow is gone": ({is_a(node("project", 4), "Project")}, set()),
    "an amount two steps away": (
        {says(node("amount", 9), "amount", f'"1009"^^<{XSD}decimal>')},
        {says(node("amount", 9), "amount", f'"9"^^<{XSD}decimal>')},
    ),
    "a budget below its grants": (set(), {says(node("project", 8), "budget", node("amount", 0))}),
    "a share above the whole": (set(), {says(node("grant", 11), "share", f'"0.9"^^<{XSD}decimal>')}),
    "one more project": (set(), {is_a(node("project", 99), "Project")}),
    "a whole project is gone": ({line for line in WHOLE if line.startswith(node("project", 12))}, set()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_found_is_the_same(tmp_path: Path, change: str) -> None:
    asked: list[int] = []

    def count(data: bytes) -> list[Violation]:
        asked.append(len(data))
        return validate(data)

    cache, (gone, new) = Cache(tmp_path / "out"), CHANGES[change]
    first = recheck(cache, WHOLE, count)
    there = recheck(cache, WHOLE - gone | new, count)
    assert there == validate(turtle_of(WHOLE - gone | new))
    assert len(asked) == (1 if change == "nothing" else 2) and (len(asked) == 1 or asked[1] < asked[0])
    assert recheck(cache, WHOLE, count) == first


def test_the_changes_break_rules() -> None:
    broken = [name for name, (gone, new) in CHANGES.items() if validate(turtle_of(WHOLE - gone | new)) != validate(turtle_of(WHOLE))]
    assert len(broken) >= 6


def test_what_is_kept_may_be_damaged(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "out")
    first = recheck(cache, WHOLE, validate)
    for entry in cache.folder.rglob("*"):
        if entry.is_file():
            entry.write_bytes(entry.read_bytes()[:-5])
    assert recheck(cache, WHOLE, validate) == first


def test_too_much_of_a_change_is_a_check_of_all(tmp_path: Path) -> None:
    cache, sizes = Cache(tmp_path / "out"), []

    def count(data: bytes) -> list[Violation]:
        sizes.append(len(data))
        return validate(data)

    recheck(cache, WHOLE, count)
    other = {line.replace("/p", "/q") for line in WHOLE}
    assert recheck(cache, other, count) == validate(turtle_of(other)) and sizes[1] > 0.9 * sizes[0]


def test_touched_is_what_looks_at_a_line() -> None:
    amount = says(node("amount", 9), "currency", '"EUR"')
    found = touched(WHOLE, {amount})
    assert {node("amount", 9), node("grant", 9), node("project", 9)} <= found
    assert not {node("project", 8), node("fund", 1)} & found
    assert node("project", 9)[1:-1] in around(WHOLE, found).things
