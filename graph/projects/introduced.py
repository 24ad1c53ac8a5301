"""Projects that a text speaks of before it names them: “IOM launches a new project … The LANTERN project …”."""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention, insert
from graph.marking.tokens import LOWER, Tokens
from graph.model import Document

EARLY, REACH = 4, 3


def introduce(document: Document, tokens: Tokens, marked: list[Marked]) -> None:
    """Make pointers, in place, of "a new project" in the first sentences of the text if one of the next names a project
    and none before did."""
    prose = [m for m in marked if document.blocks[m.sentence.block].kind == "prose" and m.sentence.field is None]
    named = next((i for i, m in enumerate(prose) if any(x.kind == "Project" and x.name for x in m.mentions)), 0)
    for sentence in prose[: min(named, EARLY)]:
        begins = sentence.words_of("words", "indefinite")
        plural = {c.first for c in sentence.cues_of("nouns", "project_plural")}
        for cue in sentence.cues_of("nouns", "project"):
            least = max(cue.first - REACH, sentence.sentence.first)
            first = next((i for i in range(least, cue.first) if i in begins), None)
            if first is None or cue.first in plural or any(tokens.shapes[i] != LOWER for i in range(first, cue.last)):
                continue
            if not any(m.first < cue.last and first < m.last for m in sentence.mentions):
                insert(sentence, Mention("Project", first, cue.last, ""))
                break
