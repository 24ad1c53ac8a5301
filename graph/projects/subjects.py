"""Names that a page speaks of as its subject: those that its headings ask about ("What is Lantern?"), those that a
plain activity bears ("the action “Living here”"), and projects that are only mentioned as forerunners ("builds on X").
"""

from __future__ import annotations

from collections.abc import Collection

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, MIXED, NUMBER, UPPER, Tokens
from ontology.automaton import Match
from ontology.lexicon import Shape

FORERUNNERS = frozenset({"follows"})
KNOWN = frozenset({"Organisation", "Fund", "Policy", "Call", "Country", "Place", "Person"})
REACH, LONGEST = 2, 8


def asked_about(tokens: Tokens, marked: Marked, language: Language) -> Mention | None:
    """The name that a question asks about and ends with, if it has a capital and comes back elsewhere: "What is the
    Lantern project?"; None where it is a known thing, a body, or in languages with capitals on all nouns one word."""
    small = marked.words_of("words", "articles") | marked.words_of("nouns", "project")
    first = max((c.last for c in marked.cues_of("words", "asks") if c.first == marked.sentence.first), default=0)
    last = marked.sentence.last
    if not first or tokens.text[tokens.ends[last - 1] :][:2].strip() not in ("?", ";"):
        return None
    while first < last and first in small and (tokens.shapes[first] == LOWER or first + 1 == last):
        first += 1
    while last > first and last - 1 in small and tokens.shapes[last - 1] == LOWER:
        last -= 1
    if first >= last or last - first > LONGEST or tokens.shapes[first] in (LOWER, NUMBER):
        return None
    plain = last - first == 1 and tokens.shapes[first] not in (UPPER, MIXED) and language.lexicon.capitalised_nouns
    inside = (m for m in marked.mentions if m.first < last and first < m.last)
    taken = any(m.entry or (m.kind in KNOWN and m.sure) for m in inside)
    concept = any(m.first <= first and last <= m.last for m in marked.concepts)
    again = sum(word == tokens.folds[first] and tokens.shapes[i] != LOWER for i, word in enumerate(tokens.folds)) > 1
    if plain or taken or concept or not again or any(tokens.barriers[first + 1 : last]):
        return None
    return Mention("Project", first, last, tokens.surface(first, last), defined=True)


def borne_by_activity(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether a quotation stands right behind a word for something that is done and may be a project: "the action
    “Living here”", "the measure called “Living here”"."""
    titled = {c.last: c.first for c in marked.cues_of("words", "titled")}
    at = titled.get(mention.first, mention.first)
    named = any(c.last == at and "," not in tokens.gap(at) for c in marked.cues_of("nouns", "activity"))
    return mention.kind == "Quote" and named


def forerunner_anchors(marked: Marked, language: Language) -> list[Match[Shape]]:
    """The triggers of a sentence that say of what stands right behind them that it came before."""
    shown = (a for a in marked.anchors if a.payload.after[:1] == ("o",))
    return [a for a in shown if language.frames[a.payload.frame].property in FORERUNNERS]


def is_forerunner(marked: Marked, mention: Mention, language: Language) -> bool:
    """Whether a project is named as what came before: right behind a trigger that says so."""
    behind = any(0 <= mention.first - a.last <= REACH for a in forerunner_anchors(marked, language))
    return behind or any(c.last == mention.first for c in marked.cues_of("nouns", "forerunner"))


def only_before(marked: Marked, language: Language, normal: Collection[str]) -> bool:
    """Whether the projects of a sentence by some names are only named as forerunners."""
    named = [m for m in marked.mentions if m.kind == "Project" and m.name in normal]
    return bool(named) and all(is_forerunner(marked, m, language) for m in named)
