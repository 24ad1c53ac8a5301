"""Words: how texts and patterns are cut and folded, so that they meet.

Folding makes spelling variants equal: case, accents and other combining marks, final sigma, soft hyphens, zero-width
characters. It
works on one word at a time, so that offsets into the text never shift.

An apostrophe cuts words ("l'aide"), but not between two Cyrillic letters, where it is spelling ("об'єднання"); folding
drops it there, since texts write it in several ways.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_STRETCH = rf"[^\W_](?:[\w{_INVISIBLE}\u0300-\u036f@&]*[^\W_])?"
_INNER_APOSTROPHE = r"(?<=[\u0400-\u04ff])['\u2019\u02bc](?=[\u0400-\u04ff])"
WORD = re.compile(rf"{_STRETCH}(?:{_INNER_APOSTROPHE}{_STRETCH})*[\u0300-\u036f]*(?:\+)?|&")
_APOSTROPHE = re.compile(_INNER_APOSTROPHE)
_DROP = {ord(c): None for c in _INVISIBLE}
_ODD = str.maketrans({"ς": "σ", "ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The form of `word` in which it is compared: lower case, no accents, nothing invisible.

    Words of one letter keep their accent: "è" (is) is not "e" (and), "à" (to) not "a" (has).
    """
    if word.isascii():
        return word.lower()
    if len(word) == 1:
        return word.casefold()
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", word.translate(_DROP)).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_ODD)


def folded_words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return list(_folded_words(text))


@lru_cache(maxsize=20_000)
def _folded_words(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in WORD.findall(text))
