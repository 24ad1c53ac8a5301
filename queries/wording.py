"""How questions are put in a language: `words/<lang>.toml`, compiled; and which language a question is in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from ontology.automaton import Automaton, disjoint
from ontology.words import WORD, fold

#: Sections of the files that hold patterns.
PATTERNS = ("wanted", "ask", "relation", "ignore", "catalogue")


class Meaning(NamedTuple):
    """What a word of a question means: a section of the file and a key in it."""

    section: str
    key: str


class Found(NamedTuple):
    """A meaning, and the words (first, and one past the last) that have it."""

    first: int
    last: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's ways to ask."""

    language: str
    name: str
    say: Mapping[str, str]
    automaton: Automaton[Meaning]

    def read(self, words: Sequence[str]) -> list[Found]:
        """The meanings of a question's folded words; the longest stand, of equally long ones those named first."""
        order = {section: place for place, section in enumerate(("catalogue", "wanted", "relation", "ask", "ignore"))}
        found = self.automaton.find(words, 0, len(words))
        ranked = sorted(found, key=lambda m: (m.first - m.last, order[m.payload.section], m.first))
        return sorted(Found(m.first, m.last, m.payload) for m in disjoint(ranked))


class WordingError(ValueError):
    """There is no way to ask in that language."""


@cache
def wordings() -> dict[str, Wording]:
    """The languages in which questions can be put, by code."""
    folder = resources.files("queries") / "words"
    found = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            code = file.name.removesuffix(".toml")
            found[code] = _wording(code, tomllib.loads(file.read_text("utf-8")))
    return found


def _wording(code: str, data: Mapping[str, object]) -> Wording:
    automaton: Automaton[Meaning] = Automaton()
    for section in PATTERNS:
        table = data[section]
        assert isinstance(table, dict)
        for key, patterns in table.items():
            for pattern in patterns:
                automaton.add(pattern, Meaning(section, key))
    say = data["say"]
    assert isinstance(say, dict)
    return Wording(code, str(data["name"]), say, automaton)


def wording_of(question: str, language: str = "") -> Wording:
    """The wording of a language, or of the one in which most words of the question have a meaning."""
    known = wordings()
    if language:
        if language not in known:
            raise WordingError(f"Questions cannot be put in '{language}' yet; only in {', '.join(known)}.")
        return known[language]
    words = [fold(match.group()) for match in WORD.finditer(question)]

    def understood(code: str) -> int:
        return sum(found.last - found.first for found in known[code].read(words))

    return known[max(sorted(known), key=lambda code: (understood(code), code == "en"))]
