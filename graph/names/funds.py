"""Known funds inside rows of capitalised words."""

from __future__ import annotations

from collections.abc import Iterable

from graph.marking.mentions import Marked, Mention


def is_fund(marked: Marked, mention: Mention, funds: Iterable[Mention]) -> bool:
    """Whether a name is a known fund's with nothing but "European" before it or "programme" behind it ("European
    Erasmus+", "Erasmus+ Programme"); `funds` are the sure funds of the sentence."""
    cues = marked.cues_of("nouns", "project", "event_modifiers", "fund")
    small = {i for c in cues for i in range(c.first, c.last)}
    for fund in funds if mention.kind in ("Project", "Name") else ():
        if mention.first <= fund.first and fund.last <= mention.last and fund.entry is not None:
            return all(fund.first <= i < fund.last or i in small for i in range(mention.first, mention.last))
    return False
