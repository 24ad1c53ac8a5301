"""What says that a roll begins: a heading or line that is a label ("Partners", "The organisations that take part:")."""

from __future__ import annotations

from graph.facts.listed_bodies import works_with
from graph.facts.roll_entries import LABELS, RollEntries
from graph.marking.announced import takes_part
from graph.marking.mentions import Marked

LONGEST_LEAD_IN = 14  # words


class RollLabels(RollEntries):
    """Reads the labels of rolls."""

    def _under_label(self, marked: Marked) -> str | None:
        """The property of a field whose value stands on the line below its label: more lines may follow it, as in
        "Partners:", and then one body a line."""
        field = marked.sentence.field
        if field is None or field.label_span is None or self._document.blocks[marked.sentence.block].about == "row":
            return None
        parted = "\n" in self._tokens.text[field.label_span.end : field.value.start]
        found = self._language.fields.property_of(field.label) if parted else None
        return found if found == "hasPartner" else None

    def _label(self, marked: Marked) -> str | None:
        """The property that a heading is the label of, articles and "our" left out."""
        small = {i for c in marked.cues_of("words", "articles", "we") for i in range(c.first, c.last)}
        return self._labels(marked, small)

    def _lead_in(self, marked: Marked) -> str | None:
        """The property of a line such as "The participating organisations were:" or "Who runs it?"."""
        span = marked.sentence.span
        if not self._asks(marked) and not self._tokens.text[span.start : span.end].rstrip().endswith(":"):
            return None
        cues = marked.cues_of("words", "articles", "we", "copula")
        small = {i for c in cues for i in range(c.first, c.last)}
        return self._labels(marked, small) or works_with(self._language, marked) or self._announces(marked)

    def _announces(self, marked: Marked) -> str | None:
        """Partners, where a short line with a colon at its end speaks of them, or of organisations in general and the
        project, and names none: "The consortium brings together the following partners:"."""
        first, last = marked.sentence.first, marked.sentence.last
        named = (m for m in marked.mentions if m.kind not in ("Project", "Name", "Call", "date", "period"))
        bodies = [m for m in named if m.kind != "Organisation" or (m.sure and m.entry is not None)]
        if last - first > LONGEST_LEAD_IN or bodies or self._asks(marked):
            return None
        joint = marked.has("nouns", "project", "coreference") or any(m.kind == "Project" for m in marked.mentions)
        general = joint and marked.has("nouns", "generic_bodies")
        general |= takes_part(self._language, self._tokens.folds[first:last])
        return "hasPartner" if general or self._has_label(first, last, "hasPartner") else None

    def _asks(self, marked: Marked) -> bool:
        """Whether a sentence is a question; what follows may be its answer."""
        span = marked.sentence.span
        return self._tokens.text[span.start : span.end].rstrip().endswith("?")

    def _labels(self, marked: Marked, small: set[int]) -> str | None:
        """The property that a line is the label of, read without the project that it speaks of, if not with it."""
        if marked.has("contexts", "related") or any(m.kind not in ("Project", "Name") for m in marked.mentions):
            return None
        sentence = marked.sentence
        projects = {i for m in marked.mentions for i in range(m.first, m.last)}
        rest = [i for i in range(sentence.first, sentence.last) if i not in projects]
        loose = small | marked.words_of("words", "of") | marked.words_of("words", "articles")
        loose = loose | marked.words_of("words", "locative") | marked.words_of("nouns", "project")
        whole = list(range(sentence.first, sentence.last))
        for words, ends in ((whole, set[int]()), (whole, small), (rest, loose)):
            while words and words[0] in ends:
                words = words[1:]
            while words and words[-1] in ends:
                words = words[:-1]
            text = self._tokens.surface(words[0], words[-1] + 1) if words else ""
            found = self._language.fields.property_of(text) if self._language.fields.fit(text) == 1 else None
            if found in LABELS and len(words) == words[-1] + 1 - words[0]:
                return found
        return None
