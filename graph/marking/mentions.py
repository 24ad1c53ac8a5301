"""Mentions: the stretches of a document that name something.

Three sources, in this order of trust: the vocabulary, values (dates, money, codes, addresses), and the name grammar
of `graph.names.grammar`.
Where mentions overlap, the longer wins, then the more trusted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from typing import cast

from graph.marking.appearance import glued, named_inside, only_ends_like, shouted, unraised
from graph.marking.clinging import as_projects
from graph.marking.compiled import Cue, Term
from graph.marking.language import Language
from graph.marking.tokens import LOWER, MIXED, UPPER, Sentence, Tokens
from graph.model import Value
from ontology.automaton import Match
from ontology.lexicon import Shape
from ontology.vocabulary import CONCEPT_KINDS, Entry, depth

VALUE_KINDS = frozenset({"date", "period", "money", "code", "url"})
_NONE: frozenset[int] = frozenset()
LEAST_JOINT = 4  # words that name two groups at once
NAMED_KINDS = frozenset({"Organisation", "Project", "Fund", "Call", "Event", "Output", "Policy", "Place", "Person"})


@dataclass(slots=True, eq=False)
class Mention:
    """Words `first` to `last` (exclusive) that name something.

    `kind` is a class of the ontology, a value kind, "Name" (a proper name of unknown class) or "Quote" (a quoted title
    of unknown class). `name` is the name as written; `also` further forms. `entry` is the vocabulary entry. `sure` is
    false where only a frame or a field may confirm it; `defined` is true where grammar or context shows that it is a
    name; `alternative` is a second class that the head noun allows; `rivals` are other places of the same name. A
    Project with an empty name points back ("the project").
    """

    kind: str
    first: int
    last: int
    name: str
    entry: Entry | None = None
    value: Value | None = None
    until: Value | None = None
    also: tuple[str, ...] = ()
    sure: bool = True
    defined: bool = False
    alternative: str = ""
    rivals: tuple[Entry, ...] = ()


@dataclass(slots=True)
class Marked:
    """A sentence with its mentions (disjoint, in order), cues and frame anchors."""

    sentence: Sentence
    mentions: list[Mention] = field(default_factory=list)
    cues: list[Match[Cue]] = field(default_factory=list)
    anchors: list[Match[Shape]] = field(default_factory=list)
    concepts: list[Mention] = field(default_factory=list)
    _cues: dict[tuple[str, str], list[Match[Cue]]] | None = field(default=None, init=False, repr=False)
    _indexed: list[Match[Cue]] | None = field(default=None, init=False, repr=False)
    _words: dict[tuple[str, str], frozenset[int]] = field(default_factory=dict, init=False, repr=False)
    _several: dict[tuple[str, ...], Sequence[Match[Cue]]] = field(default_factory=dict, init=False, repr=False)

    def has(self, section: str, *categories: str) -> bool:
        """Whether the sentence holds a cue of one of the categories."""
        known = self._cues
        if known is None:
            known = self._by_category()
        if len(categories) == 1:
            return (section, categories[0]) in known
        return any((section, category) in known for category in categories)

    def cues_of(self, section: str, category: str, *more: str) -> Sequence[Match[Cue]]:
        """The cues of some categories, in order."""
        known = self._cues
        if known is None:
            known = self._by_category()
        if not more:
            return known.get((section, category), ())
        wanted = (section, category, *more)
        found = self._several.get(wanted)
        if found is None:
            there = [key for each in wanted[1:] if (key := (section, each)) in known]
            if len(there) == 1 and self._indexed is self.cues:
                found = known[there[0]]
            else:
                found = [c for c in self.cues if c.payload in there] if there else ()
            self._several[wanted] = found
        return found

    def words_of(self, section: str, category: str, *more: str) -> frozenset[int]:
        """The words that cues of a category, or of any of several, take up."""
        if more:
            return self.words_of(section, category).union(*(self.words_of(section, name) for name in more))
        found = self._words.get((section, category))
        if found is None:
            cues = self.cues_of(section, category)
            found = frozenset([i for c in cues for i in range(c.first, c.last)]) if cues else _NONE
            self._words[section, category] = found
        return found

    def _by_category(self) -> dict[tuple[str, str], list[Match[Cue]]]:
        """The cues by section and category; cues are complete before anyone asks for them."""
        known = self._cues
        if known is None:
            known = self._cues = {}
            self._indexed = self.cues
            for cue in self.cues:
                known.setdefault(cue.payload, []).append(cue)
        return known


def mark(tokens: Tokens, sentence: Sentence, language: Language) -> Marked:
    """Scan a sentence: cues, anchors, vocabulary terms and values; names are found later."""
    marked = Marked(sentence)
    terms, marked.cues, marked.anchors = language.scan_by_sort(
        tokens.folds, sentence.first, sentence.last, tokens.barriers
    )
    nouns = language.folded("nouns", "organisation")
    payers = {i for m in terms if m.payload.entry.kind in ("Organisation", "Fund") for i in range(m.first, m.last)}
    cues = [c for c in marked.cues if not named_inside(tokens, c, payers)]
    cues = [c for c in cues if not only_ends_like(tokens, sentence, c, nouns)]
    served = any(isinstance(m.payload, Term) and m.payload.entry.kind == "BeneficiaryGroup" for m in terms)
    marked.cues = as_projects(tokens, sentence, cues, served)
    official = {c.first for c in marked.cues if c.payload.category == "ministries"}  # in lower case, too
    found = (_term(tokens, sentence, match.first, match.last, match.payload, official) for match in terms)
    candidates = _merge_rivals([mention for mention in found if mention])
    candidates += _values(tokens, sentence, language)
    concepts = [m for m in candidates if m.kind in CONCEPT_KINDS]
    if concepts:
        for kind in sorted(CONCEPT_KINDS):
            of_kind = [m for m in concepts if m.kind == kind]
            marked.concepts += _with_twins(_longest(of_kind), of_kind)
        groups = [m for m in marked.concepts if m.kind == "BeneficiaryGroup" and m.entry and m.entry.attach == "cue"]
        marked.concepts = [m for m in marked.concepts if m.kind == "BeneficiaryGroup" or not _in_name(m, groups)]
        within = {i for m in marked.concepts for i in range(m.first, m.last)}
        marked.cues = [c for c in marked.cues if c.payload.category != "negation" or c.first not in within]
        marked.concepts.sort(key=lambda m: (m.first, m.last, m.kind))
    marked.mentions = _longest([m for m in candidates if m.kind not in CONCEPT_KINDS])
    return marked


def _with_twins(kept: list[Mention], candidates: list[Mention]) -> list[Mention]:
    """The mentions kept, and those of other groups that the same long row of words names: "applicants for and
    beneficiaries of international protection" are two."""
    if len(candidates) == len(kept):
        return kept
    found, seen = list(kept), {(m.first, m.last, m.entry and m.entry.iri) for m in kept}
    places = {(m.first, m.last) for m in kept if m.kind == "BeneficiaryGroup" and m.last - m.first >= LEAST_JOINT}
    for other in candidates:
        key = other.first, other.last, other.entry and other.entry.iri
        if key[:2] in places and key not in seen:
            found.append(other)
            seen.add(key)
    return found


