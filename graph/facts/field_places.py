"""Fields that say where: countries and places in a label's value."""

from __future__ import annotations

import re

from graph.facts.statements import Collector
from graph.linking import Linker
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import LOWER, Tokens
from graph.model import Span
from ontology.vocabulary import countries


class FieldPlaces:
    """Makes statements from the values of fields for countries and places."""

    def __init__(self, tokens: Tokens, linker: Linker, collector: Collector) -> None:
        self._tokens = tokens
        self._linker = linker
        self._collector = collector

    def countries(
        self, project: Thing, text: str, marked: Marked, evidence: tuple[Span, ...], rule: str, sure: float
    ) -> None:
        """The countries that a value names, or codes with two letters."""
        for country in countries_in(text, marked, self._linker):
            self._collector.add(project, "coversCountry", country, evidence, rule, sure)

    def places(
        self, project: Thing, text: str, marked: Marked, evidence: tuple[Span, ...], rule: str, sure: float
    ) -> None:
        """The places that a value names, with their countries; a place that nobody knows by its capital letter."""
        named = [m for m in marked.mentions if m.kind in ("Place", "Country")]
        for mention in named:
            thing = self._linker.thing_of(mention)
            if mention.kind == "Place":
                self._collector.add(project, "takesPlaceIn", thing, evidence, rule, sure)
            country = thing if mention.kind == "Country" else self._linker.lookup.country(thing.country)
            if country:
                self._collector.add(project, "coversCountry", country, evidence, rule, sure)
        if named or self._linker.lookup.fund_in_label(text.partition(" ")[0]):  # "ESF Nationellt" is no place
            return
        for piece in re.split(r"\s*[,;•\n]\s*", re.sub(r"\([^)]*\)|\d+\s*[-–]\s*", "", text)):
            if (
                piece
                and piece[0].isupper()
                and len(piece.split()) <= 4
                and self._tokens.shapes[marked.sentence.first] != LOWER
            ):
                mention = Mention("Place", marked.sentence.first, marked.sentence.last, piece.strip(), defined=True)
                self._collector.add(project, "takesPlaceIn", self._linker.register.thing(mention), evidence, rule, sure)


def countries_in(text: str, marked: Marked, linker: Linker) -> list[Thing]:
    """The countries that a value names, then those that it codes with two letters ("EL", "UK", too)."""
    found = [linker.thing_of(mention) for mention in marked.mentions if mention.kind == "Country"]
    for code in re.findall(r"(?<![\w-])[A-Z]{2}(?![\w-])", text):
        known = {"EL": "GR", "UK": "GB"}.get(code, code)
        country = linker.lookup.country(known) if known in countries() else None
        if country:
            found.append(country)
    return found
