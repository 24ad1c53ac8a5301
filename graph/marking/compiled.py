"""One language's automaton, compiled from the vocabulary's labels and the lexicon, and kept on disk (`ontology.kept`).

What is kept is plain data: the automaton, and for each of its payloads what it is, where vocabulary entries are told by
their place in the vocabulary.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

from ontology import kept
from ontology.automaton import Automaton
from ontology.lexicon import Lexicon, Part, Shape, shapes
from ontology.patterns import plain
from ontology.vocabulary import CONCEPT_KINDS, Entry, demonyms, entries, places
from ontology.words import fold

EVERY_LANGUAGE_KINDS = frozenset({"Organisation", "Fund", "Policy"})
FALLBACK = "en"


class Term(NamedTuple):
    """A vocabulary entry; `case` says how its words must be written: "any", "capital" (at least the first), or the
    exact form."""

    entry: Entry
    case: str


class Cue(NamedTuple):
    """A word list's or head noun's or context's category, such as ("nouns", "organisation")."""

    section: str
    category: str


Payload = Term | Cue | Shape
TERMS, CUES, ANCHORS = range(3)


def sort_of(payload: Payload) -> int:
    """TERMS, CUES or ANCHORS: what a payload is."""
    return TERMS if isinstance(payload, Term) else CUES if isinstance(payload, Cue) else ANCHORS


class Compiled(NamedTuple):
    """The automaton over vocabulary terms, cues and anchors; and the shapes that have no anchor."""

    automaton: Automaton[Payload]
    touching: tuple[Shape, ...]


def compiled(lexicon: Lexicon) -> Compiled:
    """The automaton of a lexicon's language: as it was kept, else made and kept now."""
    code = (files("graph.marking") / "compiled.py").read_bytes()
    parts = hashlib.sha256(kept.knowledge_digest().encode() + code).hexdigest()
    name = f"language-{lexicon.language}"
    found = kept.recall(name, parts, _from_data)
    if found is None:
        found = _compile(lexicon)
        kept.keep(name, parts, _to_data(found))
    return found


def _compile(lexicon: Lexicon) -> Compiled:
    automaton: Automaton[Payload] = Automaton(sort_of)
    for pattern, payload in patterns_of(lexicon):
        automaton.add(pattern, payload)
    touching = []
    for anchor, shape in shapes(lexicon):
        for part in shape.after:
            if isinstance(part, frozenset):
                for row in sorted(part):
                    automaton.learn(row)
        if anchor:
            automaton.add_row(anchor, shape)
        else:
            touching.append(shape)
    return Compiled(automaton, tuple(touching))


def patterns_of(lexicon: Lexicon) -> Iterator[tuple[str, Term | Cue]]:
    """Each pattern of the vocabulary and of the lexicon's word lists that texts in its language are searched for."""
    for pattern, term in _terms(lexicon.language):
        if any(map(str.isalnum, pattern)):
            yield pattern, term
    for section, table in (("words", lexicon.words), ("nouns", lexicon.nouns), ("contexts", lexicon.contexts)):
        for category, patterns in table.items():
            for pattern in patterns:
                if fold(pattern).strip(" .&") or pattern == "&":
                    yield pattern, Cue(section, category)
    for lang, pattern, code in demonyms():
        if lang == lexicon.language:
            yield pattern, Cue("demonym", code)


def _terms(language: str) -> Iterator[tuple[str, Term]]:
    """Each name and pattern by which a text in a language may mention an entry of the vocabulary."""
    for entry in entries().values():
        wide = entry.kind in EVERY_LANGUAGE_KINDS
        term = Term(entry, "any" if entry.kind in CONCEPT_KINDS or entry.caseless else "capital")
        english = entry.label(FALLBACK) if entry.kind == "Country" else None
        for text, lang in entry.labels:
            if wide or lang in (language, "") or (lang == FALLBACK and text == english):
                yield plain(text), term
                if wide and text == text.lower() != text.upper():
                    yield plain(text), Term(entry, text)
        for pattern, lang in entry.patterns:
            if lang in (language, "") or (wide and lang == FALLBACK):
                yield pattern, term
        for acronym in entry.acronyms:
            yield plain(acronym), Term(entry, acronym)
    for place in places():
        term = Term(place, "capital")
        for name, lang in place.labels:
            if lang in (language, ""):
                yield plain(name), term
                if name == name.lower() and " " in name:  # "województwo łódzkie"
                    yield plain(name), Term(place, name)


def _to_data(made: Compiled) -> list[Any]:
    number = {id(entry): index for index, entry in enumerate(_all_entries())}
    payloads: list[list[Any]] = []
    for payload in made.automaton.payloads:
        if isinstance(payload, Term):
            payloads.append(["t", number[id(payload.entry)], payload.case])
        elif isinstance(payload, Cue):
            payloads.append(["c", *payload])
        else:
            payloads.append(["s", *_shape_to_data(payload)])
    return [made.automaton.to_data(), payloads, [_shape_to_data(shape) for shape in made.touching]]


def _from_data(data: Any) -> Compiled:
    automaton, kinds, touching = data
    known = _all_entries()
    payloads: list[Payload] = []
    for kind, *rest in kinds:
        if kind == "t":
            index, case = rest
            payloads.append(Term(known[index], case))
        elif kind == "c":
            payloads.append(Cue(*rest))
        else:
            payloads.append(_shape_from_data(rest))
    made = Automaton.from_data(automaton, payloads, sort_of)
    return Compiled(made, tuple(_shape_from_data(shape) for shape in touching))


def _all_entries() -> Sequence[Entry]:
    return [*entries().values(), *places()]


def _shape_to_data(shape: Shape) -> list[Any]:
    after = [part if isinstance(part, str) else sorted(part) for part in shape.after]
    return [shape.frame, shape.before, after]


def _shape_from_data(data: Iterable[Any]) -> Shape:
    frame, before, after = data
    parts: list[Part] = []
    for part in after:
        parts.append(part if part == "s" or part == "o" else frozenset(map(tuple, part)))
    return Shape(frame, tuple(before), tuple(parts))
