"""Labels with their values right below them, as cards and tables leave them in plain text.

"Project name" / "Light for all" / "Start date" / "01-04-2019": the reader of plain text, which knows no labels, takes
a label and its value for one heading of two lines, and a date that stands alone for a byline. The lexicon tells what
is a label; where many of them stand in a row, label and value become records of the document.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.marking.labels import SHEET
from graph.marking.language import Language
from graph.model import Block, Document, Field, Span

LABELS = frozenset({"title", "heading", "prose"})
LEAST_LABELS, LONGEST_VALUE, MOST_BETWEEN = 3, 24, 3


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label, its value, the blocks that they take up, and whether the reader took them for something else."""

    field: Field
    first: int
    last: int
    mistaken: bool


def with_stacked_labels(document: Document, language: Language) -> Document:
    """The document with runs of such labels and values as records; the document itself if it has none."""
    pairs: list[_Pair] = []
    at = 0
    while at < len(document.blocks):
        pair = _stacked(document, language, at) or _followed(document, language, at)
        if pair is not None:
            pairs.append(pair)
        at = pair.last if pair is not None else at + 1
    made = [pair for run in _runs(pairs) if _is_sheet(language, run) for pair in run]
    if not made:
        return document
    blocks = list(document.blocks)
    for pair in reversed(made):
        span = Span(blocks[pair.first].span.start, blocks[pair.last - 1].span.end)
        blocks[pair.first : pair.last] = [Block("record", span, fields=(pair.field,), about="document")]
    return replace(document, blocks=tuple(blocks))


def _runs(pairs: list[_Pair]) -> list[list[_Pair]]:
    """The pairs that stand in a row, with few other blocks between them."""
    runs: list[list[_Pair]] = []
    for pair in pairs:
        if runs and pair.first - runs[-1][-1].last <= MOST_BETWEEN:
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return runs


def _is_sheet(language: Language, run: list[_Pair]) -> bool:
    """Whether pairs are those of a sheet that the reader did not see: several labels that a project's sheet has."""
    names = {language.fields.property_of(pair.field.label) for pair in run}
    return len(names & SHEET) >= LEAST_LABELS and any(pair.mistaken for pair in run)


def _label(language: Language, text: str) -> bool:
    """Whether a line is a label and nothing else."""
    bare = text.strip()
    return bare[:1].isupper() and language.fields.fit(bare) == 1


def _is_value(text: str) -> bool:
    return 1 <= len(text.split()) <= LONGEST_VALUE and text.strip()[-1] not in ":?"


def _stacked(document: Document, language: Language, at: int) -> _Pair | None:
    """A block of a label and, on its further lines, the value."""
    block = document.blocks[at]
    line, _, rest = document.text[block.span.start : block.span.end].partition("\n")
    if block.kind not in LABELS or block.fields or not rest.strip():
        return None
    if not _label(language, line) or not _is_value(rest) or _label(language, rest.strip().split("\n", 1)[0]):
        return None
    start, cut = block.span.start, block.span.start + len(line)
    return _Pair(_field(document, start, cut, cut + 1, block.span.end), at, at + 1, mistaken=True)


def _followed(document: Document, language: Language, at: int) -> _Pair | None:
    """A block that is a label, and the block below it, which is a value of one line."""
    if at + 1 >= len(document.blocks):
        return None
    block, below = document.blocks[at], document.blocks[at + 1]
    label, value = (document.text[b.span.start : b.span.end] for b in (block, below))
    if block.kind not in LABELS or block.fields or "\n" in label.strip() or not _label(language, label):
        return None
    byline = below.kind == "boilerplate" and any(c.isdigit() for c in value)
    own = below.kind in LABELS or byline
    if not own or below.fields or "\n" in value.strip() or not _is_value(value) or _label(language, value):
        return None
    return _Pair(_field(document, *_ends(block), *_ends(below)), at, at + 2, byline)


def _ends(block: Block) -> tuple[int, int]:
    return block.span.start, block.span.end


def _field(document: Document, label: int, ends: int, value: int, last: int) -> Field:
    """The field of a label and a value that stand at these places, without the blanks around them."""
    name = document.text[label:ends]
    told = document.text[value:last]
    start = value + len(told) - len(told.lstrip())
    begin = label + len(name) - len(name.lstrip())
    return Field(name.strip(), Span(start, start + len(told.strip())), Span(begin, begin + len(name.strip())))
