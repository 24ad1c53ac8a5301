"""What stands around the triggers of one sentence: how far mentions are, what parts them, which could fill a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from graph.marking.hits import COERCIBLE, Hit, kinds_of
from graph.marking.language import Language
from graph.marking.lines import told
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import NUMBER, Tokens
from ontology.lexicon import PERIOD, Frame, Shape

NAMES = frozenset({"Project", "Organisation", "Fund", "Call", "Output", "Event", "Policy"})
UNTYPED = frozenset({"Name", "Quote", "Project"})
_QUIET = " -–'’\"“”„«»!?\n"


def fillers(allowed: frozenset[str]) -> frozenset[str]:
    """The kinds of mentions of which one may fill a place that allows some kinds: these, and what may become one."""
    return allowed | UNTYPED if not allowed.isdisjoint(COERCIBLE) else allowed


def describes(marked: Marked, mention: Mention) -> bool:
    """Whether a name only says what kind of project is meant ("the AMIF project LANTERN")."""
    return any(c.first == mention.last for c in marked.cues_of("nouns", "project"))


class Places(NamedTuple):
    """What may stand in the places of a language's frames, by the number of the frame: the kinds that subject and
    object allow, and those that may fill them (`fillers`)."""

    subjects: tuple[frozenset[str], ...]
    objects: tuple[frozenset[str], ...]
    fillers: tuple[tuple[frozenset[str], frozenset[str]], ...]


@lru_cache(maxsize=64)
def places_of(language: Language) -> Places:
    """The places of a language's frames."""
    objects = tuple(kinds_of(f.object, f.property == PERIOD) for f in language.frames)
    subjects = tuple(kinds_of(f.subject, False) for f in language.frames)
    return Places(subjects, objects, tuple((fillers(s), fillers(o)) for s, o in zip(subjects, objects, strict=True)))


def part_of_name(marked: Marked, first: int, last: int, concepts: bool) -> bool:
    """Whether the words of a trigger are part of a body's name ("European Funds Unit"); where it asks for no concepts,
    also of other names ("Partner for Arrival"), but for the first word of a body's that no vocabulary holds."""
    named = [m for m in marked.mentions if m.sure and m.name and m.kind in NAMES]
    if any(m.kind == "Organisation" and m.first < first and last < m.last for m in named):
        return True
    guessed = {id(m) for m in named if m.kind == "Organisation" and m.entry is None}  # it may begin with a verb
    return not concepts and any(m.first + (id(m) in guessed) <= first and last <= m.last for m in named)


def begins_longer(marked: Marked, language: Language, frame: Frame, first: int, last: int) -> bool:
    """Whether the words of a trigger's later part begin a longer trigger for the same property with a body right behind
    it: the second verb of "hat X gestartet, | gefördert von Y" is not what X has done."""
    bodies = {m.first for m in marked.mentions if m.kind in ("Organisation", "Fund", "Name")}
    longer = [a for a in marked.anchors if a.first == first and a.last > last and a.payload.after == ("o",)]
    longer = [a for a in longer if not {*a.payload.before} - {"s"} and bodies & {a.last, a.last + 1}]
    return any(language.frames[a.payload.frame].property == frame.property for a in longer)


def month_before(tokens: Tokens, months: Set[str], mention: Mention, at: int) -> bool:
    """Whether another day, without a year, stands between a word and a date ("starts on 1 May and ends on 2 June")."""
    dated = mention.kind in ("date", "period")
    return dated and any(tokens.folds[i] in months for i in range(at, mention.first))


def in_aside(tokens: Tokens, marked: Marked, body: Mention, hit: Hit) -> bool:
    """Whether what a trigger says stands between two commas in an apposition of a body, with no project there and one
    behind ("the Kredo Foundation, a network backed by the Omnia Trust, | runs the LANTERN project")."""
    first, last = min(hit.first, hit.object.first), max(hit.last, hit.object.last)
    apposed = body.last in marked.words_of("words", "indefinite") and tokens.gap(body.last).strip() == ","
    if not apposed or not first < last < marked.sentence.last:
        return False
    closed = tokens.gap(last).strip() == "," and not any("," in tokens.gap(i) for i in range(body.last + 1, first + 1))
    nouns = [cue.first for cue in marked.cues_of("nouns", "project")]
    nouns += [mention.first for mention in marked.mentions if mention.kind == "Project"]
    inside = any(body.last <= noun < last for noun in nouns)
    return closed and not inside and any(noun >= last for noun in nouns)


