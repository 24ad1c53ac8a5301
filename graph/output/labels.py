"""What things are called: the names of the sources and those of the vocabulary, without private ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

import pyoxigraph as ox

from graph.model import Name
from graph.privacy.masking import MASK, Mask
from graph.terms import node, term, text
from ontology import vocabulary
from ontology.namespaces import DCTERMS, ID, IG, RDF, SKOS
from ontology.naming import LEAST_STEM, naming
from ontology.words import folded_words

_TYPE = node(RDF + "type")
_PREF, _ALT, _HIDDEN = node(SKOS + "prefLabel"), node(SKOS + "altLabel"), node(SKOS + "hiddenLabel")
_NOTATION = node(SKOS + "notation")
_NAMING = frozenset({_TYPE, _PREF, _ALT, _NOTATION, _HIDDEN, term("acronym"), term("isoCode")})
_INTERNAL = frozenset({term("pattern"), term("ambiguous"), term("attach")})
Pairs = list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]


class Canonical(Protocol):
    """An entity after resolution."""

    @property
    def iri(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def names(self) -> tuple[Name, ...]: ...  # noqa: D102
    @property
    def acronyms(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def ref(self) -> str | None: ...  # noqa: D102
    @property
    def country(self) -> str | None: ...  # noqa: D102
    @property
    def numbers(self) -> tuple[str, ...]: ...  # noqa: D102


class Resolved(Protocol):
    """What resolution gives: the common identity of the entities of all readings."""

    @property
    def entities(self) -> Sequence[Canonical]: ...  # noqa: D102

    def iri(self, source: str, key: str) -> str:
        """The canonical IRI of a reading's entity."""
        ...


def public_names(entity: Canonical, mask: Mask) -> list[Name]:
    """An entity's names without those that hold a private one."""
    return [name for name in entity.names if name.text.replace(MASK, "").strip() and not mask.denies(name.text)]


def labels_of(iri: str, entity: Canonical | None, mask: Mask) -> tuple[list[ox.Triple], list[ox.Triple]]:
    """The triples that name a thing, and what the vocabulary says about it besides."""
    ref = entity.ref if entity and entity.ref else iri
    naming: Pairs = []
    background: list[ox.Triple] = []
    for name, value in vocabulary.describe(ref):
        predicate = node(name)
        if predicate in _NAMING and (predicate != _TYPE or value.value.startswith(IG)):
            naming.append((predicate, value))
        if predicate not in _INTERNAL:
            background.append(ox.Triple(node(ref), predicate, value))
    if entity:
        naming += _own_names(entity, naming, mask)
        if entity.kind == "Place" and entity.country:
            background.append(ox.Triple(node(iri), term("inCountry"), node(f"{ID}country/{entity.country}")))
    return [ox.Triple(node(iri), predicate, value) for predicate, value in naming], background


def _own_names(entity: Canonical, known: Iterable[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]], mask: Mask) -> Pairs:
    """What the sources call an entity, beyond what the vocabulary says."""
    known = list(known)
    values = {value.value for _, value in known}
    preferred = any(predicate == _PREF for predicate, _ in known)
    told = [(value.value, value.language or "") for _, value in known if isinstance(value, ox.Literal)]
    found: Pairs = [(_TYPE, term(entity.kind))]
    for name in _base_first(entity, public_names(entity, mask)):
        shown = " ".join(name.text.split())
        if shown in values or (shown in entity.acronyms and preferred):
            continue
        language = name.language or ""
        other = _HIDDEN if any(_is_case(shown, one, language) for one, its in told if its == language) else _ALT
        found.append((other if preferred else _PREF, text(shown, name.language)))
        preferred = True
        values.add(shown)
        told.append((shown, language))
    found += [
        (term("acronym"), text(acronym))
        for acronym in entity.acronyms
        if acronym not in values and not mask.denies(acronym)
    ]
    found += [(node(DCTERMS + "identifier"), text(number)) for number in entity.numbers]
    if entity.kind == "Country" and entity.country and not any(predicate == term("isoCode") for predicate, _ in known):
        found.append((term("isoCode"), text(entity.country)))
    return found


def _is_case(name: str, base: str, language: str) -> bool:
    """Whether a name differs from another by nothing but the endings that words take in sentences of a language."""
    endings, words, others = naming().endings.get(language), folded_words(name), folded_words(base)
    if not endings or len(words) != len(others):
        return False
    return all(_same_stem(one, two, endings) for one, two in zip(words, others, strict=True))


def _same_stem(one: str, two: str, endings: frozenset[str]) -> bool:
    """Whether two words are one stem of three letters or more with an ending each."""
    cuts = (at for at in range(LEAST_STEM, min(len(one), len(two)) + 1) if one[:at] == two[:at])
    return one == two or any(one[at:] in endings and two[at:] in endings for at in cuts)


def _base_first(entity: Canonical, names: list[Name]) -> list[Name]:
    """The names, of a place that which the table of places gives before those in a sentence's case."""
    if entity.kind != "Place":
        return names
    return sorted(names, key=lambda name: name.text not in _town_names(entity.country or ""))


@lru_cache(maxsize=256)
def _town_names(country: str) -> frozenset[str]:
    """The first name of each place of a country."""
    return frozenset(place.labels[0][0] for place in vocabulary.places() if place.country == country)
