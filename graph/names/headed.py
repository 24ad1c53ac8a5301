"""Names that stand as headings and come back in the text with the same capitals, as a page's services and projects do:
the heading "First Words, First Steps" and "First Words, First Steps is a free course".

What they name is open: the text must say so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from graph.marking.appearance import standing
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, NUMBER, Tokens
from graph.model import Document

SHORTEST, LONGEST = 2, 7  # words of a heading
RAISED = 2  # of its words must have capitals
OPEN = frozenset({"Name", "Quote"})


def headed_names(document: Document, tokens: Tokens, marked: list[Marked], language: Language) -> None:
    """Mark such names in the text, in place, over the names of unknown class that are parts of them."""
    sentences = {i: m for m in marked for i in range(m.sentence.first, m.sentence.last)}
    for heading in marked:
        if document.blocks[heading.sentence.block].kind not in ("title", "heading") or heading.sentence.field:
            continue
        for first, last in _parts(tokens, heading):
            if not _may_name(tokens, heading, first, last):
                continue
            told = False
            for at in standing(tokens, tokens.folds[first:last]):
                here = sentences.get(at)
                if here is None or here is heading or here.sentence.last < at + last - first:
                    continue
                if document.blocks[here.sentence.block].kind in ("prose", "item"):
                    told = _mark(tokens, here, at, at + last - first, first) or told
            if told:
                _mark(tokens, heading, first, last, first)


def _parts(tokens: Tokens, heading: Marked) -> Iterator[tuple[int, int]]:
    """A heading without its number, and its parts on both sides of a colon."""
    first, last = heading.sentence.first, heading.sentence.last
    while first < last and tokens.shapes[first] == NUMBER:
        first += 1
    yield first, last
    cuts = [i for i in range(first + 1, last) if tokens.gap(i).strip() == ":" or "\n" in tokens.gap(i)]
    if cuts:
        yield from pairwise([first, *cuts, last])


def _may_name(tokens: Tokens, heading: Marked, first: int, last: int) -> bool:
    """Whether a row of words may be a name: short, with capitals, and nothing that pages of all kinds have."""
    raised = sum(tokens.shapes[i] not in (LOWER, NUMBER) for i in range(first, last))
    if not SHORTEST <= last - first <= LONGEST or raised < RAISED or tokens.shapes[first] == LOWER:
        return False
    if any(first <= c.first < last for c in heading.cues_of("contexts", "generic_headings", "related", "boilerplate")):
        return False
    over = (m for m in heading.mentions if m.first < last and first < m.last)
    return all(m.kind in OPEN or _is_cut(m, first, last) for m in over)


def _is_cut(mention: Mention, first: int, last: int) -> bool:
    """Whether a mention is the first part of an unknown body's name that goes on: "Nadace Dobrý | soused"."""
    return mention.kind == "Organisation" and mention.entry is None and mention.first == first and mention.last <= last


def _mark(tokens: Tokens, here: Marked, first: int, last: int, like: int) -> bool:
    """Mark a row of words as a name if it has the capitals of the heading and no known name stands there; whether it
    is one."""
    if any(tokens.shapes[first + i] != tokens.shapes[like + i] for i in range(last - first)):
        return False
    over = [m for m in here.mentions if m.first < last and first < m.last]
    if any(m.entry is not None or m.first < first or m.last > last for m in over):
        return False
    body = any(_is_cut(m, first, last) for m in over)
    if not body and any(m.kind != "Name" for m in over):
        return False
    kept = [m for m in here.mentions if m not in over]
    name = Mention("Organisation" if body else "Name", first, last, tokens.surface(first, last), sure=body)
    here.mentions = sorted([*kept, name], key=lambda m: m.first)
    return True
