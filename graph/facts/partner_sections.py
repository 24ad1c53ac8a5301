"""Sections headed "Our partners" whose text says what each of them does: "Kredo College runs the classes. Omnia Aid, a
local charity, recruits the volunteers."
"""

from __future__ import annotations

from graph.facts.confidence import confidence
from graph.facts.discourse import Focus
from graph.facts.rolls import Rolls
from graph.facts.stage import PARTS, is_body, may_be_body
from graph.marking.lines import told
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER
from graph.model import Span

RULE = "section.hasPartner"


class PartnerSections(Rolls):
    """Adds the bodies that open the sentences of such sections; what else they say must have been added before."""

    def collect(self, marked: list[Marked], foci: list[Focus]) -> None:
        """Add the statements of all such sections."""
        heading: Span | None = None
        for index, line in enumerate(marked):
            kind = self._document.blocks[line.sentence.block].kind
            if kind in ("heading", "title"):
                heading = line.sentence.span if self._label(line) == "hasPartner" else None
                continue
            project = foci[index].project or self._discourse.main
            body = self._opening(line) if heading is not None and kind in ("prose", "item") else None
            if heading is None or body is None or project is None or project.kind != "Project":
                continue
            thing = self._linker.thing_of(body, "Organisation" if body.kind == "Name" else None)
            known = {s.object for s in self._collector if s.subject == project.key and s.predicate in PARTS}
            if thing.key not in known:
                evidence = (line.sentence.span, heading)
                self._collector.add(project, "hasPartner", thing, evidence, RULE, confidence(RULE, "section"))

    def _opening(self, marked: Marked) -> Mention | None:
        """The body that opens a sentence as its subject: over articles, with a verb or an apposition behind it."""
        tokens, articles = self._tokens, marked.words_of("words", "articles")
        body = next(iter(marked.mentions), None)
        if marked.sentence.field is not None or body is None or not may_be_body(self._linker, body):
            return None
        if not (is_body(body) and body.sure) and body.last not in told(marked):
            return None
        led = articles.issuperset(range(marked.sentence.first, body.first))
        last = body.last
        goes_on = last < marked.sentence.last and tokens.shapes[last] == LOWER
        if not led or not goes_on or marked.has("words", "negation") or tokens.gap(last).strip() not in ("", ",", ")"):
            return None
        return body if last not in marked.words_of("words", "and") else None
