"""How languages speak of people: the wording that betrays a personal name, read from `people/<lang>.toml`.

Format: docs/knowledge-files.md. `people/any.toml` holds what belongs to no language.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files

from ontology.words import fold


class PeopleError(ValueError):
    """A file that cannot be used; the message names the file, the cause and the remedy."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What one language says around the names of people.

    `naming`: what stands before a name and nothing else ("my name is"). `titles`: forms of address. `called`: what
    stands before a name if the sentence spoke of a person ("called"). `persons`: nouns for one person. `kin`: those of
    them that a name may follow at once ("her daughter"). `ages`: ages, `#` for the number. `says`: verbs of speaking,
    before or after a name. `acts`: other things that people do, after a name. `traits`: what people have ("dream").
    `captions`: what stands before the names in a picture's caption. `endings`: case endings of given names.
    """

    naming: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


@lru_cache(maxsize=64)
def wording(language: str) -> Wording:
    """The wording of a language (ISO 639-1); an empty one where there is no file for it. Raises `PeopleError`."""
    found = _table(language)
    known = {field.name for field in fields(Wording)}
    if unknown := sorted(set(found) - known):
        raise PeopleError(f"people/{language}.toml: unknown key {unknown[0]!r}; use {', '.join(sorted(known))}")
    return Wording(**{key: _strings(value, f"people/{language}.toml: {key}") for key, value in found.items()})


@lru_cache(maxsize=1)
def particles() -> frozenset[str]:
    """Small words inside personal names, of any language."""
    return frozenset(_strings(_table("any").get("particles", []), "people/any.toml: particles"))


@lru_cache(maxsize=1)
def honours() -> frozenset[str]:
    """Folded words before a name that bodies bear in someone's honour ("Saint"), of any language."""
    return frozenset(fold(word) for word in _strings(_table("any").get("honours", []), "people/any.toml: honours"))


@lru_cache(maxsize=1)
def mailboxes() -> frozenset[str]:
    """Folded words of e-mail addresses that belong to a body and not to a person, of any language."""
    return frozenset(fold(word) for word in _strings(_table("any").get("mailboxes", []), "people/any.toml: mailboxes"))


def _table(name: str) -> dict[str, object]:
    file = files("ontology") / "people" / f"{name}.toml"
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PeopleError(f"people/{name}.toml: it is no TOML ({error}); mend the line that this names") from error


def _strings(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise PeopleError(f"{where} must be a list of phrases in quotes")
    return tuple(value)
