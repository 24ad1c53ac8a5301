"""Project nouns that cling to what is no name of theirs: a body before a quoted name ("the Kredo Council Project
“Lantern”"), and names joined by "and" ("the Lantern Project and the Harbour Project")."""

from __future__ import annotations

from collections.abc import Iterator

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention, known_as
from graph.marking.tokens import LOWER, Tokens
from graph.projects.clipping import clip_nouns, unclothe

MADE = frozenset({"Name", "Project", "Organisation"})


def settle_nouns(tokens: Tokens, marked: Marked, language: Language) -> None:
    """Part names and the project nouns that cling to them, in place."""
    unclothe(tokens, marked, language)
    part_joined(tokens, marked)
    free_owners(tokens, marked, language)
    clip_nouns(tokens, marked, language)


def free_owners(tokens: Tokens, marked: Marked, language: Language) -> None:
    """Cut the project noun off a body's name that a quoted name follows, in place."""
    nouns = {c.last: c.first for c in marked.cues_of("nouns", "project")}
    heads = {c.last for c in marked.cues_of("nouns", "organisation")}
    for place, mention in enumerate(marked.mentions):
        first = nouns.get(mention.last, mention.first)
        if mention.entry is not None or mention.kind not in MADE or first <= mention.first or tokens.gap(first) == "-":
            continue
        if not any(m.first == mention.last and m.kind in ("Project", "Quote") for m in marked.mentions):
            continue
        known = known_as(tokens, marked, mention.first, first, language)
        if known is not None and known.kind in ("Organisation", "Fund"):
            marked.mentions[place] = known
        elif first - mention.first > 1 and (mention.kind == "Organisation" or first in heads):
            name = tokens.surface(mention.first, first)
            marked.mentions[place] = Mention("Organisation", mention.first, first, name, defined=True)


def part_joined(tokens: Tokens, marked: Marked) -> None:
    """Make two names of what "and" joins where a project noun with a capital ends both, in place."""
    nouns = {c.first: c.last for c in marked.cues_of("nouns", "project") if tokens.shapes[c.first] != LOWER}
    marked.mentions = [part for mention in marked.mentions for part in _parts(tokens, marked, mention, nouns)]


def _parts(tokens: Tokens, marked: Marked, mention: Mention, nouns: dict[int, int]) -> Iterator[Mention]:
    inner = [i for i in nouns if mention.first < i and nouns[i] < mention.last]
    if mention.entry is not None or mention.kind not in ("Name", "Project") or not inner:
        yield mention
        return
    end = nouns[inner[0]]
    joint = next((c.last for c in marked.cues_of("words", "and") if c.first == end), mention.last)
    joint += joint in {c.first for c in marked.cues_of("words", "articles")}
    closed = mention.last in nouns.values() or mention.last in nouns
    if not closed or joint >= mention.last or tokens.shapes[joint] == LOWER or len(inner) > 2:
        yield mention
        return
    for first, last in ((mention.first, end), (joint, nouns.get(mention.last, mention.last))):
        yield Mention("Project", first, last, tokens.surface(first, last), defined=True)
