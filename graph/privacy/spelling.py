"""Finds names in a text however they are spelt: any case, accents composed or not, invisible marks, cut by a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import NamedTuple

from graph.model import Span
from ontology.words import fold

_MARKS = (  # joiners, direction marks, and combining signs of European, Semitic and Cyrillic scripts
    "\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0300-\u036f\u0483-\u0487"
    "\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
)
_SPACING = (  # vowel signs of the scripts of South and South-East Asia, Ethiopia and Japan
    "\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd\u0b82\u0bbe-\u0bcd"
    "\u0c3e-\u0c4d\u0cbe-\u0ccd\u0d3e-\u0d4d\u0e31-\u0e4e\u1036-\u103e\u135d-\u135f\u17b4-\u17d3\u302a-\u302f"
    "\u3099\u309a"
)
_STRETCH = rf"[^\W_](?:[^\W_]|[{_MARKS}{_SPACING}])*"
_WORD = re.compile(rf"{_STRETCH}(?:(?<=[\u0400-\u04ff])['’](?=[\u0400-\u04ff]){_STRETCH})*")  # "Лук'яненко" is one word
_DROPPED = re.compile(f"[{_MARKS}]")
_BROKEN = re.compile(r"[-‐\u00ad]\s*\n\s*")
_SOLID = re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LONGEST_GAP = 6
_SHORT, _LONG, _VAST = 160, 600, 50_000
_NEAR, _AFTER = 80, 520
_JOINED = 8
ENDINGS = frozenset(
    "s es n en ns a u y i e o ą ego emu em om ie ii iej owi ovi om oi ou ova ovi ovou ów ach ami ra ul ului ei lui "
    "ille lle lta lla ssa sta ja ta re nak nek val vel ban ben".split()
)
_VOWELS = "aeiouyαηοω"


class Word(NamedTuple):
    """A folded word and where it stands."""

    text: str
    start: int
    end: int


class _Index(NamedTuple):
    """The words of a text, and where each of them stands among these."""

    words: tuple[Word, ...]
    places: dict[str, list[int]]


def words_of(text: str) -> tuple[Word, ...]:
    """The folded words of a text with their places; a word that a line's end cuts is one word."""
    return _read(text).words


def _read(text: str) -> _Index:
    """The words of a text, remembered: the same names, sentences and pages are asked about again and again."""
    return _short(text) if len(text) <= _SHORT else _sentence(text) if len(text) <= _LONG else _page(text)


def _index(text: str) -> _Index:
    words = tuple(_cut(text))
    places: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        places.setdefault(word.text, []).append(number)
    return _Index(words, places)


_short = lru_cache(maxsize=20_000)(_index)
_sentence = lru_cache(maxsize=64)(_index)
_page = lru_cache(maxsize=3)(_index)


def _cut(text: str) -> list[Word]:
    if not _BROKEN.search(text):
        make = Word._make
        spans = [match.span() for match in _WORD.finditer(text)]
        cut = [make((_folded(text[start:end]), start, end)) for start, end in spans]
        return cut if all(word.text for word in cut) else [word for word in cut if word.text]
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        start, last = match.start(), end
        end = match.end()
        folded = _folded(match.group())
        if not folded:
            continue
        if start - last > 1 and found and _BROKEN.fullmatch(text, last, start):
            start = found[-1].start
            folded = found.pop().text + folded
        found.append(Word(folded, start, end))
    return found


def is_solid(text: str) -> bool:
    """Whether a text is in a script that does not part its words."""
    return _SOLID.search(text) is not None


def folded_name(name: str) -> tuple[str, ...]:
    """A name as a row of folded words."""
    return tuple(word.text for word in words_of(name))


def folded_label(label: str) -> tuple[str, ...]:
    """The same for one line that is asked about once: nothing is remembered."""
    return tuple(filter(None, map(_folded, _WORD.findall(label))))


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    return fold(_DROPPED.sub("", word))


