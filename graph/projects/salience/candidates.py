"""What may be the name of a page's main project: quoted and emphasised names, capitalised chunks, parts of titles, and
rows of words in sentence case that come again, in any inflected form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from graph.marking.mentions import VALUE_KINDS, Marked, Mention
from graph.marking.scanned import Scanned
from graph.marking.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER
from graph.projects.echoes import alike
from graph.projects.headlines import LONGEST_TITLE
from graph.projects.sentence_case import SentenceCase

TEXT = ("prose", "item")
HEADS = ("title", "heading")
FIRST_LINES = 6
LONGEST_ROW = 14
LEAST_LETTERS = 3
LONGEST_LABEL = 3
NAMES = frozenset({"Name", "Quote", "Project", "Event", "Output", "Organisation", "Call", "Policy"})
NEVER = VALUE_KINDS | {"Person"}
OTHER_HEADS, OWN_HEADS = ("organisation", "output"), ("houses", "activity", "project")
TITLE, PIECE, ROW, SPAN, OPENING = "Title", "Piece", "Row", "Span", "Opening"  # sorts beside the classes of mentions
LONGEST_SPAN, LONGEST_OPENING, SMALL_WORDS = 8, 7, 3
_PARTS = frozenset(':–—|-•›()[]“”„«»"*')
_SMALL = ("articles", "of", "joiners", "and", "locative", "stop", "indefinite", "title_small")
NONE = ("reports", "vacancies")  # what the headings that they stand in name no project


@dataclass(frozen=True, slots=True)
class Use:
    """Where a name stands: words `first` to `last` (exclusive) of sentence number `sentence`; `sort` is the class of
    the mention there, or how the row of words was found (`TITLE`, `PIECE`, `ROW`); `entry` whether it is known."""

    sentence: int
    first: int
    last: int
    sort: str
    known: bool = False


@dataclass(slots=True)
class Candidate:
    """A name that may be the main project's, with all its uses, in the order of the text."""

    words: tuple[str, ...]
    uses: list[Use] = field(default_factory=list)


