"""Names that only the wording betrays as people's: an age, a relation, a form of speech, a dream, a case ending.

What each language says around people's names is data (`ontology/people/<lang>.toml`). A *strong* sign (an age, "her
daughter", "my name is") holds whatever else the name was taken for; a *weak* one ("says") only where nothing else is
known of the name. Heads of bodies, acronyms, places and what the vocabulary knows are no names of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.model import Span
from graph.privacy.spelling import Word, words_of
from graph.privacy.wording import Signs, signs_of
from ontology.lexicon import languages
from ontology.people import honours, particles
from ontology.words import fold

_LANDS = frozenset({"Country", "Place", "demonym"})
_PROJECT, _BODIES = frozenset({"project"}), frozenset({"project", "organisation", "fund"})
_STRONG = frozenset({"naming", "called", "kin", "ages"})
_QUOTES = " \t\n\u00a0“”„\"«»‹›‘’'”–-"
_BETWEEN = {"naming": _QUOTES + ":", "called": _QUOTES, "captions": _QUOTES + ":"}
_COMMA = re.compile(r"\.?\s*(?:[,(\[–—:-])\s*")
_OPENING = re.compile(r"\s*[“”„\"«»‹›‘’']?\s*")
_END = re.compile(r"[.!?…;:]['”\"»)]*\s|\n\s*\n|\n\s*[#*•-]")
_LEADING = re.compile(r"^\d{1,3}(?!\d)")
_LONGEST_NAME, _STEM, _REACH = 5, 3, 12


class Sign(NamedTuple):
    """A name that the wording betrays; `strong` if nothing else can be meant."""

    span: Span
    strong: bool


class _Hit(NamedTuple):
    kind: str
    first: int
    last: int


def betrayed(text: str, language: str, given: frozenset[str]) -> list[Sign]:
    """The names in a text whose wording says that they are a person's; `given` are folded given names."""
    code = language if language in languages() else "en"
    return sorted(set(_Search(text, signs_of(code), given).signs()))


