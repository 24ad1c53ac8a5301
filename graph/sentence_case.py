"""Titles in sentence case: how far a project's name goes when only its first word has a capital.

"The project Learning together in the harbour quarters, funded by …": no quotation marks say where the name ends. It
ends at punctuation, at a verb, at the trigger of a fact about bodies, money or time, or where a body is named. A verb
is told from a noun of the title by its place: a trigger's word right after a word with content is a verb, one after a
small word ("for integration") is a part of the title. Languages whose lexicon lists no `after_title` words are left
alone.
"""

from __future__ import annotations

from graph.hits import BODY_PROPERTIES
from graph.language import Language
from graph.mentions import VALUE_KINDS, Marked, Mention
from graph.tokens import CAPITAL, LOWER, NUMBER, Tokens
from ontology.lexicon import PERIOD

SMALL = ("articles", "and", "of", "joiners", "locative", "negation")
VERBS = ("copula", "completed", "planned", "after_title")
ENDING = BODY_PROPERTIES | {"startDate", "endDate", PERIOD, "budget", "date", "partOf", "follows"}
LEAST_CONTENT, LONGEST = 2, 26
ALONE = frozenset({"Organisation", "Fund", "Person", "Project", "Event", "Call"}) | VALUE_KINDS


class SentenceCase:
    """Finds the ends of such titles in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._frames = language.frames
        self._able = bool(language.lexicon.words.get("after_title")) and not language.lexicon.capitalised_nouns

    def title(self, marked: Marked, mention: Mention) -> Mention | None:
        """The project that a name of one plain word beside a project noun begins, if the name goes on in lower case."""
        tokens, at = self._tokens, mention.last
        plain = mention.kind == "Name" and at - mention.first == 1 and tokens.shapes[mention.first] == CAPITAL
        if not plain or not self._able or at >= marked.sentence.last or tokens.shapes[at] != LOWER:
            return None
        last = self.end(marked, mention.first, at)
        if last is None:
            return None
        return Mention("Project", mention.first, last, tokens.surface(mention.first, last), defined=True)

    def end(self, marked: Marked, first: int, rest: int) -> int | None:
        """Where the title that begins at word `first` ends (exclusive), if what follows from word `rest` on is a part
        of it; else None."""
        small = {i for c in marked.cues_of("words", *SMALL) for i in range(c.first, c.last)}
        last = self._stop(marked, first, rest, small)
        while last > rest and (last - 1 in small or self._tokens.shapes[last - 1] == NUMBER):
            last -= 1
        content = [i for i in range(rest, last) if i not in small and self._tokens.shapes[i] == LOWER]
        if content and self._common(first, last):
            return last
        if len(content) < LEAST_CONTENT or last - first > LONGEST or content[0] - rest > 3:
            return None
        if rest in small and not self._genitive(marked, rest) and not self._closed(marked, first, last):
            return None
        return last

    def _common(self, first: int, last: int) -> bool:
        """Whether the title's first word is a common one, which the document also writes in lower case, or the whole
        row stands elsewhere with a capital: a name of one word would not go on."""
        tokens = self._tokens
        row = tokens.folds[first:last]
        same = [i for i, word in enumerate(tokens.folds) if word == row[0] and i != first]
        return any(tokens.shapes[i] == LOWER or tokens.folds[i : i + len(row)] == row for i in same)

    def _genitive(self, marked: Marked, at: int) -> bool:
        return any(c.first == at for c in marked.cues_of("words", "of"))

    def _closed(self, marked: Marked, first: int, last: int) -> bool:
        """Whether the title ends at punctuation and its first word is not a name that the document uses alone."""
        tokens = self._tokens
        alone = sum(
            1
            for i, word in enumerate(tokens.folds)
            if word == tokens.folds[first] and i != first and tokens.shapes[i] != LOWER
        )
        ends = last >= marked.sentence.last or tokens.barriers[last] or tokens.gap(last).strip() != ""
        return ends and not alone and last - first >= 5

    def _stop(self, marked: Marked, first: int, rest: int, small: set[int]) -> int:
        """The first word that cannot be a part of the title."""
        tokens, end = self._tokens, marked.sentence.last
        concepts = {i for m in marked.concepts for i in range(m.first, m.last)}
        halts = self._halts(marked, small)
        names = {m.first: m for m in marked.mentions if m.first >= rest}
        for i in range(rest, end):
            if tokens.barriers[i] or any(c in tokens.gap(i) for c in ",.") or i in halts:
                return i
            verb = i in self._verbal(marked) and i - 1 not in small and i not in small and i not in concepts
            if verb:
                return i
            mention = names.get(i)
            if mention is not None and mention.sure and mention.kind in ALONE:
                return i
            if mention is not None and mention.kind in ("Country", "Place") and tokens.shapes[i] == CAPITAL:
                return i
        return end

    def _halts(self, marked: Marked, small: set[int]) -> set[int]:
        """Words that end a title wherever they stand: verbs and pronouns of the closed classes, longer triggers of
        facts about bodies, money and time."""
        found = {c.first for c in marked.cues_of("words", *VERBS)}
        found |= {c.first for c in marked.cues_of("words", "stop") if c.first not in small}
        for anchor in marked.anchors:
            frame = self._frames[anchor.payload.frame]
            if frame.property in ENDING and anchor.last - anchor.first >= 2:
                found.add(anchor.first)
        return found

    def _verbal(self, marked: Marked) -> set[int]:
        """Words that are verbs where they follow a word with content: triggers of facts about projects."""
        found = {c.first for c in marked.cues_of("contexts", "objective")}
        for anchor in marked.anchors:
            if "Project" in self._frames[anchor.payload.frame].subject:
                found.add(anchor.first)
        return found
