"""Token patterns and the automaton that finds many of them at once.

A pattern (docs/knowledge-files.md, "Token patterns") is expanded into rows of elements; all rows of all patterns
share one trie over
elements. A text's word is turned once into the few elements that accept it (the word itself, stems, endings), so the
cost of a scan
depends on the text and on how many patterns begin alike there, not on how many patterns there are.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from math import prod
from typing import Generic, NamedTuple, TypeVar

from ontology.words import WORD, fold, folded_words

ANY = "_"
MAX_ROWS = 4096
SHARED_ROWS = 24
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


def expand(pattern: str) -> list[Row]:
    """All rows of elements that a pattern stands for.

    Raises PatternError for unbalanced groups, an empty pattern, or one that stands for more than MAX_ROWS rows.
    """
    parts = alternatives(pattern)
    if prod(len(part) for part in parts) > MAX_ROWS:
        raise PatternError(f"pattern {pattern!r} stands for more than {MAX_ROWS} rows; split it")
    rows: dict[Row, None] = {}
    for choice in product(*parts):
        if row := tuple(element for part in choice for element in part):
            rows[row] = None
    if not rows:
        raise PatternError(f"pattern {pattern!r} has no words")
    return list(rows)


Payload = TypeVar("Payload", bound=Hashable)


class Match(NamedTuple, Generic[Payload]):
    """A pattern found: word indices `first` to `last` (exclusive) and what the pattern stands for."""

    first: int
    last: int
    payload: Payload


@dataclass(slots=True)
class _Node(Generic[Payload]):
    edges: dict[str, _Node[Payload]]
    payloads: list[Payload]
    links: dict[str, list[_Node[Payload]]] | None = None


class Automaton(Generic[Payload]):
    """Finds all occurrences of many patterns in a row of folded words."""

    def __init__(self) -> None:
        self._root: _Node[Payload] = _Node({}, [])
        self._words: set[str] = set()
        self._stems: dict[int, set[str]] = {}
        self._ends: dict[int, set[str]] = {}
        self._any = False
        self._cache: dict[str, tuple[str, ...]] = {}

    def add(self, pattern: str, payload: Payload) -> None:
        """Add a pattern; placeholders are not allowed here."""
        parts = alternatives(pattern)
        if prod(len(part) for part in parts) <= SHARED_ROWS:
            for row in expand(pattern):
                self.add_row(row, payload)
        else:
            self._add_parts(parts, payload)
        self._cache.clear()

    def _add_parts(self, parts: Sequence[Sequence[Row]], payload: Payload) -> None:
        """Add a pattern of many rows as a lattice: all alternatives of a part meet before the next."""
        frontier: list[_Node[Payload]] = [self._root]
        for part in parts:
            meeting: _Node[Payload] = _Node({}, [])
            for row in part:
                self.learn(row)
                for node in frontier if row else ():
                    for element in row[:-1]:
                        node = self._link(node, element, _Node({}, []))
                    self._link(node, row[-1], meeting)
            frontier = [*(frontier if () in part else []), meeting]
        if self._root in frontier:
            raise PatternError("a pattern may not be empty")
        for node in frontier:
            node.payloads.append(payload)

    def _link(self, node: _Node[Payload], element: str, target: _Node[Payload]) -> _Node[Payload]:
        if node.links is None:
            node.links = {}
        node.links.setdefault(element, []).append(target)
        return target

    def add_row(self, row: Sequence[str], payload: Payload) -> None:
        """Add one expanded row."""
        node = self._root
        for element in row:
            self._register(element)
            node = node.edges.setdefault(element, _Node({}, []))
        if payload not in node.payloads:
            node.payloads.append(payload)
        self._cache.clear()

    def learn(self, row: Iterable[str]) -> None:
        """Make `elements` know the elements of a row that is not itself searched for."""
        for element in row:
            self._register(element)
        self._cache.clear()

    def _register(self, element: str) -> None:
        if element == ANY:
            self._any = True
        elif element.endswith("*"):
            self._stems.setdefault(len(element) - 1, set()).add(element[:-1])
        elif element.startswith("*"):
            self._ends.setdefault(len(element) - 1, set()).add(element[1:])
        else:
            self._words.add(element)

    def elements(self, word: str) -> tuple[str, ...]:
        """The elements that accept a folded word."""
        found = self._cache.get(word)
        if found is None:
            parts = [word] if word in self._words else []
            size = len(word)
            parts += [word[:n] + "*" for n, stems in self._stems.items() if n <= size and word[:n] in stems]
            parts += ["*" + word[-n:] for n, ends in self._ends.items() if n <= size and word[-n:] in ends]
            if self._any:
                parts.append(ANY)
            found = self._cache[word] = tuple(parts)
        return found

    def find(self, words: Sequence[str], first: int, last: int, barriers: Sequence[bool] = ()) -> list[Match[Payload]]:
        """All (also overlapping) matches within words[first:last]; none crosses a barrier.

        `barriers[i]` says that nothing may span the gap before word i. Sorted by first, longest first.
        """
        found: list[Match[Payload]] = []
        root = self._root
        accept = self.elements
        for begin in range(first, last):
            states = _follow([root], accept(words[begin]))
            at = begin + 1
            hits: list[Match[Payload]] = []
            while states:
                for node in states:
                    hits.extend(Match(begin, at, payload) for payload in node.payloads)
                if at >= last or (barriers and barriers[at]):
                    break
                options = accept(words[at])
                if not options:
                    break
                states = _follow(states, options)
                at += 1
            if hits:
                found.extend(sorted(dict.fromkeys(hits), key=lambda match: -match.last))
        return found


def _follow(states: list[_Node[Payload]], options: Sequence[str]) -> list[_Node[Payload]]:
    """The nodes that the elements lead to."""
    found = []
    for node in states:
        for element in options:
            if element in node.edges:
                found.append(node.edges[element])
            if node.links is not None and element in node.links:
                found += node.links[element]
    return found
