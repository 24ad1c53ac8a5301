"""What the cues say of each word of a sentence, as the name grammar asks it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.marking.mentions import Marked
from graph.marking.tokens import CAPITAL, MIXED, UPPER, Tokens

CLASS_OF = {
    "organisation": "Organisation",
    "fund": "Fund",
    "call": "Call",
    "event": "Event",
    "output": "Output",
    "policy": "Policy",
    "project": "Project",
}
CAPITALISED = (CAPITAL, UPPER, MIXED)
REACH = 4  # words in which the next body's head noun stands


@dataclass(slots=True)
class Flags:
    """What the cues say of each word of a sentence."""

    stop: set[int]
    article: set[int]
    of: set[int]
    joiner: dict[int, int]
    heads: dict[int, list[tuple[int, str]]]
    joint: set[int]
    adjoining: set[int]
    sole: set[int]
    legal: dict[int, int]
    conjunction: set[int]
    role: set[int]
    roles: set[int]
    indefinite: set[int]
    offices: dict[int, int]

    def joins(self, at: int) -> bool:
        """Whether a word is an article or a small word for "and" or "of"."""
        return at in self.conjunction or at in self.of or at in self.article

    def heads_name(self, at: int) -> bool:
        """Whether a head noun ends at a word that may govern the rest of a name; a project noun governs none."""
        return at in self.heads and any(kind != "Project" for _, kind in self.heads[at])

    def heads_organisation(self, at: int) -> bool:
        """Whether a head noun of a body ends at a word."""
        return any(kind == "Organisation" for _, kind in self.heads.get(at, ()))

    def heads_project(self, at: int) -> bool:
        """Whether a noun for a project or call ends at a word."""
        return any(kind in ("Project", "Call") for _, kind in self.heads.get(at, ()))

    def begins_organisation(self, at: int) -> bool:
        """Whether a word is a head noun of a body by itself."""
        return any(kind == "Organisation" and first == at for first, kind in self.heads.get(at, ()))

    def heads_body(self, at: int) -> bool:
        """Whether a head noun of a body or a fund ends at a word."""
        return any(kind in ("Organisation", "Fund") for _, kind in self.heads.get(at, ()))


def flags_of(marked: Marked) -> Flags:
    """The flags of a sentence, from its cues."""
    flags = Flags(set(), set(), set(), {}, {}, set(), set(), set(), {}, set(), set(), set(), set(), {})
    for cue in marked.cues:
        section, category = cue.payload
        if section == "words":
            _set_word(flags, category, cue.first, cue.last)
        elif section == "nouns":
            _set_noun(flags, category, cue.first, cue.last)
    for cue in marked.cues_of("words", "comitative"):
        if _between_bodies(flags, cue.first, cue.last):
            flags.joiner.pop(cue.first, None)
    return flags


def _set_word(flags: Flags, category: str, first: int, last: int) -> None:
    """What a function word says of the words it stands on."""
    firsts = {
        "articles": flags.article,
        "indefinite": flags.indefinite,
        "of": flags.of,
        "adjective_joiners": flags.adjoining,
    }
    if category == "stop" and last - first == 1:
        flags.stop.add(first)
    elif category in firsts:
        firsts[category].add(first)
    elif category in ("and", "titled"):  # "mit dem Titel | Offene Schule"
        (flags.conjunction if category == "and" else flags.role).update(range(first, last))
    elif category in ("joiners", "legal_forms"):
        ends = flags.joiner if category == "joiners" else flags.legal
        ends[first] = max(last, ends.get(first, 0))


def _set_noun(flags: Flags, category: str, first: int, last: int) -> None:
    """What a head noun says of the words it stands on."""
    spans = {"sole_organisation": flags.sole, "joint": flags.joint, "functions": flags.role}
    if category in CLASS_OF:
        flags.heads.setdefault(last - 1, []).append((first, CLASS_OF[category]))
    elif category in spans:
        spans[category].update(range(first, last))
    elif category == "ministries":
        flags.offices[first] = max(last, flags.offices.get(first, 0))
    elif category == "roles":
        (flags.role if last - first > 1 else flags.roles).add(first)


def _between_bodies(flags: Flags, first: int, last: int) -> bool:
    """Whether a word for "with" stands between two bodies: behind a head noun or legal form and soon before another, or
    right before a head noun ("the Kredo Foundation with Omnia University", "la Fundación X con la Asociación Y")."""
    ends = flags.heads_organisation(first - 1) or any(end == first for end in flags.legal.values())
    soon = any(flags.heads_organisation(i) for i in range(last, last + REACH))
    while last in flags.article:
        last += 1
    return (ends and soon) or flags.begins_organisation(last)


def begins_project(flags: Flags, at: int) -> bool:
    """Whether a project noun begins at a word that is no part of a body's name ("Funds and Programmes Division")."""
    begins = any(kind in ("Project", "Call") and first == at for first, kind in flags.heads.get(at, ()))
    return begins and not flags.heads_organisation(at + 1)


def names_project(tokens: Tokens, flags: Flags, at: int) -> bool:
    """Whether a row of capitalised words begins here that a project noun in lower case ends ("the Lantern project")."""
    last = at
    while (
        last < len(tokens.shapes) and tokens.shapes[last] in CAPITALISED and not (last > at and tokens.barriers[last])
    ):
        last += 1
    noun = flags.heads.get(last, ()) if last > at and tokens.gap(min(last, len(tokens.shapes) - 1)) in " -" else ()
    return any(kind == "Project" and first == last for first, kind in noun) and not flags.heads_organisation(last - 1)


def capital_pairs(tokens: Tokens) -> frozenset[tuple[str, str]]:
    """The pairs of capitalised words side by side, folded, but for those that open a sentence of more than four
    words."""
    folds, shapes, barriers = tokens.folds, tokens.shapes, tokens.barriers
    found = set()
    for sentence in tokens.sentences:
        first = sentence.first + (sentence.last - sentence.first > 4)
        for i in range(first, sentence.last - 1):
            if shapes[i] in CAPITALISED and shapes[i + 1] in CAPITALISED and not barriers[i + 1]:
                found.add((folds[i], folds[i + 1]))
    return frozenset(found)


def is_told(marked: Marked | None, at: int) -> bool:
    """Whether a word of a sentence is a verb, or a part of what a concept or a people is called."""
    if marked is None:
        return False
    told = marked.cues_of("words", "after_title", "reporting", "completed", "planned")
    peoples = [c for c in marked.cues if c.payload.section == "demonym"]
    inside = any(c.first <= at < c.last for c in (*told, *peoples))
    return inside or any(m.first <= at < m.last for m in marked.concepts)


def opens_label(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a word is a label of its own: set apart by blanks, with a colon behind it ("Kredo    Updated: …")."""
    label = at + 1 < end and tokens.gap(at + 1).startswith(":")
    return label and len(tokens.gap(at)) > 2 and not tokens.gap(at).strip(" ")


def heads_next(tokens: Tokens, flags: Flags, at: int) -> bool:
    """Whether the word behind a place is a capitalised head noun and the name begins there ("Lead Fundación X"): it
    would not be over at once ("Young Forum")."""
    small = at + 2 in flags.of or at + 2 in flags.joiner
    if not small and (at + 2 >= len(tokens.shapes) or tokens.shapes[at + 2] not in CAPITALISED):
        return False
    after = at + 1 < len(tokens.shapes) and tokens.shapes[at + 1] in CAPITALISED and not tokens.barriers[at + 1]
    return after and any(begin == at + 1 for ends in flags.heads.values() for begin, _ in ends)
