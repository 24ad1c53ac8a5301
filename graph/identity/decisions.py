"""What people have decided about identity: a small TOML file that says what is the same and what is not.

    [[same]]
    class = "Organisation"
    things = ["Kredo Foundation", "KRF @ reports/2021.txt"]
    reason = "renamed in 2021"

    [[different]]
    class = "Project"
    things = ["Lantern @ malta.html", "Lantern @ graz.html"]

A thing is a name (compared as names are: case, accents and legal forms do not matter), a name in one source
("name @ source"), or the IRI of a vocabulary entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from graph.identity.forms import form_of
from graph.identity.profiles import Profile
from ontology import vocabulary
from ontology.namespaces import expand

_KEYS = {"class", "things", "reason"}
Selector = tuple[str, str, str]


class DecisionError(ValueError):
    """A file of decisions that cannot be used; the message names the file, the cause and the remedy."""


@dataclass(frozen=True)
class Decisions:
    """Decisions by what they speak of.

    A selector is (class, name or IRI, source or ""); `_same` gives the numbers of the decisions that join it, `_apart`
    those that keep it from another of their things.
    """

    _same: Mapping[Selector, tuple[int, ...]] = field(default_factory=dict)
    _apart: Mapping[Selector, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self._same or self._apart)

    def same(self, profile: Profile) -> list[int]:
        """The numbers of the decisions that join an entity with others."""
        return sorted({number for key in _selectors(profile, self._same) for number in self._same.get(key, ())})

    def apart(self, profile: Profile) -> list[tuple[int, int]]:
        """(decision, thing of it) of the decisions that keep an entity apart."""
        return sorted({pair for key in _selectors(profile, self._apart) for pair in self._apart.get(key, ())})

    def speak_of(self, profile: Profile) -> bool:
        """Whether a decision may speak of an entity like this in any document."""
        names = {_name(name.text) for name in profile.entity.names} | {profile.ref}
        return any((profile.entity.kind, name) in self._spoken for name in names)

    @property
    def told(self) -> str:
        """All decisions as a string: the same for the same decisions."""
        return repr((sorted(self._same.items()), sorted(self._apart.items())))

    @cached_property
    def _spoken(self) -> frozenset[tuple[str, str]]:
        """The classes and names (or IRIs) that decisions speak of."""
        return frozenset((kind, name) for kind, name, _ in (*self._same, *self._apart))


def _selectors(profile: Profile, wanted: Mapping[Selector, Any]) -> Iterator[Selector]:
    if not wanted:
        return
    kind, source = profile.entity.kind, profile.node[0]
    names = {_name(name.text) for name in profile.entity.names} | ({profile.ref} if profile.ref else set())
    for name in sorted(names):
        yield kind, name, ""
        yield kind, name, source


def _name(text: str) -> str:
    return " ".join(form_of(text).plain)


def read_decisions(path: Path) -> Decisions:
    """The decisions of a file. Raises `DecisionError`."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DecisionError(f"{path}: cannot be read as TOML ({error}). Mend it, or leave out --merges.") from error
    unknown = set(raw) - {"same", "different"}
    if unknown:
        raise DecisionError(f"{path}: {sorted(unknown)[0]!r} is not known. Write [[same]] or [[different]].")
    same: dict[Selector, list[int]] = {}
    apart: dict[Selector, list[tuple[int, int]]] = {}
    for number, entry in enumerate(raw.get("same", [])):
        for selector in _things(entry, path):
            same.setdefault(selector, []).append(number)
    for number, entry in enumerate(raw.get("different", [])):
        for at, selector in enumerate(_things(entry, path)):
            apart.setdefault(selector, []).append((number, at))
    return Decisions({k: tuple(v) for k, v in same.items()}, {k: tuple(v) for k, v in apart.items()})


def _things(entry: Any, path: Path) -> list[Selector]:
    """The selectors of one decision."""
    if not isinstance(entry, dict) or set(entry) - _KEYS or not isinstance(entry.get("class"), str):
        raise DecisionError(f"{path}: a decision has a class, things and perhaps a reason; found {entry!r}.")
    things = entry.get("things")
    if not isinstance(things, list) or len(things) < 2 or not all(isinstance(thing, str) for thing in things):
        raise DecisionError(f"{path}: 'things' of a decision are two names or more; found {things!r}.")
    return [_selector(entry["class"], thing, path) for thing in things]


def _selector(kind: str, thing: str, path: Path) -> Selector:
    if thing.startswith("id:") or "://" in thing:
        iri = expand(thing) if thing.startswith("id:") else thing
        if iri not in vocabulary.entries():
            raise DecisionError(
                f"{path}: {thing} is no entry of the vocabulary. Things of texts are named by their names, "
                'as in "Kredo Foundation" or "Kredo Foundation @ page.txt".'
            )
        return kind, iri, ""
    name, at, source = thing.partition(" @ ")
    if not _name(name):
        raise DecisionError(f"{path}: {thing!r} holds no word. Write a name.")
    return kind, _name(name), source.strip() if at else ""
