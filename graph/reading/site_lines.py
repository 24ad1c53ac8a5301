"""What one line of a web page around the text is: an entry of a menu, a row of them, a path, a byline, a notice.

The words are data of all languages at once (`ontology/site-words.toml`), since a site mixes them and a page's language
is not known yet when it is cut into blocks.
"""

from __future__ import annotations

import re
from typing import Literal

from graph.reading.lines import BULLET, is_terminated
from ontology.site import site_words
from ontology.words import folded_words

SURE, LIKELY = 2, 1
MOST_WORDS = 8  # of an entry
LEAST_ROW, MOST_ROW = 3, 60  # entries of a row without marks between them; its words
LONGEST_BYLINE, LONGEST_NOTICE, LONGEST_CREDIT = 30, 90, 14
_APART = re.compile(r"\s*[|/•·»›>»→]\s*|\s[–—-]\s|[ \u00a0]{2,}|\t+")
_TRIM = " \t*_#[]()+▾▼▸►›»>→…|:"
_COPYRIGHT = re.compile(r"\s*(?:©|(?:\(c\)|copyright)\W{1,3}(?:19|20)\d\d)", re.I)
_DAY = re.compile(
    r"\d{1,2}(?: de| ta’| ta')?\W{1,3}(?:[^\W\d]{1,12}|\d{1,2})\W{1,3}(?:de )?(?:19|20)\d\d"
    r"|(?:19|20)\d\d\W{1,2}(?:\d{1,2}|[^\W\d]{3,12})\W{1,2}\d{1,2}"
)
_BACK, _ON = re.compile(r"\s*(?:[‹←]\s?|«\s)(?=\w)"), re.compile(r"(?<=\w)(?:[?!]?\s?[›→]|[?!]?\s»)\s*$")
Part = Literal["navigation", "aside"]


def weight(text: str) -> int:
    """`SURE` or `LIKELY` for a line that is nothing but an entry of a menu or footer, else 0."""
    mark = BULLET.match(text)
    bare = text[mark.end() if mark else 0 :].strip(_TRIM)
    if not bare or bare[0].islower() or len(bare) > 60 or bare[-1] in ".,;":
        return 0
    words = folded_words(bare)
    if site_words("sure").whole(words):
        return SURE
    return LIKELY if site_words("likely").whole(words) else 0


def part_of(text: str) -> Part | None:
    """What a line is by itself: `navigation` for a row of entries, a path, a turn to the next page; `aside` for a
    byline, a photographer's line, a notice on cookies, a copyright; `None` for all else."""
    words = folded_words(text)
    if not words or len(words) > LONGEST_NOTICE:
        return None
    if _is_notice(text, words):
        return "aside"
    if len(words) > MOST_ROW:
        return None
    if _is_path(text, words) or _is_turn(text, words) or _points_on(text, words):
        return "navigation"
    if _is_row(text, words):
        return "navigation" if any(site_words("likely").opening(words, at) for at in range(len(words))) else "aside"
    if _is_byline(text, words) or _is_credit(text, words) or (_COPYRIGHT.match(text) and len(words) <= LONGEST_BYLINE):
        return "aside"
    return None


def stands_alone(text: str) -> bool:
    """Whether a line is an entry or stands above teasers: no other line goes on with it."""
    return weight(text) > 0 or heads_teasers(text)


def heads_teasers(text: str) -> bool:
    """Whether a line is nothing but what stands above teasers of other texts ("Related news")."""
    bare = text.strip(_TRIM)
    return bare[:1].isupper() and site_words("related").whole(folded_words(bare)) and not is_terminated(bare)


def _is_notice(text: str, words: list[str]) -> bool:
    """Whether a text is a notice on cookies: a sentence with the word for them."""
    told = len(words) >= MOST_WORDS and is_terminated(text)
    return told and any(site_words("notice").opening(words, at) for at in range(len(words)))


def _is_path(text: str, words: list[str]) -> bool:
    """Whether a line is a path through a site: "You are here: Home > Projects", "Home > Projects"."""
    if is_terminated(text):
        return False
    head, colon, _ = text.partition(":")
    if colon and site_words("here").whole(folded_words(head)):
        return True
    if site_words("here").whole(words):
        return True
    parts = [part for part in re.split(r"\s*[>»›/]\s+", text.strip()) if part]
    return len(parts) >= 2 and weight(parts[0]) > 0 and (len(parts) > 2 or weight(parts[1]) > 0)


def _is_row(text: str, words: list[str]) -> bool:
    """Whether a line is a row of entries, with marks between them or with nothing but blanks."""
    if is_terminated(text) or text.lstrip().startswith("|"):
        return False
    parts = [part for part in _APART.split(text.strip()) if part]
    weights = [weight(part) for part in parts]
    if len(parts) >= 2 and sum(map(bool, weights)) * 2 >= len(parts) and sum(weights) > 2:
        return True
    return _is_run_together(text, words)


def _is_run_together(text: str, words: list[str]) -> bool:
    """Whether entries follow one another on a line with single blanks between: most of its words are theirs."""
    if any(sign in text for sign in ",;") and len(words) < 2 * MOST_WORDS:
        return False
    at = covered = entries = points = 0
    while at < len(words):
        sure, likely = site_words("sure").opening(words, at), site_words("likely").opening(words, at)
        size = max(sure, likely)
        entries, covered = entries + (size > 0), covered + size
        points += SURE if sure and sure == size else LIKELY if size else 0
        at += size or 1
    return entries >= LEAST_ROW and points > LEAST_ROW and covered * 2 > len(words)


def _is_turn(text: str, words: list[str]) -> bool:
    """Whether a line leads to another text: "Next: …", "Previous post", "Read also: …"."""
    if is_terminated(text):
        return False
    head, colon, _ = text.partition(":")
    told = folded_words(head) if colon else []
    return site_words("turn").whole(words) or any(site_words(key).whole(told) for key in ("turn", "related"))


def _points_on(text: str, words: list[str]) -> bool:
    """Whether an arrow at a line's end or beginning leads on to another page: "« A house opens", "A house opens »"."""
    if ("«" in text and "»" in text) or is_terminated(text) or len(words) > LONGEST_BYLINE:
        return False
    return _BACK.match(text) is not None or _ON.search(text) is not None


def _is_byline(text: str, words: list[str]) -> bool:
    """Whether a line says when a text was published, and perhaps by whom."""
    if len(words) > LONGEST_BYLINE or is_terminated(text.rstrip(". ")):
        return False
    return site_words("byline").opening(words) > 0 and _DAY.search(text) is not None


def _is_credit(text: str, words: list[str]) -> bool:
    """Whether a line says who took a picture."""
    head, colon, behind = text.partition(":")
    if not colon or len(words) > LONGEST_CREDIT or not behind.strip():
        return False
    return site_words("photo").whole(folded_words(head))
