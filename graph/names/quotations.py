"""Quoted titles, and what class the nouns beside them give them."""

from __future__ import annotations

import itertools
import re

from graph.marking.brackets import bracketed, is_bracket
from graph.marking.compiled import Cue
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, UPPER, Tokens
from graph.names.flags import CAPITALISED, CLASS_OF
from graph.names.incorporated import ends_in_form
from ontology.automaton import Match

_QUOTED = re.compile(
    r"(?:[“„«\"‟‹]|,,(?=\w)|(?<![\w.!?])”(?=\w)|(?<=:)”(?=\s\w))([^“”„«»\"]{2,320}?)(?:[”»›]|(?<!\s)[“\"]|[“\"](?!\w)|'')|(?<![\w*])\*{1,2}([^*\n|]{2,120})\*{1,2}(?![\w*])|(?<![\w])[‘'’]([^‘'’“”\"\n][^\"“”\n]{3,140}?)[’'](?![\w])"
)
_MARKED = re.compile(r"[“„«\"‟‹”»*‘'’]|,,")  # every quotation begins with one of these
_INVERTED = re.compile(_QUOTED.pattern.replace("[“„«", r"»(?=\S)|[“„", 1).replace("[”»›]", r"(?<=\S)«|[”›]", 1))

MAX_TITLE = 52
OWNER = 14
LEAST_LOWER = 3
LEAST_LED = 5  # words of a quotation that an article and a project noun in small letters begin

LONGEST_NO, NUMBER_MARKS = 3, frozenset("/-.–_")  # letters of "No.", signs inside of a number
BEHIND = {"project": 1, "fund": 0}  # how many words may part a quotation from the noun behind it that classes it


