"""Keeps a document's private names out of its own entities, before anything else sees these."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from graph.model import Entity, Name, Reading, Span
from graph.privacy.spelling import Names

MASK = "█████"


def withheld(reading: Reading) -> Reading:
    """The reading with private names masked in the names of its entities, unless these stand elsewhere in the text.

    An entity that has no other name keeps one mask; what is said of it is refused later on, and counted.
    """
    if not reading.private:
        return reading
    hidden = _Hidden(reading.document.text, reading.private)
    return replace(reading, entities=tuple(hidden.entity(entity) for entity in reading.entities))


class _Hidden:
    def __init__(self, text: str, private: Sequence[Span]) -> None:
        self._text = text
        self._private = sorted(private)
        self._ends = [span.end for span in self._private]
        self._names = Names(text[span.start : span.end] for span in private)

    def entity(self, entity: Entity) -> Entity:
        """An entity without private names."""
        if entity.ref or entity.kind == "Person":
            return entity
        names = tuple(dict.fromkeys(replace(name, text=self._shown(name.text)) for name in entity.names))
        acronyms = tuple(acronym for acronym in entity.acronyms if self._shown(acronym) == acronym)
        if (names, acronyms) == (entity.names, entity.acronyms):
            return entity
        told = tuple(name for name in names if any(map(str.isalnum, name.text)))
        return replace(entity, names=told or (Name(MASK),), acronyms=acronyms, numbers=())

    def _shown(self, name: str) -> str:
        """A name as it may be shown: if all its places in the text are over private spans, masked as the first is."""
        places = Names([name]).spans(self._text)
        if not places:
            return masked(name, self._names.spans(name))
        if not all(self._within(place) for place in places):
            return name
        first = places[0]
        inside = [Span(max(s.start, first.start), min(s.end, first.end)) for s in self._within(first)]
        return " ".join(masked(self._text[: first.end], inside)[first.start :].split())

    def _within(self, place: Span) -> list[Span]:
        """The private spans that touch a place."""
        at = bisect_left(self._ends, place.start + 1)
        return list(takewhile(lambda span: span.start < place.end, self._private[at:]))


def masked(text: str, spans: Sequence[Span]) -> str:
    """A text with some spans of it masked."""
    parts, at = [], 0
    for span in sorted(spans):
        if span.end > at:
            parts += [text[at : max(span.start, at)], MASK]
            at = span.end
    return "".join(parts) + text[at:]
