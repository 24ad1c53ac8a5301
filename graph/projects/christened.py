"""Names that words for naming give to a project that the sentence tells of elsewhere: "It is called Lantern and is a
project of …", "The foundation's new project bears the name Lantern", "Under the name Lantern, the foundation starts a
new project", "Called Lantern, the project …", "Lantern heet het nieuwe project". Which words name is data (`[words]
titled`)."""

from __future__ import annotations

from graph.marking.compiled import Cue
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention, insert
from graph.marking.tokens import LOWER, NUMBER, Tokens
from graph.privacy.people import given_names
from graph.projects.sentence_case import SentenceCase
from graph.projects.titles import split_title
from ontology.automaton import Match

LONGEST, LONGEST_ROW = 14, 5  # words of a quoted name, and of one in capitals
NEAR, FAR = 5, 12  # words between a name and the noun behind it, between the noun and the words that name
OPENING = 2  # words before those that name, where they open the sentence ("It is | called")
FRESH = 3  # words between "a", "new" and the noun
OTHERS = ("organisation", "lowercase_organisation", "output", "event", "policy", "roles", "functions", "venue", "call")
_MARKS = frozenset(",.;:()")


class Christened:
    """Finds such names in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language, titles: SentenceCase) -> None:
        self._tokens = tokens
        self._titles = titles
        self._small = language.folded("words", "title_small") | language.folded("words", "of")
        self._articles = bool(language.lexicon.words.get("indefinite"))

    def take(self, marked: Marked) -> bool:
        """Put the project that a sentence calls by a name in the place of what was guessed there; whether there is
        one."""
        name = self._name(marked)
        if name is None:
            return False
        over = [m for m in marked.mentions if m.first < name.last and name.first < m.last]
        marked.mentions = [m for m in marked.mentions if m not in over or m.entry is not None or m.kind == "Person"]
        return insert(marked, name)

    def _name(self, marked: Marked) -> Mention | None:
        """The project that a sentence calls by a name; None if it calls none so, or something else."""
        nouns = self._nouns(marked)
        near = [n for n in nouns if n.last >= marked.sentence.last or "," not in self._tokens.gap(n.last)]
        beside = {noun.last for noun in near} | {noun.last + 1 for noun in near}  # "the project called X"
        for cue in marked.cues_of("words", "titled") if nouns else ():
            if cue.first in beside and cue.first not in marked.words_of("words", "copula"):
                continue
            behind = self._behind(marked, cue.last)
            name = behind or self._ahead(marked, cue.first)
            if name is None or self._somebody(marked, name):
                continue
            opens = cue.first - marked.sentence.first <= OPENING
            told = behind is not None and opens and self._told_behind(marked, name, nouns)
            told = told or (behind is None and self._told_right_behind(marked, cue, nouns))
            if told or (not opens and self._told_ahead(marked, min(cue.first, name.first), nouns)):
                return name
        return None

    def _nouns(self, marked: Marked) -> list[Match[Cue]]:
        """The nouns that mean one project."""
        many = {c.first for c in marked.cues_of("nouns", "project_plural")}
        many |= {i for c in marked.cues_of("nouns", "roles", "project_compound") for i in range(c.first, c.last)}
        return [c for c in marked.cues_of("nouns", "project") if c.first not in many]

    def _behind(self, marked: Marked, at: int) -> Mention | None:
        """The name that begins behind words for naming: quoted, in sentence case or a row in capitals."""
        tokens, end = self._tokens, marked.sentence.last
        if at < end and at in marked.words_of("words", "articles") and tokens.shapes[at] == LOWER:
            at += 1
        if at >= end or set(tokens.gap(at)) & _MARKS:
            return None
        for mention in marked.mentions:
            if mention.first == at and mention.kind == "Quote" and mention.last - at <= LONGEST:
                return self._made(at, mention.last)
        bodies = {c.first for c in marked.cues_of("nouns", "organisation", "lowercase_organisation")}
        title = self._titles.titled(marked, at)
        if title is not None and not any(at < i < title.last for i in bodies):
            return title
        last = at
        while last < end and last - at < LONGEST_ROW and last not in bodies and (last == at or not self._parted(last)):
            if tokens.shapes[last] != LOWER:
                last += 1
            elif last > at and last + 1 < end and self._joins(last):
                last += 2
            else:
                break
        return self._made(at, last) if last > at and tokens.shapes[at] != NUMBER else None

    def _joins(self, at: int) -> bool:
        """Whether a small word stands between two words in capitals."""
        behind = self._tokens.shapes[at + 1] not in (LOWER, NUMBER) and not self._parted(at + 1)
        return self._tokens.folds[at] in self._small and behind

    def _ahead(self, marked: Marked, at: int) -> Mention | None:
        """The name that ends before words for naming and opens the sentence, or is one that the grammar found."""
        first, tokens = marked.sentence.first, self._tokens
        for mention in marked.mentions:
            if mention.last == at and mention.kind in ("Name", "Quote"):
                return self._made(mention.first, at)
        row = range(first, at)
        stop = marked.words_of("words", "stop") | marked.words_of("words", "articles")
        if not 1 <= len(row) <= LONGEST_ROW or first in stop or any(self._parted(i) for i in row[1:]):
            return None
        return self._made(first, at) if all(tokens.shapes[i] not in (LOWER, NUMBER) for i in row) else None

    def _made(self, first: int, last: int) -> Mention:
        name = self._tokens.surface(first, last)
        return Mention("Project", first, last, name, also=split_title(name)[1], defined=True)

    def _parted(self, at: int) -> bool:
        return bool(self._tokens.barriers[at] or set(self._tokens.gap(at)) & _MARKS)

    def _somebody(self, marked: Marked, name: Mention) -> bool:
        """Whether a name may be a person's, or is a known thing's."""
        known = any(
            m.kind == "Person" or (m.entry is not None and m.last - m.first >= name.last - name.first)
            for m in marked.mentions
            if m.first < name.last and name.first < m.last
        )
        short = name.last - name.first <= 2
        return known or (short and self._tokens.folds[name.first] in given_names()) or marked.has("words", "person")

    def _told_behind(self, marked: Marked, name: Mention, nouns: list[Match[Cue]]) -> bool:
        """Whether the noun behind a name that opens the sentence means what is called so: "…, the project", "and is
        the project", "… starts a new project"."""
        pointing = {c.first for c in marked.cues_of("nouns", "coreference")}
        copulas = {c.first for c in marked.cues_of("words", "copula")}
        for noun in (n for n in nouns if n.first >= name.last):
            beside = any(name.last <= i <= noun.first for i in pointing) and "," in self._tokens.gap(name.last)
            if beside and noun.first - name.last <= 2:
                return True
            between = range(name.last, noun.first)
            if any(i in copulas for i in between[:NEAR]) and len(between) <= NEAR + 1:
                return True
            joined = name.last in marked.words_of("words", "and")
            if not joined and not self._others(marked, name.last, noun.first) and self._fresh(marked, noun, pointing):
                return True
        return False

    def _fresh(self, marked: Marked, noun: Match[Cue], pointing: set[int]) -> bool:
        """Whether a noun brings up a project that was not spoken of."""
        if not self._articles:
            return not any(noun.first - 1 <= i <= noun.first for i in pointing)
        return any(noun.first - FRESH <= i < noun.first for i in marked.words_of("words", "indefinite"))

    def _told_right_behind(self, marked: Marked, cue: Match[Cue], nouns: list[Match[Cue]]) -> bool:
        """Whether the noun stands right behind the words that name what is before them ("Laterne heißt das neue
        Projekt"), but for words in lower case and its owner; no body or person has the noun."""
        owners = {i for m in marked.mentions if m.kind == "Organisation" for i in range(m.first, m.last)}
        for noun in (n for n in nouns if 0 <= n.first - cue.last <= NEAR):
            between = [i for i in range(cue.last, noun.first) if i not in owners]
            plain = all(self._tokens.shapes[i] == LOWER for i in between) and len(between) <= FRESH
            if plain and not self._others(marked, cue.last, noun.first) and not self._any_of(marked, between):
                return True
        return False

    def _any_of(self, marked: Marked, words: list[int]) -> bool:
        return any(i in marked.words_of("words", "of") for i in words)

    def _told_ahead(self, marked: Marked, at: int, nouns: list[Match[Cue]]) -> bool:
        """Whether the noun before the words that name is their subject: nothing stands between but who owns it."""
        owners = {i for m in marked.mentions if m.kind in ("Organisation", "Fund") for i in range(m.first, m.last)}
        small = {i for name in ("of", "articles", "and") for i in marked.words_of("words", name)}
        bodies = {
            c.first for c in marked.cues_of("nouns", "organisation", "lowercase_organisation") if c.last in owners
        }
        which = {c.first: c.last for c in marked.cues_of("words", "relatives")}
        for noun in (n for n in nouns if n.last <= at and at - n.last <= FAR):
            begin = which.get(noun.last, noun.last)  # "the project, | which has been given the name X"
            parted = any(set(self._tokens.gap(i)) & _MARKS for i in range(begin, at + 1) if i > noun.last)
            if not parted and set(range(begin, at)) <= owners | small | bodies:
                return True
        return False

    def _others(self, marked: Marked, first: int, last: int) -> bool:
        """Whether a noun for another thing stands between, outside of the name of a body."""
        owners = [m for m in marked.mentions if m.kind in ("Organisation", "Fund") and m.name]
        return any(
            first <= c.first < last and not any(m.first <= c.first < m.last or c.last == m.first for m in owners)
            for c in marked.cues_of("nouns", *OTHERS)
        )
