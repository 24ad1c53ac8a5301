"""Bodies that a text names once and then calls by their head noun alone: "the Foundation", "il Comune", "Fundacja".

The head noun stands behind a definite article, or opens a sentence and does something there, and goes on with no name;
the document names one body with that head noun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens

STEM, REACH = 5, 4  # letters that the forms of a noun share; words from a noun to what it does
HEADS = ("organisation", "lowercase_organisation")


def point_to_bodies(tokens: Tokens, marked: list[Marked], normal: Callable[[str], str]) -> None:
    """Add a mention of the body wherever its head noun alone points to it, in place of what is unsure there; `normal`
    gives the form by which names are compared."""

    def key(body: Mention) -> str:
        return (body.entry.iri if body.entry else "") or normal(body.name)

    bodies = _bodies(tokens, marked, key)
    named: set[str] = set()
    for sentence in marked:
        found = [] if sentence.sentence.field is not None else [*_pointers(tokens, sentence)]
        for first, last in found:
            body = bodies.get(_stem(tokens, last - 1))
            if body is not None and key(body) in named:
                mention = Mention("Organisation", first, last, body.name, entry=body.entry, defined=True)
                kept = [m for m in sentence.mentions if m.last <= first or m.first >= last]
                sentence.mentions = sorted([*kept, mention], key=lambda m: m.first)
        named |= {key(m) for m in sentence.mentions if m.kind == "Organisation" and m.name}


def _bodies(tokens: Tokens, marked: list[Marked], key: Callable[[Mention], str]) -> dict[str, Mention]:
    """The bodies of a document by their head noun's stem, where one body alone has it."""
    found: dict[str, dict[str, Mention]] = {}
    for sentence in marked:
        bodies = [m for m in sentence.mentions if m.kind == "Organisation" and m.sure and m.name]
        for cue in sentence.cues_of("nouns", *HEADS):
            for body in bodies:
                if body.first <= cue.first and cue.last <= body.last and body.last - body.first > 1:
                    found.setdefault(_stem(tokens, cue.last - 1), {}).setdefault(key(body), body)
    return {stem: next(iter(named.values())) for stem, named in found.items() if len(named) == 1}


def _pointers(tokens: Tokens, marked: Marked) -> Iterator[tuple[int, int]]:
    """The head nouns of a sentence that stand alone: behind a definite article, or at its head before a trigger whose
    object stands before it; before no name and no "of"."""
    definite = marked.words_of("words", "articles") - marked.words_of("words", "indefinite")
    of, end = marked.words_of("words", "of"), marked.sentence.last
    for cue in marked.cues_of("nouns", *HEADS):
        at = cue.last
        led = cue.first - 1 in definite or (cue.first == marked.sentence.first and _does(marked, at))
        goes_on = at < end and (at in of or (tokens.shapes[at] != LOWER and not tokens.gap(at).strip()))
        others = (m for m in marked.mentions if m.first < at and cue.first < m.last)
        taken = any(m.sure or (m.first, m.last) != (cue.first, at) for m in others)
        if cue.last - cue.first == 1 and led and not goes_on and not taken and "-" not in tokens.gap(cue.first):
            yield cue.first, at


def _does(marked: Marked, at: int) -> bool:
    """Whether a trigger whose object stands before it begins within a few words, with no other name between."""
    acts = (a.first for a in marked.anchors if a.payload.before[-1:] == ("o",) and 0 <= a.first - at < REACH)
    first = min(acts, default=None)
    return first is not None and not any(at <= m.first < first for m in marked.mentions if m.kind == "Organisation")


def _stem(tokens: Tokens, at: int) -> str:
    return tokens.folds[at][:STEM]
