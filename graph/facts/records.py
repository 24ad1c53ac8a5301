"""Fields: labels say the property, values are parsed by its type. The most precise source of all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.facts.confidence import confidence
from graph.facts.discourse import Discourse, Focus
from graph.facts.field_bodies import FieldBodies
from graph.facts.field_places import FieldPlaces
from graph.facts.field_subjects import FieldSubjects
from graph.facts.field_sums import sums_in
from graph.facts.gifts import in_percent, label_cues, part_of
from graph.facts.nested import nested
from graph.facts.period_fields import dates_of
from graph.facts.stage import FieldStage
from graph.facts.statements import Collector
from graph.facts.twin_labels import TWINS, meant
from graph.linking import Linker
from graph.marking.announced import labelled
from graph.marking.found import Found
from graph.marking.labels import carries_out
from graph.marking.language import NAMED_BODIES, Language
from graph.marking.mentions import Marked
from graph.marking.things import Thing
from graph.marking.tokens import Tokens
from graph.model import Document, Field, Span, Value
from ontology.schema import properties
from ontology.vocabulary import ID

CONCEPTS = {"targets": "BeneficiaryGroup", "addresses": "Theme", "hasActivityType": "ActivityType"}
DATES = frozenset({"startDate", "endDate"})
_TO = re.compile(r"\s*(?:[–—-]|[^\W\d_]{1,4}(?: [^\W\d_]{1,2})?)\s*")  # "to", "bis", "până la", a dash


class Records(FieldStage):
    """Makes statements from the fields of a document."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        language: Language,
        marked: list[Marked],
        linker: Linker,
        discourse: Discourse,
        collector: Collector,
    ) -> None:
        super().__init__(document, tokens, language, linker, discourse, collector)
        self._marked = marked
        self.about = FieldSubjects(document, marked, linker, discourse)
        self._places = FieldPlaces(tokens, linker, collector)
        self._bodies = FieldBodies(tokens, language, linker, collector)
        self._nested = nested(marked, document.text, language.fields)
        self._currencies = dict(self._currency_fields())
        self.subjects: dict[int, Thing] = {}
        """The project or call that each field is about, by the number of its sentence."""

    def collect(self, foci: list[Focus]) -> None:
        """Add the statements of all fields; sets the focus of each row's sentences to the row's project."""
        rows = self._row_projects()
        led, priced = self._led(rows), self._priced(rows)
        parts: list[tuple[Thing, Field, Marked]] = []
        for index, marked in enumerate(self._marked):
            field = marked.sentence.field
            if field is None:
                continue
            block = self._document.blocks[marked.sentence.block]
            project = self._subject(index, rows)
            if block.about == "document" and (project is None or not self._linker.heads):
                project = self._linker.call or project
            if project is None:
                foci[index] = Focus()
                continue
            self.subjects[index] = project
            name = self._nested.parts.get(index) or labelled(self._language, field.label)
            if name == "implementedBy" and project.key in led and carries_out(self._language, field.label):
                name = "hasPartner"
            if name == "website" and self.about.in_profile(index):
                continue
            if name in TWINS and index not in self._nested.told:
                name = meant(name, self._text(field), marked, self._language, project.kind)
            foci[index] = Focus(project, "section") if name in ("title", "description", "acronym") else Focus()
            paid = name in ("budget", "fundedBy")
            if fund := self._linker.lookup.fund_in_label(field.label) if paid else None:
                evidence = (field.value, field.label_span) if field.label_span else (field.value,)
                rule = "field.fundedBy"
                self._collector.add(project, "fundedBy", fund, evidence, rule, confidence(rule, "section"))
            if name == "budget" and (fund or self._is_part(field.label, project.key in priced)):
                parts.append((project, field, marked))
            elif name and name != "ignore" and index not in self._nested.told and self._fits(project, name):
                beside = self._nested.where.get(index)
                self.field(project, name, field, marked, None if beside is None else self._marked[beside])
        self._part_budgets(parts)

    def _subject(self, index: int, rows: Mapping[int, Thing]) -> Thing | None:
        """The project that the field of a sentence may be about."""
        block = self._marked[index].sentence.block
        own = rows.get(block)
        return own if own or self._document.blocks[block].about == "row" else self.about.of(index)

    def _led(self, rows: Mapping[int, Thing]) -> set[str]:
        """The projects that have a field for the body that leads or runs them: what "implementing partners" name join
        it."""
        found = set()
        for index, marked in enumerate(self._marked):
            field = marked.sentence.field
            if field is None or self._language.fields.property_of(field.label) != "implementedBy":
                continue
            if not carries_out(self._language, field.label) and (project := self._subject(index, rows)):
                found.add(project.key)
        return found

    def _priced(self, rows: Mapping[int, Thing]) -> set[str]:
        """The projects that have a field for what the whole costs, beside which one for a grant states a part."""
        found = set()
        for index, marked in enumerate(self._marked):
            field = marked.sentence.field
            if field is not None and self._language.fields.property_of(field.label) == "budget":
                sorts = label_cues(field.label, self._document.language)
                project = self._subject(index, rows) if "whole" in sorts else None
                found |= {project.key} if project else set()
        return found

    def _is_part(self, label: str, priced: bool) -> bool:
        """Whether a label names one funder's part of the costs; `priced`: another field states the whole."""
        sorts = label_cues(label, self._document.language)
        return bool(part_of(label, self._document.language)) or (priced and "given" in sorts and "whole" not in sorts)

    def _part_budgets(self, parts: list[tuple[Thing, Field, Marked]]) -> None:
        """One funder's part is all that is known of a budget where it is the only part and no whole is stated."""
        whole = {s.subject for s in self._collector if s.predicate == "budget"}
        count = Counter(project.key for project, _, _ in parts)
        for project, field, marked in parts:
            if project.key not in whole and count[project.key] == 1 and self._fits(project, "budget"):
                self.field(project, "budget", field, marked)

    def _text(self, field: Field) -> str:
        return self._document.text[field.value.start : field.value.end].strip().strip("'\"")

    def _currency_fields(self) -> Iterator[tuple[int, str]]:
        """The currency that a field of a record names for the amounts of the whole record, by the record's block."""
        for index, marked in enumerate(self._marked):
            field = marked.sentence.field
            name = self._nested.parts.get(index) or (field and self._language.fields.property_of(field.label))
            if field and name == "currency" and (code := self._language.values.currency(self._text(field))):
                yield marked.sentence.block, code

    def _fits(self, thing: Thing, name: str) -> bool:
        """Whether a thing of its class can have the property."""
        prop = properties().get("underFund" if name == "fundedBy" and thing.kind == "Call" else name)
        return prop is None or thing.kind in prop.subjects

    def _row_projects(self) -> dict[int, Thing]:
        return {
            self._marked[i].sentence.block: thing
            for i, thing in self._linker.heads.items()
            if self._marked[i].sentence.field is not None
        }

    # ── one field ──────────────────────────────────────────────────────────────────────────────────────────────

    def field(self, project: Thing, name: str, field: Field, marked: Marked, where: Marked | None = None) -> None:
        """Add the statements of one field of a project; `marked` is the sentence in which its value stands, `where`
        the field with the country of the body that it names."""
        name = "underFund" if name == "fundedBy" and project.kind == "Call" else name
        rule, sure = f"field.{name}", confidence(f"field.{name}", "named")
        evidence = (field.value, *((field.label_span,) if field.label_span else ()))
        text = self._text(field)
        if name in NAMED_BODIES or name == "underFund":
            if name == "fundedBy":
                self._period_piece(project, text, evidence, rule, sure)
            self._bodies.named_by(project, name, text, marked, evidence, where)
        elif name == "coversCountry":
            self._places.countries(project, text, marked, evidence, rule, sure)
        elif name == "takesPlaceIn":
            self._places.places(project, text, marked, evidence, rule, sure)
        elif name in CONCEPTS:
            for mention in marked.concepts:
                if mention.kind == CONCEPTS[name]:
                    self._collector.add(project, name, self._linker.thing_of(mention), evidence, rule, sure)
        elif name == "unionShare":
            self._union(project, text, evidence, rule, sure)
        elif name == "acronym":
            self._linker.register.alias(project, text, acronym=len(text) <= 20)
        elif name == "code":
            self._code(project, text, evidence, rule, sure)
        elif name in ("partOf", "follows"):
            other = self._linker.register.find(text, frozenset({"Project"}))
            if other is not None and other is not project:
                self._collector.add(project, name, other, evidence, rule, sure)
        else:
            self._literal(project, name, field, marked, evidence, rule, sure)

    def _code(self, project: Thing, text: str, evidence: tuple[Span, ...], rule: str, sure: float) -> None:
        if (
            text
            and len(text.split()) <= 4
            and any(c.isdigit() for c in text)
            and len(text) <= 60
            and not re.fullmatch(r"[0-9a-f]{8}-[0-9a-f-]{27}", text)
        ):
            self._collector.add(project, "code", Value("code", text), evidence, rule, sure)

    def _union(self, project: Thing, text: str, evidence: tuple[Span, ...], rule: str, sure: float) -> None:
        """A Union co-financing rate above zero, as lists of operations must give it, says that the Union pays."""
        union = self._linker.lookup.known(ID + "organisation/european-union")
        if union is not None and re.search(r"[1-9]", text):
            self._collector.add(project, "fundedBy", union, evidence, rule, sure)

    def _literal(
        self,
        project: Thing,
        name: str,
        field: Field,
        marked: Marked,
        evidence: tuple[Span, ...],
        rule: str,
        sure: float,
    ) -> None:
        text, values = self._document.text[field.value.start : field.value.end], self._language.values
        if name in DATES or name == "period":
            for prop, day in dates_of(name, text, values, self._language.lexicon):
                self._collector.add(project, prop, day, evidence, rule, sure)
        elif name == "budget" and not in_percent(field.label, self._document.language):
            amounts = sums_in(self._language, field.label, text, bare=True)
            if amounts and (amount := amounts[0].value) and not _ranges(text, amounts):
                currency = amount.currency or self._currencies.get(marked.sentence.block)
                self._collector.add(project, "budget", replace(amount, currency=currency), evidence, rule, sure)
        elif name == "deadline":
            found = values.dates(text, 0, len(text))
            if found and (value := found[-1].until or found[-1].value):
                self._collector.add(project, "deadline", value, evidence, rule, sure)
        elif name == "website":
            urls = [f for f in values.find(text, 0, len(text)) if f.kind == "url"]
            if urls and urls[0].value:
                self._collector.add(project, "website", urls[0].value, evidence, rule, sure)

    def _period_piece(self, project: Thing, text: str, evidence: tuple[Span, ...], rule: str, sure: float) -> None:
        """A piece of a programme field that is nothing but a period ("ABC, topic, 2020-2023") is the project's."""
        for match in re.finditer(r"(?:^|[,;])\s*((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\s*(?=$|[,;])", text):
            if match.start() > 0:
                self._collector.add(project, "startDate", Value("date", match[1]), evidence, rule, sure)
                self._collector.add(project, "endDate", Value("date", match[2]), evidence, rule, sure)


def _ranges(text: str, amounts: Sequence[Found]) -> bool:
    """Whether a value goes from one amount to another ("50,000 to 200,000 euros"): what one applicant may get."""
    return any(_TO.fullmatch(text[one.end : two.start]) for one, two in pairwise(amounts))
