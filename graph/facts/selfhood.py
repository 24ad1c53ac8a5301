"""Who says "we"? The body whose page it is, where the document names it, and what follows for the projects it speaks
of.

A project that the page speaks of as "ours" ("we organised …", "our project") and of which it names no one else as
implementer is run by that body.
"""

from __future__ import annotations

from collections import Counter

from graph.facts.confidence import confidence
from graph.facts.stage import Stage
from graph.marking.mentions import Marked, Mention
from graph.model import Span

RULE = "self.implementedBy"
FIRST_BLOCKS = 3
CLOSE = frozenset({"named", "pointed", "passage", "section", "page"})


class Selfhood(Stage):
    """Finds the body that says "we" and adds what follows."""

    def collect(self, marked: list[Marked]) -> None:
        """Add implementedBy for the projects that are spoken of as "ours"."""
        speaker = self._speaker(marked)
        if speaker is None:
            return
        run = {s.subject for s in self._collector if s.predicate == "implementedBy"}
        for index, sentence in enumerate(marked):
            project = self._foci[index].project
            if (
                project is None
                or project.key in run
                or self._foci[index].strength not in CLOSE
                or not sentence.has("words", "we")
            ):
                continue
            if (
                sentence.sentence.field is not None
                or self._document.blocks[sentence.sentence.block].kind in ("navigation", "boilerplate")
                or self._quoted(sentence)
            ):
                continue
            run.add(project.key)
            here, where = speaker
            evidence = (sentence.sentence.span, where)
            self._collector.add(
                project,
                "implementedBy",
                self._linker.thing_of(here, "Organisation"),
                evidence,
                RULE,
                confidence(RULE, self._foci[index].strength),
            )

    def _quoted(self, marked: Marked) -> bool:
        """Whether "we" stands in somebody's quoted words."""
        text = self._tokens.text[marked.sentence.span.start : marked.sentence.span.end]
        return any(c in text for c in '“”„«»"')

    def _speaker(self, marked: list[Marked]) -> tuple[Mention, Span] | None:
        """The body of the title's end, of the first lines, or that which is named most beside "we"."""
        near: Counter[str] = Counter()
        found: dict[str, tuple[Mention, Span]] = {}
        for sentence in marked:
            kind = self._document.blocks[sentence.sentence.block].kind
            for mention in sentence.mentions:
                if not self._is_body(mention):
                    continue
                whole = mention.last - mention.first >= sentence.sentence.last - sentence.sentence.first - 1
                ends = kind == "title" and mention.last == sentence.sentence.last and self._apart(mention)
                asks = mention.kind == "Name" and (self._asks(sentence) or sentence.has("words", "we"))
                alone = whole and sentence.sentence.field is None and not asks
                if (ends and not asks) or (alone and sentence.sentence.block < FIRST_BLOCKS):
                    return mention, sentence.sentence.span
                if sentence.has("words", "we") and self._beside(sentence, mention):
                    near[mention.name] += 1
                    found.setdefault(mention.name, (mention, sentence.sentence.span))
        ranked = near.most_common(2)
        if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
            return None
        return found[ranked[0][0]]

    def _apart(self, mention: Mention) -> bool:
        """Whether a name at a title's end is a body's, or a mark sets it off: the site's name behind a dash."""
        return mention.kind == "Organisation" or bool(set(self._tokens.gap(mention.first)) & set("-–—|:•·»"))

    def _asks(self, marked: Marked) -> bool:
        """Whether a line asks or calls ("What's new?"): its words are nobody's name."""
        text = self._tokens.text[marked.sentence.span.start : marked.sentence.span.end]
        return text.rstrip().endswith(("?", "!", ";"))

    def _is_body(self, mention: Mention) -> bool:
        return (mention.kind == "Organisation" and mention.sure) or (
            mention.kind == "Name" and not self._linker.is_personal(mention)
        )

    def _beside(self, marked: Marked, mention: Mention) -> bool:
        """Whether "we" stands next to a name: "At X, we …", "we at X"."""
        return any(
            0 <= c.first - mention.last <= 1 or 0 <= mention.first - c.last <= 1 for c in marked.cues_of("words", "we")
        )
