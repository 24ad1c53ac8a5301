"""The vocabulary: every entry can be named, told apart and found."""
from __future__ import annotations

from collections import Counter

import pytest

from ontology.patterns import expand
from ontology.vocabulary import CONCEPT_KINDS, Entry, countries, demonyms, describe, entries, places

KINDS = frozenset("Organisation Fund Policy Country BeneficiaryGroup Theme ActivityType".split())
LEAST = {"BeneficiaryGroup": 40, "Theme": 25, "ActivityType": 20, "Fund": 10, "Organisation": 20, "Country": 190}


def test_there_are_enough_entries_of_each_kind() -> None:
    counts = Counter(entry.kind for entry in entries().values())
    assert {kind: counts[kind] for kind in LEAST if counts[kind] < LEAST[kind]} == {}


def test_every_entry_has_a_known_kind_and_a_name() -> None:
    assert {e.kind for e in entries().values() if e.labels} <= KINDS
    assert [e.iri for e in entries().values() if not e.labels] == []


def test_every_concept_has_its_own_notation() -> None:
    concepts = [e for e in entries().values() if e.kind in CONCEPT_KINDS]
    assert all(e.notation for e in concepts)
    assert max(Counter((e.kind, e.notation) for e in concepts).values()) == 1


def test_every_pattern_can_be_expanded() -> None:
    broken = []
    for entry in entries().values():
        for pattern, language in entry.patterns:
            try:
                expand(pattern)
            except ValueError as error:
                broken.append(f"{entry.iri} ({language}): {error}")
    assert broken == []


def test_broader_concepts_exist_and_never_run_in_circles() -> None:
    for entry in entries().values():
        seen, above = set(), list(entry.broader)
        while above:
            iri = above.pop()
            assert iri in entries(), f"{entry.iri}: broader {iri} is no entry"
            assert iri != entry.iri, f"{entry.iri} is broader than itself"
            if iri not in seen:
                seen.add(iri)
                above += entries()[iri].broader


@pytest.mark.parametrize(("code", "language", "name"), [
    ("IT", "en", "Italy"), ("IT", "it", "Italia"), ("DE", "fr", "Allemagne"), ("NE", "en", "Niger"), ("NG", "en", "Nigeria"),
])
def test_countries_have_names_in_many_languages(code: str, language: str, name: str) -> None:
    assert (name, language) in countries()[code].labels


def test_niger_and_nigeria_share_no_name() -> None:
    one, two = ({text for text, _ in countries()[code].labels} for code in ("NE", "NG"))
    assert not one & two


def test_every_place_lies_in_a_known_country() -> None:
    assert [p.label() for p in places() if p.country not in countries()] == []


def test_demonyms_point_to_known_countries() -> None:
    assert [row for row in demonyms() if row[2] not in countries()] == []


def test_the_label_falls_back_to_english_then_to_any() -> None:
    entry = Entry("https://example.org/x", "Fund", labels=(("Hafenfonds", "de"), ("Harbour Fund", "en")))
    assert (entry.label("de"), entry.label("fr")) == ("Hafenfonds", "Harbour Fund")
    assert Entry("https://example.org/x", "Fund", labels=(("Hafenfonds", "de"),)).label("fr") == "Hafenfonds"
    assert Entry("https://example.org/x", "Fund").label() == "x"


def test_what_the_files_say_of_an_entry_is_given_on() -> None:
    iri = countries()["IT"].iri
    assert len(list(describe(iri))) > 5
    assert list(describe("https://example.org/unknown")) == []
