"""Which project a labelled value is about, where no title field of its record says so."""

from __future__ import annotations

from graph.facts.discourse import Discourse
from graph.linking import Linker
from graph.marking.mentions import Marked
from graph.marking.things import Thing
from graph.model import Document

FURTHEST, OPENING = 40, 2  # blocks back to a heading; words before a name that a line begins with


class FieldSubjects:
    """Finds the projects of the single fields of one document."""

    def __init__(self, document: Document, marked: list[Marked], linker: Linker, discourse: Discourse) -> None:
        self._document = document
        self._marked = marked
        self._linker = linker
        self._discourse = discourse
        self._opening = self._openings()
        self._several = len({thing.key for thing in self._opening.values()}) > 1

    def of(self, index: int) -> Thing | None:
        """The project of the field that sentence `index` is: that of its section, else the one that the text above
        the fields begins with, else the document's."""
        block = self._marked[index].sentence.block
        for other in range(index - 1, -1, -1):
            titled = self._marked[other].sentence.field is not None
            kind = self._document.blocks[self._marked[other].sentence.block].kind
            if (titled or kind in ("heading", "item", "prose")) and other in self._linker.heads:
                return self._linker.heads[other]
            if self._marked[other].sentence.block < block - FURTHEST:
                break
        return (self._opening.get(self._above(index)) if self._several else None) or self._discourse.main

    def in_profile(self, index: int) -> bool:
        """Whether the field that sentence `index` is stands below a heading that names a body and tells of it."""
        kinds = ((i, self._document.blocks[self._marked[i].sentence.block].kind) for i in range(index - 1, -1, -1))
        above = next((i for i, kind in kinds if kind in ("heading", "title")), None)
        if above is None or above in self._linker.heads:
            return False
        line = self._marked[above]
        opens = (m for m in line.mentions if m.first - line.sentence.first <= 1)
        return any(m.kind == "Organisation" and m.sure and m.defined for m in opens)

    def _above(self, index: int) -> int:
        """The block above the run of fields in which a field stands, or -1."""
        plain = (i for i in range(index - 1, -1, -1) if self._marked[i].sentence.field is None)
        return next((self._marked[i].sentence.block for i in plain), -1)

    def _openings(self) -> dict[int, Thing]:
        """The projects with which blocks right above runs of fields begin, by block: "Project “Light”, whose holder is
        …". They are the entries of a list only where there are several."""
        above = {self._above(i) for i, m in enumerate(self._marked) if m.sentence.field is not None}
        found: dict[int, Thing] = {}
        for line in self._marked:
            named = next((m for m in line.mentions if m.kind == "Project" and m.name), None)
            if line.sentence.block in above and named and named.first - line.sentence.first <= OPENING:
                found.setdefault(line.sentence.block, self._linker.thing_of(named))
        return found
