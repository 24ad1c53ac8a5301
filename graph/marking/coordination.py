"""Coordination: which mentions form one list ("A, B and C"), and where a list ends."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from graph.marking.brackets import bracketed, in_passing, left_open, without_brackets, without_shares
from graph.marking.company import fitting, in_company
from graph.marking.hits import BODY_PROPERTIES
from graph.marking.language import Language
from graph.marking.lines import closers, dotted, told, where
from graph.marking.list_parts import is_fund_of, is_short, is_unit_of
from graph.marking.mentions import VALUE_KINDS, Marked, Mention
from graph.marking.resumed import resumed
from graph.marking.tokens import LOWER, MIXED, UPPER, Tokens
from ontology.lexicon import Frame

GAP_LIST = 3
LEAST_ROLE = 6  # letters of a noun for a part ("partners") that ends titles, too, as small words do
LONGEST_CLOSED = 3  # words of a trigger that has no open ones


class Coordination:
    """Judges lists in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._language = language

    def crosses(self, marked: Marked, frame: Frame, first: int, last: int, listed: bool = False) -> bool:
        """Whether another property's trigger stands between: "run by A, in partnership with B" is no list."""
        small = marked.words_of("words", "stop") | marked.words_of("words", "locative")
        aside = bracketed(self._tokens, first, last)  # "A (project coordinator), B"
        if frame.property == "implementedBy" and self._with(marked, first, last):
            return True
        for anchor in marked.anchors:
            shape = anchor.payload
            role = listed and not shape.before and shape.after == ("o",)  # "as partners"
            role = role and (anchor.first not in small or len(self._tokens.folds[anchor.first]) >= LEAST_ROLE)
            if anchor.first in aside:
                continue
            if first <= anchor.first and anchor.last <= last and (role or anchor.last - anchor.first >= 2):
                other = self._language.frames[anchor.payload.frame]
                if other.property in BODY_PROPERTIES and other.property != frame.property:
                    return True
        return False

    def _with(self, marked: Marked, first: int, last: int) -> bool:
        """Whether a word for "with" alone stands between: "led by A, | with B and C", not "with A and with B"."""
        ands = marked.words_of("words", "and")
        withs = [c.first for c in marked.cues_of("words", "comitative") if first <= c.first < last]
        return any(at not in ands and at - 1 not in ands for at in withs)

    def before_aside(self, marked: Marked, frame: Frame, at: int) -> int:
        """Where the agent ends before a trigger: "X, in partnership with Y and Z, runs …" leaves the aside out."""
        tokens = self._tokens
        if frame.property != "hasPartner" and (begin := self._company(marked, at)) is not None:
            return begin
        helpers = {i for name in ("copula", "completed", "after_title") for i in marked.words_of("words", name)}
        while at - 1 in helpers and "," not in tokens.gap(at):
            at -= 1
        if at >= marked.sentence.last or "," not in tokens.gap(at):
            return at
        for anchor in marked.anchors:
            other = self._language.frames[anchor.payload.frame]
            aside = other.property in BODY_PROPERTIES and other.property != frame.property
            if aside and anchor.last < at and anchor.payload.after[:1] == ("o",) and "," in tokens.gap(anchor.first):
                return anchor.first
        return self._before_commas(marked, at)

    def _before_commas(self, marked: Marked, at: int) -> int:
        """Where the body that opens a sentence ends, if all from there to the trigger stands between commas: "X, as
        the authority for Y, runs …"."""
        tokens = self._tokens
        for mention in marked.mentions:
            if mention.kind not in ("Organisation", "Name") or mention.last >= at:
                continue
            end = mention.last
            while "(" in tokens.text[tokens.ends[mention.last - 1] : tokens.starts[end]] and end < at:
                end += 1
                if ")" in tokens.gap(end):
                    break
            opens = mention.first - marked.sentence.first <= 1 and tokens.gap(end).strip() in (",", "),")
            return mention.last if opens and tokens.shapes[end] == LOWER else at
        return at

    def _company(self, marked: Marked, at: int) -> int | None:
        """Where "together with Y and Z" begins, if it stands between a body and the trigger: "X together with Y and Z
        runs …"."""
        tokens = self._tokens
        bodies = [m for m in marked.mentions if m.kind in ("Organisation", "Name") and m.last <= at]
        for anchor in marked.anchors:
            other = self._language.frames[anchor.payload.frame]
            if other.property != "hasPartner" or anchor.payload.before or anchor.payload.after[:1] != ("o",):
                continue
            whose = [m for m in bodies if m.last <= anchor.first]
            behind = [m for m in bodies if m.first >= anchor.last]
            company = fitting(tokens, self._language, other, "o", behind, right=True)
            if not whose or not company or company[0].first - anchor.last > 2 or at - company[-1].last > 2:
                continue
            loose = set(range(whose[-1].last, anchor.first)) - bracketed(tokens, whose[-1].last, anchor.first)
            if not loose and all(self.coordinated(marked, a.last, b.first) for a, b in itertools.pairwise(company)):
                return anchor.first
        return None

    def and_between(self, marked: Marked, pair: list[Mention]) -> bool:
        """Whether "and" stands between two mentions: with a comma alone the second is an apposition or another
        clause."""
        return any(pair[0].last <= c.first < pair[1].first for c in marked.cues_of("words", "and"))

    def apposed(self, marked: Marked, at: int, mention: Mention) -> bool:
        """Whether a mention stands between commas right after a trigger: "the lead partner, X, …"."""
        tokens = self._tokens
        articles = marked.words_of("words", "articles")
        if any(i not in articles for i in range(at, mention.first)) or tokens.gap(at).strip() != ",":
            return False
        ands = {c.first for c in marked.cues_of("words", "and")}
        ends = mention.last >= marked.sentence.last or mention.last in ands
        return ends or tokens.gap(mention.last).strip()[:1] in (",", ")", "–", "—")

    def bracketed(self, mention: Mention, at: int) -> bool:
        """Whether a mention stands in a bracket that closes before a word: the acronym in "X (ABC) runs …"."""
        after = self._tokens.text[self._tokens.ends[mention.last - 1] : self._tokens.starts[at]]
        return ")" in after and "(" not in after.split(")")[0]

    def owns_next(self, marked: Marked, pool: list[Mention], position: int) -> bool:
        """Whether a mention is only the owner of the next ("the EU's Harbour Fund", "EU Harbour Fund")."""
        if position + 1 >= len(pool):
            return False
        end, following = pool[position].last, pool[position + 1]
        if following.first == end and following.kind == "Fund" and pool[position].kind == "Organisation":
            return not self._tokens.gap(end).strip()
        owned = following.first > end and self._tokens.folds[end] == "s" and self._tokens.gap(end) in ("'", "’")
        nouns = marked.words_of("nouns", "fund") | marked.words_of("nouns", "project")
        return owned and all(i in nouns for i in range(end + 1, following.first))  # "the EU's Programme Harbour"

    def belongs(self, marked: Marked, mention: Mention, owner: Mention) -> bool:
        """Whether a mention right after a body or fund only says whose or where that is; a list goes on behind it."""
        hails = owner.first - 1 in marked.words_of("words", "hailing") - marked.words_of("words", "comitative")
        owners = ("Organisation", "Country", "Place", *(("Name",) if hails else ()))
        if mention.kind not in ("Fund", "Organisation") or owner.kind not in owners:
            return False
        if in_company(self._tokens, owner, self._language):
            return False
        if owner.first in where(self._tokens, marked, mention.last, owner.last + 1):
            return True
        between = range(mention.last, owner.first)
        small = marked.words_of("words", "of", "articles", "hailing")
        if any(self._tokens.gap(i).strip(" \n'’") for i in range(mention.last, owner.first + 1)):
            return False
        return all(i in small for i in between) and (bool(between) or (mention.kind == "Fund" and owner.sure))

    def rightward(
        self, marked: Marked, pool: list[Mention], frame: Frame, fits: Callable[[Mention], bool]
    ) -> list[Mention]:
        """The list that begins with the first of the mentions behind a trigger; `fits` says what may be in it."""
        found = self._row(marked, pool, frame, fits)
        at = None if pool[0].kind in VALUE_KINDS else resumed(self._tokens, marked, pool, found[-1], fits)
        return found if at is None else found + self._row(marked, pool[at:], frame, fits)

    def _row(self, marked: Marked, pool: list[Mention], frame: Frame, fits: Callable[[Mention], bool]) -> list[Mention]:
        """The list that begins with the first of some mentions, up to the words that end it."""
        found, end = [pool[0]], pool[0]
        for mention in pool[1:] if pool[0].kind not in VALUE_KINDS else ():
            if self.crosses(marked, frame, end.last, mention.first, listed=True):
                break
            if (
                self.belongs(marked, end, mention)
                or is_unit_of(self._tokens, marked, end, mention)
                or is_short(self._tokens, end, mention)
            ):
                end = mention
                continue
            if left_open(self._tokens, end.last, mention.first):
                if frame.property == "fundedBy" and is_fund_of(self._tokens, end, mention):
                    found.append(mention)
                continue
            if not self.coordinated(marked, end.last, mention.first):
                if not any(end.last <= m.first < mention.first for m in pool):
                    break
                continue
            if len(found) > 1 and self._explains(marked, found[-2:], mention) and not self._more(marked, pool, mention):
                break
            if fits(mention):
                found.append(mention)
                end = mention
            elif mention.kind not in ("Country", "Place", "Name"):
                break
        two = len(found) == 2 and not is_fund_of(self._tokens, *found)
        return found[:1] if two and not self.and_between(marked, found) else found

    def _explains(self, marked: Marked, pair: list[Mention], mention: Mention) -> bool:
        """Whether what follows a list's last element (after "and") behind a comma and an article only says what that
        is ("A, B and C, the association of …")."""
        at = pair[1].last
        articles = marked.words_of("words", "articles")
        comma = self._tokens.gap(at).strip() == "," and at < mention.first and at in articles
        return comma and self.and_between(marked, pair) and not self.and_between(marked, [pair[1], mention])

    def _more(self, marked: Marked, pool: list[Mention], mention: Mention) -> bool:
        """Whether two more bodies follow one in a list: what stands before is no explanation but an inner list that
        "and" closes ("the towns of A and B, the school C, the club D and the E")."""
        after = [m for m in pool if m.first >= mention.last and m.kind == "Organisation"][:2]
        row = [mention, *after]
        return len(after) == 2 and all(self.coordinated(marked, a.last, b.first) for a, b in itertools.pairwise(row))

    def leftward(
        self, marked: Marked, pool: list[Mention], frame: Frame, fits: Callable[[Mention], bool]
    ) -> list[Mention]:
        """The list that ends with the last of the mentions before a trigger; `fits` says what may be in it."""
        found, begin = [pool[-1]], pool[-1].first
        for position in range(len(pool) - 2, -1, -1):
            mention = pool[position]
            end = mention.last
            if self.bracketed(mention, begin):
                continue
            if position + 2 < len(pool) and self.belongs(marked, mention, pool[position + 1]):
                end = pool[position + 1].last
            elif position and self.belongs(marked, pool[position - 1], mention):
                continue
            if not fits(mention) or not self.coordinated(marked, end, begin) or self.crosses(marked, frame, end, begin):
                break
            found.append(mention)
            begin = mention.first
        two = len(found) == 2 and not is_fund_of(self._tokens, found[1], found[0])
        return found[:1] if two and not self.and_between(marked, found[::-1]) else found

    def resumption(self, marked: Marked, frame: Frame, at: int) -> int:
        """The word behind which another property's trigger and "and" are over: "by A funded and with B | carried out"
        does not say that A carries out; "funded and | carried out" does. The end of the sentence if there is none."""
        end = marked.sentence.last
        ands = {c.first: c.last for c in marked.cues_of("words", "and")}
        verbs = {i + 1 for i in told(marked) if i >= at} if ands else set()
        for anchor in marked.anchors if ands else ():
            if anchor.first in ands.values() and anchor.first - 1 in verbs:
                end = min(end, anchor.first)
            if at <= anchor.first and anchor.last in ands:
                other = self._language.frames[anchor.payload.frame].property
                if other in BODY_PROPERTIES and other != frame.property:
                    end = min(end, ands[anchor.last])
        return end

    def leaps(self, marked: Marked, frame: Frame, first: int, last: int) -> bool:
        """Whether a trigger with open words runs over a comma or "and" into another clause: "implemented in Malta and
        funded by", "implemented over two years, was visited by"."""
        long = last - first > LONGEST_CLOSED
        ands = {c.first for c in marked.cues_of("words", "and") if c.last < last} if long else set()
        cuts = (i for i in range(first + 1, last) if i in ands or "," in self._tokens.gap(i))
        if (cut := next(cuts, None) if long else None) is None:
            return False
        cues = marked.cues_of("words", "copula", "completed", "after_title")
        if any(cut <= c.first < last for c in cues):
            return True
        inner = (a for a in marked.anchors if cut <= a.first and a.last <= last)
        others = {self._language.frames[a.payload.frame].property for a in inner} - {frame.property}
        return not others.isdisjoint(BODY_PROPERTIES)

    def set_off(self, subjects: list[Mention], first: int, last: int, objects: list[Mention]) -> bool:
        """Whether a trigger and its object stand between two commas right after the subject ("X, of the Y, …")."""
        tokens = self._tokens
        if not subjects or not objects or subjects[0].last != first or tokens.gap(first).strip(' ”»"“’') != ",":
            return False
        end = max(m.last for m in objects)
        near = min(m.first for m in objects) - last <= 1
        return near and end < len(tokens.starts) and tokens.gap(end).strip(' ”»"’)')[:1] in (",", "(")

    def coordinated(self, marked: Marked, end: int, start: int) -> bool:
        """Whether only a comma, "and" and a few small words (or a bracket) stand between two mentions."""
        tokens = self._tokens
        behind = tokens.ends[end - 1] + dotted(tokens, end)
        outside = without_shares(without_brackets(tokens.text[behind : tokens.starts[start]]))
        conjunctions = marked.words_of("words", "and")
        if end == start and outside.strip() in ("–", "—", "-"):
            return self._same_body(marked, end)
        linked = any(c in outside for c in ",/•|+&") or any(i in conjunctions for i in range(end, start))
        if not linked or any(c in outside for c in ".:?!") or (";" in outside and len(outside.split()) > 4):
            return False
        articles = marked.words_of("words", "articles")
        ends = max((i for i in range(end, start) if i in conjunctions), default=end)
        which = {c.first for c in marked.cues_of("words", "relatives") if ends <= c.first < start}
        if any("," in tokens.gap(i) and (i not in articles or i + 1 in articles) for i in which):
            return False  # "A und B, | das die Stiftung C bezahlt": another clause
        inside = in_passing(tokens, marked, end, start)
        loose = [i for i in range(end, start) if i not in conjunctions and i not in articles and i not in inside]
        last = [i for i in loose if i + 1 in conjunctions]
        if not told(marked).isdisjoint(loose[:1] + last) or not closers(self._tokens, marked).isdisjoint(last):
            return False  # "by A, which B supports", "von X | durchgeführt und von Y gefördert": another clause
        return len(loose) <= GAP_LIST and all(tokens.shapes[i] == LOWER or i in inside for i in loose)

    def _same_body(self, marked: Marked, at: int) -> bool:
        """Whether a dash stands between an acronym and its long name: "ABC – Association of Border Cities"."""
        one = next((m for m in marked.mentions if m.last == at), None)
        two = next((m for m in marked.mentions if m.first == at), None)
        if one is None or two is None or one.last - one.first > 2:
            return False
        bodies = {"Organisation", "Fund", "Name"}
        return {one.kind, two.kind} <= bodies and self._tokens.shapes[one.first] in (UPPER, MIXED)
