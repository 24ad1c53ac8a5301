"""Bodies one below the other, each with its country on the line below it, as databases of projects print them:
"Coordinated by" / "KREDO FOUNDATION" / "Malta" / "Participants (2)" / "OMNIA LTD" / "Austria".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.facts.discourse import Focus
from graph.facts.listed_bodies import LONGEST_NAME, named_before
from graph.facts.roll_entries import RollEntries
from graph.marking.mentions import Marked, Mention
from graph.model import Span

LEAST_STACKED = 2
TOLD = frozenset({"hasPartner", "implementedBy", "targets"})  # "participants" may be people, but not above bodies
_COUNT = re.compile(r"\s*\(\s*\d{1,3}\s*\)\s*$|\s*:\s*$")


class Stacked(RollEntries):
    """Reads the stacked bodies of one document."""

    def collect(self, marked: list[Marked], foci: list[Focus]) -> None:
        """Add the statements of all stacked bodies, if there are at least two; their lines say nothing else."""
        found = list(self._pairs(marked))
        if len(found) < LEAST_STACKED:
            return
        for index, body, label, part in found:
            project = foci[index].project or self._discourse.main
            if project is None or self._personal(body):
                continue
            country = next(m for m in marked[index + 1].mentions if m.kind == "Country")
            self._one(project, part, body, marked[index], label, country)
            foci[index] = foci[index + 1] = Focus()

    def _pairs(self, marked: list[Marked]) -> Iterator[tuple[int, Mention, Span, str]]:
        """The number of each line that is a body above its country, with the body, the label above it and the part
        that the label names (partner, unless it says more)."""
        label, part = None, "hasPartner"
        for index, line in enumerate(marked[:-1]):
            named = self._named(line)
            if named is not None:
                label, part = line.sentence.span, "hasPartner" if named == "targets" else named
            elif label is not None and self._is_country(marked[index + 1]) and not self._is_country(line):
                body = self._body(line)
                if body is not None:
                    yield index, body, label, part

    def _named(self, line: Marked) -> str | None:
        """The property of a line that is a label of bodies or people, and perhaps their number: "Participants (3)"."""
        if line.sentence.field is not None:
            return None
        text = self._tokens.text[line.sentence.span.start : line.sentence.span.end]
        text = _COUNT.sub("", text.strip(" *_#"))
        fields = self._language.fields
        found = fields.property_of(text) if fields.fit(text) == 1 else None
        return found if found in TOLD else None

    def _is_country(self, line: Marked) -> bool:
        """Whether a line is a country's name and nothing else."""
        first, last = line.sentence.first, line.sentence.last
        return any(m.kind == "Country" and (m.first, m.last) == (first, last) for m in line.mentions)

    def _body(self, line: Marked) -> Mention | None:
        """The body that a whole line names."""
        first, last = line.sentence.first, line.sentence.last
        text = self._tokens.text[line.sentence.span.start : line.sentence.span.end].strip()
        kind = self._document.blocks[line.sentence.block].kind
        if kind not in ("prose", "item", "heading") or line.sentence.field is not None or last - first > LONGEST_NAME:
            return None
        labels = (self._tokens.surface(first, first + size) for size in (1, 2) if first + size < last)
        if any(self._language.fields.fit(label) == 1 for label in labels) and not line.mentions:
            return None
        if text[-1:] in ".:!?;" or any(m.kind in ("Project", "Place", "Fund") for m in line.mentions):
            return None
        whole = next((m for m in line.mentions if (m.first, m.last) == (first, last)), None)
        return whole if whole and whole.kind == "Organisation" else named_before(self._tokens, line, last)
