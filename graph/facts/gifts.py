"""Parts of the costs as texts write them: who gives, and which sum or rate stands beside.

Which words say so is data (`ontology/grants.toml`, `ontology/funding-roles.toml`). A giver is a funder that is named,
or a word for a side that bears costs: the Union, a state, those who do the work, others.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, MIXED, NUMBER, Tokens
from graph.model import Value
from ontology.automaton import Automaton, Match
from ontology.words import folded_words

ROLES = ("eu", "national", "own", "other")
RECEIVING = frozenset({"receives", "holds"})  # what stands between the body that gets the money and the sum
RATE = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,3})?)\s?(%?)(?!\d)")
_BARE = {f"bare_{role}": role for role in ROLES}
_BEHIND, _BEFORE = 6, 4
_SMALL = 4  # letters of words such as "of the"
_PARTS = re.compile(r"[,;.•|·/+&\n]")


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, list[str]]]:
    found: dict[str, Any] = {}
    for name in ("grants.toml", "funding-roles.toml"):
        found |= tomllib.loads((files("ontology") / name).read_text("utf-8"))
    return found


@lru_cache(maxsize=32)
def _cues(language: str) -> Automaton[str]:
    """The words of a language that say what an amount or a percentage is."""
    found: Automaton[str] = Automaton()
    for sort, patterns in _tables().items():
        for pattern in patterns.get(language, ()):
            found.add(pattern, sort)
    return found


def label_cues(label: str, language: str) -> frozenset[str]:
    """What the words of a field's label say: the names of tables of `grants.toml` and `funding-roles.toml`. The budget
    of a side ("state budget") is no whole, nor is the sum of a gift ("value of the grant")."""
    words = folded_words(label)
    found = list(_cues(language).find(words, 0, len(words)))
    gifts = [m for m in found if m.payload in ("given", "union")]
    parts = [(m.first, m.last) for m in found if m.payload in ROLES]
    parts += [(m.first, m.last) for m in found if m.payload == "sum" and any(_next_to(words, m, g) for g in gifts)]
    inside = [m for m in found if m.payload == "whole" and any(a <= m.first and m.last <= b for a, b in parts)]
    return frozenset(match.payload for match in found if match not in inside)


def _next_to(words: list[str], one: Match[str], two: Match[str]) -> bool:
    """Whether nothing but small words stands between two matches."""
    first, last = min(one.last, two.last), max(one.first, two.first)
    return all(len(word) <= _SMALL for word in words[first:last])


def part_of(label: str, language: str) -> str:
    """The role of a giver whose part of the costs a field's label names ("EU contribution" is "eu"), or ""."""
    sorts = label_cues(label, language)
    found = [role for role in ROLES if role in sorts]
    if not found and "union" in sorts and not sorts.isdisjoint({"given", "sum"}):
        found = ["eu"]
    return found[0] if len(found) == 1 and "whole" not in sorts else ""


def in_percent(label: str, language: str) -> bool:
    """Whether a field's label says that its values are percentages ("EU share (%)", "EU-Anteil in Prozent")."""
    return "%" in label or "percent" in label_cues(label, language)


def of_each(tokens: Tokens, marked: Marked, at: int, language: str) -> bool:
    """Whether an amount that ends before word `at` is what each of several gets ("500 euros per participant")."""
    found = _cues(language).find(tokens.folds, at, min(at + 3, marked.sentence.last))
    return any(match.payload == "each" and match.first == at for match in found)


def share_of(number: str) -> str:
    """A percentage as a part of one ("75" is "0.75"); "" where it cannot be one."""
    part = Decimal(number.replace(",", ".")) / 100
    return format(part.normalize(), "f") if 0 < part <= 1 else ""


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage as a part of one, and the words that it takes up."""

    share: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives, and the words that say so: the key of a funder, or a role alone. `bare`: a role's word without one for
    a gift."""

    first: int
    last: int
    funder: str = ""
    role: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Gift:
    """A giver with a sum, a rate, or both, and the last word of what is given."""

    giver: Giver
    amount: Value | None
    share: str
    last: int


