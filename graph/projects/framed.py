"""Projects that open a sentence as the frame of what "we" do: “Under LANTERN, we have trained …”."""

from __future__ import annotations

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention, insert
from graph.marking.tokens import CAPITAL, LOWER, MIXED, UPPER, Tokens

LEAST_WORDS, LONGEST_ASIDE = 2, 25  # words of a name in plain capitals, and of a clause between it and "we"
LONGEST_FRAMED = 6  # words of a name that small words part
PARTED = frozenset(":;")


def worked_under(tokens: Tokens, language: Language, marked: Marked, mention: Mention) -> bool:
    """Whether a sentence begins with what "we" did in a name's frame: "Under LANTERN, we have trained …", "Under Second
    Door, launched in May with a grant, we repair …"."""
    made = tokens.shapes[mention.first] in (UPPER, MIXED)
    whole = tokens.shapes[mention.first] == CAPITAL and mention.last - mention.first >= LEAST_WORDS
    if "," not in tokens.gap(mention.last) or not (made or whole) or mention.last >= marked.sentence.last:
        return False
    ours = _ours(tokens, marked, mention)
    if ours >= marked.sentence.last or PARTED.intersection("".join(map(tokens.gap, range(mention.last, ours + 1)))):
        return False
    if any(m.first <= mention.first and mention.last <= m.last for m in marked.concepts):
        return False  # "Under Family Reunification, we …"
    return mention.first in framed_from(language, marked)


def framed_from(language: Language, marked: Marked) -> set[int]:
    """The words at which the name of a frame begins that opens a sentence: "Under | X, …", "As part of | X, …"."""
    local = {c.last for c in marked.cues_of("words", "strict_locative")}
    return {
        a.last
        for a in marked.anchors
        if a.first == marked.sentence.first
        and a.last not in local
        and a.payload.after[:1] == ("s",)
        and language.frames[a.payload.frame].property == "implementedBy"
    }


def _ours(tokens: Tokens, marked: Marked, mention: Mention) -> int:
    """The word "we" right behind a name and its comma, or behind the comma that ends a clause there; else the end of
    the sentence."""
    found = sorted(c.first for c in marked.cues_of("words", "we") if c.first >= mention.last)
    beside = (i for i in found if i == mention.last or "," in tokens.gap(i))
    at = next(beside, marked.sentence.last)
    return at if at - mention.last <= LONGEST_ASIDE else marked.sentence.last


def join_framed(tokens: Tokens, marked: Marked, language: Language) -> None:
    """Make the name whole, in place, that stands between "Under" and a comma at a sentence's beginning, where small
    words part it: "Under Home by | Spring, we …"."""
    for first in framed_from(language, marked):
        ends = (i for i in range(first + 1, marked.sentence.last) if "," in tokens.gap(i))
        last = next(ends, first)
        shapes = tokens.shapes[first:last]
        plain = all(not tokens.gap(i).strip() for i in range(first + 1, last))
        if (
            not 2 < len(shapes) <= LONGEST_FRAMED
            or not plain
            or {shapes[0], shapes[-1]} != {CAPITAL}
            or LOWER not in shapes
        ):
            continue
        over = [m for m in marked.mentions if m.first < last and first < m.last]
        small = all(s == CAPITAL or i in marked.words_of("words", "title_small") for i, s in enumerate(shapes, first))
        if small and all(m.kind == "Name" and m.entry is None for m in over):
            insert(marked, Mention("Name", first, last, tokens.surface(first, last), sure=False))
