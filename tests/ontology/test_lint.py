"""The lint: nothing is wrong with the ontology, and each check sees the fault that it is there for."""
from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from ontology import identifiers, lint, vocabulary
from ontology.lexicon import languages
from ontology.namespaces import DCTERMS, ID, IG, PREFIXES, RDFS, SKOS
from ontology.publication import whole_ontology

PROJECT = ox.NamedNode(IG + "Project")


@pytest.mark.parametrize("check", lint.CHECKS, ids=lambda check: check.__name__)
def test_the_ontology_is_in_order(check: object) -> None:
    assert [str(finding) for finding in check()] == []  # type: ignore[operator]


def test_every_term_is_defined_in_every_language() -> None:
    found: dict[str, set[str]] = {}
    for triple in whole_ontology():
        if triple.predicate.value == RDFS + "comment" and isinstance(triple.object, ox.Literal):
            found.setdefault(triple.subject.value, set()).add(triple.object.language or "")  # type: ignore[union-attr]
    everywhere = [term for term, languages_of in found.items() if languages_of >= set(languages())]
    assert len(everywhere) >= 93 and {IG + "BeneficiaryGroup", IG + "hasGrant", IG + "funds"} <= set(everywhere)


def test_every_prefix_and_language_is_looked_at() -> None:
    assert len(lint.CHECKS) == 8 and len(languages()) >= 16
    foreign = {iri for iri in PREFIXES.values() if "integraph" not in iri}
    assert foreign == set(lint.published())
    own = {t.subject.value for t in whole_ontology() if isinstance(t.subject, ox.NamedNode) and t.subject.value.startswith(IG)}
    assert len(own) >= 93


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Adds triples to the ontology, or drops some."""
    def change(*more: ox.Triple, drop: object = lambda triple: False) -> None:
        found = (*(t for t in whole_ontology() if not drop(t)), *more)  # type: ignore[operator]
        monkeypatch.setattr(lint, "whole_ontology", lambda: found)
    yield change


def test_a_missing_label_is_seen(plant: object) -> None:
    plant(drop=lambda t: t.subject == PROJECT and getattr(t.object, "language", "") == "mt")  # type: ignore[operator]
    assert [str(f) for f in lint.unlabelled()] == ["ig:Project: no label in mt"]


@pytest.mark.parametrize("target", ["http://xmlns.com/foaf/0.1/Projekt", "http://example.org/Project", IG + "Projekt"])
def test_a_dangling_alignment_is_seen(plant: object, target: str) -> None:
    plant(ox.Triple(PROJECT, ox.NamedNode(SKOS + "closeMatch"), ox.NamedNode(target)))  # type: ignore[operator]
    assert [f.term for f in lint.dangling()] == [IG + "Project"]


def test_an_undefined_term_is_seen(plant: object) -> None:
    plant(ox.Triple(ox.NamedNode(IG + "odd"), ox.NamedNode(RDFS + "label"), ox.Literal("odd", language="en")))  # type: ignore[operator]
    assert len(lint.undefined()) == 3 and {f.term for f in lint.undefined()} == {IG + "odd"}


def test_namesakes_are_seen_unless_a_note_tells_them_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = sorted(iri for iri, entry in vocabulary.entries().items() if entry.kind == "Theme")[:2]
    describe, name = vocabulary.describe, (SKOS + "prefLabel", ox.Literal("the same", language="xx"))
    monkeypatch.setattr(vocabulary, "describe", lambda iri: (*describe(iri), name) if iri in (one, two) else describe(iri))
    assert [f.term for f in lint.namesakes()] == [one]
    note = (SKOS + "editorialNote", ox.Literal("apart because", language="en"))
    monkeypatch.setattr(vocabulary, "describe", lambda iri: (*describe(iri), name, note) if iri in (one, two) else describe(iri))
    assert lint.namesakes() == []


def test_a_concept_without_a_label_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    one, describe = min(iri for iri, entry in vocabulary.entries().items() if entry.kind == "Theme"), vocabulary.describe
    monkeypatch.setattr(vocabulary, "describe", lambda iri: () if iri == one else describe(iri))
    assert [f.term for f in lint.unlabelled_concepts()] == [one]


WRONG = [
    (SKOS + "exactMatch", ox.NamedNode("http://publications.europa.eu/resource/authority/currency/euro"), "no identifier of a register"),
    (SKOS + "exactMatch", ox.NamedNode("https://www.wikidata.org/wiki/Q1065"), "no identifier of a register"),
    (SKOS + "relatedMatch", ox.NamedNode("http://metadata.un.org/sdg/18.1"), "no identifier of a register"),
    (SKOS + "exactMatch", ox.NamedNode("http://publications.europa.eu/resource/authority/country/ITA"), "shares http"),
    (DCTERMS + "identifier", ox.Literal("47066"), "no identifier of an organisation in IATI"),
    (DCTERMS + "identifier", ox.Literal("XM-DAC-47066"), "shares XM-DAC-47066 with"),
]


@pytest.mark.parametrize(("predicate", "value", "problem"), WRONG, ids=range(len(WRONG)))
def test_a_wrong_identifier_is_seen(monkeypatch: pytest.MonkeyPatch, predicate: str, value: ox.NamedNode | ox.Literal, problem: str) -> None:
    one, describe = ID + "fund/amif", vocabulary.describe
    monkeypatch.setattr(vocabulary, "describe", lambda iri: (*describe(iri), (predicate, value)) if iri == one else describe(iri))
    (found,) = lint.misidentified()
    assert problem in found.problem and one in f"{found.term} {found.problem}".replace("id:", ID)


def test_each_known_identifier_has_the_form_of_its_register() -> None:
    known = {value.value for iri in vocabulary.entries() for predicate, value in vocabulary.describe(iri) if predicate in identifiers.SAME}
    assert all(any(register.match(value) for value in known) or register is identifiers.REGISTERS[2] for register in identifiers.REGISTERS[:6])
    assert identifiers.currency("EUR") == "http://publications.europa.eu/resource/authority/currency/EUR"
    assert identifiers.REGISTERS[2].fullmatch(identifiers.currency("SEK")) and not identifiers.REGISTERS[2].fullmatch(identifiers.currency("kr"))


def test_a_concept_with_no_definition_or_two_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = sorted(iri for iri, entry in vocabulary.entries().items() if entry.kind == "Theme")[:2]
    describe, again = vocabulary.describe, (SKOS + "definition", ox.Literal("again", language="mt"))
    changed = {one: [p for p in describe(one) if getattr(p[1], "language", "") != "fi" or p[0] != SKOS + "definition"], two: [*describe(two), again]}
    monkeypatch.setattr(vocabulary, "describe", lambda iri: changed.get(iri) or describe(iri))
    assert [(f.term, f.problem) for f in lint.undefined_concepts()] == [
        (one, "has not one definition in fi"), (two, "has not one definition in mt")]


def test_a_wrong_namespace_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lint, "PREFIXES", {"foaf": "http://xmlns.com/foaf/0.1", "mine": "urn:x"})
    assert [str(f) for f in lint.misnamed()] == ["http://xmlns.com/foaf/0.1: the prefix foaf of ontology/namespaces.py should stand for http://xmlns.com/foaf/0.1/"]


def test_the_command_tells_and_fails(plant: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint.main() == 0 and "in order" in capsys.readouterr().out
    plant(drop=lambda t: t.subject == PROJECT and getattr(t.object, "language", "") == "pl")  # type: ignore[operator]
    assert lint.main() == 1 and "unlabelled: ig:Project: no label in pl" in capsys.readouterr().out
