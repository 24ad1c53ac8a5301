"""Names on both sides of a project noun: "the LANTERN project “Light and Nearness in Towns”", and places written in
capitals that can only be a project's acronym there."""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, MIXED, Tokens
from graph.names.spelling_out import spells

LEAST_MADE = 5  # letters of an acronym that need not be spelt out by the quotation; bodies' are shorter
LEAST_PLACE = 4
_QUOTES = frozenset('“„«"”»‘')


def named_before(tokens: Tokens, marked: Marked, noun: int, quoted: Mention) -> Mention | None:
    """The acronym right before the project noun at word `noun` that is the short name of what is quoted behind it:
    its letters stand in the quotation in order, or it is too long for a body's. It becomes a project's name, in place,
    and each name a further form of the other's."""
    if not set(tokens.gap(quoted.first)) & _QUOTES or tokens.gap(noun).strip():
        return None
    for mention in marked.mentions:
        if mention.last != noun or mention.last - mention.first != 1 or mention.kind not in ("Name", "Place"):
            continue
        word = tokens.word(mention.first)
        made = word.isupper() or (tokens.shapes[mention.first] == MIXED and mention.entry is None)
        if not made or not (len(word) >= LEAST_MADE or spells(word, quoted.name)):
            return None
        short = Mention("Project", mention.first, mention.last, word, also=(quoted.name,), defined=True)
        marked.mentions = sorted([*(m for m in marked.mentions if m is not mention), short], key=lambda m: m.first)
        quoted.also = (*quoted.also, word)
        return short
    return None


def in_capitals(tokens: Tokens, marked: Marked, noun: int) -> Mention | None:
    """The project before the noun at word `noun` whose acronym is also a town's name ("the MILANO project"): all
    capitals in a sentence that has small letters."""
    for mention in marked.mentions:
        if mention.last != noun or mention.kind != "Place" or mention.last - mention.first != 1:
            continue
        word = tokens.word(mention.first)
        behind = noun < marked.sentence.last and tokens.shapes[noun] == LOWER
        if word.isupper() and len(word) >= LEAST_PLACE and behind and not tokens.gap(noun).strip():
            marked.mentions = [m for m in marked.mentions if m is not mention]
            return Mention("Project", mention.first, noun, word, defined=True)
    return None
