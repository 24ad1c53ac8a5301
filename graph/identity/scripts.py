"""Names in Greek and Cyrillic letters as texts in Latin letters write them: "Світанок" is "Svitanok".

Ukrainian follows the table of the Cabinet of Ministers (2010), Bulgarian the Transliteration Act (2009), Greek ELOT 743
(ISO 843, transcription); accents are gone.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from graph.identity.forms import NameForm
from ontology.words import WORD, fold

_UKRAINIAN = dict(
    zip(
        "абвгґдежзиклмнопрстуфхцчшщіїйєюя",
        "a b v h g d e zh z y k l m n o p r s t u f kh ts ch sh shch i i i ie iu ia".split(),
        strict=True,
    )
) | {"ь": "", "'": ""}
_BULGARIAN = _UKRAINIAN | {"г": "g", "и": "i", "х": "h", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya", "щ": "sht", "й": "y"}
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}  # at the beginning of a Ukrainian word
_GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυφω", "a v g d e z i i k l m n x o p r s s t y f o".split(), strict=True)) | {
    "θ": "th",
    "χ": "ch",
    "ψ": "ps",
}
_PAIRS = {"ου": "ou", "αυ": "av", "ευ": "ev", "γγ": "ng", "γχ": "nch", "γξ": "nx"}
_LETTERS = {"uk": _UKRAINIAN, "bg": _BULGARIAN, "el": _GREEK}


@lru_cache(maxsize=100_000)
def in_latin(word: str, language: str) -> str:
    """A word as texts in Latin letters write it, folded; "" where it has other letters or the language no table."""
    letters = _LETTERS.get(language)
    if letters is None or word.isascii():
        return ""
    word = fold(word) if language == "el" else word.casefold()
    written, at = "", 0
    while at < len(word):
        pair = word[at : at + 2]
        if language == "el" and pair in _PAIRS:
            written, at = written + _PAIRS[pair], at + 2
        elif language == "uk" and pair == "зг":
            written, at = written + "zgh", at + 2
        else:
            first = _FIRST.get(word[at]) if at == 0 and language == "uk" else None
            written, at = written + (first or letters.get(word[at], word[at])), at + 1
    return fold(written) if written.isascii() else ""


def form_in_latin(form: NameForm) -> NameForm | None:
    """The form of a name with all its words in Latin letters; None where one has none, or none changes."""
    said = {fold(word): in_latin(word, form.language) for word in WORD.findall(form.text)}
    if not any(said.get(word) for word in form.own):
        return None
    own = [said.get(word) or word for word in form.own]
    plain = [said.get(word) or word for word in form.plain]
    if not all(word.isascii() for word in own):
        return None
    return replace(form, own=tuple(sorted(set(own))), plain=tuple(plain))
