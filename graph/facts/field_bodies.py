"""Fields that name bodies: who runs, pays, manages or takes part, with the country and the part that stand beside."""

from __future__ import annotations

import re

from graph.facts.confidence import confidence
from graph.facts.field_places import countries_in
from graph.facts.listed_bodies import entry_at_end
from graph.facts.statements import Collector
from graph.linking import Linker
from graph.marking.language import PARTS, Language
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import Tokens
from graph.model import Span
from graph.names.pieces import SmallWords, country_of, forms_of, is_body, pieces, without_sums
from graph.names.told_bodies import PERSON
from ontology.schema import properties

LONGEST_LABEL = 5  # words
SMALL = 3  # letters of a small word that a name goes on behind
_ASIDE = re.compile(r"(?<=\S)\s*\(\s*([^()]{3,40}?)\s*\)|\s[–—-]\s+([^()–—,;]{3,40}?)\s*$")
_COMMA = re.compile(r",\s+([^\W\d][^(),;\n]{2,30}?)(?=\s*(?:[(,;\n]|$))")


class FieldBodies:
    """Makes statements from the values of fields for bodies and funds."""

    def __init__(self, tokens: Tokens, language: Language, linker: Linker, collector: Collector) -> None:
        self._tokens = tokens
        self._language = language
        self._linker = linker
        self._collector = collector

    def named_by(
        self,
        project: Thing,
        name: str,
        text: str,
        marked: Marked,
        evidence: tuple[Span, ...],
        beside: Marked | None = None,
    ) -> None:
        """Add what a field's value says; `beside` is the field with the country of the value's only body."""
        rule, sure = f"field.{name}", confidence(f"field.{name}", "named")
        objects = properties()[name].objects
        told = self._based(self._without_label(_unwrapped(text, marked, self._tokens), name), marked)
        small = SmallWords.of(self._language.lexicon.words)
        for whole in pieces(self._bracketed(told) if name in PARTS else told, marked, small):
            sums = self._language.values.money(whole, 0, len(whole)) if name == "fundedBy" else []
            whole, part = self._part(whole) if name in PARTS else (whole, None)
            piece, country = country_of(without_sums(whole, sums) if name == "fundedBy" else whole, marked)
            if name in PARTS and country is None and (entry := entry_at_end(piece)):  # "Omnia (MT)"
                last, piece = marked.sentence.last, piece[: piece.rindex("(")].strip()
                country = Mention("Country", last - 1, last, "", entry=entry)
            if name in PARTS and (alone := _country(piece, marked)):  # "Partners: Kredo Foundation, Malta"
                self._covers(project, self._linker.thing_of(alone), evidence)
                continue
            found = self._named(piece, name, marked, objects)
            for thing in found:
                self._collector.add(project, part or name, thing, evidence, f"field.{part}" if part else rule, sure)
            placed = self._linker.thing_of(country) if country else self._beside(beside)
            if placed and len(found) == 1 and found[0].kind == "Organisation":
                more = (beside.sentence.span,) if beside and not country else ()
                self._located(project, part or name, found[0], placed, (*evidence, *more))

    def _based(self, text: str, marked: Marked) -> str:
        """A value with the bodies that grammar found in their base forms ("s Institutem Omnia" is Institut Omnia)."""
        for body in (m for m in marked.mentions if m.kind == "Organisation" and m.sure and m.entry is None):
            text = text.replace(self._tokens.surface(body.first, body.last), body.name)
        return text

    def _without_label(self, text: str, name: str) -> str:
        """A value without the label that it repeats at its head ("Partners: In cooperation with Kredo Foundation")."""
        words, fields = text.split(), self._language.fields
        for size in range(min(LONGEST_LABEL, len(words) - 1), 1, -1):
            label = " ".join(words[:size])
            if fields.fit(label) == 1 and fields.property_of(label) == name:
                return " ".join(words[size:])
        return text

    def _beside(self, where: Marked | None) -> Thing | None:
        """The one country that a field names."""
        span = where.sentence.span if where else None
        found = countries_in(self._tokens.text[span.start : span.end], where, self._linker) if where and span else []
        return found[0] if len({thing.key for thing in found}) == 1 else None

    def _located(self, project: Thing, name: str, body: Thing, country: Thing, evidence: tuple[Span, ...]) -> None:
        """A body is in the country beside its name, and with it the project, unless the body only pays."""
        rule = "field.presentIn"
        self._collector.add(body, "presentIn", country, evidence, rule, confidence(rule, "named"))
        if name != "fundedBy":
            self._covers(project, country, evidence)

    def _covers(self, project: Thing, country: Thing, evidence: tuple[Span, ...]) -> None:
        """A project covers a country; a call does not."""
        rule = "field.coversCountry"
        if project.kind == "Project":
            self._collector.add(project, "coversCountry", country, evidence, rule, confidence(rule, "named"))

    def _part(self, piece: str) -> tuple[str, str | None]:
        """A body's name without what stands beside it as its part, and the part: "Kredo (coordinator)", "Kredo (Malta)
        – coordinator"."""
        for found in _ASIDE.finditer(piece):
            if (part := self._part_of(found[1] or found[2])) is not None:
                return f"{piece[: found.start()]}{piece[found.end() :]}".strip(), part
        return piece, None

    def _part_of(self, label: str) -> str | None:
        """The part that a label gives a body."""
        part = self._language.fields.property_of(label) if self._language.fields.fit(label) == 1 else None
        return part if part in PARTS else None

    def _bracketed(self, text: str) -> str:
        """A value with the parts that commas set off in brackets: "Kredo, coordinator (Malta)"."""
        return _COMMA.sub(lambda m: f" ({m[1]})" if self._part_of(m[1]) else m[0], text)

    def _named(self, piece: str, name: str, marked: Marked, allowed: frozenset[str]) -> list[Thing]:
        """The bodies or funds that a piece of a value names, or the body that it gives the identifier of."""
        if known_by_number := self._linker.lookup.identified(piece):
            return [known_by_number]
        inner = [
            m
            for m in marked.mentions
            if m.kind in ("Organisation", "Fund") and m.kind in allowed and " ".join(m.name.split()) in piece
        ]
        known = [m for m in inner if m.entry is not None]
        longest = max(known, key=lambda m: len(m.name), default=None)
        if longest and (name == "fundedBy" or len(longest.name) * 2 >= len(piece)):
            return [self._linker.thing_of(m) for m in (known if name == "fundedBy" else [longest])]
        if len(inner) == 1 and len(inner[0].name) * 4 >= len(piece) * 3:
            return [self._linker.thing_of(inner[0])]
        money = self._language.values.money(piece, 0, len(piece))
        other = money or self._names_person(piece, marked)
        if not other and is_body(piece) and "Organisation" in allowed:
            first, last = marked.sentence.first, marked.sentence.last
            kind = "Fund" if name == "fundedBy" and self._is_fund(piece, marked) else "Organisation"
            mention = Mention(kind, first, last, piece, also=forms_of(piece), defined=True)
            return [self._linker.register.thing(mention)]
        return []

    def _is_fund(self, piece: str, marked: Marked) -> bool:
        """Whether a noun for funds stands in a name."""
        return any(self._tokens.surface(cue.first, cue.last) in piece for cue in marked.cues_of("nouns", "fund"))

    def _names_person(self, piece: str, marked: Marked) -> bool:
        """Whether a value names a person rather than a body."""
        known = any(m.kind == "Person" and m.name in piece for m in marked.mentions)
        names = (m for m in marked.mentions if m.kind == "Name" and m.name == piece and m.last - m.first in PERSON)
        return known or any(self._linker.is_personal(m) for m in names)


