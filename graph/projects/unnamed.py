"""Projects that no name is given for: the news of "a four-year project" that the text goes on to call "the project".

Such a project goes by the headline of the page that tells of it, and by the words that introduce it; "a four-year
project to help newcomers find work" in the text points to it like "the project" does.
"""

from __future__ import annotations

from collections.abc import Callable

from graph.marking.hits import BODY_PROPERTIES
from graph.marking.language import Language
from graph.marking.mentions import VALUE_KINDS, Marked, Mention, insert
from graph.marking.scanned import Scanned
from graph.marking.things import Register, Thing
from graph.marking.tokens import LOWER, NUMBER, Tokens
from graph.model import Document
from graph.projects.echoes import alike
from graph.projects.headlines import describes, kind_of, lone_word, tells
from graph.projects.introduced import introduction
from graph.projects.sentence_case import SMALL, SentenceCase
from ontology.words import folded_words

FIRST_LINES, EARLY, REACH = 6, 5, 8
LEAST_POINTERS, LEAST_WORDS, LONGEST_HEADLINE, LEAST_DESCRIPTION, LONGEST_DESCRIPTION = 2, 4, 40, 3, 18
LEAST_AGAIN, LONGEST_AGAIN = 2, 7  # words of a title that comes again in the text
TEXT = ("prose", "item")
HEADS = frozenset({"title", "heading"})
THINGS = ("organisation", "lowercase_organisation", "unit", "event", "output", "policy", "fund", "call", "roles")