class CandidateFinder(Scanned):
    """Finds the candidates of one document."""

    def find(self) -> list[Candidate]:
        """All candidates, by first use; uses of one name in several inflected forms are one candidate's."""
        seen: set[tuple[int, int]] = set()
        found: list[Candidate] = []
        by_head: dict[tuple[int, str], list[Candidate]] = {}
        uses = chain(self._named(), self._titles(), self._rows(), self._grown(), self._spans(), self._openings())
        for use in map(self._trimmed, uses):
            if use.first >= use.last or (use.first, use.last) in seen:
                continue
            words = self._words(use)
            if not self._may_name(use, words):
                continue
            seen.add((use.first, use.last))
            bucket = by_head.setdefault((len(words), words[0][:LEAST_LETTERS]), [])
            same = next((c for c in bucket if all(map(alike, c.words, words))), None)
            if same is None:
                same = Candidate(words)
                bucket.append(same)
                found.append(same)
            same.uses.append(use)
        for candidate in found:
            candidate.uses.sort(key=lambda use: (use.first, use.last))
        return sorted(found, key=lambda c: (c.uses[0].first, c.uses[0].last))

    def mentions(self, candidate: Candidate) -> Iterator[Mention]:
        """The uses of a candidate as mentions of a name of unknown class."""
        for use in candidate.uses:
            yield Mention("Name", use.first, use.last, self._tokens.surface(use.first, use.last))

    def _trimmed(self, use: Use) -> Use:
        """A use without "the project" at its head."""
        marked, first = self._marked[use.sentence], use.first
        ends = {c.first: c.last for c in marked.cues_of("nouns", "coreference")}
        return replace(use, first=ends.get(first, first))

    def _words(self, use: Use) -> tuple[str, ...]:
        """The folded words of a use, without an article or a quotation's small word at its head."""
        folds, small = self._tokens.folds, self._marked[use.sentence].words_of("words", "articles")
        first = use.first + (use.last - use.first > 1 and use.first in small)
        return tuple(folds[first : use.last])

    def _may_name(self, use: Use, words: tuple[str, ...]) -> bool:
        """Whether a row of words has letters enough, holds neither a person nor a value, and heads no report or
        vacancy."""
        marked, span = self._marked[use.sentence], set(range(use.first, use.last))
        if use.first == marked.sentence.first and marked.has("contexts", *NONE):
            return False
        if sum(map(len, words)) < LEAST_LETTERS or not any(word.isalpha() for word in words):
            return False
        if span <= marked.words_of("nouns", "project") | marked.words_of("words", "articles"):
            return False
        if use.sort != "Quote" and (self._is_another(marked, use) or self._opens_with_role(marked, use)):
            return False
        known = (m for m in (*marked.concepts, *marked.mentions) if m.entry is not None or m.kind == "Country")
        if use.sort != "Quote" and span <= self._small(marked).union(*(range(m.first, m.last) for m in known)):
            return False  # "Refugees in Malta"
        small = marked.words_of("words", "stop") - marked.words_of("words", "articles")
        if use.first in small and use.sort not in ("Quote", "Project", TITLE):
            return False
        text = self._tokens.surface(use.first, use.last)
        if len(words) <= LONGEST_LABEL and self._language.fields.fit(text) >= 1:
            return False
        inside = (m for m in marked.mentions if m.first < use.last and use.first < m.last)
        return not any(m.kind == "Person" or (m.kind in NEVER and m.first <= use.first) for m in inside)

    def _opens_with_role(self, marked: Marked, use: Use) -> bool:
        """Whether a row of words begins with a person's role ("Leiterin der Schule")."""
        roles = marked.words_of("nouns", "roles") | marked.words_of("nouns", "functions")
        return use.sort not in (TITLE, PIECE) and use.first in roles

    def _is_another(self, marked: Marked, use: Use) -> bool:
        """Whether a noun for a body or a publication heads a name, and none for what projects are ("club", "house")."""
        ends = {use.first, use.last - 1}
        return bool(ends & marked.words_of("nouns", *OTHER_HEADS) - marked.words_of("nouns", *OWN_HEADS))

    def _named(self) -> Iterator[Use]:
        """The uses of names and quotations that the grammar of names found."""
        for index, marked in enumerate(self._marked):
            for m in marked.mentions:
                if m.kind in NAMES and m.name and m.kind != "Person":
                    yield Use(index, m.first, m.last, m.kind, m.entry is not None)

    def is_head(self, index: int) -> bool:
        """Whether a line is a title, a heading or one of the first lines, and no sentence."""
        if index >= len(self._marked) or self._marked[index].sentence.field is not None:
            return False
        marked = self._marked[index]
        kind = self._document.blocks[marked.sentence.block].kind
        text = self._tokens.text[marked.sentence.span.start : marked.sentence.span.end].rstrip()
        plain = self.rank(index) < FIRST_LINES and kind in TEXT and not text.endswith(tuple(".!?…:;,"))
        return (kind in HEADS or plain) and marked.sentence.last - marked.sentence.first <= LONGEST_TITLE

    def _titles(self) -> Iterator[Use]:
        """Titles and headings, their parts between dashes and colons, and what begins with a capital inside them."""
        for index, marked in enumerate(self._marked):
            if not self.is_head(index) or marked.sentence.first >= marked.sentence.last:
                continue
            first, last = marked.sentence.first, marked.sentence.last
            yield Use(index, first, last, TITLE)
            cuts = [i for i in range(first + 1, last) if _PARTS & set(self._tokens.gap(i).strip())]
            for at, end in pairwise([first, *cuts, last]):
                if (at, end) != (first, last):
                    yield Use(index, at, end, PIECE)
                yield from self._inside(index, marked, at, end)

    def _inside(self, index: int, marked: Marked, first: int, last: int) -> Iterator[Use]:
        """What begins with a capital behind the first word of a part of a title, to the part's end; and what stands
        behind a project noun there."""
        if self._language.lexicon.capitalised_nouns:
            return
        nouns = {c.last for c in marked.cues_of("nouns", "project")}
        for at in range(first + 1, last):
            if self._tokens.shapes[at] != LOWER and (self._tokens.shapes[at - 1] == LOWER or at in nouns):
                yield Use(index, at, last, PIECE)

    def _rows(self) -> Iterator[Use]:
        """Rows of two or more words that begin with a capital, go on in lower case and come again so."""
        starts: dict[str, list[tuple[int, int]]] = {}
        shapes, folds = self._tokens.shapes, self._tokens.folds
        for index, marked in enumerate(self._marked):
            if marked.sentence.field is not None:
                continue
            for at in range(marked.sentence.first, marked.sentence.last - 1):
                if shapes[at] in (CAPITAL, UPPER, MIXED) and len(folds[at]) >= LEAST_LETTERS:
                    starts.setdefault(folds[at][:LEAST_LETTERS], []).append((index, at))
        for same in starts.values():
            for one in same if len(same) > 1 else ():
                if end := max(self._common(one, other) for other in same if other is not one):
                    yield Use(one[0], one[1], end, ROW)

    def _grown(self) -> Iterator[Use]:
        """Names of one plain word with the words in lower case behind them, up to a verb or punctuation."""
        titles = SentenceCase(self._tokens, self._language)
        for index, marked in enumerate(self._marked):
            for mention in marked.mentions:
                if mention.kind == "Name" and (title := titles.title(marked, mention)) is not None:
                    yield Use(index, title.first, title.last, ROW)

    def _spans(self) -> Iterator[Use]:
        """Rows of capitalised words that small words join ("Paths of Light", "Voces que Cuentan")."""
        shapes, name = self._tokens.shapes, (CAPITAL, UPPER, MIXED)
        for index, marked in enumerate(self._marked):
            sentence, small = marked.sentence, self._small(marked)
            at = sentence.first
            while at < sentence.last:
                last = at + 1
                while shapes[at] in name and (end := self._past_small(last, sentence.last, small)):
                    last = end
                if any(i in small and shapes[i] == LOWER for i in range(at, last)) and last - at <= LONGEST_SPAN:
                    yield Use(index, at, last, SPAN)
                at = last

    def _past_small(self, at: int, end: int, small: frozenset[int]) -> int:
        """Behind the next capitalised word of a row, at most a few small words away; 0 if the row is over."""
        shapes = self._tokens.shapes
        for last in range(at, min(at + SMALL_WORDS + 1, end)):
            if self._parted(last):
                return 0
            if shapes[last] in (CAPITAL, UPPER, MIXED) or (shapes[last] == NUMBER and last == at):
                return last + 1
            if last not in small:
                return 0
        return 0

    def _openings(self) -> Iterator[Use]:
        """What opens a sentence, up to a comma, bracket or verb ("Voix mêlées, …", "Shared tables is …")."""
        for index, marked in enumerate(self._marked):
            first, end = marked.sentence.first, marked.sentence.last
            if marked.sentence.field is not None or end - first < 4 or self._tokens.shapes[first] == LOWER:
                continue
            if first in marked.words_of("words", "articles") or first in marked.words_of("nouns", "coreference"):
                continue
            verbs = marked.words_of("words", "copula") | marked.words_of("words", "after_title")
            last = next((i for i in range(first + 1, end) if i in verbs or self._parted(i)), end)
            if 1 < last - first <= LONGEST_OPENING and last < end:
                yield Use(index, first, last, OPENING)

    def _small(self, marked: Marked) -> frozenset[int]:
        """The words of a sentence that stand in lower case inside a title."""
        cues = marked.cues_of("words", *_SMALL)
        return frozenset(i for c in cues for i in range(c.first, c.last) if self._tokens.shapes[i] == LOWER)

    def _common(self, one: tuple[int, int], two: tuple[int, int]) -> int:
        """Where the row of words ends that stands at both places, but for endings; 0 if it is too short for a name."""
        tokens, a, b = self._tokens, one[1], two[1]
        if abs(a - b) < 2:
            return 0
        sentences = self._marked[one[0]].sentence, self._marked[two[0]].sentence
        most, size = min(sentences[0].last - a, sentences[1].last - b, LONGEST_ROW), 0
        while size < most and alike(tokens.folds[a + size], tokens.folds[b + size]):
            if size and (self._parted(a + size) or self._parted(b + size)):
                break
            size += 1
        small = self._small(self._marked[one[0]])
        while size and (tokens.shapes[a + size - 1] == NUMBER or a + size - 1 in small):
            size -= 1
        content = [i for i in range(a + 1, a + size) if i not in small and tokens.shapes[i] == LOWER]
        return a + size if size > 1 and content else 0

    def _parted(self, at: int) -> bool:
        return self._tokens.barriers[at] or any(c in self._tokens.gap(at) for c in ",.;")