def _country(piece: str, marked: Marked) -> Mention | None:
    """The country that a piece of a value is the name of."""
    return next((m for m in marked.mentions if m.kind == "Country" and m.name == piece.strip()), None)


def _unwrapped(text: str, marked: Marked, tokens: Tokens) -> str:
    """A value without the line breaks inside names: inside one that is known, behind a small word, before a small
    letter and before a line that is nothing but a noun for a body or a legal form; where semicolons part the names, no
    line break does."""
    if "\n" not in text:
        return text
    if ";" in text:
        return re.sub(r"(?<!;)\s*\n\s*", " ", text)
    cues = (*marked.cues_of("nouns", "organisation"), *marked.cues_of("words", "legal_forms"))
    alone = {tokens.surface(c.first, c.last) for c in cues}
    known = {" ".join(m.name.split()) for m in marked.mentions if m.entry is not None and " " in m.name}
    for name in sorted(known):
        text = name.join(re.split(r"\s+".join(map(re.escape, name.split())), text))
    first, *rest = re.split(r"\s*\n\s*", text)
    for line in rest:
        last = first.split()[-1] if first.split() else ""
        goes_on = (last.islower() and len(last) <= SMALL) or line[:1].islower() or line.strip(" .") in alone
        first += f" {line}" if goes_on else f"\n{line}"
    return first
