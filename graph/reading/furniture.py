"""What a printed page or a web page adds around the text: page numbers, running headers, footnotes, breadcrumbs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.reading.lines import Line

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\s*[-–|]?\s*\d{1,3}\s*[-–|]?\s*")
_OF_PAGES = re.compile(
    r"\s*(?:\w{1,8}\.?\s)?\d{1,4}\s?(?:/\s?\d{1,4}|\(\d{1,4}\))\s*"
)  # "Page 2/3", "2 / 3", "sida 2 (3)"
_FOOTNOTE_RULE = re.compile(r"(?:[ \u00a0]{20,}|\s*_{8,}\s*)")
_FOOTNOTE = re.compile(r"\s*(?:\d{1,3}|\[\d{1,3}\]|\*{1,3})\s+\S")
_MARKDOWN_NOTE = re.compile(r"\s*\[\^[^\]]{1,20}\]:")
_IMAGE = re.compile(r"\s*(?:\[?!\[[^\]]*\]\([^\n]*\)(?:\]\([^\n]*\))?\s*)+")
_LINK = re.compile(r"\s*(?:[-*•]\s+)?\[[^\]\n]+\]\([^)\n]+\)\s*")
_SEPARATORS = re.compile(r"\s[/>»›|·]\s|\s?[»›]\s?")
_APART = re.compile(r"[ \u00a0]{2,}|\t+")
_LONE_MARK = re.compile(r"\s*[-–—•|*·]\s*")


def page_furniture(lines: Sequence[Line]) -> set[int]:
    """The starts of lines that are page numbers or running headers and footers.

    A number right below a line that ends in a colon is the value of that label. A header counts as running when it
    stands at least three times, page numbers aside. Its first appearance at the head of the text is its title and
    stays.
    """
    cores = [_core(line.text) for line in lines]
    counts = Counter(core for core in cores if core)
    found: set[int] = set()
    seen_text = 0
    below_label = False
    for line, core in zip(lines, cores, strict=True):
        is_value, below_label = below_label, line.text.rstrip().endswith(":")
        numbered = _NUMBER.fullmatch(line.text) or _OF_PAGES.fullmatch(line.text)
        if line.blank or (is_value and numbered):
            continue
        if numbered:
            found.add(line.start)
            continue
        seen_text += 1
        if counts[core] >= 3 and (seen_text > 2 or "www." in core or "@" in core):
            found.add(line.start)
    return found


def _core(text: str) -> str:
    """A line without page numbers at its ends, if it may be a running header."""
    numbered = _DIGIT.search(text) is not None
    if not numbered and "www." not in text:
        return ""
    bare = re.sub(r"^\d{1,4}\s*(?:[|–-]\s)?|(?:\s[|–-])?\s*\d{1,4}$", "", text.strip())
    if not 4 <= len(bare) <= 80 or bare[-1] in ".,;:!?" or bare[0] in "-•*|#" or len(bare.split()) > 9:
        return ""
    return bare.casefold() if numbered or "www." in bare else ""


def footnotes(lines: Sequence[Line], furniture: set[int]) -> set[int]:
    """The starts of lines that belong to footnotes: below a rule of blanks or underscores, up to the page's end."""
    found: set[int] = set()
    inside = False
    for index, line in enumerate(lines):
        if _MARKDOWN_NOTE.match(line.text):
            found.add(line.start)
        elif _FOOTNOTE_RULE.fullmatch(line.text):
            following = next((other for other in lines[index + 1 :] if not other.blank), None)
            inside = following is not None and _FOOTNOTE.match(following.text) is not None
        elif line.start in furniture:
            inside = False
        elif inside and not line.blank:
            found.add(line.start)
    return found


def is_image(text: str) -> bool:
    """Whether a line is nothing but Markdown pictures."""
    return bool(_IMAGE.fullmatch(text))


def is_link(text: str) -> bool:
    """Whether a line is nothing but one Markdown link."""
    return bool(_LINK.fullmatch(text))


def is_lone_mark(text: str) -> bool:
    """Whether a line is only a bullet or a dash, as scraped menus leave them."""
    return bool(_LONE_MARK.fullmatch(text))


def is_breadcrumb(text: str, position: int) -> bool:
    """Whether a line near the top is a path through a site ("Home / Activities / …"); a row between bars is none."""
    if position > 15:
        return False
    parts = [part.strip() for part in _SEPARATORS.split(text.strip())]
    if len(parts) < 3 or text.rstrip()[-1:] in ".:;" or text.lstrip().startswith("|"):
        return False
    return all(part and len(part.split()) <= 9 for part in parts) and len(parts[0].split()) <= 3


def is_menu_row(text: str, position: int) -> bool:
    """Whether a line near the top is a row of short words set apart by wide gaps ("Home   News   Projects   Contact"):
    at least four, with a capital each, none a number or a label."""
    parts = _APART.split(text.strip())
    if position > 15 or len(parts) < 4 or any(sign in text for sign in ":;|0123456789"):
        return False
    return all(len(part.split()) <= 3 and part[:1].isupper() and part[-1:].isalpha() for part in parts)
