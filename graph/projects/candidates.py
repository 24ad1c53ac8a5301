"""Names of unknown class that turn out to be projects: by what is said of them.

Each use of a name gives points: what is said of it (`graph.projects.said`), where it stands, what stands beside it; to
be a title or heading, or to come back often, helps. Weights were set on the development set.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from graph.marking.language import Language
from graph.marking.lines import of_call
from graph.marking.mentions import Marked, Mention
from graph.marking.scanned import Scanned
from graph.marking.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER, Tokens
from graph.model import Document
from graph.names.generic import only_heads
from graph.projects.announced import led
from graph.projects.headlines import cut_after, introduces
from graph.projects.parts import is_about
from graph.projects.said import FRAME, NOUN, OF_BODIES, Said
from graph.projects.subjects import borne_by_activity, is_forerunner
from graph.projects.titles import without_article

PLACE_OF_HONOUR, ENOUGH = 2, 3
LONG_NUMBER = 5  # digits
LONGEST_BODY = 18  # words of a body's name between its noun and its acronym
HEADS = frozenset({"title", "heading"})


@dataclass(slots=True)
class Evidence:
    """What speaks for a name being a project's; `shortened`: it stands in quotation marks with its acronym behind."""

    mentions: list[Mention] = field(default_factory=list)
    strong: int = 0
    honour: int = 0
    told: bool = False
    shortened: bool = False

    def points(self) -> int:
        """The sum; a name needs something said of it or a place of honour, not frequency alone."""
        return self.strong + self.honour + (2 if len(self.mentions) >= 4 else 1 if len(self.mentions) >= 2 else 0)