class Gifts:
    """Finds the parts of the costs in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: str) -> None:
        self._tokens = tokens
        self._language = language

    def cues(self, marked: Marked, first: int | None = None, last: int | None = None) -> list[Match[str]]:
        """The telling words of a sentence, or of some words of it."""
        begin, end = marked.sentence.first, marked.sentence.last
        first = begin if first is None else max(begin, first)
        last = end if last is None else min(end, last)
        return _cues(self._language).find(self._tokens.folds, first, last)

    def receiving(self, marked: Marked) -> list[Match[str]]:
        """The verbs for receiving of a sentence, with auxiliaries where there is such a verb ("hat … | erhalten")."""
        verbs = [m for m in self.cues(marked) if m.payload in RECEIVING]
        return verbs if any(m.payload == "receives" for m in verbs) else []

    def led(self, marked: Marked, at: int) -> bool:
        """Whether a preposition leads the body that begins at a word: "to the Kredo Foundation", "from the …"."""
        cues, led = self.cues(marked, at - 3, at), set(marked.words_of("words", "of", "locative", "origin"))
        led |= {m.last - 1 for m in cues if m.payload == "from"}
        led |= {m.last - 1 for m in cues if m.payload == "to" and self._tokens.shapes[m.first] == LOWER}
        articles = marked.words_of("words", "articles")
        while at - 1 in articles - led:
            at -= 1
        return at - 1 in led and not (at - 1 in articles and "," in self._tokens.gap(at - 1))  # "…, | a Fundação"

    def amounts(self, marked: Marked) -> list[Mention]:
        """The sums of money of a sentence that are neither the most that may be given nor for each of several."""
        found = [m for m in marked.mentions if m.kind == "money" and m.value is not None and Decimal(m.value.text) > 0]
        found = [m for m in found if not of_each(self._tokens, marked, m.last, self._language)]
        return [m for m in found if not self._capped(marked, m.first)]

    def rates(self, marked: Marked) -> list[Rate]:
        """The percentages of a sentence: a number with its sign, or with the word for it."""
        return [rate for rate in self._rates(marked) if not self._capped(marked, rate.first)]

    def _capped(self, marked: Marked, at: int) -> bool:
        return any(m.payload == "ceiling" and m.last == at for m in self.cues(marked, at - 4, at))

    def _rates(self, marked: Marked) -> Iterator[Rate]:
        tokens, sentence = self._tokens, marked.sentence
        numbers = [i for i in range(sentence.first, sentence.last) if tokens.shapes[i] in (MIXED, NUMBER)]
        if not numbers:
            return
        words = {match.first: match.last for match in self.cues(marked) if match.payload == "percent"}
        for at in numbers:
            match = RATE.match(tokens.text, tokens.starts[at], sentence.span.end)
            if match is None:
                continue
            last = next((i for i in range(at, sentence.last) if tokens.ends[i] >= match.end(1)), at) + 1
            behind = tokens.text[tokens.ends[last - 1] : tokens.ends[last - 1] + 2].strip()
            if (match[2] or behind.startswith("%") or last in words) and (share := share_of(match[1])):
                yield Rate(share, at, words.get(last, last))

    # ── pairs ──────────────────────────────────────────────────────────────────────────────────────────────────

    def pairs(self, marked: Marked, named: Sequence[Giver], *, listed: bool = False) -> list[Gift]:
        """What each giver of a sentence gives; `named` are the funders that it names.

        A role with a word for a gift ("EU contribution: 900,000 euros") stands for itself. Funders by name, and roles
        without such a word ("75 % AMIF, 25 % state"), count only in a list: two parts or more, all of one kind, and no
        more than the whole; or where a label says that funders are `listed`.
        """
        values: list[Mention | Rate] = sorted([*self.amounts(marked), *self.rates(marked)], key=lambda v: v.first)
        givers = self._givers(marked, [self._with_acronym(marked, g) for g in named]) if values else []
        if len(values) > 1:
            values = [v for v in values if isinstance(v, Rate) or not self._is_whole(marked, v, givers)] or values
        found: list[Gift] = []
        taken: set[int] = set()
        ahead = bool(givers) and givers[0].first < values[0].first
        for index, giver in enumerate(givers):
            others = [g for g in givers if g is not giver]
            sides = (self._behind, self._before) if ahead else (self._before, self._behind)
            near = next((v for side in sides if (v := side(marked, giver, values, others))), None)
            if near is None or near.first in taken or self._denied(marked, giver):
                continue
            until = givers[index + 1].first if index + 1 < len(givers) else marked.sentence.last
            both = [near, *self._beside(near, values, until)]
            taken.update(v.first for v in both)
            amount = next((v.value for v in both if isinstance(v, Mention)), None)
            share = next((v.share for v in both if isinstance(v, Rate)), "")
            found.append(Gift(giver, amount, share, both[-1].last))
        return [gift for gift in found if self._said(gift, found, listed)]

    def _is_whole(self, marked: Marked, amount: Mention, givers: Sequence[Giver]) -> bool:
        """Whether a word for the whole stands close before an amount, and no giver and no other mark than a colon."""
        cues = [m for m in self.cues(marked, amount.first - _BEHIND, amount.first) if m.payload == "whole"]
        if not cues or any(cues[-1].first < g.last <= amount.first for g in givers):
            return False
        between = self._tokens.text[self._tokens.ends[cues[-1].last - 1] : self._tokens.starts[amount.first]]
        return not _PARTS.search(between)

    def _with_acronym(self, marked: Marked, giver: Giver) -> Giver:
        """A funder's name with the acronym in brackets behind it."""
        tokens, last = self._tokens, giver.last
        if last < marked.sentence.last and tokens.gap(last).strip() == "(" and tokens.shapes[last] != LOWER:
            closes = tokens.text[tokens.ends[last] : tokens.ends[last] + 1] == ")"
            return replace(giver, last=last + 1) if closes and not tokens.word(last)[0].isdigit() else giver
        return giver

    def _said(self, gift: Gift, all_gifts: list[Gift], listed: bool) -> bool:
        """Whether a pair says what a giver gives: a role with its word does, anything else in a list of parts."""
        whole = sum(Decimal(g.share) for g in all_gifts if g.share)
        if whole > Decimal("1.005"):
            return False
        if listed or (gift.giver.role and not gift.giver.bare):
            return True
        if len({(g.giver.funder, g.giver.role) for g in all_gifts}) < 2:
            return False
        return all(bool(g.share) for g in all_gifts) or all(g.amount is not None for g in all_gifts)

    def _givers(self, marked: Marked, named: Sequence[Giver]) -> list[Giver]:
        """Funders by name and roles of a sentence, in order, none overlapping another; full phrases go first."""
        cues = self.cues(marked)
        phrases = [Giver(m.first, m.last, role=m.payload) for m in cues if m.payload in ROLES]
        bare = [Giver(m.first, m.last, role=_BARE[m.payload], bare=True) for m in cues if m.payload in _BARE]
        ranked = [*sorted(phrases, key=lambda g: (g.first - g.last, g.first)), *named]
        ranked += sorted(bare, key=lambda g: (g.first - g.last, g.first))
        taken: set[int] = set()
        kept = []
        for giver in ranked:
            words = set(range(giver.first, giver.last))
            if taken.isdisjoint(words):
                taken |= words
                kept.append(giver)
        return sorted(kept, key=lambda g: g.first)

    def _behind(
        self, marked: Marked, giver: Giver, values: Sequence[Mention | Rate], others: Sequence[Giver]
    ) -> Mention | Rate | None:
        """What stands right behind a giver: a colon, a bracket or a few small words between."""
        near = next((v for v in values if v.first >= giver.last), None)
        if near is None or near.first - giver.last > _BEHIND:
            return None
        return near if self._clear(marked, giver.last, near.first, others) else None

    def _before(
        self, marked: Marked, giver: Giver, values: Sequence[Mention | Rate], others: Sequence[Giver]
    ) -> Mention | Rate | None:
        """What stands right before a giver: a few small words between."""
        near = next((v for v in reversed(values) if v.last <= giver.first), None)
        if near is None or giver.first - near.last > _BEFORE:
            return None
        return near if self._clear(marked, near.last, giver.first, others) else None

    def _clear(self, marked: Marked, first: int, last: int, others: Sequence[Giver]) -> bool:
        """Whether only small words join a giver and what it gives: no other part begins between them."""
        tokens = self._tokens
        between = tokens.text[tokens.ends[first - 1] : tokens.starts[last]]
        cues = self.cues(marked, first, last)
        nouns = {i for m in cues if m.payload == "measure" for i in range(m.first, m.last)}
        small = all(tokens.shapes[i] == LOWER or i in nouns for i in range(first, last))
        joined = any(first <= c.first < last for c in marked.cues_of("words", "and"))
        whole = any(m.payload in ("whole", "ceiling") for m in cues)
        crossed = any(first <= g.first < last for g in others)
        cut = _PARTS.search(between.replace("%", "")) is not None
        return small and not (joined or whole or crossed or cut)

    def _beside(self, near: Mention | Rate, values: Sequence[Mention | Rate], until: int) -> list[Mention | Rate]:
        """The sum beside a rate or the rate beside a sum, with nothing but a bracket, a comma or a slash between."""
        tokens = self._tokens
        for other in values:
            if not near.last <= other.first < until or isinstance(other, Rate) is isinstance(near, Rate):
                continue
            between = tokens.text[tokens.ends[near.last - 1] : tokens.starts[other.first]]
            if not between.strip(" %(=/,–-:\u00a0"):
                return [other]
        return []

    def _denied(self, marked: Marked, giver: Giver) -> bool:
        """Whether a negation stands right before a giver ("no EU contribution")."""
        return any(0 <= giver.first - c.last <= 2 for c in marked.cues_of("words", "negation"))
