"""A document without its menus, which speak of the site and not of what the page tells; the line that says whose site
it is stays.

What the reader took for a menu may be a project's sheet whose lines stand doubled: where two labels with values of
their types stand in it, it stays.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from graph.marking.labels import TYPED
from graph.marking.language import Language
from graph.model import Block, Document

LEAST_LABELS = 2
AROUND = frozenset({"navigation", "boilerplate"})
HEAD, FOOT = 12, 8  # lines of menus at a page's head and end among which its name is looked for
SHORTEST, LONGEST = 2, 8  # words of such a name


def without_menus(document: Document, language: Language) -> Document:
    """The document with only those `navigation` blocks in which a sheet stands; itself if it has no others."""
    kept: list[Block] = []
    named = _site(document)
    for menu, row in groupby(document.blocks, lambda block: block.kind == "navigation"):
        blocks = list(row)
        if not menu or len(_labels(document, language, blocks)) >= LEAST_LABELS:
            kept += blocks
        else:
            kept += [replace(block, kind="boilerplate") for block in blocks if block in named]
    return document if len(kept) == len(document.blocks) else replace(document, blocks=tuple(kept))


def _site(document: Document) -> list[Block]:
    """The menus' lines, at a page's head and at its end, that name whose site it is: the same capitalised words stand
    alone in the one place and open a line in the other ("Kredo Network" … "Kredo Network is a charity …")."""
    opening = list(takewhile(lambda block: block.kind in AROUND, document.blocks))[:HEAD]
    closing = list(takewhile(lambda block: block.kind in AROUND, reversed(document.blocks)))[:FOOT]
    for head in opening:
        name = " ".join(document.text[head.span.start : head.span.end].split())
        words = name.split()
        capitals = sum(word[0].isupper() for word in words)
        if not SHORTEST <= len(words) <= LONGEST or capitals < SHORTEST or not name[-1].isalpha():
            continue
        for foot in closing:
            line = " ".join(document.text[foot.span.start : foot.span.end].split())
            rest = line[len(name) :]
            if head is not foot and line.startswith(name) and len(line.split()) > len(words) and rest[0] in " ,.–|-":
                return [block for block in (head, foot) if block.kind == "navigation"]
    return []


def _labels(document: Document, language: Language, blocks: list[Block]) -> set[str]:
    """The properties with values of their own type that lines of these blocks are labels of, each with a number in the
    line below."""
    lines = [document.text[block.span.start : block.span.end].strip() for block in blocks]
    found: set[str] = set()
    for line, below in pairwise(lines):
        name = language.fields.property_of(line) if language.fields.fit(line) == 1 else None
        if name in TYPED and any(char.isdigit() for char in below):
            found.add(name)
    return found
