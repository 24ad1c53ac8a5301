"""What speaks against a name being a project's: it stands among bodies, or runs a project that has another name."""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, Tokens

MOST_BETWEEN = 10  # words from a guessed name to the next body of a list, with its bracket
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


def joined_to_body(marked: Marked, mention: Mention) -> bool:
    """Whether "and" joins a name to a body: "the IOM and Kredo project" is a project of both."""
    ands = [c.first for c in marked.cues_of("words", "and") if c.last == mention.first]
    return any(m.kind == "Organisation" and m.sure and m.last in ands for m in marked.mentions)


def guessed_among_bodies(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether "and" joins a guessed name to a body, or it stands in a list of them: behind one and a comma, and before
    another and "and" or a comma ("the Agency, the Harbour Initiative for Work and the Foundation as partners")."""
    if joined_to_body(marked, mention):
        return True
    bodies = [m for m in marked.mentions if m.kind == "Organisation" and m.sure]
    before = any(0 <= mention.first - m.last <= 1 and "," in tokens.gap(m.last) for m in bodies)
    joins = {c.last for c in marked.cues_of("words", "and")}
    small = marked.words_of("words", "articles")
    after = (m.first - (m.first - 1 in small) for m in bodies if 0 < m.first - mention.last <= MOST_BETWEEN)
    return before and any(at in joins or "," in tokens.gap(at) for at in after)


def holds_post(tokens: Tokens, marked: Marked, noun: int, at: int) -> bool:
    """Whether two words with capitals behind a role without an article are the name of who holds it ("le responsable de
    projet | Luc Martin", but "le responsable du projet Nouveau Départ"); the role's project noun is at `noun`."""
    bare = noun - 1 in marked.words_of("words", "of") - marked.words_of("words", "articles")
    if at < marked.sentence.last and tokens.gap(at).strip() == ":":
        return tokens.shapes[at] == CAPITAL  # "Responsable del programa: Marta Escartín"
    row = range(at, min(at + 3, marked.sentence.last))
    joined = [i for i in row if tokens.shapes[i] == CAPITAL and not tokens.gap(i).strip()]
    return bare and joined == [at, at + 1]