class Candidates(Scanned):
    """Weighs the names of one document."""

    def __init__(self, document: Document, tokens: Tokens, language: Language, marked: list[Marked]) -> None:
        super().__init__(document, tokens, language, marked)
        self._next: Marked | None = None
        self._named = False
        self._headings: frozenset[tuple[str, ...]] = frozenset()
        self._said = Said(document, tokens, language, marked)
        self._articles = language.folded("words", "articles")
        self._nouns = language.folded("nouns", "project") if not language.lexicon.capitalised_nouns else frozenset()

    def promote(self, barred: frozenset[str]) -> None:
        """Make Project mentions of the names that come out as projects; `barred` are folded names that are known to
        be others'."""
        found: dict[str, Evidence] = defaultdict(Evidence)
        self._named = self._names_one()
        self._headings = self._told_headings()
        if any(m.kind == "Quote" and self._begins_heading(m) for s in self._marked for m in s.mentions):
            self._headings = frozenset()  # the heading that names it is another: "Lantern: the club takes stock"
        for index, marked in enumerate(self._marked):
            self._next = self._marked[index + 1] if index + 1 < len(self._marked) else None
            for mention in marked.mentions if marked.sentence.field is None else ():
                if mention.kind in ("Name", "Quote") or (
                    mention.kind == "Project" and mention.name and not mention.sure
                ):
                    key = without_article(mention.name, self._articles)
                    if key not in barred and len(key) > 2 and not self._common(marked, mention):
                        self._weigh(found[key], marked, mention)
        promoted = False
        for evidence in found.values():
            first = evidence.mentions[0]
            least = FRAME if first.kind == "Quote" else ENOUGH if self._distinct(first) else ENOUGH + NOUN
            if (
                evidence.points() >= least
                and evidence.strong + evidence.honour >= 2
                and (evidence.strong > 0 or (evidence.strong == 0 and evidence.told))
            ):
                self._accept(evidence)
                promoted = True
            elif evidence.strong < 0:
                self._demote(evidence)
        if not promoted and self._speaks_of_one():
            self._second_best(list(found.values()))

    def _common(self, marked: Marked, mention: Mention) -> bool:
        """Whether a name is a word of the vocabulary ("TCN") or stands for bodies in general ("Member States")."""
        kind = self._document.blocks[marked.sentence.block].kind
        labels = marked.cues_of("contexts", "generic_headings") if kind in ("title", "heading") else ()
        if any(mention.first < c.first and c.last == mention.last for c in labels):  # "DEVELOPMENT AND OBJECTIVES"
            return True
        if any(c.first <= mention.first and mention.last <= c.last and c.last - c.first > 1 for c in labels):
            return True  # "Summary of the Action"
        strands, at = {c.last for c in marked.cues_of("nouns", "strand")}, mention.first
        numbered = at - 1 in strands and self._tokens.shapes[at - 1] == NUMBER
        if at in strands or numbered or is_about(self._tokens, marked, at, mention.last):
            return True  # "Obiettivo Nazionale 3 “Capacity building”"
        concepts = [(m.first, m.last) for m in marked.concepts if m.kind in ("BeneficiaryGroup", "ActivityType")]
        generic = [(c.first, c.last) for c in marked.cues_of("nouns", "generic_bodies")]
        if "(" in self._tokens.gap(mention.first) and any(
            m.last == mention.first and m.kind == "Person" for m in marked.mentions
        ):
            return True  # a person's party
        if mention.kind == "Name" and (of_call(marked, mention) or self._labels_number(marked, mention)):
            return True
        bodies = {c.last for c in marked.cues_of("nouns", "organisation", "generic_bodies", "lowercase_organisation")}
        if mention.kind == "Name" and mention.first in bodies and "(" in self._tokens.gap(mention.first):
            return True  # "the working groups (WoGs)"
        if mention.kind in ("Name", "Quote") and only_heads(marked, mention.first, mention.last):
            return True
        return mention.kind == "Name" and (
            self._of_body(marked, mention)
            or any(first <= mention.first and mention.last <= last for first, last in (*concepts, *generic))
        )

    def _labels_number(self, marked: Marked, mention: Mention) -> bool:
        """Whether a long number stands right behind a name: "code SMIS 308812"."""
        at = mention.last
        number = at < marked.sentence.last and self._tokens.folds[at].isdigit() and not self._tokens.gap(at).strip()
        return number and len(self._tokens.folds[at]) >= LONG_NUMBER

    def _of_body(self, marked: Marked, mention: Mention) -> bool:
        """Whether a name is a body's that its noun calls one: "the community organisation X", or the acronym in the
        bracket behind a noun with a capital and small words: "the Network against trafficking and abuse (X)"."""
        tokens, at = self._tokens, mention.first
        if "(" in tokens.gap(at):
            heads = {c.last - 1 for c in marked.cues_of("nouns", "organisation")}
            back = range(at - 1, max(marked.sentence.first, at - LONGEST_BODY), -1)
            capital = next((i for i in back if tokens.shapes[i] != LOWER), None)
            return tokens.shapes[at] == UPPER and capital in heads and at - 1 != capital
        nouns = {c.last for c in marked.cues_of("nouns", "lowercase_organisation")}
        adjectives = marked.words_of("words", "name_adjectives")
        described = at - 1 in adjectives and at - 1 in nouns and not tokens.gap(at - 1).strip()
        return not tokens.gap(at).strip() and described and tokens.shapes[at - 1] == LOWER

    def _opens_heading(self, marked: Marked, mention: Mention) -> bool:
        """Whether nothing but small words, a project noun or a number stands before a name."""
        cues = (*marked.cues_of("words", "articles", "of"), *marked.cues_of("nouns", "project"))
        small = {i for c in cues for i in range(c.first, c.last)}
        before = range(marked.sentence.first, mention.first)
        return len(before) <= 2 and all(i in small or self._tokens.shapes[i] == NUMBER for i in before)

    def _demote(self, evidence: Evidence) -> None:
        """A name with a project noun that does what bodies do ("Initiative X coordinates …") is no project's,
        unless the text calls it the project ("Das Projekt X supports …", "X-hanke supports …")."""
        for marked in self._marked:
            called = {i for c in marked.cues_of("nouns", "coreference") for i in range(c.first, c.last)}
            if any(m in evidence.mentions and called & {*range(m.first, m.last)} for m in marked.mentions):
                return
        for mention in evidence.mentions:
            if mention.kind == "Project":
                mention.kind, mention.defined, mention.sure = "Name", False, False

    def _accept(self, evidence: Evidence) -> None:
        for mention in evidence.mentions:
            mention.kind, mention.defined, mention.sure = "Project", True, True

    def _speaks_of_one(self) -> bool:
        """Whether the document says "the project" but names none so far."""
        return not self._names_one() and any(s.has("nouns", "coreference") for s in self._marked)

    def _names_one(self) -> bool:
        """Whether the document names a project so far, and not only as a forerunner of its own."""
        named = ((s, m) for s in self._marked for m in s.mentions if m.kind == "Project" and m.name and m.defined)
        return any(not is_forerunner(s, m, self._language) for s, m in named)

    def _second_best(self, found: list[Evidence]) -> None:
        """Take the name that most speaks for being the project that the document means; a tie takes none."""
        fit = [e for e in found if e.told and e.strong >= 0 and e.points() >= 2 and self._stands_out(e)]
        fit = [e for e in fit if e.strong > 0 or e.honour > 0]  # to come back often is not enough: partners do, too
        fit = [e for e in found if e.told and e.strong >= 0 and e.shortened] or fit
        fit.sort(key=lambda e: -e.points())
        if fit and (len(fit) == 1 or fit[0].points() > fit[1].points()):
            self._accept(fit[0])

    def _stands_out(self, evidence: Evidence) -> bool:
        """Whether a name is quoted, in capitals or a title's: not just a few capitalised words, as bodies have."""
        first = evidence.mentions[0]
        marked = first.kind == "Quote" or self._tokens.shapes[first.first] in (UPPER, MIXED)
        return self._distinct(first) and (marked or evidence.honour > 0)

    def _distinct(self, mention: Mention) -> bool:
        """Whether a name is more than one plain capitalised word."""
        return (
            mention.kind == "Quote"
            or mention.last - mention.first > 1
            or self._tokens.shapes[mention.first] in (UPPER, MIXED)
        )

    def _weigh(self, evidence: Evidence, marked: Marked, mention: Mention) -> None:
        kind = self._document.blocks[marked.sentence.block].kind
        evidence.mentions.append(mention)
        evidence.told = evidence.told or kind not in ("title", "heading", "navigation")
        evidence.shortened = evidence.shortened or self._is_shortened(mention)
        whole = mention.last - mention.first >= 0.6 * (marked.sentence.last - marked.sentence.first)
        begins = self._opens_heading(marked, mention) and not introduces(marked, mention)
        if kind in ("title", "heading") and (whole or (begins and cut_after(self._tokens, marked, mention))):
            evidence.honour = max(evidence.honour, PLACE_OF_HONOUR)
        elif (kind in ("title", "heading") and mention.kind == "Quote") or (
            kind == "navigation" and mention.last == marked.sentence.last and mention.last - mention.first > 1
        ):
            evidence.honour = max(evidence.honour, 1)
        told = mention.kind == "Quote" and kind in ("prose", "item")
        if told and (self._echoes_title(mention) or self._says(mention)):
            evidence.strong += NOUN
        if kind in ("prose", "item", "record"):
            evidence.strong += self._said.points(marked, mention)
        elif kind in ("title", "heading"):
            given = mention.kind == "Quote" and led(marked, mention, self._language)  # "X gets 90,000 kr for “Y”"
            evidence.told = evidence.told or given
            evidence.strong += NOUN if given else min(self._said.points(marked, mention), 0)
        following = marked.mentions + (
            self._next.mentions if self._next and mention.last == marked.sentence.last else []
        )
        if mention.kind == "Quote" and any(m.kind == "code" and 0 <= m.first - mention.last <= 3 for m in following):
            evidence.strong += NOUN
        named = any(m.kind == "Project" and m.name and m.defined for m in marked.mentions)
        ends = mention.last == marked.sentence.last and self._distinct(mention) and not named
        ends = ends and (begins or kind not in ("title", "heading"))
        if ends and self._points_back(self._next) and not self._speaks(marked, mention):
            evidence.strong += FRAME
        said = kind in HEADS and self._named  # a heading in quotation marks may be what somebody says
        if mention.kind == "Quote" and not said and not self._speaks(marked, mention) and self._heads_text(mention):
            evidence.strong += NOUN
        if not self._named and borne_by_activity(self._tokens, marked, mention):
            evidence.strong += FRAME
        label = " ".join(self._tokens.folds[marked.sentence.first : mention.first])
        if mention.kind == "Quote" and label and self._language.fields.property_of(label) == "title":
            evidence.strong += NOUN

    def _is_shortened(self, mention: Mention) -> bool:
        """Whether a name in quotation marks has its acronym right behind: “Centre for Arrival” (CFA)."""
        at = mention.last
        if mention.kind != "Quote" or at >= len(self._tokens.shapes) or self._tokens.shapes[at] not in (UPPER, MIXED):
            return False
        bracket = self._tokens.gap(at).rstrip().endswith("(")
        return bracket and self._tokens.text[self._tokens.ends[at] :][:1] == ")"

    def _told_headings(self) -> frozenset[tuple[str, ...]]:
        """The folded words of each heading, in a text that says "the project"."""
        if not any(s.has("nouns", "coreference") for s in self._marked):
            return frozenset()
        headings = (s.sentence for s in self._marked if self._document.blocks[s.sentence.block].kind in HEADS)
        return frozenset(tuple(self._tokens.folds[s.first : s.last]) for s in headings)

    def _heads_text(self, mention: Mention) -> bool:
        """Whether a quotation of several words is the whole of a heading, in a text that says "the project"."""
        words = tuple(self._tokens.folds[mention.first : mention.last])
        return len(words) > 1 and words in self._headings

    def _speaks(self, marked: Marked, mention: Mention) -> bool:
        """Whether a quotation holds a finite verb: somebody speaks, nothing is named."""
        verbs = marked.cues_of("words", "after_title", "copula")
        return mention.kind == "Quote" and any(mention.first < c.first < mention.last for c in verbs)

    def _says(self, mention: Mention) -> bool:
        """Whether a quotation ends in a project noun with a capital: “Help on the Way Programme”."""
        ends = self._tokens.folds[mention.last - 1] in self._nouns and mention.last - mention.first > 2
        return ends and self._tokens.shapes[mention.last - 1] == CAPITAL and mention.entry is None

    def _echoes_title(self, mention: Mention) -> bool:
        """Whether a quotation has most of its words from a title or heading, or one begins with it and a colon."""
        words = set(self._tokens.folds[mention.first : mention.last])
        if len(words) < 4:
            return self._begins_heading(mention)
        for marked in self._marked:
            if self._document.blocks[marked.sentence.block].kind in ("title", "heading"):
                heading = set(self._tokens.folds[marked.sentence.first : marked.sentence.last])
                if len(words & heading) >= 0.6 * len(words | heading):
                    return True
        return self._begins_heading(mention)

    def _begins_heading(self, mention: Mention) -> bool:
        """Whether a heading begins with the words of a quotation, of several words, and goes on behind a colon."""
        row = self._tokens.folds[mention.first : mention.last]
        heads = (s.sentence for s in self._marked if self._document.blocks[s.sentence.block].kind in HEADS)
        after = (s.first + len(row) for s in heads if self._tokens.folds[s.first : s.last - 1][: len(row)] == row)
        return len(row) > 1 and any(self._tokens.gap(at).strip() == ":" for at in after)

    def _points_back(self, following: Marked | None) -> bool:
        """Whether a sentence begins with "the project", also behind who runs or pays it: "Funded by X, the project"."""
        if following is None:
            return False
        first = following.sentence.first
        frames = self._language.frames
        led = any(a.first == first and frames[a.payload.frame].property in OF_BODIES for a in following.anchors)
        return any(
            c.first - first <= 1 or (led and "," in self._tokens.gap(c.first))
            for c in following.cues_of("nouns", "coreference")
        )
