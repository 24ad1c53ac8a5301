"""What things are called: the names of the sources and those of the vocabulary, without private ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import pyoxigraph as ox

from graph.model import Name
from graph.privacy.masking import MASK, Mask
from graph.terms import node, term, text
from ontology import vocabulary
from ontology.namespaces import DCTERMS, ID, IG, RDF, SKOS

_TYPE = node(RDF + "type")
_PREF, _ALT, _NOTATION = node(SKOS + "prefLabel"), node(SKOS + "altLabel"), node(SKOS + "notation")
_NAMING = frozenset({_TYPE, _PREF, _ALT, _NOTATION, term("acronym"), term("isoCode")})
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
    found: Pairs = [(_TYPE, term(entity.kind))]
    for name in public_names(entity, mask):
        shown = " ".join(name.text.split())
        if shown in values or (shown in entity.acronyms and preferred):
            continue
        found.append((_ALT if preferred else _PREF, text(shown, name.language)))
        preferred = True
        values.add(shown)
    found += [
        (term("acronym"), text(acronym))
        for acronym in entity.acronyms
        if acronym not in values and not mask.denies(acronym)
    ]
    found += [(node(DCTERMS + "identifier"), text(number)) for number in entity.numbers]
    if entity.kind == "Country" and entity.country and not any(predicate == term("isoCode") for predicate, _ in known):
        found.append((term("isoCode"), text(entity.country)))
    return found
