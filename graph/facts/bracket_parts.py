"""The part that a bracket behind a body gives it in running text: "with Kredo Foundation (lead partner), Omnia"."""

from __future__ import annotations

import re

from graph.facts.confidence import confidence
from graph.facts.discourse import Focus
from graph.facts.stage import FieldStage
from graph.marking.language import PARTS
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing

TIES = frozenset({"named", "pointed", "passage"})
KINDS = frozenset({"prose", "item"})


class BracketParts(FieldStage):
    """Adds what brackets behind bodies say of their part in the sentence's project."""

    def collect(self, marked: list[Marked], foci: list[Focus]) -> None:
        """Go through all sentences of running text that are about a project."""
        for index, sentence in enumerate(marked):
            focus = foci[index]
            kind = self._document.blocks[sentence.sentence.block].kind
            if focus.project is None or focus.profile or focus.strength not in TIES or kind not in KINDS:
                continue
            for body in sentence.mentions if sentence.sentence.field is None else ():
                part = self._part(sentence, body) if self._is_body(body) else None
                if part is not None:
                    self._add(focus, focus.project, part, body, sentence)

    def _is_body(self, mention: Mention) -> bool:
        """Whether a mention is a body, or a name that may be one's and is no person's."""
        return mention.kind == "Organisation" or (mention.kind == "Name" and not self._linker.is_personal(mention))

    def _part(self, marked: Marked, body: Mention) -> str | None:
        """The part that the bracket right behind a body names among what it lists: "(Italy, coordinator)"."""
        text = self._tokens.text[self._tokens.ends[body.last - 1] : marked.sentence.span.end]
        bracket = re.match(r"\s?\(([^()]{3,60})\)", text)
        for piece in re.split(r"[,;/–—]|\s-\s", bracket[1]) if bracket else ():
            if piece.strip() and self._language.fields.fit(piece) == 1 and not self._says_what(marked, body, piece):
                found = self._language.fields.property_of(piece)
                if found in PARTS:
                    return found
        return None

    def _says_what(self, marked: Marked, body: Mention, piece: str) -> bool:
        """Whether a piece of one word only says what sort of body it is ("NGO", "university")."""
        heads = marked.words_of("nouns", "organisation") | marked.words_of("nouns", "generic_bodies")
        return len(piece.split()) == 1 and any(
            self._tokens.word(i) == piece.strip() for i in heads if body.last <= i < marked.sentence.last
        )

    def _add(self, focus: Focus, project: Thing, name: str, body: Mention, marked: Marked) -> None:
        thing = self._linker.thing_of(body, "Organisation" if body.kind == "Name" else None)
        sure = confidence(f"roll.{name}", focus.strength)
        self._collector.add(project, name, thing, (marked.sentence.span,), f"bracket.{name}", sure)
