"""Concepts, countries and places that a sentence about a project mentions, where no frame says how they belong to it.

A group, theme or activity in a sentence about a project belongs to it unless the sentence speaks of something else;
the closer the tie between
sentence and project, the surer. Concepts that are often mere actors ("teachers", "employers") need a frame.
"""

from __future__ import annotations

from graph.facts.assembly import CONCEPT_PROPERTIES, event_before
from graph.facts.confidence import confidence
from graph.facts.discourse import Focus
from graph.facts.stage import Stage
from graph.marking.hits import Hit
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.model import Span
from ontology.schema import properties

PROPERTY_OF = {"BeneficiaryGroup": "targets", "Theme": "addresses", "ActivityType": "hasActivityType"}
NAMES = frozenset({"Organisation", "Fund", "Policy", "Person"})
ACTOR_REACH, LOOSE = 3, ("articles", "and", "of")
CLOSE = frozenset({"named", "pointed"})


class Attachment(Stage):
    """Adds what belongs to a project by standing in a sentence about it."""

    def collect(self, marked: list[Marked], hits: list[list[Hit]]) -> None:
        """Add the statements for all sentences."""
        for index, sentence in enumerate(marked):
            focus = self._foci[index]
            if focus.project is None or self._document.blocks[sentence.sentence.block].kind == "boilerplate":
                continue
            self._concepts(sentence, focus, hits[index])
            if sentence.sentence.field is None:
                self._places(sentence, focus, {h.object.first for h in hits[index] if h.frame.states})

    # ── concepts ───────────────────────────────────────────────────────────────────────────────────────────────

    def _concepts(self, marked: Marked, focus: Focus, hits: list[Hit]) -> None:
        if not marked.concepts:
            return
        framed = {(h.object.first, h.object.kind): h for h in hits if h.frame.property in CONCEPT_PROPERTIES}
        near = self._near(marked, hits)
        named = [m for m in marked.mentions if m.kind in NAMES and (m.defined or m.entry is not None)]
        for mention in marked.concepts:
            if any(m.first <= mention.first and mention.last <= m.last for m in named):
                continue
            hit = framed.get((mention.first, mention.kind))
            name = PROPERTY_OF[mention.kind]
            if self._negated(marked, mention) or focus.project is None:
                continue
            actor = name == "targets" and mention.entry is not None and mention.entry.attach == "cue"
            if actor and ((mention.first, mention.kind) not in near or self._somewhere(marked, mention)):
                continue
            if hit is not None:
                rule, sure = hit.frame.id, confidence(hit.frame.id, focus.strength)
            elif mention.entry is not None and mention.entry.attach == "cue":
                continue
            else:
                rule, sure = f"focus.{name}", confidence(f"focus.{name}", focus.strength)
            if self._out_of_scope(marked, focus, hit):
                continue
            project = self._owner(marked, mention, focus)
            if project.kind not in properties()[name].subjects:
                continue  # a call's page: its projects, not the call itself, serve and address
            self._collector.add(project, name, self._linker.thing_of(mention), (marked.sentence.span,), rule, sure)

    def _near(self, marked: Marked, hits: list[Hit]) -> set[tuple[int, str]]:
        """The concepts (first word and kind) near their trigger, or with nothing but a list of concepts and names
        between: who only acts or is mentioned further on is not served."""
        if not hits or not any(m.entry is not None and m.entry.attach == "cue" for m in marked.concepts):
            return set()  # nobody asks
        things = [*marked.concepts, *marked.mentions]
        inside = {i for m in things for i in range(m.first, m.last)}
        inside |= {i for category in LOOSE for i in marked.words_of("words", category)}
        found = set()
        for hit in hits:
            right = hit.object.first >= hit.last
            first, last = (hit.last, hit.object.first) if right else (hit.object.last, hit.first)
            if sum(i not in inside for i in range(first, last)) <= ACTOR_REACH:
                found.add((hit.object.first, hit.object.kind))
        return found

    def _somewhere(self, marked: Marked, mention: Mention) -> bool:
        """Whether a group of actors only says where or with whom something happens ("in the municipalities", "ze
        społecznością lokalną")."""
        at, ends = mention.first, {c.last for c in marked.cues_of("words", "strict_locative", "amid")}
        if mention.last - at == 1 and any(c.last == mention.last for c in marked.cues_of("nouns", "place_plural")):
            ends |= {c.last for c in marked.cues_of("words", "locative")} - {
                c.last for c in marked.cues_of("words", "aims")
            }
            named = any(m.first == mention.last for m in marked.mentions if m.kind in ("Place", "Organisation"))
            if named or ends & {at, at - 1}:  # "the regions | Skåne and Halland", "nelle | cinque regioni"
                return True
        while at not in ends and at - 1 in marked.words_of("words", "articles"):
            at -= 1
        return at in ends

    def _owner(self, marked: Marked, mention: Mention, focus: Focus) -> Thing:
        """With several projects in a sentence, the one named last before the concept."""
        assert focus.project is not None
        named = [m for m in marked.mentions if m.kind == "Project" and m.name]
        before = [m for m in named if m.first <= mention.first]
        return self._linker.thing_of(before[-1]) if before else focus.project

    def _out_of_scope(self, marked: Marked, focus: Focus, hit: Hit | None) -> bool:
        """Background, profiles and a person's story say nothing about a project."""
        if focus.strength in CLOSE:
            return False
        if (
            focus.profile
            or marked.has("contexts", "background")
            or (marked.has("words", "person") and focus.strength != "passage")
        ):
            return True
        return focus.strength == "page" and hit is None and not marked.has("contexts", "objective")

    def _negated(self, marked: Marked, mention: Mention) -> bool:
        for cue in marked.cues_of("words", "negation", "similar"):
            between = self._tokens.text[self._tokens.ends[cue.last - 1] : self._tokens.starts[mention.first]]
            if 0 <= mention.first - cue.last <= 11 and "," not in between and ";" not in between:
                return True
        return False

    # ── countries and places ───────────────────────────────────────────────────────────────────────────────────

    def _places(self, marked: Marked, focus: Focus, paying: set[int]) -> None:
        """Countries and places after a locative, and what is listed with them; an event's place is the event's. States
        that pay (`paying`: their first words) are none."""
        if focus.profile or marked.has("contexts", "background") or marked.has("words", "person", "negation"):
            return
        previous: tuple[Mention, Thing] | None = None
        origin: Mention | None = None
        for mention in marked.mentions:
            if mention.kind not in ("Country", "Place") or mention.first in paying:
                continue
            if self._linker.is_origin(marked, mention) or (origin is not None and self._again(origin, mention)):
                origin = mention
                continue
            listed = previous is not None and self._listed(previous[0], mention)
            if not self._plausible(marked, mention) and not listed:
                continue
            if not listed and (not self._located(marked, mention) or self._met_in(marked, mention)):
                continue
            owner = previous[1] if listed and previous else self._place_owner(marked, mention, focus)
            previous = (mention, owner)
            self._place(owner, mention, (marked.sentence.span,), focus.strength)

    def _again(self, origin: Mention, mention: Mention) -> bool:
        """Whether a place goes on with a list of where people come from, with the same word before it: "born in A, in B
        or | in C"."""
        folds = self._tokens.folds
        parted = mention.first - origin.last > 1 or "," in self._tokens.gap(origin.last)
        same = folds[mention.first - 1] == folds[origin.first - 1] and mention.first - 1 >= origin.last
        return parted and same and self._listed(origin, mention)

    def _place(self, owner: Thing, mention: Mention, evidence: tuple[Span, ...], strength: str) -> None:
        thing = self._linker.thing_of(mention)
        if mention.kind == "Country":
            self._collector.add(
                owner,
                "coversCountry",
                thing,
                evidence,
                "focus.coversCountry",
                confidence("focus.coversCountry", strength),
            )
            return
        self._collector.add(
            owner, "takesPlaceIn", thing, evidence, "focus.takesPlaceIn", confidence("focus.takesPlaceIn", strength)
        )
        country = self._linker.lookup.country(thing.country) if thing.country else None
        if country:
            self._collector.add(
                owner,
                "coversCountry",
                country,
                evidence,
                "focus.coversCountry",
                confidence("focus.coversCountry", strength),
            )

    def _place_owner(self, marked: Marked, mention: Mention, focus: Focus) -> Thing:
        assert focus.project is not None
        event = event_before(self._tokens, marked, mention.first)
        if event is not None and event.defined:
            return self._linker.thing_of(event)
        named = [m for m in marked.mentions if m.last <= mention.first and m.kind == "Project" and m.name]
        if not named and focus.strength == "named" and focus.pointed is not None:
            return focus.pointed
        return self._linker.thing_of(named[-1]) if named else focus.project

    def _plausible(self, marked: Marked, mention: Mention) -> bool:
        same = (m for m in marked.mentions if m.kind == mention.kind and m.name == mention.name)
        if any(self._linker.is_origin(marked, m) for m in same):
            return False
        return (
            mention.kind == "Country"
            or mention.sure
            or any(c.last == mention.first for c in marked.cues_of("words", "strict_locative"))
            or self._called_place(marked, mention.first)
        )

    def _called_place(self, marked: Marked, at: int) -> bool:
        """Whether a noun for a place stands before a name, with an article between at most: "in the state of X"."""
        small = marked.words_of("words", "articles") | marked.words_of("words", "of")
        nouns = {c.last for c in marked.cues_of("nouns", "place", "place_plural")}
        while at not in nouns and at - 1 in small:
            at -= 1
        return at in nouns

    def _located(self, marked: Marked, mention: Mention) -> bool:
        tokens = self._tokens
        at = mention.first
        articles = {i for c in marked.cues_of("words", "articles") for i in range(c.first, c.last)}
        nouns = {c.last: c.first for c in marked.cues_of("nouns", "place", "place_plural")}  # "i länen Skåne och …"
        while at - 1 in articles or (at in nouns and nouns[at] < at):
            at = nouns.get(at, at - 1)
        where = [c for c in marked.cues_of("words", "locative") if c.last in (at, mention.first)]
        if where:
            held = {c.last for c in marked.cues_of("nouns", "roles")}  # "member of parliament for X"
            return any(c.first not in held for c in where)
        if any(c.last == mention.last for c in marked.cues_of("words", "locative_case")):
            return True
        opened = tokens.gap(mention.first)
        return "(" in opened or ":" in opened

    def _met_in(self, marked: Marked, mention: Mention) -> bool:
        """Whether a gathering is said to be there: "a meeting in X"."""
        return any(0 <= mention.first - c.last <= 2 for c in marked.cues_of("nouns", "gathering"))

    def _listed(self, one: Mention, two: Mention) -> bool:
        tokens = self._tokens
        between = tokens.text[tokens.ends[one.last - 1] : tokens.starts[two.first]]
        if ";" in between:
            return two.first == one.last and not any(c in between for c in ".?!")
        return len(between.split()) <= 4 and not any(c in between for c in ".?!") and two.first - one.last <= 3
