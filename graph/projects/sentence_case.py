"""Titles in sentence case: how far a project's name goes when only its first word has a capital.

"The project Learning together in the harbour quarters, funded by …": no quotation marks say where the name ends. It
ends at punctuation, at a verb, at the trigger of a fact about bodies, money or time, or where a body is named. A verb
is told from a noun of the title by its place: a trigger's word right after a word with content is a verb, one after a
small word ("for integration") or with the ending of a genitive is a part of the title. Languages whose lexicon lists
no `after_title` words are left alone.
"""

from __future__ import annotations

from graph.marking.appearance import raised_again
from graph.marking.hits import BODY_PROPERTIES
from graph.marking.language import Language
from graph.marking.mentions import VALUE_KINDS, Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, NUMBER, Tokens
from ontology.lexicon import PERIOD

SMALL = ("articles", "and", "of", "joiners", "locative", "negation")
VERBS = ("copula", "completed", "planned", "after_title")
ENDING = BODY_PROPERTIES | {"startDate", "endDate", PERIOD, "budget", "date", "partOf", "follows"}
LAST_VERBS = (("infinitives", ("planned",)), ("participles", ("completed", "copula")))  # and what asks for them
LEAST_CONTENT, LONGEST, ECHO = 2, 26, 3
LOCATED = ("Place", "Country")
ALONE = frozenset({"Organisation", "Fund", "Person", "Project", "Event", "Call"}) | VALUE_KINDS


