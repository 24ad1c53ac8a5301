"""Values below lines that are a field's label and nothing else (`graph.marking.labels` finds those lines)."""

from __future__ import annotations

from graph.facts.discourse import Discourse
from graph.facts.records import Records
from graph.linking import Linker
from graph.marking.lines import nothing_but
from graph.marking.mentions import Marked
from graph.marking.things import Thing
from graph.marking.tokens import Tokens
from graph.model import Document, Field

LITERAL = frozenset("coversCountry takesPlaceIn period startDate endDate budget code website".split())
NAMED = frozenset({"fundedBy", "implementedBy"})
SAID = frozenset({"targets", "addresses"})
OF_CALLS = frozenset({"budget", "deadline", "fundedBy", "underFund", "managedBy"})
LONGEST = dict.fromkeys(LITERAL | {"deadline"}, 30) | dict.fromkeys(NAMED, 16) | dict.fromkeys(SAID, 14)
KINDS = frozenset({"heading", "prose", "item", "title", "navigation"})


class LabelLines:
    """Reads the label lines of one document and what stands below them."""

    def __init__(
        self, document: Document, tokens: Tokens, linker: Linker, discourse: Discourse, records: Records
    ) -> None:
        self._document = document
        self._tokens = tokens
        self._linker = linker
        self._discourse = discourse
        self._records = records

    def collect(self, marked: list[Marked]) -> None:
        """Add the statements of the values below label lines."""
        labels = self._linker.labels
        for index, name in sorted(labels.items()):
            project = self._project(index)
            called = project is not None and project.kind == "Call"
            if project is None or name not in (OF_CALLS if called else LONGEST):
                continue
            label = marked[index].sentence.span
            for at in self._values(index, name, labels, marked):
                text = self._tokens.text[label.start : label.end]
                self._records.field(project, name, Field(text, marked[at].sentence.span, label), marked[at])

    def _project(self, index: int) -> Thing | None:
        """The project whose title stands last before a line, else the page's call or project."""
        before = [head for head in self._linker.heads if head < index]
        if before:
            return self._linker.heads[max(before)]
        return self._linker.call or (self._discourse.main if self._discourse.page else None)

    def _values(self, label: int, name: str, labels: dict[int, str], marked: list[Marked]) -> list[int]:
        """The lines that are the value of the label in line `label`: the next one, and further ones of a list."""
        found: list[int] = []
        for at in range(label + 1, len(marked)):
            line = marked[at]
            kind = self._document.blocks[line.sentence.block].kind
            size = line.sentence.last - line.sentence.first
            ended = at in labels or at in self._linker.heads or line.sentence.field is not None
            said = name in NAMED and self._tokens.text[line.sentence.span.end - 1] in ".!?"
            if ended or said or kind not in KINDS or size > LONGEST.get(name, 16):
                break
            listed = kind == "item" or bool(nothing_but(self._tokens, line))
            if found and not listed:
                break
            found.append(at)
        return found