class _Search:
    """One text with its words."""

    def __init__(self, text: str, language: Signs, given: frozenset[str]) -> None:
        self._text = text
        self._lang = language
        self._given = given
        self._words: Sequence[Word] = words_of(text)
        self._folds = [_number(word.text) for word in self._words]
        self._breaks = [False, *(self._parts(i) for i in range(1, len(self._words)))]
        self._cued: set[int] = set()
        self._lower = {w.text for w in self._words if text[w.start].islower()}

    def signs(self) -> Iterator[Sign]:
        """All signs, in no order."""
        cues = self._lang.cues.find(self._folds, 0, len(self._folds), self._breaks)
        hits = [(_Hit(m.payload[0], m.first, m.last), m.payload[1]) for m in cues]
        self._cued = {i for hit, _ in hits if hit.kind != "captions" for i in range(hit.first, hit.last)}
        people = [hit for hit, _ in hits if hit.kind in ("persons", "kin", "ages")]
        for hit, before in hits:
            for first, last in self._names_at(hit, before, people):
                if self._is_name(first, last, hit.kind):
                    whose = hit.kind == "traits" and self._is_given(self._folds[first])
                    yield Sign(self._span(first, last), hit.kind in _STRONG or whose)
        yield from (Sign(self._span(first, last), strong=False) for first, last in self._inflected())

    def _span(self, first: int, last: int) -> Span:
        """The place of some words, with the dot of an initial at their end."""
        end = self._words[last - 1].end
        dotted = self._initial(last - 1) and self._text[end : end + 1] == "."
        return Span(self._words[first].start, end + int(dotted))

    def _parts(self, at: int) -> bool:
        """Whether a sentence ends before a word; the dot of an initial ends none."""
        gap = self._gap(at)
        if gap == " " or not _END.search(gap):
            return False
        return not (gap.strip() == "." and self._initial(at - 1) and self._capital(at - 1))

    def _names_at(self, hit: _Hit, before: bool, people: list[_Hit]) -> Iterator[tuple[int, int]]:
        """The capitalised words at a cue, on the sides where its kind lets a name stand."""
        if hit.kind == "called" and not self._speaks_of_one(hit, people):
            return
        if before:
            yield from self._before(hit.first)
            return
        if hit.kind in ("naming", "called", "says", "ages", "kin", "captions"):
            yield from self._after(hit.last, _BETWEEN.get(hit.kind, ""))
        if hit.kind in ("says", "acts"):
            yield from self._before(hit.first)
        if hit.kind == "ages" or (hit.kind == "persons" and self._is_whole(hit)):
            yield from self._apposed(hit)
        if hit.kind == "traits":
            yield from self._owner(hit)

    def _after(self, at: int, signs: str) -> Iterator[tuple[int, int]]:
        """A name that begins at a word or, after one small word, at the next; these `signs` may stand before it."""
        for start in (at, at + 1):
            if start >= len(self._words) or (start > at and self._words[at].text not in self._lang.small):
                return
            gap = self._gap(start)
            if not (_OPENING.fullmatch(gap) or gap.strip() == ",") and (not signs or gap.strip(signs)):
                return
            if last := self._run(start):
                yield start, last
                return

    def _before(self, end: int) -> Iterator[tuple[int, int]]:
        """A name that ends before a word."""
        if end > 0 and not self._breaks[end] and _OPENING.fullmatch(self._gap(end)):
            first = self._run_back(end, quoted=bool(self._gap(end).strip()))
            if first < end:
                yield first, end

    def _apposed(self, hit: _Hit) -> Iterator[tuple[int, int]]:
        """A name before a comma or bracket, and up to three small words before the cue."""
        for start in range(hit.first, max(0, hit.first - 4), -1):
            if self._breaks[start]:
                return
            if _COMMA.fullmatch(self._gap(start)):
                first = self._run_back(start)
                if first < start:
                    yield first, start
                return
            if self._capital(start - 1) and not self._lang.nouns_capitalised:
                return

    def _owner(self, hit: _Hit) -> Iterator[tuple[int, int]]:
        """Whose dream it is: the name before ("Fatima's dream"), or after small words ("the dream of Fatima")."""
        end = hit.first
        if end > 1 and self._words[end - 1].text == "s" and self._gap(end - 1).strip() in ("'", "’"):
            end -= 1
        if end > 0 and not self._breaks[end] and self._gap(end).strip(" \n\t") in ("", "'", "’"):
            first = self._run_back(end)
            if first < end and (end < hit.first or self._is_given(self._folds[first])):
                yield first, end
        for start in range(hit.last, min(hit.last + 3, len(self._words))):
            if self._breaks[start] or self._gap(start).strip(" \n\t'’"):
                return
            if last := self._run(start):
                if start > hit.last or self._is_given(self._folds[start]):
                    yield start, last
                return
            if self._words[start].text not in self._lang.small:
                return

    def _inflected(self) -> Iterator[tuple[int, int]]:
        """Given names, also with a case ending, inside sentences of languages that have such endings."""
        if len(self._lang.wording.endings) < 2:
            return
        for at, word in enumerate(self._words):
            begins = at == 0 or self._breaks[at]
            if not self._capital(at) or not self._is_given(word.text, exact=begins):
                continue
            first, last = self._run_back(at + 1), self._run(at)
            if self._is_name(first, last, "") and first == at:
                yield first, last

    def _run(self, at: int) -> int:
        """The end of the row of capitalised words that begins here; 0 for none."""
        if not self._capital(at):
            return 0
        last = at + 1
        while last < len(self._words) and last - at < _LONGEST_NAME and self._joined(last):
            if self._capital(last):
                last += 1
            elif self._words[last].text in particles() and self._capital(last + 1) and self._joined(last + 1):
                last += 2
            else:
                break
        return last

    def _run_back(self, end: int, *, quoted: bool = False) -> int:
        """The beginning of the row of capitalised words that ends here; `end` for none; `quoted`: up to a quote."""
        first = end
        while first > 0 and end - first < _LONGEST_NAME and (first == end or self._joined(first)):
            if quoted and first < end and self._gap(first).strip():
                break
            if self._capital(first - 1):
                first -= 1
            elif first < end and self._words[first - 1].text in particles() and self._joined(first - 1):
                if not self._capital(first - 2):
                    break
                first -= 2
            else:
                break
        while first < end - 1 and (first in self._cued or self._words[first].text in self._lang.function):
            if self._initial(first) and self._gap(first + 1).startswith("."):
                break
            first += 1
        return first

    def _joined(self, at: int) -> bool:
        """Whether a word may go on with the name of the word before it."""
        gap = self._gap(at)
        if self._initial(at - 1) and gap.strip() == ".":
            return True
        return not self._breaks[at] and len(gap) <= 4 and not gap.strip(_QUOTES)

    def _initial(self, at: int) -> bool:
        return len(self._words[at].text) == 1

    def _capital(self, at: int) -> bool:
        if not 0 <= at < len(self._words):
            return False
        letter = self._text[self._words[at].start]
        return letter.isupper() or letter.istitle()

    def _is_name(self, first: int, last: int, kind: str) -> bool:
        """Whether a row of capitalised words can be a person's name, as this kind of cue betrays it."""
        words = self._folds[first:last]
        strong = kind in _STRONG
        if all(self._initial(i) for i in range(first, last)):
            return last - first > 1 and kind not in ("says", "captions", "traits", "")
        if any(w in self._lang.function and len(w) > 1 for w in words[:1]) or self._shouted(first, last, strong):
            return False
        if any(self._lang.nouns(words, 0, len(words))) or self._is_known(words) or self._beside(first, last, strong):
            return False
        if strong and kind != "kin":
            return True
        if last - first > 1 or any(map(self._is_given, words)):
            return True
        if self._lang.nouns_capitalised and kind != "kin":
            return False
        begins = first == 0 or self._breaks[first]
        return words[0] not in self._lower and not (begins and kind not in ("kin", "persons"))

    def _shouted(self, first: int, last: int, strong: bool) -> bool:
        """Whether a word is an acronym: capitals only, in a text that is not all so."""
        for i in range(first, last):
            shown = self._text[self._words[i].start : self._words[i].end]
            if len(shown) > 1 and shown.isupper() and not (strong and len(shown) > 3 and last - first > 1):
                return True
        return False

    def _is_known(self, words: Sequence[str]) -> bool:
        """Whether the vocabulary knows the whole of these words."""
        return any(m.first == 0 and m.last == len(words) for m in self._lang.known(words, 0, len(words)))

    def _beside(self, first: int, last: int, strong: bool) -> bool:
        """Whether the words right beside these make them the name of a project, or (no strong sign) of a body."""
        if not strong and first > 0 and not self._breaks[first] and self._folds[first - 1] in honours():
            return True
        kinds = _PROJECT if strong else _BODIES
        sides = [(i, i + 1) for i in (first - 1, last) if 0 <= i < len(self._words) and not self._breaks[max(i, first)]]
        return any(
            match.payload in (kinds if low == last else _PROJECT)
            for low, high in sides
            if not self._gap(max(low, first)).strip(_QUOTES)
            for match in self._lang.nouns(self._folds, low, high)
        )

    def _is_given(self, word: str, exact: bool = False) -> bool:
        """Whether a word is a given name, or (unless `exact`) one with a case ending."""
        if word in self._given:
            return True
        if exact or word in self._lang.function:
            return False
        stems = (word.removesuffix(fold(ending)) for ending in self._lang.wording.endings)
        return any(len(stem) >= _STEM and stem != word and self._is_stem(stem) for stem in stems)

    def _is_stem(self, stem: str) -> bool:
        return any(stem + vowel in self._given for vowel in ("", "a", "e", "i", "o", "α", "η", "ος"))

    def _speaks_of_one(self, hit: _Hit, people: list[_Hit]) -> bool:
        """Whether the sentence spoke of a person before the cue, and of nothing since that may be called something."""
        near = [p for p in people if 0 <= hit.first - p.last <= _REACH or 0 <= p.first - hit.last <= 3]
        for person in near:
            low, high = min(person.last, hit.last), max(hit.first, person.first)
            if not any(self._breaks[low : high + 1]) and not any(self._lang.nouns(self._folds, low, high)):
                return True
        return False

    def _is_whole(self, hit: _Hit) -> bool:
        """Whether a noun for a person stands by itself and not before another ("a refugee organisation")."""
        at = hit.last
        if at >= len(self._words) or self._breaks[at] or self._folds[at] in self._lang.function:
            return True
        gap = self._gap(at).strip(" \t\n")
        lands = self._lang.known(self._folds, at, min(at + 3, len(self._folds)))
        return (bool(gap) and "-" not in gap) or any(m.first == at and m.payload in _LANDS for m in lands)

    def _gap(self, at: int) -> str:
        return self._text[self._words[at - 1].end : self._words[at].start] if at > 0 else ""


def _number(word: str) -> str:
    """A word with its leading number as `#`."""
    return _LEADING.sub("#", word) if word[:1].isdigit() else word
