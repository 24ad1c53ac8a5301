"""Lines of a text with their offsets, and what a line looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import Span

TERMINAL = ".!?…。"
CLOSERS = "\"'”’»)]›“*_"
_NO_DATE = r"(?!\d{1,2}\.\s?(?:19|20)\d\d)"  # "1. 5. 2015" is no item 1
_LETTERS = "a-zà-öø-ÿāăćčďęěėģīķļłńňőřśšťūůűźżž"
_NO_DAY = rf"(?!\s+[{_LETTERS}]{{3,14}}\s+(?:19|20)\d\d\b)"  # "18. maja 2017" neither
_SIGN = r"[•●▪■‣◦∙·\uf0b7\uf0a7\uf0d8▶►➢➔→⇒»›■□◆◾✓✔❖*+\-–—‐]"
BULLET = re.compile(rf"\s*(?P<mark>{_SIGN}|\d{{1,2}}[.)]{_NO_DAY}|[a-z]\))\s+(?=\S)" + _NO_DATE)
NUMBERED = re.compile(
    rf"\s*(?P<number>(?:\d{{1,2}}\.)+\d{{0,2}}\.?{_NO_DAY}|\d{{1,2}}\)|[IVX]{{1,5}}\.)\s+(?=\S)" + _NO_DATE
)
_LABEL = re.compile(
    r"(?P<label>[^\W_][^\n:：]{0,70}?(?:\n[^\n:：]{1,60})?)[ \u00a0]?(?:\*\*|__)?\s?[:：](?:\*\*|__)?(?=\s|$)"
)
_CELL = re.compile(r"(?P<label>[^\W_][^\n:：|\t]{0,70}?)(?:[ \u00a0]+\|[ \u00a0]+|[ ]*\t+)(?=[^\s|][^|\t\n]*(?:\n|$))")
LABEL_SIGNS = ":：|\t"  # every label has one of these behind it
CELL_SIGNS = "|\t"
MAX_LABEL_WORDS = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line feed."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset just after the last character."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether there is nothing to see on the line."""
        return not self.text.strip()


def split_lines(text: str, region: Span) -> list[Line]:
    """The lines of a region of `text`."""
    lines, start = [], region.start
    for piece in text[region.start : region.end].split("\n"):
        lines.append(Line(start, piece))
        start += len(piece) + 1
    return lines


def is_terminated(text: str) -> bool:
    """Whether a sentence ends here."""
    bare = text.rstrip().rstrip(CLOSERS).rstrip()
    return bool(bare) and bare[-1] in TERMINAL


def is_upper(text: str) -> bool:
    """Whether the text is written in capitals throughout (at least four letters)."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and not any(char.islower() for char in letters)


def label_length(text: str) -> tuple[int, int] | None:
    """(end of the label, start of what follows its colon) if `text` begins with a label, else `None`.

    A label has at most six words, no sentence inside, and a colon with white space or nothing after it; or a bar or
    tab with the rest of the line after it, as a table of two columns has.
    """
    if not any(sign in text for sign in LABEL_SIGNS):
        return None
    opening = len(text) - len(text.lstrip(" \t*_"))
    match = _LABEL.match(text, opening) or _CELL.match(text, opening)
    if match is None:
        return None
    label = match["label"].strip(" *_\u00a0")
    if len(label.split()) > MAX_LABEL_WORDS or re.search(r"[.!?;]\s|https?|www\.|[“”„‚«»\"]|,\s.*,\s", label):
        return None
    if label[-1:] in ".,;" or not any(char.isalpha() for char in label):
        return None
    return match.end("label"), match.end()


def looks_like_heading(text: str, first_line: bool = False) -> bool:
    """A short line that starts as a name or sentence does and does not end as one; `first_line`: it opens a document,
    where titles are longer (up to 30 words and 240 characters)."""
    bare = text.strip()
    longest, most_words, commas = (240, 30, 4) if first_line else (120, 14, 2)
    if not 2 <= len(bare) <= longest or len(bare.split()) > most_words or ",\n" in bare or bare.count(",") > commas:
        return False
    if bare[-1] in ".,;:!…" or is_terminated(bare):
        return bare.endswith("?") and 2 <= len(bare.split()) <= 12
    first = bare.lstrip("\"'“„«¿¡#")[:1]
    return first.isalnum() and not first.islower() and any(char.isalpha() for char in bare)


def next_in_row(one: str, two: str) -> bool:
    """Whether the second of two numbered lines has the number after the first's: a list then, no empty section."""
    numbers = [int(m[0]) for line in (one, two) if (m := re.match(r"\s*\d{1,2}(?=[.)]\s)", line))]
    return len(numbers) == 2 and numbers[1] == numbers[0] + 1
