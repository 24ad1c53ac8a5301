"""Bodies whose name is a head noun's and a quotation's together: Association for Newcomers “Open Door”; and bodies with
a name in two languages."""

from __future__ import annotations

import re

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Tokens

_OPENING = re.compile(r"\.?\s*(?:[“”„«\"‟‹»]|,,)|\s+[‘']")
_DASH = re.compile(r"\s[–—-]\s")


def join_quoted(tokens: Tokens, marked: Marked) -> None:
    """Make one body of a body's name and the quotation right after it, in place.

    Not where the body stands after a project noun, for then the quotation is the project's title ("the project of
    the Kredo Foundation “Lantern”"); nor where a project noun or "called" follows; nor where either is known.
    """
    if not any(m.kind == "Organisation" and m.entry is None for m in marked.mentions[:-1]):
        return
    nouns = {c.last for c in marked.cues_of("nouns", "project")}
    parts = marked.words_of("nouns", "roles")  # "– leader of the project": that project noun is no title's
    title = {c.first for c in marked.cues_of("nouns", "project") if c.first not in parts}
    title |= {c.first for c in marked.cues_of("words", "titled")}
    joined: list[Mention] = []
    for mention in marked.mentions:
        before = joined[-1] if joined else None
        owner = before is not None and bool(nouns & {before.first, before.first - 1})
        titled = bool(title & {mention.last, mention.last + 1})
        if before is not None and _belong(tokens, before, mention) and not owner and not titled:
            name = tokens.surface(before.first, mention.last)
            also = (mention.name, *mention.also, *(f for f in before.also if f != before.name))
            joined[-1] = Mention("Organisation", before.first, mention.last, name, also=also, defined=True)
        else:
            joined.append(mention)
    marked.mentions = joined


def _belong(tokens: Tokens, body: Mention, quoted: Mention) -> bool:
    """Whether a quotation of no class of its own follows a body at once."""
    if body.kind != "Organisation" or body.entry is not None or quoted.entry is not None:
        return False
    between = tokens.text[tokens.ends[body.last - 1] : tokens.starts[quoted.first]]
    return quoted.kind in ("Quote", "Organisation") and _OPENING.fullmatch(between) is not None


def join_bilingual(tokens: Tokens, marked: Marked) -> None:
    """Make one body of two names with a legal form each that a dash joins: a body's name in two languages ("Kredo ry –
    Kredo for all rf"), in place."""
    legal = {c.last for c in marked.cues_of("words", "legal_forms")}
    joined: list[Mention] = []
    for mention in marked.mentions:
        before = joined[-1] if joined else None
        names = before is not None and all(
            m.kind == "Organisation" and m.entry is None and m.last in legal for m in (before, mention)
        )
        if before is not None and names and mention.first == before.last and _DASH.fullmatch(tokens.gap(mention.first)):
            name = tokens.surface(before.first, mention.last)
            also = (before.name, *before.also, mention.name, *mention.also)
            joined[-1] = Mention("Organisation", before.first, mention.last, name, also=also, defined=True)
        else:
            joined.append(mention)
    marked.mentions = joined
