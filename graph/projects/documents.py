"""Titles that say which project a document is about: "Action Document for Support to returnees in Malta – “LANTERN”".

Which words open such a title the lexicon says (`documents`). The project's name is the rest of the line; a quotation or
a bracket at its end is its short form. A document for a fund, or one whose rest tells something, names no project.
"""

from __future__ import annotations

import re

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, MIXED, NUMBER, UPPER, Tokens
from graph.projects.titles import split_title

LEAST, LONGEST = 3, 40
_QUOTED = re.compile(r"(.{9,}?\S)\s*[–—:-]?\s*[(]?[“„«\"']\s*([^“”„«»\"]{3,60}?)\s*[”“»\"'][)]?\s*")


def documented(tokens: Tokens, marked: Marked) -> Mention | None:
    """The project that a line names behind "action document for" and the like; else None."""
    sentence, articles = marked.sentence, marked.words_of("words", "articles")
    opening = [c for c in marked.cues_of("words", "documents") if c.first == sentence.first]
    if not opening or sentence.field is not None:
        return None
    first = max(c.last for c in opening)
    while first < sentence.last and first in articles:
        first += 1
    first += first < sentence.last and first in marked.words_of("nouns", "project") and tokens.gap(first + 1) != "-"
    last = sentence.last
    while last > first and tokens.shapes[last - 1] == NUMBER and "\n" in tokens.gap(last - 1):
        last -= 1  # the number of the heading below
    words = last - first
    made = words > 0 and tokens.shapes[first] in (UPPER, MIXED)
    quoted = first < sentence.last and any(c in tokens.gap(first) for c in "“„«\"'‘")
    if quoted or not (LEAST <= words <= LONGEST or made) or tokens.shapes[first] == LOWER:
        return None  # the quotation is the name; "Action Document for the implementation of …"
    if marked.has("words", "copula", "planned") or any(m.kind == "Fund" and m.first == first for m in marked.mentions):
        return None
    end = tokens.starts[last] if last < sentence.last else sentence.span.end
    text = " ".join(tokens.text[tokens.starts[first] : end].split())
    short = _QUOTED.fullmatch(text)
    name, also = (short[1], (short[2],)) if short else split_title(text)
    return Mention("Project", first, last, name, also=also, defined=True)
