"""Titles in title case: how far a project's name goes when its words have capitals and its small words none.

"the project Young Hands and Young Voices in the Changing Town, funded by …", "the Pathways to Work project": a row of
capitalised words ends at a small word ("to", "for the"); the title goes on if a further capitalised word follows that
is no body and no fund of its own. Which small words may stand so, the lexicon says (`title_small`); languages that list
none write titles in sentence case and are left alone.
"""

from __future__ import annotations

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER, Tokens
from graph.names.flags import CAPITALISED

LONGEST, MOST_SMALL = 30, 3
OWN = frozenset({"Organisation", "Fund", "Person", "date", "period", "money", "url", "code"})
LANDS = frozenset({"Country", "Place"})
DASHES = frozenset("–—-")
OTHERS = ("event", "gathering", "output", "roles")  # "the Final Meeting of the Lantern project": another thing's name
LONG = 3  # capitalised words after which a title may name a place, and "with" or "by" may go on with it


class TitleCase:
    """Finds the ends and beginnings of such titles in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._small = language.folded("words", "title_small")
        self._loose = language.folded("words", "title_loose")
        self._and = language.folded("words", "and")
        self._articles = language.folded("words", "articles")
        self._of = language.folded("words", "of")
        self._relatives = language.folded("words", "relatives")
        self._verbs: set[int] = set()
        self._own: dict[int, Mention] = {}
        self._lands: set[int] = set()
        self._common = False  # whether the first word is one of the vocabulary: alone it names nothing

    def after(self, marked: Marked, at: int, noun: int) -> Mention | None:
        """The title that begins at word `at` behind the project noun at word `noun`, if it goes on over a small word;
        behind a plural, "and" lists names."""
        if not self._small or at >= marked.sentence.last or self._tokens.shapes[at] not in CAPITALISED:
            return None
        self._enter(marked, at)
        several = any(c.first == noun for c in marked.cues_of("nouns", "project_plural"))
        last = self._run(at, marked.sentence.last)
        first_run = last
        while (step := self._step(marked, at, last, several)) is not None:
            last = step
        if last == first_run:
            return None
        name = self._tokens.surface(at, last)
        return Mention("Project", at, last, name, defined=True)

    def purpose(self, marked: Marked, first: int, at: int) -> Mention | None:
        """The whole name whose first part, words `first` to `at`, ends in a project noun, if a purpose follows."""
        if not self._small or at >= marked.sentence.last or self._tokens.folds[at] in self._loose | self._and:
            return None
        self._enter(marked, first)
        last = at
        while (step := self._step(marked, first, last, False)) is not None:
            if self._lands & {*range(last, step)} or self._tokens.folds[last] in self._loose:
                break
            last = step
        if last == at:
            return None
        return Mention("Project", first, last, self._tokens.surface(first, last), defined=True)

    def before(self, marked: Marked, noun: int) -> Mention | None:
        """The title that ends before the project noun at word `noun`, if it holds a small word and an article or the
        sentence's beginning stands before it."""
        tokens, least = self._tokens, marked.sentence.first
        if not self._small or noun <= least or tokens.shapes[noun - 1] not in CAPITALISED or tokens.barriers[noun]:
            return None
        first, crossed = noun - 1, 0
        kinds = {c.last - 1 for c in marked.cues_of("nouns", *OTHERS)}
        nouns = {c.last - 1 for c in marked.cues_of("nouns", "project")}
        while first > least and noun - first < LONGEST and not tokens.barriers[first] and not self._cut(first):
            if tokens.shapes[first - 1] in CAPITALISED and tokens.folds[first - 1] not in self._articles:
                first -= 1
                continue
            left = first - 1
            while left > least and first - left < MOST_SMALL and self._is_small(left) and not self._cut(left):
                left -= 1
            if left == first - 1 or tokens.shapes[left] not in CAPITALISED or tokens.folds[left + 1] in self._articles:
                break
            articled = bool(self._articles & {*tokens.folds[left + 1 : first]})
            if articled and (left == least or left in kinds):
                break  # "Funding for the | Lantern project", "Final Meeting of the | …": the article opens the name
            if tokens.folds[left + 1] in self._and and left in nouns:
                break  # "the Shelter Project and | the Tent Project"
            first, crossed = left, crossed + 1
        begins = first == least and not (tokens.shapes[first + 1] == LOWER and tokens.folds[first + 1] in self._of)
        opened = begins or (first > least and tokens.folds[first - 1] in self._articles)
        if not crossed or not opened or tokens.folds[first] in self._articles:
            return None
        if any(m.kind in OWN | LANDS and m.sure and first <= m.first < noun for m in marked.mentions):
            return None
        return Mention("Project", first, noun, tokens.surface(first, noun), defined=True)

    def joined(self, marked: Marked, mention: Mention) -> Mention | None:
        """The whole name whose last words a mention is, behind an acronym and a dash ("LAMP – Light and Mercy for |
        People") or behind small words ("Keys to the | City"): what stands before those is no known thing and no
        person, and no small word among them ends a title or lists."""
        tokens, least, first = self._tokens, marked.sentence.first, mention.first
        taken = {i for m in marked.mentions if m.kind in OWN | LANDS and m.sure for i in range(m.first, m.last)}
        for at in range(first, max(least, mention.last - LONGEST), -1):
            if tokens.gap(at).strip() in DASHES and tokens.shapes[at - 1] in (UPPER, MIXED) and at - 1 not in taken:
                return Mention("Project", at - 1, mention.last, tokens.surface(at - 1, mention.last), defined=True)
            if self._cut(at) or tokens.barriers[at]:
                break
        while (further := self._joined_from(least, first, taken)) is not None:
            first = further
        if least < first - 1 and tokens.shapes[first - 1] == CAPITAL and tokens.folds[first - 1] in self._articles:
            first -= 0 if self._cut(first) else 1  # "of De Tweede Oogst"
        if first == mention.first or any(i in taken for i in range(first, mention.first)):
            return None
        return Mention("Project", first, mention.last, tokens.surface(first, mention.last), defined=True)

    def _joined_from(self, least: int, at: int, taken: set[int]) -> int | None:
        """Where the capitalised words begin that small words join to those at a word; None if none do."""
        tokens, left = self._tokens, at
        while left - 1 > least and self._joins(left - 1) and not self._cut(left) and not tokens.barriers[left]:
            left -= 1
            if tokens.folds[left] in (self._loose - self._relatives) | self._and or at - left > MOST_SMALL:
                return None
        if left == at or self._cut(left) or tokens.shapes[left - 1] not in CAPITALISED or left - 1 in taken:
            return None
        first = left - 1
        while first > least and tokens.shapes[first - 1] in CAPITALISED and not self._cut(first):
            first -= 1
        return first

    def _joins(self, at: int) -> bool:
        """Whether a word is one of those that join the words of a name."""
        small = self._small | self._relatives | self._of | self._articles
        return self._tokens.shapes[at] == LOWER and self._tokens.folds[at] in small

    def _enter(self, marked: Marked, at: int) -> None:
        cues = marked.cues_of("words", "copula", "completed", "planned", "after_title")
        self._verbs = {i for c in cues for i in range(c.first, c.last)}
        later = [m for m in marked.mentions if m.first > at]
        self._own = {m.first: m for m in later if m.kind in OWN and (m.sure or m.kind == "Person")}
        self._lands = {i for m in later if m.kind in LANDS and m.sure for i in range(m.first, m.last)}
        self._common = any(c.first == at and c.last == at + 1 for c in marked.concepts)

    def _cut(self, at: int) -> bool:
        """Whether a mark stands before a word that no title runs across."""
        return self._tokens.gap(at).strip() not in ("", "-", "&", "/", "’", "'")

    def _is_small(self, at: int) -> bool:
        return self._tokens.shapes[at] == LOWER and self._tokens.folds[at] in self._small

    def _run(self, at: int, end: int) -> int:
        """Where a row of capitalised words ends (exclusive)."""
        tokens, last = self._tokens, at + 1
        while last < end and not tokens.barriers[last] and not self._cut(last):
            clings = tokens.gap(last) in ("-", "’", "'") and last not in self._verbs
            if tokens.shapes[last] not in CAPITALISED and not clings and tokens.shapes[last] != NUMBER:
                break
            last += 1
        return last

    def _step(self, marked: Marked, first: int, at: int, several: bool) -> int | None:
        """Where the title goes on over the small words at `at`, or None."""
        tokens, end = self._tokens, marked.sentence.last
        after = at
        while after < end and after - at < MOST_SMALL and self._is_small(after) and after not in self._verbs:
            if tokens.barriers[after] or self._cut(after):
                return None
            after += 1
        if after == at or after >= end or tokens.barriers[after] or self._cut(after):
            return None
        words, capitals = set(tokens.folds[at:after]), self._capitals(first, at)
        if tokens.shapes[after] not in CAPITALISED or after in self._own or after - first > LONGEST:
            return None
        loose = set[str]() if self._common and after not in self._lands else words & self._loose
        if capitals == 1 and (tokens.shapes[first] != CAPITAL or loose or words & self._and):
            return None
        if words & self._and and several:
            return None
        if capitals < LONG and (loose or after in self._lands):
            return None
        last = self._run(after, end)
        inner = next((i for i in range(after + 1, last) if i in self._own and tokens.shapes[i] != UPPER), last)
        return last if inner == last else None

    def _capitals(self, first: int, last: int) -> int:
        """How many words between two places begin with a capital."""
        return sum(self._tokens.shapes[i] in CAPITALISED for i in range(first, last))
