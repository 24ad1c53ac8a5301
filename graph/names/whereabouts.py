"""Nouns of bodies that say only where something is: "in the municipality of X", "in the province X"."""

from __future__ import annotations

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention, mark_names
from graph.marking.tokens import Tokens
from graph.names.flags import Flags
from graph.names.inflection import base_form

LONGEST_PLACE = 4  # words of a place behind its noun


def is_located(marked: Marked, flags: Flags, at: int) -> bool:
    """Whether a locative stands before the noun at a word ("in the municipality of X"): a place is meant."""
    return _follows(marked, flags, at, "locative")


def is_place(marked: Marked, flags: Flags, at: int, end: int) -> bool:
    """Whether the noun from word `at` to `end` is one that places have, too, and stands after "in" ("in the province
    X")."""
    noun = any(c.first == at and c.last == end for c in marked.cues_of("nouns", "place"))
    return noun and _follows(marked, flags, at, "strict_locative")


def _follows(marked: Marked, flags: Flags, at: int, category: str) -> bool:
    ends = {c.last for c in marked.cues_of("words", category)}
    return at in ends or (at - 1 in ends and at - 1 in flags.article)


def located_lands(marked: Marked) -> set[int]:
    """The first words of countries and places right behind "in"."""
    before = {c.last for c in marked.cues_of("words", "strict_locative")}
    return {m.first for m in marked.mentions if m.kind in ("Country", "Place") and m.first in before}


def settle(tokens: Tokens, marked: Marked, language: Language) -> None:
    """Make places of the bodies of one sentence that are named only to say where something is, in place: "takes place
    in the Municipality of Hillford". What a ministry or any other body without a place's noun does there is left."""
    heads = {c.first: c.last for c in marked.cues_of("nouns", "place")}
    if not heads:
        return
    before = {c.last for c in marked.cues_of("words", "strict_locative")}
    over = {i for c in marked.cues_of("words", "strict_locative") for i in range(c.first + 1, c.last)}
    articles = marked.words_of("words", "articles")
    for at, body in enumerate(marked.mentions):
        end = heads.get(body.first, body.last)
        if body.kind != "Organisation" or body.entry is not None or end >= body.last or body.last - end > LONGEST_PLACE:
            continue
        led = body.first in before | over or (body.first - 1 in articles and body.first - 1 in before)
        if led and not tokens.gap(body.first).strip():
            inner = [m for m in mark_names(tokens, marked, body, language) if m.kind == "Place" and m.last == body.last]
            name, also = tokens.surface(end, body.last), (tokens.surface(body.first, body.last),)
            place = Mention("Place", body.first, body.last, name, also=also, defined=True)
            marked.mentions[at] = inner[-1] if inner and inner[-1].first <= end else place


def with_nouns(tokens: Tokens, marked: Marked, language: Language) -> None:
    """Call the towns of a sentence that are bodies by their noun, too, in place ("miasto Lublin", not "Lublin")."""
    nouns = {c.last: c.first for c in marked.cues_of("nouns", "place")}
    for body in marked.mentions if nouns else ():
        end = next((last for last, first in nouns.items() if first == body.first and last < body.last), None)
        if end is not None and body.kind == "Organisation" and body.name == tokens.surface(end, body.last):
            words = base_form(tokens.surface(body.first, end).split(), [0], language.lexicon.declension)
            whole = " ".join((*words, body.name))
            body.name, body.also = whole, tuple(n for n in body.also if n != whole)


def beside_bodies(tokens: Tokens, marked: Marked) -> None:
    """Make bodies of the places with a noun for places that a comma or "and" joins to a body before them, in place:
    "run by the Kredo Foundation, the county of Kent and …"."""
    ands, articles = marked.words_of("words", "and"), marked.words_of("words", "articles")
    nouns = {c.last: c.first for c in marked.cues_of("nouns", "place")}
    small = articles | marked.words_of("words", "of")
    for at in range(1, len(marked.mentions) if nouns else 0):
        before, place = marked.mentions[at - 1 : at + 1]
        end = place.first
        while end - 1 in small and end not in nouns:
            end -= 1
        if place.kind != "Place" or end not in nouns or before.kind != "Organisation" or not before.sure:
            continue
        first = begin = nouns[end]
        while begin - 1 in articles:
            begin -= 1
        joined = begin - 1 in ands and before.last == begin - 1
        joined |= before.last == begin and tokens.gap(begin).strip() == ","
        if joined and before.last <= first:
            name, also = tokens.surface(first, place.last), (place.name, *place.also)
            marked.mentions[at] = Mention("Organisation", first, place.last, name, also=also, defined=True)
