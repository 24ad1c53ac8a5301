"""Projects named as what came before the one that a text is about: "the predecessor project X", "builds on X"."""

from __future__ import annotations

from graph.facts.confidence import confidence
from graph.facts.stage import Stage
from graph.marking.mentions import Marked
from graph.marking.things import Thing

RULE = "adjacent.follows"


class Forerunners(Stage):
    """Reads the names behind a noun for what came before: the project that the text spoke of follows it."""

    def collect(self, marked: list[Marked]) -> None:
        """Add the statements of all sentences."""
        for index, line in enumerate(marked):
            nouns = {c.last for c in line.cues_of("nouns", "forerunner")}
            for mention in line.mentions if nouns else ():
                if mention.kind != "Project" or not mention.name or mention.first not in nouns:
                    continue
                earlier = self._linker.thing_of(mention)
                later = self._later(index, line, earlier)
                if later is not None and later is not earlier:
                    sure = confidence(RULE, "passage")
                    self._collector.add(later, "follows", earlier, (line.sentence.span,), RULE, sure)

    def _later(self, index: int, line: Marked, earlier: Thing) -> Thing | None:
        """The other project that the sentence names first, else what the text spoke of before."""
        named = [self._linker.thing_of(m) for m in line.mentions if m.kind == "Project" and m.name and m.defined]
        return next((t for t in named if t is not earlier), self._foci[index].before)
