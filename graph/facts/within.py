"""Who does something within a project runs it: "The Kredo Foundation has opened a school as part of the LANTERN
project".

No frame's trigger is needed: a body that opens the sentence, a verb for doing right behind it, and the project behind
a word for "within". Which words say so is the lexicon's (`[words] acts`, `within`).
"""

from __future__ import annotations

from graph.facts.confidence import confidence
from graph.facts.stage import Stage, frame_of, is_body
from graph.facts.who_pays import UNION
from graph.marking.coordination import Coordination
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import LOWER

RULE = "within.implementedBy"
_TO_PROJECT, _TO_VERB = 4, 2  # words at most between "within" and the project, a body and its verb
_TOLD = ("implementedBy", "coordinatedBy", "fundedBy", "hasPartner")
_SILENT = ("negation", "similar", "person")


class Within(Stage):
    """Adds the bodies that act within a project; what else a sentence says of them must have been added before."""

    def collect(self, marked: list[Marked], language: Language) -> None:
        """Add the statements for all sentences."""
        frame = frame_of(language, "implementedBy")
        lists = Coordination(self._tokens, language)
        for index, sentence in enumerate(marked):
            focus, span = self._foci[index], sentence.sentence.span
            silent = sentence.has("words", *_SILENT) or not sentence.has("words", "acts")
            if frame is None or silent or sentence.sentence.field is not None:
                continue
            inside = self._inside(sentence)
            project = self._project(inside, focus.pointed or focus.project) if inside is not None else None
            body = self._opening(sentence, inside) if inside is not None and project is not None else None
            if body is None or inside is None or project is None:
                continue
            pool = [m for m in sentence.mentions if m.first >= body.first and m.kind != "Quote"]
            row = lists.rightward(sentence, pool, frame, is_body)
            said = {key for told in _TOLD for key in self._collector.objects(project, told, span)}
            if self._others(sentence, row, inside) or not self._acts(sentence, row[-1].last, inside):
                continue
            things = [self._linker.thing_of(m, "Organisation" if m.kind == "Name" else None) for m in row]
            if any(t.key in said for t in things) or self._collector.objects(project, "implementedBy", span):
                continue
            for thing in things:
                sure = confidence(RULE, focus.strength)
                self._collector.add(project, "implementedBy", thing, (span,), RULE, sure)

    def _inside(self, marked: Marked) -> Mention | None:
        """The project, named or pointed to, that a word for "within" leads in or follows, or with which the sentence
        opens ("With the LANTERN project …", not "Together with the LANTERN project …")."""
        opening = [c for c in marked.cues_of("words", "by_means") if c.first == marked.sentence.first]
        joint = marked.words_of("words", "jointly")
        for cue in (*marked.cues_of("words", "within"), *(c for c in opening if c.first not in joint)):
            for mention in marked.mentions:
                before = cue.last <= mention.first <= cue.last + _TO_PROJECT and self._plain(cue.last, mention.first)
                behind = mention.last <= cue.first <= mention.last + 1 and self._plain(mention.last, cue.first)
                if mention.kind == "Project" and (before or behind):
                    return mention
        return None

    def _plain(self, first: int, last: int) -> bool:
        """Whether all words are in lower case, and nothing but blanks and quotation marks stands between them."""
        lower = all(self._tokens.shapes[i] == LOWER for i in range(first, last))
        return lower and not any(self._tokens.gap(i).strip(" -'’\"“„«»”‘") for i in range(first, last + 1))

    def _project(self, inside: Mention, pointed: Thing | None) -> Thing | None:
        thing = self._linker.thing_of(inside) if inside.name else pointed
        return thing if thing is not None and thing.kind == "Project" else None

    def _opening(self, marked: Marked, inside: Mention) -> Mention | None:
        """The body that opens the sentence, over articles and nouns for bodies, or stands right behind the project or
        behind the verb there ("Met X helpt | Kredo"); in the base form, and not the European Union."""
        small = marked.words_of("words", "articles") | marked.words_of("nouns", "lowercase_organisation")
        called = {c.last for c in marked.cues_of("nouns", "lowercase_organisation")}
        body = next((m for m in marked.mentions if is_body(m) or (m.kind == "Name" and m.first in called)), None)
        if body is None or (body.entry is not None and body.entry.iri == UNION):
            return None
        tokens = self._tokens
        begin = marked.sentence.first if body.first < inside.first else inside.last
        while begin < body.first and begin in marked.words_of("nouns", "project"):
            begin += 1
        verb = next((c.last for c in marked.cues_of("words", "acts") if c.first == begin), begin)
        led = begin == marked.sentence.first or "," in tokens.gap(begin) or self._plain(begin, body.first)
        begin = max(begin, verb)
        based = body.name in tokens.surface(body.first, body.last)
        return body if led and based and small.issuperset(range(begin, body.first)) else None

    def _acts(self, marked: Marked, last: int, inside: Mention) -> bool:
        """Whether a verb stands right behind the bodies, behind the project that follows them at once, or between it
        and the bodies."""
        verbs = {cue.first for cue in marked.cues_of("words", "acts")}
        if verbs & {inside.last, inside.last + 1} and inside.last <= last:
            return True
        if last <= inside.first and inside.first - last <= _TO_PROJECT and verbs & {inside.last, inside.last + 1}:
            return True
        helpers = {i for name in ("copula", "passive") for i in marked.words_of("words", name)}
        near = (verb for verb in verbs if 0 <= verb - last <= _TO_VERB and self._plain(last, verb))
        return any(helpers.isdisjoint(range(last, verb)) for verb in near)

    def _others(self, marked: Marked, row: list[Mention], inside: Mention) -> bool:
        """Whether a further body stands between the bodies and the project: it may be who does the work."""
        between = (m for m in marked.mentions if row[-1].last <= m.first < inside.first)
        return any(is_body(m) for m in between)