class Names:
    """Names to look for, each as a row of folded words; `inflected` also takes their words with common endings, and
    with a language's own `endings`."""

    def __init__(self, names: Iterable[str], *, inflected: bool = False, endings: Iterable[str] = ()) -> None:
        self._endings = ENDINGS.union(map(fold, endings))
        self._rows: dict[str, set[tuple[str, ...]]] = {}
        self._solid: set[str] = set()
        self._stems: frozenset[str] = frozenset()
        rows = {row for name in names if (row := folded_name(name))}
        for row in rows:
            self._learn(row)
            if len(row) > 1 and sum(map(len, row)) >= _JOINED:
                self._learn(("".join(row),))
                self._learn(("".join(reversed(row)),))
            if len(row) > 1:
                self._learn((*row[-1:], *row[:-1]))
                self._learn((*row[1:], row[0]))
            if _SOLID.search(row[0]) and len("".join(row)) > 1:
                self._solid.add("".join(row))
        if inflected:
            self._stems = frozenset(_stems(row[0] for row in rows if len(row) == 1))

    def __bool__(self) -> bool:
        return bool(self._rows)

    @cached_property
    def told(self) -> str:
        """A digest of what is looked for: the same for the same names."""
        rows = sorted(row for found in self._rows.values() for row in found)
        whole = repr((rows, sorted(self._solid), sorted(self._stems), sorted(self._endings)))
        return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()

    def _learn(self, row: tuple[str, ...]) -> None:
        self._rows.setdefault(row[0], set()).add(row)

    def spans(self, text: str) -> list[Span]:
        """Where the names stand in a text, longest first at each place, none over another."""
        if not self._rows or self._hopeless(text):
            return []
        words, places = _read(text)
        found: list[Span] = []
        end = 0
        for at in self._candidates(text, words, places):
            size = self._at(text, words, at) if at >= end else 0
            if size:
                found.append(Span(words[at].start, words[at + size - 1].end))
                end = at + size
            elif at >= end and self._solid:
                found.extend(self._inside(text, words[at]))
        return found

    def holds(self, text: str) -> bool:
        """Whether a text holds any of the names; of a long one only what is near words that begin one is read."""
        if len(text) < _VAST or self._stems or self._solid:
            return bool(self.spans(text))
        joined = _BROKEN.sub("", text)
        return any(self._is_near(whole) for whole in ((text,) if joined == text else (text, joined)))

    def _is_near(self, text: str) -> bool:
        """Whether a name stands at one of the words that begin a name of which all words are somewhere in the text."""
        folds = {word: _folded(word) for word in set(_WORD.findall(text))}
        there = set(folds.values())
        first = {row[0] for rows in self._rows.values() for row in rows if there.issuperset(row)}
        begins = sorted(re.escape(word) for word, fold in folds.items() if fold in first)
        for match in re.finditer(rf"(?<![^\W_])(?:{'|'.join(begins)})", text) if begins else ():
            start = max(0, match.start() - _NEAR)
            near = self.spans(text[start : match.start() + _AFTER])
            if any(span.start <= match.start() - start < span.end for span in near):
                return True
        return False

    def _hopeless(self, text: str) -> bool:
        """Whether no name can be there, seen without looking at where words stand: none of them begins one."""
        if self._stems or self._solid or len(text) > _LONG or _BROKEN.search(text):
            return False
        return self._rows.keys().isdisjoint(map(_folded, _WORD.findall(text)))

    def _candidates(self, text: str, words: Sequence[Word], places: dict[str, list[int]]) -> list[int]:
        """The words at which a name may begin, in order."""
        if len(self._rows) <= len(places) and not self._stems and not self._solid:
            first = [word for word in self._rows if word in places]
        else:
            first = [w for w in places if w in self._rows or self._ends(w) or (self._solid and _SOLID.search(w))]
        return sorted(number for word in first for number in places[word])

    def _at(self, text: str, words: Sequence[Word], at: int) -> int:
        """How many words the longest name that begins here has; 0 for none."""
        best = 0
        for row in self._rows.get(words[at].text, ()):
            if len(row) > best and self._fits(text, words, at, row):
                best = len(row)
        return best or int(bool(self._stems) and self._inflects(text, words[at]))

    def _fits(self, text: str, words: Sequence[Word], at: int, row: tuple[str, ...]) -> bool:
        if at + len(row) > len(words):
            return False
        for index, wanted in enumerate(row[1:], at + 1):
            between = words[index].start - words[index - 1].end
            near = between <= _LONGEST_GAP or not text[words[index - 1].end : words[index].start].strip()
            if words[index].text != wanted or not near:
                return False
        return True

    def _inflects(self, text: str, word: Word) -> bool:
        """Whether a word with a capital is one of the names with an ending."""
        return not text[word.start].islower() and self._ends(word.text)

    def _ends(self, word: str) -> bool:
        """Whether a word is one of the names with an ending."""
        return (
            bool(self._stems)
            and len(word) >= 5
            and any(
                word[:cut] in self._stems and word[cut:] in self._endings
                for cut in range(max(4, len(word) - 4), len(word))
            )
        )

    def _inside(self, text: str, word: Word) -> Iterable[Span]:
        """Names inside a run of a script that does not part its words."""
        shown = text[word.start : word.end]
        for name in sorted(self._solid):
            at = shown.find(name)
            while at >= 0:
                yield Span(word.start + at, word.start + at + len(name))
                at = shown.find(name, at + len(name))


def _stems(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        if len(word) >= 4:
            yield word
        if len(word) >= 5 and word[-1] in _VOWELS:
            yield word[:-1]
