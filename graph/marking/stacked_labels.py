"""Labels with their values right below them, as cards, tables and pages of boxes leave them in plain text.

"Project name" / "Light for all" / "Start date" / "01-04-2019": the reader of plain text, which knows no labels, takes
a label for a heading, a label and its value for one heading of two lines, and a date that stands alone for a byline.
The lexicon tells what is a label; where several stand in a row, label and value become records of the document. A
value is a block, or the items of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.marking.dashed_labels import DATED, fits
from graph.marking.labels import SHEET, says_project
from graph.marking.language import NAMED_BODIES, FieldLabels, Language
from graph.model import Block, Document, Field, Span
from graph.reading.lines import is_terminated
from graph.reading.values import is_long, prose_in

LABELS = frozenset({"title", "heading", "prose"})
LEAST_LABELS, LONGEST_VALUE, MOST_BETWEEN = 2, 24, 3
LONGEST_ITEM, SHORT = 16, 4
ROLLED = frozenset({"hasPartner", "implementedBy"})  # rows of bodies below a label have a reader of their own
LISTED = frozenset({"coversCountry", "takesPlaceIn", "targets", "addresses"})
_BRACKET = re.compile(r"(?<=\w{3}) \([^()\n]{3,30}\)$")  # "Title (original)"
_SIGNS = " :：*_\n"


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label with its values, the blocks that they take up, and the property if the values may be of it."""

    fields: tuple[Field, ...]
    first: int
    last: int
    name: str | None
    typed: bool = False


def with_stacked_labels(document: Document, language: Language) -> Document:
    """The document with runs of such labels and values as records; the document itself if it has none."""
    labels, pairs, at = language.fields, list[_Pair](), 0
    while at < len(document.blocks):
        pair = _stacked(document, labels, at) or _listed(document, labels, at) or _followed(document, labels, at)
        if pair is not None:
            pairs.append(pair)
        at = pair.last if pair is not None else at + 1
    made = [pair for run in _runs(document, language, pairs) for pair in run]
    if not made:
        return document
    blocks = list(document.blocks)
    for pair in reversed(made):
        blocks[pair.first : pair.last] = _record(document.text, blocks[pair.first : pair.last], pair)
    return replace(document, blocks=tuple(blocks))


def _record(text: str, blocks: Sequence[Block], pair: _Pair) -> list[Block]:
    """The record of a pair, and what of its values is text."""
    span = Span(blocks[0].span.start, blocks[-1].span.end)
    made = [Block("record", span, fields=pair.fields, about="document")]
    if len(pair.fields) > 1:
        return [*made, *(b for b in blocks if b.kind == "item" and len(text[b.span.start : b.span.end].split()) > 5)]
    value = pair.fields[0].value
    told = is_long(text, value) or is_terminated(text[value.start : value.end])
    return [*made, *(prose_in(text, value) if told else ())]


def _runs(document: Document, language: Language, pairs: list[_Pair]) -> list[list[_Pair]]:
    """The pairs that stand in a row, with few other blocks between them, if the row is a sheet: it has several labels
    that a project's sheet has, those of the records that stand among them with them, or one that leaves no doubt."""
    runs: list[list[_Pair]] = []
    for pair in pairs:
        near = bool(runs) and _between(document, runs[-1][-1].last, pair.first) <= MOST_BETWEEN
        runs[-1].append(pair) if near else runs.append([pair])
    return [run for run in (_sheet(document, language, run) for run in runs) if run]


def _between(document: Document, first: int, last: int) -> int:
    """How many blocks other than records stand between two places."""
    return sum(block.kind != "record" for block in document.blocks[first:last])


def _sheet(document: Document, language: Language, run: list[_Pair]) -> list[_Pair]:
    """The pairs of a run that are fields."""
    around = document.blocks[max(run[0].first - MOST_BETWEEN, 0) : run[-1].last + MOST_BETWEEN]
    fields = [field for block in around if block.about == "document" for field in block.fields]
    names = {pair.name for pair in run} | {language.fields.property_of(field.label) for field in fields}
    if len(names & SHEET) < LEAST_LABELS:
        return [pair for pair in run if pair.typed]
    titled = len(names & SHEET) > LEAST_LABELS
    made = [pair for pair in run if pair.name not in ROLLED or len(pair.fields) == 1]
    begun = {pair.first for pair in run}
    return [p for p in made if p.name != "title" or _names(language, p.fields[0].label, titled, p.last in begun)]


def _names(language: Language, label: str, titled: bool, followed: bool) -> bool:
    """Whether what stands below a label for titles is a project's: it says "project" or "Title/Number", as a fund's
    own documents do, or stands on a sheet; with a number only where the next label is below its value, since forms have
    "1. Title" above "Reference" and more."""
    return says_project(language, label) or "/" in label or (titled and (followed or not label[:1].isdigit()))


