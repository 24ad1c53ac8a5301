"""Programming periods: “the Fund 2014–2020” says when the fund runs, not the project."""

from __future__ import annotations

from graph.marking.mentions import Marked

SEVEN_YEARS = 6
NEAR_AFTER, NEAR_BEFORE = 4, 2


def drop_programming_periods(marked: Marked) -> None:
    """Take the seven-year periods of funds from the mentions of a sentence, in place.

    Such a period spans seven calendar years, is written in years alone, and stands beside a fund's name or noun. The
    European Union's programmes are planned so.
    """
    if not any(m.kind == "period" for m in marked.mentions):
        return
    places = [(m.first, m.last) for m in marked.mentions if m.kind == "Fund"]
    places += [(c.first, c.last) for c in marked.cues_of("nouns", "fund")]
    kept = []
    for mention in marked.mentions:
        begin, end = mention.value, mention.until
        seven = (
            mention.kind == "period"
            and begin is not None
            and end is not None
            and len(begin.text) == len(end.text) == 4
            and int(end.text) - int(begin.text) == SEVEN_YEARS
        )
        beside = any(
            0 <= mention.first - last <= NEAR_AFTER or 0 <= first - mention.last <= NEAR_BEFORE
            for first, last in places
        )
        if not (seven and beside):
            kept.append(mention)
    marked.mentions = kept
