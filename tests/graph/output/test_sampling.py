"""A sample keeps and breaks the rules as the whole graph does."""

from __future__ import annotations

from graph.output.sampling import sample
from graph.output.serialisation import turtle_of
from graph.output.validation import validate
from ontology.namespaces import ID, IG, RDF, SKOS


def project(number: int, *, label: bool = True) -> list[str]:
    iri, fund = f"<{ID}project/p{number}>", f"<{ID}fund/f{number % 7}>"
    lines = [f"{iri} <{RDF}type> <{IG}Project>", f"{iri} <{IG}fundedBy> {fund}", f"{fund} <{RDF}type> <{IG}Fund>"]
    lines += [f'{fund} <{SKOS}prefLabel> "F{number % 7}"@en', f'{iri} <{IG}startDate> "2020"^^<http://www.w3.org/2001/XMLSchema#gYear>']
    return [*lines, f'{iri} <{SKOS}prefLabel> "P{number}"@en'] if label else lines


def test_a_sample_of_a_sound_graph_is_sound() -> None:
    lines = {line for number in range(60) for line in project(number)}
    taken = sample(lines, 10)
    assert len(taken.things) == 17 and taken.whole == 67
    assert validate(turtle_of(lines)) == []
    assert [found for found in validate(turtle_of(taken.lines)) if found.focus in taken.things] == []


def test_what_breaks_a_rule_breaks_it_in_the_sample_too() -> None:
    lines = {line for number in range(60) for line in project(number, label=number % 2 == 0)}
    taken = sample(lines, 10)
    broken = {found.focus for found in validate(turtle_of(lines))}
    assert len(broken) == 30
    assert {f.focus for f in validate(turtle_of(taken.lines))} & taken.things == broken & taken.things != set()


def test_a_sample_depends_on_nothing_but_the_graph() -> None:
    lines = [line for number in range(40) for line in project(number)]
    assert sample(lines, 5) == sample(list(reversed(lines)), 5)
