"""From a question in plain words to what it asks for: by the names of things and the words of `queries.wording`.

Nothing is guessed. Every word of the question is a name, has a meaning, or says nothing by itself; a word that is
none of these is told, and the question is not answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from ontology.automaton import Automaton, disjoint
from ontology.namespaces import IG
from ontology.patterns import plain
from ontology.vocabulary import CONCEPT_KINDS, entries
from ontology.words import WORD, fold
from queries.catalogue import ENTITY_CLASSES
from queries.parameters import Resolver
from queries.wording import Found, Meaning, Wording

#: Which class a name stands for where several share it, the likeliest first.
LIKELY = (
    *("Country", "BeneficiaryGroup", "ActivityType", "Theme", "Fund", "Organisation", "Project", "Call", "Policy"),
    *("Event", "Output", "Place"),
)
#: The role of those who carry a project out or are partners in it, whichever of the two.
TAKES_PART = "takesPart"
_TYPES = {kind: name for name, kind in ENTITY_CLASSES.items()}
_ANY_CASE = CONCEPT_KINDS | {"Country"}
_EXACT = frozenset({"acronym", "isoCode", "code"})


class Thing(NamedTuple):
    """What a name stands for: an IRI, its class, and the words of the question (first, and one past the last)."""

    iri: str
    kind: str
    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a question asks for.

    `wanted` is a key of the wordings' [wanted], `role` the property by which the wanted body is tied (empty: any),
    `things` maps parameter types ("country", "group", …) to what is named, `ties` a named body to its property (empty:
    any), `question` is the name of a catalogue question meant as a whole, `unknown` the words without meaning.
    """

    wanted: str = ""
    role: str = ""
    things: Mapping[str, tuple[Thing, ...]] = field(default_factory=dict)
    ties: Mapping[str, str] = field(default_factory=dict)
    years: tuple[str, ...] = ()
    count: bool = False
    question: str = ""
    unknown: tuple[str, ...] = ()


class _Name(NamedTuple):
    iri: str
    kind: str
    exact: str


class Names:
    """The names by which a question may call the things of a dataset and the concepts of the vocabulary."""

    def __init__(self, resolver: Resolver, language: str) -> None:
        self._automaton: Automaton[_Name] = Automaton()
        for kind, names in resolver.names().items():
            if kind.removeprefix(IG) not in LIKELY:
                continue
            for name in names:
                if name.kind != "sameAs":
                    exact = name.text if name.kind in _EXACT else ""
                    self._learn(plain(name.text), _Name(name.thing, kind.removeprefix(IG), exact))
        for entry in entries().values():
            if entry.kind in _ANY_CASE:
                named = [plain(text) for text, lang in entry.labels if lang in (language, "")]
                for pattern in [*named, *(text for text, lang in entry.patterns if lang == language)]:
                    self._learn(pattern, _Name(entry.iri, entry.kind, ""))

    def _learn(self, pattern: str, name: _Name) -> None:
        if any(map(str.isalnum, pattern)):
            self._automaton.add(pattern, name)

    def read(self, words: Sequence[str], forms: Sequence[str]) -> list[Thing]:
        """The things that a question names; the longest name stands, of equals the likeliest class."""
        found = [
            match
            for match in self._automaton.find(words, 0, len(words))
            if _as_written(match.payload, forms[match.first : match.last])
        ]
        found.sort(key=lambda m: (m.first - m.last, LIKELY.index(m.payload.kind), m.first, m.payload.iri))
        things = [
            Thing(m.payload.iri, m.payload.kind, " ".join(forms[m.first : m.last]), m.first, m.last)
            for m in disjoint(found)
        ]
        return sorted(things, key=lambda thing: thing.first)


def _as_written(name: _Name, forms: Sequence[str]) -> bool:
    """Acronyms in their case; names of things with a capital, unless they are long; concepts, countries in any case."""
    if name.exact:
        return " ".join(forms) == name.exact
    return name.kind in _ANY_CASE or forms[0][:1].isupper() or len(forms) >= 3


def understand(question: str, wording: Wording, names: Names) -> Understanding:
    """What a question asks for."""
    forms = [match.group() for match in WORD.finditer(question)]
    words = [fold(form) for form in forms]
    things = [thing for thing in names.read(words, forms) if not _is_plain(thing, wording, words)]
    taken = {i for thing in things for i in range(thing.first, thing.last)}
    meanings = [m for m in wording.read(words) if not taken & set(range(m.first, m.last))]
    taken |= {i for m in meanings for i in range(m.first, m.last)}
    years = tuple(w for w in words if len(w) == 4 and w.isdecimal() and w[:2] in ("19", "20"))
    unknown = tuple(form for i, form in enumerate(forms) if i not in taken and words[i] not in years)
    whole = next((m.meaning.key for m in meanings if m.meaning.section == "catalogue"), "")
    wanted, role, ties = _roles(meanings, things)
    by_type = sorted(things, key=lambda thing: (_TYPES[thing.kind], thing.first))
    return Understanding(
        wanted=wanted,
        role=role,
        things={kind: tuple(group) for kind, group in groupby(by_type, key=lambda thing: _TYPES[thing.kind])},
        ties=ties,
        years=years,
        count=any(m.meaning == Meaning("ask", "count") for m in meanings),
        question=whole,
        unknown=unknown,
    )


def _is_plain(thing: Thing, wording: Wording, words: Sequence[str]) -> bool:
    """Tell whether the words of a concept's name are just how questions are put ("support", "women's activities")."""
    if thing.kind not in CONCEPT_KINDS or thing.last - thing.first > 1:
        return False
    return any(m.meaning.section in ("wanted", "relation") for m in wording.read(words[thing.first : thing.last]))


#: Things asked for that are bodies in a role of their own.
_BODIES = {"funder": "fundedBy", "implementer": "implementedBy", "partner": "hasPartner"}


def _roles(meanings: Iterable[Found], things: Sequence[Thing]) -> tuple[str, str, dict[str, str]]:
    """What is asked for, in which role if it is a body, and the roles of the bodies that are named.

    A verb belongs to the body that is asked for ("who funds …"), unless a fund is named and the verb is about money, or
    the verb stands nearer to a named body than to the word that asks.
    """
    meanings = list(meanings)
    asked = next((m for m in meanings if m.meaning.section == "wanted"), None)
    wanted = asked.meaning.key if asked else ""
    role = _BODIES.get(wanted, "")
    if role:
        wanted = "body"
    bodies = [thing for thing in things if thing.kind == "Organisation"]
    funds = any(thing.kind == "Fund" for thing in things)
    ties = {thing.iri: "" for thing in bodies}
    for verb in (m for m in meanings if m.meaning.section == "relation"):
        key = verb.meaning.key
        if key == TAKES_PART:
            ties.update((iri, key) for iri, tie in ties.items() if not tie)
            role = role or (key if wanted == "body" else "")
            continue
        if funds and key == "fundedBy":
            continue
        near = min(bodies, key=lambda thing: _gap(verb, thing.first, thing.last), default=None)
        mine = asked is not None and wanted == "body" and not role
        if (
            mine
            and asked
            and (near is None or _gap(verb, asked.first, asked.last) <= _gap(verb, near.first, near.last))
        ):
            role = key
        elif near is not None:
            ties[near.iri] = key
        elif wanted == "body" and not role:
            role = key
    return wanted, role, ties


def _gap(verb: Found, first: int, last: int) -> int:
    return max(first - verb.last, verb.first - last, 0)
