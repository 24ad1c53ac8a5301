"""Who belongs to a consortium: "The consortium, led by the Kredo Foundation, brings together Omnia Aid and the City of
Graz", "Other members of the consortium are …".

No frame's trigger is needed: a noun for a consortium, behind it a verb that lists who belongs to it, and bodies right
behind the verb; or a phrase for the members, a copula or colon, and bodies. Which words say so is the lexicon's
(`[words] consortium`, `assembles`, `consortium_of`, `membership`).
"""

from __future__ import annotations

from graph.facts.stage import BESIDE, BodyStage, frame_of, is_body
from graph.marking.coordination import Coordination
from graph.marking.language import Language
from graph.marking.lines import spoken
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import NUMBER

RULE = "members."
_TO_VERB, _TO_LIST, _TO_NOUN = 20, 4, 3  # words at most from noun to verb, verb to list, trigger to noun
_SMALL = ("articles", "of", "bodies", "and", "copula")


class Members(BodyStage):
    """Adds the partners; what says who runs and who pays must have been added before."""

    def collect(self, marked: list[Marked], language: Language) -> None:
        """Add the statements for all sentences."""
        frame = frame_of(language, "hasPartner")
        lists = Coordination(self._tokens, language)
        for index, sentence in enumerate(marked):
            focus, span = self._foci[index], sentence.sentence.span
            project = focus.pointed or focus.project
            if frame is None or project is None or sentence.sentence.field is not None:
                continue
            begins = self._begins(sentence)
            if not begins or project.kind != "Project" or sentence.has("words", "negation", "similar"):
                continue
            runners = self._collector.objects(project, "implementedBy", span)
            others = self._parts(project, span)
            prop = "hasPartner" if runners or not self._runs(sentence, language) else "implementedBy"
            for at in begins:
                pool = self._behind(sentence, at)
                row = lists.rightward(sentence, pool, frame, self._fits) if pool else []
                self._give(project, prop, row, span, RULE + prop, focus, others)

    def _begins(self, marked: Marked) -> list[int]:
        """Behind which words the members may be listed."""
        named = {i for m in marked.mentions if is_body(m) for i in range(m.first, m.last)}
        withs = marked.words_of("words", "comitative")
        nouns = [c for c in marked.cues_of("words", "consortium") if c.first not in named and c.last not in withs]
        verbs = marked.cues_of("words", "assembles") if nouns else ()
        ends = {noun.last for noun in nouns}
        near = [v.last for v in verbs if any(0 <= v.first - e <= _TO_VERB and self._one(e, v.first) for e in ends)]
        near += [c.last for c in marked.cues_of("words", "consortium_of") if c.first in ends]
        return near + [cue.last for cue in marked.cues_of("words", "membership")]

    def _runs(self, marked: Marked, language: Language) -> bool:
        """Whether a trigger right before a noun for a consortium says that it runs the project ("implemented by a |
        consortium of …")."""
        runs = (a for a in marked.anchors if language.frames[a.payload.frame].property == "implementedBy")
        ends = {anchor.last for anchor in runs if spoken(marked, [(anchor.first, anchor.last)])}
        nouns = marked.cues_of("words", "consortium")
        return any(noun.first - end in range(_TO_NOUN) for noun in nouns for end in ends)

    def _one(self, first: int, last: int) -> bool:
        """Whether no colon or semicolon stands between two places."""
        return not any(set(self._tokens.gap(i)) & set(":;") for i in range(first, last))

    def _behind(self, marked: Marked, at: int) -> list[Mention]:
        """The mentions from the body that stands close behind a word, over small words and nouns for bodies in
        general."""
        tokens = self._tokens
        pool = [m for m in marked.mentions if m.first >= at and m.kind not in ("Quote", "date", "period")]
        if not pool or not is_body(pool[0]) or pool[0].first - at > _TO_LIST:
            return []
        small = marked.words_of("nouns", "lowercase_organisation") | marked.words_of("words", *_SMALL)
        words = range(at, pool[0].first)
        plain = all(i in small or tokens.shapes[i] == NUMBER for i in words)
        marks = "".join(tokens.gap(i) for i in (*words, pool[0].first))
        return pool if plain and not marks.strip(BESIDE) else []
