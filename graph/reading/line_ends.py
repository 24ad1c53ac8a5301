"""Words that a printed line's end cut in two: "imple-" / "mented"."""

from __future__ import annotations

import re

_CUT = re.compile(r"(?P<one>[^\W\d_]{2,})-\n[ \t]*(?P<two>[^\W\d_]{2,})(?P<marks>[,.;:)]*)(?P<gap>[ \t]+|(?=\n)|$)")
_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*")


def rejoined(text: str) -> str:
    """The text with such words whole, each line ending after the word that it began.

    A word is joined if the text has it whole elsewhere, or if its second part is no word of the text; it keeps its
    hyphen where the text has it with a hyphen ("third-country"), and stays in two where the second part is a word
    ("Arbeits-" / "und").
    """
    if not _CUT.search(text):
        return text
    words = {match.group().casefold() for match in _WORD.finditer(_CUT.sub(" ", text))}

    def whole(match: re.Match[str]) -> str:
        one, two = match["one"], match["two"]
        if not (one[-1].islower() and two[0].islower()):
            return match.group()
        joined, parted = f"{one}{two}", f"{one}-{two}"
        if joined.casefold() not in words:
            if parted.casefold() in words:
                joined = parted
            elif two.casefold() in words:
                return match.group()
        ends = match["gap"] if len(match["gap"]) > 1 else "\n"  # a label in one column, and its value in the next
        return f"{joined}{match['marks']}{ends}"

    return _CUT.sub(whole, text)