class Quotations:
    """Finds the quoted titles of one document's sentences."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._language = language
        first = next((c for c in tokens.text if c in "«»"), "")
        inverted = first == "»"
        self._quoted = _INVERTED if inverted else _QUOTED

    def find(self, marked: Marked) -> list[Mention]:
        """Quoted titles, classed by the noun beside them."""
        tokens, sentence = self._tokens, marked.sentence
        found: list[Mention] = []
        if not _MARKED.search(tokens.text, sentence.span.start, sentence.span.end):
            return found
        for match in self._quoted.finditer(tokens.text, sentence.span.start, sentence.span.end):
            group = next(n for n in (1, 2, 3) if match[n] is not None)
            start, end = match.span(group)
            inside = range(sentence.first, sentence.last)
            words = [i for i in inside if tokens.starts[i] >= start and tokens.ends[i] <= end]
            if not words or len(words) > MAX_TITLE:
                continue
            lower = tokens.shapes[words[0]] == LOWER
            if lower and (self._is_clause(marked, words) or not self._called_in_lower_case(marked, words)):
                continue
            if group == 2 and match[group].rstrip().endswith((".", ":")):
                continue
            first, last = words[0], words[-1] + 1
            body = ends_in_form(marked, first, last) or self._called_body(marked, first, last)
            kind = "Organisation" if body else self._noun_beside(marked, first, last)
            if kind is None and tokens.shapes[first] == LOWER and self._led_by_noun(marked, words):
                kind = "Project"
            if kind == "Project" and self._is_strand(marked, first):
                kind = "Fund"
            if kind is None and (self._is_speech(marked, first) or self._in_venue(marked, first)):
                continue
            name = " ".join(match[group].split()).rstrip(".,")
            found.append(Mention(kind or "Quote", first, last, name, sure=bool(kind), defined=bool(kind)))
        return self._like_the_first(marked, found)

    def _like_the_first(self, marked: Marked, found: list[Mention]) -> list[Mention]:
        """Quotations that are listed are of one class: "the projects “A” and “B”"."""
        if len(found) < 2:
            return found
        tokens = self._tokens
        conjunctions = {i for c in marked.cues_of("words", "and") for i in range(c.first, c.last)}
        many = {c.last for c in marked.cues_of("nouns", "project_plural")}
        if found[0].kind == "Project" and found[0].first in many:  # "the projects “A”, with …; “B”, with …"
            for later in [q for q in found[1:] if ";" in tokens.gap(q.first) and q.kind == "Quote"]:
                later.kind, later.sure, later.defined = "Project", True, True
        for one, two in itertools.pairwise(found):
            between = tokens.text[tokens.ends[one.last - 1] : tokens.starts[two.first]]
            inside = bracketed(tokens, one.last, two.first)
            listed = all(i in conjunctions or i in inside for i in range(one.last, two.first)) and one.last <= two.first
            if listed and one.sure and two.kind == "Quote" and not any(c in between for c in ".;:"):
                two.kind, two.sure, two.defined = one.kind, True, True
        return found

    def _called_body(self, marked: Marked, first: int, last: int) -> bool:
        """Whether a quotation that holds a project noun stands beside a body's: "the charity “Project Home”"."""
        nouns = marked.cues_of("nouns", "project")
        if not any(first <= c.first < last for c in nouns) or any(c.first == last for c in nouns):
            return False
        heads = marked.cues_of("nouns", "organisation", "lowercase_organisation")
        near = [(c.last, first) for c in heads] + [(last, c.first) for c in heads]
        return any(at == end and len(self._tokens.gap(at).strip()) == 1 for at, end in near)

    def _is_strand(self, marked: Marked, first: int) -> bool:
        """Whether a quotation is the strand of a known fund that pays: behind a trigger for funders, a noun for
        programmes and the fund ("funded under the programme Erasmus+ “Youth in Action”")."""
        frames, nouns = self._language.frames, {c.last: c.first for c in marked.cues_of("nouns", "programme")}
        funds = (m.first for m in marked.mentions if m.kind == "Fund" and m.entry is not None and m.last == first)
        begins = [nouns[at] for at in funds if at in nouns]
        pays = [a.last for a in marked.anchors if frames[a.payload.frame].property == "fundedBy"]
        return any(0 <= at - end <= 2 for at in begins for end in pays)

    def _is_speech(self, marked: Marked, first: int) -> bool:
        """Whether a quotation begins like somebody's words rather than like a title."""
        stops = {c.first for c in marked.cues_of("words", "stop", "person", "we")}
        return (
            first in stops
            and self._tokens.shapes[first] != UPPER
            and first not in {c.first for c in marked.cues_of("words", "articles")}
        )

    def _noun_beside(self, marked: Marked, first: int, last: int) -> str | None:
        tokens = self._tokens
        before: tuple[int, str] | None = None
        titled = any(c.last == first for c in marked.cues_of("words", "titled"))
        apart = any(c.last == first and "," in self._tokens.gap(c.first) for c in marked.cues_of("words", "titled"))
        # the noun in "leader of the project", "the project coordinator" says nothing of a name beside it
        parts = {i for c in marked.cues_of("nouns", "roles") for i in range(c.first, c.last) if c.last - c.first > 1}
        for cue in marked.cues:
            if cue.payload.section != "nouns" or cue.payload.category not in CLASS_OF:
                continue
            item = cue.last <= first and ";" in tokens.gap(first)  # another item of a list: "… of X; “Lantern”"
            if item or (cue.first >= last and cue.last - 1 in parts):
                continue
            distance = first - past_number(tokens, cue.last, first)
            if cue.payload.category in ("output", "event") and self._describes_project(marked, cue):
                continue
            if distance > 0 and self._genitive(marked, first) and not self._named_of(marked, cue, first):
                continue
            body = distance > 0 and cue.payload.category == "organisation"
            named = body and self._tokens.shapes[cue.first] in CAPITALISED
            if named and (titled or not self._called(marked, cue.last, first)):
                continue
            near = distance - len(bracketed(self._tokens, cue.last, first)) <= OWNER
            if titled and distance > 2 and near and cue.payload.category == "project" and before is None:
                before = (distance, "Project")
            pays = cue.payload.category == "fund" and before == (distance, "Project") and cue.last - cue.first == 1
            aside = apart and before is not None and before[1] == "Project"  # "a project of X, called"
            if 0 <= distance <= 2 and not aside and (before is None or distance < before[0] or pays):
                before = (distance, CLASS_OF[cue.payload.category])
            elif before is None and 0 <= cue.first - last <= BEHIND.get(cue.payload.category, -1):
                before = (cue.first - last, CLASS_OF[cue.payload.category])
            elif cue.payload.category == "project" and before is None and self._is_a(marked, last, cue):
                before = (3, "Project")
        nouns = [c for c in marked.cues_of("nouns", "project") if c.last - 1 not in parts]
        many = {c.first for c in marked.cues_of("nouns", "project_plural")}
        small = marked.words_of("words", "stop") | marked.words_of("words", "joiners")
        behind = (c.first - last for c in nouns if c.first not in many)
        after = any(parted == 0 or (parted == 1 and last not in small) for parted in behind)
        return self._of_body(marked, first, before) if after and before else before[1] if before else None

    def _of_body(self, marked: Marked, first: int, before: tuple[int, str]) -> str:
        """The class of a quotation between the noun that classes it, at a distance, and a project noun behind it."""
        distance, kind = before
        if before == (0, "Organisation") and self._tokens.shapes[first - 1] in CAPITALISED:
            return "Project" if self._named_before(marked, first - 1) else "Organisation"
        bracket = kind == "Organisation" and is_bracket(self._tokens, first - distance, first)
        return "Project" if bracket else kind  # "Kredo Foundation (KRF) “Lantern” project"

    def _named_before(self, marked: Marked, at: int) -> bool:
        """Whether a capital stands before a body's noun; else its name is quoted ("Fundacja “Kredo” | projekt")."""
        return at > marked.sentence.first and self._tokens.shapes[at - 1] in CAPITALISED

    def _is_clause(self, marked: Marked, words: list[int]) -> bool:
        """Whether quoted words begin with a small word, no article, and hold a verb: "a project “that helps all”"."""
        opens = words[0] in marked.words_of("words", "stop") - marked.words_of("words", "articles")
        return opens and any(c.first in words for c in marked.cues_of("words", "after_title", "copula"))

    def _called_in_lower_case(self, marked: Marked, words: list[int]) -> bool:
        """Whether a quotation in lower case is a name: “called” or a project noun in the singular is beside it, or an
        article and such a noun begin it."""
        many = {c.first for c in marked.cues_of("nouns", "project_plural")}
        nouns = [c for c in marked.cues_of("nouns", "project") if c.first not in many]
        made = any(not sign.isalpha() for sign in self._tokens.word(words[0]))  # “start@home”
        if (len(words) > 1 or made) and any(c.last == words[0] or c.first == words[-1] + 1 for c in nouns):
            return True
        if self._led_by_noun(marked, words):
            return True
        return len(words) >= LEAST_LOWER and any(c.last == words[0] for c in marked.cues_of("words", "titled"))

    def _led_by_noun(self, marked: Marked, words: list[int]) -> bool:
        """Whether a quotation begins with an article, a project noun and what the project is for (“l'initiative ABC
        pour la protection des migrants”)."""
        aims = marked.words_of("words", "aims") & set(words)
        led = words[0] in marked.words_of("words", "articles") and len(words) > LEAST_LED and bool(aims)
        return led and any(c.first == words[1] and c.last < min(aims) for c in marked.cues_of("nouns", "project"))

    def _genitive(self, marked: Marked, at: int) -> bool:
        """Whether "of" stands right before a word or the article that opens it."""
        small, articles = marked.words_of("words", "of"), marked.words_of("words", "articles")
        return at - 1 in small or (at - 1 in articles and at - 2 in small)

    def _describes_project(self, marked: Marked, cue: Match[Cue]) -> bool:
        """Whether a noun in lower case only says, behind "of", what a project does: "proyecto de investigación “X”"."""
        of = cue.first - 1
        plain = of in marked.words_of("words", "of") and self._tokens.shapes[cue.first] == LOWER
        return plain and any(c.last == of for c in marked.cues_of("nouns", "project"))

    def _named_of(self, marked: Marked, cue: Match[Cue], first: int) -> bool:
        """Whether "of" without an article joins a project noun to its name ("le projet de « … »")."""
        bare = not any(c.first <= first - 1 < c.last for c in marked.cues_of("words", "articles"))
        return cue.payload.category == "project" and cue.last == first - 1 and bare

    def _in_venue(self, marked: Marked, first: int) -> bool:
        """Whether a quotation is what a hall, theatre or hotel right before it is called."""
        return any(0 <= first - c.last <= 1 for c in marked.cues_of("nouns", "venue"))

    def _called(self, marked: Marked, start: int, end: int) -> bool:
        """Whether all the words between are capitalised or say "called": the noun is the head of what is quoted."""
        small = {i for c in marked.cues_of("words", "titled", "articles") for i in range(c.first, c.last)}
        return all(i in small or self._tokens.shapes[i] in CAPITALISED for i in range(start, end))

    def _is_a(self, marked: Marked, last: int, cue: Match[Cue]) -> bool:
        """“…” was a project: a copula follows the quotation, and no comma stands before the noun."""
        tokens = self._tokens
        copula = any(c.first == last for c in marked.cues_of("words", "copula")) and 1 <= cue.first - last <= 4
        return copula and "," not in tokens.text[tokens.ends[last - 1] : tokens.starts[cue.first]]


def past_number(tokens: Tokens, at: int, end: int) -> int:
    """The word behind a number at a word, with "No." before it, if it goes up to `end`: "call | No. 4/2023 “X”"."""
    short = at < end and len(tokens.folds[at]) <= LONGEST_NO and tokens.shapes[at] in (LOWER, CAPITAL)
    first = at + int(short)
    if first >= end or not any(c.isdigit() for c in tokens.folds[first]):
        return at
    closed = all(not tokens.gap(i).strip(" ") or tokens.gap(i) in NUMBER_MARKS for i in range(first + 1, end))
    apart = any(tokens.gap(i).isspace() for i in range(first + 1, end))
    return end if closed and not apart else at
