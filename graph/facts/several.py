"""What a text says of several projects at once, before it lists them or in its title: who pays for "the following
projects", be they items, headings or rows of a table; whose grants a list or table with sums holds ("Kredo Foundation:
grants awarded"); and the rows of lists of grants: "Kredo Association, Light for all, 40,000 €", "Kredo Association
40,000 € for the LIGHT project".
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.facts.confidence import confidence
from graph.facts.gifts import Gifts
from graph.facts.stage import FieldStage
from graph.marking.compiled import Cue
from graph.marking.hits import Hit
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.projects.numbers import means_several
from ontology.automaton import Match

LEAST, ABOVE, REACH, LOOSE = 2, 4, 8, 4
PAYERS = ("Organisation", "Fund")


class Several(FieldStage):
    """Reads the lists and series of headings of one document that name projects."""

    def collect(self, marked: list[Marked], hits: list[list[Hit]], subjects: Mapping[int, Thing]) -> None:
        """Add the statements of all lists; `hits` are the frames' hits in each sentence, `subjects` the projects that
        fields are about, by the number of the sentence."""
        self._gifts = Gifts(self._tokens, self._document.language)
        lists = self._listed(marked)
        for row in lists:
            for at in row:
                self._grant(marked[at])
        lists += self._headed(marked)
        paid = {s.subject for s in self._collector if s.predicate == "fundedBy"}
        tables = [  # of few rows a cell may tell who paid for what came before
            row for row in self._tabled(marked, subjects) if sum(subjects[at].key in paid for at in row) * 3 < len(row)
        ]
        tables += [] if lists or tables else self._recorded(marked, subjects)
        if not lists and not tables:
            lists = self._told(marked)
        found: list[dict[int, Thing | None]] = [{at: self._project(marked, at) for at in row} for row in lists]
        found += [{at: subjects[at] for at in row} for row in tables]
        sums = {s.subject for s in self._collector if s.predicate == "budget"}
        for projects in found:
            granted = all(project is None or project.key in sums for project in projects.values())
            above = self._payers(marked, hits, min(projects), granted)
            for payer, said in [*above, *self._payers_below(marked, hits, max(projects))]:
                self._pay(marked, projects, payer, said)

    def _pay(self, marked: list[Marked], projects: Mapping[int, Thing | None], payer: Thing, said: int) -> None:
        """Say of each project of a list, by the number of its sentence, that somebody pays for it."""
        rule = "several.fundedBy"
        for at, project in projects.items():
            if project is not None and payer is not project:
                evidence = (marked[at].sentence.span, marked[said].sentence.span)
                self._collector.add(project, "fundedBy", payer, evidence, rule, confidence(rule, "section"))

    def _kind(self, marked: Marked) -> str:
        return self._document.blocks[marked.sentence.block].kind

    def _named(self, marked: Marked) -> list[Mention]:
        return [m for m in marked.mentions if m.kind == "Project" and m.name and m.defined]

    def _listed(self, marked: list[Marked]) -> list[list[int]]:
        """The first sentences of items that stand one below the other and each name one project, by list."""
        lists: list[list[int]] = []
        block, open_list = -1, False
        for index, line in enumerate(marked):
            begins, block = line.sentence.block != block, line.sentence.block
            if self._kind(line) != "item" or line.sentence.field is not None:
                open_list = False
            elif begins:
                if len(self._named(line)) == 1:
                    lists = lists if open_list else [*lists, []]
                    lists[-1].append(index)
                    open_list = True
                else:
                    open_list = False
        return [row for row in lists if len(row) >= LEAST]

    def _headed(self, marked: list[Marked]) -> list[list[int]]:
        """The headings of one level that name projects, if they are several."""
        levels: dict[int, list[int]] = {}
        for index in sorted(self._linker.heads):
            block = self._document.blocks[marked[index].sentence.block]
            if block.kind == "heading" and marked[index].sentence.field is None:
                levels.setdefault(block.level, []).append(index)
        return [row for row in levels.values() if len({self._linker.heads[i].key for i in row}) >= LEAST]

    def _tabled(self, marked: list[Marked], subjects: Mapping[int, Thing]) -> list[list[int]]:
        """The first sentences of the rows of each table whose rows are about several projects."""
        tables: list[list[int]] = []
        block, end, open_table = -1, 0, False
        for index, line in enumerate(marked):
            begins, block = line.sentence.block != block, line.sentence.block
            if self._kind(line) == "boilerplate":
                continue  # what stands at the end of each page
            if self._document.blocks[block].about != "row":
                inside = line.sentence.span.end <= end  # a long value of the row as text
                open_table = open_table and inside
            elif begins and index in subjects:
                tables = tables if open_table else [*tables, []]
                tables[-1].append(index)
                open_table, end = True, self._document.blocks[block].span.end
        return [rows for rows in tables if len({subjects[at].key for at in rows}) >= LEAST]

    def _recorded(self, marked: list[Marked], subjects: Mapping[int, Thing]) -> list[list[int]]:
        """The first fields of each of several projects that labelled lines are about."""
        firsts: dict[str, int] = {}
        for index in sorted(subjects):
            fields = marked[index].sentence.field is not None and subjects[index].kind == "Project"
            if fields and self._document.blocks[marked[index].sentence.block].about != "row":
                firsts.setdefault(subjects[index].key, index)
        return [list(firsts.values())] if len(firsts) >= LEAST else []

    def _told(self, marked: list[Marked]) -> list[list[int]]:
        """The first sentences of paragraphs that each name one project, another one each."""
        found: dict[str, int] = {}
        block = -1
        for index, line in enumerate(marked):
            begins, block = line.sentence.block != block, line.sentence.block
            named = {self._linker.thing_of(m).key for m in self._named(line)} if begins else set()
            if self._kind(line) == "prose" and line.sentence.field is None and len(named) == 1:
                found.setdefault(named.pop(), index)
        return [sorted(found.values())] if len(found) >= LEAST else []

    def _project(self, marked: list[Marked], at: int) -> Thing | None:
        if at in self._linker.heads:
            return self._linker.heads[at]
        return next((self._linker.thing_of(m) for m in self._named(marked[at])), None)

    # ── who pays for them ──────────────────────────────────────────────────────────────────────────────────────

    def _payers(
        self, marked: list[Marked], hits: list[list[Hit]], first: int, granted: bool
    ) -> list[tuple[Thing, int]]:
        """Who is said to pay for several projects in the sentences right before a list, or in a title above it, with
        the sentence; with `granted`, each project of the list has a sum, and who gives grants there gives these."""
        above = list(range(first - 1, max(first - 1 - ABOVE, -1), -1))
        stop = next((i for i, at in enumerate(above) if self._closed(marked[at])), len(above))
        titles = [at for at in range(first) if self._kind(marked[at]) == "title" and not self._closed(marked[at])]
        found: list[tuple[Thing, int]] = []
        for at in dict.fromkeys((*above[:stop], *titles)):
            line = marked[at]
            if self._many(line) and not line.has("nouns", "call"):
                payers = [*self._beside(line), *self._giving(line, hits[at])]
                found += [(self._linker.thing_of(m), at) for m in payers]
        lines = dict.fromkeys((*above[:stop], *titles)) if granted and not found else ()
        givers = [(giver, at) for at in lines if (giver := self._giver(marked[at])) is not None]
        return found or self._fund_above(marked, first) or givers[:1]

    def _fund_above(self, marked: list[Marked], first: int) -> list[tuple[Thing, int]]:
        """The one fund of the vocabulary that a list of rows has for its headline: "ASYLUM, MIGRATION AND INTEGRATION
        FUND (AMIF)" / "LIST OF OPERATIONS"."""
        if self._document.blocks[marked[first].sentence.block].about != "row":
            return []
        found: dict[str, tuple[Thing, int]] = {}
        for at, line in enumerate(marked[:first]):
            if self._kind(line) not in ("title", "heading") or line.sentence.field is not None:
                continue
            size = line.sentence.last - line.sentence.first
            for m in line.mentions:
                if m.kind == "Fund" and m.sure and m.entry and (m.last - m.first) * 3 >= size:
                    thing = self._linker.thing_of(m)
                    found.setdefault(thing.key, (thing, at))
        return list(found.values()) if len(found) == 1 else []

    def _payers_below(self, marked: list[Marked], hits: list[list[Hit]], last: int) -> list[tuple[Thing, int]]:
        """Who is said to pay for several projects in a sentence behind a list ("The projects are funded by X")."""
        found: list[tuple[Thing, int]] = []
        for at in range(last + 1, len(marked)):
            line = marked[at]
            if self._many(line) and not self._closed(line) and not line.has("nouns", "call"):
                found += [(self._linker.thing_of(m), at) for m in self._giving(line, hits[at])]
        return found

    def _giver(self, line: Marked) -> Thing | None:
        """The one body or fund of a line that speaks of grants."""
        known = {t.key: t for m in line.mentions if m.kind in PAYERS and m.sure and (t := self._linker.thing_of(m))}
        gives = any(c.payload == "given" for c in self._gifts.cues(line))
        return next(iter(known.values())) if gives and len(known) == 1 else None

    def _closed(self, line: Marked) -> bool:
        """Whether a line names a project itself, is a field or looks at others: it opens no list."""
        return bool(self._named(line)) or line.sentence.field is not None or line.has("contexts", "related")

    def _many(self, line: Marked) -> list[Match[Cue]]:
        """The nouns that mean several projects."""
        nouns = (*line.cues_of("nouns", "project", "coreference"), *line.cues_of("nouns", "project_plural"))
        return [c for c in nouns if means_several(self._tokens, line, c)]

    def _beside(self, line: Marked) -> list[Mention]:
        """The funds right beside the noun for several projects ("AMIF projects", "proyectos FAMI", "Projekte des
        AMIF")."""
        many = self._many(line)
        before, after = {c.first for c in many}, {c.last for c in many}
        small = line.words_of("words", "of") | line.words_of("words", "articles")
        after |= {at + 1 for at in after if at in small and not self._tokens.gap(at).strip()}
        funds = [m for m in line.mentions if m.kind == "Fund" and m.sure]
        return [
            m
            for m in funds
            if (m.last in before and self._tokens.gap(m.last).strip() in ("", "-"))
            or (m.first in after and not self._tokens.gap(m.first).strip())
        ]

    def _giving(self, line: Marked, hits: list[Hit]) -> list[Mention]:
        """Who pays by a frame whose project is unsaid, or is several projects behind its trigger."""
        found = [h.object for h in hits if h.frame.property == "fundedBy" and h.subject is None]
        many = [c.first for c in self._many(line)]
        for anchor in line.anchors:
            shape = anchor.payload
            if self._language.frames[shape.frame].property != "fundedBy" or shape.before != ("o",):
                continue
            if any(0 <= at - anchor.last <= REACH for at in many):
                found += [m for m in line.mentions if m.last == anchor.first]
        unique = {m.first: m for m in found if m.kind in PAYERS and m.sure}
        return [unique[first] for first in sorted(unique)]

    # ── rows of grants ─────────────────────────────────────────────────────────────────────────────────────────

    def _grant(self, line: Marked) -> None:
        """The body and the sum of an item that is nothing but a body, a project and a sum."""
        bodies = [m for m in line.mentions if m.kind == "Organisation" and m.sure]
        sums = [m for m in line.mentions if m.kind == "money" and m.value is not None]
        project = self._named(line)[0]
        if len(sums) != 1 or len(bodies) > 1 or not self._bare(line):
            return
        subject, evidence = self._linker.thing_of(project), (line.sentence.span,)
        if (value := sums[0].value) is not None:
            self._collector.add(subject, "budget", value, evidence, "several.budget", confidence("budget", "named"))
        for body in bodies:
            if body.first == line.sentence.first or body.last <= sums[0].first <= project.first:
                rule = "several.implementedBy"
                target = self._linker.thing_of(body)
                self._collector.add(subject, "implementedBy", target, evidence, rule, confidence(rule, "named"))

    def _bare(self, line: Marked) -> bool:
        """Whether hardly a word of a line stands outside of names, values and nouns for projects."""
        nouns = (*line.cues_of("nouns", "project", "coreference"), *line.cues_of("words", "articles", "joiners"))
        told = {i for m in line.mentions for i in range(m.first, m.last)}
        told |= {i for c in nouns for i in range(c.first, c.last)}
        return len(set(range(line.sentence.first, line.sentence.last)) - told) <= LOOSE