def names_no_one(marked: Marked, mention: Mention) -> bool:
    """Whether a body's name only begins what is no body in particular ("EU countries")."""
    general = marked.cues_of("nouns", "generic_bodies")
    return any(c.first == mention.first and c.last > mention.last for c in general)


class Surroundings:
    """One sentence as its frames are matched; its mentions must not change meanwhile."""

    def __init__(self, tokens: Tokens, marked: Marked) -> None:
        self._tokens = tokens
        self._marked = marked
        self._first = marked.sentence.first
        self._words: list[int] = []  # counted when first asked for: most sentences hold no trigger that may be filled
        self._stops: list[int] = []
        self._places = _outermost([*marked.mentions, *marked.concepts])

    def pointed_across(self, first: int, at: int) -> Mention | None:
        """The pointer to a project whose article, or all of whose words, a trigger from word `first` to before `at`
        took behind its own noun ("Träger des | Vorhabens")."""
        found = (m for m in self._marked.mentions if m.kind == "Project" and not m.name and m.last - m.first > 1)
        return next((m for m in found if first < m.first < at <= m.last), None)

    def distance(self, first: int, last: int) -> int:
        """Words between two positions; articles, the inner words of mentions and nouns that call a body what it is left
        out ("by the community organisation “X”")."""
        if first >= last:
            return 0
        if not self._words:
            inner = {i for m in self._marked.mentions for i in range(m.first + 1, m.last)}
            named = {m.first for m in self._marked.mentions}
            nouns = self._marked.cues_of("nouns", "lowercase_organisation")
            inner |= {i for c in nouns for i in range(c.first + (c.last not in named), c.last)}
            uncounted = inner | self._marked.words_of("words", "articles")
            counted = [i not in uncounted for i in range(self._first, self._marked.sentence.last)]
            self._words = [0, *accumulate(counted)]
        return self._words[last - self._first] - self._words[first - self._first]

    def broken(self, first: int, last: int, tight: bool) -> bool:
        """Whether a semicolon stands between, or, if `tight`, any punctuation but quotation marks and hyphens."""
        if first > last:
            return False
        if tight:
            end = min(last + 1, len(self._tokens.starts))
            return any(self._tokens.gap(i).strip(_QUIET) for i in range(first, end))
        if not self._stops:
            gaps = range(self._first, min(self._marked.sentence.last + 1, len(self._tokens.starts)))
            self._stops = [0, *accumulate([";" in self._tokens.gap(i) for i in gaps])]
        end = min(last + 1 - self._first, len(self._stops) - 1)
        return self._stops[end] > self._stops[first - self._first]

    def leaves_clause(self, first: int, last: int) -> bool:
        """Whether nothing but "with" and small words stand between a verb and a thing ("coordinates | with the project
        X"), or a comma and a verb lead into another clause ("manages the fund in Cyprus, | said X was …")."""
        marked, verbs = self._marked, told(self._marked)
        nouns = marked.words_of("words", "articles") | marked.words_of("nouns", "project")
        if first in marked.words_of("words", "comitative") and nouns.issuperset(range(first + 1, last)):
            return True
        return any("," in self._tokens.gap(i) and i in verbs for i in range(first + 1, last))

    def attributive(self, first: int, last: int) -> bool:
        """Whether an article with a preposition right behind it stands between: what follows belongs to a participle
        ("startet | das von der Kredo Stiftung geförderte Projekt")."""
        articles = self._marked.words_of("words", "articles") - self._marked.words_of("words", "indefinite")
        small = self._marked.words_of("words", "locative") | self._marked.words_of("words", "of")
        pairs = (i for i in range(first, last - 1) if i in articles and i + 1 in small - articles)
        return any(not self._tokens.gap(i).strip() and not self._tokens.gap(i + 1).strip() for i in pairs)

    def another_role(self, first: int, last: int) -> bool:
        """Whether "and" stands between a person and a role: the role is somebody else's ("A, and the head of B, C")."""
        return any(first <= c.first and c.last <= last for c in self._marked.cues_of("words", "and"))

    def past_strand(self, pool: Sequence[Mention]) -> list[Mention] | None:
        """Where the first of some mentions is a part of a fund and no body ("measure 2.d of the Fund"): the known funds
        among them; else None."""
        if not self.is_strand(pool[0]):
            return None
        return [m for m in pool if m.kind == "Fund" and m.entry is not None]

    def is_strand(self, mention: Mention) -> bool:
        """Whether a name of unknown class begins with a noun for parts of funds ("Measure 2"), or stands behind one and
        its number ("measure 2 Housing")."""
        at, tokens = mention.first, self._tokens
        numbered = at > self._first + 1 and tokens.shapes[at - 1] == NUMBER and not tokens.gap(at).strip(" :")
        nouns = self._marked.cues_of("nouns", "strand")
        return mention.kind == "Name" and any(c.first == at or (numbered and c.last == at - 1) for c in nouns)

    def leaves_bracket(self, first: int, last: int) -> bool:
        """Whether a bracket that the trigger stands in is closed before a position: it governs nothing beyond."""
        text = self._tokens.text[self._tokens.ends[first - 1] if first else 0 : self._tokens.starts[last]]
        return text.find(")") >= 0 and not -1 < text.find("(") < text.find(")")

    def to_the_end(self, pool: list[Mention], at: int) -> list[Mention]:
        """The mentions of a pool from a word to the end of the sentence, but not across a semicolon or a negation."""
        stop, span = self._marked.sentence.last, self._marked.sentence.span
        parted = self._tokens.text.find(";", self._tokens.ends[at - 1], span.end) >= 0
        if parted and not all(m.kind in ("Place", "Country") for m in pool):
            stop = next((i for i in range(at + 1, stop) if ";" in self._tokens.gap(i)), stop)
        negations = [c.first for c in self._marked.cues_of("words", "negation") if c.first >= at]
        stop = min([stop, *negations])
        return [m for m in pool if m.first < stop]

    def may_fill(
        self,
        shape: Shape,
        first: int,
        last: int,
        subjects: frozenset[str],
        objects: frozenset[str],
        unsaid: bool = False,
    ) -> bool:
        """Whether each place of a shape has at least one mention on its side of the anchor `first` to `last` of a kind
        that may fill it (`fillers`), but for a subject before it that may be `unsaid`; where not, the frame cannot be
        there."""
        for place in shape.before:
            if unsaid and place == "s":
                continue
            kinds = subjects if place == "s" else objects
            for kind, (end, _) in self._places.items():
                if end <= first and kind in kinds:
                    break
            else:
                return False
        for part in shape.after:
            if not isinstance(part, frozenset):
                if part == "s" and self.pointed_across(first, last) is not None:
                    continue
                kinds = subjects if part == "s" else objects
                for kind, (_, start) in self._places.items():
                    if start >= last and kind in kinds:
                        break
                else:
                    return False
        return True


def _outermost(mentions: Iterable[Mention]) -> dict[str, tuple[int, int]]:
    """By kind (also a second kind that a head noun allows): where the first mention ends and where the last starts."""
    found: dict[str, tuple[int, int]] = {}
    for mention in mentions:
        for kind in {mention.kind, mention.alternative} if mention.alternative else (mention.kind,):
            end, start = found.get(kind, (mention.last, mention.first))
            found[kind] = min(end, mention.last), max(start, mention.first)
    return found


def side_by_side(tokens: Tokens, marked: Marked) -> Iterator[tuple[Mention, Mention, int]]:
    """Mentions that follow one another, with the word from which their distance counts: behind the first, or behind
    the code that opens a bracket there ("LANTERN (no. 2022-1-EL01, May 2022 – June 2024)")."""
    for at, one in enumerate(marked.mentions[:-1]):
        two = marked.mentions[at + 1]
        yield one, two, one.last
        coded = two.kind == "code" and at + 2 < len(marked.mentions) and tokens.gap(two.last).strip(" ,;") == ""
        if coded and "(" in tokens.text[tokens.ends[one.last - 1] : tokens.starts[two.first]]:
            yield one, marked.mentions[at + 2], two.last
