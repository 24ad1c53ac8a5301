"""Facts that stand in how names are put together or side by side, without any trigger word.

An event in a sentence with one exact date has that date; an event named
in a sentence
about a project is an event of it; "IOM Malta" is IOM's office in Malta.
"""

from __future__ import annotations

import itertools

from graph.facts.assembly import Assembly
from graph.facts.confidence import confidence
from graph.facts.discourse import Focus
from graph.facts.stage import Stage
from graph.facts.statements import Collector
from graph.linking import Linker
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import Tokens
from graph.model import Document
from graph.projects.led import owners_before_nouns, owners_by_case, owners_in_compounds, owners_in_item

CLOSE = frozenset({"named", "pointed"})
MOST_SMALL = 2  # "of the" between a project noun and its owner


class Adjacency(Stage):
    """Adds the facts of names that stand together."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        linker: Linker,
        foci: list[Focus],
        collector: Collector,
        assembly: Assembly,
    ) -> None:
        super().__init__(document, tokens, linker, foci, collector)
        self._assembly = assembly

    def collect(self, marked: list[Marked]) -> None:
        """Go through all sentences."""
        for index, sentence in enumerate(marked):
            kind = self._document.blocks[sentence.sentence.block].kind
            if kind in ("navigation", "boilerplate"):
                continue
            if sentence.sentence.field is None:
                self._events(sentence, self._foci[index])
            self._branches(sentence)
            self._owners(sentence, self._foci[index])
            self._owned(sentence, kind == "item")
            self._funds(sentence)
            self._fund_in_name(sentence)
            self._fund_in_compound(sentence, self._foci[index])
            self._amounts(sentence)

    def _fund_in_name(self, marked: Marked) -> None:
        """A project's name behind a project noun that begins with a fund's acronym ("le projet AMIF Lanterne")."""
        nouns = {c.last for c in marked.cues_of("nouns", "project")}
        for project in marked.mentions:
            if project.kind != "Project" or project.first not in nouns or project.last - project.first < 2:
                continue
            word = self._tokens.word(project.first)
            fund = self._linker.lookup.fund_called({word, word.upper()})
            if fund is not None:
                rule, evidence = "adjacent.fundedBy", (marked.sentence.span,)
                self._collector.add(
                    self._linker.thing_of(project), "fundedBy", fund, evidence, rule, confidence(rule, "named")
                )

    def _funds(self, marked: Marked) -> None:
        """A fund in a bracket right after a project's name, with or without a year, pays for it: "ABC (AMIF 2016)"."""
        tokens = self._tokens
        for call in [m for m in marked.mentions if m.kind == "Call" and m.defined]:
            for fund in [m for m in marked.mentions if m.kind == "Fund" and call.first < m.first < call.last]:
                self._collector.add(
                    self._linker.thing_of(call),
                    "underFund",
                    self._linker.thing_of(fund),
                    (marked.sentence.span,),
                    "adjacent.underFund",
                    confidence("adjacent.underFund", "named"),
                )
        row = [m for m in marked.mentions if m.kind not in ("date", "period")]
        nouns = {c.last - 1 for c in marked.cues_of("nouns", "project", "coreference")}
        for project, fund in itertools.pairwise(row):
            if project.kind != "Project" or not project.name or fund.kind != "Fund":
                continue
            last = project.last + (project.last in nouns)  # "Lyhty -hanke (AMIF)"
            if fund.first - last > 1:
                continue
            between = tokens.text[tokens.ends[last - 1] : tokens.starts[fund.first]]
            bare = "".join(c for c in between if not c.isdigit()).strip()
            depth = tokens.text.count("(", marked.sentence.span.start, tokens.starts[fund.first]) - tokens.text.count(
                ")", marked.sentence.span.start, tokens.starts[fund.first]
            )
            if bare in ("(", ",", ", (", "-", "–") and depth > 0:
                rule = "adjacent.fundedBy"
                self._collector.add(
                    self._linker.thing_of(project),
                    "fundedBy",
                    self._linker.thing_of(fund),
                    (marked.sentence.span,),
                    rule,
                    confidence(rule, "named"),
                )

    def _fund_in_compound(self, marked: Marked, focus: Focus) -> None:
        """A fund as the first part of a compound with a project noun pays for the project ("the AMIF-project X")."""
        nouns = {c.last - 1 for c in marked.cues_of("nouns", "project", "coreference")}
        for fund in marked.mentions:
            at = fund.last
            if fund.kind != "Fund" or at not in nouns or self._tokens.gap(at) != "-":
                continue
            named = next((m for m in marked.mentions if m.kind == "Project" and m.name and m.first == at + 1), None)
            project = self._linker.thing_of(named) if named else focus.project if focus.strength in CLOSE else None
            if project is not None:
                rule = "adjacent.fundedBy"
                evidence = (marked.sentence.span,)
                sure = confidence(rule, "named")
                self._collector.add(project, "fundedBy", self._linker.thing_of(fund), evidence, rule, sure)

    def _owners(self, marked: Marked, focus: Focus) -> None:
        """A body right after a project noun runs the project: the one named right after it ("the project of the Kredo
        Foundation “Lantern”", in languages that say "of" by a case), or the one that "is a project of" it."""
        nouns = {c.last for c in marked.cues_of("nouns", "project")}
        copulas = marked.cues_of("words", "copula")
        small = marked.words_of("words", "articles") | marked.words_of("words", "of")
        for body in marked.mentions:
            if body.kind != "Organisation" or self._tokens.gap(body.first).strip("'’ "):
                continue
            at = body.first
            while at - 1 in small and at not in nouns and body.first - at < MOST_SMALL:
                at -= 1
            if at not in nouns:
                continue
            named = [m for m in marked.mentions if m.kind == "Project" and m.name and 0 <= m.first - body.last <= 3]
            said = any(c.first < body.first and 0 <= body.first - c.last <= 2 for c in copulas)
            project = self._linker.thing_of(named[0]) if named else focus.project if said else None
            if project is not None and (named or (focus.strength in CLOSE and at == body.first)):
                rule = "adjacent.implementedBy"
                sure, how = confidence(rule, "named"), self._assembly.modality(marked, body.first)
                evidence, doer = (marked.sentence.span,), self._linker.thing_of(body)
                self._collector.add(project, "implementedBy", doer, evidence, rule, sure, how)

    def _owned(self, marked: Marked, item: bool) -> None:
        """Bodies that run a project by where they stand: in a compound before its name, or beside it in a list."""
        pairs = [*owners_in_compounds(self._tokens, marked), *owners_by_case(self._tokens, marked)]
        pairs += [*owners_before_nouns(self._tokens, marked), *(owners_in_item(self._tokens, marked) if item else ())]
        for project, body in pairs:
            rule, evidence = "adjacent.implementedBy", (marked.sentence.span,)
            subject, target = self._linker.thing_of(project), self._linker.thing_of(body, "Organisation")
            if target.key not in self._collector.objects(
                subject, "fundedBy", marked.sentence.span
            ):  # "a grant from X for the project Y"
                self._collector.add(subject, "implementedBy", target, evidence, rule, confidence(rule, "named"))

    def _amounts(self, marked: Marked) -> None:
        """An amount alone in the bracket behind a project's name, or with a word for it, is its budget."""
        tokens = self._tokens
        nouns = {i for c in marked.cues_of("nouns", "project", "coreference") for i in range(c.first, c.last)}
        for project, amount in itertools.permutations(marked.mentions, 2):
            if project.kind != "Project" or not project.name or amount.kind != "money" or amount.value is None:
                continue
            opening = next((i for i in range(project.last, amount.first + 1) if "(" in tokens.gap(i)), None)
            closed = tokens.text[tokens.ends[amount.last - 1] :].lstrip(" €$£\u00a0")[:1] == ")"
            if opening is None or not closed or amount.first - opening > 3:
                continue
            if all(i in nouns for i in range(project.last, opening)):
                rule, evidence = "adjacent.budget", (marked.sentence.span,)
                subject = self._linker.thing_of(project)
                self._collector.add(subject, "budget", amount.value, evidence, rule, confidence(rule, "named"))

    def _events(self, marked: Marked, focus: Focus) -> None:
        events = [m for m in marked.mentions if m.kind == "Event" and m.defined]
        if not events:
            return
        evidence = (marked.sentence.span,)
        dates = [m for m in marked.mentions if m.kind in ("date", "period") and m.value and len(m.value.text) >= 7]
        event = self._linker.thing_of(events[0])
        modality = self._assembly.modality(marked, events[0].first)
        if len(dates) == 1 and dates[0].value:
            self._collector.add(
                event, "date", dates[0].value, evidence, "adjacent.date", confidence("adjacent.date", "named"), modality
            )
        if focus.project is not None and (
            focus.strength in CLOSE or (dates and focus.strength in ("passage", "section", "page"))
        ):
            for mention in events:
                self._collector.add(
                    focus.project,
                    "hasEvent",
                    self._linker.thing_of(mention),
                    evidence,
                    "adjacent.hasEvent",
                    confidence("adjacent.hasEvent", focus.strength),
                    modality,
                )

    def _branches(self, marked: Marked) -> None:
        for mention in marked.mentions:
            if mention.kind == "Organisation" and mention.defined and mention.entry is None:
                self._branch(marked, mention)

    def _branch(self, marked: Marked, mention: Mention) -> None:
        """A name that begins with another body's name, or with an acronym and a country, is a part of that body."""
        evidence, rule = (marked.sentence.span,), "adjacent.branch"
        sure = confidence(rule, "named")
        here = self._linker.thing_of(mention)
        words = mention.name.split()
        legal = {self._tokens.surface(c.first, c.last) for c in marked.cues_of("words", "legal_forms")}
        nouns = marked.cues_of("nouns", "organisation", "lowercase_organisation")
        least = 2 if any((c.first, c.last) == (mention.first, mention.first + 1) for c in nouns) else 1
        for size in range(len(words) - 1, least - 1, -1):
            if words[size].islower() or words[size] in legal or not words[size][0].isalnum():  # its own name goes on
                continue
            parent = self._parent(" ".join(words[:size]), here)
            if parent is not None:
                self._collector.add(here, "unitOf", parent, evidence, rule, sure)
                if (country := self._linker.lookup.country_in(marked, mention, size)) is not None:
                    self._collector.add(here, "presentIn", country, evidence, rule, sure)
                return
        if (owner := self._owner(marked, mention)) is not None:
            self._collector.add(here, "unitOf", self._linker.thing_of(owner), evidence, rule, sure)

    def _owner(self, marked: Marked, mention: Mention) -> Mention | None:
        """The body whose unit a name says it is: "Integration Unit of the Ministry of Labour"."""
        units = [c.last for c in marked.cues_of("nouns", "unit") if mention.first < c.last < mention.last]
        heads = [c.first for c in marked.cues_of("nouns", "organisation") if c.first < mention.last]
        small = {c.first for c in marked.cues_of("words", "of", "articles")}
        for end in units:
            start = end
            while start < mention.last and start in small:
                start += 1
            if end < start < mention.last - 1 and start in heads:
                return Mention(
                    "Organisation", start, mention.last, self._tokens.surface(start, mention.last), defined=True
                )
        return None

    def _parent(self, name: str, here: Thing) -> Thing | None:
        found = self._linker.register.find(name, frozenset({"Organisation"}))
        return found if found is not None and found is not here else self._linker.lookup.known_body(name)
