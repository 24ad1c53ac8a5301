"""A document cut into sentences and words, with what the later stages need of each word.

Line breaks inside a block are layout only. Sentences end at sentence punctuation, never after an abbreviation, an
initial or inside brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph.model import Block, Document, Field, Span
from ontology.words import WORD, fold

LOWER, CAPITAL, UPPER, MIXED, NUMBER = range(5)
_END = re.compile(r"[.!?…·]+[\"”»’')\]]*(?=\s|$)|\n\s*\n")
_BARRIER = re.compile(
    r"(?<!\w):|:(?!\w)|[()\[\]{};!?\"“”„«»|•‹›…]|\s[–—-]\s|\s[–—]|[–—]\s|\n\s*\n|\t|\s/\s|(?<![\n ]) {4,}"
)
_OPENS_NAME = re.compile(r"\s['‘’]")  # before a capital: Kredo 'Open Doors'
_OPEN = frozenset(("", " ", "("))  # what stands before most words, and parts none
OPENING = {")": "(", "»": "«", "”": "“„", "“": "„", '"': '"'}  # what a closing mark closes
DOTTED = re.compile(r"(?<!\w)\w{1,3}\. ?\w$")
_BEYOND_LATIN = re.compile("[^\u0000-\u036f]")
_ASIDE = re.compile(r"\([^()\n]{2,60}\)")
_NEXT_LABEL = re.compile(r"(?:[,;|]|\s[–—-])\s+(?P<label>[^\W\d_][^\n:,;|]{1,40}?)\s?:\s+(?=\S)")
_TITLE = re.compile(  # a quotation of two sentences right behind a word: a title, not speech
    r"(?<=[\w.][ \n])(?:„[^„”“\"\n]{3,90}[.!?…][ \n][^„”“\"]{3,120}[”“\"]"
    r"|«[^«»\n]{3,90}[.!?…][ \n][^«»]{3,120}»|“[^“”\n]{3,90}[.!?…][ \n][^“”]{3,120}”)"
)
LONG_VALUE = 160
_TO_DATE = re.compile(r" ?[–—-] ?\d{1,4}\b")  # "… 2022 r. – 31.12.2023"
_ONLY_DATE = re.compile(  # "Od 1 lipca 2019 r.": a date and what leads to it, which is no sentence
    r"\s*(?:(?:[^\W\d_]+ ){1,2}(?:\d{1,2}(?:[-–]\d{1,2})? [^\W\d_]+ |\d{1,2}\.\d{1,2}\.)|(?:[^\W\d_]+ ){1,2})"
    r"\d{4} ?[^\W\d_]"
)
ORDINALS = "#."  # an "abbreviation" that stands for ordinals: "6. Juni" ends no sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words `first` to `last` (exclusive) of one block, with their span of text; `field` where it is the value of a
    field."""

    block: int
    first: int
    last: int
    span: Span
    field: Field | None = None


