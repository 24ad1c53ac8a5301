"""Whom a body runs its project with: "The Kredo Foundation runs the LANTERN project with Omnia Aid".

No frame's trigger is needed: a word for "with" stands right behind the project, who runs it or the trigger that says
so, and a body right behind that word. Which words say "with" is the lexicon's (`[words] comitative`).
"""

from __future__ import annotations

from graph.facts.stage import BodyStage, frame_of, is_body
from graph.facts.who_pays import UNION
from graph.marking.coordination import Coordination
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import LOWER

RULE, RUNS = "company.hasPartner", "implementedBy"


class Companions(BodyStage):
    """Adds the partners; what says who runs and who pays must have been added before."""

    def collect(self, marked: list[Marked], language: Language) -> None:
        """Add the statements for all sentences."""
        frame = frame_of(language, "hasPartner")
        lists = Coordination(self._tokens, language)
        for index, sentence in enumerate(marked):
            focus, span = self._foci[index], sentence.sentence.span
            if frame is None or focus.project is None or sentence.sentence.field is not None:
                continue
            runners = self._collector.objects(focus.project, RUNS, span)
            if not runners or sentence.has("words", "negation"):
                continue
            others = runners | self._collector.objects(focus.project, "fundedBy", span)
            ends = self._ends(sentence, language, focus.project, runners)
            for cue in sentence.cues_of("words", "comitative"):
                pool = self._behind(sentence, cue.last) if cue.first in ends else []
                row = lists.rightward(sentence, pool, frame, self._fits) if pool else []
                self._give(focus.project, "hasPartner", row, span, RULE, focus, others)

    def _ends(self, marked: Marked, language: Language, project: Thing, runners: set[str]) -> set[int]:
        """Where a word for "with" may begin: right behind the project, who runs it or a trigger that says so."""
        ends = {a.last for a in marked.anchors if language.frames[a.payload.frame].property == RUNS}
        for mention in marked.mentions:
            named = mention.kind == "Project" and (not mention.name or self._linker.thing_of(mention) is project)
            if named or (is_body(mention) and self._linker.thing_of(mention).key in runners):
                ends.add(mention.last)
        return {at for at in ends if at < marked.sentence.last and not self._tokens.gap(at).strip("”“»\"'„ ,)")}

    def _behind(self, marked: Marked, at: int) -> list[Mention]:
        """The bodies from the one that stands right behind a word, over articles and a noun in lower case; none if it
        only says whose money or people are meant ("with UNHCR funding")."""
        tokens = self._tokens
        pool = [m for m in marked.mentions if m.first >= at and m.kind not in ("Quote", "date", "period")]
        small = marked.words_of("words", "articles") | marked.words_of("nouns", "lowercase_organisation")
        if not pool or not is_body(pool[0]) or not small.issuperset(range(at, pool[0].first)):
            return []
        union = pool[0].entry is not None and pool[0].entry.iri == UNION
        if union or any(tokens.gap(i).strip() for i in range(at, pool[0].first + 1)):
            return []
        last = pool[0].last
        of = last < marked.sentence.last and tokens.shapes[last] == LOWER and not tokens.gap(last).strip()
        return [] if of and last in marked.words_of("nouns", "fund") else pool
