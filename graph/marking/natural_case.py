"""Lines in capitals as they would be written otherwise: a title that shouts hides which of its words are names.

Each word of such a line takes the case that it has elsewhere in the document, a row of words that comes back the case
of that row. A word that stands nowhere else is small if the language's patterns know it, unless the line may be a
body's name; else it begins with a capital, as it may be a name. (Truecasing: Lita et al. 2003,
“tRuEcasIng”, with the document itself as the model.)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from graph.marking.language import Language
from graph.model import Document
from ontology.words import WORD, fold

LEAST_WORDS, LEAST_LETTERS = 3, 12
LONGEST_ACRONYM = 5
LONGEST_SMALL = 6
MOST = 0.4  # the share of a text's letters that may stand in such lines: where all shouts, nothing is learned
LONGEST_ROW = 12
MOST_PLACES = 64  # places of a word that are looked at for rows
SHORT_LINE = 8  # words of a line that may be a body's name as a whole
SMALL = ("title_small", "title_loose", "and", "of", "articles", "joiners", "stop", "locative", "origin")
_LINE = re.compile(r"[^\n]+")
_CODE = re.compile(r"\S*\d\S*")


def with_natural_case(document: Document, lang: Language) -> Document:
    """The document with its lines in capitals in natural case, of the same length, to be read in its stead."""
    text = document.text
    loud = sorted(set(_loud_lines(document)))
    letters = sum(map(str.isalpha, text))
    if not loud or sum(end - start for start, end in loud) > MOST * letters:
        return document
    habits = _Habits(lang)
    forms = _Forms(text, loud)
    pieces, done = [], 0
    for start, end in loud:
        pieces += [text[done:start], _natural(text[start:end], forms, habits)]
        done = end
    return replace(document, text="".join(pieces) + text[done:])


def _loud_lines(document: Document) -> Iterator[tuple[int, int]]:
    """The lines in capitals of all blocks but menus, as (start, end)."""
    for block in document.blocks:
        if block.kind in ("navigation", "boilerplate"):
            continue
        start = document.text.rfind("\n", 0, block.span.start) + 1  # whole lines, since blocks may share one
        end = document.text.find("\n", block.span.end)
        for line in _LINE.finditer(document.text, start, end if end >= 0 else len(document.text)):
            words = [w for w in WORD.findall(line[0]) if sum(map(str.isalpha, w)) >= 2]
            size = sum(map(len, words))
            if len(words) >= LEAST_WORDS and size >= LEAST_LETTERS and line[0].upper() == line[0] != line[0].lower():
                yield line.span()


class _Forms:
    """How the words of a text are written where it does not shout."""

    def __init__(self, text: str, loud: list[tuple[int, int]]) -> None:
        self._words: list[str] = []
        done = 0
        for start, end in [*loud, (len(text), len(text))]:
            self._words += [*WORD.findall(text[done:start]), ""]  # no row runs across a line in capitals
            done = end
        self._folds = [fold(word) for word in self._words]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(self._folds):
            if word:
                self._places[word].append(place)

    def row(self, folds: list[str]) -> list[str]:
        """The longest row of written words at the head of `folds` that the text holds, of two words at least."""
        best: list[str] = []
        for place in self._places.get(folds[0], [])[:MOST_PLACES]:
            size = 0
            while size < min(len(folds), LONGEST_ROW) and self._folds[place + size] == folds[size]:
                size += 1
            if size > max(1, len(best)):
                best = self._words[place : place + size]
        return best

    def one(self, folded: str) -> str | None:
        """How a word is mostly written; small if it is ever written small."""
        written = Counter(self._words[place] for place in self._places.get(folded, ()))
        small = [word for word in written if word.islower()]
        return small[0] if small else max(written, key=lambda w: (written[w], w)) if written else None


class _Habits:
    """How a language writes words that stand nowhere else in a document."""

    def __init__(self, lang: Language) -> None:
        words = (word for row in SMALL for word in lang.lexicon.words.get(row, ()))
        self.small = frozenset(fold(word) for word in words if " " not in word and len(word) <= LONGEST_SMALL)
        self._bodies = lang.folded("nouns", "organisation")
        self._nouns_capitalised = lang.lexicon.capitalised_nouns
        self._elements = lang.automaton.elements

    def names(self, folds: list[str]) -> bool:
        """Whether the words of a line may be a body's name, and not a sentence."""
        return self._nouns_capitalised or (len(folds) <= SHORT_LINE and any(word in self._bodies for word in folds))

    def written(self, word: str, folded: str, name: bool) -> str:
        """A word in capitals as it is mostly written, in a line that is a name or not."""
        if folded in self.small:
            return word.lower()
        if not self._elements(folded):
            return word if len(word) <= LONGEST_ACRONYM else word[0] + word[1:].lower()
        return word[0] + word[1:].lower() if name else word.lower()


def _natural(line: str, forms: _Forms, habits: _Habits) -> str:
    words = list(WORD.finditer(line))
    folds = [fold(w[0]) for w in words]
    name = habits.names(folds)
    codes = [code.span() for code in _CODE.finditer(line)]
    natural: list[str] = []
    while len(natural) < len(words):
        at = len(natural)
        if any(start <= words[at].start() < end for start, end in codes):
            natural.append(words[at][0])
            continue
        alone = forms.one(folds[at]) if folds[at] not in habits.small else None
        alone = alone or habits.written(words[at][0], folds[at], name)
        row = forms.row(folds[at:])
        natural += [alone if folds[at] in habits.small else row[0], *row[1:]] if row else [alone]
    pieces, done = [], 0
    for number, (word, form) in enumerate(zip(words, natural, strict=True)):
        opening = form.islower() and (number == 0 or line[word.start() - 1] in '“„«"')
        form = form[:1].upper() + form[1:] if opening else form
        pieces += [line[done : word.start()], form if len(form) == len(word[0]) else word[0]]
        done = word.end()
    return "".join(pieces) + line[done:]
