"""Frames: from triggers and mentions to statements. Language-neutral; what is said how, the lexicon holds.

A frame's anchor is where its trigger stands. Around it the places are filled: the object's by the fitting mention
nearest to the trigger, with all that is coordinated with it; the subject's by the fitting mention on its side, or, for
a project that the trigger leaves unsaid, by the focus of the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.facts.acting_places import acting_places
from graph.facts.surroundings import (
    Surroundings,
    begins_longer,
    describes,
    month_before,
    names_no_one,
    part_of_name,
    places_of,
)
from graph.facts.touching import touching
from graph.marking.company import fitting, with_others, within_verb
from graph.marking.coordination import Coordination
from graph.marking.hits import COERCIBLE, Hit, undisputed
from graph.marking.language import Language
from graph.marking.lines import another_clause, closers, landed, of_call, of_sum, spoken
from graph.marking.literals import Literals, Part, Stretch
from graph.marking.mentions import VALUE_KINDS, Marked, Mention, distinctive
from graph.marking.tokens import Tokens
from ontology.automaton import Match
from ontology.lexicon import Frame, Shape
from ontology.vocabulary import CONCEPT_KINDS

GAP_OBJECT, GAP_SUBJECT = 5, 14
REACH_LITERAL = 12
UNSAID = frozenset({"follows"})  # what the text spoke of is meant where the frame's subject is no name
PASSED_OVER = frozenset({"Place", "Country", "Name", "date", "period", "money", "Quote", "Person"})


class FrameEngine:
    """Matches the frames of one language in marked sentences."""

    _around: Surroundings
    _acting: dict[int, Mention]
    _begin: int  # first word of the trigger whose places are being filled
    _split: bool  # whether it has a later part

    def __init__(self, tokens: Tokens, language: Language, personal: Callable[[Mention], bool]) -> None:
        self._tokens = tokens
        self._language = language
        self._personal = personal
        self._lists = Coordination(tokens, language)
        self._months = language.months
        self._subjects, self._objects, self._fillers = places_of(language)
        self._literals = Literals(tokens, language)

    def hits(self, marked: Marked) -> list[Hit]:
        """All hits in a sentence; for the same trigger and places only the longest anchor counts."""
        found: list[Hit] = []
        covered: set[tuple[int, int]] = set()
        self._around = Surroundings(self._tokens, marked)
        self._acting = acting_places(self._tokens, marked, self._language)
        for anchor in sorted(marked.anchors, key=lambda a: (a.first - a.last, a.first)):
            shape = anchor.payload
            unsaid = self._language.frames[shape.frame].property in UNSAID
            fillable = self._around.may_fill(shape, anchor.first, anchor.last, *self._fillers[shape.frame], unsaid)
            if not fillable and not self._acting:
                continue
            places = [(shape.frame, i) for i in range(anchor.first, anchor.last)]
            if (covered and not covered.isdisjoint(places)) or self._void(marked, anchor):
                continue
            if hits := list(self._match(marked, anchor)):
                covered.update(places)
                found += hits
        for shape in self._language.touching:
            found += touching(self._tokens, marked, self._language, shape)
        ends, paying = (lambda: closers(self._tokens, marked)), (lambda hit: of_sum(marked, hit.object))
        return undisputed(self._tokens, found, ends, lambda hit: not spoken(marked, hit.words), paying)

    def _void(self, marked: Marked, anchor: Match[Shape]) -> bool:
        """Whether what looks like a trigger is part of a name or its open words take one in, leaves its clause, or is
        passive ("X was | awarded")."""
        frame = self._language.frames[anchor.payload.frame]
        concepts = not self._objects[anchor.payload.frame].isdisjoint(CONCEPT_KINDS)
        named = part_of_name(marked, anchor.first, anchor.last, concepts)
        done = anchor.first - 1 in marked.words_of("words", "passive") and anchor.payload.before[-1:] == ("o",)
        if anchor.payload.after[:1] == ("o",) and "Organisation" in self._objects[anchor.payload.frame]:
            bodies = (m for m in marked.mentions if m.kind == "Organisation" and m.name)
            named = named or any(anchor.first < m.first < anchor.last <= m.last for m in bodies)
        return named or done or self._lists.leaps(marked, frame, anchor.first, anchor.last)

    def _match(self, marked: Marked, anchor: Match[Shape]) -> Iterator[Hit]:
        shape, frame = anchor.payload, self._language.frames[anchor.payload.frame]
        self._begin, self._split = anchor.first, any(isinstance(part, frozenset) for part in shape.after)
        subjects: list[Mention] = []
        objects: list[Mention] = []
        left, elided = anchor.first, False
        for place in reversed(shape.before):
            found = self._left(marked, frame, shape.frame, place, left)
            elided = not found and place == "s" and frame.property in UNSAID
            if not found and not elided:
                return
            (subjects if place == "s" else objects).extend(found)
            left = min((m.first for m in found), default=left)
        right = anchor.last
        later: list[tuple[Part, Stretch]] = []
        for part in shape.after:
            if isinstance(part, frozenset):
                if (stretch := self._literal(marked, frame, part, right)) is None:
                    return
                later.append((part, stretch))
                right = stretch[1]
                continue
            found = self._right(marked, frame, shape.frame, part, right)
            if not found:
                return
            (subjects if part == "s" else objects).extend(found)
            right = max(m.last for m in found)
        aside = frame.aside and not self._lists.set_off(subjects, anchor.first, anchor.last, objects)
        if aside or _crossed(subjects, objects):
            return
        words = self._literals.around(marked.sentence, (anchor.first, anchor.last), later)
        if elided:  # a project, or what stands right behind the trigger
            objects = [m for m in objects if (m.kind == "Project" and m.name) or m.first == anchor.last]
        for filler in objects:
            kept = filler.kind not in ("Place", "Country") or filler.kind in self._objects[shape.frame]
            target = filler if kept else self._acting[filler.first]
            subject = subjects[0] if subjects else None
            if subject is not target:
                yield self._hit(frame, shape.frame, subject, target, words(target.last))

    def _hit(
        self, frame: Frame, index: int, subject: Mention | None, target: Mention, words: tuple[Stretch, ...]
    ) -> Hit:
        subject_kind = self._kind(subject, self._subjects[index]) if subject else "Project"
        target_kind = self._kind(target, self._objects[index])
        return Hit(frame, subject, target, subject_kind, target_kind, *words[0], frame.modality, words)

    def _kind(self, mention: Mention, allowed: frozenset[str]) -> str:
        if mention.kind in allowed:
            return mention.kind
        if mention.alternative in allowed:
            return mention.alternative
        if mention.kind == "period" and "date" in allowed:
            return "date"
        return next(kind for kind in COERCIBLE if kind in allowed)

    def _fits(self, mention: Mention, allowed: frozenset[str], trusted: bool) -> bool:
        if mention.alternative and mention.alternative in allowed:
            return True
        if mention.kind in allowed:
            return mention.sure or mention.kind in VALUE_KINDS or (trusted and mention.kind != "Person")
        if mention.kind in ("Place", "Country") and mention.first in self._acting:
            return "Organisation" in allowed and (mention.kind == "Place" or "Fund" in allowed)  # states only pay
        if mention.kind == "Name" and trusted and allowed == {"Project"}:
            return distinctive(self._tokens, mention) and not self._personal(mention)
        if mention.kind == "Name":
            named = not self._personal(mention) and not self._around.is_strand(mention)
            return named and bool({"Organisation", "Place"} & allowed)
        if mention.kind == "Quote":
            return bool({"Output", "Project"} & allowed)
        if mention.kind == "Project" and not mention.defined:
            return bool(mention.name) and "Organisation" in allowed
        return False

    def _pool(self, marked: Marked, allowed: frozenset[str]) -> list[Mention]:
        if allowed & CONCEPT_KINDS:
            return marked.concepts
        return marked.mentions

    def _allowed(self, index: int, place: str) -> frozenset[str]:
        return self._subjects[index] if place == "s" else self._objects[index]

    def _right(self, marked: Marked, frame: Frame, index: int, place: str, at: int) -> list[Mention]:
        allowed = self._allowed(index, place)
        if place == "s" and "Project" in allowed and (across := self._around.pointed_across(self._begin, at)):
            return [across]
        behind = [m for m in self._pool(marked, allowed) if m.first >= at]
        pool = fitting(self._tokens, self._language, frame, place, behind, right=True)
        pool = within_verb(self._tokens, self._language, frame, pool, at) if self._split else pool
        inside = [m for m in marked.mentions if m.first < at < m.last and m.kind == "Fund" and "Fund" in allowed]
        if inside and place == "o":  # "with the | AMIF funds and those of X"
            return self._list_right(marked, [*inside, *pool], allowed, frame)
        if place == "o" and frame.reach == "sentence":
            first = self._near(marked, frame, allowed, pool, at, GAP_OBJECT)
            rest = [m for m in pool if m.kind in allowed and m.sure and m not in first]
            return self._around.to_the_end(sorted([*first, *rest], key=lambda m: m.first), at)
        limit = 1 + 2 * landed(marked, pool, at) if frame.tight else GAP_SUBJECT if place == "s" else GAP_OBJECT
        near = pool[:1] if pool and self._around.distance(at, pool[0].first) <= limit else []
        if near and "Fund" in allowed and (funds := self._around.past_strand(pool)) is not None:
            return self._list_right(marked, funds, allowed, frame) if funds else []
        found = self._near(marked, frame, allowed, pool, at, limit, place == "o")
        if place == "s" and found and self._around.leaves_clause(at, found[0].first):
            return []
        return found if place == "o" else found[:1]

    def _near(
        self,
        marked: Marked,
        frame: Frame,
        allowed: frozenset[str],
        pool: list[Mention],
        at: int,
        limit: int,
        trusted: bool = True,
    ) -> list[Mention]:
        """The fitting mention nearest after a word, with what is coordinated with it; a comma at once ends it."""
        behind = at < marked.sentence.last and self._tokens.gap(at).startswith(",")
        if behind and at > marked.sentence.first and trusted and not any(m.last == at for m in marked.mentions):
            apposed = (i for i, m in enumerate(pool) if self._lists.apposed(marked, at, m))
            begin = next((i for i in apposed if self._fits(pool[i], allowed, trusted)), None)
            return [] if begin is None else self._list_right(marked, pool[begin:], allowed, frame)
        for position, mention in enumerate(pool):
            if self._around.distance(at, mention.first) > limit or self._around.broken(at, mention.first, frame.tight):
                return []
            of = frame.tight and at in marked.words_of("words", "of") - marked.words_of("words", "articles")
            if (
                of
                or self._around.leaves_bracket(at, mention.first)
                or month_before(self._tokens, self._months, mention, at)
            ):
                return []
            acts = trusted and frame.property == "implementedBy"
            if (acts and self._around.attributive(at, mention.first)) or self._lists.owns_next(marked, pool, position):
                continue
            others = trusted and with_others(marked, self._language, frame, at, mention.first)
            if others or names_no_one(marked, mention):
                return []
            if mention.kind == "Name" and mention.first > at and self._elsewhere(marked, mention, allowed):
                continue
            if self._fits(mention, allowed, trusted) or mention.kind in allowed:
                return self._list_right(marked, pool[position:], allowed, frame)
            crossed = not trusted and self._lists.crosses(marked, frame, at, mention.first)
            if not crossed and mention.kind not in PASSED_OVER and (trusted or not describes(marked, mention)):
                return []
        return []

    def _elsewhere(self, marked: Marked, mention: Mention, allowed: frozenset[str]) -> bool:
        """Whether a name of unknown class follows a locative ("organisations in Xtown") and is a place, or only says
        whose call led to the project."""
        located = any(c.last == mention.first for c in marked.cues_of("words", "locative"))
        return (located and mention.alternative != "Place") or (allowed == {"Project"} and of_call(marked, mention))

    def _left(self, marked: Marked, frame: Frame, index: int, place: str, at: int) -> list[Mention]:
        allowed = self._allowed(index, place)
        if place == "o" and "Organisation" in allowed:
            if at - 1 in marked.words_of("words", "we"):
                return []
            at = self._lists.before_aside(marked, frame, at)
        before = [m for m in self._pool(marked, allowed) if m.last <= at]
        pool = fitting(self._tokens, self._language, frame, place, before)
        if place == "o" and frame.reach == "sentence" and allowed & CONCEPT_KINDS:
            return [m for m in pool if self._fits(m, allowed, True)]
        if place == "s" and any(c.last == at for c in marked.cues_of("words", "and")):
            return [] if frame.tight else [m for m in pool if m.kind in allowed][:1]
        limit = 1 if frame.tight else GAP_SUBJECT if place == "s" else GAP_OBJECT
        for position in range(len(pool) - 1, -1, -1):
            mention = pool[position]
            if self._around.distance(mention.last, at) > limit or self._around.broken(mention.last, at, frame.tight):
                return []
            if position and self._lists.bracketed(mention, at):
                continue
            if place == "s" and mention.kind == "Project" and mention.name and "Project" not in allowed:
                return []  # "the AMIF project Lantern is run by X"
            paid = place == "s" and mention.kind == "Fund" and "Fund" in allowed  # "is paid by AMIF, | is run by X"
            if paid and another_clause(self._tokens, marked, mention.last, at):
                return []
            if self._fits(mention, allowed, place == "o") or mention.kind in allowed:
                if place == "s" and frame.property == "hasRole" and self._around.another_role(mention.last, at):
                    return []
                parting = marked.cues_of("words", "copula", "comitative") if frame.tight else ()
                if any(c.first in range(mention.last, at) for c in parting):
                    return []  # "the project X is | by Y paid" says nothing of whose X is, nor does "with"
                if place == "s" or mention.kind in ("date", "period"):
                    return [mention]
                return self._lists.leftward(
                    marked, pool[: position + 1], frame, lambda m: self._fits(m, allowed, False)
                )
        return []

    def _literal(self, marked: Marked, frame: Frame, rows: Part, at: int) -> tuple[int, int] | None:
        """The place of a later literal stretch that follows within a few words and is no other trigger's, or None."""
        limit = min(at + REACH_LITERAL, marked.sentence.last)
        place = next((p for p in self._literals.places(marked.sentence, rows) if p[0] >= at), None)
        if place is None or place[0] >= limit or begins_longer(marked, self._language, frame, *place):
            return None
        between = range(at + 1, place[0])
        if between and (between[-1] > self._lists.resumption(marked, frame, at)):
            return None
        return None if any(";" in self._tokens.gap(i) for i in between) else place

    def _list_right(self, marked: Marked, pool: list[Mention], allowed: frozenset[str], frame: Frame) -> list[Mention]:
        return self._lists.rightward(marked, pool, frame, lambda m: self._fits(m, allowed, False))


def _crossed(subjects: list[Mention], objects: list[Mention]) -> bool:
    """Whether the first subject and the first object overlap."""
    both = subjects and objects
    return bool(both) and subjects[0].first < objects[0].last and objects[0].first < subjects[0].last
