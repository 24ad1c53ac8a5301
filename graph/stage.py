"""What every stage that makes statements works on."""

from __future__ import annotations

from graph.discourse import Focus
from graph.linking import Linker
from graph.model import Document
from graph.statements import Collector
from graph.tokens import Tokens


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
