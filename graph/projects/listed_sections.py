"""Sections below a heading "Our projects", each of them a project: "Lantern" / "Courses for refugees, funded by X"."""

from __future__ import annotations

from graph.marking.mentions import Marked
from graph.marking.scanned import Scanned

LONGEST_HEADING = 9  # words


class ListedSections(Scanned):
    """Finds the headings of such sections, by number."""

    def below(self, index: int) -> list[int]:
        """The headings one level below a heading or title, if their sections say something of projects each: for whom,
        by whom or with whose money."""
        found: list[int] = []
        told = set[int]()
        above, level, named = self._document.blocks[self._marked[index].sentence.block], 0, False
        for at in range(index + 1, len(self._marked)):
            marked, block = self._marked[at], self._document.blocks[self._marked[at].sentence.block]
            if block.kind == "heading":
                if above.kind == "heading" and block.level <= above.level:
                    break
                level = level or block.level
                named = block.level == level and self._may_name(marked)
                found += [at] if named else []
            elif named and self._tells(marked):
                told.add(found[-1])
        return [at for at in found if at in told]

    def _may_name(self, marked: Marked) -> bool:
        """Whether a heading is short, and none of those that pages of all kinds have."""
        common = marked.has("contexts", "related", "generic_headings", "boilerplate")
        if common or marked.sentence.field is not None:
            return False
        return marked.sentence.last - marked.sentence.first <= LONGEST_HEADING

    def _tells(self, marked: Marked) -> bool:
        """Whether a sentence says for whom, by whom or with whose money something is done."""
        if any(m.kind == "BeneficiaryGroup" for m in marked.concepts):
            return True
        frames = (self._language.frames[a.payload.frame] for a in marked.anchors)
        return any(f.property in ("fundedBy", "implementedBy") and f.reach == "near" for f in frames)
