"""Of what a participle right behind a fund speaks: of the fund ("the Fund 2021–2027 managed by X"), or of the
project that is the fund's ("an AMIF project led by X", "un proyecto FAMI coordinado por X").
"""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens


def said_of_fund(tokens: Tokens, marked: Marked, at: int) -> bool:
    """Whether a trigger that begins at a word speaks of the fund right before it."""
    before = [m for m in marked.mentions if m.last <= at and m.kind not in ("date", "period")]
    if not before or before[-1].kind != "Fund":
        return False
    fund, nouns = before[-1], marked.cues_of("nouns", "project")
    programmes = marked.words_of("nouns", "programme", "fund")
    joined = any(fund.last <= c.first < at for c in (*marked.cues_of("words", "and"), *nouns))  # "an AMIF project |"
    joined |= any(c.last == fund.first and c.first not in programmes for c in nouns)  # "proyecto FAMI |"
    between = tokens.text[tokens.ends[fund.last - 1] : tokens.starts[at]]
    opens = fund.first <= marked.sentence.first + 1  # "The Fund, | managed by X, …"
    return (opens or "," not in between) and len(between.split()) <= 2 and not joined
