"""What a statement's own words say beyond its property: "co-financed by X" is told as coFundedBy beside fundedBy.

The words of a frame's trigger are looked at where the frame was found; those of labels when all fields are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.facts.statements import Collector
from graph.marking.hits import Hit
from graph.marking.mentions import Marked
from graph.marking.tokens import Tokens
from graph.model import Document, Statement
from ontology.closer import closer
from ontology.words import folded_words

_FIELDS = ("field.", "roll.")
_LONGEST = 6


class Triggers:
    """What the triggers of one sentence's hits say beyond their properties."""

    def __init__(self, tokens: Tokens, language: str, marked: Marked, hits: Sequence[Hit]) -> None:
        self._tokens, self._language = tokens, language
        self._sentence = marked.sentence
        self._hits = hits

    def said_by(self, hit: Hit) -> list[str]:
        """The closer properties that a hit's trigger says. It says them of a body that another trigger for the same
        property stands nearer to no more: "the funder is A, and B is a co-funder"."""
        far = any(o.object is hit.object and _alike(o, hit) and _gap(o) < _gap(hit) for o in self._hits)
        return [] if far else sorted(self._names(hit))

    def _names(self, hit: Hit) -> set[str]:
        first, last = self._sentence.first, self._sentence.last
        frame = hit.frame.id.rsplit(".", 1)[-1]
        seen = set()
        for begin, end in hit.words:
            found = closer(self._language).find(self._tokens.folds, max(first, begin - 2), min(last, end + 1))
            for match in found:
                meant = match.payload
                touches = match.last >= begin and match.first <= end
                if touches and meant.general == hit.frame.property and frame not in meant.barred:
                    seen.add(meant.property)
        return seen


def _alike(one: Hit, two: Hit) -> bool:
    return one.frame.property == two.frame.property


def _gap(hit: Hit) -> int:
    """How many words stand between a hit's object and its trigger."""
    target = hit.object
    return min((max(begin - target.last, target.first - end, 0) for begin, end in hit.words), default=0)


def tell_labels(document: Document, collector: Collector) -> None:
    """Add what the labels of fields and the headings of lists say beyond the properties that they stand for."""
    for statement in list(collector):
        for name in _said_by_label(document, statement) if statement.rule.startswith(_FIELDS) else ():
            collector.repeat(statement, name)


def _said_by_label(document: Document, statement: Statement) -> Iterable[str]:
    """The closer properties that a statement's label says; it is what the second piece of evidence quotes."""
    found: set[str] = set()
    for span in statement.evidence[1:2]:
        words = folded_words(document.text[span.start : span.end])
        if len(words) <= _LONGEST:
            matches = closer(document.language).find(words, 0, len(words))
            found.update(m.payload.property for m in matches if m.payload.general == statement.predicate)
    return sorted(found)
