"""Words for roles that may also begin names: where a name begins at one of them, and where behind it."""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from graph.marking.mentions import Mention
from graph.marking.tokens import CAPITAL, UPPER, Tokens
from graph.names.flags import Flags


def before_person(tokens: Tokens, given: Set[str], at: int) -> bool:
    """Whether a role's word stands right before a given name ("Alderman John Doe"): the name begins behind it."""
    after = at + 1
    return (
        after < len(tokens.shapes)
        and tokens.shapes[after] == CAPITAL
        and not tokens.gap(after).strip()
        and tokens.folds[after] in given
    )


def spelt_as_head(tokens: Tokens, flags: Flags, head_words: Set[str], at: int) -> bool:
    """Whether a word that, without its accents, may be a role's is spelt as the head noun of a body that begins here
    ("Secretaria de Estado", not "Secretária de Estado"); `head_words` are first words of head nouns, as spelt."""
    begins = any(begin == at and kind == "Organisation" for ends in flags.heads.values() for begin, kind in ends)
    return begins and tokens.word(at).casefold() in head_words


@lru_cache(maxsize=64)
def head_words(patterns: tuple[str, ...]) -> frozenset[str]:
    """The first words, as spelt, of the head nouns of several words."""
    return frozenset(pattern.split()[0].casefold() for pattern in patterns if " " in pattern)


def looks_personal(tokens: Tokens, given_names: Set[str], mention: Mention) -> bool:
    """Whether a name of unknown class looks like a person's: it begins or ends with a given name (folded)."""
    words, shapes = tokens.folds[mention.first : mention.last], tokens.shapes[mention.first : mention.last]
    if not words or len(words) > 4 or any(s == UPPER for s in shapes[:1]):
        return False
    return words[0] in given_names or (len(words) > 1 and words[-1] in given_names)
