"""Names that a sentence itself says to be a project's: it calls the project so, or says of the name what it is."""

from __future__ import annotations

from collections import deque

from graph.marking.language import Language
from graph.marking.mentions import Marked, insert
from graph.marking.tokens import Tokens
from graph.projects.christened import Christened
from graph.projects.copular import copular_title
from graph.projects.forerunners import Forerunners
from graph.projects.same_name import same_name
from graph.projects.sentence_case import SentenceCase
from graph.projects.so_called import so_called, so_called_before
from graph.projects.subjects import asked_about

NEAR_BEFORE = 2  # sentences in which the name may stand that a project shares


class ToldNames:
    """Puts such names into the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language, titles: SentenceCase) -> None:
        self._tokens = tokens
        self._language = language
        self._christened = Christened(tokens, language, titles)
        self._forerunners = Forerunners(tokens, language)
        self._before: deque[Marked] = deque(maxlen=NEAR_BEFORE)

    def take(self, marked: Marked, before: Marked | None) -> None:
        """Make Project mentions, in place, of what a sentence calls a project; `before` is the sentence before it."""
        if not self._christened.take(marked):
            called = so_called(self._tokens, marked) or so_called_before(self._tokens, marked, before)
            called = called or same_name(self._tokens, marked, self._before)
            if called := called or copular_title(self._tokens, marked):
                insert(marked, called)
        for mention in self._forerunners.found(marked):
            insert(marked, mention)
        if asked := asked_about(self._tokens, marked, self._language):
            insert(marked, asked)
        self._before.append(marked)
