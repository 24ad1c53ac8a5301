"""Known funds inside rows of capitalised words."""

from __future__ import annotations

from collections.abc import Iterable

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, MIXED, UPPER, Tokens


def is_fund(marked: Marked, mention: Mention, funds: Iterable[Mention]) -> bool:
    """Whether a name is a known fund's with nothing but "European" before it or "programme" or countries behind it
    ("European Erasmus+", "Erasmus+ Programme", "AMIF Italy"); `funds` are the sure funds of the sentence."""
    for fund in funds if mention.kind in ("Project", "Name") else ():
        if mention.first <= fund.first and fund.last <= mention.last and fund.entry is not None:
            cues = marked.cues_of("nouns", "project", "event_modifiers", "fund")
            small = {i for c in cues for i in range(c.first, c.last)}
            lands = [m for m in marked.mentions if m.kind == "Country"]
            small |= {i for m in lands for i in range(max(m.first, mention.first), m.last)}
            if any(c.first == mention.first for c in marked.cues_of("nouns", "strand")):
                small |= set(range(mention.first, fund.first))  # "Priority Axis 9 of the European Social Fund"
            pair = mention.last - fund.last == 2 and fund.last in small  # "Interreg Slovenija-Avstrija"
            small |= {fund.last + 1} if pair else set()
            return all(fund.first <= i < fund.last or i in small for i in range(mention.first, mention.last))
    return False


def of_fund(tokens: Tokens, marked: Marked, mention: Mention, funds: list[Mention]) -> bool:
    """Whether a name is no more than a known fund's or that of a strand of one."""
    return is_fund(marked, mention, funds) or is_strand(tokens, marked, mention, funds)


def is_strand(tokens: Tokens, marked: Marked, mention: Mention, funds: Iterable[Mention]) -> bool:
    """Whether a name is a known fund's with that of a strand behind it, beside a noun for programmes ("the programme
    Erasmus+ Strategic Partnerships"); a word in capitals or a quotation behind the fund is a project's."""
    last = marked.sentence.last
    nouns = [c for c in marked.cues_of("nouns", "programme") if c.first < last]
    beside = {c.last for c in nouns} & {mention.first} or {c.first for c in nouns} & {mention.last, mention.last - 1}
    for fund in funds if beside and mention.kind in ("Project", "Name") else ():
        begins = fund.entry is not None and fund.first == mention.first and fund.last < mention.last
        if begins and all(tokens.shapes[i] in (CAPITAL, LOWER) for i in range(fund.last, mention.last)):
            return tokens.shapes[fund.last] == CAPITAL and not tokens.barriers[fund.last]
    return False


def past_owned(marked: Marked, known: dict[int, Mention], at: int) -> int:
    """Where a known fund's name ends with the noun behind it, if "of" tells whose it is ("Erasmus+ Programme | of the
    European Union and the City of Graz"), else `at`: no name begins with it."""
    fund = known.get(at)
    if fund is None or fund.kind != "Fund" or fund.entry is None or fund.first != at:
        return at
    nouns = {c.last for c in marked.cues_of("nouns", "project", "fund") if c.first == fund.last}
    return next((end for end in sorted(nouns) if end in marked.words_of("words", "of")), at)


def past_fund(marked: Marked, tokens: Tokens, known: dict[int, Mention], titles: set[int], at: int) -> int:
    """Where a name begins behind a known fund that stands between a project noun in small letters and the project's
    name ("le projet AMIF LANTERN", "il progetto AMIF Passi nuovi"), else `at`; `titles` are the words behind project
    nouns. Behind a noun for programmes only a word in capitals is a name."""
    fund = known.get(at)
    if fund is None or fund.kind != "Fund" or fund.entry is None or fund.first != at or at not in titles:
        return at
    behind = fund.last
    strand = any(c.last == at for c in marked.cues_of("nouns", "programme"))
    land = any(m.first == behind and m.kind in ("Country", "Place") for m in marked.mentions)
    shapes = (UPPER, MIXED) if strand or land else (UPPER, MIXED, CAPITAL)
    follows = behind < marked.sentence.last and tokens.shapes[behind] in shapes and not tokens.gap(behind).strip()
    return behind if follows and tokens.shapes[at - 1] == LOWER else at


def fund_of_country(tokens: Tokens, marked: Marked, at: int) -> bool:
    """Whether a known fund with a country behind its name stands at a word ("the programme Erasmus+ Malta")."""
    lands = {m.first for m in marked.mentions if m.kind == "Country"}
    funds = (m for m in marked.mentions if m.kind == "Fund" and m.entry is not None and m.first == at)
    return any(m.last in lands and not tokens.gap(m.last).strip() for m in funds)
