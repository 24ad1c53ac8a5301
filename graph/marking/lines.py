"""Lines that hold values or names and nothing else."""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import NUMBER, Tokens

READ = frozenset({"Fund", "Country", "Place", "Organisation", "period", "date"})


def nothing_but(tokens: Tokens, marked: Marked) -> list[Mention]:
    """The mentions of a sentence if they are all there is to it, save for articles, "and" and bare
    numbers (a fund's years); else none."""
    inside = {i for m in marked.mentions for i in range(m.first, m.last)}
    small = {i for c in marked.cues_of("words", "articles", "and") for i in range(c.first, c.last)}
    words = range(marked.sentence.first, marked.sentence.last)
    rest = [i for i in words if i not in inside and i not in small and tokens.shapes[i] != NUMBER]
    known = all(m.kind in READ and (m.sure or m.entry is not None) for m in marked.mentions)
    return marked.mentions if known and not rest else []


def spans_time(tokens: Tokens, marked: Marked) -> bool:
    """Whether a sentence is a period and nothing else."""
    found = nothing_but(tokens, marked)
    return len(found) == 1 and found[0].kind == "period"