class Unnamed(Scanned):
    """Finds the project of a document in which nothing has named one."""

    def __init__(self, document: Document, tokens: Tokens, language: Language, marked: list[Marked]) -> None:
        super().__init__(document, tokens, language, marked)
        self._titles = SentenceCase(tokens, language)

    def head(self, register: Register, generic: Callable[[Marked], bool]) -> tuple[int, Thing] | None:
        """The headline (number of its sentence) and the project that goes by it, or None; "a project", where the text
        introduces it, becomes a pointer, in place. `generic` tells headings that name nothing."""
        if any(m.kind == "Project" and m.name and m.defined for s in self._marked for m in s.mentions):
            return None
        if (quoted := self._quoted(register)) is not None:
            return quoted
        prose = self._prose()
        spoken = sum(m.has("nouns", "coreference") for m in prose)
        told = [(m, at) for m in prose[:EARLY] if (at := introduction(self._tokens, m))]
        if spoken < LEAST_POINTERS and not (told and spoken):
            return self._titled(register, generic)
        line = self._headline(generic)
        if line is None:
            return None
        sentence = self._marked[line].sentence
        headline = " ".join(self._tokens.text[sentence.span.start : sentence.span.end].split()).strip(" .–-:")
        described = self.described()
        names = (*described[:1], headline, *described[1:]) if self._tells(described) else (headline, *described)
        thing = register.thing(Mention("Project", sentence.first, sentence.last, names[0], also=names[1:]))
        for marked, (first, last) in told[:1]:
            insert(marked, Mention("Project", first, last, ""))
        return line, thing

    def _quoted(self, register: Register) -> tuple[int, Thing] | None:
        """The name in quotation marks that opens a headline and does something there ("“Lantern” now shines in Graz,
        too"), if the text tells whom somebody helps and who does or pays for it."""
        prose = self._prose()
        if not any(self._serves(m) for m in prose) or not any(self._done(m) for m in prose):
            return None
        for index, marked in enumerate(self._marked):
            if self._kind(marked) not in HEADS or marked.sentence.field is not None:
                continue
            name = next((m for m in marked.mentions if m.first == marked.sentence.first and m.kind == "Quote"), None)
            if name is None or name.last - name.first > LONGEST_AGAIN or name.last >= marked.sentence.last:
                continue
            verbs = marked.cues_of("words", "after_title", "copula")
            speaks = any(name.first < c.first < name.last for c in verbs) or name.entry is not None
            gap = self._tokens.gap(name.last).strip("”“»«\"'’ ")
            if not gap and not speaks and self._tokens.shapes[name.last] == LOWER:
                return index, register.thing(Mention("Project", name.first, name.last, name.name, also=name.also))
        return None

    def _titled(self, register: Register, generic: Callable[[Marked], bool]) -> tuple[int, Thing] | None:
        """The title of the page, if it describes a project, or comes again in a text that tells of one."""
        for index, marked in self.first_lines(FIRST_LINES):
            title = kind_of(self._document, marked, self._language) == "title"
            named = title and (describes(self._tokens, marked) or (not generic(marked) and self._comes_again(marked)))
            if named and not tells(self._tokens, marked):
                first, last = marked.sentence.first, marked.sentence.last
                mention = Mention("Project", first, last, self._tokens.surface(first, last), defined=True)
                if marked.sentence.field is not None:  # a heading opens a section; a field must name its project
                    marked.mentions = [mention, *marked.mentions]
                return index, register.thing(mention)
        return None

    def _comes_again(self, title: Marked) -> bool:
        """Whether a title of a few words stands in the text with a capital, too, and the text says whom somebody helps
        or who does or pays for it; what has a noun for a body, event or publication, or names
        but groups and places, is none."""
        first, last = title.sentence.first, title.sentence.last
        told = {i for m in (*title.concepts, *title.mentions) if m.entry is not None for i in range(m.first, m.last)}
        told |= {i for name in SMALL for i in title.words_of("words", name)}
        if (
            not LEAST_AGAIN <= last - first <= LONGEST_AGAIN
            or title.has("nouns", *THINGS)
            or told >= {*range(first, last)}
        ):
            return False
        prose = self._prose()
        rows = (i for m in prose for i in range(m.sentence.first, m.sentence.last - (last - first) + 1))
        again = any(
            self._tokens.shapes[i] != LOWER
            and all(alike(self._tokens.folds[i + n], self._tokens.folds[first + n]) for n in range(last - first))
            for i in rows
        )
        return again and any(self._serves(m) for m in prose) and any(self._done(m) for m in prose)

    def _serves(self, marked: Marked) -> bool:
        return any(c.kind == "BeneficiaryGroup" for c in marked.concepts)

    def _done(self, marked: Marked) -> bool:
        """Whether a sentence has a trigger for who does, joins or pays for something."""
        frames = self._language.frames
        return any(frames[a.payload.frame].property in BODY_PROPERTIES for a in marked.anchors)

    def _kind(self, marked: Marked) -> str:
        return self._document.blocks[marked.sentence.block].kind

    def _headline(self, generic: Callable[[Marked], bool]) -> int | None:
        """The first line that says something: a title or heading, or a line of text without a full stop."""
        for index, marked in self.first_lines(FIRST_LINES):
            sentence = marked.sentence
            text = self._tokens.text[sentence.span.start : sentence.span.end].rstrip()
            labelled = sentence.field is not None or self._kind(marked) in ("record", "boilerplate")
            if labelled or lone_word(self._tokens, marked) or generic(marked):
                continue
            if self._kind(marked) in TEXT and text.endswith(tuple(".:!?…")):
                return None
            if LEAST_WORDS <= sentence.last - sentence.first <= LONGEST_HEADLINE:
                return None if marked.has("nouns", "call") else index
        return None

    def _prose(self) -> list[Marked]:
        return [m for m in self._marked if self._kind(m) in TEXT and m.sentence.field is None]

    def described(self) -> tuple[str, ...]:
        """The words that say what the project is, in the first sentence of the text that has them: "a project" with
        what stands before and behind the noun, up to a verb, a value, a body's name or punctuation."""
        for marked in self._prose()[:EARLY]:
            spoken = {c.last for c in marked.cues_of("nouns", "coreference")}
            told = introduction(self._tokens, marked)
            for cue in marked.cues_of("nouns", "project"):
                if cue.last not in spoken and (told is None or cue.last != told[1]):
                    continue
                first, last = self._begin(marked, cue.first), self._end(marked, cue.first, cue.last)
                if LEAST_DESCRIPTION <= last - first <= LONGEST_DESCRIPTION:
                    noun = cue.last - 1
                    starts = {first, noun if last - noun >= LEAST_DESCRIPTION else first}
                    return tuple(self._tokens.surface(start, last) for start in sorted(starts))
        return ()

    def _tells(self, described: tuple[str, ...]) -> bool:
        """Whether a description says more behind the noun than a word or two, so that it serves as a name."""
        words = folded_words(described[0]) if described else ()
        nouns = self._language.folded("nouns", "project")
        return next((len(words) - i - 1 for i, word in enumerate(words) if word in nouns), 0) > LEAST_DESCRIPTION

    def _begin(self, marked: Marked, noun: int) -> int:
        """The word behind the article that stands before a noun ("a | four-year project"), else the noun."""
        small = marked.words_of("words", "articles") | marked.words_of("words", "indefinite")
        for at in range(noun - 1, max(noun - REACH, marked.sentence.first) - 1, -1):
            if self._tokens.gap(at + 1).strip(" -,"):
                return noun
            if at in small:
                return at + 1
        return noun

    def _end(self, marked: Marked, noun: int, last: int) -> int:
        """Where the words behind a noun end that belong to it."""
        end = self._titles.stop(marked, noun, last)
        values = [m.first for m in marked.mentions if m.kind in VALUE_KINDS and last <= m.first < end]
        end = min([end, *values])
        end = next((m.last for m in marked.concepts if last < m.first < end < m.last), end)
        small = {i for c in marked.cues_of("words", *SMALL) for i in range(c.first, c.last)}
        while end > last and (end - 1 in small or self._tokens.shapes[end - 1] == NUMBER):
            end -= 1
        return end
