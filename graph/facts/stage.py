"""What every stage that makes statements works on."""

from __future__ import annotations

from graph.facts.discourse import Focus
from graph.facts.statements import Collector
from graph.linking import Linker
from graph.marking.tokens import Tokens
from graph.model import Document


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
