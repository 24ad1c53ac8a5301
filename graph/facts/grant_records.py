"""Grants of records: fields for one funder's part, for the sum beside the only funder, for recipient and period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from graph.facts.confidence import confidence
from graph.facts.field_sums import sums_in
from graph.facts.gifts import RATE, ROLES, Gifts, Giver, in_percent, label_cues, part_of, share_of
from graph.facts.statements import Collector
from graph.facts.who_pays import UNION, side_of
from graph.marking.language import Language
from graph.marking.mentions import Marked
from graph.marking.things import Thing
from graph.model import Document, Field, Grant, Span, Statement, Value

FIELD_RULE = "field.hasGrant"


@dataclass(slots=True)
class _Row:
    """The fields of one record that are about one project."""

    project: Thing
    fields: list[tuple[Field, Marked]]
    funded: list[Statement]
    currency: str | None = None


class GrantRecords:
    """Reads the records of one document; who pays must have been read before."""

    def __init__(
        self,
        document: Document,
        language: Language,
        collector: Collector,
        gifts: Gifts,
        things: Mapping[str, Thing],
        grantor: Callable[[str, str], str],
    ) -> None:
        self._document = document
        self._language = language
        self._collector = collector
        self._gifts = gifts
        self._things = things
        self._grantor = grantor

    def collect(
        self,
        marked: list[Marked],
        stated: Mapping[Span, list[Statement]],
        subjects: Mapping[int, Thing],
        by_funder: Collection[int],
        funders: Mapping[str, Mapping[str, Statement]],
    ) -> None:
        """Add the grants; `stated` are the statements of who pays by where they stand, `subjects` the projects of the
        fields by the number of their sentence, `funders` all funders of a project that the document states."""
        rows: dict[tuple[int, str], _Row] = {}
        for index, sentence in enumerate(marked):
            field, project = sentence.sentence.field, subjects.get(index)
            if field is None or project is None or project.kind != "Project":
                continue
            row = rows.setdefault((sentence.sentence.block, project.key), _Row(project, [], []))
            row.fields.append((field, sentence))
            row.funded += [s for s in stated.get(field.value, ()) if s.subject == project.key]
            if self._is(field, "currency"):
                row.currency = row.currency or self._language.values.currency(self._text(field))
        for (block, _), row in rows.items():
            if block in by_funder:
                self._of_funder(row)
            else:
                self._row(row, funders.get(row.project.key, {}))

    def _of_funder(self, row: _Row) -> None:
        """The grant of a row that says who pays in one column, and how much, or which part, in others."""
        amounts: list[Value | None] = []
        shares: list[str] = []
        role = ""
        for field, _ in row.fields:
            text = self._text(field)
            if self._is(field, "fundedBy"):
                cues = label_cues(text, self._document.language)
                roles = [r for r in ROLES if r in cues] or [r for r in ROLES if f"bare_{r}" in cues]
                role = roles[0] if len(roles) == 1 else ""
                if "whole" in cues:
                    return
            elif rate := RATE.fullmatch(text.replace("\u00a0", " ")):
                shares += [share_of(rate[1])] if rate[2] and share_of(rate[1]) else []
            else:
                bare = self._is(field, "budget")
                amounts += [found.value for found in sums_in(self._language, field.label, text, bare=bare)]
        keys = {str(s.object): s for s in row.funded}
        if len(keys) > 1 or len(amounts) > 1 or len(shares) > 1 or not (keys or role):
            return
        value, share = amounts[0] if amounts else None, shares[0] if shares else ""
        if not share and (value is None or Decimal(value.text) <= 0):
            return
        funder = next(iter(keys), "") or self._grantor(row.project.key, role)
        role = (side_of(self._things[funder]) if funder else "") or role
        spans = [span for field, _ in row.fields for span in _spans(field)]
        grant = Grant(
            "grant",
            value.text if value else "",
            (value.currency or row.currency) if value else None,
            funder,
            share,
            role,
        )
        self._finish(row, {grant: tuple(spans)})

    def _row(self, row: _Row, funders: Mapping[str, Statement]) -> None:
        found: dict[Grant, tuple[Span, ...]] = {}
        for field, marked in row.fields:
            if self._list(found, row, field, marked, funders):
                continue
            sorts = label_cues(field.label, self._document.language)
            role = part_of(field.label, self._document.language)
            if role == "eu" or self._is(field, "unionShare"):
                self._add(found, row, field, self._union(row), "eu")
            elif role:
                self._add(found, row, field, None, role)
            elif self._is(field, "budget") and "given" in sorts and "whole" not in sorts:
                alone = {str(s.object): s for s in row.funded if not s.rule.startswith("field.unionShare")}
                if len(alone) == 1:
                    funded = next(iter(alone.values()))
                    self._add(found, row, field, funded, side_of(self._things[str(funded.object)]), rate=False)
        self._finish(row, found)

    def _union(self, row: _Row) -> Statement | None:
        """The statement of a record that the Union pays."""
        for statement in row.funded:
            entry = self._things[str(statement.object)].entry
            if entry is not None and entry.iri == UNION:
                return statement
        return None

    def _add(
        self,
        found: dict[Grant, tuple[Span, ...]],
        row: _Row,
        field: Field,
        funded: Statement | None,
        role: str,
        *,
        rate: bool = True,
    ) -> None:
        """A grant that a field states: an amount, a rate, or both ("900,000 euros (75 %)")."""
        text = self._text(field)
        whole = RATE.fullmatch(text.replace("\u00a0", " "))
        amounts = sums_in(self._language, field.label, text, bare=not (rate and "%" in text))
        share = ""
        if rate and whole and (whole[2] or (self._is_rate(field) and _to_hundred(whole[1]))):
            share, amounts = share_of(whole[1]), []
        elif rate and len(inner := [m for m in RATE.finditer(text) if m[2]]) == 1:
            share = share_of(inner[0][1])
        value = amounts[0].value if len(amounts) == 1 else None
        if not share and (value is None or Decimal(value.text) <= 0 or (rate and not _is_sum(value.text))):
            return
        funder = str(funded.object) if funded else self._grantor(row.project.key, role)
        currency = (value.currency or row.currency) if value else None
        grant = Grant("grant", value.text if value else "", currency, funder, share, role)
        found[grant] = (*_spans(field), *(funded.evidence if funded else ()))

    def _list(
        self,
        found: dict[Grant, tuple[Span, ...]],
        row: _Row,
        field: Field,
        marked: Marked,
        funders: Mapping[str, Statement],
    ) -> bool:
        """Whether a value names several givers with their parts ("AMIF: 75 %, Kredo Foundation: 25 %"), or one below a
        label for funders; these are then added."""
        named = [
            Giver(m.first, m.last, key)
            for m in marked.mentions
            for key in funders
            if m.name in self._things[key].names or (m.entry is not None and m.entry is self._things[key].entry)
        ]
        listed = self._is(field, "fundedBy")
        gifts = self._gifts.pairs(marked, named, listed=listed)
        if not listed and len(gifts) < 2:
            return False
        for gift in gifts:
            funder = gift.giver.funder or self._grantor(row.project.key, gift.giver.role)
            role = gift.giver.role or side_of(self._things[funder])
            amount = gift.amount
            currency = (amount.currency or row.currency) if amount else None
            found[Grant("grant", amount.text if amount else "", currency, funder, gift.share, role)] = _spans(field)
        return bool(gifts)

    def _finish(self, row: _Row, found: dict[Grant, tuple[Span, ...]]) -> None:
        """Add the grants of a record, with its recipient and the period of its money where fields say them."""
        if not found:
            return
        recipient, body = self._recipient(row)
        start, end, time = self._period(row)
        for grant, spans in found.items():
            outside = grant.role != "own"
            whole = replace(grant, recipient=recipient if outside else "", start=start, end=end)
            evidence = tuple(dict.fromkeys((*spans, *(body if outside else ()), *time)))
            sure = confidence(FIELD_RULE, "named")
            self._collector.add(row.project, "hasGrant", whole, evidence, FIELD_RULE, sure)

    def _recipient(self, row: _Row) -> tuple[str, tuple[Span, ...]]:
        """The one body that a field of the record names as the one that gets the money, and where."""
        where: defaultdict[str, list[Span]] = defaultdict(list)
        for field, _ in row.fields:
            if "recipient" not in label_cues(field.label, self._document.language):
                continue
            for statement in self._collector.statements():
                if statement.predicate == "implementedBy" and statement.evidence[0] == field.value:
                    where[str(statement.object)] += _spans(field)
        return next(((key, tuple(spans)) for key, spans in where.items()), ("", ())) if len(where) == 1 else ("", ())

    def _period(self, row: _Row) -> tuple[str, str, tuple[Span, ...]]:
        """When the money of a record is paid, if one field says so, and where."""
        for field, _ in row.fields:
            if "period" not in label_cues(field.label, self._document.language):
                continue
            text = self._text(field)
            dates = self._language.values.dates(text, 0, len(text))
            first = dates[0] if dates else None
            until = first.until or (dates[1].value if len(dates) == 2 else None) if first else None
            if first and first.value and until:
                return first.value.text, until.text, _spans(field)
        return "", "", ()

    def _is_rate(self, field: Field) -> bool:
        """Whether a label may be one of a percentage: it says so, or is for the Union's co-financing rate."""
        return self._is(field, "unionShare") or in_percent(field.label, self._document.language)

    def _is(self, field: Field, name: str) -> bool:
        return self._language.fields.property_of(field.label) == name

    def _text(self, field: Field) -> str:
        return self._document.text[field.value.start : field.value.end].strip().strip("'\"")


def _to_hundred(number: str) -> bool:
    return 0 < Decimal(number.replace(",", ".")) <= 100


def _is_sum(number: str) -> bool:
    """Whether a number in a field for a part may be a sum of money; a small one without a sign may be a rate."""
    return Decimal(number) > 100


def _spans(field: Field) -> tuple[Span, ...]:
    return (field.value, *((field.label_span,) if field.label_span else ()))
