"""Projects that a list names: "The following projects are funded:" or a heading "Projects funded", then one item or
section each.

An item's name ends where something is said of the project ("… led by X", "… (2019–2021)", "…, where X …"); a code or a
fund at its head stands outside of it ("AB-12 FUND Lantern").
"""

from __future__ import annotations

from graph.marking.hits import BODY_PROPERTIES
from graph.marking.mentions import VALUE_KINDS, Marked, Mention, known_as
from graph.marking.scanned import Scanned
from graph.marking.tokens import LOWER
from graph.projects.led import is_incorporated_item, led_from
from graph.projects.listed_sections import ListedSections
from graph.projects.titles import past_numbering, split_title
from ontology.words import folded_words

LONGEST, NEAR_END, LONGEST_PARTED, SUBTITLE = 34, 9, 8, 4
OTHERS = ("Organisation", "Fund", "Country", "Place", "Person", "date", "period", "money", "Event")
QUIET = ' *_”“»"’‘'
PARTS = frozenset({"hasPartner", "implementedBy", "fundedBy", "targets"})


class ListedProjects(Scanned):
    """Finds the projects that the lists of one document name."""

    def mark(self) -> None:
        """Turn the items of such lists, or the headings of such sections, into project mentions, in place."""
        sections = ListedSections(self._document, self._tokens, self._language, self._marked)
        index = 0
        while index < len(self._marked):
            announces, sentence = self._announces(index), self._marked[index].sentence
            items = self._items_after(index) if announces else []
            if announces and len(items) < 2 and sentence.last - sentence.first <= LONGEST_PARTED:
                items = sections.below(index)
            for item in items if len(items) >= 2 else ():
                self._name(self._marked[item])
            index += 1

    def _kind(self, index: int) -> str:
        return self._document.blocks[self._marked[index].sentence.block].kind

    def _announces(self, index: int) -> bool:
        """Whether a sentence or heading says that projects follow."""
        marked = self._marked[index]
        kind, sentence = self._kind(index), marked.sentence
        many = marked.cues_of("nouns", "project_plural")
        if kind == "record" and sentence.field is not None and self._says_several(sentence.field.label):
            return True
        related = kind != "title" and marked.has("contexts", "related")  # a page "Our projects" is about them
        if not many or sentence.field is not None or related:
            return False
        text = self._tokens.text[sentence.span.start : sentence.span.end].rstrip()
        goes_on = any("," in self._tokens.gap(i) for i in range(many[-1].last, sentence.last))
        if kind in ("heading", "title"):
            opens = goes_on and sentence.last - many[-1].last <= 2  # "Funded are projects, which | …"
            named = self._language.fields.property_of(text) not in PARTS
            return sentence.last - sentence.first <= LONGEST and named and not opens and not self._mixed(marked)
        return kind == "prose" and text.endswith(":") and sentence.last - many[-1].last <= NEAR_END and not goes_on

    def _mixed(self, marked: Marked) -> bool:
        """Whether "and" joins projects to other things of which the list may be: a heading "Tools and projects"."""
        nouns, ands = marked.cues_of("nouns", "project"), marked.words_of("words", "and")
        first = min((c.first for c in nouns), default=marked.sentence.first)
        return first > marked.sentence.first + 1 and first - 1 in ands

    def _says_several(self, label: str) -> bool:
        """Whether a label that is no field's name, with a list as its value, says that projects follow ("The three
        projects under way:")."""
        words = folded_words(label)
        many = self._language.folded("nouns", "project_plural") & {*words[-NEAR_END:]}
        return bool(many) and len(words) >= 2 and self._language.fields.property_of(label) is None

    def _items_after(self, index: int) -> list[int]:
        """The first sentences of the list items that come next, perhaps after a line that ends with a colon."""
        found: list[int] = []
        at = index + 1
        while self._kind(index) == "record" and at < len(self._marked) and self._kind(at) == "record":
            at += 1
        if at < len(self._marked) and self._kind(at) == "prose" and not self._announces(at):
            span = self._marked[at].sentence.span
            at += self._tokens.text[span.start : span.end].rstrip().endswith(":")
        block = -1
        kind = self._kind(at) if at < len(self._marked) else ""
        while at < len(self._marked) and (self._kind(at) == kind or (found and self._kind(at) == "record")):
            item = self._marked[at]
            opens = item.sentence.field is None and self._kind(at) == kind and item.sentence.block != block
            block = item.sentence.block
            if opens and (kind == "item" or self._parted(item, item.sentence.first) is not None):
                found.append(at)
            elif kind == "prose" and opens:
                break
            at += 1
        return found if kind in ("item", "prose") else []

    def _parted(self, marked: Marked, first: int) -> int | None:
        """Where a name ends that a colon, a dash or its quotation marks part from what an item says of it, or that is
        a short sentence of its own before another ("Lantern. Courses for refugees."). None if nothing parts it."""
        tokens, sentence = self._tokens, marked.sentence
        if self._document.blocks[sentence.block].kind == "heading":
            return self._end(marked, first)
        quoted = next((m for m in marked.mentions if m.kind == "Quote" and m.first == first), None)
        if quoted is not None and quoted.last < sentence.last:
            return quoted.last
        for at in range(first + 1, min(first + LONGEST_PARTED, sentence.last)):
            gap = tokens.gap(at)
            if gap.strip(QUIET) in (":", "–", "—", "-") and gap.endswith(" ") and gap[0] in QUIET + ":":
                return at if self._described(marked, first, at) else None
            if tokens.barriers[at] or gap.strip(" '’-&/+*_"):
                return None
        text = tokens.text[sentence.span.end : self._document.blocks[sentence.block].span.end].strip()
        short = text and sentence.last - first <= LONGEST_PARTED
        return sentence.last if short and tokens.text[sentence.span.end - 1] == "." else None

    def _described(self, marked: Marked, first: int, at: int) -> bool:
        """Whether what stands behind a colon or dash describes a project, and is no second half of its title: quotation
        marks close before it, a comma stands in it or ends it, or a full stop does."""
        tokens, sentence, end = self._tokens, marked.sentence, self._end(marked, first)
        closed = not set(tokens.gap(at)).isdisjoint('”“»"*')
        commas = any("," in tokens.gap(i) for i in range(at + 1, end))
        long = end - at > SUBTITLE or tokens.shapes[at] == LOWER
        commas = commas or (long and end < sentence.last and "," in tokens.gap(end))
        stops = end == sentence.last and tokens.text[: sentence.span.end].rstrip().endswith(".")
        return closed or commas or stops or self._document.blocks[sentence.block].kind == "prose"

    def _name(self, marked: Marked) -> None:
        tokens, first = self._tokens, self._behind_code(marked, led_from(self._tokens, marked))
        first = past_numbering(tokens, first, marked.sentence.last) if first < marked.sentence.last else first
        if (
            first >= marked.sentence.last
            or tokens.shapes[first] == LOWER
            or (marked.mentions[:1] and self._is_body(marked, marked.mentions[0]))
            or any(m.kind == "money" and m.first == first for m in marked.mentions)  # "5,000 € from the town"
            or self._named_behind_sum(marked)
        ):
            return
        parted = self._parted(marked, first)
        last = parted or self._end(marked, first)
        if any((m.first, m.last) == (first, last) and m.kind in OTHERS and m.sure for m in marked.mentions):
            return
        named = parted is not None or any((m.first, m.last) == (first, last) for m in marked.mentions)
        if not named and not 2 <= last - first <= LONGEST:
            return
        name, also = split_title(tokens.surface(first, last))
        mention = Mention("Project", first, last, name, also=also, defined=True)
        marked.mentions = sorted(
            [mention, *(m for m in marked.mentions if m.first >= last or m.last <= first)], key=lambda m: m.first
        )

    def _behind_code(self, marked: Marked, first: int) -> int:
        """The word behind a code, or a code and a fund of the vocabulary, that open an item, if a name follows."""
        code = next((m for m in marked.mentions if m.kind == "code" and m.first == first), None)
        if code is None or code.last >= marked.sentence.last or self._tokens.gap(code.last).strip(" -–—:"):
            return first
        fund = known_as(self._tokens, marked, code.last, code.last + 1, self._language)
        named = fund is not None and fund.kind == "Fund" and code.last + 1 < marked.sentence.last
        return code.last + (named and not self._tokens.gap(code.last + 1).strip(" -–—:"))

    def _is_body(self, marked: Marked, mention: Mention) -> bool:
        """Whether an item begins with a body of which something is said: "X runs a project for …"."""
        sentence = marked.sentence
        sums = {m.first for m in marked.mentions if m.kind == "money" and not self._tokens.gap(m.first).strip()}
        goes_on = mention.last < sentence.last and (self._tokens.shapes[mention.last] == LOWER or mention.last in sums)
        return mention.kind == "Organisation" and mention.first == sentence.first and mention.sure and goes_on

    def _named_behind_sum(self, marked: Marked) -> bool:
        """Whether a sum parts the beginning of an item from a project that a noun beside it names ("X 15,000 € for
        the Lantern project"): what opens it is who gets the sum."""
        sums = [m.last for m in marked.mentions if m.kind == "money"]
        return any(m.kind == "Project" and m.name and m.sure and m.first >= sums[0] for m in marked.mentions if sums)

    def _end(self, marked: Marked, first: int) -> int:
        """Where the name that begins at word `first` ends: before a trigger of bodies, a value, a body with a legal
        form behind a comma, the verb of a sentence such as "Project X helps …", or the sentence's end."""
        sentence = marked.sentence
        ends = [m.first for m in marked.mentions if m.kind in VALUE_KINDS - {"code"} and m.first > sentence.first]
        if any(first in (c.first, c.last) for c in marked.cues_of("nouns", "project")):
            verbs = (c.first for c in marked.cues_of("words", "after_title") if c.first > first)
            ends += [i for i in verbs if self._tokens.shapes[i] == LOWER]
        for anchor in marked.anchors:
            frame = self._language.frames[anchor.payload.frame]
            begins = not anchor.payload.before and anchor.payload.after[:1] == ("o",)
            if frame.property in BODY_PROPERTIES and begins and anchor.last - anchor.first >= 2:
                ends.append(anchor.first)
        ends += [m.first for m in marked.mentions if m.first > first and is_incorporated_item(self._tokens, marked, m)]
        said = {c.first for c in marked.cues_of("words", "after_title")} | marked.words_of("words", "strict_locative")
        ends += [i for i in said if i > first and "," in self._tokens.gap(i)]
        last = min([e for e in ends if e > sentence.first] or [sentence.last])
        while last > sentence.first + 1 and "(" in self._tokens.gap(last - 1) and last < sentence.last:
            last -= 1
        return last
