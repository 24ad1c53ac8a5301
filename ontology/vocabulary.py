"""The vocabulary: every concept, fund, body, policy, country and place that is known by name.

Read once from the Turtle and TSV files beside this module. Extraction takes its dictionary from here, the RDF writer
its labels.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple

import pyoxigraph as ox

from ontology import kept

IG = "https://w3id.org/integraph/ontology#"
ID = "https://w3id.org/integraph/id/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
CONCEPT_KINDS = frozenset({"BeneficiaryGroup", "Theme", "ActivityType"})
_LABELS = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel")
IRI = ""
Pair = tuple[int, str, str]  # number of the predicate, value, and IRI, a language, or "^" and a datatype


class VocabularyError(ValueError):
    """A vocabulary file that cannot be used; the message names the file, the cause and the remedy."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A vocabulary entry.

    `kind` is the local name of its class. `labels` and `patterns` are (text, language) pairs. `country` is the
    alpha-2 code of
    a country or of the country a place lies in. `ambiguous`: to be taken only where a frame or field asks for it.
    `attach` is "cue"
    where a bare mention does not say that a project serves or does it. `caseless`: people write its name without a
    capital, too ("state budget").
    """

    iri: str
    kind: str
    notation: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    patterns: tuple[tuple[str, str], ...] = ()
    acronyms: tuple[str, ...] = ()
    country: str = ""
    ambiguous: bool = False
    attach: str = ""
    broader: tuple[str, ...] = ()
    caseless: bool = False

    def label(self, language: str = "en") -> str:
        """The preferred label in a language, or in English, or the first there is."""
        for wanted in (language, "en"):
            for text, lang in self.labels:
                if lang == wanted:
                    return text
        return self.labels[0][0] if self.labels else self.iri.rsplit("/", 1)[-1]


def turtle_files() -> list[Traversable]:
    """The vocabulary's Turtle files, in a fixed order."""
    root = files("ontology")
    found = []
    for room in ("schemes", "authorities"):
        for folder in (root / room, root / room / "labels", root / room / "definitions"):
            if folder.is_dir():
                found += sorted((f for f in folder.iterdir() if f.name.endswith(".ttl")), key=lambda f: f.name)
    return found


class _Described(NamedTuple):
    """What the Turtle files say: their predicates, and of each subject its pairs, in the files' order."""

    predicates: list[str]
    subjects: dict[str, list[Pair]]


@lru_cache(maxsize=1)
def _described() -> _Described:
    """The Turtle files' contents; kept compiled, as parsing takes long."""
    return kept.compiled("vocabulary", _parsed, list, _from_data)


def _from_data(data: Any) -> _Described:
    predicates, subjects = data
    if not isinstance(subjects, dict):
        raise TypeError("no table of subjects")
    return _Described(predicates, subjects)


def _parsed() -> _Described:
    predicates: dict[str, int] = {}
    subjects: dict[str, list[Pair]] = {}
    for file in turtle_files():
        try:
            for quad in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE):
                term = quad.object
                if isinstance(quad.subject, ox.NamedNode) and isinstance(term, (ox.NamedNode, ox.Literal)):
                    number = predicates.setdefault(quad.predicate.value, len(predicates))
                    subjects.setdefault(quad.subject.value, []).append((number, term.value, _sort(term)))
        except SyntaxError as error:
            raise VocabularyError(
                f"{file}: not valid Turtle ({error}); mend the file or reinstall integraph"
            ) from error
    return _Described(list(predicates), subjects)


def _sort(term: ox.NamedNode | ox.Literal) -> str:
    return IRI if isinstance(term, ox.NamedNode) else term.language or f"^{term.datatype.value}"


