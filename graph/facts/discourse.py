"""Which project is a sentence about?

A document has sections (headings that name a project open one), paragraphs and sentences. A sentence is about the
project that it names;
else, if it says "the project", about the last one named in the paragraph, the section or the document; else about
that of its passage.
Menus, boilerplate, profiles of bodies and "related projects" are about none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from graph.facts.page_project import main_project, opens_with_pointer
from graph.marking.language import Language
from graph.marking.lines import nothing_but
from graph.marking.mentions import Marked, Mention
from graph.marking.things import Thing
from graph.marking.tokens import LOWER, Tokens
from graph.model import Document
from graph.projects.subjects import only_before

STEM = 5  # letters that the forms of one noun share
TOLD = 8  # words of a sentence that tells something
Strength = Literal["named", "pointed", "passage", "section", "page", "none"]


@dataclass(slots=True)
class Focus:
    """The project that a sentence is about and how that is known, strongest first in `Strength`; and the one that the
    text spoke of `before` it."""

    project: Thing | None = None
    strength: Strength = "none"
    profile: bool = False
    pointed: Thing | None = None
    before: Thing | None = None


@dataclass(slots=True)
class Passage:
    """Where the walk through the document stands."""

    section: Thing | None = None
    level: int = 0
    listed: bool = False
    levels: set[int] = field(default_factory=set)
    off: bool = False
    paragraph: Thing | None = None
    before: Thing | None = None
    last: Thing | None = None
    block: int = -1
    label: str | None = None
    seen: set[str] = field(default_factory=set)


class Discourse:
    """Walks through a document and gives each sentence its focus."""

    def __init__(
        self,
        document: Document,
        tokens: Tokens,
        marked: list[Marked],
        projects: dict[int, list[Thing]],
        heads: dict[int, Thing],
        call: Thing | None = None,
        language: Language | None = None,
    ) -> None:
        self._document = document
        self._language = language
        self._tokens = tokens
        self._marked = marked
        self._projects = projects
        self._heads = heads
        self.main, self.page = main_project(document, marked, projects, heads)
        late = min((i for i, found in projects.items() if self.main in found), default=0) * 2 > len(marked)
        if call is not None and not heads and late:  # a call's page tells of earlier projects as examples
            self.page = False
        sheets = {t.key for i, t in heads.items() if document.blocks[marked[i].sentence.block].about == "document"}
        self._many = len({t.key for t in heads.values()}) > 1 and len(sheets) != 1
        self._things = {thing.key: thing for found in projects.values() for thing in found}
        self._nouns = {key: self._nouns_beside(thing) for key, thing in self._things.items()}
        self._title = next((i for i, block in enumerate(document.blocks) if block.kind == "title"), 0)
        self._titled = any(
            self.main in found
            and document.blocks[marked[i].sentence.block].kind in ("title", "heading", "record")
            and i < 12
            for i, found in projects.items()
        )

    def _nouns_beside(self, thing: Thing) -> set[str]:
        """The beginnings of the project nouns that stand beside or in the names of a project."""
        return {
            self._tokens.folds[cue.last - 1][:STEM]
            for index, found in self._projects.items()
            if thing in found
            for mention in self._marked[index].mentions
            if mention.kind == "Project" and mention.name in thing.names
            for cue in self._marked[index].cues_of("nouns", "project")
            if cue.last >= mention.first and cue.first <= mention.last
        }

    def foci(self) -> list[Focus]:
        """A focus for each sentence, in order."""
        state = Passage()
        found = []
        for index, marked in enumerate(self._marked):
            block = self._document.blocks[marked.sentence.block]
            headed = block.kind in ("heading", "title") or (
                self._many and index in self._heads and (block.about == "document" or block.kind in ("item", "prose"))
            )
            goes_on = headed and index not in self._heads and self._continues(marked)
            if marked.sentence.block != state.block and not goes_on:
                state.before = state.paragraph if self._next_line(marked.sentence.block) else None
                state.block, state.paragraph = marked.sentence.block, None
            if headed and not goes_on and not nothing_but(self._tokens, marked):
                self._enter(state, index, marked, block.level)
            before = state.paragraph or state.section or (None if self._many else self._spoken_of(state))
            found.append(self._focus(state, index, marked, block.kind))
            found[-1].before = before
        return found

    def _continues(self, marked: Marked) -> bool:
        """Whether a line that looks like a heading says more of the project above it ("Project funded by …")."""
        at = marked.sentence.first
        at += at in marked.words_of("words", "articles")
        lower = at + 1 < marked.sentence.last and self._tokens.shapes[at + 1] == LOWER
        return lower and bool(marked.anchors) and any(c.first == at for c in marked.cues_of("nouns", "project"))

    def _next_line(self, block: int) -> bool:
        """Whether a block stands right under the one before it, without an empty line between."""
        if block == 0:
            return False
        above, here = self._document.blocks[block - 1].span, self._document.blocks[block].span
        return self._document.text.count("\n", above.end, here.start) <= 1

    def _enter(self, state: Passage, index: int, marked: Marked, level: int) -> None:
        """Open or close a section; what other headings of its level stand before its own are its like (`listed`)."""
        head = self._heads.get(index)
        if head is not None:
            state.section, state.level, state.off = head, level, False
            state.listed = level in state.levels
            state.seen.add(head.key)
        elif self._covers(marked, "related"):
            state.off = True
        else:
            state.off = False
            if (state.section is not None and level and state.level and level < state.level) or (
                state.section is not None
                and level == state.level
                and (len(self._heads) > 1 or state.listed)
                and not self._covers(marked, "generic_headings")
                and marked.sentence.first not in marked.words_of("words", "interrogatives")
            ):
                state.section = None
        state.levels.add(level)

    def _subject(self, index: int, named: list[Thing], state: Passage) -> Thing:
        """The project that what follows is about: that at the beginning of the sentence, else the section's, else the
        first."""
        marked = self._marked[index]
        for mention in marked.mentions:
            if mention.kind == "Project" and mention.name and mention.first - marked.sentence.first <= 4:
                return named[0]
        fallback = state.section or state.paragraph
        if fallback is None and not self._many and self._language and len(named) == 1:
            before = self._spoken_of(state)
            fallback = before if only_before(marked, self._language, named[0].names) else None
        return fallback or named[0]

    def _called(self, pointer: Mention, fallback: Thing | None, state: Passage) -> Thing | None:
        """The project that a pointer means: "the programme" is one that was called a programme rather than another."""
        noun = self._tokens.folds[pointer.last - 1][:STEM]
        known = self._nouns.get(fallback.key) if fallback else None
        if (fallback and not known) or (known and noun in known) or (fallback is None and self._many):
            return fallback
        called = [key for key, nouns in self._nouns.items() if noun in nouns and key in state.seen]
        return self._things[called[0]] if len(called) == 1 else fallback

    def _spoken_of(self, state: Passage) -> Thing | None:
        """What "the project" means without a nearer one: the page's project, unless only another was named so far."""
        known = self.main is None or self._titled or self.main.key in state.seen or state.last is None
        return self.main if known else state.last

    def _profiles(self, marked: Marked) -> bool:
        """Whether a sentence tells of a body as such; not if only a clause behind a later body does so ("It is run
        by X, founded in 2017, …")."""
        apart = {m.last for m in marked.mentions if m.kind == "Organisation" and m.first > marked.sentence.first + 2}
        cues = marked.cues_of("contexts", "organisation_profile")
        return any(c.first not in apart or "," not in self._tokens.gap(c.first) for c in cues)

    def _covers(self, marked: Marked, category: str) -> bool:
        """Whether cues of a category make up most of a heading."""
        words = {i for c in marked.cues_of("contexts", category) for i in range(c.first, c.last)}
        return len(words) * 2 > marked.sentence.last - marked.sentence.first

    def _in_footer(self, named: list[Thing]) -> Focus:
        """The focus of a footer's sentence: what it names, else what the page is about."""
        if named:
            return Focus(named[0], "named")
        return Focus(self.main, "page", pointed=self.main) if self.main and self.page and not self._many else Focus()

    def _tells(self, marked: Marked, kind: str, named: list[Thing]) -> bool:
        """Whether a sentence of a section on others tells of the page's own project ("About us: … the X project …")."""
        told = kind == "prose" and marked.sentence.last - marked.sentence.first >= TOLD
        return told and self.page and self.main in named

    def _focus(self, state: Passage, index: int, marked: Marked, kind: str) -> Focus:
        named = self._projects.get(index, [])
        if kind == "navigation" or marked.has("contexts", "boilerplate"):
            return Focus()
        if kind == "boilerplate":
            return self._in_footer(named)
        if not named and (state.off or (kind == "prose" and marked.sentence.block < self._title)):
            return Focus()  # what stands before the title are a menu's teasers
        state.off = state.off and not self._tells(marked, kind, named)
        profile = self._profiles(marked)
        fallback = state.paragraph or state.section or (None if self._many else self._spoken_of(state))
        if named and fallback is not None and fallback not in named and opens_with_pointer(marked):
            state.paragraph = fallback
            return Focus(fallback, "pointed", profile, fallback)
        if named:
            state.paragraph = state.last = self._subject(index, named, state)
            state.seen.update(t.key for t in named)
            return Focus(
                named[0], "named", profile, fallback if fallback in named or state.section is not None else named[0]
            )
        pointers = [m for m in marked.mentions if m.kind == "Project" and not m.name]
        if pointers:
            meant = self._called(pointers[0], fallback, state)
            return Focus(meant, "pointed" if meant else "none", profile, meant)
        if profile:
            return Focus(None, "none", True)
        if state.paragraph:
            return Focus(state.paragraph, "passage")
        if state.section:
            return Focus(state.section, "section")
        if state.before and kind == "prose" and not self._many and not self.page:
            return Focus(state.before, "section")
        if self.main is None or not self.page or self._many or not (self.main.key in state.seen or self._titled):
            return Focus()
        return Focus(self.main, "page")
