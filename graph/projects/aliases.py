"""Second names of projects: “the project ‘Long title’, in short Lantern”, “X, also known as Y”."""

from __future__ import annotations

import itertools

from graph.marking.appearance import standing
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Tokens

BETWEEN, TWICE = 4, 2


def join_aliases(tokens: Tokens, marked: Marked) -> None:
    """Make one project of a project's name and what the lexicon's `alias` words say that it is also called, in
    place."""
    _with_years(tokens, marked)
    cues = marked.cues_of("words", "alias")
    if not cues:
        return
    small = marked.words_of("words", "articles") | marked.words_of("nouns", "project")
    for one, two in itertools.pairwise(marked.mentions):
        if one.kind != "Project" or not one.name or not one.sure or two.kind not in ("Project", "Name", "Quote"):
            continue
        inside = [c for c in cues if one.last <= c.first and c.last <= two.first]
        loose = [i for i in range(one.last, two.first) if not any(c.first <= i < c.last for c in inside)]
        between = tokens.text[tokens.ends[one.last - 1] : tokens.starts[two.first]]
        if inside and two.name and len(loose) <= BETWEEN and set(loose) <= small and not set(between) & set(".;?!"):
            _join(one, two)


def _with_years(tokens: Tokens, marked: Marked) -> None:
    """Give a project's name with the year right behind it as a further form, if the document has both at least twice
    ("Project Lantern 2021"), in place."""
    for one, two in itertools.pairwise(marked.mentions):
        year = two.kind == "date" and two.value is not None and len(two.value.text) == 4
        if one.kind != "Project" or not one.name or not year or one.last != two.first or tokens.gap(two.first).strip():
            continue
        if len(list(standing(tokens, tokens.folds[one.first : two.last]))) >= TWICE:
            one.also = (*one.also, f"{one.name} {tokens.surface(two.first, two.last)}")


def _join(one: Mention, two: Mention) -> None:
    one.also, one.defined = (*one.also, two.name), True
    two.kind, two.sure, two.defined, two.also = "Project", True, True, (*two.also, one.name)
