"""From hits of frames to statements: who is meant, what the object is, how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.facts.closer import Triggers
from graph.facts.confidence import confidence
from graph.facts.discourse import Focus
from graph.facts.fund_subjects import said_of_fund
from graph.facts.gifts import of_each, part_of
from graph.facts.siblings import SHARED, siblings
from graph.facts.stage import Stage
from graph.facts.surroundings import in_aside
from graph.marking.hits import Hit
from graph.marking.mentions import VALUE_KINDS, Marked, Mention, distinctive
from graph.marking.things import Thing
from graph.marking.tokens import LOWER, Tokens
from graph.model import Span, Value
from graph.projects.led import is_union
from ontology.lexicon import PERIOD

CONCEPT_PROPERTIES = frozenset({"targets", "addresses", "hasActivityType"})
IN_FOOTERS = frozenset({"fundedBy", "implementedBy", "coFundedBy"})
MADE = frozenset({"Event", "Output", "Policy"})
PLACED = frozenset({"coversCountry", "takesPlaceIn"})
SUM_GAP = 5
ASKED = 1  # words between asking for money and the trigger
ADDED = frozenset({"national", "own"})  # sides whose part is never the whole
OF_BODIES = frozenset({"fundedBy", "implementedBy"})
FULL_DATE, MONTH = 10, 7  # letters of "2030-05-03" and "2030-05"


def event_before(tokens: Tokens, marked: Marked, at: int) -> Mention | None:
    """The event that is named before a word, nearer than any project; in "the launch of project X" it is the event."""
    before = [m for m in marked.mentions if m.last <= at and m.kind in ("Event", "Project")]
    place = next((i for i in range(len(before) - 1, -1, -1) if before[i].kind == "Event"), None)
    if place is None or place + 1 == len(before):
        return None if place is None else before[place]
    event, project = before[place : place + 2]
    of = any(c.first == event.last for c in marked.cues_of("words", "of", "joiners"))
    between = tokens.text[tokens.ends[event.last - 1] : tokens.starts[project.first]]
    forms = before[place + 1 :]  # "the launch of the project “Long name” (ACRONYM)"
    apart = any(one.last < two.first - 1 for one, two in pairwise(forms))
    return event if of and project.first - event.last <= 4 and "," not in between and not apart else None


class Assembly(Stage):
    """Turns the hits of one document into statements."""

    def collect(self, marked: list[Marked], hits: list[list[Hit]]) -> None:
        """Add the statements of all hits; concept properties are left to `graph.facts.attachment`."""
        for index, found in enumerate(hits):
            kind = self._document.blocks[marked[index].sentence.block].kind
            if kind == "navigation" or marked[index].has("contexts", "boilerplate"):
                continue
            triggers = Triggers(self._tokens, self._document.language, marked[index], found)
            for hit in found:
                if marked[index].sentence.field is not None and self._foci[index].project is None:
                    continue
                if kind == "boilerplate" and hit.frame.property not in IN_FOOTERS:
                    continue
                if hit.frame.property not in CONCEPT_PROPERTIES:
                    self._one(index, marked[index], hit, triggers.said_by(hit))
            self._shared(index, marked[index], found, triggers)

    def _shared(self, index: int, marked: Marked, hits: list[Hit], triggers: Triggers) -> None:
        """Let what a sentence says of one of "the projects A and B" hold for the other, too."""
        rows = siblings(self._tokens, marked, hits)
        for hit in hits if rows else ():
            subject = self._subject(index, marked, hit, self._foci[index])
            for mention in marked.mentions if hit.frame.property in SHARED else ():
                if mention.first in rows and subject is self._linker.thing_of(mention):
                    for other in rows[mention.first]:
                        twin = replace(hit, subject=other, subject_kind="Project")
                        self._one(index, marked, twin, triggers.said_by(hit))

    def _one(self, index: int, marked: Marked, hit: Hit, more: Sequence[str]) -> None:
        focus = self._foci[index]
        subject = self._subject(index, marked, hit, focus)
        unsaid = hit.subject is None and subject is not None and subject.kind != "Call"
        if subject is None or (unsaid and not self._close_enough(marked, hit, focus)):
            return
        if (
            hit.frame.property == "implementedBy"
            and hit.subject is None
            and said_of_fund(self._tokens, marked, hit.first)
        ):
            return
        evidence = (marked.sentence.span,)
        modality = hit.modality or self.modality(marked, hit.first)
        sure = confidence(hit.frame.id, focus.strength if hit.subject is None else "named")
        if hit.frame.property == PERIOD:
            if subject.kind == "Project" and self._days_of_event(marked, hit.object):
                return
            self._period(subject, hit.object, evidence, hit.frame.id, sure, modality)
            return
        target = self._target(hit)
        if target is None or not self._allowed(marked, hit, subject, target):
            return
        for name in (hit.frame.property, *more):
            self._collector.add(subject, name, target, evidence, hit.frame.id, sure, modality)
        self._country(hit, subject, target, evidence, sure, modality)
        if hit.frame.property == "fundedBy" and subject.kind == "Project" and hit.object.first >= hit.last:
            amount = self._given(marked, hit.object.last)
            stated = any(s.subject == subject.key and s.predicate == "budget" for s in self._collector)
            if amount is not None and amount.value and not stated:  # beside a whole it is one funder's part
                self._collector.add(subject, "budget", amount.value, evidence, "adjacent.budget", sure, modality)

    def _given(self, marked: Marked, at: int) -> Mention | None:
        """The sentence's only amount, if it stands right behind a funder's name ("funded by X with 40,000 euros")."""
        amounts = [m for m in marked.mentions if m.kind == "money"]
        first = amounts[0].first if len(amounts) == 1 else at
        if not 1 <= first - at <= SUM_GAP:
            return None
        between = self._tokens.text[self._tokens.ends[at - 1] : self._tokens.starts[first]]
        parts = marked.words_of("words", "and") | marked.words_of("words", "copula")
        small = all(self._tokens.shapes[i] == LOWER and i not in parts for i in range(at, first))
        return amounts[0] if small and not set(between) & set(",.;:()") else None

    def _days_of_event(self, marked: Marked, period: Mention) -> bool:
        """Whether a period of a few days within a month is an event's that is named before it: "the first meeting of
        the LANTERN project (3–4 May 2030)"."""
        first, last = period.value, period.until
        days = first is not None and last is not None and len(first.text) == len(last.text) == FULL_DATE
        short = days and first is not None and last is not None and first.text[:MONTH] == last.text[:MONTH]
        return short and event_before(self._tokens, marked, period.first) is not None

    def _close_enough(self, marked: Marked, hit: Hit, focus: Focus) -> bool:
        """Whether an unsaid subject may be taken for the focus: sentences about a person need a near one, and so do
        dates and amounts, unless nothing else is named before them ("The total cost is …")."""
        if focus.strength in ("named", "pointed", "passage", "section"):
            return True
        value = hit.frame.property in ("startDate", "endDate", PERIOD, "budget")
        named = any(m.last <= hit.object.first and m.kind not in VALUE_KINDS for m in marked.mentions)
        alone = hit.frame.property == "budget" and not named and self._linker.lookup.only("Project") is not None
        return (not value or alone) and not marked.has("words", "person")

    def _country(
        self, hit: Hit, subject: Thing, target: Thing | Value, evidence: tuple[Span, ...], sure: float, modality: str
    ) -> None:
        """A named place of work implies its country."""
        if hit.frame.property == "takesPlaceIn" and isinstance(target, Thing) and target.country:
            country = self._linker.lookup.country(target.country)
            if country is not None:
                self._collector.add(subject, "coversCountry", country, evidence, hit.frame.id, sure, modality)

    def _subject(self, index: int, marked: Marked, hit: Hit, focus: Focus) -> Thing | None:
        if hit.subject is not None:
            return self._linker.thing_of(hit.subject, hit.subject_kind) if hit.subject.name else focus.pointed
        if "Project" in hit.frame.subject:
            named = any(hit.first <= c.first < hit.last for c in marked.cues_of("nouns", "project"))
            if hit.frame.property in PLACED or (hit.frame.property == "fundedBy" and not named):
                event = self._event_before(marked, hit.first)
                beside = hit.frame.property == "fundedBy" and self._beside_project(marked, hit.first)
                if event is not None and not beside:
                    return self._linker.thing_of(event)
            if hit.frame.property == "follows":
                return self._later(marked, hit, focus)
            if hit.frame.property in OF_BODIES and self._said_of_body(marked, hit):
                return None
            project = self._nearest_project(index, marked, hit) or focus.project
            return project or self._call(marked, hit)
        for kind in sorted(hit.frame.subject):
            near = [m for m in marked.mentions if m.kind == kind and m is not hit.object]
            if near:
                return self._linker.thing_of(min(near, key=lambda m: abs(m.first - hit.first)))
        return self._call(marked, hit)

    def _later(self, marked: Marked, hit: Hit, focus: Focus) -> Thing | None:
        """What follows another project, where the trigger leaves it unsaid: the project named nearest before, else what
        the text spoke of before the sentence; none where the trigger names what follows ("a continuation called “X”")
        or the name stands in another clause."""
        between = range(hit.last, hit.object.first)
        apart = any(set(self._tokens.gap(i)) & set(",:;") for i in range(hit.last, hit.object.first + 1) if between)
        called = any(c.first in between for c in marked.cues_of("words", "titled"))
        loud = hit.object.kind != "Name" or not hit.object.name.istitle()
        if apart or called or not loud:
            return None
        earlier = self._linker.thing_of(hit.object, "Project")
        named = [m for m in marked.mentions if m.kind == "Project" and m.name and m.last <= hit.first]
        found = (*(self._linker.thing_of(m) for m in reversed(named)), focus.before, focus.project)
        return next((t for t in found if t is not None and t is not earlier), None)

    def _beside_project(self, marked: Marked, at: int) -> bool:
        """Whether a project, named or not, stands right before a trigger: "the meeting of the project, funded by"."""
        beside = self._tokens.gap(at).strip() in ("", ",", "(")
        return beside and any(m.kind == "Project" and m.last == at for m in marked.mentions)

    def _call(self, marked: Marked, hit: Hit) -> Thing | None:
        """The page's only call, unless the sentence names something else that the fact may be about."""
        named = any(m.kind in ("Name", "Quote", "Event", "Output") and m.last <= hit.first for m in marked.mentions)
        return self._linker.lookup.only("Call") if "Call" in hit.frame.subject and not named else None

    def _said_of_body(self, marked: Marked, hit: Hit) -> bool:
        """Whether the sentence says it of a body: "the Kredo Foundation is funded by …"."""
        first = marked.sentence.first
        articles = {c.first for c in marked.cues_of("words", "articles")}
        verbs = {c.first for c in marked.cues_of("words", "copula", "completed", "planned")}
        for mention in marked.mentions:
            opens = all(i in articles for i in range(first, mention.first))
            if mention.kind in ("Organisation", "Fund") and mention.sure and opens and mention is not hit.object:
                between = [m for m in marked.mentions if m.kind == "Project" and mention.last < m.first < hit.first]
                near = range(max(hit.first - 1, mention.last), hit.first + 1)
                apart = any("," in self._tokens.gap(i) for i in near)  # "X has launched the project Y, | funded by Z"
                if any(m.last == hit.first or (apart and m.name) for m in between):
                    return False
                said = mention.last in verbs and mention.last <= hit.first
                return said or in_aside(self._tokens, marked, mention, hit)
        return False

    def _nearest_project(self, index: int, marked: Marked, hit: Hit) -> Thing | None:
        """The project named nearest before the trigger, else the first after it."""
        named = [m for m in marked.mentions if m.kind == "Project" and m.name and m is not hit.object]
        before = [m for m in named if m.last <= max(hit.first, hit.object.first)]
        chosen = before[-1] if before else named[0] if named else None
        focus = self._foci[index]
        pointed = any(c.last <= hit.first for c in marked.cues_of("nouns", "coreference"))
        later = chosen is not None and not before and chosen.first >= hit.object.last
        if later and focus.pointed is not None and (pointed or hit.frame.property in PLACED):
            return focus.pointed
        if chosen is None or any(
            c.last <= hit.first and c.first >= chosen.last for c in marked.cues_of("nouns", "coreference") if before
        ):
            return self._foci[index].project if chosen is None else self._linker.thing_of(chosen)
        return self._linker.thing_of(chosen)

    def _event_before(self, marked: Marked, at: int) -> Mention | None:
        """An event that the trigger speaks of: it stands nearer before it than any project."""
        near = any(0 <= at - m.last <= 10 for m in marked.mentions if m.kind in ("Event", "Project"))
        return event_before(self._tokens, marked, at) if near else None

    def _target(self, hit: Hit) -> Thing | Value | None:
        mention = hit.object
        if mention.kind == "period" and hit.frame.property in ("endDate", "deadline"):
            return mention.until
        if hit.object_kind in ("date", "period", "money", "code", "url"):
            return mention.value
        if not mention.name:
            return None
        return self._linker.thing_of(mention, hit.object_kind)

    def _allowed(self, marked: Marked, hit: Hit, subject: Thing, target: Thing | Value) -> bool:
        """What is similar to a project is none of it, nor is its budget what each of several gets, or what the state or
        the doers add; a genitive alone makes no part of a body of an unknown name."""
        money = hit.frame.property == "budget"
        if money and of_each(self._tokens, marked, hit.object.last, self._document.language):
            return False
        led = range(min(hit.first, hit.object.first), hit.object.first)
        if money and led and part_of(self._tokens.surface(led[0], led[-1] + 1), self._document.language) in ADDED:
            return False
        if hit.frame.property == "fundedBy" and any(
            0 <= hit.first - c.last <= ASKED for c in marked.cues_of("words", "sought")
        ):
            return False  # "has applied for money from X"
        if hit.frame.property == "implementedBy" and hit.frame.tight and is_union(hit.object):
            return False  # "the programme X of the European Union": it pays
        plain = hit.object.kind == "Name" and not distinctive(self._tokens, hit.object)
        if hit.frame.property == "hasRole" and plain:
            return False  # "the minister for Labour": what a minister looks after is no body
        if hit.frame.property == "unitOf" and hit.frame.tight and hit.subject and hit.subject.kind == "Name":
            return False
        for cue in marked.cues_of("words", "similar"):
            if 0 <= hit.object.first - cue.last <= 3 and hit.object.kind in ("Project", "Organisation"):
                return False
        if hit.subject is None and hit.frame.property == "implementedBy" and self._of_another(marked, hit):
            return False
        return hit.frame.property not in PLACED or not self._linker.is_origin(marked, hit.object, hit.first, hit.last)

    def _of_another(self, marked: Marked, hit: Hit) -> bool:
        """Whether a trigger without subject speaks of an event, output or policy named before it, after any project:
        "a guide developed by X", "the meeting was organised by X"."""
        before = [m for m in marked.mentions if m.last <= hit.first and m.kind in ("Project", *MADE)]
        return bool(before) and before[-1].kind in MADE and before[-1].sure and hit.object.first >= hit.last

    def _period(
        self, subject: Thing, mention: Mention, evidence: tuple[Span, ...], rule: str, sure: float, modality: str
    ) -> None:
        if mention.value:
            self._collector.add(subject, "startDate", mention.value, evidence, rule, sure, modality)
        if mention.until:
            self._collector.add(subject, "endDate", mention.until, evidence, rule, sure, modality)

    def modality(self, marked: Marked, at: int) -> str:
        """Negated, if a negation stands just before the trigger or reaches over its first word; planned or completed by
        the sentence's cues; else asserted."""
        if any(0 <= at - c.last <= 3 or c.first < at < c.last for c in marked.cues_of("words", "negation")):
            return "negated"
        for category in ("planned", "completed"):
            if any(-1 <= at - c.last <= 3 for c in marked.cues_of("words", category)):
                return category
        return "asserted"
