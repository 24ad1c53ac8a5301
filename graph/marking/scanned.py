"""A document as its words and cues were found: what all finders of names and projects work on."""

from __future__ import annotations

from graph.marking.language import Language
from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens
from graph.model import Document


class Scanned:
    """One document, its words, its language's knowledge, and its sentences, whose mentions the finders change."""

    def __init__(self, document: Document, tokens: Tokens, language: Language, marked: list[Marked]) -> None:
        self._document = document
        self._tokens = tokens
        self._language = language
        self._marked = marked
