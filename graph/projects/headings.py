"""Projects and calls that titles, headings and title fields name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.marking.hits import BODY_PROPERTIES
from graph.marking.language import Language
from graph.marking.lines import names_nothing_new, spans_time
from graph.marking.mentions import Marked, Mention
from graph.marking.scanned import Scanned
from graph.marking.things import Register, Thing
from graph.marking.tokens import NUMBER, Tokens
from graph.model import Document
from graph.projects.calls import Calls
from graph.projects.finding import ProjectFinder
from graph.projects.granted import Granted
from graph.projects.headlines import (
    acronymic,
    coded,
    is_label,
    is_local_body,
    is_located_body,
    kind_of,
    labelled_by,
    lists_projects,
    named_in_text,
    pointers,
    tells,
    told_of,
)
from graph.projects.parts import is_part
from graph.projects.record_titles import RecordTitles
from graph.projects.sections import numbered_beside, past_values, under_projects
from graph.projects.sheets import acronyms, document_records, heading_labels, is_project_record, tell_sheet
from graph.projects.spelt_titles import spelt_out
from graph.projects.titles import alike, before_colon, ends_in_compound, strip_numbering, title_mention
from graph.projects.unnamed import Unnamed

LEAST_POINTERS, LEAST_LABELS, FIRST_LINES, SHORT_LINE, FAR_POINTER = 2, 2, 6, 3, 12


class Headings(Scanned):
    """Finds what titles and headings name: `heads` maps the number of a project's title to the project; `call` is the
    call that the page is about."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        language: Language,
        marked: list[Marked],
        finder: ProjectFinder,
        register: Register,
        thing_of: Callable[[Mention], Thing],
        labels: Mapping[int, str],
    ) -> None:
        super().__init__(document, tokens, language, marked)
        self._finder = finder
        self._register = register
        self._thing_of = thing_of
        self._labels = labels
        self._records = RecordTitles(document, tokens, language, marked)
        self._granted = Granted(document, tokens, language, marked)
        self._unnamed = Unnamed(document, tokens, language, marked)
        self._calls = Calls(document, tokens, language, marked, finder, thing_of, labels)
        self._known: set[str] = set()  # the normal forms of projects that the text names
        self.heads: dict[int, Thing] = {}
        self.call: Thing | None = None

    def records(self) -> None:
        """The title field of a row names a project; that of a document if it is a project's record; else the heading
        above the labelled lines of one."""
        for index in [*self._records.titled(), *self._records.below(self._labels)]:
            line = self._marked[index]
            block = line.sentence.block if line.sentence.field is not None else None
            also = acronyms(self._document, self._language, block) if block is not None else ()
            self._head(index, line, also=also)
        for index in self._records.repeated(self._generic) if not self.heads else ():
            self._head(index, self._marked[index])
        for index, mention in self._granted.entries() if not self.heads else ():
            line = self._marked[index]
            line.mentions = [mention, *(m for m in line.mentions if m.first >= mention.last)]
            self.heads[index] = self._thing_of(mention)
        if not self.heads and not self._calls.is_subject():
            for index in self._records.headed(self._generic) or self._records.above(self._labels, self._generic):
                self._head(index, self._marked[index])

    def _head(self, index: int, marked: Marked, same: str | None = None, also: tuple[str, ...] = ()) -> bool:
        """Make a heading the name of a project; `same` is the normal form of a known name of it, `also` are more."""
        led = before_colon(self._tokens, marked, lambda name: self._register.normal(name) in self._known)
        mention = led or title_mention(self._tokens, marked, self._finder.nouns)
        if mention is None or names_nothing_new(self._tokens, marked):
            return False
        others = {m.name for m in marked.mentions if m.entry is not None or self._is_body(marked, m)}
        parts = tuple(form for form in mention.also if form not in others)  # "FUND – Lantern": the fund is no form
        if len(parts) == 1 and len(mention.also) == 2:
            mention.name = parts[0]
        mention.also = (*parts, *also, *(self._forms_of(same) if same is not None else ()))
        for other in [m for m in marked.mentions if m.kind == "Project" and m.sure and m.defined]:
            mention.also = (*mention.also, other.name, *other.also)
        periods = [m for m in marked.mentions if m.kind == "period" and m.first >= mention.last]
        marked.mentions = [*(m for m in marked.mentions if m.kind == "code"), mention, *periods]
        self.heads[index] = self._thing_of(mention)
        return True

    def _is_body(self, marked: Marked, mention: Mention) -> bool:
        """Whether a name in a heading is a body's: "Lantern | Kredo Foundation", "Lantern – City of Ghent"."""
        sure = mention.kind == "Organisation" and mention.sure and mention.defined
        return sure or is_local_body(self._tokens, marked, mention, self._language)

    def _forms_of(self, normal: str) -> tuple[str, ...]:
        """The written forms of the projects that have a form with this normal form."""
        return tuple(
            dict.fromkeys(
                form
                for marked in self._marked
                for m in marked.mentions
                if m.kind == "Project" and m.defined
                if normal in {self._register.normal(form) for form in (m.name, *m.also)}
                for form in (m.name, *m.also)
            )
        )

    def headings(self) -> None:
        """Headings that name a project: it is known by a form of them, or the text goes on with "the project"."""
        projects = [x for m in self._marked for x in m.mentions if x.kind == "Project" and x.defined]
        known = self._known = {self._register.normal(form) for x in projects for form in (x.name, *x.also)}
        first, titled = True, False  # `titled`: the first heading names a project; those below are its sections
        listed = under_projects(self._document, self._tokens, self._marked, self._generic)
        given = {*self.heads, *(i + 1 for i in self._labels)}
        recorded = any(self._document.blocks[self._marked[i].sentence.block].about == "document" for i in self.heads)
        for index, marked in enumerate(self._marked):
            if (kind := kind_of(self._document, marked, self._language)) not in ("heading", "title") or index in given:
                continue
            inner = [m for m in marked.mentions if m.kind == "Project" and m.defined and m.name]
            told = inner[0] if inner and told_of(self._tokens, marked, inner[0]) else None
            if whole := self._finder.headed.get(marked.sentence.first, told):
                self.heads[index] = self._thing_of(whole)
                titled, first = titled or first, False
                continue
            compound = ends_in_compound(self._tokens, marked)
            named_here = compound or not self._generic(marked)
            if (mention := title_mention(self._tokens, marked, self._finder.nouns) if named_here else None) is None:
                if inner and (kind == "title" or not marked.has("contexts", "related")):
                    self.heads[index] = self._thing_of(inner[0])
                continue
            same = self._same(mention, known)
            called = any(c.first - marked.sentence.first <= 1 for c in marked.cues_of("nouns", "call"))
            if called if same else recorded:
                continue
            if same:
                self._head(index, marked, same=same[0])
                titled = titled or first
            elif index in listed or compound:
                self._head(index, marked)
            elif inner:
                self.heads[index] = self._thing_of(inner[0])
                titled = titled or first
            elif not (titled or (known and first)) and self._means_project(index, first, not known):
                self._head(index, marked, also=() if known else self._unnamed.described())
                titled = kind == "title"
            first = False

    def _numbered(self) -> None:
        """Headings numbered in one row with a project's name projects, too, if the text below says so."""
        for index in numbered_beside(self._document, self._marked, self.heads, self._generic, self._says):
            self._head(index, self._marked[index])

    def _says(self, marked: Marked) -> bool:
        """Whether a trigger of several words for who runs, joins or pays for a project stands in a sentence."""
        frames = self._language.frames
        return any(frames[a.payload.frame].property in BODY_PROPERTIES and a.last - a.first > 1 for a in marked.anchors)

    def _same(self, mention: Mention, known: set[str]) -> list[str]:
        """The normal forms of known names that a heading's name has, or is much like."""
        forms = {self._register.normal(form) for form in (mention.name, *mention.also)}
        return sorted(o for o in known if any(f == o or alike(f, o) for f in forms))

    def _is_known(self, marked: Marked) -> bool:
        """Whether a heading is nothing but the name of a known body, fund or place, or of a body with a place."""
        first, last = marked.sentence.first, marked.sentence.last
        sure = [m for m in marked.mentions if m.sure and (m.first, m.last) == (first, last)]
        known = (m for m in sure if m.entry or is_local_body(self._tokens, marked, m, self._language))
        return any(known) or is_located_body(self._tokens, marked)

    def unnamed(self) -> None:
        """Name what is numbered beside a project. If nothing has named one: take the title for it, find the call that
        the page is about, or else take the headline of the page that tells of a project without naming it."""
        self._numbered()
        if not self._calls.is_subject():
            self._title_of_unnamed()
        if self.call is None and not self.heads:
            self._find_call()
        if self.call is None and not self.heads and (found := self._unnamed.head(self._register, self._generic)):
            self.heads[found[0]] = found[1]

    def _title_of_unnamed(self) -> None:
        """If nothing has named a project, the title names what is often called "the project" or what a sheet is of."""
        pointing = [self._document.blocks[m.sentence.block].kind for m in self._marked if m.has("nouns", "coreference")]
        pointing += ["prose"] * heading_labels(self._document, self._tokens, self._language, self._marked)
        named = any(m.kind == "Project" and m.defined for s in self._marked for m in s.mentions) or bool(self.heads)
        sheet = document_records(self._document)
        recorded = is_project_record(self._document, self._language, sheet, least=LEAST_LABELS)
        spoken = recorded or sum(kind in ("prose", "item") for kind in pointing) >= LEAST_POINTERS
        lines = [i for i, _ in self.first_lines(FIRST_LINES) if self._may_name(i)] if not named else []
        lines = lines[: next((n + 1 for n, i in enumerate(lines) if self._size(i) > SHORT_LINE), 1)]  # past a menu
        sheets = not named and tell_sheet(self._document, self._language, {*self._labels.values()})
        rows = enumerate(self._marked) if sheets else ()
        late = (i for i, m in rows if acronymic(self._tokens, m) and self._may_name(i))
        if (at := next(late, None)) is not None:
            self._head(at, self._marked[at])
        elif spoken and lines:
            marked = self._marked[lines[-1]]
            if not marked.has("nouns", "call", "event") and not tells(self._tokens, marked):
                self._head(lines[-1], marked, also=self._unnamed.described())

    def _may_name(self, index: int) -> bool:
        """Whether a line is a title or heading that is not general, or long, before a sentence on "the project"."""
        marked = self._marked[index]
        if self._generic(marked):
            return False
        if kind_of(self._document, marked, self._language) in ("title", "heading"):
            return True
        return marked.sentence.field is None and spelt_out(self._document, self._tokens, self._marked, index)

    def _find_call(self) -> None:
        self.call = self._calls.titled() or self._calls.described(self._generic) or self._calls.named()
        if self.call is not None:
            self._calls.absorb(self.call)
            self._calls.point(self.call)

    def _generic(self, marked: Marked) -> bool:
        general = marked.cues_of("contexts", "generic_headings", "related", "organisation_profile")
        words = {i for c in general for i in range(c.first, c.last)}
        small = marked.words_of("words", "and") | marked.words_of("words", "articles") | marked.words_of("words", "of")
        words |= {i for i in small if i - 1 in words and i + 1 in words}  # "Development | and aims"
        size = sum(shape != NUMBER for shape in self._tokens.shapes[marked.sentence.first : marked.sentence.last])
        span, plural = marked.sentence.span, lists_projects(self._tokens, marked)
        text = strip_numbering(self._tokens.text[span.start : span.end])
        named = {m.first for m in marked.mentions if m.kind == "Project" and m.defined and m.name}
        points = any(not named & {c.first, c.last, c.last + 1} for c in pointers(self._tokens, marked))
        known = self._is_known(marked) or any(m.kind == "money" for m in marked.mentions)
        known = known or names_nothing_new(self._tokens, marked) or marked.has("contexts", "reports", "vacancies")
        ruled_out = plural or points or known or is_part(self._tokens, marked) or text.endswith(("?", ";", ":"))
        return ruled_out or len(words) * 2 > size or is_label(self._tokens, self._language, marked, text)

    def _means_project(self, index: int, first: bool, unnamed: bool) -> bool:
        """Whether the text below a heading, or the heading itself, says that it names a project."""
        above = self.line_above(index)
        named = not (unnamed or self.heads) and named_in_text(self._document, self._marked[:index])
        if named or self._calls.is_subject() or (above and labelled_by(self._tokens, self._language, above)):
            return False
        here = self._marked[index]
        said = (first and self._is_named_by_noun(here)) or coded(self._tokens, here) or self._dated(index)
        return (said or self._goes_on(index, unnamed)) and not tells(self._tokens, here)

    def _dated(self, index: int) -> bool:
        """Whether the line below a heading is a period and nothing else, as projects have."""
        return index + 1 < len(self._marked) and spans_time(self._tokens, self._marked[index + 1])

    def _is_named_by_noun(self, marked: Marked) -> bool:
        """Whether a short heading ends in a compound with a project noun and the text says "the project"."""
        sentence = marked.sentence
        last = any(c.last == sentence.last for c in marked.cues_of("nouns", "project"))
        bare = self._finder.is_bare_noun(Mention("Project", sentence.last - 1, sentence.last, ""))
        return (
            last
            and 2 <= sentence.last - sentence.first <= 6
            and not bare
            and any(m.has("nouns", "coreference") for m in self._marked)
        )

    def _goes_on(self, index: int, unnamed: bool) -> bool:
        """Whether one of the next two sentences of text points back with "the project"; while no project is named
        (`unnamed`), or below the first heading, general headings may stand between."""
        seen = 0
        if self._tokens.text[self._marked[index].sentence.span.start] in "'\"‘“„«":
            return False
        blocks = self._document.blocks
        headed = [m for m in self._marked[:index] if blocks[m.sentence.block].kind in ("heading", "title")]
        first = all(self._generic(m) for m in headed)
        start = past_values(self._document, self._marked, index)
        for at, marked in enumerate(self._marked[start : start + 5], start):
            block = self._document.blocks[marked.sentence.block]
            heading = block.kind in ("heading", "title") and not ((first or unnamed) and self._generic(marked))
            if heading or (block.kind == "record" and not first):
                return False
            if spelt_out(self._document, self._tokens, self._marked, at):
                return False
            if block.kind in ("prose", "item"):
                seen += 1
                if any(m.kind == "Project" and m.defined for m in marked.mentions):
                    return False
                pointing = marked.cues_of("nouns", "coreference")
                if pointing and pointing[0].first - marked.sentence.first <= FAR_POINTER:
                    return True
                if seen >= 2:
                    return False
        return False
