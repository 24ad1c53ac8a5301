"""Projects that a text speaks of before it names them: “IOM launches a new project … The LANTERN project …”."""

from __future__ import annotations

from graph.marking.mentions import VALUE_KINDS, Marked, Mention, insert
from graph.marking.tokens import CAPITAL, LOWER, NUMBER, Tokens
from graph.model import Document

EARLY, REACH = 4, 4


def introduce(document: Document, tokens: Tokens, marked: list[Marked]) -> None:
    """Make pointers, in place, of "a new project" in the first sentences of the text if one of the next names a project
    and none before did."""
    prose = [m for m in marked if document.blocks[m.sentence.block].kind == "prose" and m.sentence.field is None]
    named = next((i for i, m in enumerate(prose) if any(x.kind == "Project" and x.name for x in m.mentions)), 0)
    for sentence in prose[: min(named, EARLY)]:
        if at := introduction(tokens, sentence):
            insert(sentence, Mention("Project", *at, ""))


def introduction(tokens: Tokens, marked: Marked) -> tuple[int, int] | None:
    """Where a sentence says "a project" or "a new project" of one that it does not name: the words, or None."""
    begins = marked.words_of("words", "indefinite")
    plural = {c.first for c in marked.cues_of("nouns", "project_plural")}
    values = {i for m in marked.mentions if m.kind in VALUE_KINDS for i in range(m.first, m.last)}
    for cue in marked.cues_of("nouns", "project"):
        least = max(cue.first - REACH - sum(i in values for i in range(cue.first - REACH, cue.first)), 0)
        first = next((i for i in range(cue.first - 1, max(least, marked.sentence.first) - 1, -1) if i in begins), None)
        if first is None or cue.first in plural:
            continue
        before = (i for i in range(first, cue.first) if i not in values)
        if any(tokens.shapes[i] not in (LOWER, NUMBER) for i in before) or not _common(tokens, cue.first, cue.last):
            continue
        if any(i in values for i in range(first, cue.first)):
            return cue.first, cue.last
        if not any(m.first < cue.last and first < m.last for m in marked.mentions):
            return first, cue.last
    return None


def _common(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a noun is written as common nouns are: in lower case, or with one capital (German)."""
    return tokens.shapes[first] in (LOWER, CAPITAL) and all(tokens.shapes[i] == LOWER for i in range(first + 1, last))