def _in_name(concept: Mention, groups: list[Mention]) -> bool:
    """Whether a concept is only a word in the longer name of a group of actors ("host communities")."""
    size = concept.last - concept.first
    return any(g.first <= concept.first and concept.last <= g.last and size < g.last - g.first for g in groups)


def mark_names(tokens: Tokens, marked: Marked, mention: Mention, language: Language) -> list[Mention]:
    """The countries and places that a mention's words name."""
    found = []
    for match in language.scan(tokens.folds, mention.first, mention.last, tokens.barriers):
        where = isinstance(match.payload, Term) and match.payload.entry.kind in ("Country", "Place")
        if where and (inner := _term(tokens, marked.sentence, match.first, match.last, cast(Term, match.payload))):
            found.append(inner)
    return _longest(found)


def known_as(tokens: Tokens, marked: Marked, first: int, last: int, language: Language) -> Mention | None:
    """The fund, body, policy, country or place of the vocabulary that just these words name."""
    for match in language.scan(tokens.folds, first, last, tokens.barriers):
        if isinstance(match.payload, Term) and (match.first, match.last) == (first, last):
            found = _term(tokens, marked.sentence, first, last, match.payload)
            if found is not None and found.kind not in CONCEPT_KINDS:
                return found
    return None


def _term(
    tokens: Tokens, sentence: Sentence, first: int, last: int, term: Term, official: Container[int] = ()
) -> Mention | None:
    entry = term.entry
    if term.case == "capital":
        if unraised(tokens, first, last) and first not in official:
            return None
        if entry.kind in ("Country", "Place") and (tokens.shapes[first] == LOWER or glued(tokens, first, last)):
            return None
    surface = tokens.surface(first, last)
    if term.case not in ("any", "capital") and (
        "".join(surface.split()) != "".join(term.case.split()) or glued(tokens, first, last)
    ):
        return None
    sure = not entry.ambiguous and not (entry.kind == "Place" and shouted(tokens, sentence, first, last))
    return Mention(entry.kind, first, last, surface, entry=entry, sure=sure)