def _entry(iri: str, predicates: Sequence[str], pairs: Iterable[Pair]) -> Entry | None:
    """The entry of a subject that has a class of the ontology."""
    kind = ""
    texts: dict[str, list[tuple[str, str]]] = {}
    broader = []
    for number, value, sort in pairs:
        predicate = predicates[number]
        if sort != IRI:
            texts.setdefault(predicate, []).append((value, "" if sort[0] == "^" else sort))
        elif predicate == SKOS + "broader":
            broader.append(value)
        elif predicate == RDF_TYPE and not kind and value.startswith(IG):
            kind = value[len(IG) :]
    if not kind:
        return None

    def values(predicate: str) -> tuple[str, ...]:
        return tuple(value for value, _ in texts.get(predicate, ()))

    return Entry(
        iri,
        kind,
        notation=next(iter(values(SKOS + "notation")), ""),
        labels=tuple(dict.fromkeys(pair for wanted in _LABELS for pair in texts.get(wanted, ()))),
        patterns=tuple(dict.fromkeys(texts.get(IG + "pattern", ()))),
        acronyms=values(IG + "acronym"),
        country=next((c for c in values(IG + "isoCode") if len(c) == 2), ""),
        ambiguous="true" in values(IG + "ambiguous"),
        attach=next(iter(values(IG + "attach")), ""),
        broader=tuple(broader),
        caseless="true" in values(IG + "caseless"),
    )


@lru_cache(maxsize=1)
def entries() -> dict[str, Entry]:
    """All entries of the Turtle files by IRI."""
    predicates, subjects = _described()
    found = ((iri, _entry(iri, predicates, pairs)) for iri, pairs in subjects.items())
    return {iri: entry for iri, entry in found if entry}


def describe(iri: str) -> Iterable[tuple[str, ox.NamedNode | ox.Literal]]:
    """The (predicate IRI, object) pairs that the vocabulary holds about an entry; none for an unknown IRI."""
    predicates, subjects = _described()
    return tuple((predicates[number], _term(value, sort)) for number, value, sort in subjects.get(iri, ()))


def _term(value: str, sort: str) -> ox.NamedNode | ox.Literal:
    if sort == IRI:
        return ox.NamedNode(value)
    return ox.Literal(value, datatype=ox.NamedNode(sort[1:])) if sort[0] == "^" else ox.Literal(value, language=sort)


@lru_cache(maxsize=1)
def countries() -> dict[str, Entry]:
    """Countries by alpha-2 code."""
    return {entry.country: entry for entry in entries().values() if entry.kind == "Country" and entry.country}


@lru_cache(maxsize=1024)
def depth(iri: str) -> int:
    """How many steps a concept stands below the broadest one; 0 for what is no concept."""
    entry = entries().get(iri)
    return 1 + max(map(depth, entry.broader)) if entry and entry.broader else 0


@lru_cache(maxsize=1)
def places() -> tuple[Entry, ...]:
    """Regions and cities of `authorities/places.tsv` (columns: name, country, kind, names, ambiguous)."""
    found = []
    for row in _place_rows():
        names = [row["name"], *(n for n in (row.get("names") or "").split("|") if n)]
        labels = [(n, "") for n in dict.fromkeys(names)] + [
            pair for n in (row.get("care") or "").split("|") if n for pair in _safe_in(n)
        ]
        found.append(
            Entry(
                "",
                "Place",
                labels=tuple(labels),
                country=row["country"],
                ambiguous=bool(row.get("ambiguous")),
                attach=row["kind"],
            )
        )
    return tuple(found)


def _place_rows() -> list[dict[str, str]]:
    file = files("ontology") / "authorities" / "places.tsv"
    if not file.is_file():
        return []
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@lru_cache(maxsize=1)
def careful_places() -> tuple[tuple[str, str, str], ...]:
    """(further name, first name, country) of places whose further name is also an everyday word or a person's
    ("Milan"), so that it stands for the place only behind a word such as "city of"."""
    return tuple(
        (name.partition("@")[0], row["name"], row["country"])
        for row in _place_rows()
        for name in (row.get("care") or "").split("|")
        if name
    )


def _safe_in(name: str) -> list[tuple[str, str]]:
    """The (name, language) pairs of a `care` name: "Roma@it,es" is safe in those languages only, without "@" in
    none."""
    text, _, langs = name.partition("@")
    return [(text, lang) for lang in langs.split(",") if lang]


@lru_cache(maxsize=1)
def demonyms() -> tuple[tuple[str, str, str], ...]:
    """(language, pattern, country code) of nationality adjectives and names of peoples."""
    file = files("ontology") / "authorities" / "demonyms.tsv"
    if not file.is_file():
        return ()
    lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return tuple(
        (row["lang"], row["pattern"], row["code"])
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    )
