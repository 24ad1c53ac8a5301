"""What one language says around the names of people, compiled: its cues, and what is no name of a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.marking.compiled import Cue, Payload, Term
from graph.marking.language import language
from graph.privacy.spelling import words_of
from ontology.automaton import Automaton, Match
from ontology.lexicon import Lexicon
from ontology.people import Wording, wording
from ontology.words import fold

_NOUNS = frozenset(
    {"organisation", "lowercase_organisation", "fund", "call", "event", "output", "policy", "project", "unit", "place"}
    | {"roles"}
)
_SMALL = ("articles", "of")
_FUNCTION = ("stop", "articles", "and", "of")
_KINDS = ("naming", "called", "persons", "kin", "ages", "says", "acts", "traits", "captions")
DEMONYM = "demonym"


@dataclass(frozen=True, slots=True)
class Signs:
    """`cues` find what betrays a person, as (kind, whether the name stands before it). `small` and `function` are
    folded words."""

    cues: Automaton[tuple[str, bool]]
    wording: Wording
    small: frozenset[str]
    function: frozenset[str]
    nouns_capitalised: bool
    people: Automaton[str]
    vocabulary: Automaton[Payload]

    def nouns(self, words: Sequence[str], first: int, last: int) -> Iterator[Match[str]]:
        """The nouns for bodies, projects and other things that bear names, and for persons, among some words."""
        for match in self.vocabulary.find(words, first, last):
            if isinstance(match.payload, Cue) and match.payload.section == "nouns" and match.payload.category in _NOUNS:
                yield Match(match.first, match.last, match.payload.category)
        yield from self.people.find(words, first, last)

    def known(self, words: Sequence[str], first: int, last: int) -> Iterator[Match[str]]:
        """What the vocabulary names among some words: the class of each, or `DEMONYM`."""
        for match in self.vocabulary.find(words, first, last):
            if isinstance(match.payload, Term):
                yield Match(match.first, match.last, match.payload.entry.kind)
            elif isinstance(match.payload, Cue) and match.payload.section == DEMONYM:
                yield Match(match.first, match.last, DEMONYM)


@lru_cache(maxsize=32)
def signs_of(code: str) -> Signs:
    """What a language (ISO 639-1, one with a lexicon) says around people, and what is no name of one."""
    own, compiled = wording(code), language(code)
    cues: Automaton[tuple[str, bool]] = Automaton()
    people: Automaton[str] = Automaton()
    for kind in _KINDS:
        for phrase in getattr(own, kind):
            cues.add_row(_row(phrase.lstrip("< ")), (kind, phrase.startswith("<")))
            if kind in ("persons", "kin"):
                people.add_row(_row(phrase), kind)
    function = _words(compiled.lexicon, _FUNCTION) | {fold(month) for month in compiled.lexicon.months}
    small = _words(compiled.lexicon, _SMALL)
    return Signs(cues, own, small, function, compiled.lexicon.capitalised_nouns, people, compiled.automaton)


def _row(phrase: str) -> list[str]:
    """A phrase as elements of an automaton; `#` is a number, `*` any beginning or end."""
    row: list[str] = []
    for part in phrase.split():
        head = part[0] if part[0] in "#*" else ""
        tail = "*" if len(part) > 1 and part.endswith("*") else ""
        words = [word.text for word in words_of(part.strip("#*"))] or [""]
        words[0], words[-1] = head + words[0], words[-1] if len(words) > 1 else head + words[-1] + tail
        row += [word for word in words if word]
    return row


def _words(lexicon: Lexicon, categories: Sequence[str]) -> frozenset[str]:
    return frozenset(fold(p) for name in categories for p in lexicon.words.get(name, ()) if p.isalpha())