class SentenceCase:
    """Finds the ends of such titles in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self._tokens = tokens
        self._frames = language.frames
        self._able = bool(language.lexicon.words.get("after_title")) and not language.lexicon.capitalised_nouns

    def titled(self, marked: Marked, first: int) -> Mention | None:
        """The project whose title begins at word `first`, right behind a word for "entitled": it ends at punctuation or
        a verb, and may name bodies, countries and towns."""
        tokens = self._tokens
        if not self._able or first >= marked.sentence.last or tokens.shapes[first] in (LOWER, NUMBER):
            return None
        last = self._titled_end(marked, first)
        if last - first < LEAST_CONTENT or last - first > LONGEST or not self._ends_surely(marked, last):
            return None
        if all(tokens.shapes[i] != LOWER for i in range(first, last)):
            return None
        return Mention("Project", first, last, tokens.surface(first, last), defined=True)

    def registered(self, marked: Marked, first: int) -> Mention | None:
        """The project whose title begins at word `first` behind a code and a dash, if it holds commas and an owner
        behind a comma ends it ("project AB-12 – Desks, ramps and doors, of the Kredo Foundation, aims …")."""
        tokens = self._tokens
        small = marked.words_of("words", "of") | marked.words_of("words", "articles")
        verbs = {c.first for c in marked.cues_of("words", *VERBS)}
        for at in range(first + 1, min(first + LONGEST, marked.sentence.last - 1)):
            if at in verbs or any(c in tokens.gap(at) for c in ".;:("):
                return None
            if tokens.gap(at).strip() == "," and at in small:
                owner = at + 1 if tokens.shapes[at + 1] != LOWER else at
                name = tokens.surface(first, at)
                if owner > at:
                    several = "," in name and tokens.shapes[first] == CAPITAL
                    return Mention("Project", first, at, name, defined=True) if several else None
        return None

    def _titled_end(self, marked: Marked, first: int) -> int:
        tokens, small = self._tokens, self.small(marked)
        halts = self._halts(marked, small) | self._clauses(marked)
        values = {m.first for m in marked.mentions if m.kind in VALUE_KINDS}
        last = first + 1
        while last < marked.sentence.last and last not in halts and last not in values:
            if tokens.barriers[last] or self._parted(last):
                break
            last += 1
        while last > first and last - 1 in small and not self._shut(marked, last):
            last -= 1
        return last

    def title(self, marked: Marked, mention: Mention) -> Mention | None:
        """The project that a name of one plain word beside a project noun begins, if the name goes on in lower case;
        where that word is a town or country, only if the whole row stands elsewhere, too."""
        tokens, at = self._tokens, mention.last
        located = mention.kind in LOCATED
        plain = (mention.kind in ("Name", "Project") or located) and at - mention.first == 1
        if not plain or tokens.shapes[mention.first] != CAPITAL or not self._able:
            return None
        if at >= marked.sentence.last or tokens.shapes[at] != LOWER or set(tokens.gap(at)) & set("’'”»"):
            return None
        last = self.end(marked, mention.first, at)
        if last is None or (located and not raised_again(self._tokens, mention.first, last)):
            return None
        return Mention("Project", mention.first, last, tokens.surface(mention.first, last), defined=True)

    def end(self, marked: Marked, first: int, rest: int) -> int | None:
        """Where the title that begins at word `first` ends (exclusive), if what follows from word `rest` on is a part
        of it; else None."""
        small = self.small(marked)
        if last := self._idiom(marked, first, rest, small):
            return last
        last = self.stop(marked, first, rest)
        closed = self._shut(marked, last)
        while last > rest and not closed and (last - 1 in small or self._tokens.shapes[last - 1] == NUMBER):
            last -= 1
        content = [i for i in range(rest, last) if i not in small and self._tokens.shapes[i] == LOWER]
        if content and self._common(first, last):
            return last
        if last - rest == 2 and rest in small and last - 1 in marked.words_of("words", "stop") - small:
            return last if rest - first == 1 and self._ends_surely(marked, last) else None  # "Light for all helps …"
        least = 1 if self._ends_surely(marked, last) else LEAST_CONTENT
        if len(content) < least or last - first > LONGEST or content[0] - rest > 3:
            return None
        if rest in small and not self._joined(marked, rest) and not self._closed(marked, first, last):
            return None
        return last

    def small(self, marked: Marked) -> set[int]:
        """The small words of a sentence: articles, conjunctions, prepositions; not the nouns that join names of bodies
        in some languages ("Základní škola …")."""
        nouns = {c.first for c in marked.cues_of("nouns", "organisation", "houses")}
        return {i for c in marked.cues_of("words", *SMALL) for i in range(c.first, c.last)} - nouns

    def _idiom(self, marked: Marked, first: int, rest: int, small: set[int]) -> int | None:
        """Where a title ends that says one word twice ("Krok za krokem", "Pas cu pas"), if nothing small follows."""
        tokens, stem = self._tokens, self._tokens.folds[first][:ECHO]
        last = rest + 2
        if rest - first != 1 or last > marked.sentence.last or len(stem) < ECHO or last in small:
            return None
        one = not any(tokens.barriers[i] or tokens.gap(i).strip() for i in (rest, rest + 1))
        return last if one and tokens.folds[rest + 1].startswith(stem) else None

    def _ends_surely(self, marked: Marked, last: int) -> bool:
        """Whether punctuation, the end of the sentence or a word that ends titles in any place follows."""
        verbs = {c.first for c in marked.cues_of("words", *VERBS)} | self._infinitives(marked, set())
        return self._shut(marked, last) or last in verbs or last in self._clauses(marked)

    def _clauses(self, marked: Marked) -> set[int]:
        """Where "and" goes on with what else is said of a thing: a verb or a trigger of facts stands right behind."""
        verbs = {c.first for c in marked.cues_of("words", *VERBS, "completed")}
        verbs |= {a.first for a in marked.anchors if self._frames[a.payload.frame].property in BODY_PROPERTIES}
        return {c.first for c in marked.cues_of("words", "and") if c.last in verbs}

    def _shut(self, marked: Marked, at: int) -> bool:
        """Whether the sentence ends before a word, or punctuation stands there; a hyphen within a word is none."""
        if at >= marked.sentence.last or self._tokens.barriers[at]:
            return True
        return self._tokens.gap(at).strip() != "" and self._tokens.gap(at) != "-"

    def _parted(self, at: int) -> bool:
        """Whether a comma or point stands before a word, but for the point of a number: "School 2.0"."""
        gap = self._tokens.gap(at)
        return any(c in gap for c in ",.") and not (gap == "." and self._tokens.shapes[at - 1] == NUMBER)

    def _common(self, first: int, last: int) -> bool:
        """Whether the title's first word is a common one, which the document also writes in lower case, or the whole
        row stands elsewhere with a capital: a name of one word would not go on. A part of an address or a compound
        does not count."""
        tokens = self._tokens
        row = tokens.folds[first:last]
        same = [i for i, word in enumerate(tokens.folds) if word == row[0] and i != first and "-" not in tokens.gap(i)]
        return any(tokens.shapes[i] == LOWER or tokens.folds[i : i + len(row)] == row for i in same)

    def _joined(self, marked: Marked, at: int) -> bool:
        """Whether a small word makes what follows a part of the name: it says neither where nor for whom."""
        cues = {c.payload.category for c in marked.cues_of("words", *SMALL) if c.first == at}
        return "of" in cues or cues == {"joiners"}

    def _closed(self, marked: Marked, first: int, last: int) -> bool:
        """Whether the title ends at punctuation and its first word is not a name that the document uses alone; a
        short one must have a subtitle behind a colon ("Refuge and colour: A thousand hands")."""
        tokens = self._tokens
        alone = sum(
            1
            for i, word in enumerate(tokens.folds)
            if word == tokens.folds[first] and i != first and tokens.shapes[i] != LOWER
        )
        subtitle = last < marked.sentence.last and tokens.gap(last).strip() == ":" and tokens.shapes[last] == CAPITAL
        return self._shut(marked, last) and not alone and (last - first >= 5 or subtitle)

    def stop(self, marked: Marked, first: int, rest: int) -> int:
        """The first word from word `rest` on that cannot be a part of the title that begins at word `first`."""
        tokens, end = self._tokens, marked.sentence.last
        small = self.small(marked)
        concepts = {i for m in marked.concepts for i in range(m.first, m.last)}
        halts = self._halts(marked, small)
        nouns = {i for c in marked.cues_of("words", "title_nouns") for i in range(c.first, c.last)}
        names = {m.first: m for m in marked.mentions if m.first >= rest}
        verbs = self._verbal(marked) - small - concepts - nouns
        for i in range(rest, end):
            if tokens.barriers[i] or self._parted(i) or i in halts:
                return i
            verb = i in verbs and i - 1 not in small
            if verb and not (i == rest and self._shut(marked, i + 1)):  # a verb has an object: "Open towns, …"
                return i
            mention = names.get(i)
            if mention is not None and mention.sure and mention.kind in ALONE:
                return i
            located = mention is not None and mention.kind in LOCATED and tokens.shapes[i] == CAPITAL
            if located and mention is not None and not raised_again(self._tokens, first, mention.last):
                return i
        return end

    def _halts(self, marked: Marked, small: set[int]) -> set[int]:
        """Words that end a title wherever they stand: verbs and pronouns of the closed classes, longer triggers of
        facts about bodies, money and time; other small words unless they follow a preposition ("for all") or stand
        last ("Stronger together, …")."""
        found = {c.first for c in marked.cues_of("words", *VERBS)}
        found |= self._infinitives(marked, small)
        anchors = self._triggers(marked)
        inner = {i for i in small if not self._shut(marked, i + 1)}
        for cue in marked.cues_of("words", "stop"):
            final = self._shut(marked, cue.last) or cue.last in anchors
            if cue.first not in small and cue.first - 1 not in inner and not final:
                found.add(cue.first)
        return found | anchors

    def _infinitives(self, marked: Marked, small: set[int]) -> set[int]:
        """Infinitives that a modal verb before the project noun asks for ("X will in the project Y help …"), and
        participles that an auxiliary there asks for, none behind a small word; languages that put them there list
        them."""
        found: set[int] = set()
        for category, helpers in LAST_VERBS:
            helper = min((c.first for c in marked.cues_of("words", *helpers)), default=marked.sentence.last)
            noun = min((c.first for c in marked.cues_of("nouns", "project") if c.first > helper), default=None)
            verbs = marked.cues_of("words", category) if noun is not None else ()
            found |= {c.first for c in verbs if c.first > (noun or 0) and c.first - 1 not in small}
        return found

    def _triggers(self, marked: Marked) -> set[int]:
        """The first words of longer triggers of facts about bodies, money and time."""
        frames = ((a, self._frames[a.payload.frame]) for a in marked.anchors if a.last - a.first >= 2)
        return {a.first for a, frame in frames if frame.property in ENDING}

    def told(self, marked: Marked) -> set[int]:
        """The verbs right before such triggers ("is | run by"): they end a title wherever they stand."""
        verbs = {c.last: c.first for c in marked.cues_of("words", *VERBS)}
        return {verbs[at] for at in self._triggers(marked) if at in verbs}

    def _verbal(self, marked: Marked) -> set[int]:
        """Words that are verbs where they follow a word with content: triggers of facts about projects."""
        found = {c.first for c in marked.cues_of("contexts", "objective")}
        for anchor in marked.anchors:
            if "Project" in self._frames[anchor.payload.frame].subject:
                found.add(anchor.first)
        return found
