"""What speaks against a name being a project's: it stands among bodies, or runs a project that has another name."""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Tokens

QUOTES = frozenset("“„«»\"'‘’”")


def among_bodies(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether a name stands in a list of bodies: a sure one before it and one after it, with nothing but a comma or
    "and" between; or as the last of several, behind "and"."""
    joins = {i for c in marked.cues_of("words", "and", "articles") for i in range(c.first, c.last)}
    sides = []
    for before, after in zip(marked.mentions, marked.mentions[1:], strict=False):
        if mention in (before, after):
            other = after if before is mention else before
            near = all(i in joins for i in range(before.last, after.first)) and after.first - before.last <= 3
            gaps = "".join(tokens.gap(i) for i in range(before.last, after.first + 1)).strip()
            sides.append(near and gaps in (",", "") and other.kind == "Organisation" and other.sure)
    last = mention.last >= marked.sentence.last and len(sides) == 1 and mention.first - 1 in joins
    bodies = [m for m in marked.mentions if m.last < mention.first and m.kind == "Organisation" and m.sure]
    return all(sides) and (len(sides) == 2 or (last and len(bodies) > 1))


def names_other(tokens: Tokens, marked: Marked, mention: Mention, at: int) -> bool:
    """Whether a project with a name between quotation marks stands somewhere behind a trigger that ends at a word: "X
    runs, from May to June, the project “Y”"."""
    other = (m for m in marked.mentions if m.kind == "Project" and m.sure and m.name and m is not mention)
    return any(m.first >= at and tokens.gap(m.first).strip()[-1:] in QUOTES for m in other)
