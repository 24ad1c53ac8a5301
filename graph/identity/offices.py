"""Country offices of international bodies: "IOM Malta" and "Missione OIM di Roma" are units of one parent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graph.identity.forms import folded_place
from ontology import vocabulary
from ontology.automaton import Automaton
from ontology.namespaces import ID, IG
from ontology.naming import naming
from ontology.words import WORD, folded_words

_COUNTRY = ID + "country/"
_WORLDWIDE = frozenset({ID + "organisation/united-nations", ID + "organisation/european-union"})


@dataclass(frozen=True, slots=True)
class Office:
    """The unit of `parent` (an IRI) in a country (alpha-2); `city` is "" for the country office.

    `entry` is the vocabulary entry of that unit, if it has one.
    """

    parent: str
    country: str
    city: str = ""
    entry: str = ""


@lru_cache(maxsize=1)
def units() -> Mapping[tuple[str, str], str]:
    """The vocabulary's country offices: their IRIs by (parent, country), where there is just one."""
    found: dict[tuple[str, str], set[str]] = {}
    for iri, entry in vocabulary.entries().items():
        if entry.kind != "Organisation":
            continue
        about = [(p, o.value) for p, o in vocabulary.describe(iri)]
        parents = [value for p, value in about if p == IG + "unitOf"]
        where = [value.removeprefix(_COUNTRY) for p, value in about if p == IG + "presentIn"]
        if len(parents) == len(where) == 1:
            found.setdefault((parents[0], where[0]), set()).add(iri)
    return {key: min(iris) for key, iris in found.items() if len(iris) == 1}


@lru_cache(maxsize=1)
def _parents() -> Automaton[tuple[str, str]]:
    """Names of bodies with offices in several countries; the payload is (IRI, acronym or "")."""
    several: dict[str, int] = {}
    for parent, _ in units():
        several[parent] = several.get(parent, 0) + 1
    found: Automaton[tuple[str, str]] = Automaton()
    for iri, entry in vocabulary.entries().items():
        if entry.kind != "Organisation" or iri in _WORLDWIDE or not (several.get(iri, 0) > 1 or _is_worldwide(iri)):
            continue
        for label, _ in entry.labels:
            if row := tuple(folded_words(label)):
                found.add_row(row, (iri, ""))
        for acronym in entry.acronyms:
            if row := tuple(folded_words(acronym)):
                found.add_row(row, (iri, acronym))
    return found


def _is_worldwide(iri: str) -> bool:
    return any(p == IG + "unitOf" and o.value in _WORLDWIDE for p, o in vocabulary.describe(iri))


@lru_cache(maxsize=100_000)
def office_of(name: str) -> Office | None:
    """The country office that a name stands for; None where anything else than body, office and country is in it."""
    words, originals = folded_words(name), [match.group() for match in WORD.finditer(name)]
    if len(words) < 2:
        return None
    for match in sorted(_parents().find(words, 0, len(words)), key=lambda m: (m.first - m.last, m.first, m.payload)):
        parent, acronym = match.payload
        if acronym and " ".join(originals[match.first : match.last]) != acronym:
            continue
        rest = [*words[: match.first], "|", *words[match.last :]]
        if where := _where(rest):
            country, city = where
            entry = "" if city else units().get((parent, country), "")
            return Office(parent, country, city, entry)
    return None


def _where(words: list[str]) -> tuple[str, str] | None:
    """(country, city) of the words beside a body's name; None if they say anything more, or name no country."""
    known = naming()
    found = known.automaton.find(words, 0, len(words))
    covered: set[int] = set()
    countries: set[str] = set()
    for match in sorted(found, key=lambda m: (m.first - m.last, m.payload)):
        span = set(range(match.first, match.last))
        if match.payload.role in ("country", "demonym", "office") and not span & covered:
            covered |= span
            if match.payload.role != "office":
                countries.add(match.payload.value)
    rest = [word for at, word in enumerate(words) if at not in covered and word not in known.small and word != "|"]
    if not rest:
        return (min(countries), "") if len(countries) == 1 else None
    places = folded_place(" ".join(rest))
    if len({country for _, country in places}) != 1 or countries - {places[0][1]}:
        return None
    city, country = places[0]
    return (country, "") if known.capitals.get(country) == city else (country, city)


__all__ = ["Office", "office_of", "units"]
