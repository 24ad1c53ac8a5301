"""Names in sentence case that begin with the project noun itself and say what it is for: “l’Initiative conjointe UE-OIM
pour la protection des migrants”, “el Programa regional para la integración de personas refugiadas”.

A capital inside the sentence says that the noun is a part of the name; words that describe it and one for "for" must
follow. The name ends where a title in sentence case ends.
"""

from __future__ import annotations

from graph.marking.compiled import Cue
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, Tokens
from graph.projects.sentence_case import SMALL, VERBS, SentenceCase
from graph.projects.title_case import TitleCase
from ontology.automaton import Match

MOST_DESCRIBING, LEAST_AIM, LEAST_CASED, LONGEST = 4, 2, 3, 20
OTHERS = frozenset({"Organisation", "Fund", "Policy", "Call", "Event"})


class NounNames:
    """Finds such names in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language, titles: SentenceCase) -> None:
        self._tokens = tokens
        self._titles = titles
        self._able = bool(language.lexicon.words.get("after_title")) and not language.lexicon.capitalised_nouns

    def title(self, marked: Marked, cue: Match[Cue]) -> Mention | None:
        """The project that a capitalised noun inside a sentence and what it is for name."""
        tokens, noun = self._tokens, cue.first
        inside = noun > marked.sentence.first and noun - 1 in marked.words_of("words", "articles")
        several = any(c.first == noun for c in marked.cues_of("nouns", "project_plural"))
        if not self._able or not inside or several or tokens.shapes[noun] != CAPITAL or cue.last - noun != 1:
            return None
        aim = self._aim(marked, cue.last)
        funds = any(c.first == noun and c.last > cue.last for c in marked.cues_of("nouns", "fund"))
        if not aim or funds or any(m.first <= noun < m.last and m.kind in OTHERS and m.sure for m in marked.mentions):
            return None
        named = any(tokens.shapes[i] != LOWER for i in range(cue.last, aim))
        if noun - 1 == marked.sentence.first and not named:
            return None  # "The Programme run for young people": a capital out of respect
        last = self._end(marked, noun, aim)
        small = {i for category in SMALL for i in marked.words_of("words", category)}
        content = [i for i in range(aim, last) if i not in small]
        pays = any(aim <= c.first < last for c in marked.cues_of("nouns", "project_plural"))  # "Programme for projects"
        if pays or len(content) < LEAST_AIM or last - noun > LONGEST:
            return None
        return Mention("Project", noun, last, tokens.surface(noun, last), defined=True)

    def cased(self, marked: Marked, cased: TitleCase) -> Mention | None:
        """The project that a capitalised noun and what it is for, in title case, name: "the Project for Construction of
        Schools in Norland"."""
        tokens, aims = self._tokens, marked.words_of("words", "aims")
        for cue in marked.cues_of("nouns", "project"):
            noun, at = cue.first, cue.last
            led = noun > marked.sentence.first and noun - 1 in marked.words_of("words", "articles")
            if not led or at - noun != 1 or at not in aims or tokens.shapes[noun] != CAPITAL or tokens.gap(at).strip():
                continue
            long = cased.purpose(marked, noun, at)
            capitals = range(at, long.last) if long is not None else ()
            if long is not None and sum(tokens.shapes[i] != LOWER for i in capitals) >= LEAST_CASED:
                long.also = (tokens.surface(at + 1, long.last),)
                return long
        return None

    def _aim(self, marked: Marked, at: int) -> int:
        """Where the words that say what the noun is for begin, behind one to four that describe it ("Programa Global de
        Acogida para …"); else 0."""
        tokens = self._tokens
        plain, barred = marked.words_of("words", "aims"), self._barred(marked)
        aims = plain | {i for i in marked.words_of("words", "toward") if tokens.shapes[i] == LOWER}
        of, at_end = marked.words_of("words", "of"), marked.sentence.last - 1
        known = {m.first for m in marked.mentions if m.entry is not None}  # "the Programme of the United Nations for"
        barred -= aims | {i for i in of if tokens.shapes[min(i + 1, at_end)] == CAPITAL and i + 1 not in known}
        for i in range(at, min(at + MOST_DESCRIBING + 1, marked.sentence.last)):
            if tokens.gap(i).strip(" \n-–/’'") or i in barred:
                return 0
            if i in aims:
                named = next((j for j in range(i, at_end) if j not in aims), at_end)
                return i if i > at and (i in plain or tokens.shapes[named] == CAPITAL) else 0
        return 0

    def _barred(self, marked: Marked) -> set[int]:
        """Words that do not describe a noun: verbs, articles, small words."""
        verbs = (c.first for c in marked.cues_of("words", *VERBS))
        found = {i for i in verbs if self._tokens.shapes[i] == LOWER}  # "Programa de Apoyo": "apoyó" is folded alike
        return found | marked.words_of("words", "stop") - marked.words_of("words", "aims")

    def _end(self, marked: Marked, noun: int, aim: int) -> int:
        """Where the name ends: not in a small word."""
        last = self._titles.stop(marked, noun, aim + 1)
        small = {i for category in SMALL for i in marked.words_of("words", category)}
        while last > aim and (last - 1 in small or self._tokens.shapes[last - 1] not in (LOWER, CAPITAL)):
            last -= 1
        return last