def _label(labels: FieldLabels, text: str) -> bool:
    """Whether a line is a label and nothing else."""
    bare = _BRACKET.sub("", text.strip(_SIGNS))
    return (bare[:1].isupper() or bare[:1].isdigit()) and "\n" not in bare and labels.fit(bare) == 1


def _is_value(text: str) -> bool:
    return 1 <= len(text.split()) <= LONGEST_VALUE and text.strip()[-1] not in ":?"


def _suits(name: str | None, value: str) -> str | None:
    """A property, if a value may be of it: short, and with a number in it where there must be one."""
    if not _is_value(value) or (name in DATED and not any(c.isdigit() for c in value)):
        return None
    return name


def _stacked(document: Document, labels: FieldLabels, at: int) -> _Pair | None:
    """A block of a label and, on its further lines, the value."""
    block = document.blocks[at]
    line, _, rest = document.text[block.span.start : block.span.end].partition("\n")
    if block.kind not in LABELS or block.fields or not rest.strip():
        return None
    if not _label(labels, line) or not _is_value(rest) or _label(labels, rest.strip().split("\n", 1)[0]):
        return None
    start, cut = block.span.start, block.span.start + len(line)
    return _pair(document, labels, Span(start, cut), [Span(cut + 1, block.span.end)], at, at + 1)


def _listed(document: Document, labels: FieldLabels, at: int) -> _Pair | None:
    """A block that is a label, and the items of a list below it."""
    block, end = document.blocks[at], at + 1
    if block.kind not in LABELS or block.fields or not _label(labels, _text(document, block)):
        return None
    while end < len(document.blocks) and document.blocks[end].kind == "item":
        end += 1
    items = document.blocks[at + 1 : end]
    texts = [_text(document, item) for item in items]
    short = all(1 <= len(text.split()) <= LONGEST_ITEM and text.strip()[-1] not in ".:?!" for text in texts)
    if not items or not short or labels.property_of(_text(document, block).strip(_SIGNS)) not in LISTED | ROLLED:
        return None
    return _pair(document, labels, block.span, [item.span for item in items], at, end)


def _followed(document: Document, labels: FieldLabels, at: int) -> _Pair | None:
    """A block that is a label, and the block below it, which is its value."""
    if at + 1 >= len(document.blocks):
        return None
    block, below = document.blocks[at], document.blocks[at + 1]
    label, value = _text(document, block), _text(document, below)
    if block.kind not in LABELS or block.fields or not _label(labels, label):
        return None
    if _opens_roll(document, labels, at):
        return None
    byline = below.kind == "boilerplate" and any(c.isdigit() for c in value)
    own = below.kind in LABELS or byline
    if not own or below.fields or not value.strip() or value.strip()[-1] in ":?" or _label(labels, value):
        return None
    name, size = labels.property_of(label.strip(_SIGNS)), len(value.split())
    if size > SHORT and (name == "ignore" or (name in NAMED_BODIES and is_terminated(value))):
        return None  # "Key data" above a title, "Funding" above a sentence
    return _pair(document, labels, block.span, [below.span], at, at + 2)


def _opens_roll(document: Document, labels: FieldLabels, at: int) -> bool:
    """Whether a label stands above names of bodies that text or further names follow, and not above one value."""
    name = labels.property_of(_text(document, document.blocks[at]).strip(_SIGNS))
    if name not in ROLLED or at + 2 >= len(document.blocks):
        return False
    after, value = document.blocks[at + 2], _text(document, document.blocks[at + 1])
    return ": " in value or not (after.kind == "record" or _label(labels, _text(document, after)))


def _pair(document: Document, labels: FieldLabels, label: Span, values: Sequence[Span], first: int, last: int) -> _Pair:
    """A label and its values, without the blanks and signs around them."""
    where, text = _bare(document.text, label, _SIGNS), document.text
    told = [_bare(text, value, " \n\t\u00a0") for value in values]
    shown = text[where.start : where.end]
    name = labels.property_of(shown)
    said = text[told[0].start : told[0].end]
    typed = len(told) == 1 and name in DATED and fits(name, said) and _is_value(said) and not is_terminated(said)
    return _Pair(tuple(Field(shown, value, where) for value in told), first, last, _suits(name, said), typed)


def _bare(text: str, span: Span, signs: str) -> Span:
    """A stretch of text without signs at its ends."""
    shown = text[span.start : span.end]
    start = span.start + len(shown) - len(shown.lstrip(signs))
    return Span(start, start + len(shown.strip(signs)))


def _text(document: Document, block: Block) -> str:
    return document.text[block.span.start : block.span.end]
