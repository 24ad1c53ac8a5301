"""Abbreviations that a text makes for its own common words: “holders of temporary protection (HTP)”.

Such letters look like a name and are none. Where they stand for a concept of the vocabulary, each later use of them
is a mention of that concept; where they stand for other lower-case words, they are no name at all. Long names with
their acronyms are `graph.names.acronyms`' work.
"""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, MIXED, UPPER, Tokens

LONGEST = 6
REACH = 2
LONGEST_NAME = 10


def apply_shorthand(tokens: Tokens, marked: list[Marked]) -> None:
    """Find the abbreviations of a document and mend the mentions of all its sentences, in place."""
    meanings: dict[str, tuple[Mention, ...]] = {}
    for sentence in marked:
        for at in range(sentence.sentence.first + 1, sentence.sentence.last):
            if tokens.shapes[at] in (UPPER, MIXED) and _is_introduced(tokens, sentence, at):
                meaning = _meaning(tokens, sentence, at)
                if meaning is not None:
                    meanings.setdefault(tokens.word(at), meaning)
    if not meanings:
        return
    for sentence in marked:
        for at in range(sentence.sentence.first, sentence.sentence.last):
            if tokens.word(at) in meanings:
                _replace(sentence, at, meanings[tokens.word(at)])


def _is_introduced(tokens: Tokens, marked: Marked, at: int) -> bool:
    """Whether a word with capitals is a short row of them alone in a bracket, and nothing that is known."""
    word, end = tokens.word(at), tokens.ends[at]
    return (
        2 <= len(word) <= LONGEST
        and sum(c.isupper() for c in word) * 2 > len(word)
        and tokens.gap(at).strip() == "("
        and tokens.text[end : end + 1] == ")"
        and not any(m.entry is not None and m.sure and m.first <= at < m.last for m in marked.mentions)
    )


def _meaning(tokens: Tokens, marked: Marked, at: int) -> tuple[Mention, ...] | None:
    """The concepts that the words before the bracket name; none of them if the letters only spell common words; None
    if they may be a name's."""
    if any(m.last == at for m in marked.mentions) or _is_bodys(tokens, marked, at):
        return None
    near = [c for c in marked.concepts if 0 <= at - c.last <= REACH and c.entry is not None]
    near = [c for c in near if all(tokens.shapes[i] == LOWER for i in range(c.first + 1, at))]
    letters = [c for c in tokens.word(at).casefold() if c.isalpha()]
    found = tuple(
        c
        for c in near
        if _spells(tokens, letters, max(c.first - REACH, marked.sentence.first), at)
        or (c.last == at and c.last - c.first >= 2 and len(letters) <= 4)
    )
    nouns = {i for c in marked.cues_of("nouns", "project", "organisation", "fund") for i in range(c.first, c.last)}
    if found:
        return found
    first = _begin(tokens, letters, marked.sentence.first, at)
    return () if first is not None and not nouns & set(range(max(first - 1, 0), at)) else None


def _is_bodys(tokens: Tokens, marked: Marked, at: int) -> bool:
    """Whether the letters are initials of a body's name that begins with its head noun: "Association des femmes du
    port (AFP)"; all words of it but the first may be small."""
    letters = tokens.word(at).casefold()
    for cue in marked.cues_of("nouns", "organisation"):
        first = cue.first
        inside = range(first + 1, at)
        if tokens.shapes[first] != CAPITAL or not 0 < len(inside) < LONGEST_NAME or len(letters) < 3:
            continue
        if any(tokens.barriers[i] or tokens.gap(i).strip(" \n-’'") for i in inside):
            continue
        rest = iter(tokens.folds[i][:1] for i in inside)
        if tokens.folds[first][:1] == letters[0] and all(any(x == y for y in rest) for x in letters[1:]):
            return True
    return False


def _spells(tokens: Tokens, letters: list[str], first: int, at: int) -> bool:
    """Whether the letters occur in order in the words, the first of them at the beginning of one of the words."""
    for begin in range(first, at):
        words = tokens.text[tokens.starts[begin] : tokens.ends[at - 1]].casefold()
        if not letters or not words.startswith(letters[0]):
            continue
        place = 0
        for letter in letters:
            place = words.find(letter, place) + 1
            if not place:
                break
        else:
            return True
    return False


def _begin(tokens: Tokens, letters: list[str], first: int, at: int) -> int | None:
    """Where a row of lower-case words before `at` begins whose first letters are just these, small words aside."""
    here, rest = at, list(letters)
    while rest and here > first and tokens.shapes[here - 1] == LOWER and not tokens.barriers[here - 1]:
        here -= 1
        if tokens.word(here).casefold().startswith(rest[-1]):
            rest.pop()
        elif len(tokens.word(here)) > 3:
            return None
    return here if not rest and len(letters) >= 2 else None


def _replace(marked: Marked, at: int, meaning: tuple[Mention, ...]) -> None:
    """Take a name away that is only the abbreviation, and put the concepts in its place."""
    marked.mentions = [
        m
        for m in marked.mentions
        if not (m.first == at and m.last == at + 1 and m.kind in ("Name", "Project") and m.entry is None)
    ]
    if any(m.first <= at < m.last for m in marked.mentions):
        return
    for concept in meaning:
        here = Mention(concept.kind, at, at + 1, concept.name, entry=concept.entry, sure=concept.sure)
        if not any(c.entry is here.entry and c.first <= at < c.last for c in marked.concepts):
            marked.concepts.append(here)
    marked.concepts.sort(key=lambda m: (m.first, m.last, m.kind))
