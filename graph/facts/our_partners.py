"""Whom "we" run our project with: "We run the project with Omnia Aid and the City of Graz", "Lo realizziamo con …".

Which verbs say so is the lexicon's (`[words] we_run`); a word for "with" stands behind the project, a pronoun or a part
of the verb, and the body right behind that word.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.facts.companions import RULE, Companions
from graph.facts.stage import frame_of, is_body
from graph.marking.compiled import Cue
from graph.marking.coordination import Coordination
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER
from ontology.automaton import Match

NEAR, WHOM = 8, 3  # words between the verb and "with", between "with" and the verb of its clause
CLOSE = frozenset({"named", "pointed", "passage", "section", "page"})


class OurPartners(Companions):
    """Adds the partners whom "we" name."""

    def collect(self, marked: list[Marked], language: Language) -> None:
        """Add the statements for all sentences."""
        frame = frame_of(language, "hasPartner")
        lists = Coordination(self._tokens, language)
        for index, sentence in enumerate(marked):
            focus, span = self._foci[index], sentence.sentence.span
            told = frame is not None and focus.project is not None and focus.strength in CLOSE
            if not told or frame is None or focus.project is None or sentence.sentence.field is not None:
                continue
            verbs = sentence.cues_of("words", "we_run") if not sentence.has("words", "negation") else ()
            ands, known = sentence.words_of("words", "and"), self._parts(focus.project, span)
            given = False
            for cue in sentence.cues_of("words", "comitative") if verbs else ():
                if (whom := self._with_whom(sentence, cue, verbs)) is not None:
                    self._give(focus.project, "hasPartner", [whom], span, RULE, focus, known)
                    continue
                again = given and cue.first - 1 in ands
                if not again and not any(self._leads(sentence, v.first, v.last, cue.first) for v in verbs):
                    continue
                pool = self._behind(sentence, cue.last)
                row = lists.rightward(sentence, pool, frame, self._fits) if pool else []
                self._give(focus.project, "hasPartner", row, span, RULE, focus, known)
                given = given or bool(row)

    def _with_whom(self, marked: Marked, cue: Match[Cue], verbs: Sequence[Match[Cue]]) -> Mention | None:
        """The body before a comma and "with" if the clause behind them says what we run: "X, | with whom we run it"."""
        run = next((v.first for v in verbs if 0 < v.first - cue.last <= WHOM), None)
        if "," not in self._tokens.gap(cue.first) or run is None:
            return None
        whom = all(self._tokens.shapes[i] == LOWER and not self._tokens.gap(i).strip() for i in range(cue.last, run))
        whom = whom and "," not in self._tokens.gap(run)
        return next((m for m in marked.mentions if whom and m.last == cue.first and is_body(m)), None)

    def _leads(self, marked: Marked, begin: int, first: int, last: int) -> bool:
        """Whether nothing but the project, pronouns and small words stands between a verb and a word for "with"."""
        if not 0 <= last - first <= NEAR:
            return False
        project = {i for m in marked.mentions if m.kind == "Project" for i in range(m.first, m.last)}
        parted = any("," in self._tokens.gap(i) or ";" in self._tokens.gap(i) for i in range(begin + 1, last + 1))
        others = any(first <= m.first < last and is_body(m) for m in marked.mentions)
        return (
            not parted
            and not others
            and all(i in project or self._tokens.shapes[i] == LOWER for i in range(first, last))
        )
