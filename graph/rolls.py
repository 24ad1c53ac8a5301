"""Rolls: the lines under a heading that is a label, such as the partners of a project under "Partners".

Each line names one body; a bracket or a line above may give its country, a bracket its part ("coordinator").
"""

from __future__ import annotations

import re

from graph.confidence import confidence
from graph.discourse import Discourse, Focus
from graph.language import Language
from graph.linking import Linker
from graph.mentions import Marked, Mention
from graph.model import Document, Span
from graph.statements import Collector
from graph.things import Thing
from graph.tokens import LOWER, Tokens

LABELS = frozenset({"hasPartner", "implementedBy", "fundedBy"})
KINDS = frozenset({"prose", "item", "heading", "record"})
LONGEST_LINE = 40


class Rolls:
    """Reads the rolls of one document."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        language: Language,
        linker: Linker,
        discourse: Discourse,
        collector: Collector,
    ) -> None:
        self._document = document
        self._tokens = tokens
        self._language = language
        self._linker = linker
        self._discourse = discourse
        self._collector = collector
        self._country: Thing | None = None

    def collect(self, marked: list[Marked], foci: list[Focus]) -> None:
        """Add the statements of all rolls; their lines are about no project otherwise."""
        name, heading, project = None, Span(0, 0), None
        for index, line in enumerate(marked):
            kind = self._document.blocks[line.sentence.block].kind
            label = self._label(line) if kind == "heading" else None
            if label is not None:
                name, heading, self._country = label, line.sentence.span, None
                project = foci[index].project or self._discourse.main
                continue
            if name is None or project is None or kind not in KINDS:
                name = None
                continue
            if self._country_line(line):
                foci[index] = Focus()
                continue
            body = self._body(line, name)
            if body is None:
                name = None if kind == "heading" else name
                continue
            if self._continues(marked, index):
                continue
            foci[index] = Focus()
            self._one(project, self._part(line, body) or name, body, line, heading)

    def _label(self, marked: Marked) -> str | None:
        """The property that a heading is the label of, articles and "our" left out."""
        small = {i for c in marked.cues_of("words", "articles", "we") for i in range(c.first, c.last)}
        first, last = marked.sentence.first, marked.sentence.last
        while first < last and first in small:
            first += 1
        text = self._tokens.surface(first, last) if first < last else ""
        found = self._language.fields.property_of(text)
        whole = self._language.fields.fit(text) == 1 and not marked.has("contexts", "related")
        return found if found in LABELS and whole and not marked.mentions else None

    def _country_line(self, marked: Marked) -> bool:
        """Whether a line is a country and at most a small word: "In Greece:"."""
        size = marked.sentence.last - marked.sentence.first
        if len(marked.mentions) != 1 or size > 4:
            return False
        named = marked.mentions[0]
        if named.kind == "Country":
            found: Thing | None = self._linker.thing_of(named)
        else:
            found = self._linker.lookup.country_in(marked, named, 1) if named.kind == "Name" else None
        if found is None or size - (named.last - named.first) > 1:
            return False
        self._country = found
        return True

    def _continues(self, marked: list[Marked], index: int) -> bool:
        """Whether a sentence is not the first of its block."""
        return index > 0 and marked[index - 1].sentence.block == marked[index].sentence.block

    def _body(self, marked: Marked, name: str) -> Mention | None:
        """The body that a line names: at its beginning, or, for partners, a name up to a bracket, dash, comma or
        colon that is no person's."""
        first, last = marked.sentence.first, marked.sentence.last
        if last - first > LONGEST_LINE or self._tokens.shapes[first] == LOWER:
            return None
        small = {i for c in marked.cues_of("words", "articles") for i in range(c.first, c.last)}
        while first < last and first in small:
            first += 1
        for mention in marked.mentions:
            if mention.kind == "Organisation" and mention.sure and mention.first - first <= 4:
                return None if self._says(marked, mention) else mention
            if mention.first != first:
                return None
            cut = mention.last >= last or self._tokens.gap(mention.last).strip()[:1] in ("(", "–", "—", "-", ",", ":")
            if name == "hasPartner" and mention.kind in ("Name", "Quote") and cut and not self._personal(mention):
                return mention
        return None

    def _says(self, marked: Marked, body: Mention) -> bool:
        """Whether a line is a clause of which a frame makes what it says: "Partners are X and Y"."""
        found = (self._language.frames[a.payload.frame] for a in marked.anchors if a.first < body.first)
        return any(frame.property in LABELS for frame in found)

    def _country_after(self, marked: Marked, body: Mention) -> Mention | None:
        """The country that stands beside a name: "X (Italy)", "X, the Netherlands", "X – Malta"."""
        for country in marked.mentions:
            if country.kind == "Country" and 0 <= country.first - body.last <= 1:
                between = self._tokens.text[self._tokens.ends[body.last - 1] : self._tokens.starts[country.first]]
                return country if between.strip()[:1] in ("(", ",", "–", "—", "-") else None
        return None

    def _personal(self, mention: Mention) -> bool:
        """Whether a name, or what follows a title in it, looks like a person's."""
        tails = (Mention("Name", i, mention.last, mention.name) for i in range(mention.first, mention.last))
        return any(self._linker.is_personal(tail) for tail in tails)

    def _part(self, marked: Marked, body: Mention) -> str | None:
        """The part that a bracket or what follows a dash gives a body: "(coordinator)"."""
        rest = self._tokens.text[self._tokens.ends[body.last - 1] : marked.sentence.span.end]
        for piece in re.split(r"[(),;–—]|\s-\s", rest):
            if piece.strip() and self._language.fields.fit(piece) == 1:
                found = self._language.fields.property_of(piece)
                if found in LABELS:
                    return found
        return None

    def _one(self, project: Thing, name: str, body: Mention, line: Marked, heading: Span) -> None:
        thing = self._linker.thing_of(body, "Organisation" if body.kind in ("Name", "Quote") else None)
        evidence, rule = (line.sentence.span, heading), f"roll.{name}"
        self._collector.add(project, name, thing, evidence, rule, confidence(rule, "section"))
        country = self._country_after(line, body)
        where = self._linker.thing_of(country) if country else self._country
        if where is not None and thing.kind == "Organisation" and name != "fundedBy":
            for subject, prop in ((thing, "presentIn"), (project, "coversCountry")):
                self._collector.add(
                    subject, prop, where, evidence, f"roll.{prop}", confidence(f"roll.{prop}", "section")
                )
