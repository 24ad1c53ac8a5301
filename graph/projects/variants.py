"""One project under a shorter and a longer name: “Lantern” and “LANTERN – Light for Newcomers”, “Light for Newcomers
(LANTERN)”, “LFN” and “Light for Newcomers”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from graph.marking.mentions import Marked, Mention
from ontology.words import folded_words

#: Where a title's parts meet: dashes with a space beside them, colons, full stops, brackets, quotation marks.
_JOINT = re.compile(r"\s*[:|]\s+|\s+[-–—]\s*|[-–—]\s+|[–—]|(?<=[^\W\d_]{3})\.\s+|\s*[\[\](){}“”„«»\"]\s*")
LEAST_INITIALS, LEAST_WORDS = 3, 3


def join_variants(marked: list[Marked], normal: Callable[[str], str]) -> None:
    """Let the projects' mentions of a document know each other's names where one is a part of the other at a joint, its
    initials or its words in another order, in place. A short name that stands in several longer ones is theirs
    together (a programme's): it joins none.

    `normal` gives a name as it is compared.
    """
    forms = _families(marked, normal)
    for short in forms:
        longer = [long for long in forms if long is not short and _is_variant(short, long, normal)]
        if len(longer) == 1:
            _tell(short, longer[0])


def part_siblings(marked: list[Marked], normal: Callable[[str], str]) -> None:
    """Keep projects apart that share nothing but a first part: of “Lumen – Letters at school” and “Lumen – Work for
    all”, none is simply “Lumen”, in place."""
    rests: dict[str, set[str]] = defaultdict(set)
    found = [m for s in marked for m in s.mentions if m.kind == "Project" and m.name and m.defined]
    for mention in found:
        head, _, rest = _JOINT.sub("\0", mention.name, count=1).partition("\0")
        if len(rest.split()) > 1:
            rests[normal(head)].add(normal(rest))
    shared = {head for head, tails in rests.items() if _all_differ(tails)}
    for mention in found:
        mention.also = tuple(name for name in mention.also if normal(name) not in shared)


def _all_differ(tails: set[str]) -> bool:
    """Whether there are several names, of which no two begin or end alike."""
    words = [tail.split() for tail in sorted(tails)]
    ends = [{row[0] for row in words}, {row[-1] for row in words}]
    return len(words) > 1 and all(len(end) == len(words) for end in ends)


class _Family:
    """The mentions that share a name, and all their names."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.names: dict[str, str] = {}  # as compared → as written


def _families(marked: list[Marked], normal: Callable[[str], str]) -> list[_Family]:
    by_name: dict[str, _Family] = {}
    for mention in (m for s in marked for m in s.mentions if m.kind == "Project" and m.name and m.defined):
        written = {normal(name): name for name in (mention.name, *mention.also) if normal(name)}
        known = [by_name[name] for name in written if name in by_name]
        family = known[0] if known else _Family()
        for other in known[1:]:
            if other is not family:
                family.mentions += other.mentions
                family.names |= other.names
        family.mentions.append(mention)
        family.names = written | family.names
        by_name.update(dict.fromkeys(family.names, family))
    return list({id(family): family for family in by_name.values()}.values())


def _is_variant(short: _Family, long: _Family, normal: Callable[[str], str]) -> bool:
    """Whether a name of the one is a part, the initials or a reordering of the other's."""
    for name in long.names.values():
        parts = [normal(part) for part in _JOINT.split(name) if part.strip()]
        ends = {parts[0], parts[-1]} if len(parts) > 1 else set()
        words = folded_words(name)
        for other in short.names:
            if other in ends or (len(words) > LEAST_WORDS and sorted(other.split()) == sorted(words)):
                return True
    capitals = {initials for name in long.names.values() for initials in _initials(name)}
    return any(name.replace(".", "") in capitals for name in short.names.values() if name.isupper())


def _initials(name: str) -> set[str]:
    """The initials of a name's words with a capital, and all its capitals ("SUCRE" of “Support … for REfugees”), unless
    they are too few to be an acronym."""
    words = [word for word in re.split(r"[\s\-–]+", name) if word[:1].isupper() and not word.isupper()]
    found = {"".join(word[0] for word in words), "".join(c for word in words for c in word if c.isupper())}
    return {letters for letters in found if len(letters) >= LEAST_INITIALS}


def _tell(short: _Family, long: _Family) -> None:
    names = tuple(short.names.values())
    for mention in long.mentions:
        mention.also = (*mention.also, *(name for name in names if name not in (mention.name, *mention.also)))
