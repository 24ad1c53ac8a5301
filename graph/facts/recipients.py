"""Who receives money for a project runs it: "The Kredo Foundation received 50,000 euros from AMIF for the LANTERN
project".

No frame's trigger is needed: a body stands before a verb for receiving, money or a payer in the sentence, and the
project behind the verb. Which words say so is data (`ontology/grants.toml`, `ontology/funding-roles.toml`).
"""

from __future__ import annotations

from graph.facts.confidence import confidence
from graph.facts.gifts import Gifts
from graph.facts.stage import Stage, frame_of, is_body
from graph.marking.coordination import Coordination
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import LOWER
from ontology.automaton import Match

RULE = "receives.implementedBy"
_TO_VERB = 3  # words between a body and its verb
_DENIED = ("negation", "sought", "similar")


class Recipients(Stage):
    """Adds the bodies that receive money for a project; what says who pays must have been added before."""

    def collect(self, marked: list[Marked], language: Language) -> None:
        """Add the statements for all sentences."""
        self._gifts = Gifts(self._tokens, self._document.language)
        self._lists = Coordination(self._tokens, language)
        frame = frame_of(language, "implementedBy")
        for index, sentence in enumerate(marked):
            focus = self._foci[index]
            silent = sentence.sentence.field is not None or sentence.has("contexts", "boilerplate", "background")
            if frame is None or focus.project is None or focus.project.kind != "Project" or focus.profile or silent:
                continue
            verbs = self._gifts.receiving(sentence)
            if not verbs or sentence.has("words", *_DENIED):
                continue
            project = focus.project
            payers = self._collector.objects(project, "fundedBy", sentence.sentence.span)
            pool = self._before(sentence, verbs[0], payers)
            if not pool or not self._for_project(sentence, project, verbs[0].last, bool(payers)):
                continue
            for body in self._lists.leftward(sentence, pool, frame, is_body):
                thing = self._linker.thing_of(body, "Organisation" if body.kind == "Name" else None)
                sure = confidence(RULE, focus.strength)
                self._collector.add(project, "implementedBy", thing, (sentence.sentence.span,), RULE, sure)

    def _before(self, marked: Marked, verb: Match[str], payers: set[str]) -> list[Mention]:
        """The bodies up to that before a verb which is its subject: what stands between is in lower case, but for a
        payer with its preposition ("X je od Y | prejela")."""
        before = [m for m in marked.mentions if m.last <= verb.first]
        bodies = [m for m in before if is_body(m) or m.kind == "Fund" or self._named(m, verb)]
        at = verb.first
        while bodies and self._linker.thing_of(bodies[-1]).key in payers:
            at = bodies.pop().first
        if not bodies or bodies[-1].kind == "Fund" or self._gifts.led(marked, bodies[-1].first):
            return []
        last = bodies[-1].last
        plain = all(self._tokens.shapes[i] == LOWER and not self._tokens.gap(i).strip() for i in range(last, at))
        return bodies if plain and at - last <= _TO_VERB else []

    def _named(self, mention: Mention, verb: Match[str]) -> bool:
        """Whether a name of unknown class right before a verb may be a body's."""
        near = mention.kind == "Name" and mention.last == verb.first
        return near and mention.last - mention.first > 1 and not self._linker.is_personal(mention)

    def _for_project(self, marked: Marked, project: Thing, at: int, paid: bool) -> bool:
        """Whether the project is named or pointed to behind the verb, and money or a payer is spoken of."""
        behind = (m for m in marked.mentions if m.kind == "Project" and m.first >= at)
        named = any(not m.name or self._linker.thing_of(m) is project for m in behind)
        telling = any(m.payload in ("given", "union") for m in self._gifts.cues(marked, at))
        return named and (paid or telling or bool(self._gifts.amounts(marked)))
