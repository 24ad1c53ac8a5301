"""What a sentence says of a name: "X is funded by …", "X started in …" speak for a project's, "X runs the project",
"led by X" against it.
"""

from __future__ import annotations

from dataclasses import replace

from graph.marking.language import Language
from graph.marking.literals import Literals
from graph.marking.mentions import VALUE_KINDS, Marked, Mention
from graph.marking.scanned import Scanned
from graph.marking.tokens import Tokens
from graph.model import Document
from graph.projects.announced import led, serves
from graph.projects.called import explained, is_called_project, past_aside, told_in_passing
from graph.projects.framed import worked_under
from graph.projects.fronted import RUN_AND_PAID, fronted
from graph.projects.rivals import among_bodies, names_other
from ontology.automaton import Match
from ontology.lexicon import PERIOD, Frame, Shape

DONE_TO_PROJECTS = frozenset(
    {"implementedBy", "fundedBy", "hasPartner", "startDate", "endDate", PERIOD, "partOf", "follows", "budget"}
)
OF_BODIES = frozenset({"implementedBy", "hasPartner", "fundedBy", "managedBy"})
DATES = ("startDate", "endDate")
NOUN, FRAME, PARTNER, AGENT = 3, 2, 1, -3


class Said(Scanned):
    """Weighs what the sentences of one document say of its names."""

    def __init__(self, document: Document, tokens: Tokens, language: Language, marked: list[Marked]) -> None:
        super().__init__(document, tokens, language, marked)
        self._literals = Literals(tokens, language)

    def points(self, marked: Marked, mention: Mention) -> int:
        """The points of a name in a sentence: above 0 for a project's, below for a body's."""
        points = self._called(marked, mention)
        if points < NOUN and self._does_it(marked, mention):
            return AGENT
        agent, named_by, runs, joins, owned = False, False, False, False, 0
        for anchor in marked.anchors:
            frame = self._language.frames[anchor.payload.frame]
            distance = anchor.first - mention.last
            if not agent and not 0 <= distance <= 2 and not 0 <= mention.first - anchor.last <= 1:
                continue  # too far to say anything
            before, after = anchor.payload.before, anchor.payload.after
            if self._tells_nothing(marked, mention, anchor, frame):
                continue
            cut = distance > 0 and not before and any(isinstance(part, frozenset) for part in after)
            if (
                0 <= distance <= 2
                and "Project" in frame.subject
                and frame.property in DONE_TO_PROJECTS
                and (not before or before[-1] == "s")
                and not cut
            ):
                said = FRAME if frame.property != "hasPartner" else PARTNER
                said = NOUN if self._run_and_paid(marked, mention, anchor, frame) else said
                points, owned = (points, said) if frame.tight else (max(points, said), owned)
            if frame.property in OF_BODIES and not frame.tight:
                does = 0 <= distance <= 1 and before[-1:] == ("o",) and "s" in after and self._takes(marked, anchor)
                by = 0 <= mention.first - anchor.last <= 1 and after == ("o",) and mention.kind == "Name"
                agent, named_by = agent or does or by, named_by or by
                joins = joins or (by and frame.property == "hasPartner")
                runs = runs or (by and frame.property == "implementedBy" and anchor.last - anchor.first >= 2)
                runs = runs or (does and names_other(self._tokens, marked, mention, anchor.last))
            if agent and before[-1:] == ("o",) and self._project_follows(marked, anchor.last):
                return AGENT
        points = self._introduced(marked, mention, points)
        if points < NOUN and among_bodies(self._tokens, marked, mention):
            return AGENT
        points = 0 if joins and points < NOUN else points  # "the fourth partner is X, which has run …"
        points = max(points, 0 if named_by else owned)  # "led by X of the Y" does not say that Y owns a project X
        return AGENT if (runs and points < NOUN) or (agent and points <= 0) else points

    def _tells_nothing(self, marked: Marked, mention: Mention, anchor: Match[Shape], frame: Frame) -> bool:
        """Whether a trigger near a name is no whole one, or says what it says of something else."""
        before, after, distance = anchor.payload.before, anchor.payload.after, anchor.first - mention.last
        opens = not before and ("s" in after or anchor.last >= marked.sentence.last)
        opens = opens or not self._literals.whole(marked.sentence, anchor)
        opens = opens or not self._holds(marked, anchor, frame, distance)
        if frame.aside or opens or self._is_small(marked, anchor, frame.property):
            return True
        return distance > 0 and self._parted(marked, mention, anchor.first)

    def _does_it(self, marked: Marked, mention: Mention) -> bool:
        """Whether a name stands between "which" and "runs": "the project “Lantern”, which KREDO runs with …"."""
        for anchor in marked.anchors:
            shape, frame = anchor.payload, self._language.frames[anchor.payload.frame]
            verb = shape.after[1] if len(shape.after) == 2 and shape.after[0] == "o" else None
            if frame.property not in OF_BODIES or shape.before != ("s",) or not isinstance(verb, frozenset):
                continue
            if 0 <= mention.first - anchor.last <= 1 and not set(self._tokens.gap(mention.last)) & {",", ";", "."}:
                places = self._literals.places(marked.sentence, verb)
                if any(0 <= first - mention.last <= 2 for first, _ in places):
                    return True
        return False

    def _takes(self, marked: Marked, anchor: Match[Shape]) -> bool:
        """Whether something may follow a verb: no comma or end does ("gaat Lantern van start, een traject …")."""
        return anchor.last < marked.sentence.last and not set(self._tokens.gap(anchor.last)) & {",", ";", "."}

    def _called(self, marked: Marked, mention: Mention) -> int:
        """The points of a name that the sentence calls a project, twice as many where it does so in passing."""
        last = past_aside(self._tokens, marked, mention)
        for told in (mention, replace(mention, last=last)) if last > mention.last else (mention,):
            if explained(self._tokens, marked, told):
                return 2 * NOUN
            if is_called_project(self._tokens, marked, told):
                return 2 * NOUN if told_in_passing(self._tokens, marked, told) else NOUN
        return 0

    def _run_and_paid(self, marked: Marked, mention: Mention, near: Match[Shape], frame: Frame) -> bool:
        """Whether a name that opens a sentence is said to be both run and paid for there: "OPENDOORS is funded by AMIF
        and run by Kredo"."""
        opens = mention.first == marked.sentence.first
        if not opens or frame.property not in RUN_AND_PAID or near.payload.before == ("o",):
            return False
        others = (a for a in marked.anchors if a.first >= near.last and a.last - a.first > 1)
        return any(
            self._language.frames[a.payload.frame].property in RUN_AND_PAID - {frame.property}
            and a.payload.before in ((), ("s",))
            and a.payload.after == ("o",)
            for a in others
        )

    def _introduced(self, marked: Marked, mention: Mention, points: int) -> int:
        """The points of a name with those that its place behind a role, a preposition or what serves gives it."""
        under = worked_under(self._tokens, self._language, marked, mention)
        points = NOUN if under or led(marked, mention, self._language) else points
        points = max(points, fronted(self._tokens, self._language, marked, mention))
        return max(points, FRAME) if serves(self._tokens, marked, mention, self._language) else points

    def _parted(self, marked: Marked, mention: Mention, last: int) -> bool:
        """Whether a colon or semicolon stands between a name and a word, or a comma and another name ("Apart from X, Y
        counts on …"): what follows is said of something else."""
        between = self._tokens.text[self._tokens.ends[mention.last - 1] : self._tokens.starts[last]]
        if ":" in between or ";" in between:
            return True
        others = (m for m in marked.mentions if m.name and m.kind in ("Name", "Quote", "Project"))
        return "," in self._tokens.gap(mention.last) and any(mention.last <= m.first < last for m in others)

    def _is_small(self, marked: Marked, anchor: Match[Shape], name: str) -> bool:
        """Whether a trigger is nothing but a relative pronoun behind a body ("X, the one that …") or a preposition
        before a date ("X on 1 May"): alone it says nothing of X yet."""
        words, articles = range(anchor.first, anchor.last), marked.words_of("words", "articles")
        if name in (*DATES, PERIOD):
            return all(i in articles | marked.words_of("words", "locative") for i in words)
        return anchor.payload.before[-1:] == ("o",) and all(i in articles for i in words)

    def _holds(self, marked: Marked, anchor: Match[Shape], frame: Frame, distance: int) -> bool:
        """Whether a trigger behind a name that is a mere preposition or a word before a sum ("X of Y", "X worth €5")
        has a name or value behind it, and nothing before it where the frame is tight; not "X sees the worth of it"."""
        small = marked.words_of("words", "stop").issuperset(range(anchor.first, anchor.last))
        sum_word = frame.property == "budget" and anchor.last - anchor.first < 2
        if anchor.payload.after != ("o",) or not (small or sum_word) or distance < 0:
            return True
        kinds = frame.object | VALUE_KINDS | {"Name", "Quote"} if small else {"money"}
        near = any(m.kind in kinds and 0 <= m.first - anchor.last <= 2 for m in marked.mentions)
        return near and (distance == 0 or not frame.tight)

    def _project_follows(self, marked: Marked, at: int) -> bool:
        """Whether a project is named right after a trigger: "X runs the Y project" tells that X is a body."""
        return any(m.kind == "Project" and m.name and m.sure and 0 <= m.first - at <= 2 for m in marked.mentions)
