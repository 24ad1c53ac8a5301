"""Records that name projects: title fields of rows and sheets, lines below "Project title", headings above labelled
lines."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import combinations

from graph.marking.appearance import standing
from graph.marking.labels import LEAST_LABELS, SHEET, says_project
from graph.marking.mentions import Marked
from graph.marking.scanned import Scanned
from graph.marking.tokens import LOWER
from graph.projects.headlines import is_sentence
from graph.projects.sheets import TELLING, document_records, is_project_record, labels_told
from graph.projects.short_lines import is_short_line

NEXT_LABELS = 6
LEAST_TOLD, FIRST_LINES = 3, 4
LEADS = frozenset({"heading", "title", "item", "prose"})


class RecordTitles(Scanned):
    """Finds the sentences (by number) of one document that its records make names of projects."""

    def titled(self) -> list[int]:
        """The title field of a row names a project; that of a document if it is a project's record."""
        titles: dict[int, tuple[float, int]] = {}
        fields = self._language.fields
        sheet = document_records(self._document)
        whole = is_project_record(self._document, self._language, sheet)
        for index, marked in enumerate(self._marked):
            field, block = marked.sentence.field, marked.sentence.block
            lower = self._tokens.shapes[marked.sentence.first] == LOWER  # "Project LANTERN: why the club joins in"
            if field is None or fields.property_of(field.label) != "title" or (lower and fields.fit(field.label) < 1):
                continue
            if is_sentence(self._tokens, marked):
                continue
            if (
                (self._document.blocks[block].about == "row" and not self._is_lesson(block))
                or is_project_record(self._document, self._language, [block])
                or (whole and block in sheet and not titles)
                or says_project(self._language, field.label)
            ):
                titles[block] = max(titles.get(block, (0.0, 0)), (fields.fit(field.label), -index))
        said = {b for b, (_, i) in titles.items() if b in sheet and self._says_project(-i)}
        if said:  # "Project Proposal" stands above "Project title …"
            titles = {b: found for b, found in titles.items() if b not in sheet or b in said}
        best = max((fit for fit, _ in titles.values()), default=0)
        return [-index for fit, index in titles.values() if fit == best] or self._by_acronym(sheet)

    def _is_lesson(self, block: int) -> bool:
        """Whether a row is an entry of a timetable: it has a day and nothing that only a project's row says."""
        told = labels_told(self._document, self._language, [block])
        return "date" in told and told.isdisjoint(TELLING)

    def _by_acronym(self, sheet: list[int]) -> list[int]:
        """The one acronym of a project's record that gives no title names it."""
        if "title" in (told := labels_told(self._document, self._language, sheet)) or len(told & TELLING) < LEAST_TOLD:
            return []
        fields = ((i, m.sentence.field) for i, m in enumerate(self._marked) if m.sentence.block in sheet)
        found = [i for i, f in fields if f is not None and self._language.fields.property_of(f.label) == "acronym"]
        return found if len(found) == 1 and is_project_record(self._document, self._language, sheet) else []

    def _says_project(self, index: int) -> bool:
        field = self._marked[index].sentence.field
        return field is not None and says_project(self._language, field.label)

    def below(self, labels: Mapping[int, str]) -> list[int]:
        """The line below a line that is nothing but "Project title", or "Title" with other labels soon below it, names
        a project; `labels` are the label lines."""
        found: list[int] = []
        for index in [i for i, name in labels.items() if name == "title" and i + 1 not in labels]:
            span = self._marked[index].sentence.span
            said = says_project(self._language, self._tokens.text[span.start : span.end])
            if said or (not found and any(index < i <= index + NEXT_LABELS for i in labels)):
                found.append(index + 1)
        return found

    def above(self, labels: Mapping[int, str], generic: Callable[[Marked], bool]) -> list[int]:
        """The first title or line above several label lines, none of which is a title's, names the project that they
        describe, if text goes on to speak of "the project"."""
        first = min(labels, default=0)
        told = set(labels.values()) & TELLING
        if len(told) < LEAST_TOLD or "title" in labels.values() or "deadline" in labels.values():
            return []
        pointed = any(m.has("nouns", "coreference") for m in self._marked[first:])
        for index, marked in self.first_lines(FIRST_LINES):
            if index >= first:
                break
            kind = self._document.blocks[marked.sentence.block].kind
            if kind in ("title", "heading", "prose") and marked.sentence.field is None and not generic(marked):
                tells = is_sentence(self._tokens, marked) or self._ends(marked)
                return [index] if pointed and not tells else []
        return []

    def _ends(self, marked: Marked) -> bool:
        """Whether a line ends as a sentence does."""
        span = marked.sentence.span
        return self._tokens.text[span.start : span.end].rstrip()[-1:] in (".", "!", "?", ":", ";")

    def headed(self, generic: Callable[[Marked], bool]) -> list[int]:
        """Headings above labelled lines such as a project sheet has; `generic` tells headings that name nothing."""
        found: list[int] = []
        headings: list[int] = []
        run: list[int] = []
        after_text = True
        for index, marked in enumerate([*self._marked, None]):
            block = self._document.blocks[marked.sentence.block] if marked else None
            if block is not None and block.kind == "record" and block.about == "document":
                if marked and marked.sentence.block not in run:
                    run.append(marked.sentence.block)
                continue
            if run and headings and is_project_record(self._document, self._language, run, least=2):
                best = max(headings, key=lambda i: (self._uses(i), -i))
                if self._uses(best) > 1 or not self._named_before(index):
                    found.append(best)
                headings = []
            run = []
            if block is not None and marked is not None and block.kind in ("heading", "title"):
                headings = ([] if after_text else headings) + ([] if generic(marked) else [index])
            after_text = block is None or block.kind not in ("heading", "title")
        return found

    def repeated(self, generic: Callable[[Marked], bool]) -> list[int]:
        """Short lines above labelled lines with the same labels, at least twice: the entries of a register ("1.
        Lantern" / "Applicant: …" / "Amount granted: …"); `generic` tells lines that name nothing."""
        runs: dict[int, set[str]] = {}
        lead: int | None = None
        inside_field = self._inside_field()
        for index, marked in enumerate(self._marked):
            block = self._document.blocks[marked.sentence.block]
            if block.kind == "record" and block.about == "document" and marked.sentence.field is not None:
                if lead is not None:
                    labels = {self._language.fields.property_of(f.label) or "" for f in block.fields}
                    runs.setdefault(lead, set()).update(labels)
            elif lead is None or not inside_field(marked):
                leads = is_short_line(self._document, self._tokens, marked, LEADS)
                lead = index if leads and not generic(marked) else None
        found = {index: labels & SHEET for index, labels in runs.items() if "deadline" not in labels}
        pairs = {index: set(combinations(sorted(labels), LEAST_LABELS)) for index, labels in found.items()}
        times = Counter(pair for several in pairs.values() for pair in several)
        return sorted(index for index, several in pairs.items() if any(times[pair] > 1 for pair in several))

    def _inside_field(self) -> Callable[[Marked], bool]:
        """What tells whether a line stands inside the value of a field that is read by itself, too."""
        values = sorted((f.value.start, f.value.end) for b in self._document.blocks for f in b.fields)

        def inside(marked: Marked) -> bool:
            span = marked.sentence.span
            at = bisect_right(values, (span.start, len(self._tokens.text)))
            return at > 0 and span.end <= values[at - 1][1]

        return inside

    def _named_before(self, index: int) -> bool:
        """Whether a project that the document names stands before a sentence: the labelled lines are that one's."""
        start = self._marked[index].sentence.first if index < len(self._marked) else len(self._tokens.folds)
        found = [m for s in self._marked for m in s.mentions if m.kind == "Project" and m.defined and m.sure]
        return any(self._count(m.first, m.last, start) for m in found if m.last - m.first > 1)

    def _uses(self, index: int) -> int:
        return self._count(self._marked[index].sentence.first, self._marked[index].sentence.last)

    def _count(self, first: int, last: int, end: int | None = None) -> int:
        """How often a row of words stands in the document, or before a word."""
        until = len(self._tokens.folds) if end is None else end
        found = standing(self._tokens, self._tokens.folds[first:last])
        return sum(i + last - first <= until for i in found)