def _values(tokens: Tokens, sentence: Sentence, language: Language) -> Iterable[Mention]:
    for found in language.values.find(tokens.text, sentence.span.start, sentence.span.end):
        first = bisect_right(tokens.ends, found.start, sentence.first, sentence.last)
        last = bisect_left(tokens.starts, found.end, sentence.first, sentence.last)
        if first < last:
            surface = tokens.text[found.start : found.end]
            yield Mention(found.kind, first, last, surface, value=found.value, until=found.until)


def _merge_rivals(candidates: list[Mention]) -> list[Mention]:
    """Without the places, and the countries of a doubtful name ("Granada"), of which an equal one stands before them:
    these are the rivals of that one."""
    kept: dict[tuple[int, int], Mention] = {}
    dropped: set[int] = set()
    for mention in candidates:
        if mention.entry is None or not (mention.kind == "Place" or (mention.kind == "Country" and not mention.sure)):
            continue
        first = kept.setdefault((mention.first, mention.last), mention)
        if first is not mention:
            first.rivals = (*first.rivals, mention.entry)
            dropped.add(id(mention))
    return [m for m in candidates if id(m) not in dropped]


def _rank(mention: Mention) -> tuple[int, int, int, int]:
    return (
        -(mention.last - mention.first),
        0 if mention.kind in VALUE_KINDS else 1 if mention.sure else 2,
        mention.first,
        -_narrowness(mention),
    )


def _narrowness(mention: Mention) -> int:
    """How narrow a concept is; least where a capital inside the word means both genders ("MigrantInnen")."""
    if mention.entry is None or mention.kind not in CONCEPT_KINDS:
        return 0
    both = mention.last - mention.first == 1 and any(c.isupper() for c in mention.name[1:])
    return -depth(mention.entry.iri) if both else depth(mention.entry.iri)


def _longest(candidates: list[Mention]) -> list[Mention]:
    """Disjoint mentions: longest first, then the more trusted, then the earlier, then the narrower concept."""
    if len(candidates) < 2:
        return candidates
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(candidates, key=_rank):
        span = range(mention.first, mention.last)
        if not any(i in taken for i in span):
            kept.append(mention)
            taken.update(span)
    return sorted(kept, key=lambda m: m.first)


def insert(marked: Marked, mention: Mention) -> bool:
    """Put a mention in; it replaces what lies wholly inside it, unless a value or an equal or longer mention is in
    the way."""
    clash = [m for m in marked.mentions if m.first < mention.last and mention.first < m.last]
    for other in clash:
        inside = mention.first <= other.first and other.last <= mention.last
        same = (other.first, other.last) == (mention.first, mention.last)
        if not inside or (other.kind in VALUE_KINDS - {"code"} and other.kind != "date"):
            return False
        guess = mention.kind != "Project" or (other.kind == "Organisation" and not mention.sure)
        if same and (mention.kind == "Name" or (other.sure and (guess or other.entry is not None))):
            return False
    marked.mentions = sorted([m for m in marked.mentions if m not in clash] + [mention], key=lambda m: m.first)
    return True


def distinctive(tokens: Tokens, mention: Mention) -> bool:
    """Whether a one-word name can only be a name: an acronym or a word with a capital or digit inside."""
    return mention.last - mention.first > 1 or tokens.shapes[mention.first] in (UPPER, MIXED)
