"""Who pays, told by a sum and whoever stands beside it: "X gave 30,000 euros and Y 10,000", "30,000 euros from X",
"X: 30,000 euros; Y: 10,000 euros" under a plan of costs.

No frame's trigger is needed: a body or fund is joined to a sum by nothing but a word for giving, or by "from" or "of".
Which words say so is data (`ontology/grants.toml`, `ontology/funding-roles.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.facts.confidence import confidence
from graph.facts.gifts import RECEIVING, Gifts, Rate, label_cues
from graph.facts.stage import Stage
from graph.marking.coordination import Coordination
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import LOWER
from graph.model import Span
from ontology.automaton import Match

RULE, LIST_RULE = "sum.fundedBy", "sums.fundedBy"
_NEAR = frozenset({"named", "pointed", "passage", "section"})
_REACH, _TO_VERB, _BESIDE, _LEAST = 9, 3, 4, 2
_TELLING = RECEIVING | {"given", "gives", "participle", "comes", "rate"}
_FROM = frozenset({"from", "comes"})
_COSTS = frozenset({"whole", "given", "rate"})
_DOES = frozenset({"implementedBy", "coordinatedBy", "hasPartner"})
_PARTS = frozenset(",;:()")

Given = Mention | Rate


class Givers(Stage):
    """Adds the funders that stand beside the sums of a document's sentences and lists."""

    def collect(self, marked: list[Marked], language: Language) -> None:
        """Add the statements; those that say who does the work must have been added before."""
        self._gifts = Gifts(self._tokens, self._document.language)
        self._lists = Coordination(self._tokens, language)
        self._paid = [f for f in language.frames if f.property == "fundedBy"][:1]
        done = ((s.subject, s.object) for s in self._collector.statements() if s.predicate in _DOES)
        self._doers = set(done)
        for index, sentence in enumerate(marked):
            project = self._about(index)
            if project is None or sentence.sentence.field is not None or sentence.has("contexts", "boilerplate"):
                continue
            for giver in self._in_sentence(sentence) if self._paid else ():
                self._add(project, giver, (sentence.sentence.span,), RULE)
        self._listed(marked)

    def _about(self, index: int) -> Thing | None:
        """The project that a sentence is about, if that is known well enough."""
        focus = self._foci[index]
        known = focus.project is not None and focus.project.kind == "Project"
        return focus.project if known and focus.strength in _NEAR and not focus.profile else None

    def _add(self, project: Thing, giver: Mention, evidence: tuple[Span, ...], rule: str) -> None:
        thing = self._linker.thing_of(giver, "Organisation" if giver.kind == "Name" else None)
        if (project.key, thing.key) not in self._doers:
            self._collector.add(project, "fundedBy", thing, evidence, rule, confidence(rule, "section"))

    # ── sentences ──────────────────────────────────────────────────────────────────────────────────────────────

    def _in_sentence(self, marked: Marked) -> Iterator[Mention]:
        """The givers of a sentence, in order: first by a verb for giving, then by "from"; what gives a second sum
        needs neither."""
        payers = [m for m in marked.mentions if _pays(m) or self._named(m)]
        given = self._gifts.amounts(marked) if payers else []
        cues = [m for m in self._gifts.cues(marked) if m.payload in _TELLING] if given else []
        if not cues or any(marked.cues_of("words", "negation")):
            return
        rates = self._gifts.rates(marked)
        values: list[Given] = sorted([*given, *rates], key=lambda v: v.first)
        found = False
        for value in values:
            before = self._gives(marked, payers, value, cues)
            behind = None if before else self._from(marked, payers, value) or self._inverted(marked, payers, value)
            if not before and behind is None and found:
                before = self._alone(marked, payers, value)
            found = found or bool(before) or behind is not None
            yield from before
            if behind is not None:
                yield from self._lists.rightward(marked, behind, self._paid[0], _pays)

    def _named(self, mention: Mention) -> bool:
        """Whether a name of unknown class may be a body's: two words at least, and no person's."""
        return mention.kind == "Name" and mention.last - mention.first > 1 and not self._linker.is_personal(mention)

    def _gives(self, marked: Marked, payers: list[Mention], value: Given, cues: Sequence[Match[str]]) -> list[Mention]:
        """The bodies before a verb for giving that stands before a sum: "A and B have given | 30,000 euros"."""
        pool = [m for m in payers if m.last <= value.first]
        if not pool or value.first - pool[-1].last > _REACH:
            return []
        body, verbs = pool[-1], range(pool[-1].last, value.first)
        near = [m for m in cues if m.first in verbs and m.first - body.last <= _TO_VERB and m.payload not in RECEIVING]
        told = {i for m in near for i in range(m.first, m.last)}
        received = any(m.first in verbs for m in self._gifts.receiving(marked))
        passive = any(i in marked.words_of("words", "passive") for i in verbs)
        told = told or self._verb_last(marked, body, value) or self._perfect(marked, verbs)
        if not told or received or passive or not self._open(body.last, value.first):
            return []
        said = marked.words_of("words", "copula").intersection(verbs) - told
        if said or self._gifts.led(marked, body.first):
            return []
        return self._lists.leftward(marked, pool, self._paid[0], _pays)

    def _verb_last(self, marked: Marked, body: Mention, value: Given) -> set[int]:
        """The words of a verb for giving right behind a sum that stands right behind a body ("X 75 %-ot fizet")."""
        behind = (m for m in self._gifts.cues(marked, value.last, value.last + 2) if m.payload == "gives")
        near = value.first - body.last <= 1
        return {m.first for m in behind if near and self._open(value.last, m.first)}

    def _perfect(self, marked: Marked, verbs: range) -> set[int]:
        """The auxiliaries before a sum that a participle for giving goes with at the end ("hat 500 Euro gespendet")."""
        cues = self._gifts.cues(marked)
        given = any(m.payload == "participle" and m.first >= verbs.stop for m in cues)
        return {m.first for m in cues if given and m.payload == "holds" and m.first in verbs}

    def _open(self, first: int, last: int) -> bool:
        """Whether no mark and no other name parts two words, and no hyphen makes one of the first and what follows; the
        sum may stand in a bracket."""
        text = self._tokens.text[self._tokens.ends[first - 1] : self._tokens.starts[last]].rstrip("( ")
        if text[:1] == "-":
            return False
        return not _PARTS & set(text) and all(self._tokens.shapes[i] == LOWER for i in range(first, last))

    def _from(self, marked: Marked, payers: list[Mention], value: Given) -> list[Mention] | None:
        """The bodies and funds from one that stands behind a sum and a word for "from" or "of"."""
        pool = [m for m in payers if m.first >= value.last]
        first = pool[0].first if pool else value.last
        aside = "," in self._tokens.gap(value.first) and self._tokens.gap(value.last).strip() == ","
        if not 1 <= first - value.last <= _BESIDE or not self._open(value.last + aside, first):
            return None  # "the money, 500 euros, | comes from X"
        cues = self._gifts.cues(marked, value.last, first)
        of = marked.words_of("words", "of") | {i for m in cues if m.payload in _FROM for i in range(m.first, m.last)}
        words = range(value.last, first)
        small = of | marked.words_of("words", "articles")
        return pool if of.intersection(words) and small.issuperset(words) else None

    def _inverted(self, marked: Marked, payers: list[Mention], value: Given) -> list[Mention] | None:
        """The bodies from one that stands behind a sum and a verb for giving right behind it, or between them ("50.000
        Euro | gibt | die Stadt Bonn", "10 millió forintot | az Omnia Alapítvány | adott"); none behind a preposition
        or where another body stands before the sum."""
        pool = [m for m in payers if m.first >= value.last]
        clause = self._tokens.text[self._tokens.starts[marked.sentence.first] : self._tokens.starts[value.first]]
        if not pool or (len(pool) < len(payers) and "," not in clause) or self._gifts.led(marked, pool[0].first):
            return None
        body = pool[0]
        verbs = [m for m in self._gifts.cues(marked, value.last, body.last + 2) if m.payload == "gives"]
        first = any(m.first - value.last <= 1 and 0 <= body.first - m.last <= 1 for m in verbs)
        last = any(m.first == body.last and body.first - value.last <= 1 for m in verbs)
        return pool if (first or last) and self._open(value.last, body.first) else None

    def _alone(self, marked: Marked, payers: list[Mention], value: Given) -> list[Mention]:
        """The body right before a further sum of a sentence: "(…) and Y 10,000 euros"."""
        pool = [m for m in payers if m.last <= value.first]
        near = bool(pool) and value.first - pool[-1].last <= 1 and self._open(pool[-1].last, value.first)
        return pool[-1:] if near else []

    # ── lists ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _listed(self, marked: list[Marked]) -> None:
        """The bodies of two and more lines of a list that are a body and its sum, where the line before speaks of
        costs."""
        row: list[tuple[Marked, Mention]] = []
        above: int | None = None
        for index in range(len(marked) + 1):
            line = marked[index] if index < len(marked) else None
            giver = self._line(line) if line is not None else None
            if line is not None and giver is not None:
                row.append((line, giver))
                continue
            if line is not None and self._sum_alone(line):
                continue
            if len(row) >= _LEAST and above is not None and self._of_costs(marked[above]):
                project = self._about(above)
                for one, body in row if project is not None else ():
                    assert project is not None
                    spans = (one.sentence.span, marked[above].sentence.span)
                    self._add(project, body, spans, LIST_RULE)
            row, above = [], index

    def _sum_alone(self, line: Marked) -> bool:
        """Whether a line is a sum and a few words that name no known body ("Own means: 10,000 euros"): it neither ends
        a list nor leads one in."""
        item = self._document.blocks[line.sentence.block].kind in ("item", "record")
        short = line.sentence.last - line.sentence.first <= _REACH
        return item and short and bool(self._gifts.amounts(line))

    def _line(self, line: Marked) -> Mention | None:
        """The body or fund that opens a line, if a colon or dash and a sum follow it."""
        payer = next((m for m in line.mentions if m.kind in ("Organisation", "Fund")), None)
        amount = next(iter(self._gifts.amounts(line)), None)
        if payer is None or amount is None or not payer.sure or payer.first - line.sentence.first > 2:
            return None
        between = self._tokens.text[self._tokens.ends[payer.last - 1] : self._tokens.starts[amount.first]]
        marked_off = any(c in between for c in ":–—") or "(" in between[:2]
        return payer if amount.first >= payer.last and marked_off else None

    def _of_costs(self, line: Marked) -> bool:
        """Whether a line that leads a list in speaks of costs or of paying."""
        span = line.sentence.span
        text = self._tokens.text[span.start : span.end]
        return bool(label_cues(text, self._document.language) & _COSTS)


def _pays(mention: Mention) -> bool:
    return mention.kind in ("Organisation", "Fund") and mention.sure
