"""Properties that say more than a general one: which words of a trigger or a label say so (`closer.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ontology.automaton import Automaton, AutomatonError
from ontology.schema import properties, with_generals


class CloserError(ValueError):
    """A fault of `closer.toml`: which table, what is wrong, and what is right."""


@dataclass(frozen=True, slots=True)
class Closer:
    """What a language has for one property: its name, its general one's, and the frames that never say it."""

    property: str
    general: str
    barred: frozenset[str]


@lru_cache(maxsize=1)
def tables() -> dict[str, dict[str, list[str]]]:
    """The file as it stands, by property and language; every property must have a more general one in the ontology.

    Raises CloserError for a property without a general one."""
    found = tomllib.loads((files("ontology") / "closer.toml").read_text("utf-8"))
    for name in found:
        if name not in properties() or not properties()[name].generals:
            raise CloserError(f"ontology/closer.toml: [{name}] is no sub-property; name one or delete it")
    return found


@lru_cache(maxsize=32)
def closer(language: str) -> Automaton[Closer]:
    """The words of a language that say more, each with what it says.

    Raises CloserError for a pattern that cannot be read."""
    found: Automaton[Closer] = Automaton()
    for name, table in tables().items():
        meant = Closer(name, with_generals(name)[1], frozenset(table["except"]))
        for pattern in table.get(language, ()):
            try:
                found.add(pattern, meant)
            except AutomatonError as error:
                raise CloserError(f"ontology/closer.toml: [{name}] {language}: {pattern!r}: {error}") from error
    return found