@dataclass(slots=True)
class Tokens:
    """All words of a document in parallel lists.

    `folds` are the folded words, `starts`/`ends` their offsets, `shapes` LOWER, CAPITAL, UPPER (two letters or more),
    MIXED
    (a capital inside, or letters with digits) or NUMBER, `barriers[i]` whether something that no name or trigger
    spans stands
    before word i.
    """

    text: str
    folds: list[str]
    starts: list[int]
    ends: list[int]
    shapes: list[int]
    barriers: list[bool]
    sentences: list[Sentence]
    _small: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)

    def in_small_letters(self, fold: str) -> bool:
        """Whether a folded word stands in lower case somewhere in the document."""
        if self._small is None:
            self._small = frozenset(w for w, shape in zip(self.folds, self.shapes, strict=True) if shape == LOWER)
        return fold in self._small

    def word(self, index: int) -> str:
        """The word as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def surface(self, first: int, last: int) -> str:
        """The text of words `first` to `last` (exclusive), white space made single, with the bracket or quotation mark
        that closes one inside it, and with the last point of an abbreviation in points ("e.V.", "S.r.l.")."""
        start, end = self.starts[first], self.ends[last - 1]
        text = self.text[start:end]
        if last - first == 1:  # a word holds neither white space nor points nor brackets
            return text
        if "." in text and DOTTED.search(text) and self.text[end : end + 1] == ".":
            text += "."
        return " ".join((text + self._closing(text, end)).split())

    def _closing(self, text: str, end: int) -> str:
        """The bracket or quotation mark right behind a text that closes one inside it ("Fondation «Kredo»"), or ""."""
        after = self.text[end : end + 1]
        opens = OPENING.get(after, "")
        many = sum(text.count(mark) for mark in opens) - (text.count(after) if after not in opens else 0)
        return after if opens and many % 2 else ""

    def gap(self, index: int) -> str:
        """The text between word index-1 and word index."""
        if index >= len(self.starts):
            return self.text[self.ends[-1] :] if self.ends else ""
        return self.text[self.ends[index - 1] : self.starts[index]] if index else ""


def shape_of(word: str) -> int:
    """LOWER, CAPITAL, UPPER, MIXED or NUMBER."""
    if word[0].isdigit():
        return NUMBER if word.isdigit() else MIXED
    if word.isupper():
        return UPPER if len(word) > 1 else CAPITAL
    if any(c.isupper() or c.isdigit() for c in word[1:]):
        return MIXED
    return CAPITAL if word[0].isupper() else LOWER


def sentence_spans(text: str, start: int, end: int, abbreviations: frozenset[str]) -> list[Span]:
    """The sentences of text[start:end]."""
    spans: list[Span] = []
    begin = start
    asides = [m.span() for m in _ASIDE.finditer(text, start, end)] if text.find("(", start, end) >= 0 else []
    if any(text.find(sign, start, end) >= 0 for sign in "„«“"):
        asides += [m.span() for m in _TITLE.finditer(text, start, end)]
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if stop <= begin:
            continue
        if any(first < match.start() < last - 1 for first, last in asides):
            continue
        if match.group()[0] in "!?" and _goes_on(text[stop : stop + 4]):
            continue
        if match.group()[0] == "." and _is_abbreviation(text, begin, match.start(), stop, end, abbreviations):
            continue
        if match.group()[0] in "!?" and text[stop : stop + 1] == " " and text[stop + 1 : min(stop + 2, end)].islower():
            continue  # a name's own mark ("the Open doors! project")
        spans.append(Span(begin, stop))
        begin = stop
    spans.append(Span(begin, end))
    return [trimmed for span in spans if (trimmed := _trim(text, span))]


def _goes_on(following: str) -> bool:
    """Whether what stands behind "!" or "?" on the same line goes on with the sentence: in lower case, or with a hyphen
    ("the Come along! -project")."""
    rest = following.lstrip(" ")
    return rest[:1].islower() or (rest[:1] == "-" and rest[1:2].isalnum())


def _trim(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def _is_abbreviation(text: str, begin: int, dot: int, stop: int, end: int, abbreviations: frozenset[str]) -> bool:
    ordinals = ORDINALS in abbreviations
    following = text[stop:end].lstrip()
    if following and (following[0].islower() or following[0] in ",;"):
        return True
    if _TO_DATE.match(text, stop, end) or _ONLY_DATE.fullmatch(text, begin, dot):
        return True
    start = dot
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    word = text[start:dot]
    if not word or not following:
        return False
    parts = word.split(".")
    if "." in word and all(len(p) == 1 or (p.isupper() and len(p) <= 4) for p in parts) and following[0] in "–—-:(":
        return True
    if word.isdigit():
        return len(word) <= 2 and (ordinals or not following[0].isupper())
    return fold(word) in abbreviations or (len(word) == 1 and word.isupper() and word not in "IVX")


def _pieces(
    document: Document, abbreviations: frozenset[str], known: Callable[[str], bool]
) -> list[tuple[int, Span, Field | None]]:
    pieces: list[tuple[int, Span, Field | None]] = []
    for index, block in enumerate(document.blocks):
        if block.kind == "record":
            for item in block.fields:
                if _is_text(document.text, block, item) and not known(item.label) and item.label_span:
                    whole = Span(item.label_span.start, item.value.end)
                    pieces += [
                        (index, span, None)
                        for span in sentence_spans(document.text, whole.start, whole.end, abbreviations)
                    ]
                    continue
                for field in _parted(document.text, item, known):
                    if span := _trim(document.text, field.value):
                        long = span.end - span.start > LONG_VALUE
                        parts = sentence_spans(document.text, span.start, span.end, abbreviations) if long else [span]
                        pieces += [(index, part, field) for part in parts]
        else:
            pieces += [(index, span, None) for span in _block_sentences(document.text, block, abbreviations)]
    return pieces


def _parted(text: str, item: Field, known: Callable[[str], bool]) -> list[Field]:
    """A field, and those that go on in its short value: "Run by: X, Period: 2020–2022" are two, if both labels are
    known ones."""
    if item.label_span is None or item.value.end - item.value.start > LONG_VALUE or not known(item.label):
        return [item]
    found: list[Field] = []
    label, label_span, start = item.label, item.label_span, item.value.start
    for match in _NEXT_LABEL.finditer(text, item.value.start, item.value.end):
        if known(match["label"]):
            found.append(Field(label, Span(start, match.start()), label_span))
            label, label_span, start = match["label"], Span(*match.span("label")), match.end()
    return [*found, Field(label, Span(start, item.value.end), label_span)]


def _other_script(text: str) -> bool:
    """Whether a text is mainly in another script than Latin: Latin words in it are names."""
    sample = text[:4000]
    other = sum(map(str.isalpha, _BEYOND_LATIN.findall(sample)))
    return other > 0 and other > sum(map(str.isalpha, sample)) / 2


def _is_text(text: str, block: Block, item: Field) -> bool:
    """Whether a field with an unknown label is rather a line of text with a colon: capitalised and directly before
    its value."""
    span = item.label_span
    return (
        block.about == "document"
        and span is not None
        and text[span.start : span.start + 1].isupper()
        and span.end <= item.value.start <= span.end + 4
        and not text.startswith("---", block.span.start)
    )


def _block_sentences(text: str, block: Block, abbreviations: frozenset[str]) -> list[Span]:
    if block.kind in ("title", "heading"):
        span = _trim(text, block.span)
        return [span] if span else []
    return sentence_spans(text, block.span.start, block.span.end, abbreviations)


@lru_cache(maxsize=100_000)
def _folded_and_shaped(word: str) -> tuple[str, int]:
    return fold(word), shape_of(word)


def _name_like(word: str) -> tuple[str, int]:
    """A word of a text in another script: Latin words in it are names."""
    folded, shape = _folded_and_shaped(word)
    return folded, MIXED if len(word) > 2 and word.isascii() and word.isalpha() else shape


def tokenise(
    document: Document, abbreviations: Sequence[str] = (), known_label: Callable[[str], bool] = lambda label: True
) -> Tokens:
    """Cut a document into sentences and words.

    `abbreviations` are words after which a full stop ends nothing; `known_label` says whether a label is a field's.
    """
    text = document.text
    tokens = Tokens(text, [], [], [], [], [], [])
    known = _name_like if _other_script(text) else _folded_and_shaped
    for block, span, value in _pieces(document, frozenset(fold(a) for a in abbreviations), known_label):
        first = len(tokens.folds)
        places = [match.span() for match in WORD.finditer(text, span.start, span.end)]
        if not places:
            continue
        words = [known(text[start:end]) for start, end in places]
        starts, ends = zip(*places, strict=True)
        gaps = [text[end:start] for end, start in zip((span.start, *ends), starts, strict=False)]
        tokens.folds += [folded for folded, _ in words]
        tokens.shapes += [shape for _, shape in words]
        tokens.starts += starts
        tokens.ends += ends
        tokens.barriers += [
            gap not in _OPEN and (_is_barrier(gap) or (shape != LOWER and _OPENS_NAME.fullmatch(gap) is not None))
            for gap, (_, shape) in zip(gaps, words, strict=True)
        ]
        tokens.sentences.append(Sentence(block, first, len(tokens.folds), span, value))
    return tokens


@lru_cache(maxsize=10_000)
def _is_barrier(gap: str) -> bool:
    """Whether what stands between two words parts them."""
    return _BARRIER.search(gap) is not None


def join_plus(tokens: Tokens, known: Callable[[str], bool]) -> None:
    """Take a plus that a blank parts from its word ("Erasmus +") into the word, in place, where that is `known`."""
    text = tokens.text
    for i, end in enumerate(tokens.ends):
        if text.startswith(" +", end) and known(tokens.folds[i] + "+"):
            tokens.folds[i] += "+"
            tokens.ends[i] = end + 2
