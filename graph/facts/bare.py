"""Lines without a label right under a project's title: "January 2021 – March 2023", "AMIF 2014-2020", "Italy, Malta".

Project pages often give period, fund and countries in this way; lists of projects also who runs each and its sum. A
line says so only if it holds nothing else.
"""

from __future__ import annotations

from graph.facts.confidence import confidence
from graph.facts.stage import Stage
from graph.marking.lines import nothing_but
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.model import Span, Value

RULE = "bare.line"
LOWEST = 6
LEAST_ENTRIES, NEAR, SHORT = 2, 3, 12  # entries of a list; lines below a name; words of such a line
PROPERTY_OF = {"Fund": "fundedBy", "Country": "coversCountry", "Place": "takesPlaceIn"}


class BareLines(Stage):
    """Reads the lines without a label under the projects' titles."""

    def collect(self, marked: list[Marked]) -> None:
        """Add the statements of these lines."""
        for head, project in sorted(self._linker.heads.items()):
            if marked[head].sentence.field is not None:
                continue
            where = marked[head].sentence.span
            self._sum(marked, head, project)
            for index in range(head + 1, min(head + LOWEST, len(marked))):
                found = nothing_but(self._tokens, marked[index])
                if not found or marked[index].sentence.field is not None:
                    break
                if any(mention.kind == "date" for mention in found):
                    continue  # "Brussels, 15 December 2017": where and when the page was written
                runs = index == head + 1 and len(self._linker.heads) > 1 and len(found) == 1
                if runs and found[0].kind == "Organisation":  # a list of projects, each with who runs it below
                    evidence = (marked[index].sentence.span, where)
                    self._add(project, "implementedBy", self._linker.thing_of(found[0]), evidence)
                for mention in found:
                    self._one(project, mention, (marked[index].sentence.span, where), alone=len(found) == 1)
            if len(self._linker.heads) == 1 and head - 1 in self._linker.labels:
                self._above(marked, head, project)

    def _sum(self, marked: list[Marked], head: int, project: Thing) -> None:
        """The sum that ends the line of an entry in a list of grants, or a short line right below it."""
        if len(self._linker.heads) < LEAST_ENTRIES:
            return
        where = marked[head].sentence.span
        for line in marked[head : head + NEAR + 1]:
            sums = [m for m in line.mentions if m.kind == "money"]
            heading = self._document.blocks[line.sentence.block].kind in ("heading", "title")
            if line is not marked[head] and (not heading or line.sentence.last - line.sentence.first > SHORT):
                return
            if len(sums) == 1 and sums[0].last == line.sentence.last and line.sentence.field is None:
                spans = (where,) if line is marked[head] else (line.sentence.span, where)
                self._add(project, "budget", sums[0].value, spans)
                return

    def _above(self, marked: list[Marked], head: int, project: Thing) -> None:
        """Lines above the label of the only project's title that are nothing but a fund or a code, as forms have."""
        where = marked[head].sentence.span
        for line in marked[max(head - LOWEST - 1, 0) : head - 1]:
            evidence = (line.sentence.span, where)
            for mention in nothing_but(self._tokens, line):
                if mention.kind == "Fund":
                    self._one(project, mention, evidence, alone=True)
            whole = (line.sentence.first, line.sentence.last)
            if [(m.kind, m.first, m.last) for m in line.mentions] == [("code", *whole)]:
                self._add(project, "code", line.mentions[0].value, evidence)

    def _one(self, project: Thing, mention: Mention, evidence: tuple[Span, ...], alone: bool) -> None:
        if mention.kind == "period" and alone:
            self._add(project, "startDate", mention.value, evidence)
            self._add(project, "endDate", mention.until, evidence)
        elif mention.kind == "Fund" or (mention.kind in PROPERTY_OF and not alone):
            thing = self._linker.thing_of(mention)
            self._add(project, PROPERTY_OF[mention.kind], thing, evidence)
            if mention.kind == "Place" and thing.country:
                self._add(project, "coversCountry", self._linker.lookup.country(thing.country), evidence)

    def _add(self, project: Thing, name: str, target: Thing | Value | None, evidence: tuple[Span, ...]) -> None:
        if target is not None:
            self._collector.add(project, name, target, evidence, RULE, confidence(RULE, "section"))
