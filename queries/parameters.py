"""What a person means by "Italy", "IOM" or "rifugiati": from words to the terms of a dataset.

A value is looked up in steps, from the surest to the least sure: an IRI, a code or acronym as it is written, a name in
any language, and then the same in any case. The first step that finds something decides; if it finds several things,
they are listed and a person has to choose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from ontology.namespaces import ID, IG, PREFIXES, SCHEME
from queries.catalogue import ENTITY_CLASSES, CatalogueError, Parameter, Question
from queries.runner import Engine, Table
from queries.terms import Term, local_name

_NAMES = """
SELECT DISTINCT ?class ?thing ?property ?label WHERE {
  VALUES ?property {
    skos:prefLabel skos:altLabel skos:hiddenLabel ig:acronym ig:isoCode skos:notation rdfs:label ig:code owl:sameAs
  }
  ?thing a ?class ; ?property ?label .
} ORDER BY ?thing ?property STR(?label)
"""
_CODES = frozenset({"acronym", "isoCode", "notation", "code"})
_MAX_LISTED = 8


class ParameterError(CatalogueError):
    """A value for a parameter is unknown, ambiguous or malformed; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a thing; `kind` is the property that gives it (prefLabel, altLabel, acronym, isoCode, …)."""

    thing: str
    kind: str
    text: str


class Resolver:
    """Finds the terms that words stand for in one dataset. Reads the dataset's names once, when first needed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._names: dict[str, list[Name]] | None = None

    def resolve_all(self, question: Question, values: Mapping[str, str]) -> dict[str, Term]:
        """The terms for all parameters given, and the defaults of those that are not."""
        given = dict(values)
        for parameter in question.parameters:
            if parameter.default is not None:
                given.setdefault(parameter.name, parameter.default)
        return {name: self.resolve(question.parameter(name), value) for name, value in sorted(given.items())}

    def resolve(self, parameter: Parameter, value: str) -> Term:
        """The term that a value stands for; a `ParameterError` if there is none, or more than one."""
        value = value.strip()
        if not value:
            raise ParameterError(f"--{parameter.name} is empty. Give a value, such as: {parameter.example}.")
        if parameter.types == ("year",):
            return _year(parameter, value)
        if parameter.types == ("property",):
            return _property(parameter, value)
        names = self._names_of(parameter.types)
        found = _lookup(value, names)
        if len(found) == 1:
            return ox.NamedNode(found[0])
        if found:
            raise ParameterError(
                f"--{parameter.name} '{value}' may mean {len(found)} things: {_listed(found, names)}. "
                "Give the IRI, or a name that only one of them has."
            )
        raise ParameterError(_unknown(parameter, value, names))

    def names(self) -> Mapping[str, Sequence[Name]]:
        """All names of the dataset's things, by the IRI of their class."""
        if self._names is None:
            self._names = _read_names(self._engine)
        return self._names

    def _names_of(self, types: tuple[str, ...]) -> list[Name]:
        named = self.names()
        if "entity" in types:
            chosen: Iterable[str] = named
        else:
            chosen = [IG + ENTITY_CLASSES[kind] for kind in types if kind in ENTITY_CLASSES]
        return [name for kind in chosen for name in named.get(kind, [])]


def fold(text: str) -> str:
    """A name without case, accents and punctuation, for comparing."""
    flat = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(char for char in flat if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", kept)))


def _read_names(engine: Engine) -> dict[str, list[Name]]:
    answer = engine.query(_NAMES, {})
    names: dict[str, list[Name]] = {}
    for kind, thing, prop, label in answer.rows if isinstance(answer, Table) else ():
        if not isinstance(kind, ox.NamedNode) or not isinstance(thing, ox.NamedNode):
            continue
        if isinstance(prop, ox.NamedNode) and isinstance(label, ox.NamedNode | ox.Literal):
            names.setdefault(kind.value, []).append(Name(thing.value, local_name(prop.value), label.value))
    return {kind: names[kind] for kind in sorted(names)}


def _lookup(value: str, names: list[Name]) -> list[str]:
    iris = _as_iris(value)
    folded = fold(value)
    steps: tuple[Callable[[Name], bool], ...] = (
        lambda name: name.thing in iris or (name.kind == "sameAs" and name.text in iris),
        lambda name: name.kind in _CODES and name.text == value,
        lambda name: name.kind == "prefLabel" and name.text == value,
        lambda name: name.kind != "sameAs" and bool(folded) and fold(name.text) == folded,
    )
    for step in steps:
        found = sorted({name.thing for name in names if step(name)})
        if found:
            return found
    return []


def _as_iris(value: str) -> frozenset[str]:
    bare = value.removeprefix("<").removesuffix(">")
    prefix, colon, rest = bare.partition(":")
    spellings = {bare}
    if colon and prefix in PREFIXES:
        spellings.add(PREFIXES[prefix] + rest)
    if "/" in bare and not colon:
        spellings |= {ID + bare, SCHEME + bare}
    return frozenset(spellings)


def _year(parameter: Parameter, value: str) -> Term:
    if not re.fullmatch(r"[0-9]{4}", value):
        raise ParameterError(
            f"--{parameter.name} '{value}' is not a year. Write four digits, such as {parameter.example}."
        )
    return ox.Literal(value)


def _property(parameter: Parameter, value: str) -> Term:
    match = re.fullmatch(r"(?:([a-z]+):)?([A-Za-z][A-Za-z0-9]*)", value)
    if match and (match.group(1) or "ig") in PREFIXES:
        return ox.NamedNode(PREFIXES[match.group(1) or "ig"] + match.group(2))
    try:
        return ox.NamedNode(value.removeprefix("<").removesuffix(">"))
    except ValueError as error:
        raise ParameterError(
            f"--{parameter.name} '{value}' is not a property. Write its name, such as {parameter.example}."
        ) from error


def _listed(things: list[str], names: list[Name]) -> str:
    best: dict[str, str] = {}
    for name in sorted(names, key=lambda n: (n.thing, n.kind != "prefLabel", n.kind in _CODES, n.text)):
        best.setdefault(name.thing, name.text)
    shown = [f"{best.get(thing, local_name(thing))} <{thing}>" for thing in things[:_MAX_LISTED]]
    more = len(things) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "")


def _unknown(parameter: Parameter, value: str, names: list[Name]) -> str:
    from rapidfuzz import fuzz, process

    kinds = " or ".join(parameter.types)
    spellings: dict[str, str] = {}
    for name in names:
        if name.kind != "sameAs":
            spellings.setdefault(name.text, name.thing)
    ordered = sorted(spellings)
    found = process.extract(fold(value), ordered, scorer=fuzz.WRatio, processor=fold, limit=20, score_cutoff=60)
    near = list(dict.fromkeys(spellings[text] for text, _, _ in found))[:5]
    message = f"--{parameter.name} '{value}': this dataset has no {kinds} of that name."
    if near:
        return f"{message} Near: {_listed(near, names)}."
    return f"{message} It names {len({name.thing for name in names})} of them; 'integraph query labels' shows names."
