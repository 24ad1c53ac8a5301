"""Rolls: the lines under a heading that is a label, such as the partners of a project under "Partners".

Each line names one body; a bracket or a line above may give its country, a bracket its part ("coordinator").
"""

from __future__ import annotations

from graph.facts.discourse import Focus
from graph.facts.listed_bodies import before_country, fills, in_bracket, one_country, whole_name
from graph.facts.roll_entries import LABELS
from graph.facts.roll_labels import RollLabels
from graph.facts.series import behind_countries, in_countries, series
from graph.marking.mentions import Marked, Mention, distinctive
from graph.marking.things import Thing
from graph.marking.tokens import LOWER
from graph.model import Span

KINDS = frozenset({"prose", "item", "heading", "record"})
LISTED = frozenset({"item", "record"})
LONGEST_LINE = 40
LEAST_SERIES = 3
LEAST_PAIRS = 2
LONGEST_ROW = 16


class Rolls(RollLabels):
    """Reads the rolls of one document."""

    _rank = 0  # the level of the first line of a roll, if that is a heading

    def collect(self, marked: list[Marked], foci: list[Focus]) -> None:
        """Add the statements of all rolls; their lines are about no project otherwise."""
        name, heading, project, kinds, below, asked = None, Span(0, 0), None, KINDS, False, False
        self._rows(marked, foci)
        for index, line in enumerate(marked):
            if (under := self._under_label(line)) is not None and line.sentence.field is not None:
                name, heading, self._country = under, line.sentence.field.label_span or line.sentence.span, None
                self._rank = 0
                project, kinds, below = foci[index].project or self._discourse.main, KINDS, True
                continue
            if below and line.sentence.field is not None:  # the next label
                name, below = None, False
            kind = self._document.blocks[line.sentence.block].kind
            if kind in ("prose", "item") and foci[index].project is not None:
                self._series(line, foci[index])
            label = self._label(line) if kind == "heading" else self._lead_in(line) if kind == "prose" else None
            if label is not None:
                name, heading, self._country, self._rank = label, line.sentence.span, None, 0
                project = foci[index].project or self._discourse.main
                asked, below = self._asks(line), False
                kinds = KINDS if kind == "heading" or asked else LISTED
                continue
            ends = kind not in kinds or self._asks(line) or self._outranks(line)
            if name is None or project is None or ends or self._pays(line, name):
                name = None
                continue
            later = self._continues(marked, index) and not self._asks(marked[index - 1])
            if asked and later:
                continue  # the answer has been given
            if self._of_countries(project, name, line, heading):
                foci[index] = Focus()
                continue
            body = self._body(line, name) or before_country(self._tokens, line)
            if body is None or (below and not fills(self._tokens, line, body)):
                name = None if kind == "heading" or below else name
                continue
            if later:
                continue
            foci[index] = foci[index] if asked else Focus()
            self._entry(project, name, body, line, heading)

    def _entry(self, project: Thing, name: str, body: Mention, line: Marked, heading: Span) -> None:
        """Add what a line says of the body that it names and of those beside it."""
        others = [] if one_country(self._tokens, line) else self._beside(line, body, name)
        others = [m for m in others if not self._has_label(m.first, m.last, "implementedBy")]
        whole = body if others or self._part(line, body) else whole_name(self._tokens, line, body)
        for at, one in enumerate([whole, *others]):
            upto = others[at].first if at < len(others) else None
            self._one(project, self._part(line, one, upto) or name, one, line, heading)

    def _outranks(self, marked: Marked) -> bool:
        """Whether a heading is of a higher level than the lines of the roll above it that the reader took for
        headings: a new section begins there."""
        block = self._document.blocks[marked.sentence.block]
        higher = block.kind == "heading" and 0 < block.level < self._rank
        self._rank = self._rank or (block.level if block.kind == "heading" else 0)
        return higher

    def _of_countries(self, project: Thing, name: str, line: Marked, heading: Span) -> bool:
        """Whether a line is a country, the bodies of one or a row of bodies, whose statements are then added."""
        bodies = self._after_country(line)
        for named in bodies:
            self._one(project, name, named, line, heading)
        if bodies or self._country_line(line):
            return True
        single = self._document.blocks[line.sentence.block].kind == "item" and one_country(self._tokens, line)
        return name != "fundedBy" and not single and self._row(project, name, line, heading)

    def _after_country(self, marked: Marked) -> list[Mention]:
        """The bodies of a line "Italy: A, B, C", whose country is kept; none if the line is no such line."""
        country = marked.mentions[0] if marked.mentions else None
        if country is None or country.kind != "Country" or country.first != marked.sentence.first:
            return []
        if not self._tokens.gap(country.last).startswith(":"):
            return []
        bodies = [
            m
            for m in marked.mentions[1:]
            if (m.kind == "Organisation" and m.sure)
            or (m.kind in ("Name", "Quote") and self._cut_off(marked, m) and not self._personal(m))
        ]
        self._country = self._linker.thing_of(country) if bodies else None
        return bodies

    def _cut_off(self, marked: Marked, mention: Mention) -> bool:
        """Whether a name fills its place in a list: marks or the line's ends are on both sides."""
        ends = mention.last >= marked.sentence.last
        after = ends or self._tokens.gap(mention.last).strip()[:1] in (",", ";", "(")
        return self._tokens.gap(mention.first).strip()[-1:] in (":", ",", ";") and after

    def _country_line(self, marked: Marked) -> bool:
        """Whether a line is a country and at most a small word: "In Greece:"."""
        size = marked.sentence.last - marked.sentence.first
        if len(marked.mentions) != 1 or size > 4:
            return False
        named = marked.mentions[0]
        if named.kind == "Country":
            found: Thing | None = self._linker.thing_of(named)
        else:
            found = self._linker.lookup.country_in(marked, named, 1) if named.kind == "Name" else None
        if found is None or size - (named.last - named.first) > 1:
            return False
        self._country = found
        return True

    def _continues(self, marked: list[Marked], index: int) -> bool:
        """Whether a sentence is not the first of its block."""
        return index > 0 and marked[index - 1].sentence.block == marked[index].sentence.block

    def _body(self, marked: Marked, name: str) -> Mention | None:
        """The body that a line names: at its beginning, or a name up to a bracket, dash, comma or colon that is no
        person's; one plain word is enough for partners only."""
        first, last = marked.sentence.first, marked.sentence.last
        if last - first > LONGEST_LINE or self._tokens.shapes[first] == LOWER:
            return None
        small = {i for c in marked.cues_of("words", "articles") for i in range(c.first, c.last)}
        while first < last and first in small:
            first += 1
        for mention in marked.mentions:
            if mention.kind == "Organisation" and mention.sure and mention.first - first <= 4:
                behind = mention.first > first and "(" in self._tokens.gap(mention.first)  # "Dr Ada Bell (Kredo Trust)"
                return None if behind or self._says(marked, mention) else mention
            if mention.first != first:
                return None
            cut = mention.last >= last or self._tokens.gap(mention.last).strip()[:1] in ("(", "–", "—", "-", ",", ":")
            telling = name == "hasPartner" or distinctive(self._tokens, mention)
            if telling and mention.kind in ("Name", "Quote") and cut and not self._personal(mention):
                return mention
        return None

    def _says(self, marked: Marked, body: Mention) -> bool:
        """Whether a line is a clause of which a frame makes what it says: "Partners are X and Y"."""
        small = marked.words_of("words", "articles")
        led = (a for a in marked.anchors if a.first < body.first and not small.issuperset(range(a.first, a.last)))
        found = (self._language.frames[a.payload.frame] for a in led)
        return any(frame.property in LABELS for frame in found)

    # ── rows of bodies inside a sentence ───────────────────────────────────────────────────────────────────────

    def _series(self, marked: Marked, focus: Focus) -> None:
        """The bodies between semicolons after a colon, where "partners" or the like stands before it:
        "a consortium of three: A (Italy) is the lead partner; B (Malta); C (Spain)"."""
        first, last = marked.sentence.first, marked.sentence.last
        text = self._tokens.text[marked.sentence.span.start : marked.sentence.span.end]
        if focus.project is not None and "(" in text:
            self._bracketed(marked, focus.project)
            self._by_country(marked, focus.project)
        if ":" not in text or ";" not in text:
            return
        colon = next((i for i in range(first + 1, last) if ":" in self._tokens.gap(i)), last)
        starts = [colon, *(i for i in range(colon + 1, last) if ";" in self._tokens.gap(i))]
        if focus.project is None or len(starts) < LEAST_SERIES or not self._has_label(first, colon, "hasPartner"):
            return
        for begin, end in zip(starts, [*starts[1:], last], strict=True):
            body = next((m for m in marked.mentions if begin <= m.first <= begin + 2 and m.last <= end), None)
            known = body is not None and body.kind == "Organisation" and body.sure
            bare = body is not None and body.kind in ("Name", "Quote") and body.first == begin
            if body is None or not (known or (bare and not self._personal(body))):
                continue
            leads = self._has_label(body.last, end, "implementedBy")
            self._one(focus.project, "implementedBy" if leads else "hasPartner", body, marked, marked.sentence.span)

    def _bracketed(self, marked: Marked, project: Thing) -> None:
        """The bodies in a bracket right after "partners" or the like: "five technical partners (A, B, C)"."""
        first, last = marked.sentence.first, marked.sentence.last
        for at in [i for i in range(first + 1, last) if "(" in self._tokens.gap(i)]:
            if self._has_label(at - 1, at, "hasPartner"):
                for body in in_bracket(self._tokens, marked, at):
                    if not self._personal(body):
                        self._one(project, "hasPartner", body, marked, marked.sentence.span)

    def _by_country(self, marked: Marked, project: Thing) -> None:
        """The bodies that stand in brackets behind their countries, after "partners" or the like: "partners from Italy
        (A), Greece (B) and Malta (C)"."""
        found = [one for one in behind_countries(self._tokens, marked) if not self._personal(one.body)]
        countries = [one.country for one in found if one.country is not None]
        if len(found) >= LEAST_PAIRS and self._has_label(marked.sentence.first, countries[0].first, "hasPartner"):
            for one in found:
                self._one(project, "hasPartner", one.body, marked, marked.sentence.span, one.country)

    # ── rows of lines that are a body and its country ──────────────────────────────────────────────────────────

    def _rows(self, marked: list[Marked], foci: list[Focus]) -> None:
        """Three and more lines one below the other that are a name, its country and perhaps its part:
        "Kredo Foundation – coordinator – Italy", "MENETEK – Malta". One must be sure to be a body's."""
        row: list[tuple[int, Mention]] = []
        for index, line in enumerate(marked):
            project = foci[index].project or self._discourse.main
            listed = line.sentence.field is None and in_countries(series(self._tokens, line))
            if project is not None and listed and self._row(project, "hasPartner", line, line.sentence.span):
                foci[index] = Focus()
        for index in range(len(marked) + 1):
            body = self._with_country(marked[index]) if index < len(marked) else None
            if body is not None:
                row.append((index, body))
                continue
            if len(row) >= LEAST_SERIES and any(m.kind == "Organisation" and m.sure for _, m in row):
                for at, named in row:
                    project = foci[at].project or self._discourse.main
                    if project is not None and not foci[at].profile:
                        bracketed = one_country(self._tokens, marked[at])
                        whole = whole_name(self._tokens, marked[at], named) if bracketed else named
                        part = self._part(marked[at], whole) or "hasPartner"
                        self._one(project, part, whole, marked[at], marked[at].sentence.span)
            row = []

    def _with_country(self, marked: Marked) -> Mention | None:
        """The body of a line that ends with its country and says nothing else but its part."""
        first, last = marked.sentence.first, marked.sentence.last
        kind = self._document.blocks[marked.sentence.block].kind
        if kind not in KINDS or last - first > LONGEST_ROW or marked.sentence.field is not None or not marked.mentions:
            return None
        body, country = marked.mentions[0], marked.mentions[-1]
        if body is country and body.kind == "Organisation" and body.entry and (body.first, body.last) == (first, last):
            return body
        if country.kind != "Country" or country.last != last or body is country:
            return None
        if body.first != first or body.kind == "Place":
            return before_country(self._tokens, marked)
        if body.kind not in ("Organisation", "Name", "Quote") or self._personal(body):
            return None
        dashed = country.first - body.last <= 2 and self._tokens.gap(country.first).strip()[:1] in ("(", "–", "—")
        beside = dashed or self._country_after(marked, body) is country
        return body if beside or self._part(marked, body) is not None else before_country(self._tokens, marked)
