"""Subtitles: what follows a project's name after a dash."""

from __future__ import annotations

import re

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, NUMBER, Tokens
from graph.projects.titles import before_owner, short_form, split_title

DASH = re.compile(r"^\s*(?:[–—:|.]|-(?=\s))\s*$|^\s+-\s+$")


def with_subtitle(tokens: Tokens, marked: Marked, mention: Mention) -> Mention:
    """The project mention for a name, with what follows after a dash up to the next bracket, comma or end."""
    end = marked.sentence.last
    last = mention.last
    if (
        last < end
        and DASH.match(tokens.gap(last).removeprefix(")"))
        and tokens.shapes[last] not in (LOWER, NUMBER)
        and last - mention.first <= 6
        and before_owner(tokens, marked, mention.first) != last
    ):
        stop = last + 1
        while stop < end and not tokens.barriers[stop] and "," not in tokens.gap(stop) and stop - last < 20:
            stop += 1
        if (
            stop - last >= 2
            and (stop == end or tokens.barriers[stop] or "," in tokens.gap(stop))
            and not has_anchor(marked, last, stop)
        ):
            name = tokens.surface(mention.first, stop)
            return Mention(
                "Project", mention.first, stop, name, also=(mention.name, tokens.surface(last, stop)), defined=True
            )
    also = (*split_title(mention.name)[1], *short_form(tokens, mention.first, last))
    return Mention("Project", mention.first, last, mention.name, also=also, defined=True)


def has_anchor(marked: Marked, first: int, last: int) -> bool:
    """Whether a date, a period, an amount or an address stands among some words."""
    return any(
        first <= m.first and m.last <= last for m in marked.mentions if m.kind in ("date", "period", "money", "url")
    )
