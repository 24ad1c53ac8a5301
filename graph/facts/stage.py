"""What the stages that make statements work on."""

from __future__ import annotations

from collections.abc import Iterable, Set

from graph.facts.confidence import confidence
from graph.facts.discourse import Discourse, Focus
from graph.facts.statements import Collector
from graph.linking import Linker
from graph.marking.language import Language
from graph.marking.mentions import Mention
from graph.marking.things import Thing
from graph.marking.tokens import Tokens
from graph.model import Document, Span
from ontology.lexicon import Frame

PARTS = ("implementedBy", "hasPartner", "fundedBy")
BESIDE = " -\n\"“„«»”:'’"  # marks between a word and the names that it speaks of


class FieldStage:
    """A stage that reads labels and their values: one document, its words, its language's knowledge, its linked
    mentions and its discourse, and where statements go."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        language: Language,
        linker: Linker,
        discourse: Discourse,
        collector: Collector,
    ) -> None:
        self._document = document
        self._tokens = tokens
        self._language = language
        self._linker = linker
        self._discourse = discourse
        self._collector = collector


class Stage:
    """A stage of one document's extraction: its words, its linked mentions, the focus of each sentence, and where
    statements go."""

    def __init__(
        self, document: Document, tokens: Tokens, linker: Linker, foci: list[Focus], collector: Collector
    ) -> None:
        self._document = document
        self._tokens = tokens
        self._linker = linker
        self._foci = foci
        self._collector = collector


class BodyStage(Stage):
    """A stage that gives bodies a part in a project."""

    def _fits(self, mention: Mention) -> bool:
        return may_be_body(self._linker, mention)

    def _parts(self, project: Thing, span: Span) -> set[str]:
        """The keys of the bodies of which a sentence has said a part in a project."""
        return {key for part in PARTS for key in self._collector.objects(project, part, span)}

    def _give(
        self, project: Thing, part: str, bodies: Iterable[Mention], span: Span, rule: str, focus: Focus, but: Set[str]
    ) -> None:
        """Say of bodies that they have a part in a project, but not of those with certain keys."""
        for body in bodies:
            thing = self._linker.thing_of(body, "Organisation" if body.kind == "Name" else None)
            if thing.key not in but:
                self._collector.add(project, part, thing, (span,), rule, confidence(rule, focus.strength))


def is_body(mention: Mention) -> bool:
    """Whether a mention names a body."""
    return mention.kind == "Organisation" and bool(mention.name)


def may_be_body(linker: Linker, mention: Mention) -> bool:
    """Whether a mention names a body, or is a name of several words that no person seems to have."""
    named = mention.kind == "Name" and mention.last - mention.first > 1
    return is_body(mention) or (named and not linker.is_personal(mention))


def frame_of(language: Language, name: str) -> Frame | None:
    """A frame of a property, by which lists of bodies are read; None if the language has none."""
    return next((frame for frame in language.frames if frame.property == name), None)
