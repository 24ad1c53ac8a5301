"""Sections that are projects because of the heading above them: "Our projects"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens
from graph.model import Document
from graph.projects.headlines import level_of, says_projects

LEAST_TEXT = 8  # words of the sentence that stands below a heading on a page without levels


def under_projects(
    document: Document, tokens: Tokens, marked: Sequence[Marked], generic: Callable[[Marked], bool]
) -> set[int]:
    """The headings (numbers of sentences) one level below a heading that says no more than "Projects"; on a page whose
    headings are all of one level, those behind it that text follows, up to one that is `generic`."""
    found: dict[int, int] = {}
    levels = [level_of(document, tokens, line) for line in marked]
    flat = len(set(levels) - {0}) == 1
    above, several = 0, False
    for index, (line, level) in enumerate(zip(marked, levels, strict=True)):
        if not level:
            continue
        beside = flat and several and not generic(line) and _has_text(document, marked, index)
        if above and (level > above or beside):
            found[index] = level
            continue
        above = level if says_projects(tokens, line) else 0
        several = line.has("nouns", "project_plural")
    return {index for index, level in found.items() if level == min(found.values())}


def _has_text(document: Document, marked: Sequence[Marked], index: int) -> bool:
    """Whether a sentence of the text follows a heading."""
    if index + 1 >= len(marked) or document.blocks[marked[index + 1].sentence.block].kind != "prose":
        return False
    following = marked[index + 1].sentence
    return following.last - following.first >= LEAST_TEXT
