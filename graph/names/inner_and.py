"""Names of bodies that hold "and" between two plain words ("Fondazione Luce e Vita", "the Light and Life Foundation"),
where a list shows that it joins no two bodies: the list goes on behind the second word, or its own "and" stands before
the first ("with Jobsplus, the Fundación Luz y Vida and the University of Malta").
"""

from __future__ import annotations

from itertools import pairwise

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, Tokens

BODIES = ("Organisation", "Name")
NEAR = 3  # words between two elements of a list
MARKS = frozenset({"", ",", ";"})


def join_inner(tokens: Tokens, marked: Marked) -> None:
    """Make such names whole, in place."""
    ands = marked.words_of("words", "and")
    heads = {c.first for c in marked.cues_of("nouns", "organisation")}
    ends = {c.last for c in marked.cues_of("nouns", "organisation")}
    for left, right in _pairs(tokens, marked, ands):
        beside = left.last in ands and right.first == left.last + 1 and not tokens.gap(right.first).strip()
        if not beside or left.entry is not None or right.entry is not None or tokens.gap(left.last).strip():
            continue
        if not (_headed(tokens, left, right, heads) or _tailed(tokens, marked, left, right, heads, ends)):
            continue
        if _goes_on(tokens, marked, right.last) or _ends_list(tokens, marked, left.first):
            whole = Mention("Organisation", left.first, right.last, tokens.surface(left.first, right.last))
            marked.mentions = [m for m in marked.mentions if m.last <= whole.first or m.first >= whole.last]
            marked.mentions = sorted([*marked.mentions, whole], key=lambda m: m.first)


def _pairs(tokens: Tokens, marked: Marked, ands: frozenset[int]) -> list[tuple[Mention, Mention]]:
    """Names that stand next to each other, and those that only "and" parts from a word in capitals that is no name by
    itself, as all nouns are in German."""
    bodies = [m for m in marked.mentions if m.kind in BODIES]
    found, named = list(pairwise(bodies)), {m.first for m in marked.mentions}
    for left in bodies if ands else ():
        at = left.last + 1
        if left.last in ands and at < marked.sentence.last and at not in named and tokens.shapes[at] == CAPITAL:
            found.append((left, Mention("Name", at, at + 1, tokens.word(at))))
    return found if ands else []


def _headed(tokens: Tokens, left: Mention, right: Mention, heads: set[int]) -> bool:
    """Whether a noun for a body and one word stand before "and", and one word behind it."""
    one = right.last - right.first == 1 and tokens.shapes[right.first] == CAPITAL and right.first not in heads
    return one and left.first in heads and left.last - left.first == 2 and tokens.shapes[left.last - 1] == CAPITAL


def _tailed(tokens: Tokens, marked: Marked, left: Mention, right: Mention, heads: set[int], ends: set[int]) -> bool:
    """Whether an article and one word stand before "and", and one word and a noun for a body behind it."""
    one = left.last - left.first == 1 and tokens.shapes[left.first] == CAPITAL and left.first not in heads
    led = left.first - 1 in marked.words_of("words", "articles")
    return one and led and right.last - right.first == 2 and right.last in ends and right.first not in heads


def _goes_on(tokens: Tokens, marked: Marked, at: int) -> bool:
    """Whether a further body follows at a word, behind a comma or "and"."""
    following = next((m for m in marked.mentions if m.first >= at and m.kind in BODIES), None)
    if following is None or following.first - at > NEAR or tokens.gap(at).strip() not in MARKS:
        return False
    joined = at in marked.words_of("words", "and") or "," in tokens.gap(at)
    return joined and _small(tokens, at, following.first)


def _ends_list(tokens: Tokens, marked: Marked, at: int) -> bool:
    """Whether "and" stands before a word and its article, and a body before that."""
    before = next((m for m in reversed(marked.mentions) if m.last <= at and m.kind in BODIES), None)
    if before is None or at - before.last > NEAR or not _small(tokens, before.last, at):
        return False
    return any(i in marked.words_of("words", "and") for i in range(before.last, at))


def _small(tokens: Tokens, first: int, last: int) -> bool:
    """Whether only words in lower case stand between two words, and no mark but a comma."""
    plain = all(tokens.shapes[i] == LOWER for i in range(first, last))
    return plain and all(tokens.gap(i).strip() in MARKS or tokens.gap(i) in "'’" for i in range(first + 1, last + 1))
