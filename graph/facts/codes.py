"""Codes of projects: beside a project's name, alone on a line, or behind the label of a code ("the project number is
101084321")."""

from __future__ import annotations

import itertools
import re

from graph.facts.confidence import confidence
from graph.facts.discourse import Focus
from graph.facts.stage import FieldStage
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import NUMBER
from graph.model import Value

SHORT_LINE = 6
LONGEST_LABEL, MOST_BETWEEN = 4, 2
_NUMBER = re.compile(r"\d{6,9}")
_SIGNS = frozenset({"", ".", ":", "°", "º", "#", "№"})


class Codes(FieldStage):
    """Adds the codes of one document's projects."""

    def collect(self, marked: list[Marked], foci: list[Focus]) -> None:
        """Go through all sentences."""
        last: Mention | None = None
        for index, sentence in enumerate(marked):
            if self._document.blocks[sentence.sentence.block].kind in ("navigation", "boilerplate"):
                continue
            self._beside(sentence, last)
            self._bare(sentence, foci[index])
            self._labelled(sentence, foci[index])
            self._paid(sentence, foci[index])
            ends = sentence.mentions and sentence.mentions[-1].last == sentence.sentence.last
            last = sentence.mentions[-1] if ends else None

    def _beside(self, marked: Marked, last: Mention | None) -> None:
        """Codes beside a project's name; a code alone may follow a name that ended the sentence before."""
        alone = (
            last is not None
            and marked.mentions
            and marked.mentions[0].kind == "code"
            and marked.mentions[0].last == marked.sentence.last
        )
        row = [last, *marked.mentions] if alone and last else marked.mentions
        for one, two in itertools.pairwise(row):
            code, project = (one, two) if one.kind == "code" else (two, one)
            if (
                code.kind != "code"
                or project.kind != "Project"
                or not project.name
                or code.value is None
                or two.first - one.last > 4
            ):
                continue
            between = self._tokens.text[self._tokens.ends[one.last - 1] : self._tokens.starts[two.first]]
            short = all(len(word) <= 4 for word in between.replace(".", " ").split())
            labelled = ("(" in between and ")" not in between) or (short and two.first - one.last <= 2)
            if labelled or (two.first - one.last <= 2 and not any(c in between for c in ".;?!")):
                thing, evidence = self._linker.thing_of(project), (marked.sentence.span,)
                sure = confidence("adjacent.code", "named")
                self._collector.add(thing, "code", code.value, evidence, "adjacent.code", sure)
                fund = self._fund_of_code(code.value)
                if fund is not None:
                    rule = "adjacent.fundedBy"
                    self._collector.add(thing, "fundedBy", fund, evidence, rule, confidence(rule, "passage"))

    def _fund_of_code(self, code: Value) -> Thing | None:
        """The fund whose acronym is a part of a code ("PT/2022/AMIF/501")."""
        return self._linker.lookup.fund_called(set(re.split(r"[^A-Z]+", code.text)) - {""})

    def _bare(self, marked: Marked, focus: Focus) -> None:
        """A short line of a project noun and a code ("Project no. 1234567") gives the code of the page's project."""
        codes = [m for m in marked.mentions if m.kind == "code"]
        short = marked.sentence.last - marked.sentence.first <= SHORT_LINE and marked.sentence.field is None
        if len(codes) != 1 or len(marked.mentions) != 1 or not short or focus.project is None or not codes[0].value:
            return
        if codes[0].last == marked.sentence.last and marked.cues_of("nouns", "project"):
            sure, evidence = confidence("adjacent.code", focus.strength), (marked.sentence.span,)
            self._collector.add(focus.project, "code", codes[0].value, evidence, "adjacent.code", sure)

    def _paid(self, marked: Marked, focus: Focus) -> None:
        """The one code in the value of a field that says who pays: "Funding: AMIF, PT/2018/AMIF/365"; not a call's."""
        project, codes = self._subject(marked, focus), [m for m in marked.mentions if m.kind == "code"]
        if project is None or len(codes) != 1 or not self._pays(marked) or marked.has("nouns", "call"):
            return
        if codes[0].value is not None:
            rule, evidence = "field.code", (marked.sentence.span,)
            self._collector.add(project, "code", codes[0].value, evidence, rule, confidence(rule, "passage"))

    def _subject(self, marked: Marked, focus: Focus) -> Thing | None:
        """The project of a sentence that is no field, or of a field that says who pays."""
        if marked.sentence.field is None:
            project = focus.project
        else:
            project = (focus.project or self._discourse.main) if self._pays(marked) else None
        return project if project is not None and project.kind == "Project" else None

    def _pays(self, marked: Marked) -> bool:
        """Whether a sentence is the value of a field, not of a row, that says who pays."""
        field = marked.sentence.field
        row = self._document.blocks[marked.sentence.block].about == "row"
        return field is not None and not row and self._language.fields.property_of(field.label) == "fundedBy"

    def _labelled(self, marked: Marked, focus: Focus) -> None:
        """The one code or bare number of a sentence that says whose it is and stands right behind the label of a code
        of more than one word, perhaps with "is" between; other numbers of contracts may be anyone's."""
        project, sentence = self._subject(marked, focus), marked.sentence
        if project is None:
            return
        codes = {m.first: m.value.text for m in marked.mentions if m.kind == "code" and m.value}
        for at in range(sentence.first + 2, sentence.last):
            word = self._tokens.word(at)
            bare = self._tokens.shapes[at] == NUMBER and _NUMBER.fullmatch(word)
            text = codes.get(at) or (word if bare else None)
            if text is not None and self._has_label(marked, at):
                rule = "adjacent.code"
                sure = confidence(rule, focus.strength)
                self._collector.add(project, "code", Value("code", text), (sentence.span,), rule, sure)
                return

    def _has_label(self, marked: Marked, at: int) -> bool:
        """Whether the label of a code ends right before a word, or before a copula or small words there."""
        tokens, fields = self._tokens, self._language.fields
        small = {i for name in ("copula", "articles", "after_title") for i in marked.words_of("words", name)}
        end = at
        while end > marked.sentence.first and at - end < MOST_BETWEEN and end - 1 in small:
            end -= 1
        if any(tokens.gap(i).strip() not in _SIGNS for i in range(end, at + 1)):
            return False
        for size in range(2, LONGEST_LABEL + 1):
            first = end - size
            parted = any(tokens.gap(i).strip() not in _SIGNS for i in range(first + 1, end))
            if first < marked.sentence.first or parted:
                return False
            label = tokens.surface(first, end)
            if fields.fit(label) == 1 and fields.property_of(label) == "code":
                return True
        return False
