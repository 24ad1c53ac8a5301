"""Who receives money for a project runs it: "The Kredo Foundation received 50,000 euros from AMIF for the LANTERN
project", "For the LANTERN project the Kredo Foundation received …".

No frame's trigger is needed: a body stands before a verb for receiving, or right behind it where the project opens the
sentence; the sentence has money or a payer. Which words say so is data (`ontology/grants.toml`,
`ontology/funding-roles.toml`).
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
            places = [m for m in sentence.mentions if m.kind == "Project" and self._is_it(m, project)]
            if not places or not self._telling(sentence, verbs[0].last, bool(payers)):
                continue
            pool = self._bodies(sentence, verbs, payers, places)
            for body in self._lists.leftward(sentence, pool, frame, is_body) if pool else ():
                thing = self._linker.thing_of(body, "Organisation" if body.kind == "Name" else None)
                sure = confidence(RULE, focus.strength)
                self._collector.add(project, "implementedBy", thing, (sentence.sentence.span,), RULE, sure)

    def _is_it(self, mention: Mention, project: Thing) -> bool:
        return not mention.name or self._linker.thing_of(mention) is project

    def _bodies(
        self, marked: Marked, verbs: list[Match[str]], payers: set[str], places: list[Mention]
    ) -> list[Mention]:
        """The bodies up to the one that is the subject of a verb for receiving, given where the project stands."""
        before = self._before(marked, verbs[0], payers, places)
        if any(p.first >= verbs[0].last for p in places):
            return before
        fronted = places[0]
        aside = "," in self._tokens.gap(verbs[0].first)  # "X, run with A, | has received": again
        if before and not aside and not self._lists.and_between(marked, [fronted, before[-1]]):
            return [m for m in before if m.first > fronted.last] or before
        behind = (m for m in marked.mentions if m.first >= verbs[0].last and is_body(m))
        subject = next(behind, None)
        opens = fronted.first == marked.sentence.first  # "X received …": the project is the subject
        if before or opens or subject is None or self._linker.thing_of(subject).key in payers:
            return []
        articles = marked.words_of("words", "articles")
        near = all(i in articles for i in range(verbs[0].last, subject.first))
        return [subject] if near and not self._gifts.led(marked, subject.first) else []

    def _before(self, marked: Marked, verb: Match[str], payers: set[str], places: list[Mention]) -> list[Mention]:
        """The bodies up to that before a verb which is its subject: what stands between is in lower case, but for a
        payer with its preposition ("X je od Y | prejela") and the project ("X je za projekt Y | prejela")."""
        before = [m for m in marked.mentions if m.last <= verb.first]
        bodies = [m for m in before if is_body(m) or m.kind == "Fund" or self._named(m, verb)]
        at = verb.first
        while bodies and self._linker.thing_of(bodies[-1]).key in payers:
            at = bodies.pop().first
        if not bodies or bodies[-1].kind == "Fund" or self._gifts.led(marked, bodies[-1].first):
            return []
        last = bodies[-1].last
        inside = {i for p in places for i in range(p.first, p.last)}
        between = [i for i in range(last, at) if i not in inside]
        plain = all(self._tokens.shapes[i] == LOWER and not self._tokens.gap(i).strip() for i in between)
        return bodies if plain and len(between) <= _TO_VERB else []

    def _named(self, mention: Mention, verb: Match[str]) -> bool:
        """Whether a name of unknown class right before a verb may be a body's."""
        near = mention.kind == "Name" and mention.last == verb.first
        return near and mention.last - mention.first > 1 and not self._linker.is_personal(mention)

    def _telling(self, marked: Marked, at: int, paid: bool) -> bool:
        """Whether money or a payer is spoken of behind the verb."""
        telling = any(m.payload in ("given", "union") for m in self._gifts.cues(marked, at))
        return paid or telling or bool(self._gifts.amounts(marked))
