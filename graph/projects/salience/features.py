"""What speaks for a name being the main project's, and what against: features with values from 0 to 1.

None of them knows a word of any language: they ask where a name stands, what its form is, and what the cues and the
triggers of the lexicon say of the words beside it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from graph.marking.language import Language
from graph.marking.mentions import NAMED_KINDS, VALUE_KINDS, Marked, Mention
from graph.marking.scanned import Scanned
from graph.marking.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER, Tokens
from graph.model import Document
from graph.projects.said import DONE_TO_PROJECTS, Said
from graph.projects.salience.candidates import (
    HEADS,
    OPENING,
    PIECE,
    ROW,
    SPAN,
    TEXT,
    TITLE,
    Candidate,
    CandidateFinder,
    Use,
)
from ontology.automaton import Match
from ontology.lexicon import Shape
from ontology.words import folded_words

NEAR, EARLY, LONG = 6, 4, 6
LEAST_SQUASHED = 5
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+|#\w{4,}")
_ROMAN = re.compile(r"(?:[ivx]{1,4}|(?:19|20)\d\d|\d)")
_OPENING, _CLOSING = frozenset("“„«\"'‘‚’‹»”"), frozenset("“”«»\"'’›")
BODY_NOUNS = ("organisation", "lowercase_organisation", "sole_organisation", "unit", "generic_bodies", "functions")
BODIES = ("Organisation", "Fund", "Person")
THINGS = ("output", "policy", "event", "gathering")
AGAINST = ("generic_headings", "related", "organisation_profile", "boilerplate")

Features = Mapping[str, float]


class FeatureFinder(Scanned):
    """Weighs the candidates of one document."""

    def __init__(
        self, document: Document, tokens: Tokens, language: Language, marked: list[Marked], finder: CandidateFinder
    ) -> None:
        super().__init__(document, tokens, language, marked)
        self._said = Said(document, tokens, language, marked)
        self._finder = finder
        prose = [i for i, m in enumerate(marked) if self._kind(i) in TEXT and not finder.is_head(i)]
        self._place = {index: place for place, index in enumerate(prose)}
        addresses = _ADDRESS.findall(document.text)
        self._sites = [_squash(a) for a in addresses if "@" not in a]
        self._others = frozenset(
            tuple(folded_words(form))
            for m in (m for s in marked for m in s.mentions)
            if m.kind in NAMED_KINDS - {"Project"} and m.sure
            for form in (m.name, *m.also)
        )
        self._publisher = _squash(document.publisher or "")

    def _kind(self, index: int) -> str:
        return self._document.blocks[self._marked[index].sentence.block].kind

    def page(self) -> Features:
        """What speaks for the page having no project to name, by feature."""
        pointers = sum(m.has("nouns", "coreference") for m in self._marked)
        heads = [m for i, m in self.first_lines(EARLY) if self._finder.is_head(i)]
        return {
            "always": 1.0,
            "points": min(pointers, EARLY) / EARLY,
            "points once": float(pointers > 0),
            "nouns": float(any(m.has("nouns", "project") for m in self._marked)),
            "call ahead": float(any(m.has("nouns", "call") for m in heads)),
            "paid": float(any(self._paid(m) for m in self._marked)),
            "groups": float(any(self._serves(m) for m in self._marked)),
        }

    def of(self, candidate: Candidate) -> Features:
        """The features of a candidate that are not zero."""
        found = self._whole(candidate)
        for use in candidate.uses:
            for name, holds in self._here(use).items():
                if holds:
                    found[name] = 1.0
        return {name: value for name, value in found.items() if value}

    def _whole(self, candidate: Candidate) -> dict[str, float]:
        """What a candidate's form and all its uses together say."""
        first, words, tokens = candidate.uses[0], candidate.words, self._tokens
        shapes = tokens.shapes[first.first : first.last]
        squashed = "".join(words)
        spots = [self._place[u.sentence] for u in candidate.uses if u.sentence in self._place]
        starts = {tokens.starts[u.first] for u in candidate.uses}
        told = squashed if len(squashed) >= LEAST_SQUASHED else "\0"
        lower = any(shape == LOWER for shape in shapes[1:])
        return {
            "uses": min(math.log2(len(starts)), 3) / 3,
            "told": float(bool(spots)),
            "early": 1.0 / (1 + min(spots)) if spots else 0.0,
            "site": float(any(told in address for address in self._sites)),
            "named otherwise": float(words in self._others),
            "publisher": float(bool(self._publisher) and (told in self._publisher or self._publisher in squashed)),
            "made": float(len(shapes) == 1 and shapes[0] in (UPPER, MIXED)),
            "plain word": float(len(shapes) == 1 and shapes[0] == CAPITAL),
            "two or three": float(1 < len(shapes) <= 3),
            "long": float(len(shapes) > LONG),
            "very long": float(len(shapes) > 2 * LONG),
            "sentence case": float(lower and shapes[0] != LOWER and len(shapes) <= LONG),
            "title case": float(not lower and len(shapes) > 1),
            "lower": float(shapes[0] == LOWER),
            "numbered": float(len(words) > 1 and _ROMAN.fullmatch(words[-1]) is not None),
            "number first": float(shapes[0] == NUMBER),
        }

    def _here(self, use: Use) -> dict[str, bool]:
        """What one use says of its name."""
        marked = self._marked[use.sentence]
        mention = Mention(
            "Name" if use.sort in (TITLE, PIECE, ROW, SPAN, OPENING) else use.sort, use.first, use.last, ""
        )
        own = set(range(use.first, use.last))
        over = [m for m in marked.mentions if m.first < use.last and use.first < m.last]
        found = {
            "known": use.known,
            "body": use.sort == "Organisation" or bool(own & _nouns(marked, *BODY_NOUNS)),
            "other thing": use.sort in ("Event", "Output", "Policy") or bool(own & _nouns(marked, *THINGS)),
            "call": use.sort == "Call" or bool(own & _nouns(marked, "call")),
            "fund": bool(own & _nouns(marked, "fund", "strand")),
            "place": any(m.kind in ("Place", "Country") and m.first <= use.first for m in over),
            "plural": bool(own & _nouns(marked, "project_plural")),
            "verb inside": bool(own - {use.first} & _words(marked, "after_title", "copula", "reporting", "we")),
            "concept": any(c.first <= use.first and use.last <= c.last for c in marked.concepts),
            "label words": own <= _contexts(marked, *AGAINST) | _words(marked, "articles", "of", "and", "we"),
            "part of body": any(m.kind in BODIES and (m.first < use.first or m.last > use.last) for m in over),
            "body opens": any(m.kind == "Organisation" and m.first == use.first for m in over),
            "concept inside": any(use.first <= c.first and c.last <= use.last for c in marked.concepts),
            "value inside": any(m.kind in VALUE_KINDS for m in over),
            "comes again": use.sort == ROW,
            "spans": use.sort == SPAN,
            "opening": use.sort == OPENING,
            "bodies beside": any(m.kind == "Organisation" and m not in over for m in marked.mentions),
            "serves": self._serves(marked),
            "label": marked.sentence.field is not None,
        }
        heads = self._finder.is_head(use.sentence)
        found |= self._headed(use, marked) if heads else self._beside(use, marked, mention)
        return found

    def _headed(self, use: Use, marked: Marked) -> dict[str, bool]:
        """What a use in a title, heading or first line says."""
        whole = (use.first, use.last) == (marked.sentence.first, marked.sentence.last)
        top, kind = self.rank(use.sentence) < EARLY, self._kind(use.sentence)
        return {
            "headline": whole and top and kind in HEADS,
            "line": whole and top and kind not in HEADS,
            "heading": whole and not top,
            "opens title": use.first == marked.sentence.first and not whole and top,
            "ends title": use.last == marked.sentence.last and not whole and top,
            "in title": not whole and top,
            "in heading": not whole and not top,
            "quoted in title": self._quoted(use),
            "noun in title": not whole and bool(_nouns(marked, "project") - set(range(use.first, use.last))),
            "small before": use.first - 1 in _words(marked, "locative", "strict_locative"),
        }

    def _quoted(self, use: Use) -> bool:
        before = self._tokens.gap(use.first).strip()[-1:]
        behind = self._tokens.text[self._tokens.ends[use.last - 1] :][:2].strip()[:1]
        return use.sort == "Quote" or (before in _OPENING and behind in _CLOSING)

    def _beside(self, use: Use, marked: Marked, mention: Mention) -> dict[str, bool]:
        """What stands beside a use in running text."""
        tokens, first, last, quoted = self._tokens, use.first, use.last, self._quoted(use)
        nouns = _nouns(marked, "project", "coreference") - set(range(first, last))
        ends = last >= marked.sentence.last
        behind = tokens.gap(last) if not ends else "."
        after = min(last + 1 + (not ends and last in _words(marked, "articles")), marked.sentence.last)
        points = self._said.points(marked, mention)
        verbs = _words(marked, "after_title", "completed", "planned", "copula", "passive")
        opened = tokens.gap(first).strip()[-1:]
        return {
            "quoted": quoted,
            "quoted word": quoted and last - first == 1,
            "spoken": quoted and (any(m.kind == "Person" for m in marked.mentions) or behind.strip()[:1] in "-–,"),
            "emphasised": opened == "*" or opened == "_",
            "noun before": first - 1 in nouns,
            "noun behind": last in nouns and not tokens.barriers[last],
            "noun near": any(first - NEAR <= i < first for i in nouns) or any(last <= i < last + NEAR for i in nouns),
            "noun in sentence": bool(nouns),
            "titled": first - 1 in _words(marked, "titled") or first - 2 in _words(marked, "titled"),
            "opens sentence": first == marked.sentence.first,
            "so called": bool(_words(marked, "so_called")),
            "points back": use.sentence + 1 < len(self._marked) and self._opens_pointing(use.sentence + 1),
            "apposed": "," in behind and not ends and self._describes(marked, last),
            "in brackets": "(" in tokens.gap(first),
            "dash behind": behind.strip() in ("–", "—", "-", ":"),
            "acts": any(i in verbs for i in range(last, after)),
            "said": points > 0,
            "does": points < 0,
            "paid": self._paid(marked),
            "located": first - 1 in _words(marked, "strict_locative", "locative"),
            "article before": first - 1 in _words(marked, "articles"),
            "and beside": first - 1 in _words(marked, "and") or last in _words(marked, "and"),
            "listed": "," in tokens.gap(first) and ("," in behind or last in _words(marked, "and")),
            "ours": bool(_words(marked, "we")),
        }

    def _opens_pointing(self, index: int) -> bool:
        first = self._marked[index].sentence.first
        return any(c.first - first <= 1 for c in self._marked[index].cues_of("nouns", "coreference"))

    def _describes(self, marked: Marked, at: int) -> bool:
        """Whether an article or a word in lower case stands behind a comma: "X, a league for …"."""
        return at in _words(marked, "indefinite", "articles") or self._tokens.shapes[at] == LOWER

    def _paid(self, marked: Marked) -> bool:
        """Whether a sentence holds a trigger of what is done to projects: paid for, run, begun, joined."""
        return any(self._done(a) for a in marked.anchors)

    def _done(self, anchor: Match[Shape]) -> bool:
        """Whether a trigger of several words says what is done to projects."""
        done = self._language.frames[anchor.payload.frame].property in DONE_TO_PROJECTS
        return done and anchor.last - anchor.first > 1

    def _serves(self, marked: Marked) -> bool:
        return any(c.kind == "BeneficiaryGroup" for c in marked.concepts)


def _words(marked: Marked, *categories: str) -> frozenset[int]:
    return frozenset[int]().union(*(marked.words_of("words", category) for category in categories))


def _nouns(marked: Marked, *categories: str) -> frozenset[int]:
    return frozenset[int]().union(*(marked.words_of("nouns", category) for category in categories))


def _contexts(marked: Marked, *categories: str) -> frozenset[int]:
    return frozenset[int]().union(*(marked.words_of("contexts", category) for category in categories))


def _squash(text: str) -> str:
    """A text as addresses write names: letters and digits alone, folded."""
    return "".join(folded_words(text))
