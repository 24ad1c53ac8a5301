"""What a single funder gives: an amount or a rate, where one sentence or record says it together with the funder.

Which words tell a funder's gift from what a whole project costs is data (`ontology/grants.toml`), and so is who else
may give (`ontology/funding-roles.toml`). Where a sentence names several funders, only what stands right beside one of
them is that one's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from graph.facts.confidence import confidence
from graph.facts.gifts import Gift, Gifts, Giver, Rate
from graph.facts.grant_records import GrantRecords
from graph.facts.grant_terms import grant_period, payer_of, recipient_of, small_words
from graph.facts.stage import Stage
from graph.facts.who_pays import UNION, side_of
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.model import Grant, Span, Statement
from ontology.automaton import Match

RULE, ROLE_RULE, LIST_RULE = "sentence.hasGrant", "role.hasGrant", "list.hasGrant"
TRANSFER_RULE = "transfer.fundedBy"
FUNDING = frozenset({"fundedBy", "coFundedBy"})
_MAY_GIVE = frozenset({"Fund", "Organisation", "Name"})
_ROUNDED = Decimal("0.006")
_NEAR = frozenset({"named", "pointed", "passage", "section"})
_BEFORE, _AFTER, _BESIDE = 5, 3, 6

Given = TypeVar("Given", Mention, Rate)


class Grants(Stage):
    """Adds the grants that the sentences and records of a document state."""

    def collect(
        self, marked: list[Marked], language: Language, subjects: Mapping[int, Thing], by_funder: Collection[int]
    ) -> None:
        """Add the statements; those that say who pays must have been added before.

        `subjects` are the projects that fields are about, by the number of the field's sentence; `by_funder` the blocks
        that are the row of one funder in a table of costs.
        """
        self._gifts = Gifts(self._tokens, self._document.language)
        self._things = {thing.key: thing for thing in self._linker.register.things()}
        stated: defaultdict[Span, list[Statement]] = defaultdict(list)
        self._funders: defaultdict[str, dict[str, Statement]] = defaultdict(dict)
        for statement in self._collector.statements():
            if statement.predicate in FUNDING and statement.modality != "negated":
                stated[statement.evidence[0]].append(statement)
                self._funders[statement.subject].setdefault(str(statement.object), statement)
        self._sheets = {marked[index].sentence.block: project for index, project in subjects.items()}
        for index, sentence in enumerate(marked):
            if sentence.sentence.field is None:
                self._sentence(index, sentence, stated.get(sentence.sentence.span, []))
        records = GrantRecords(self._document, language, self._collector, self._gifts, self._things, self.grantor)
        records.collect(marked, stated, subjects, by_funder, self._funders)

    def grantor(self, project: str, role: str) -> str:
        """The key of the one funder of a project that a role speaks of; "" where none or several may be meant."""
        if role != "eu":
            return ""
        sides = {key: self._things[key] for key in self._funders[project] if side_of(self._things[key]) == role}
        union = [key for key, thing in sides.items() if thing.entry is not None and thing.entry.iri == UNION]
        return union[0] if union else next(iter(sides)) if len(sides) == 1 else ""

    # ── sentences ──────────────────────────────────────────────────────────────────────────────────────────────

    def _sentence(self, index: int, marked: Marked, stated: list[Statement]) -> None:
        """What a sentence says of each funder of the one project that it speaks of."""
        amounts, rates = self._gifts.amounts(marked), self._gifts.rates(marked)
        if not (amounts or rates) or len({statement.subject for statement in stated}) > 1:
            return
        project = (
            self._things[stated[0].subject] if stated else self._about(index) or self._sheets.get(marked.sentence.block)
        )
        if project is None or project.kind not in ("Project", "Event"):
            return
        listed = bool(stated) and all(s.rule.startswith("field.") for s in stated)
        named = self._named(marked, project.key)
        unknown = [] if listed else self._unknown(marked, named)
        paid = any(m.payload == "rate" for m in self._gifts.cues(marked))
        found = self._sure(self._gifts.pairs(marked, [*named, *unknown], listed=listed), amounts, project.key, paid)
        for gift in found:
            self._add_gift(project, marked, gift)
        if not found and stated:
            self._funded(marked, {str(s.object): s for s in reversed(stated)}, amounts, rates)
        elif not found and self._foci[index].strength in ("named", "pointed"):
            self._transfer(project, marked, amounts)

    def _about(self, index: int) -> Thing | None:
        """The project that a sentence is about, if that is known well enough."""
        focus = self._foci[index]
        return focus.project if focus.strength in _NEAR and not focus.profile else None

    def _named(self, marked: Marked, project: str) -> list[Giver]:
        """The places of a sentence that name a funder of a project."""
        funders = {key: self._things[key] for key in self._funders[project]}
        return [
            Giver(m.first, m.last, key)
            for m in marked.mentions
            for key, thing in funders.items()
            if self._names(m, thing)
        ]

    def _unknown(self, marked: Marked, named: list[Giver]) -> list[Giver]:
        """The funds and bodies of a sentence that no statement calls a funder."""
        taken = {giver.first for giver in named}
        found = []
        for mention in marked.mentions:
            if (
                mention.kind in ("Fund", "Organisation")
                and mention.sure
                and mention.name
                and mention.first not in taken
            ):
                thing = self._linker.thing_of(mention)
                self._things[thing.key] = thing
                found.append(Giver(mention.first, mention.last, thing.key))
        return found

    def _sure(self, gifts: list[Gift], amounts: list[Mention], project: str, paid: bool) -> list[Gift]:
        """The gifts without those of bodies that no statement calls funders, unless all together are the whole (all
        hundred per cent, or a further one of the sentence's `amounts`), and a known funder is one of them, or a fund in
        a sentence that is about paying (`paid`)."""
        funders = self._funders[project]
        known = [g for g in gifts if not g.giver.funder or g.giver.funder in funders]
        fund = paid and any(self._things[g.giver.funder].kind == "Fund" for g in gifts if g.giver.funder)
        whole = all(g.share for g in gifts) and abs(sum((Decimal(g.share) for g in gifts), Decimal(-1))) < _ROUNDED
        return gifts if (known or fund) and (whole or _adds_up(gifts, amounts)) else known

    def _transfer(self, project: Thing, marked: Marked, amounts: list[Mention]) -> None:
        """A sum that a body receives from another for the project that the sentence names: the other one pays."""
        if len(amounts) != 1 or self._near(marked, amounts[0], "whole"):
            return
        body = recipient_of(self._tokens, self._gifts, marked, amounts[0], [])
        payer = payer_of(self._gifts, marked, amounts[0], body) if body else None
        if payer is None:
            return
        thing, sure = self._linker.thing_of(payer), confidence(TRANSFER_RULE, "named")
        self._things[thing.key] = thing
        evidence = (marked.sentence.span,)
        self._collector.add(project, "fundedBy", thing, evidence, TRANSFER_RULE, sure)
        said = Statement(project.key, "fundedBy", thing.key, evidence, TRANSFER_RULE, sure)
        self._add(marked, said, [payer], amounts[0], None)

    def _add_gift(self, project: Thing, marked: Marked, gift: Gift) -> None:
        """A part of the costs that stands beside its giver."""
        giver = gift.giver
        rule = LIST_RULE if giver.funder or giver.bare else ROLE_RULE
        funder = giver.funder or self.grantor(project.key, giver.role)
        role = giver.role or side_of(self._things[funder])
        value = gift.amount
        grant = Grant("grant", value.text if value else "", value.currency if value else None, funder, gift.share, role)
        statement = self._funders[project.key].get(giver.funder)
        if giver.funder and statement is None:
            spans, name = (marked.sentence.span,), "list.fundedBy"
            self._collector.add(project, "fundedBy", self._things[funder], spans, name, confidence(name, "named"))
        sure = min(confidence(rule, "named"), statement.confidence if statement else 1.0)
        modality = statement.modality if statement else "asserted"
        self._collector.add(project, "hasGrant", grant, (marked.sentence.span,), rule, sure, modality)

    def _funded(self, marked: Marked, funders: dict[str, Statement], amounts: list[Mention], rates: list[Rate]) -> None:
        """What stands in brackets behind a funder, or alone in the sentence of the only one."""
        for key, statement in sorted(funders.items()):
            places = [m for m in marked.mentions if self._names(m, self._things[key])]
            amount = next((a for a in amounts if any(self._bracketed(p.last, a.first) for p in places)), None)
            rate = next((r for r in rates if any(self._bracketed(p.last, r.first) for p in places)), None)
            if len(funders) == 1:
                parts = [a for a in amounts if not (len(amounts) > 1 and self._near(marked, a, "whole", amounts))]
                only, part = self._only(marked, places, parts), self._only(marked, places, rates)
                amount = amount or (only if only and self._given(marked, only, places, amounts) else None)
                rate = rate or (part if part and self._of_costs(marked, part, places) else None)
            self._add(marked, statement, places, amount, rate)

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

    def _add(
        self, marked: Marked, funded: Statement, places: list[Mention], amount: Mention | None, rate: Rate | None
    ) -> None:
        """A grant, as sure as the statement that its funder pays."""
        value, share = amount.value if amount else None, rate.share if rate else ""
        if value is None and not share:
            return
        project, role = self._things[funded.subject], side_of(self._things[str(funded.object)])
        grant = Grant(
            "grant", value.text if value else "", value.currency if value else None, str(funded.object), share, role
        )
        if amount is not None:
            body = recipient_of(self._tokens, self._gifts, marked, amount, places)
            start, end = grant_period(self._tokens, marked, amount)
            grant = replace(grant, recipient=self._linker.thing_of(body).key if body else "", start=start, end=end)
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

    def _given(self, marked: Marked, amount: Mention, places: list[Mention], amounts: list[Mention]) -> bool:
        """Whether an amount is what the one funder gives, and not what the whole costs ("of the 400,000 euros …")."""
        parted = any(c.first == marked.sentence.first for c in marked.cues_of("words", "of"))
        if self._near(marked, amount, "whole", amounts) or (parted and amount.first - marked.sentence.first <= _AFTER):
            return False
        beside = any(0 <= amount.first - p.last <= _BESIDE or 0 <= p.first - amount.last <= _BESIDE for p in places)
        return beside or self._near(marked, amount, "given")

    def _of_costs(self, marked: Marked, rate: Rate, places: list[Mention]) -> bool:
        """Whether a percentage is one of the costs: a word for paying stands before it, no comma between, or one for
        costs behind it, or it ends a clause right behind the funder ("by AMIF at a rate of 85 %."). "75 % of …" says
        itself what it is a part of."""
        cues = self._gifts.cues(marked, rate.first - _BESIDE, rate.last + _AFTER + 1)
        found = [m for m in cues if m.payload in ("rate", "gives")]
        if any(m.first >= rate.last for m in found):
            return True
        if any(
            c.first == rate.last and not self._tokens.gap(c.first).strip("% \u00a0")
            for c in marked.cues_of("words", "of")
        ):
            return False
        if any(0 <= rate.first - p.last <= _BESIDE and small_words(self._tokens, p.last, rate.first) for p in places):
            behind = self._tokens.text[self._tokens.ends[rate.last - 1] : marked.sentence.span.end].lstrip("% \u00a0")
            if behind[:1] in ("", ".", ",", ";", ")"):
                return True
        text, ends, start = self._tokens.text, self._tokens.ends, self._tokens.starts[rate.first]
        return any(m.last <= rate.first and "," not in text[ends[m.last - 1] : start] for m in found)

    def _near(self, marked: Marked, place: Mention, sort: str, all_places: Sequence[Mention] = ()) -> bool:
        """Whether a word of a sort stands close before a place, or right behind it, and no other place is nearer, or
        as near and behind the word."""
        cues = self._gifts.cues(marked, place.first - _BEFORE, place.last + _AFTER)
        found = [m for m in cues if m.payload == sort]
        return any(min((place, *all_places), key=lambda p: _away(p, m)) is place for m in found)


def _away(place: Mention, match: Match[str]) -> tuple[int, bool]:
    """How many words part a place from a match, and whether it stands before it."""
    return max(place.first - match.last, match.first - place.last), place.last <= match.first


def _adds_up(gifts: list[Gift], amounts: list[Mention]) -> bool:
    """Whether all gifts are sums of one currency that make one of the amounts that are none of them."""
    sums = [g.amount for g in gifts if g.amount]
    rest = [a.value for a in amounts if a.value and a.value not in sums]
    total = sum((Decimal(v.text) for v in sums), Decimal(0))
    made = any(Decimal(v.text) == total and all(s.currency == v.currency for s in sums) for v in rest)
    return len(sums) == len(gifts) > 1 and made
