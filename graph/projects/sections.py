"""Sections that are projects because of the heading above them ("Our projects") or of those beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens
from graph.model import Document
from graph.projects.headlines import level_of, says_projects
from graph.projects.short_lines import has_text_below

LEAST_ROW = 3
_NUMBER = re.compile(r"[#\s]*(?P<part>(?:\d{1,2}\.)*)(?P<number>\d{1,2})(?P<mark>[.)]?)\s")
TEXT = frozenset({"prose"})

SHORT_VALUE, LEAST_VALUES = 4, 3


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
        beside = flat and several and not generic(line) and has_text_below(document, marked, index, TEXT)
        if above and (level > above or beside):
            found[index] = level
            continue
        above = level if says_projects(tokens, line) else 0
        several = line.has("nouns", "project_plural")
    return {index for index, level in found.items() if level == min(found.values())}


def numbered_beside(
    document: Document,
    marked: Sequence[Marked],
    named: Collection[int],
    generic: Callable[[Marked], bool],
    says: Callable[[Marked], bool],
) -> list[int]:
    """The headings (numbers of sentences) numbered in one row with one that is `named` a project's, as reports number
    what they tell of, if text below each `says` what is said of projects and none of them is `generic`."""
    rows: dict[int, list[int]] = {}
    open_rows: dict[str, list[int]] = {}
    for index, line in enumerate(marked):
        block = document.blocks[line.sentence.block]
        number = _NUMBER.match(document.text, block.span.start) if block.kind == "heading" else None
        if number is None or not (number["part"] or number["mark"]):
            continue
        part = number["part"]
        row = [] if int(number["number"]) == 1 else open_rows.get(part, [])
        open_rows[part] = row
        row.append(index)
        rows[row[0]] = row
    found = []
    for row in rows.values():
        if len(row) >= LEAST_ROW and any(i in named for i in row):
            others = [i for i in row if i not in named and not generic(marked[i])]
            texts = [i for i in others if has_text_below(document, marked, i, TEXT)]
            found += [i for i in texts if any(map(says, _below(document, marked, i)))]
    return found


def past_values(document: Document, marked: Sequence[Marked], index: int) -> int:
    """The first sentence behind a heading and the values that registers stack below it without labels ("Oceania",
    "FM.0311", "100,000"): three short lines or more."""
    at = index + 1
    while at < len(marked) and marked[at].sentence.field is None:
        kind, size = (
            document.blocks[marked[at].sentence.block].kind,
            marked[at].sentence.last - marked[at].sentence.first,
        )
        if kind not in ("heading", "prose") or size > SHORT_VALUE or marked[at].has("nouns", "coreference"):
            break
        at += 1
    return at if at - index > LEAST_VALUES else index + 1


def _below(document: Document, marked: Sequence[Marked], index: int) -> list[Marked]:
    """The sentences between a heading and the next."""
    end = index + 1
    while end < len(marked) and document.blocks[marked[end].sentence.block].kind not in ("heading", "title"):
        end += 1
    return list(marked[index + 1 : end])
