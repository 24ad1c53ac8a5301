"""One body of a roll: its part, its country, and the statements that its line makes."""

from __future__ import annotations

import re

from graph.facts.confidence import confidence
from graph.facts.listed_bodies import code_at_end
from graph.facts.series import series
from graph.facts.stage import FieldStage
from graph.marking.coordination import Coordination
from graph.marking.lines import spoken
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.model import Span

LABELS = frozenset({"hasPartner", "implementedBy", "fundedBy"})


class RollEntries(FieldStage):
    """Reads single entries of the rolls of one document."""

    _country: Thing | None = None
    """The country that a line above gives the bodies of the next lines."""

    def _country_after(self, marked: Marked, body: Mention) -> Mention | None:
        """The country that stands beside a name: "X (Italy)", "X, the Netherlands", "X – Malta"."""
        for country in marked.mentions:
            places = [m.last for m in marked.mentions if m.kind == "Place" and 0 <= m.first - body.last <= 1]
            if country.kind == "Country" and any(0 <= country.first - end <= 1 for end in (body.last, *places)):
                between = self._tokens.text[self._tokens.ends[body.last - 1] : self._tokens.starts[country.first]]
                return country if between.strip()[:1] in ("(", ",", "–", "—", "-") else None
        return None

    def _has_label(self, first: int, last: int, name: str) -> bool:
        """Whether one or two words between two places are a label of a property; "with" is none inside a sentence."""
        fields, small = self._language.fields, self._language.folded("words", "joiners")
        spans = ((i, i + size) for size in (1, 2) for i in range(first, last - size + 1))
        texts = (self._tokens.surface(a, b) for a, b in spans if not small.issuperset(self._tokens.folds[a:b]))
        return any(fields.fit(text) == 1 and fields.property_of(text) == name for text in texts)

    def _pays(self, line: Marked, name: str) -> bool:
        """Whether a line below another label says who pays ("With the support of the Kredo Fund")."""
        said = (a for a in line.anchors if self._language.frames[a.payload.frame].property == "fundedBy")
        return name != "fundedBy" and any(spoken(line, [(a.first, a.last)]) and a.last - a.first > 1 for a in said)

    def _personal(self, mention: Mention) -> bool:
        """Whether a name, or what follows a title in it, looks like a person's."""
        tails = (Mention("Name", i, mention.last, mention.name) for i in range(mention.first, mention.last))
        return any(self._linker.is_personal(tail) for tail in tails)

    def _row(self, project: Thing, name: str, line: Marked, heading: Span) -> bool:
        """Add the bodies that stand one behind the other on a line, each with its country and part; whether there are
        any."""
        found = [one for one in series(self._tokens, line) if not self._personal(one.body)]
        for one in found:
            part = self._part(line, one.body, one.last) or name
            self._one(project, part, one.body, line, heading, one.country)
        return bool(found)

    def _part(self, marked: Marked, body: Mention, last: int | None = None) -> str | None:
        """The part that a bracket or what follows a dash gives a body: "(coordinator)"; before word `last`."""
        end = marked.sentence.span.end if last is None else self._tokens.ends[last - 1]
        rest = self._tokens.text[self._tokens.ends[body.last - 1] : end]
        for piece in re.split(r"[(),;–—]|\s-\s", rest):
            if piece.strip() and self._language.fields.fit(piece) == 1:
                found = self._language.fields.property_of(piece)
                if found in LABELS:
                    return found
        return None

    def _beside(self, line: Marked, body: Mention, name: str) -> list[Mention]:
        """The bodies that a line joins to the one that opens it: "A, B and C", "A and B"."""
        frame = next((f for f in self._language.frames if f.property == name), None)
        pool = [m for m in line.mentions if m.first >= body.first and m.kind != "Project"]
        if frame is None or not pool or pool[0] is not body:
            return []
        joined = Coordination(self._tokens, self._language).rightward(line, pool, frame, self._is_listed)[1:]
        return joined or [m for m in pool[1:] if self._own_line(line, m) and self._is_listed(m)]

    def _own_line(self, line: Marked, mention: Mention) -> bool:
        """Whether a name is all that stands on its line of a heading or paragraph of several lines."""
        ends = mention.last >= line.sentence.last or "\n" in self._tokens.gap(mention.last)
        return ends and "\n" in self._tokens.gap(mention.first)

    def _is_listed(self, mention: Mention) -> bool:
        """Whether a mention may be one more body of a roll: a name of unknown class needs two words."""
        if mention.kind == "Name":
            return mention.last - mention.first > 1 and not self._personal(mention)
        return mention.kind in ("Organisation", "Fund") and mention.sure

    def _one(
        self, project: Thing, name: str, body: Mention, line: Marked, heading: Span, given: Mention | None = None
    ) -> None:
        thing = self._linker.thing_of(body, "Organisation" if body.kind in ("Name", "Quote") else None)
        evidence = (line.sentence.span, heading) if heading != line.sentence.span else (heading,)
        rule = f"roll.{name}"
        self._collector.add(project, name, thing, evidence, rule, confidence(rule, "section"))
        country = given or self._country_after(line, body)
        where = self._linker.thing_of(country) if country else self._coded(line, body) or self._country
        if where is not None and thing.kind == "Organisation" and name != "fundedBy":
            for subject, prop in ((thing, "presentIn"), (project, "coversCountry")):
                self._collector.add(
                    subject, prop, where, evidence, f"roll.{prop}", confidence(f"roll.{prop}", "section")
                )

    def _coded(self, line: Marked, body: Mention) -> Thing | None:
        """The country whose code ends the line: "Kredo Foundation (BG)"."""
        code = code_at_end(self._tokens.text[self._tokens.ends[body.last - 1] : line.sentence.span.end])
        return self._linker.lookup.country(code) if code else None
