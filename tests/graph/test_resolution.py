"""One identity for one thing, whatever the order of the readings; different things never fall together."""
from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Block, Document, Entity, Name, Reading, Span
from graph.resolution import Resolution, resolve
from ontology.vocabulary import countries, entries
from tests.small_documents import read, shown

IOM = next(e.iri for e in entries().values() if e.kind == "Organisation" and "IOM" in e.acronyms)


def reading(source: str, *things: Entity) -> Reading:
    text = source
    return Reading(Document(source, "0" * 64, text, "en", (Block("prose", Span(0, len(text))),)), things, ())


def thing(kind: str, *names: str, ref: str | None = None, key: str = "", country: str | None = None, acronyms: tuple[str, ...] = ()) -> Entity:
    return Entity(key or f"{kind}-{names[0]}", kind, tuple(Name(n, "en") for n in names), ref, acronyms, country)


def iris(resolution: Resolution) -> dict[tuple[str, str], str]:
    return dict(resolution.members)


def joined(*things: Entity) -> bool:
    """Whether things of different sources become one."""
    resolution = resolve([reading(f"{i}.txt", item) for i, item in enumerate(things)])
    return len(resolution.entities) == 1


TOGETHER = [
    [thing("Organisation", "Kredo Foundation"), thing("Organisation", "KREDO foundation")],
    [thing("Organisation", "Fundação Kredo"), thing("Organisation", "Fundacao Kredo")],
    [thing("Project", "LANTERN", "Lantern – Light for newcomers"), thing("Project", "Lantern – Light for newcomers")],
    [thing("Organisation", "IOM", ref=IOM), thing("Organisation", "OIM", ref=IOM), thing("Organisation", "МОМ", ref=IOM)],
    [thing("Place", "Graz", country="AT"), thing("Place", "Graz", country="AT")],
    [thing("Organisation", "Ίδρυμα Κρέδο"), thing("Organisation", "ΙΔΡΥΜΑ ΚΡΕΔΟ")],
]
APART = [
    [thing("Project", "two-year project for newcomers", "Harbour opens"), thing("Project", "two-year project for newcomers", "City helps")],
    [thing("Project", "LANTERN I"), thing("Project", "LANTERN II")],
    [thing("Project", "Lantern phase 1"), thing("Project", "Lantern phase 2")],
    [thing("Project", "LANTERN"), thing("Project", "LANTERN 2.0")],
    [thing("Country", "Niger", ref=countries()["NE"].iri, country="NE"), thing("Country", "Nigeria", ref=countries()["NG"].iri, country="NG")],
    [thing("Place", "Córdoba", country="ES"), thing("Place", "Córdoba", country="AR")],
    [thing("Project", "Kredo Lantern House"), thing("Organisation", "Kredo Lantern House")],
    [thing("Event", "final conference"), thing("Event", "final conference")],
    [thing("Output", "final report"), thing("Output", "final report")],
    [thing("Organisation", "Caritas"), thing("Organisation", "Caritas Graz")],
    [thing("Organisation", "Фонд Кредо"), thing("Organisation", "Фонд Омнія")],
    [thing("Organisation", "Ministry of Labour", ref="https://example.org/a"), thing("Organisation", "Ministry of Labour", ref="https://example.org/b")],
]


def _ids(cases: Sequence[Sequence[Entity]]) -> list[str]:
    return [" ~ ".join(entity.names[0].text for entity in case) for case in cases]


@pytest.mark.parametrize("case", TOGETHER, ids=_ids(TOGETHER))
def test_one_thing_gets_one_identity(case: list[Entity]) -> None:
    assert joined(*case)


@pytest.mark.parametrize("case", APART, ids=_ids(APART))
def test_different_things_stay_apart(case: list[Entity]) -> None:
    assert not joined(*case)
    resolution = resolve([reading(f"{i}.txt", item) for i, item in enumerate(case)])
    assert len({e.iri for e in resolution.entities}) == len(case)


def test_iom_in_many_languages_is_one_node() -> None:
    told = [("The LANTERN project is implemented by the International Organization for Migration.", "en"),
            ("Il progetto LANTERNA è realizzato dall'Organizzazione Internazionale per le Migrazioni.", "it"),
            ("Le projet LANTERNE est mis en œuvre par l'OIM.", "fr"),
            ("Das Projekt LATERNE wird von IOM umgesetzt.", "de")]
    found = set()
    for text, language in told:
        one = read(text, language)
        bodies = [s for s in one.statements if s.predicate == "implementedBy"]
        assert bodies, f"nobody implements the project in {text!r}"
        assert isinstance(bodies[0].object, str), shown(one, bodies[0].object)
        found.add(resolve([one]).iri("small.txt", bodies[0].object))
    assert found == {IOM}


@pytest.mark.parametrize("names", [("محمد", "علي", "李伟"), ("Фонд", "Φορέας", "מרכז"), ("Дім", "Дим")])
def test_names_in_other_scripts_get_iris_of_their_own(names: tuple[str, ...]) -> None:
    resolution = resolve([reading(f"{i}.txt", thing("Organisation", name)) for i, name in enumerate(names)])
    assert len({e.iri for e in resolution.entities}) == len(names)
    assert all(not e.iri.endswith("/") for e in resolution.entities)


def test_two_vocabulary_entries_are_never_joined_through_a_third_thing() -> None:
    one = thing("Organisation", "Alpha Body House", ref="https://example.org/a", key="1")
    two = thing("Organisation", "Beta Body House", ref="https://example.org/b", key="2")
    bridge = thing("Organisation", "Alpha Body House", "Beta Body House", key="3")
    assert len(resolve([reading("a", one), reading("b", two), reading("c", bridge)]).entities) == 2


def test_what_joined_a_thing_is_told() -> None:
    resolution = resolve([reading("a", thing("Organisation", "Kredo Foundation")), reading("b", thing("Organisation", "Kredo foundation"))])
    assert any("same name" in ground for ground in resolution.entities[0].grounds)


THINGS = st.builds(
    lambda kind, names, ref, country: thing(kind, *names, ref=f"https://example.org/{kind}/{ref}" if ref else None, country=country or None),
    st.sampled_from(["Organisation", "Project", "Place"]),
    st.lists(st.sampled_from(["Kredo Foundation", "KREDO", "kredo", "Omnia House", "OMNIA", "LANTERN I", "LANTERN II", "Дім", "Graz"]), min_size=1, max_size=3, unique=True),
    st.sampled_from(["", "", "", "a", "b"]), st.sampled_from(["", "AT", "DE"]))


@settings(max_examples=60, deadline=None)
@given(st.lists(THINGS, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_the_readings_does_not_matter(things: list[Entity], order: object) -> None:
    readings = [reading(f"{i}.txt", item) for i, item in enumerate(things)]
    expected = resolve(readings)
    for shuffled in itertools.islice(itertools.permutations(readings), 12):
        again = resolve(shuffled)
        assert iris(again) == iris(expected) and again.entities == expected.entities


@settings(max_examples=60, deadline=None)
@given(st.lists(THINGS, min_size=1, max_size=5))
def test_every_thing_has_one_identity_and_every_identity_is_its_own(things: list[Entity]) -> None:
    resolution = resolve([reading(f"{i}.txt", item) for i, item in enumerate(things)])
    assert len({e.iri for e in resolution.entities}) == len(resolution.entities)
    assert set(resolution.members.values()) == {e.iri for e in resolution.entities}
    for i, item in enumerate(things):
        assert resolution.iri(f"{i}.txt", item.key) in {e.iri for e in resolution.entities if e.kind == item.kind}
