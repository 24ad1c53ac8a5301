"""What things are called: names in a sentence's case are hidden labels beside the base form."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from graph.model import Name
from graph.output.labels import labels_of
from graph.privacy.masking import Mask
from ontology.namespaces import ID, SKOS


@dataclass(frozen=True)
class Thing:
    """An entity after resolution."""

    names: tuple[Name, ...]
    kind: str = "Organisation"
    ref: str | None = None
    country: str | None = None
    iri: str = ID + "organisation/x"
    acronyms: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def labels(thing: Thing, mask: Mask) -> dict[str, set[str]]:
    """The names by the property that gives them."""
    found: dict[str, set[str]] = {}
    for triple in labels_of(thing.ref or thing.iri, thing, mask)[0]:
        if triple.predicate.value.startswith(SKOS):
            found.setdefault(triple.predicate.value.removeprefix(SKOS), set()).add(triple.object.value)
    return found


@pytest.fixture(scope="module")
def mask() -> Mask:
    """A mask that hides nothing."""
    return Mask([])


@pytest.mark.parametrize(
    ("language", "base", "case", "other"),
    [
        ("pl", "Fundacja Szumi Las", "Fundacji Szumi Las", "Szumi Las"),
        ("cs", "Nadace Kredo", "Nadací Kredo", "Kredo"),
        ("fi", "Kaltovan instituutti", "Kaltovan instituutin", "Kaltova"),
        ("uk", "Фонд «Нова зоря»", "Фонду «Нова зоря»", "Нова зоря"),
        ("sv", "Föreningen Vindrosen", "Föreningens Vindrosen", "Vindrosen"),
        ("hu", "Zorna Egyesület", "Zorna Egyesületnek", "Zorna"),
    ],
)
def test_a_name_in_another_case_is_hidden(language: str, base: str, case: str, other: str, mask: Mask) -> None:
    thing = Thing(tuple(Name(text, language) for text in (base, case, other)))
    assert labels(thing, mask) == {"prefLabel": {base}, "hiddenLabel": {case}, "altLabel": {other}}


def test_other_languages_have_no_cases(mask: Mask) -> None:
    thing = Thing((Name("Kredo Foundation", "en"), Name("Kredo Foundations", "en")))
    assert labels(thing, mask) == {"prefLabel": {"Kredo Foundation"}, "altLabel": {"Kredo Foundations"}}


def test_a_case_of_the_vocabularys_label_is_hidden(mask: Mask) -> None:
    thing = Thing((Name("Funduszu Azylu, Migracji i Integracji", "pl"),), "Fund", ref=ID + "fund/amif")
    found = labels(thing, mask)
    assert "Funduszu Azylu, Migracji i Integracji" in found["hiddenLabel"]
    assert "Menekültügyi, Migrációs és Integrációs Alapból" in found["hiddenLabel"]


def test_a_town_goes_by_the_name_of_the_table_of_places(mask: Mask) -> None:
    thing = Thing((Name("Jihlavě", "cs"), Name("Jihlava", "cs")), "Place", country="CZ", iri=ID + "place/jihlava")
    assert labels(thing, mask) == {"prefLabel": {"Jihlava"}, "hiddenLabel": {"Jihlavě"}}
