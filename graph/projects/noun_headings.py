"""Headings that say that they name a project: "Project Help on arrival", "Help on arrival – a project".

The heading's end is the name's end, so that commas and small words of a title in sentence case do no harm. A heading
with a finite verb tells news; one that goes on with a body, a fund or a label names no project.
"""

from __future__ import annotations

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, MIXED, UPPER, Tokens
from graph.projects.sentence_case import VERBS
from graph.projects.titles import ADDRESS, DASHES, before_owner, split_title

LEAST, LONGEST = 2, 30
OTHERS = ("Organisation", "Fund", "Person", "Call", "Country")


class NounHeadings:
    """Reads such headings of one document."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._language = language
        self._able = not language.lexicon.capitalised_nouns

    def title(self, marked: Marked) -> Mention | None:
        """The project that a heading or title of this kind names, with its further forms; else None."""
        if not self._able or marked.sentence.field is not None or marked.has("contexts", "related"):
            return None
        if ADDRESS.search(self._tokens.text[marked.sentence.span.start : marked.sentence.span.end]):
            return None
        return self._after_noun(marked) or self._before_noun(marked)

    def _nouns(self, marked: Marked) -> list[tuple[int, int]]:
        many = {(c.first, c.last) for c in marked.cues_of("nouns", "project_plural")}
        found = [(c.first, c.last) for c in marked.cues_of("nouns", "project")]
        return [span for span in found if span not in many]

    def _after_noun(self, marked: Marked) -> Mention | None:
        """“Project Help on arrival for newcomers”: a title in sentence case to the heading's end."""
        tokens, sentence = self._tokens, marked.sentence
        begins = [last for first, last in self._nouns(marked) if first == sentence.first and last < sentence.last]
        begins = begins or self._behind_label(marked)
        if not begins or tokens.gap(begins[-1]).strip() not in ("", ":"):
            return None
        first, last = begins[-1], self._end(marked, begins[-1])
        words = range(first, last)
        cased = tokens.shapes[first] == CAPITAL and any(tokens.shapes[i] == LOWER for i in words)
        if not LEAST <= len(words) <= LONGEST or not cased or self._tells(marked, first, last):
            return None
        return self._named(first, last)

    def _behind_label(self, marked: Marked) -> list[int]:
        """Where the title begins behind a label for titles: "Flagship project: Help on arrival"."""
        for _, last in self._nouns(marked):
            if last < marked.sentence.last and self._tokens.gap(last).strip() == ":":
                label = self._tokens.surface(marked.sentence.first, last)
                fields = self._language.fields
                return [last] if fields.fit(label) == 1 and fields.property_of(label) == "title" else []
        return []

    def _before_noun(self, marked: Marked) -> Mention | None:
        """“Help on arrival – project FUND”: a dash before the noun, and no name of a project behind it."""
        tokens, sentence, articles = self._tokens, marked.sentence, marked.words_of("words", "articles")
        for noun, behind in self._nouns(marked):
            if noun <= sentence.first or tokens.gap(noun).strip() not in DASHES or noun - 1 in articles:
                continue
            first = sentence.first
            long = noun - first > LEAST or tokens.shapes[first] in (UPPER, MIXED)
            if tokens.shapes[first] == LOWER or not long or noun - first > LONGEST or self._tells(marked, first, noun):
                return None
            return self._named(first, noun) if self._names_nothing(marked, behind) else None
        return None

    def _names_nothing(self, marked: Marked, at: int) -> bool:
        """Whether what follows the noun is no project's name: nothing, small letters, or a fund within three words."""
        if at >= marked.sentence.last:
            return True
        quoted = any(m.kind == "Quote" and m.first - at <= 1 for m in marked.mentions)
        funds = any(m.kind == "Fund" and 0 <= m.first - at <= 2 for m in marked.mentions)
        return funds or (self._tokens.shapes[at] == LOWER and not quoted)

    def _end(self, marked: Marked, first: int) -> int:
        """Where the title ends: before a bracket that holds a period or a code, or before a body at the line's end."""
        values = [m for m in marked.mentions if m.kind in ("period", "date", "code", "money") and m.first > first]
        for mention in values:
            if "(" in self._tokens.gap(mention.first):
                return mention.first
        return before_owner(self._tokens, marked, first)

    def _tells(self, marked: Marked, first: int, last: int) -> bool:
        """Whether these words hold a finite verb or a label, or begin with the name of something else."""
        verbs = any(first <= c.first and c.last <= last for c in marked.cues_of("words", *VERBS))
        other = any(
            m.first == first and m.sure and m.kind in OTHERS and (m.entry is not None or m.last == last)
            for m in marked.mentions
        )
        text = self._tokens.surface(first, last)
        return verbs or other or self._language.fields.property_of(text) is not None

    def _named(self, first: int, last: int) -> Mention:
        name, also = split_title(self._tokens.surface(first, last))
        return Mention("Project", first, last, name, also=also, defined=True)
