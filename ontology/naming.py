"""What is known about names in general: legal forms, kinds of bodies in many languages, topics, phases, endings.

Read once from `naming.toml` beside this module. The patterns of kinds, topics, offices and countries are compiled into
one automaton, so that a name is looked through once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from ontology import kept, vocabulary
from ontology.automaton import Automaton
from ontology.lexicon import languages, load
from ontology.words import fold, folded_words

LEAST_STEM = 3


class Part(NamedTuple):
    """What some words of a name are: `role` is "head", "topic", "office", "country", "demonym" or "part".

    `value` is the kind of body, the topic, or the country's code; `language` limits a demonym to names in it.
    """

    role: str
    value: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """The tables of `naming.toml`, folded for comparison.

    `legal_forms` are rows of words by their last word, `leading_forms` by their first; `endings` the endings of a
    language's names, `genitives` those of a town's name before its head noun.
    """

    automaton: Automaton[Part]
    legal_forms: Mapping[str, tuple[tuple[str, ...], ...]]
    leading_forms: Mapping[str, tuple[tuple[str, ...], ...]]
    small: frozenset[str]
    numbers: Mapping[str, str]
    phases: frozenset[str]
    national: frozenset[str]
    hosted: frozenset[str]
    territorial: frozenset[str]
    endings: Mapping[str, frozenset[str]]
    capitals: Mapping[str, str]
    compounds: Mapping[str, str]
    genitives: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def naming() -> Naming:
    """The tables, read once."""
    raw = tomllib.loads((files("ontology") / "naming.toml").read_text("utf-8"))
    return Naming(
        kept.compiled("naming", lambda: _automaton(raw), _to_data, _from_data),
        _rows(raw["legal_forms"], -1),
        _rows(raw["leading_forms"], 0),
        frozenset(fold(word) for word in raw["small"]),
        {fold(word): number for number, words in raw["numbers"].items() for word in words},
        frozenset(fold(word) for word in raw["phases"]["words"]),
        frozenset(raw["scope"]["national"]),
        frozenset(raw["scope"]["hosted"]),
        frozenset(raw["scope"]["territorial"]),
        {
            language: frozenset(fold(e) if len(e) > 1 else e for e in found)
            for language, found in raw["endings"].items()
        },
        {code: fold(name) for code, name in raw["capitals"].items()},
        {fold(end): head for head, ends in raw["compounds"].items() for end in ends},
        {language: tuple(map(fold, endings)) for language, endings in raw["genitives"].items()},
    )


def _rows(forms: Iterable[str], at: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Forms as rows of words by one of their words, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        words = tuple(folded_words(form))
        found.setdefault(words[at], []).append(words)
    return {word: tuple(sorted(rows, key=lambda row: (-len(row), row))) for word, rows in found.items()}


def _automaton(raw: Mapping[str, Any]) -> Automaton[Part]:
    found: Automaton[Part] = Automaton()
    for role, table in (("head", raw["heads"]), ("topic", raw["topics"])):
        for value, patterns in table.items():
            for pattern in patterns:
                found.add(pattern, Part(role, value))
    for pattern in raw["offices"]["words"]:
        found.add(pattern, Part("office", ""))
    for pattern in raw["scope"]["parts"]:
        found.add(pattern, Part("part", ""))
    for code, entry in vocabulary.countries().items():
        for label, _ in entry.labels:
            if row := tuple(folded_words(label)):
                found.add_row(row, Part("country", code))
        for pattern, language in entry.patterns:  # "w Polsce", "Suomen"
            found.add(pattern, Part("demonym", code, language))
    for language, pattern, code in vocabulary.demonyms():
        found.add(pattern, Part("demonym", code, language))
    return found


def _to_data(automaton: Automaton[Part]) -> list[Any]:
    return [automaton.to_data(), list(automaton.payloads)]


def _from_data(data: Any) -> Automaton[Part]:
    automaton, parts = data
    return Automaton.from_data(automaton, [Part(*part) for part in parts])


@lru_cache(maxsize=1)
def place_names() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each folded name of a place: the (folded first name, country code) of the places that bear it."""

    def read(data: Any) -> dict[str, tuple[tuple[str, str], ...]]:
        return {name: tuple((first, country) for first, country in places) for name, places in data.items()}

    return kept.compiled("town-names", _place_names, dict, read)


def _place_names() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, dict[tuple[str, str], None]] = {}
    for place in vocabulary.places():
        first = " ".join(folded_words(place.labels[0][0]))
        for label, _ in place.labels:
            found.setdefault(" ".join(folded_words(label)), {})[first, place.country] = None
    for name, town, country in vocabulary.careful_places():
        found.setdefault(" ".join(folded_words(name)), {(" ".join(folded_words(town)), country): None})
    return {name: tuple(places) for name, places in found.items()}


@lru_cache(maxsize=1)
def project_nouns() -> Mapping[str, frozenset[str]]:
    """For each language with a lexicon: articles and single words for "project", which may stand before a name."""

    def read(data: Any) -> dict[str, frozenset[str]]:
        return {language: frozenset(words) for language, words in data.items()}

    def to_data(made: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
        return {language: sorted(words) for language, words in made.items()}

    return kept.compiled("project-nouns", _project_nouns, to_data, read)


def _project_nouns() -> dict[str, frozenset[str]]:
    found = {}
    for language in languages():
        lexicon = load(language)
        words = [*lexicon.nouns.get("project", ()), *lexicon.words.get("articles", ())]
        found[language] = frozenset(row[0] for word in words if len(row := folded_words(word.replace("*", ""))) == 1)
    return found


def stem(word: str, endings: frozenset[str], least: int = LEAST_STEM) -> str:
    """A folded word without the longest ending of its language's names; short words and numbers stay as they are, and
    at least `least` letters are left."""
    if len(word) <= least or not word.isalpha():
        return word
    for at in range(least, len(word)):
        if word[at:] in endings:
            return word[:at]
    return word
