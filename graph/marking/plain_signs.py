"""Signs that stand for one another: the many forms of quotation marks, apostrophes and dashes become the usual ones.

A page writes ″X″, ``X'' or <<X>> for “X”, and a minus for a dash. The text in which the engine looks has one form of
each, every one as long as what it stands for, so that all offsets hold; evidence is quoted as it is written.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.model import Document

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("″‶＂❝❞〝〞〟˝", '"'),
        "‟": "“",
        "⹂": "„",
        **dict.fromkeys("´`′‵ʼʻ‛＇ʹ", "’"),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys("−‒﹘", "–"),
        **dict.fromkeys("―⸺", "—"),
    }
)
_ODD = re.compile("[″‶＂❝❞〝〞〟˝‟⹂´`′‵ʼʻ‛＇ʹ‐‑−‒﹘―⸺]")
_PAIRS = ("''", "’’", "‘‘", "‚‚", ",,", "<<", ">>", "--")
_OPENING = re.compile(r"(?<![^\s(\[:–—/-])(?:''|’’|‘‘|‚‚|,,|<<)(?=\w)")
_CLOSING = re.compile(r"(?<=[\w.!?)…%])(?:''|’’|>>)(?!\w)")
_DASH = re.compile(r"(?<=[ \n])--(?=[ \n])")
_LOW = re.compile(r"(?<!\w)‚(?=\w)(?P<name>[^‚‘’\n]{1,160}?)[‘’](?!\w)")  # ‚X‘
_UNDERLINED = re.compile(r"(?<![\w_])_(?=\w)(?P<name>[^_\n]{2,160}?)_(?![\w_])")  # _X_


def with_plain_signs(document: Document) -> Document:
    """The document with the usual form of each sign, to be read in its stead; itself if it has no others."""
    text = document.text
    if _ODD.search(text):
        text = text.translate(_SIGNS)
    if any(pair in text for pair in _PAIRS):
        text = _DASH.sub(" –", _CLOSING.sub("” ", _OPENING.sub(" “", text)))
    if "‚" in text:
        text = _LOW.sub(r"„\g<name>“", text)
    if "_" in text:
        text = _UNDERLINED.sub(r"“\g<name>”", text)
    return document if text is document.text else replace(document, text=text)
