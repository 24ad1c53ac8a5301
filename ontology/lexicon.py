"""Lexicons: how things are said in one language, read from `lexicon/<lang>.toml` and checked against the ontology.

A frame's trigger is a row of literal stretches and places (`{s}`, `{o}`). Its first literal stretch is the anchor
that the automaton
finds; the rest is checked around it. Format: docs/knowledge-files.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from ontology.foreign import with_foreign
from ontology.patterns import PatternError, expand
from ontology.pronouns import with_pronouns
from ontology.schema import Property, properties

PERIOD = "period"
Place = Literal["s", "o"]
Part = Place | frozenset[tuple[str, ...]]


class LexiconError(ValueError):
    """A lexicon that cannot be used; the message names the file, the rule, the cause and the remedy."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One arrangement of a frame around its anchor: what stands before the anchor and after it, in text order."""

    frame: int
    before: tuple[Place, ...]
    after: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """How a language says a property. `id` is the rule id; `subject` and `object` are the classes that may fill the
    places."""

    id: str
    property: str
    subject: frozenset[str]
    object: frozenset[str]
    reach: Literal["near", "sentence"]
    tight: bool
    modality: str | None
    triggers: tuple[str, ...]
    example: str
    counter: tuple[str, ...]
    aside: bool = False
    states: bool = False


@dataclass(frozen=True, slots=True)
class Declension:
    """How names of bodies change in a language. `heads`: endings of head nouns, the longest first, and their base form.
    `adjectives`: endings of stems that show an adjective; `endings`: what may follow them; `agree`: the ending in the
    base form, and the head nouns that want it. `genitive`: endings of a first word after which the name goes on in
    lower case to its head noun ("Lahden ammattikorkeakoulu"). `plurals`: plural head nouns and their singular.
    `spelling`: how the ends of adjectives are spelt ("ky" as "ki"). `leading`: endings of adjectives with a capital
    after which a name goes on in lower case to its head noun ("Zasavska ljudska univerza"). `complements`: endings
    of genitives in lower case that go on with a name behind its head noun, by kind. `company`: endings of the case
    that says "together with" ("Egyesülettel")."""

    heads: dict[str, str]
    adjectives: tuple[str, ...]
    endings: tuple[str, ...]
    agree: dict[str, tuple[str, ...]]
    genitive: tuple[str, ...]
    plurals: dict[str, str] = field(default_factory=dict)
    spelling: dict[str, str] = field(default_factory=dict)
    leading: tuple[str, ...] = ()
    complements: dict[str, tuple[str, ...]] = field(default_factory=dict)
    company: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's lexicon. `lowercase_names`: names of bodies go on in lower case after
    their first word ("Office national de l'accueil"). `home` are the countries (alpha-2) where the language is at
    home. `numbers` are number words that stand before a scale word ("two million").
    `words`, `nouns`, `fields`, `contexts` map a category to its patterns."""

    language: str
    name: str
    version: str
    words: dict[str, tuple[str, ...]]
    duration_units: dict[str, tuple[str, ...]]
    months: dict[str, int]
    date_order: str
    range_from: tuple[str, ...]
    range_to: tuple[str, ...]
    scale: dict[str, float]
    currencies: dict[str, str]
    decimal: str
    nouns: dict[str, tuple[str, ...]]
    fields: dict[str, tuple[str, ...]]
    contexts: dict[str, tuple[str, ...]]
    frames: tuple[Frame, ...]
    capitalised_nouns: bool = False
    home: tuple[str, ...] = ()
    lowercase_names: bool = False
    declension: Declension = Declension({}, (), (), {}, ())
    numbers: dict[str, int] = field(default_factory=dict)


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon (ISO 639-1), sorted."""
    folder = files("ontology") / "lexicon"
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".toml")))


def _patterns(table: dict[str, Any], file: str, section: str) -> dict[str, tuple[str, ...]]:
    for key, value in table.items():
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise LexiconError(f"{file}: [{section}] {key} must be a list of patterns in quotes")
    return {key: tuple(value) for key, value in table.items()}


def _allowed(raw: dict[str, Any], side: str, prop: Property, where: str) -> frozenset[str]:
    ontology = prop.subjects if side == "subject" else prop.objects
    wanted = frozenset(raw.get(side, ontology))
    if not wanted <= ontology:
        extra = ", ".join(sorted(wanted - ontology))
        raise LexiconError(
            f"{where}: {extra} cannot be the {side} of {prop.name}; the ontology allows {sorted(ontology)}"
        )
    return wanted


def _frame(raw: dict[str, Any], language: str, file: str) -> Frame:
    where = f"{file}: frame {raw.get('property', '?')}.{raw.get('name', '?')}"
    missing = [key for key in ("property", "name", "triggers", "example", "counter") if not raw.get(key)]
    if missing:
        raise LexiconError(f"{where}: {', '.join(missing)} missing")
    name = raw["property"]
    prop = properties().get("startDate" if name == PERIOD else name)
    if prop is None:
        raise LexiconError(f"{where}: the ontology has no property {name!r}")
    counter = raw["counter"]
    return Frame(
        f"{language}.{name}.{raw['name']}",
        name,
        _allowed(raw, "subject", prop, where),
        _allowed(raw, "object", prop, where),
        raw.get("reach", "near"),
        bool(raw.get("tight", False)),
        raw.get("modality"),
        tuple(raw["triggers"]),
        raw["example"],
        tuple([counter] if isinstance(counter, str) else counter),
        bool(raw.get("aside", False)),
        bool(raw.get("states", False)),
    )


