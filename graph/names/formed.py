"""Names that run over small words to a legal form: "Frauen helfen Frauen e.V.", "Sports for All ry", "Verein Leben und
Lernen in Linden e.V."; and names in lower case: "hafenlicht e.V.", "ministerstvo vnitra"."""

from __future__ import annotations

from collections.abc import Mapping, Set

from graph.marking.mentions import Mention
from graph.marking.tokens import CAPITAL, LOWER, Tokens
from graph.names.commas import past_comma
from graph.names.flags import CAPITALISED, Flags
from graph.names.incorporated import lowercase_end
from graph.names.topics import past_topics

LONGEST, LEAST_LETTERS = 9, 4
LONGEST_HEAD = 3  # words of a head noun behind its first


def closed_by_form(
    tokens: Tokens,
    flags: Flags,
    start: int,
    end: int,
    joining: Set[int],
    verbs: Set[int],
    known: Mapping[int, Mention],
    free: bool,
) -> int | None:
    """Where a name ends (exclusive) that begins at a word and runs over small words to a legal form.

    Behind a head noun any words but verbs and articles may stand; else one small word of `joining` parts two with a
    capital, and the name must begin where names can: behind an article, a preposition, "and" or a mark, or anywhere in
    languages that write common nouns small (`free`).
    """
    headed = flags.begins_organisation(start)
    if not headed and (not _opens(tokens, flags, start, free) or start in known):
        return None
    small = 0
    for at in range(start + 1, min(start + LONGEST, end)):
        if tokens.barriers[at] or tokens.gap(at).strip(" -\n") or at in verbs:
            return None
        if at in flags.legal and at not in flags.heads:
            return flags.legal[at] if small else None
        if tokens.shapes[at] in CAPITALISED:
            inner = flags.heads_organisation(at)
            if inner or (at in known and known[at].kind not in ("Place", "Country")):
                return None
            continue
        small += 1
        town = at - 1 in known and known[at - 1].kind in ("Place", "Country")
        if at in flags.conjunction and headed and town:
            return None  # "the City of Linden | and Omnia Ltd"
        closed = at in flags.article or at in flags.stop or at in flags.of
        if at not in joining and (not headed or closed or tokens.shapes[at] != LOWER):
            return None
        if not headed and small > 1:
            return None
    return None


def closed_by_head(tokens: Tokens, flags: Flags, start: int, end: int, joining: Set[int]) -> int | None:
    """Where a name ends (exclusive) that begins behind an article, a preposition, "and" or a comma, is no head noun
    itself, and runs over one small word of `joining` to the head noun of a body: "the Learning for Life Foundation"."""
    before = start - 1
    led = before in flags.article or before in flags.conjunction or before in flags.stop or "," in tokens.gap(start)
    if before < 0 or not led or tokens.barriers[start] or tokens.shapes[start] != CAPITAL or start in flags.heads:
        return None
    small = 0
    for at in range(start + 1, min(start + LONGEST, end)):
        if tokens.barriers[at] or tokens.gap(at).strip(" -\n"):
            return None
        if tokens.shapes[at] not in CAPITALISED:
            small += 1
            if at not in joining or at in flags.conjunction or at in flags.of or small > 1:
                return None
        elif at in flags.heads:
            ends = at + 1 >= end or tokens.shapes[at + 1] not in CAPITALISED or bool(tokens.gap(at + 1).strip())
            inner = tokens.shapes[at - 1] == LOWER  # "Visit to Foundation"
            return at + 1 if small and ends and not inner and flags.heads_organisation(at) else None
    return None


def inner_head(tokens: Tokens, flags: Flags, start: int, at: int, end: int) -> bool:
    """Whether a word in lower case belongs to the head noun that a name began with ("Università | degli studi"), or
    is a second one ("Stichting Groot centrum")."""
    if any((start, "Organisation") in flags.heads.get(last, ()) for last in range(at, at + LONGEST_HEAD)):
        return True
    both = flags.begins_organisation(start) and flags.begins_organisation(at)
    after = at + 1 < end and tokens.shapes[at + 1] in CAPITALISED and not tokens.gap(at + 1).strip()
    return both and after and at - start > 1 and tokens.shapes[at] == LOWER


def heads_row(tokens: Tokens, flags: Flags, at: int, end: int) -> bool:
    """Whether a head noun of a body stands in the row of words with capitals that begins at a word."""
    last = at
    while last < end and tokens.shapes[last] in CAPITALISED and (last == at or not tokens.gap(last).strip(" -")):
        last += 1
    return any(flags.heads_organisation(i) for i in range(at, last))


def lower_case_name(tokens: Tokens, flags: Flags, at: int, first: int, end: int) -> int | None:
    """Where a name ends (exclusive) that is a ministry's in lower case; or one word in lower case and a legal form,
    behind a small word or a mark ("by hafenlicht e.V."), or a few words at the head of a sentence; no adjective behind
    an article ("der gemeinnützigen GmbH")."""
    if at in flags.offices and tokens.shapes[at] == LOWER:
        last = flags.offices[at]
        return past_topics(tokens, flags, frozenset(), {}, at, last, end) or _past_capitals(tokens, flags, last, end)
    if at == first:
        return lowercase_end(tokens, flags, at, end)
    form = at + 1
    if tokens.shapes[at] != LOWER or form not in flags.legal or form in flags.heads:
        return None
    if len(tokens.folds[at]) < LEAST_LETTERS or tokens.barriers[form] or tokens.gap(form).strip():
        return None
    letters = len(tokens.folds[form]) == 1 and flags.legal[form] - form > 1
    if letters and "." not in tokens.gap(form + 1):
        return None  # "se školami a s obcemi" holds no "a. s."
    if any(at in found for found in (flags.stop, flags.of, flags.article, flags.joiner, flags.conjunction)):
        return None
    before = at - 1
    led = before in flags.of or before in flags.conjunction or (before in flags.stop and before not in flags.indefinite)
    return flags.legal[form] if led or "," in tokens.gap(at) or tokens.barriers[at] else None


def _past_capitals(tokens: Tokens, flags: Flags, last: int, end: int) -> int:
    """Where a ministry's name ends whose further topics have capitals: "ministerie van Zorg, | Welzijn en Sport"."""
    begun = last
    while last < end and "," in tokens.gap(last) and tokens.shapes[last - 1] == CAPITAL and not tokens.barriers[last]:
        step = past_comma(tokens, flags, last, end)
        if step is None:
            break
        last = step
    joined = begun < last < end - 1 and last in flags.conjunction and tokens.shapes[last + 1] == CAPITAL
    return last + 2 if joined and not tokens.barriers[last + 1] else last


def _opens(tokens: Tokens, flags: Flags, start: int, free: bool) -> bool:
    """Whether a name can begin at a word: a small word or a mark stands before it; if `free`, any in lower case."""
    before = start - 1
    if free and before >= 0 and tokens.shapes[before] == LOWER:
        return True
    if before < 0 or tokens.barriers[start] or "," in tokens.gap(start):
        return True
    small = any(before in found for found in (flags.article, flags.of, flags.conjunction, flags.stop))
    return small or tokens.gap(start).strip() != ""
