"""What the lines and brackets of a list of bodies hold: a whole name, a country's code, several names."""

from __future__ import annotations

import re

from graph.marking.country_codes import country_of_code
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens
from ontology.vocabulary import Entry

_CODE = re.compile(r"\(\s*([A-Z]{2})\s*\)\s*[.,;]?\s*$")
LONGEST_NAME = 14
LONGEST_TAIL = 5


def entry_at_end(text: str) -> Entry | None:
    """The country whose two-letter code stands in a bracket at the end of a text: "Kredo Foundation (BG)"."""
    found = _CODE.search(text)
    return country_of_code(found[1]) if found else None


def code_at_end(text: str) -> str | None:
    """The code of that country."""
    entry = entry_at_end(text)
    return entry.country if entry else None


def whole_name(tokens: Tokens, marked: Marked, body: Mention) -> Mention:
    """A body of a line that ends with its country: all that stands before the country, if the line says nothing else;
    else the body as it was found ("Omnia kulturelle Bildung Ltd (BG)", of which only the end looks like a name)."""
    sentence = marked.sentence
    tail = _tail(tokens, marked)
    known = body.entry is not None or tail is None or not sentence.first <= body.first < body.last <= tail
    if known or tail is None or tail - sentence.first > LONGEST_NAME or tail - sentence.first == body.last - body.first:
        return body
    return named_before(tokens, marked, tail) or body


def before_country(tokens: Tokens, marked: Marked) -> Mention | None:
    """The body that a line is but for the country at its end, if no word of it looked like a name ("Together for all
    Alapítvány, Hungary"); none for a line that says something."""
    tail = _tail(tokens, marked)
    return (
        named_before(tokens, marked, tail)
        if tail is not None and tail - marked.sentence.first <= LONGEST_NAME
        else None
    )


def named_before(tokens: Tokens, marked: Marked, tail: int) -> Mention | None:
    """All that stands before a word of a line as the name of a body; an acronym and a long form on the two sides of a
    dash are forms of it."""
    first = marked.sentence.first
    articles = marked.words_of("words", "articles")
    while first < tail - 1 and first in articles:
        first += 1
    cues = marked.cues_of("words", "copula", "completed", "planned", "after_title")
    verbs = {i for c in cues for i in range(c.first, c.last)}
    inner = range(first, tail)
    dashes = [i for i in inner[1:] if tokens.gap(i).strip() in ("–", "—", "-") and tokens.gap(i)[:1] == " "]
    commas = [i for i in inner[1:] if "," in tokens.gap(i)]
    units = len(commas) == 1 and one_country(tokens, marked)  # "Institute of Light, Kredo University (Italy)"
    parted = any(tokens.barriers[i] and i not in dashes and not (units and i in commas) for i in inner[1:])
    parted = parted or (bool(commas) and not units)
    said = any(i in verbs and tokens.shapes[i] == LOWER for i in inner)
    if tokens.shapes[first] == LOWER or parted or said or len(dashes) > 1:
        return None
    parts = (tokens.surface(first, dashes[0]), tokens.surface(dashes[0], tail)) if dashes else ()
    return Mention("Organisation", first, tail, tokens.surface(first, tail), also=parts, defined=True)


def one_country(tokens: Tokens, marked: Marked) -> bool:
    """Whether a line has just one country, in a bracket at its end: it is one entry of a list, whatever stands before
    the bracket."""
    countries = [m for m in marked.mentions if m.kind == "Country"]
    tail = _tail(tokens, marked)
    return (
        len(countries) == 1
        and tail is not None
        and countries[0].last == marked.sentence.last
        and "(" in tokens.gap(tail)
    )


def fills(tokens: Tokens, marked: Marked, body: Mention) -> bool:
    """Whether a line is a body's name with at most a country, an acronym or its part behind it, and no sentence."""
    sentence = marked.sentence
    ends = tokens.text[sentence.span.end - 1] in ".!?:" and sentence.last - body.last > 0
    return body.first == sentence.first and not ends and sentence.last - body.last <= LONGEST_TAIL


def _tail(tokens: Tokens, marked: Marked) -> int | None:
    """Where the country or its code begins that ends a line, if a bracket, a comma or a dash sets it off."""
    last = marked.sentence.last
    country = next((m for m in marked.mentions if m.kind == "Country" and m.last == last), None)
    coded = code_at_end(tokens.text[marked.sentence.span.start : marked.sentence.span.end])
    at = country.first if country else last - 1 if coded else None
    places = [m for m in marked.mentions if m.kind == "Place" and m.last == at and m.first > marked.sentence.first]
    town = places[0] if places else None
    if town is not None and tokens.gap(town.first).strip()[:1] in ("(", ","):
        at = town.first
    if at is not None and at > marked.sentence.first and tokens.gap(at).strip()[:1] in ("(", ",", "–", "—", "-"):
        return at
    return None


def in_bracket(tokens: Tokens, marked: Marked, opening: int) -> list[Mention]:
    """The names that fill the places of a list in the bracket that opens before a word, if there are two or more."""
    end = marked.sentence.last
    closing = next((i for i in range(opening + 1, end) if ")" in tokens.gap(i)), end)
    found = []
    for mention in marked.mentions:
        if mention.first < opening or mention.last > closing or mention.kind not in ("Organisation", "Name"):
            continue
        begins = mention.first == opening or tokens.gap(mention.first).strip() in (",", ";")
        ends = mention.last == closing or tokens.gap(mention.last).strip() in (",", ";")
        if begins and ends:
            found.append(mention)
    return found if len(found) > 1 else []


def works_with(language: Language, marked: Marked) -> str | None:
    """Partners, where a frame's trigger and then bodies in general end a line that names none: "The project works
    with five organisations:"."""
    general = [c.first for c in marked.cues_of("nouns", "generic_bodies") if c.last >= marked.sentence.last - 2]
    found = (a for a in marked.anchors if language.frames[a.payload.frame].property == "hasPartner")
    before = any(a.payload.after == ("o",) and 0 <= general[0] - a.last <= 1 for a in found if general)
    return "hasPartner" if before and not any(m.kind != "Project" for m in marked.mentions) else None
