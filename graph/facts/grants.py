"""What a single funder gives: an amount or a rate, where one sentence or record says it together with the funder.

Which words tell a funder's gift from what a whole project costs is data (`ontology/grants.toml`). Where a sentence
names several funders, only what stands in brackets behind one of them is that one's.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from graph.facts.confidence import confidence
from graph.facts.stage import Stage
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.model import Field, Grant, Span, Statement, Value
from ontology.automaton import Automaton, Match
from ontology.vocabulary import ID
from ontology.words import folded_words

RULE, FIELD_RULE = "sentence.hasGrant", "field.hasGrant"
FUNDING = frozenset({"fundedBy", "coFundedBy"})
_MAY_GIVE = frozenset({"Fund", "Organisation", "Name"})
_UNION = ID + "organisation/european-union"
_BEFORE, _AFTER, _BESIDE = 5, 3, 6
_RATE = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,3})?)\s?(%?)(?!\d)")


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[str]]]:
    table: dict[str, Any] = tomllib.loads((files("ontology") / "grants.toml").read_text("utf-8"))
    return table


@lru_cache(maxsize=32)
def _cues(language: str) -> Automaton[str]:
    """The words of a language that say what an amount or a percentage is."""
    found: Automaton[str] = Automaton()
    for sort, patterns in _table().items():
        for pattern in patterns.get(language, ()):
            found.add(pattern, sort)
    return found


@dataclass(frozen=True, slots=True)
class _Rate:
    """A percentage as a part of one, and the words that it takes up."""

    share: str
    first: int
    last: int


Given = TypeVar("Given", Mention, _Rate)


class Grants(Stage):
    """Adds the grants that the sentences and records of a document state."""

    def collect(self, marked: list[Marked], language: Language) -> None:
        """Add the statements; those that say who pays must have been added before."""
        stated: defaultdict[Span, list[Statement]] = defaultdict(list)
        for statement in self._collector.statements():
            if statement.predicate in FUNDING and statement.modality != "negated":
                stated[statement.evidence[0]].append(statement)
        if not stated:
            return
        self._things = {thing.key: thing for thing in self._linker.register.things()}
        records: defaultdict[int, list[Marked]] = defaultdict(list)
        for sentence in marked:
            if sentence.sentence.field is not None:
                records[sentence.sentence.block].append(sentence)
            elif sentence.sentence.span in stated:
                self._sentence(sentence, stated[sentence.sentence.span])
        for rows in records.values():
            self._record(rows, stated, language)

    # ── sentences ──────────────────────────────────────────────────────────────────────────────────────────────

    def _sentence(self, marked: Marked, stated: list[Statement]) -> None:
        """What a sentence says of each funder of the one project that it speaks of."""
        if len({statement.subject for statement in stated}) != 1:
            return
        funders = {str(s.object): s for s in reversed(stated)}
        amounts = [m for m in marked.mentions if m.kind == "money" and m.value is not None]
        rates = list(self._rates(marked))
        if not amounts and not rates:
            return
        for key, statement in sorted(funders.items()):
            places = [m for m in marked.mentions if self._names(m, self._things[key])]
            amount = next((a for a in amounts if any(self._bracketed(p.last, a.first) for p in places)), None)
            rate = next((r for r in rates if any(self._bracketed(p.last, r.first) for p in places)), None)
            if len(funders) == 1:
                only, part = self._only(marked, places, amounts), self._only(marked, places, rates)
                amount = amount or (only if only and self._given(marked, only, places) else None)
                rate = rate or (part if part and self._of_costs(marked, part) else None)
            self._add(statement, amount.value if amount else None, rate.share if rate else "")

    def _only(self, marked: Marked, places: list[Mention], found: list[Given]) -> Given | None:
        """The only amount, or percentage, of a sentence, if nobody else stands between it and the funder, or is joined
        to the funder by "and"."""
        if len(found) != 1:
            return None
        others = [m for m in marked.mentions if m.kind in _MAY_GIVE and m not in places]
        joined = {c.first for c in marked.cues_of("words", "and")}
        at, places = found[0].first, [p for p in places if p.last not in joined]
        clear = (all(not min(p.first, at) <= m.first < max(p.last, at) for m in others) for p in places)
        return found[0] if any(clear) else None

    def _add(self, funded: Statement, amount: Value | None, share: str) -> None:
        """A grant, as sure as the statement that its funder pays."""
        if amount is None and not share:
            return
        project, text = self._things[funded.subject], amount.text if amount else ""
        grant = Grant("grant", text, amount.currency if amount else None, str(funded.object), share)
        sure = min(funded.confidence, confidence(RULE, "named"))
        self._collector.add(project, "hasGrant", grant, funded.evidence, RULE, sure, funded.modality)

    def _names(self, mention: Mention, thing: Thing) -> bool:
        """Whether a mention names a thing."""
        return (mention.entry is not None and mention.entry is thing.entry) or mention.name in thing.names

    def _bracketed(self, last: int, first: int) -> bool:
        """Whether nothing but an opening bracket stands between two words."""
        return last <= first <= last + 1 and self._tokens.text[
            self._tokens.ends[last - 1] : self._tokens.starts[first]
        ].strip().startswith("(")

    def _given(self, marked: Marked, amount: Mention, places: list[Mention]) -> bool:
        """Whether an amount is what the one funder gives, and not what the whole costs."""
        if self._near(marked, amount, "whole"):
            return False
        beside = any(0 <= amount.first - p.last <= _BESIDE or 0 <= p.first - amount.last <= _BESIDE for p in places)
        return beside or self._near(marked, amount, "given")

    def _of_costs(self, marked: Marked, rate: _Rate) -> bool:
        """Whether a percentage is one of the costs: a word for paying stands before it, no comma between, or one for
        costs behind it. "75 % of …" says itself what it is a part of."""
        found = [
            m for m in self._cues_from(marked, rate.first - _BESIDE, rate.last + _AFTER + 1) if m.payload == "rate"
        ]
        if any(m.first >= rate.last for m in found):
            return True
        if any(c.first == rate.last for c in marked.cues_of("words", "of")):
            return False
        text, ends, start = self._tokens.text, self._tokens.ends, self._tokens.starts[rate.first]
        return any(m.last <= rate.first and "," not in text[ends[m.last - 1] : start] for m in found)

    def _near(self, marked: Marked, place: Mention, sort: str) -> bool:
        """Whether a word of a sort stands close before a place, or right behind it."""
        found = self._cues_from(marked, place.first - _BEFORE, place.last + _AFTER)
        return any(match.payload == sort for match in found)

    def _cues_from(self, marked: Marked, first: int, last: int) -> list[Match[str]]:
        """The telling words between two places of a sentence."""
        first, last = max(marked.sentence.first, first), min(marked.sentence.last, last)
        return _cues(self._document.language).find(self._tokens.folds, first, last)

    def _rates(self, marked: Marked) -> Iterator[_Rate]:
        """The percentages of a sentence: a number with its sign, or with the word for it."""
        tokens, sentence = self._tokens, marked.sentence
        found = self._cues_from(marked, sentence.first, sentence.last)
        words = {match.first: match.last for match in found if match.payload == "percent"}
        for at in range(sentence.first, sentence.last):
            match = _RATE.match(tokens.text, tokens.starts[at], sentence.span.end)
            if match is None:
                continue
            last = next((i for i in range(at, sentence.last) if tokens.ends[i] >= match.end(1)), at) + 1
            behind = tokens.text[tokens.ends[last - 1] : tokens.ends[last - 1] + 2].strip()
            if (match[2] or behind.startswith("%") or last in words) and (share := _share(match[1])):
                yield _Rate(share, at, words.get(last, last))

    # ── records ────────────────────────────────────────────────────────────────────────────────────────────────

    def _record(self, rows: list[Marked], stated: dict[Span, list[Statement]], language: Language) -> None:
        """What the fields of one record say: a field of the Union's part, and an amount beside the one funder."""
        fields = [m.sentence.field for m in rows if m.sentence.field is not None]
        funded = [s for field in fields for s in stated.get(field.value, ())]
        if len({s.subject for s in funded}) != 1:
            return
        currency = next(
            (c for f in fields if self._is(language, f, "currency") and (c := language.values.currency(self._text(f)))),
            None,
        )
        for field in fields:
            sorts = {m.payload for m in self._label_cues(field)}
            union = next((s for s in funded if self._is_union(s)), None)
            if self._is(language, field, "unionShare") or ("union" in sorts and "given" in sorts):
                self._add_field(union, field, language, currency, rate=True)
            elif self._is(language, field, "budget") and "given" in sorts and "whole" not in sorts:
                alone = {str(s.object) for s in funded if s.rule != "field.unionShare"}
                self._add_field(
                    next((s for s in funded if alone == {str(s.object)}), None), field, language, currency, rate=False
                )

    def _add_field(
        self, funded: Statement | None, field: Field, language: Language, currency: str | None, *, rate: bool
    ) -> None:
        """A grant that a field states."""
        if funded is None:
            return
        text = self._text(field)
        match = _RATE.fullmatch(text.replace("\u00a0", " "))
        share = _share(match[1]) if rate and match and (match[2] or Decimal(match[1].replace(",", ".")) <= 100) else ""
        amounts = [] if share or "%" in text else language.values.money(text, 0, len(text), bare=True)
        value = amounts[0].value if len(amounts) == 1 else None
        if value is None and not share:
            return
        grant = Grant(
            "grant",
            value.text if value else "",
            (value.currency or currency) if value else None,
            str(funded.object),
            share,
        )
        spans = (field.value, *((field.label_span,) if field.label_span else ()), *funded.evidence)
        evidence = tuple(dict.fromkeys(spans))
        project = self._things[funded.subject]
        self._collector.add(project, "hasGrant", grant, evidence, FIELD_RULE, confidence(FIELD_RULE, "named"))

    def _is_union(self, statement: Statement) -> bool:
        entry = self._things[str(statement.object)].entry
        return entry is not None and entry.iri == _UNION

    def _is(self, language: Language, field: Field, name: str) -> bool:
        return language.fields.property_of(field.label) == name

    def _text(self, field: Field) -> str:
        return self._document.text[field.value.start : field.value.end].strip().strip("'\"")

    def _label_cues(self, field: Field) -> list[Match[str]]:
        words = folded_words(field.label)
        return _cues(self._document.language).find(words, 0, len(words))


def _share(number: str) -> str:
    """A percentage as a part of one ("75" is "0.75"); "" where it cannot be one."""
    part = Decimal(number.replace(",", ".")) / 100
    return format(part.normalize(), "f") if 0 < part <= 1 else ""
