"""Frames without any word: subject and object side by side ("ABC (2020–2022)")."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts.surroundings import places_of, side_by_side
from graph.marking.hits import Hit
from graph.marking.language import Language
from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens
from ontology.lexicon import Shape


def touching(tokens: Tokens, marked: Marked, language: Language, shape: Shape) -> Iterator[Hit]:
    """The hits of such a frame in a sentence: two mentions of fitting kinds that nothing but a sign parts; none where a
    sentence may end between them."""
    frame, places = language.frames[shape.frame], places_of(language)
    for one, two, at in side_by_side(tokens, marked):
        first, second = (one, two) if shape.before == ("s", "o") else (two, one)
        if (
            two.first - at > (0 if frame.tight else 1)
            or first.kind not in places.subjects[shape.frame]
            or second.kind not in places.objects[shape.frame]
        ):
            continue
        if not any(c in tokens.text[tokens.ends[at - 1] : tokens.starts[two.first]] for c in ".;?!"):
            yield Hit(frame, first, second, first.kind, second.kind, one.first, two.last, frame.modality)
