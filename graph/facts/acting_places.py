"""Towns and countries that a text speaks of as bodies: "the participating cities: Athens, Bologna and Oulu", "funded by
Norway and the Kingdom of the Netherlands"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.marking.hits import BODY_PROPERTIES
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens
from ontology.vocabulary import Entry
from ontology.words import folded_words

REACH = 2
COMMON = 3  # first letters that a country's names share: "Czechia", "Czech Republic"


def acting_places(tokens: Tokens, marked: Marked, language: Language) -> dict[int, Mention]:
    """The places behind a trigger for partners, funders or doers that ends in a noun for towns, and the countries right
    behind a trigger that a state may fill, as bodies, by their first words. Their own mentions stay as they are."""
    nouns = marked.cues_of("nouns", "place_plural")
    frames = [(a, language.frames[a.payload.frame]) for a in marked.anchors]
    ends = [a.last for a, f in frames if f.property in BODY_PROPERTIES and any(c.last == a.last for c in nouns)]
    acting = [m for m in marked.mentions if ends and m.kind == "Place" and m.first >= min(ends)]
    kinds = {m.kind for m in marked.mentions}
    if "Country" in kinds and "Fund" not in kinds:  # "by Iceland and Norway through the Kredo Grants": the fund pays
        for anchor, frame in frames:
            if frame.states and anchor.payload.after[:1] == ("o",):
                acting += _states(tokens, marked, anchor.last)
    elif any(frame.states for _, frame in frames):  # "by the Kredo Grants and the Republic of Cyprus": both pay
        acting += _by_state_names(marked, language)
    return {m.first: _body(m, language.lexicon.language) for m in acting}


def _body(place: Mention, language: str) -> Mention:
    """A place as a body, by the name that it has on its own ("Norway" where a case ending changed it)."""
    entry, name = place.entry, place.name
    also: tuple[str, ...] = ()
    if place.kind == "Country" and entry is not None:
        label = entry.label(language)
        name, also = (label, ()) if " " not in name else (name, (label,))
    return Mention("Organisation", place.first, place.last, name, also=also, defined=True)


def _states(tokens: Tokens, marked: Marked, at: int) -> Iterator[Mention]:
    """The countries that stand right behind a word, listed with bodies and with each other; none that only says whose
    a body is ("Norway's Kredo Foundation", "Malta Harbour Trust")."""
    small = marked.words_of("words", "articles") | marked.words_of("words", "and")
    listed = ("Country", "Organisation", "Fund")
    for mention in sorted(marked.mentions, key=lambda m: (m.first, -m.last)):
        if mention.first < at or mention.kind not in listed or not (mention.sure or mention.entry):
            continue
        if mention.first - at > REACH or any(i not in small for i in range(at, mention.first)):
            return
        if mention.kind == "Country" and _alone(tokens, marked, mention.last):
            yield mention
        at = mention.last


def _alone(tokens: Tokens, marked: Marked, at: int) -> bool:
    """Whether a name ends at a word: at the sentence's end, at a mark, or before a word in lower case."""
    if at >= marked.sentence.last:
        return True
    gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]].strip()
    return gap[:1] not in ("'", "’", "-", "/") and (bool(gap) or tokens.shapes[at] == LOWER)


def _by_state_names(marked: Marked, language: Language) -> Iterator[Mention]:
    """The countries that are named as states ("Republic of Cyprus"), but where something takes place or comes from."""
    local = {c.last for c in marked.cues_of("words", "strict_locative", "origin", "locative_case", "origin_case")}
    articles = marked.words_of("words", "articles")
    for mention in marked.mentions:
        at = mention.first
        while at - 1 in articles:
            at -= 1
        placed = not local.isdisjoint({at, mention.first, mention.last})
        entry = mention.entry if mention.kind == "Country" and not placed else None
        if entry is not None and _is_state_name(mention.name, entry, language.lexicon.language):
            yield mention


def _is_state_name(name: str, entry: Entry, language: str) -> bool:
    """Whether a name is longer than the country's shortest one, with a word much like one of it."""
    words = folded_words(name)
    short = min((folded_words(text) for text, code in entry.labels if code == language), key=len, default=words)
    shared = any(a[:COMMON] == b[:COMMON] for a in words for b in short if len(b) > COMMON)
    return len(words) > len(short) and shared
