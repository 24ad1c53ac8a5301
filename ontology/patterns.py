"""Token patterns: what each stands for (docs/knowledge-files.md, "Token patterns").

A pattern is expanded into rows of elements; an element is a word, a stem ("harb*"), an ending ("*haven") or any word
("_"). `ontology.automaton` finds many rows at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from math import prod

from ontology.words import WORD, fold, folded_words

ANY = "_"
_SPECIAL = str.maketrans(dict.fromkeys("()|*_{}", " "))
MAX_ROWS = 4096
Row = tuple[str, ...]
_SIMPLE = re.compile(r"[^\W_]+(?:[ ,.'’/]+[^\W_]+)*")
_PIECE = re.compile(r"\{[a-z]+\}|\*?[^\s*{}]+\*?")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says which and why."""


def _texts(chunk: str) -> list[str]:
    """Every text that the groups of a chunk allow."""
    found, end = _options(chunk, 0, top=True)
    if end < len(chunk):
        raise PatternError(f"{chunk!r}: ')' without '('")
    return found


def _options(chunk: str, at: int, top: bool = False) -> tuple[list[str], int]:
    """The texts of the alternatives from `at` to the end of their group, and where that is."""
    done: list[str] = []
    current = [""]
    options = 1
    while at < len(chunk) and chunk[at] != ")":
        if chunk[at] == "(":
            inner, at = _options(chunk, at + 1)
            current = [text + more for text in current for more in inner]
        elif chunk[at] == "|" and not top:
            done, current, options = done + current, [""], options + 1
        else:
            stop = next(
                (i for i in range(at, len(chunk)) if chunk[i] in "()" or (chunk[i] == "|" and not top)), len(chunk)
            )
            current = [text + chunk[at:stop] for text in current]
            at = stop - 1
        at += 1
        if len(current) + len(done) > MAX_ROWS:
            raise PatternError(f"{chunk!r} stands for more than {MAX_ROWS} rows; split it")
    if not top and at >= len(chunk):
        raise PatternError(f"{chunk!r}: '(' without ')'")
    return done + current + ([""] if options == 1 and not top else []), at


@lru_cache(maxsize=65536)
def _elements(piece: str) -> list[list[str]]:
    """The rows of elements for one blank-separated piece; a hyphenated piece also stands joined."""
    if piece == ANY or piece.startswith("{"):
        return [[piece]]
    front, back = piece.startswith("*"), piece.endswith("*")
    if front and back:
        raise PatternError(f"{piece!r}: a word has one star, before or behind; write two patterns")
    words = [fold(match.group()) for match in WORD.finditer(piece.strip("*"))]
    if not words:
        return [[]]
    rows = [words]
    if len(words) > 1 and re.search(r"[-‐‑]", piece):
        rows.append(["".join(words)])
    marked = []
    for row in rows:
        row = list(row)
        if front:
            row[0] = "*" + row[0]
        if back:
            row[-1] = row[-1] + "*"
        marked.append(row)
    return marked


def _chunks(pattern: str) -> list[str]:
    """A pattern cut at the blanks that stand in no group; what a hyphen ends stays with what follows."""
    chunks, depth, start = [], 0, 0
    for at, char in enumerate(pattern):
        depth += (char == "(") - (char == ")")
        if char.isspace() and depth == 0:
            chunks.append(pattern[start:at])
            start = at + 1
    chunks.append(pattern[start:])
    return [chunk for chunk in chunks if chunk.strip()]


@lru_cache(maxsize=65536)
def _alternatives(chunk: str) -> tuple[Row, ...]:
    """The rows that one chunk stands for; an empty one where it may be left out."""
    rows: dict[Row, None] = {}
    for text in _texts(chunk):
        for choice in product(*(_elements(piece) for piece in _PIECE.findall(text))):
            rows[tuple(element for part in choice for element in part)] = None
    return tuple(rows)


def alternatives(pattern: str) -> list[tuple[Row, ...]]:
    """What each part of a pattern stands for, part by part. Raises PatternError for unbalanced groups."""
    if _SIMPLE.fullmatch(pattern):
        return [(tuple(folded_words(pattern)),)]
    try:
        return [_alternatives(chunk) for chunk in _chunks(pattern)]
    except PatternError as error:
        raise PatternError(f"pattern {pattern!r}: {error}") from error


def plain(text: str) -> str:
    """The pattern that stands for a text as it is: what patterns give a meaning of its own is left out."""
    return text.translate(_SPECIAL)


def expand(pattern: str) -> list[Row]:
    """All rows of elements that a pattern stands for.

    Raises PatternError for unbalanced groups, an empty pattern, or one that stands for more than MAX_ROWS rows.
    """
    parts = alternatives(pattern)
    if prod(len(part) for part in parts) > MAX_ROWS:
        raise PatternError(f"pattern {pattern!r} stands for more than {MAX_ROWS} rows; split it")
    return rows_of(pattern, parts)


def rows_of(pattern: str, parts: Sequence[Sequence[Row]]) -> list[Row]:
    """The rows of a pattern's parts (`alternatives`), each once. Raises PatternError where none has a word."""
    if len(parts) == 1 and len(parts[0]) == 1 and parts[0][0]:
        return [parts[0][0]]
    rows: dict[Row, None] = {}
    for choice in product(*parts):
        if row := tuple(element for part in choice for element in part):
            rows[row] = None
    if not rows:
        raise PatternError(f"pattern {pattern!r} has no words")
    return list(rows)
