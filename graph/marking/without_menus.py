"""A document without its menus, which speak of the site and not of what the page tells.

What the reader took for a menu may be a project's sheet whose lines stand doubled: where two labels with values of
their types stand in it, it stays.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise

from graph.marking.labels import TYPED
from graph.marking.language import Language
from graph.model import Block, Document

LEAST_LABELS = 2


def without_menus(document: Document, language: Language) -> Document:
    """The document with only those `navigation` blocks in which a sheet stands; itself if it has no others."""
    kept: list[Block] = []
    for menu, row in groupby(document.blocks, lambda block: block.kind == "navigation"):
        blocks = list(row)
        if not menu or len(_labels(document, language, blocks)) >= LEAST_LABELS:
            kept += blocks
    return document if len(kept) == len(document.blocks) else replace(document, blocks=tuple(kept))


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
