"""Names in the brackets beside a project noun: "several projects (X, Y)", “UNITY (Long name) project”."""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Tokens
from graph.projects.subtitles import has_anchor


def name_listed(tokens: Tokens, marked: Marked, at: int) -> None:
    """The names in the bracket after a project noun: "several projects (X, 2014 ABC, Y)"."""
    end = marked.sentence.last
    opening = next((i for i in range(at, min(at + 8, end)) if "(" in tokens.gap(i)), None)
    if opening is None or any(c in tokens.text[tokens.ends[at - 1] : tokens.starts[opening]] for c in ".;:,"):
        return
    closing = next((i for i in range(opening + 1, end) if ")" in tokens.gap(i)), end)
    if not any(c in tokens.text[tokens.starts[opening] : tokens.starts[closing - 1]] for c in ",;"):
        return
    within = (m for m in marked.mentions if opening <= m.first and m.last <= closing)
    inside = [m for m in within if m.kind in ("Name", "Quote")]
    for mention in inside if len(inside) > 1 else ():
        mention.kind, mention.defined, mention.sure = "Project", True, True


def before_bracket(tokens: Tokens, marked: Marked, at: int) -> Mention | None:
    """“UNITY (Long name) project”."""
    if at <= marked.sentence.first or ")" not in tokens.gap(at):
        return None
    opening = at - 1
    while opening > marked.sentence.first and "(" not in tokens.gap(opening):
        opening -= 1
    for mention in marked.mentions:
        if mention.last == opening and mention.kind in ("Name", "Project", "Quote"):
            if has_anchor(marked, opening, at):
                return None
            long = tokens.surface(opening, at)
            return Mention("Project", mention.first, mention.last, mention.name, also=(long,), defined=True)
    return None
