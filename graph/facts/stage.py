"""What the stages that make statements work on."""

from __future__ import annotations

from graph.facts.discourse import Discourse, Focus
from graph.facts.statements import Collector
from graph.linking import Linker
from graph.marking.language import Language
from graph.marking.mentions import Mention
from graph.marking.tokens import Tokens
from graph.model import Document
from ontology.lexicon import Frame


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


def is_body(mention: Mention) -> bool:
    """Whether a mention names a body."""
    return mention.kind == "Organisation" and bool(mention.name)


def frame_of(language: Language, name: str) -> Frame | None:
    """A frame of a property, by which lists of bodies are read; None if the language has none."""
    return next((frame for frame in language.frames if frame.property == name), None)
