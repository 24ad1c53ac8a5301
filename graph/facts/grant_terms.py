"""Who receives a grant and when it is paid, where the sentence says it right beside the sum."""

from __future__ import annotations

from graph.facts.gifts import Gifts
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens

_TO_VERB, _FOR_TIME = 2, 4


def recipient_of(
    tokens: Tokens, gifts: Gifts, marked: Marked, amount: Mention, payers: list[Mention]
) -> Mention | None:
    """The body that a sentence says to receive a sum: it stands before a verb for receiving that comes before the sum
    ("X received 40,000 euros"), or right behind the sum and a word for "to" ("40,000 euros to X")."""
    bodies = [m for m in marked.mentions if m.kind == "Organisation" and m not in payers and m.name]
    received = gifts.receiving(marked)
    for cue in gifts.cues(marked):
        if cue in received and cue.last <= amount.first:
            before = [
                m for m in bodies if 0 <= cue.first - m.last <= _TO_VERB and small_words(tokens, m.last, cue.first)
            ]
            if before and _alone(marked, before[-1], bodies):
                return before[-1]
        if cue.payload == "to" and 0 <= cue.first - amount.last <= 1:
            behind = [m for m in bodies if m.first == cue.last]
            if behind and _alone(marked, behind[0], bodies):
                return behind[0]
    return None


def payer_of(gifts: Gifts, marked: Marked, amount: Mention, body: Mention) -> Mention | None:
    """The one fund or body from which a sentence says that another gets a sum: right behind a word for "from", or the
    sentence's first, with a word for giving between it and the sum."""
    others = [m for m in marked.mentions if m.kind in ("Fund", "Organisation") and m is not body and m.name and m.sure]
    if len(others) != 1:
        return None
    payer, cues = others[0], gifts.cues(marked)
    told = any(c.payload == "from" and c.last == payer.first for c in cues)
    gives = any(c.payload == "given" and payer.last <= c.first and c.last <= amount.first for c in cues)
    return payer if told or (gives and payer.last <= amount.first and amount.last <= body.first) else None


def small_words(tokens: Tokens, first: int, last: int) -> bool:
    """Whether only words in lower case stand between two places, and no comma."""
    between = tokens.text[tokens.ends[first - 1] : tokens.starts[last]]
    return all(tokens.shapes[i] == LOWER for i in range(first, last)) and not set(between) & set(",;:()")


def _alone(marked: Marked, body: Mention, bodies: list[Mention]) -> bool:
    """Whether a body is not one of several that "and" joins."""
    ends = {c.last for c in marked.cues_of("words", "and")}
    begins = {c.first for c in marked.cues_of("words", "and")}
    others = {m.first for m in bodies} | {m.last for m in bodies}
    return not ((body.first in ends or body.last in begins) and len(others) > 2)


def grant_period(tokens: Tokens, marked: Marked, amount: Mention) -> tuple[str, str]:
    """The period that stands right behind a sum ("40,000 euros for 2019–2021", "40,000 euros from May to July 2020"):
    its start and end as dates, "" where there is none. Only small words may stand between, and no comma or bracket."""
    for mention in marked.mentions:
        if mention.kind != "period" or not 0 <= mention.first - amount.last <= _FOR_TIME:
            continue
        if small_words(tokens, amount.last, mention.first):
            return (mention.value.text if mention.value else "", mention.until.text if mention.until else "")
    return "", ""