def _check_names(frames: tuple[Frame, ...], file: str) -> None:
    ids = [frame.id for frame in frames]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise LexiconError(f"{file}: two frames share the name {twice[0]}; give each its own")


@lru_cache(maxsize=64)
def load(language: str) -> Lexicon:
    """The lexicon of a language. Raises LexiconError with file, cause and remedy."""
    file = f"ontology/lexicon/{language}.toml"
    path = files("ontology") / "lexicon" / f"{language}.toml"
    if not path.is_file():
        raise LexiconError(f"{file}: no such lexicon; there are {', '.join(languages())}")
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: not valid TOML ({error})") from error
    words = dict(raw["words"])
    units = words.pop("duration_units", {})
    dates, money = raw["dates"], raw["money"]
    frames = tuple(_frame(frame, language, file) for frame in raw["frame"])
    _check_names(frames, file)
    small, nouns = with_foreign(language, _patterns(words, file, "words"), _patterns(raw["nouns"], file, "nouns"))
    return Lexicon(
        language,
        raw["name"],
        str(raw["version"]),
        small,
        {k: tuple(v) for k, v in units.items()},
        dict(dates["months"]),
        dates.get("order", "dmy"),
        tuple(dates.get("range_from", ())),
        tuple(dates.get("range_to", ())),
        dict(money["scale"]),
        dict(money["currencies"]),
        money.get("decimal", ","),
        nouns,
        _patterns(raw["fields"], file, "fields"),
        _patterns(raw["contexts"], file, "contexts"),
        frames,
        bool(raw.get("capitalised_nouns", False)),
        tuple(raw.get("home", ())),
        bool(raw.get("lowercase_names", False)),
        _declension(raw.get("names", {}), file),
        dict(money.get("numbers", {})),
    )


def _declension(raw: dict[str, Any], file: str) -> Declension:
    known = {"heads", "adjectives", "endings", "agree", "genitive", "plurals", "spelling", "leading", "complements"}
    if unknown := set(raw) - known - {"company"}:
        raise LexiconError(f"{file}: [names] {', '.join(sorted(unknown))} is unknown; see docs/knowledge-files.md")
    return Declension(
        dict(sorted(raw.get("heads", {}).items(), key=lambda pair: -len(pair[0]))),
        tuple(raw.get("adjectives", ())),
        tuple(raw.get("endings", ())),
        {ending: tuple(nouns) for ending, nouns in raw.get("agree", {}).items()},
        tuple(raw.get("genitive", ())),
        dict(raw.get("plurals", {})),
        dict(raw.get("spelling", {})),
        tuple(raw.get("leading", ())),
        {kind: tuple(endings) for kind, endings in raw.get("complements", {}).items()},
        tuple(raw.get("company", ())),
    )


def shapes(lexicon: Lexicon) -> Iterable[tuple[tuple[str, ...], Shape]]:
    """All (anchor row, shape) pairs of a lexicon's frames; an empty anchor means that subject and object touch."""
    grouped: dict[
        tuple[int, tuple[str, ...], tuple[Place, ...], tuple[str, ...]], set[tuple[tuple[str, ...], ...]]
    ] = {}
    for index, frame in enumerate(lexicon.frames):
        for trigger in frame.triggers:
            try:
                rows = expand(trigger)
            except PatternError as error:
                raise LexiconError(f"ontology/lexicon/{lexicon.language}.toml: {frame.id}: {error}") from error
            for row in (one for each in rows for one in with_pronouns(each, lexicon.words)):
                before, anchor, after, literals = _cut(row)
                grouped.setdefault((index, anchor, before, after), set()).add(literals)
    for (index, anchor, before, after), literals_set in grouped.items():
        columns = (
            [frozenset(column) for column in zip(*sorted(literals_set), strict=True)] if literals_set != {()} else []
        )
        parts: list[Part] = []
        for part in after:
            parts.append("s" if part == "s" else "o" if part == "o" else columns.pop(0))
        yield anchor, Shape(index, before, tuple(parts))


def _cut(
    row: tuple[str, ...],
) -> tuple[tuple[Place, ...], tuple[str, ...], tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Split a row into places before the anchor, the anchor, the parts after it ("s", "o", "L"), and the later
    literals."""
    before: list[Place] = []
    at = 0
    while at < len(row) and row[at] in ("{s}", "{o}"):
        before.append("s" if row[at] == "{s}" else "o")
        at += 1
    end = at
    while end < len(row) and not row[end].startswith("{"):
        end += 1
    after: list[str] = []
    literals: list[tuple[str, ...]] = []
    rest = end
    while rest < len(row):
        if row[rest] in ("{s}", "{o}"):
            after.append(row[rest][1])
            rest += 1
            continue
        stop = rest
        while stop < len(row) and not row[stop].startswith("{"):
            stop += 1
        after.append("L")
        literals.append(row[rest:stop])
        rest = stop
    return tuple(before), row[at:end], tuple(after), tuple(literals)
