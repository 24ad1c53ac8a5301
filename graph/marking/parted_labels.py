"""Labels that blanks, a tab, a bar, "=" or a colon without a blank part from their values: "Donor   Kredo Foundation",
"Duration = 2019–2020", "Partners | Omnia, MENETEK", "Donor:Kredo Foundation".

Forms, columns of a page and tables of two columns become such lines where they were made plain text. Which words are
labels, the lexicon says, so that this is done after the language is known. Beside such lines those with labels that no
one knows are fields, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.marking.dashed_labels import fits
from graph.marking.labels import SHEET, says_title
from graph.marking.language import Language
from graph.model import Block, Document, Field, Span
from graph.reading.lines import BULLET, MAX_LABEL_WORDS, is_terminated
from graph.reading.values import is_long, prose_in

KINDS = frozenset({"title", "heading", "prose", "item"})
LONGEST_LABEL, LEAST_BARRED, WIDE = 60, 2, 4
_LABEL = r"[ \u00a0]*(?P<label>[^\W_](?:[^\n:：|=\t]*?[^\s:：|=])?)"
_SIGNS = {
    "tab": re.compile(_LABEL + r"[ \u00a0]*\t\s*(?P<value>[^\s|][^\t|]*)"),
    "gap": re.compile(_LABEL + r"[ \u00a0]{2,}(?P<value>\S.*)"),
    "bar": re.compile(_LABEL + r"[ \u00a0]*\|[ \u00a0]*(?P<value>[^\s|][^|]*)"),
    "equal": re.compile(_LABEL + r"[ \u00a0]+=[ \u00a0]+(?P<value>[^\s=].*)"),
    "dash": re.compile(_LABEL + r"\s+[–—-]\s+(?P<value>\S.*)"),
    "tight": re.compile(_LABEL + r"[ \u00a0]?[:：](?P<value>[^\s/:：].*)"),
}
LOOSE = frozenset({"bar", "gap", "dash"})  # what parts the entries of a menu or the parts of a page's title, too
OWN = frozenset({"tight", "dash"})  # stands elsewhere, too: "14:Lantern", "Kredo Foundation – lead partner"
NEVER_ALONE = frozenset({"title", "ignore", "description"})
_GAP = re.compile(r"\S[ \u00a0]{3,}\S")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a block that may be a label and a value: the sign between them, and what the lexicon says of it."""

    block: int
    sign: str
    label: Span
    value: Span
    name: str | None
    whole: bool
    typed: bool


def with_parted_labels(document: Document, language: Language) -> Document:
    """The document with such lines as records about it; the same document if it has none."""
    lines = [line for at, block in enumerate(document.blocks) for line in _lines(document, at, block, language)]
    made = _accepted(lines)
    if not made:
        return document
    by_block: dict[int, list[_Line]] = {}
    for line in made:
        by_block.setdefault(line.block, []).append(line)
    blocks: list[Block] = []
    for at, block in enumerate(document.blocks):
        own = by_block.get(at)
        blocks.extend(_cut(document.text, block, own) if own else [block])
    return replace(document, blocks=tuple(blocks))


def _lines(document: Document, at: int, block: Block, language: Language) -> list[_Line]:
    """The lines of a block that look like a label and a value."""
    found: list[_Line] = []
    start = block.span.start
    if block.kind not in KINDS or block.fields:
        return found
    for text in document.text[block.span.start : block.span.end].split("\n"):
        if (line := _line(text, start, at, language)) is not None:
            found.append(line)
        start += len(text) + 1
    return found


def _line(text: str, offset: int, at: int, language: Language) -> _Line | None:
    labels = language.fields
    mark = BULLET.match(text)
    begin = mark.end() if mark else 0
    for sign, pattern in _SIGNS.items():
        match = pattern.fullmatch(text, begin, len(text.rstrip()))
        if match is None:
            continue
        label, value = match["label"], match["value"]
        if len(label) > LONGEST_LABEL or len(label.split()) > MAX_LABEL_WORDS or not label[0].isupper():
            continue
        if sign == "tight" and value[0].islower():  # "Partner:innen"
            continue
        if labels.fit(value.strip(" :")) == 1 or (sign == "gap" and _GAP.search(value)):
            continue
        one, two = (Span(offset + match.start(part), offset + match.end(part)) for part in ("label", "value"))
        name = labels.property_of(label)
        wide = sign == "gap" and match.start("value") - match.end("label") >= WIDE and name not in NEVER_ALONE
        typed = wide or (sign == "gap" and fits(name, value)) or (name == "title" and says_title(language, label))
        return _Line(at, sign, one, two, name, labels.fit(label) == 1, typed)
    return None


def _accepted(lines: Sequence[_Line]) -> list[_Line]:
    """The lines with labels of the lexicon, and those beside them that are parted by the same sign."""
    told = [line for line in lines if line.whole and line.name is not None]
    sure = {sign for sign in _SIGNS if len({line.name for line in told if line.sign == sign} & SHEET) >= LEAST_BARRED}
    known = {
        line
        for line in told
        if line.sign in sure or line.typed or (line.sign not in LOOSE and line.name not in NEVER_ALONE)
    }
    near = {(line.sign, line.block + step) for line in known if line.sign in sure for step in (-1, 0, 1)}
    return [line for line in lines if line in known or (line.sign not in OWN and (line.sign, line.block) in near)]


def _cut(text: str, block: Block, lines: Sequence[_Line]) -> list[Block]:
    """The blocks that a block with such lines is made of: text before them, and a record for each."""
    made: list[Block] = []
    first = min(line.label.start for line in lines)
    if text[block.span.start : first].strip(" \n*_-•"):
        end = block.span.start + len(text[block.span.start : first].rstrip())
        made.append(replace(block, span=Span(block.span.start, end)))
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        end = following.label.start if following else block.span.end
        value = Span(line.value.start, line.value.start + len(text[line.value.start : end].rstrip()))
        field = Field(text[line.label.start : line.label.end], value, line.label)
        made.append(Block("record", Span(line.label.start, value.end), fields=(field,), about="document"))
        if is_long(text, value) or is_terminated(text[value.start : value.end]):
            made.extend(prose_in(text, value))
    return made
