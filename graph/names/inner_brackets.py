"""Names of bodies that go on behind a bracket with their acronym: "Volkshochschule (VHS) Lindau", "Centro per gli
adulti (CPA) di Parma", "Deutsches Rotes Kreuz (DRK) Kreisverband Lindau e.V."."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.marking.mentions import Mention
from graph.marking.tokens import MIXED, UPPER, Tokens
from graph.names.flags import CAPITALISED, Flags
from graph.names.spelling_out import spells
from ontology.words import fold, folded_words

_INNER = re.compile(r"\s+\(([^()\s]{2,12})\)(?=\s)")
LONGEST_ACRONYM, LONGEST_REST = 12, 4


def past_bracket(
    tokens: Tokens, flags: Flags, known: Mapping[int, Mention], start: int, at: int, end: int
) -> int | None:
    """Where a body's name that began at `start` stands after the bracket at word `at`, if that holds its acronym and
    the name goes on behind it: with a place, with "of" and a place, with a branch or up to a legal form."""
    if at + 1 >= end or tokens.gap(at).strip() != "(" or tokens.gap(at + 1).rstrip() != ")":
        return None
    short, long = tokens.word(at), tokens.surface(start, at)
    if tokens.shapes[at] not in (UPPER, MIXED) or len(short) > LONGEST_ACRONYM or not spells(short, long):
        return None
    body = known.get(start)
    whole = body is not None and body.kind == "Organisation" and body.last == at
    rest = past_rest(tokens, flags, known, at + 1, end, owned=not whole or (body is not None and body.entry is None))
    headed = whole or any(flags.heads_organisation(i) for i in range(start, at))
    spelt = len(short) > 2 and fold(short) == "".join(word[0] for word in folded_words(long))
    return rest if headed or spelt or (rest is not None and rest - 1 in _forms(flags)) else None


def past_rest(tokens: Tokens, flags: Flags, known: Mapping[int, Mention], at: int, end: int, owned: bool) -> int | None:
    """The end of what goes on at the word behind the bracket; a known body is not its place's ("IOM of …") unless
    `owned`."""
    named = at
    while owned and named + 1 < end and (named in flags.of or (named > at and named in flags.article)):
        named += 1
    if at >= end or any(tokens.barriers[i] or "," in tokens.gap(i) for i in range(at + 1, named + 1)):
        return None
    target = known.get(named)
    if target is not None and target.first == named and target.kind in ("Place", "Country"):
        return flags.legal.get(target.last, target.last)
    if tokens.shapes[at] not in CAPITALISED:
        return None
    if flags.begins_organisation(at):
        return at + 1
    for i in range(at + 1, min(at + LONGEST_REST, end)):
        if tokens.barriers[i] or "," in tokens.gap(i):
            return None
        if i in flags.legal:
            return flags.legal[i]
        if tokens.shapes[i] not in CAPITALISED:
            return None
    return None


def _forms(flags: Flags) -> set[int]:
    """The last words of legal forms."""
    return {last - 1 for last in flags.legal.values()}


def in_bracket(tokens: Tokens, at: int) -> bool:
    """Whether a word in capitals stands alone in a bracket."""
    closed = tokens.text[tokens.ends[at] : tokens.ends[at] + 1] == ")"
    return tokens.shapes[at] == UPPER and closed and tokens.gap(at).strip() == "("


def unbracketed(mention: Mention) -> None:
    """Give a name with such a bracket inside its name without it, in place; as written, with the acronym in the place
    of the long name and, for a body that is no known one, the acronym alone are further forms."""
    found = _INNER.search(mention.name)
    if found is None:
        return
    rest = mention.name[found.end() :]
    forms = (mention.name, f"{found[1]}{rest}", found[1])
    mention.also = (*(_INNER.sub("", form, count=1) for form in mention.also), *forms)
    mention.name = mention.name[: found.start()] + rest
