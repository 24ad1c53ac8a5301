"""Countries that a list gives by their two letters in brackets: "Kredo Foundation (BG), Omnia (IT), Athens (EL)".

One such bracket may mean anything; two or more in a sentence are read as countries if each is a country's code.
"""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import UPPER, Sentence, Tokens
from ontology.vocabulary import Entry, countries

LEAST, LEAST_ROW = 2, 3
OTHER_CODES = {"EL": "GR", "UK": "GB"}


def country_of_code(code: str) -> Entry | None:
    """The country of an alpha-2 code, or of one of the two that the Union writes otherwise."""
    return countries().get(OTHER_CODES.get(code, code))


def bracketed_codes(tokens: Tokens, sentence: Sentence) -> list[Mention]:
    """The codes of a sentence as countries; none unless there are at least two and all are codes."""
    found: list[Mention] = []
    if tokens.text.find("(", tokens.ends[sentence.first], tokens.starts[sentence.last - 1]) < 0:
        return found
    for at in range(sentence.first + 1, sentence.last):
        if tokens.shapes[at] != UPPER:
            continue
        code = tokens.word(at)
        if len(code) != 2 or not _alone(tokens, at):
            continue
        entry = country_of_code(code)
        if entry is None:
            return []
        found.append(Mention("Country", at, at + 1, code, entry=entry))
    return (found if len(found) >= LEAST else []) or _enumerated(tokens, sentence)


def _enumerated(tokens: Tokens, sentence: Sentence) -> list[Mention]:
    """The codes of a bracket that holds three or more and nothing else: "seven countries (SE, IT, LV, DE)"."""
    for at in range(sentence.first + 1, sentence.last):
        if not tokens.gap(at).rstrip().endswith("("):
            continue
        end = next((i for i in range(at + 1, sentence.last) if ")" in tokens.gap(i)), sentence.last)
        entries = [country_of_code(tokens.word(i)) if tokens.shapes[i] == UPPER else None for i in range(at, end)]
        parted = all(tokens.gap(i).strip() in (",", "/", ";", "-", "–", "|") for i in range(at + 1, end))
        known = [Mention("Country", i, i + 1, tokens.word(i), entry=e) for i, e in enumerate(entries, at) if e]
        if end - at >= LEAST_ROW and parted and len(known) == len(entries):
            return known
    return []


def set_country_codes(tokens: Tokens, marked: Marked) -> None:
    """Make the codes of a marked sentence mentions of their countries; none of them is a word ("AT", "IT") then."""
    codes = bracketed_codes(tokens, marked.sentence)
    if codes:
        taken = {m.first for m in codes}
        marked.mentions = sorted([*(m for m in marked.mentions if m.first not in taken), *codes], key=lambda m: m.first)
        marked.cues = [c for c in marked.cues if c.first not in taken]
        marked.anchors = [a for a in marked.anchors if a.first not in taken]


def _alone(tokens: Tokens, at: int) -> bool:
    """Whether a word stands alone in a bracket."""
    opened = tokens.gap(at).rstrip().endswith("(")
    return opened and tokens.text[tokens.ends[at] : tokens.ends[at] + 2].lstrip().startswith(")")
