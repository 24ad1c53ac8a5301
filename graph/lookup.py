"""Things of the vocabulary that no mention of the document stands for: a country by its code, a body by its acronym."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention, mark_names
from graph.marking.things import Register, Thing
from graph.marking.tokens import Tokens
from ontology.namespaces import DCTERMS
from ontology.vocabulary import Entry, countries, describe, entries

LEAST_ACRONYM, LEAST_IN_LABEL = 4, 3
_NO_CAPITALS = re.compile(r"[^A-Z]+")


def _unshared(pairs: Iterable[tuple[str, Entry]]) -> dict[str, Entry]:
    """The entries by acronym, those left out that share one."""
    found: dict[str, list[Entry]] = {}
    for acronym, entry in pairs:
        found.setdefault(acronym, []).append(entry)
    return {acronym: same[0] for acronym, same in found.items() if len({e.iri for e in same}) == 1}


@lru_cache(maxsize=1)
def bodies_by_acronym() -> dict[str, Entry]:
    """The vocabulary's bodies by acronym, those left out that share one."""
    bodies = (entry for entry in entries().values() if entry.kind == "Organisation")
    return _unshared((acronym, entry) for entry in bodies for acronym in entry.acronyms)


@lru_cache(maxsize=2)
def funds_by_acronym(least: int) -> dict[str, Entry]:
    """The vocabulary's funds by acronyms of four (`least`) letters and more, those left out that are ambiguous or
    shared."""
    funds = (entry for entry in entries().values() if entry.kind == "Fund" and not entry.ambiguous)
    named = ((acronym.upper(), entry) for entry in funds for acronym in entry.acronyms)
    return _unshared((acronym, entry) for acronym, entry in named if len(acronym) >= least and acronym.isalpha())


@lru_cache(maxsize=1)
def bodies_by_identifier() -> dict[str, str]:
    """The IRIs of the vocabulary's bodies by their identifier in IATI."""
    return {
        value.value: iri
        for iri, entry in entries().items()
        if entry.kind == "Organisation"
        for predicate, value in describe(iri)
        if predicate == DCTERMS + "identifier"
    }


class Lookup:
    """Looks things up for the statement stages."""

    def __init__(self, tokens: Tokens, language: Language, register: Register) -> None:
        self._tokens = tokens
        self._language = language
        self._register = register

    @property
    def home_countries(self) -> tuple[str, ...]:
        """The countries (alpha-2) where the document's language is at home."""
        return tuple(self._language.lexicon.home)

    def country(self, code: str) -> Thing | None:
        """The thing of a country by its alpha-2 code."""
        entry = countries().get(code)
        return (
            self._register.thing(Mention("Country", 0, 0, entry.label(self._language.lexicon.language), entry=entry))
            if entry
            else None
        )

    def known(self, iri: str) -> Thing | None:
        """The thing of a vocabulary entry."""
        entry = entries().get(iri)
        return (
            self._register.thing(Mention(entry.kind, 0, 0, entry.label(self._language.lexicon.language), entry=entry))
            if entry
            else None
        )

    def known_body(self, name: str) -> Thing | None:
        """The thing of a body that the vocabulary knows by exactly this acronym."""
        entry = bodies_by_acronym().get(name)
        return self._register.thing(Mention("Organisation", 0, 0, name, entry=entry)) if entry else None

    def fund_called(self, words: set[str]) -> Thing | None:
        """The fund that the document names and that has one of some words as an acronym, else the one that the
        vocabulary knows by it."""
        named = (t for t in self._register.things("Fund") if t.entry is not None)
        found = next((t for t in named if t.entry and words & set(t.entry.acronyms)), None)
        return found or self._known_fund(words, LEAST_ACRONYM)

    def fund_in_label(self, label: str) -> Thing | None:
        """The fund whose acronym a field's label holds ("ESF grant")."""
        return self._known_fund(set(_NO_CAPITALS.split(label)), LEAST_IN_LABEL)

    def _known_fund(self, words: set[str], least: int) -> Thing | None:
        """The thing of the fund that the vocabulary knows by the first of some words, in order, of `least` letters."""
        funds = funds_by_acronym(least)
        word = min((word for word in words if word in funds), default=None)
        return self._register.thing(Mention("Fund", 0, 0, word, entry=funds[word])) if word else None

    def identified(self, identifier: str) -> Thing | None:
        """The thing of a body that the vocabulary knows by an identifier in IATI ("XM-DAC-47066")."""
        iri = bodies_by_identifier().get(identifier)
        return self.known(iri) if iri else None

    def country_in(self, marked: Marked, mention: Mention, skip: int, sure: bool = False) -> Thing | None:
        """The country that a body's name holds after its first words ("IOM Italy", "IOM Mission in Rome"); with `sure`
        no name counts that may be something else."""
        name = " ".join(mention.name.split()[skip:])
        found = [
            m
            for m in mark_names(self._tokens, marked, mention, self._language)
            if m.entry is not None and m.name in name and (m.sure or not sure) and not (sure and m.rivals)
        ]
        return self.country(found[0].entry.country) if found and found[0].entry else None

    def home(self, marked: Marked, mention: Mention) -> Thing | None:
        """The country of the town or region that a body's name holds ("Municipality of Xtown")."""
        for found in mark_names(self._tokens, marked, mention, self._language):
            if found.kind == "Place" and found.entry is not None and found.sure and not found.rivals:
                return self.country(found.entry.country)
        return None

    def only(self, kind: str) -> Thing | None:
        """The document's only thing of a kind, if there is just one."""
        found = self._register.things(kind)
        return found[0] if len(found) == 1 else None
