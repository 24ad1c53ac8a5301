"""Tables that say what a project costs: a row for each funder, or a single row of parts, and no project in them."""

from __future__ import annotations

from collections import defaultdict

from graph.facts.discourse import Discourse
from graph.facts.gifts import ROLES, label_cues, part_of
from graph.facts.records import Records
from graph.facts.stage import FieldStage
from graph.facts.statements import Collector
from graph.linking import Linker
from graph.marking.language import Language
from graph.marking.mentions import Marked
from graph.marking.things import Thing
from graph.marking.tokens import Tokens
from graph.model import Block, Document

_COSTS = frozenset({None, "fundedBy", "budget", "unionShare", "currency", "ignore"})


class CostTables(FieldStage):
    """Finds the rows of such tables, gives them to the project of their section, and reads who pays."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        language: Language,
        linker: Linker,
        discourse: Discourse,
        collector: Collector,
        records: Records,
    ) -> None:
        super().__init__(document, tokens, language, linker, discourse, collector)
        self._records = records
        self.rows: set[int] = set()
        """The blocks that are the row of one funder."""

    def collect(self, marked: list[Marked]) -> None:
        """Add who pays by such rows, and note which project they are about in `Records.subjects`."""
        fields: defaultdict[int, list[int]] = defaultdict(list)
        for index, sentence in enumerate(marked):
            block = self._document.blocks[sentence.sentence.block]
            if sentence.sentence.field is not None and block.about == "row" and index not in self._records.subjects:
                fields[sentence.sentence.block].append(index)
        for at, indices in sorted(fields.items()):
            block = self._document.blocks[at]
            funder = self._by_funder(block)
            if not (funder or self._of_parts(at)):
                continue
            project = self._records.about.of(indices[0])
            if project is None or project.kind != "Project":
                continue
            if funder:
                self.rows.add(at)
            for index in indices:
                self._records.subjects[index] = project
                if funder:
                    self._payer(project, marked[index])

    def _payer(self, project: Thing, marked: Marked) -> None:
        """Who pays by a row: the value below a label for funders, unless it is a side or a total."""
        field = marked.sentence.field
        if field is None or self._language.fields.property_of(field.label) != "fundedBy":
            return
        cues = label_cues(self._tokens.text[field.value.start : field.value.end], self._document.language)
        known = any(m.entry is not None and m.kind in ("Fund", "Organisation") for m in marked.mentions)
        sided = any(cue in ROLES or cue.startswith("bare_") for cue in cues)
        if known or not (sided or "whole" in cues):
            self._records.field(project, "fundedBy", field, marked)

    def _by_funder(self, block: Block) -> bool:
        """Whether a row is one of a table of funders with a column for sums or rates, and none for other things."""
        names = [self._language.fields.property_of(field.label) for field in block.fields]
        sums = [field for field in block.fields if self._has_sum(field.value.start, field.value.end)]
        return names.count("fundedBy") == 1 and set(names) <= _COSTS and bool(sums)

    def _of_parts(self, at: int) -> bool:
        """Whether a row is alone in its table, and its columns are the parts of the costs."""
        block, code = self._document.blocks[at], self._document.language
        names = {self._language.fields.property_of(field.label) for field in block.fields}
        parts = [field for field in block.fields if part_of(field.label, code)]
        labels = [field.label for field in block.fields]
        beside = (self._document.blocks[i] for i in (at - 1, at + 1) if 0 <= i < len(self._document.blocks))
        alone = not any([f.label for f in other.fields] == labels for other in beside)
        return alone and names <= _COSTS - {"fundedBy"} and len(parts) > 1

    def _has_sum(self, start: int, end: int) -> bool:
        text = self._document.text[start:end]
        return "%" in text or bool(self._language.values.money(text, 0, len(text)))
