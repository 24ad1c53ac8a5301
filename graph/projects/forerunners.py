"""Projects that a text names only as what came before its own: "It takes up the results of Lantern, an Erasmus+
partnership that ran from 2018 to 2020", "builds on “Lantern” (2015–2017)".

The words that say so are the triggers of frames for `follows`; a clause, a bracket or quotation marks must show that
the name behind them is a project's and not a treaty's or a body's.
"""

from __future__ import annotations

from graph.marking.appearance import raised_again
from graph.marking.language import Language
from graph.marking.literals import Literals
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, MIXED, NUMBER, UPPER, Tokens
from graph.privacy.people import given_names
from graph.projects.subjects import REACH, forerunner_anchors

NEAR = 7  # words between the comma behind a name and the noun that says what it is
CLOSE = 2  # words between the comma and what begins the clause
LONGEST = 4  # words of a name that opens the sentence
TELLING = frozenset({"implementedBy", "fundedBy", "period", "startDate", "endDate"})


class Forerunners:
    """Finds such names, and those that go on from them, in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._literals = Literals(tokens, language)

    def found(self, marked: Marked) -> list[Mention]:
        """The forerunner that a sentence tells of and the project that it says to go on from it, as projects."""
        if marked.sentence.field is not None:
            return []
        anchors = forerunner_anchors(marked, self._language)
        anchors = [a for a in anchors if self._literals.whole(marked.sentence, a)]
        nouns = {c.last for c in marked.cues_of("nouns", "forerunner")}
        for mention in marked.mentions if anchors or nouns else ():
            near = [a for a in anchors if 0 <= mention.first - a.last <= REACH]
            named = mention.first in nouns
            if (near or named) and self._is_open(mention) and (named or self._is_told(marked, mention)):
                starts = sorted({a.first for a in near if a.payload.before[-1:] == ("s",)})
                heirs = (self._heir(marked, start) for start in starts[:1])
                return [_project(mention), *(heir for heir in heirs if heir)]
        return []

    def _is_open(self, mention: Mention) -> bool:
        """Whether a mention is a name of which nothing is known, and not a person's."""
        if mention.kind not in ("Name", "Quote") or mention.entry is not None:
            return False
        lone = mention.kind == "Quote" or mention.last - mention.first == 1
        return lone or self._tokens.folds[mention.first] not in given_names()

    def _heir(self, marked: Marked, last: int) -> Mention | None:
        """The name that opens the sentence and ends where words that say "goes on from" begin."""
        tokens, first = self._tokens, marked.sentence.first
        over = [m for m in marked.mentions if m.first < last]
        if last == first or any(m.last > last or not self._is_open(m) for m in over):
            return None
        if any(m.first == first and m.last == last for m in over):
            return _project(over[0])
        if last - first > LONGEST or any(tokens.shapes[i] in (LOWER, NUMBER) for i in range(first, last)):
            return None
        if first in marked.words_of("words", "stop") | marked.words_of("words", "articles"):
            return None
        plain = last - first == 1 and tokens.shapes[first] not in (UPPER, MIXED)
        if plain and not raised_again(tokens, first, last):
            return None
        return Mention("Project", first, last, tokens.surface(first, last), defined=True)

    def _is_told(self, marked: Marked, mention: Mention) -> bool:
        """Whether quotation marks, a bracket with a date or a clause behind a comma tell that a name is a project's."""
        tokens, at, last = self._tokens, mention.last, marked.sentence.last
        if mention.kind == "Quote":
            return True
        if at + 1 < last and tokens.shapes[at] == LOWER and "," in tokens.gap(at + 1):
            at += 1  # "knüpft an die Ergebnisse von Lantern an, …"
        if at >= last or self._fronts(marked, at):
            return False
        if "(" in tokens.gap(at):
            return any(at <= m.first <= at + CLOSE and m.kind in ("date", "period") for m in marked.mentions)
        return "," in tokens.gap(at) and (self._is_called(marked, at) or self._ran(marked, at))

    def _fronts(self, marked: Marked, at: int) -> bool:
        """Whether the only comma of a sentence that begins with what it follows parts that from the rest: "Following
        Lantern, a new scheme …"."""
        first, last = marked.sentence.first, marked.sentence.last
        begun = [a for a in marked.anchors if a.first == first and a.last < at and a.payload.after[:1] == ("o",)]
        opens = bool(begun) and not any(a.payload.before for a in begun)  # not the verb of "Da continuidad a Lantern"
        gap = self._tokens.gap
        return opens and "," in gap(at) and not any("," in gap(i) for i in range(at + 1, last))

    def _is_called(self, marked: Marked, at: int) -> bool:
        """Whether "a" and a noun for what is run for a time stand behind the comma, or in languages that have no such
        word the noun alone."""
        small = marked.words_of("words", "indefinite")
        if self._tokens.shapes[at] != LOWER or at in marked.words_of("words", "articles") - small:
            return False
        reach = at + (NEAR if at in small else 1)
        nouns = [c.first for c in marked.cues_of("nouns", "project", "programme", "activity")]
        nouns += [m.first for m in marked.mentions if m.kind == "Fund"]  # "an Erasmus+ partnership"
        return any(at <= first <= reach and not any(self._tokens.barriers[at + 1 : first + 1]) for first in nouns)

    def _ran(self, marked: Marked, at: int) -> bool:
        """Whether the clause behind the comma begins with what says who ran it, who paid or when."""
        near = (a for a in marked.anchors if at <= a.first <= at + CLOSE)
        said = (a for a in near if str(self._language.frames[a.payload.frame].property) in TELLING)
        return any(all(self._tokens.shapes[i] == LOWER for i in range(at, a.first)) for a in said)


def _project(mention: Mention) -> Mention:
    return Mention("Project", mention.first, mention.last, mention.name, also=mention.also, defined=True)
