"""Projects that are called as another thing is: "the report “Open Doors”, written in the project of the same name",
"der Film „Offene Türen“ entstand im gleichnamigen Projekt". Which words say so is data (`[words] same_name`)."""

from __future__ import annotations

from collections.abc import Sequence

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens

NEAR = 3  # words between what says so and the project noun
NAMED = frozenset({"Quote", "Output", "Event"})


def same_name(tokens: Tokens, marked: Marked, before: Sequence[Marked]) -> Mention | None:
    """The words for the project in such a sentence as a mention of it, with the name that stands nearest before it, in
    the sentence or in those `before`; None if none does."""
    nouns = [(c.first, c.last) for c in marked.cues_of("nouns", "project")]
    for cue in marked.cues_of("words", "same_name"):
        near = (n for n in nouns if 0 <= n[0] - cue.last <= NEAR or 0 <= cue.first - n[1] <= NEAR)
        for first, last in near:
            start = min(first, cue.first)
            pointing = (c.first for c in marked.cues_of("nouns", "coreference") if c.first < last and first < c.last)
            if (name := _name(tokens, marked, start, before)) is not None:
                return Mention("Project", min(start, *pointing, start), max(last, cue.last), name, defined=True)
    return None


def _name(tokens: Tokens, marked: Marked, at: int, before: Sequence[Marked]) -> str | None:
    """What is named last before a word: what the quotation marks of a thing hold, or all of its name."""
    here = [m for m in marked.mentions if m.last <= at]
    for mention in reversed([*(m for sentence in before for m in sentence.mentions), *here]):
        if mention.kind in NAMED and mention.name and mention.entry is None:
            inner = _quoted(mention.name)
            plain = mention.kind != "Quote" and inner == mention.name and mention.last - mention.first < 2
            return None if plain and tokens.shapes[mention.first] == LOWER else inner
    return None


def _quoted(name: str) -> str:
    """What stands in quotation marks at the end of a name ("the report “Open Doors”"), or the name."""
    for opening in '“„«"':
        head, mark, inner = name.partition(opening)
        if mark and head.strip() and len(inner) > 2:
            return inner.strip('”“»" ')
    return name
