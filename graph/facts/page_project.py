"""Which project a whole page is about: by titles, headings, its beginning and how often it is named."""

from __future__ import annotations

from collections import Counter

from graph.marking.mentions import Marked
from graph.marking.things import Thing
from graph.model import Document

REACH = 5  # words from the beginning of a sentence to "entitled"
EARLY = {"heading": 3, "prose": 2, "item": 2}  # paragraphs and items above a line that still stands in front
APART = 5  # words between "the project" and another one's noun and name


def main_project(
    document: Document, marked: list[Marked], projects: dict[int, list[Thing]], heads: dict[int, Thing]
) -> tuple[Thing | None, bool]:
    """The project that the document is about, and whether the whole page is about it.

    Counts mentions, with weight for titles, headings and the beginning. Two projects that come out level are a tie:
    none.
    """
    sheets = [t for i, t in sorted(heads.items()) if document.blocks[marked[i].sentence.block].about == "document"]
    if len({head.key for head in sheets}) == 1:
        return sheets[0], True
    if len({head.key for head in heads.values()}) == 1:
        return next(iter(heads.values())), True
    score: Counter[str] = Counter()
    things: dict[str, Thing] = {}
    prominent: set[str] = set()
    seen, spoken = 0, False
    for index, sentence in enumerate(marked):
        kind = document.blocks[sentence.sentence.block].kind
        other = spoken and _names_another(sentence)
        spoken = spoken or any(m.kind == "Project" and not m.name for m in sentence.mentions)
        for thing in projects.get(index, ()):
            things[thing.key] = thing
            score[thing.key] += 0 if other else _weight(kind, sentence)
            if kind in ("title", "record") or _introduces(sentence) or seen < EARLY.get(kind, 0):
                prominent.add(thing.key)
        seen += kind in ("prose", "item")
    ranked = sorted(score.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] == 0:
        return None, False
    best, points = ranked[0]
    if len(ranked) > 1 and ranked[1][1] == points and best not in prominent:
        return None, False
    rivals = sum(p for k, p in ranked[1:])
    return things[best], rivals == 0 or best in prominent or points >= 2 * rivals


def _weight(kind: str, marked: Marked) -> int:
    """How much it counts for a project that a sentence of a kind of block names it."""
    if kind in ("navigation", "boilerplate") or opens_with_pointer(marked):
        return 0
    return {"title": 4, "heading": 3, "record": 2}.get(kind, 1) + 2 * _introduces(marked)


def _introduces(marked: Marked) -> bool:
    """Whether a sentence begins with "the project" and says what it is called: what the text spoke of has this name."""
    first = marked.sentence.first
    spoken = any(c.first == first for c in marked.cues_of("nouns", "coreference"))
    return spoken and any(c.first - first <= REACH for c in marked.cues_of("words", "titled"))


def _names_another(marked: Marked) -> bool:
    """Whether a sentence speaks of "the project", which the text has told of, and further on of "the project X": "the
    project's idea is Kredo's, who made the project X in 2016"; not where it says what a project is called."""
    pointer = next((m for m in marked.mentions if m.kind == "Project"), None)
    if pointer is None or pointer.name or marked.has("words", "titled"):
        return False
    nouns = {c.last for c in marked.cues_of("nouns", "project")}
    named = [m for m in marked.mentions if m.kind == "Project" and m.name]
    return bool(named) and all(m.first in nouns and m.first - pointer.last >= APART for m in named)


def opens_with_pointer(marked: Marked) -> bool:
    """Whether a sentence begins with "the project" and names a project only behind it: "The project is a part of the X
    programme"; not where it says what the project is called."""
    first = next((m for m in marked.mentions if m.kind == "Project"), None)
    if marked.has("words", "titled"):
        return False
    return first is not None and not first.name and first.first - marked.sentence.first <= 1
