"""How words stand in the text: in capitals among others, as a part of a hyphenated name, with a name between them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from graph.marking.compiled import Cue
from graph.marking.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER, Sentence, Tokens
from ontology.automaton import Match

LONGEST_ACRONYM = 8
_MADE = re.compile(r"[^\W\d_a-zà-ÿ]{3,}[a-zà-ÿ]{2,}")


def glued(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words are an inner part of a hyphenated name ("EU" in "Bridge-EU" or in "EU-LINK4")."""
    text = tokens.text
    start, end = tokens.starts[first], tokens.ends[last - 1]
    if (
        start >= 2
        and text[start - 1] in "-@_."
        and text[start - 2].isalnum()
        and (first and tokens.shapes[first - 1] != LOWER)
    ):
        return True
    if end + 1 < len(text) and text[end] in "-_" and text[end + 1].isalnum() and last < len(tokens.shapes):
        return tokens.shapes[last] in (UPPER, MIXED) and tokens.starts[last] == end + 1
    return False


def unraised(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a word stands in lower case, or a row of words that begins so has no capital."""
    loud = any(tokens.shapes[i] in (UPPER, CAPITAL, MIXED) for i in range(first, last))
    return tokens.shapes[first] == LOWER and (last - first == 1 or not loud)


def shouted(tokens: Tokens, sentence: Sentence, first: int, last: int) -> bool:
    """Whether words stand in capitals among others that do not, as acronyms and names of projects do."""
    loud = all(tokens.shapes[i] == UPPER for i in range(first, last))
    return loud and any(tokens.shapes[i] == LOWER for i in range(sentence.first, sentence.last))


def only_ends_like(tokens: Tokens, sentence: Sentence, cue: Match[Cue], nouns: Collection[str]) -> bool:
    """Whether what looks like a body's head noun is an acronym that ends like one ("KURAT", where "*rat" is a noun), or
    a made word that begins in capitals ("NEARwork")."""
    if cue.payload.category != "organisation" or cue.last - cue.first > 1:
        return False
    if _MADE.match(tokens.word(cue.first)):
        return True
    word = tokens.folds[cue.first]
    alike = len(word) <= LONGEST_ACRONYM and word not in nouns
    return alike and shouted(tokens, sentence, cue.first, cue.last)


def named_inside(tokens: Tokens, cue: Match[Cue], payers: Collection[int]) -> bool:
    """Whether what looks like "the new project" holds a name where small words may stand ("the LANTERN-project"); known
    bodies and funds, whose words are `payers`, are no names of projects ("the EU project")."""
    if cue.payload.category != "coreference" or cue.last - cue.first < 2 or tokens.shapes[cue.last - 1] == UPPER:
        return False
    inner = tokens.shapes[cue.first + 1 : cue.last - 1]
    clings = tokens.shapes[cue.last - 2] in (UPPER, MIXED) and tokens.gap(cue.last - 1) == "-"
    clings = clings and cue.last - 2 not in payers
    following = tokens.shapes[cue.first + 2 : cue.last]
    currency = [shape == UPPER and after == NUMBER for shape, after in zip(inner, following, strict=True)]
    where = range(cue.first + 1, cue.last - 1)
    names = (i for i, paid in zip(where, currency, strict=True) if not paid and i not in payers)
    return clings or any(tokens.shapes[i] in (CAPITAL, UPPER, MIXED) for i in names)


def standing(tokens: Tokens, row: Sequence[str]) -> Iterator[int]:
    """The first words of all places where a row of folded words stands in the document."""
    folds, size, words = tokens.folds, len(row), list(row)
    return (i for i, word in enumerate(folds) if word == words[0] and folds[i : i + size] == words)


def raised_again(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a row of words stands elsewhere, too, and begins with a capital there."""
    return any(i != first and tokens.shapes[i] != LOWER for i in standing(tokens, tokens.folds[first:last]))
