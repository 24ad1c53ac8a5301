"""Funds that a page about a project speaks of without a word for paying: "Their share comes out of AMIF".

A known fund that a sentence about a project names pays for that project, unless the sentence denies, looks back, or
speaks of the fund's calls or other projects. Right for nine of ten on annotated texts, where no frame had found it.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.facts.confidence import confidence
from graph.facts.discourse import Focus
from graph.facts.stage import FieldStage
from graph.marking.mentions import Marked, Mention

RULE = "spoken.fundedBy"
SILENT = frozenset({"navigation", "boilerplate", "title", "heading", "record"})
BESIDE = 2


class SpokenFunds(FieldStage):
    """Adds the funds of which no other statement of their sentence speaks."""

    def collect(self, marked: Sequence[Marked], foci: Sequence[Focus]) -> None:
        """Add the statements for all sentences about a project; none on a page about a call."""
        if self._linker.call is not None:
            return
        for sentence, focus in zip(marked, foci, strict=True):
            project = focus.project
            if project is None or project.kind != "Project" or focus.profile or self._beside_the_point(sentence):
                continue
            for fund in self._free(sentence):
                evidence = (sentence.sentence.span,)
                self._collector.add(
                    project, "fundedBy", self._linker.thing_of(fund), evidence, RULE, confidence(RULE, focus.strength)
                )

    def _beside_the_point(self, marked: Marked) -> bool:
        """Whether a sentence is none of the running text, denies, tells of an application or of what came before, or
        looks at others."""
        kind = self._document.blocks[marked.sentence.block].kind
        turned = marked.has("words", "negation", "similar", "person", "sought")
        before = any(self._language.frames[a.payload.frame].property == "follows" for a in marked.anchors)
        silent = kind in SILENT or marked.sentence.field is not None  # of fields, the label says what they mean
        return silent or turned or before or marked.has("contexts", "related", "background", "boilerplate")

    def _free(self, marked: Marked) -> list[Mention]:
        """The known funds of which no statement of the sentence speaks, and that stand beside no call and no plural
        noun for projects ("previous AMIF projects")."""
        known = ((m, m.entry) for m in marked.mentions if m.kind == "Fund" and m.name)
        funds = [m for m, entry in known if entry is not None and not entry.caseless]  # all speak of state budgets
        if not funds:
            return []
        span = marked.sentence.span
        here = (s for s in self._collector if s.evidence[0].start < span.end and span.start < s.evidence[0].end)
        told = {key for s in here for key in (s.subject, s.object)}
        others = [*marked.cues_of("nouns", "project_plural"), *marked.cues_of("nouns", "call")]
        return [
            m
            for m in funds
            if self._linker.thing_of(m).key not in told
            and ";" not in self._tokens.text[span.start : self._tokens.starts[m.first]]
            and not any(-BESIDE <= c.first - m.last <= BESIDE for c in others)
        ]
