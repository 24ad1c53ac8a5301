"""What clings to a body in a list and is no element of its own: its unit, its acronym, the fund that it pays from."""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import UPPER, Tokens


def is_unit_of(tokens: Tokens, marked: Marked, body: Mention, unit: Mention) -> bool:
    """Whether a dash parts a body from one of its units ("Ministry of Work – Directorate for Migration"); a list
    goes on behind it."""
    dashed = unit.first == body.last and tokens.gap(unit.first).strip() in ("–", "—", "-")
    bodies = body.kind == unit.kind == "Organisation"
    return dashed and bodies and any(c.first == unit.first for c in marked.cues_of("nouns", "unit"))


def is_short(tokens: Tokens, body: Mention, acronym: Mention) -> bool:
    """Whether an acronym stands right behind a long name ("Centre for Aid CFA"); a list goes on behind it."""
    at = body.last
    beside = acronym.first == at and not tokens.gap(at).strip() and acronym.last == at + 1
    return beside and at - body.first > 1 and tokens.shapes[at] == UPPER and body.kind in ("Organisation", "Fund")


def is_fund_of(tokens: Tokens, body: Mention, fund: Mention) -> bool:
    """Whether a bracket right behind a body names the fund that it pays from ("the European Union (AMIF)")."""
    opens = fund.first == body.last and tokens.gap(fund.first).strip() == "("
    return opens and body.kind == "Organisation" and fund.kind == "Fund" and fund.sure
