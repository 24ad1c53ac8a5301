"""Brings the mentions of a document together: names, projects, acronyms, headings, and every later use of a name once
defined."""

from __future__ import annotations

from graph.facts.paying import programmes_that_pay
from graph.facts.relations import FrameEngine
from graph.facts.statements import Collector
from graph.lookup import Lookup
from graph.marking.labels import label_lines
from graph.marking.language import Language
from graph.marking.mentions import NAMED_KINDS, Marked, Mention, insert
from graph.marking.things import Register, Thing
from graph.marking.tokens import Tokens
from graph.marking.wide_pointers import wide_pointers
from graph.model import Document, Grant, Span
from graph.names.acronyms import Acronyms
from graph.names.bodies import join_bilingual, join_quoted
from graph.names.body_pointers import point_to_bodies
from graph.names.grammar import NameGrammar
from graph.names.headed import headed_names
from graph.names.inner_and import join_inner
from graph.names.later_uses import LaterUses
from graph.names.plurals import PluralHeads
from graph.names.quotations import Quotations
from graph.names.shorthand import apply_shorthand
from graph.names.titled import TitleGrammar
from graph.names.told_bodies import take_told_bodies
from graph.names.web_names import name_hosts
from graph.names.whereabouts import beside_bodies, settle, with_nouns
from graph.privacy.namesakes import namesakes
from graph.privacy.people import role_beside
from graph.projects.aliases import join_aliases
from graph.projects.apposed import apposed
from graph.projects.candidates import Candidates
from graph.projects.echoes import Echoes
from graph.projects.finding import ProjectFinder
from graph.projects.headings import Headings
from graph.projects.headlines import lone_titles
from graph.projects.introduced import introduce
from graph.projects.listed import ListedProjects
from graph.projects.numbers import means_several
from graph.projects.owner_nouns import settle_nouns
from graph.projects.salience.fallback import take_ranked
from graph.projects.variants import join_variants, part_siblings
from ontology.words import folded_words


class Linker:
    """Names and links the mentions of one document, sentence by sentence."""

    def __init__(
        self, document: Document, tokens: Tokens, language: Language, marked: list[Marked], given: frozenset[str]
    ) -> None:
        self._document = document
        self._tokens = tokens
        self._language = language
        self.marked = marked
        self._given = given
        self._titles = TitleGrammar(tokens)
        self._quotations = Quotations(tokens, language)
        self._grammar = NameGrammar(tokens, language, given, lone_titles(document, tokens, language, marked))
        self._plurals = PluralHeads(tokens, language)
        self._finder = ProjectFinder(document, tokens, language, marked)
        dropped = language.folded("nouns", "project") | language.folded("words", "articles")
        self.register = Register(language.lexicon.language, dropped)
        self.projects: dict[int, list[Thing]] = {}
        self._thing_of: dict[int, tuple[Mention, Thing]] = {}
        self._private: list[Span] = []
        self.lookup = Lookup(tokens, language, self.register)
        self.labels = label_lines(document, tokens, language, marked)
        self._headings = Headings(
            document, tokens, language, marked, self._finder, self.register, self.thing_of, self.labels
        )

    def link(self) -> None:
        """Run all stages."""
        self._names()
        self._projects()
        if self.call is None and not self.heads:
            take_ranked(self._document, self._tokens, self._language, self.marked, self.is_personal, self.thing_of)
        join_variants(self.marked, self.register.normal)
        LaterUses(self._tokens, self.marked, self._language.lexicon.language).find()
        point_to_bodies(self._tokens, self.marked, self.register.normal)
        self._pointers()
        introduce(self._document, self._tokens, self.marked)
        self._register()

    def without_rules(self) -> None:
        """Find names, people and acronyms alone, as if no rule named a project: what `bench.salience` learns from."""
        self._names()
        self._known_by_caps()
        self._people()
        self._join_acronyms()

    def _names(self) -> None:
        for marked in self.marked:
            name_hosts(self._tokens, marked, self._language)
            for mention in self._quotations.find(marked):
                insert(marked, mention)
            for mention in self._titles.places(marked):
                if not any(m.kind == "Place" and m.entry for m in marked.mentions if m.first == mention.first):
                    insert(marked, mention)
            for mention in self._titles.titles(marked):
                insert(marked, mention)
            for mention in self._grammar.chunks(marked):
                insert(marked, mention)
            for mention in self._titles.events(marked):
                insert(marked, mention)
            settle(self._tokens, marked, self._language)
            with_nouns(self._tokens, marked, self._language)
            beside_bodies(self._tokens, marked)
            settle_nouns(self._tokens, marked, self._language)
            join_quoted(self._tokens, marked)
            join_bilingual(self._tokens, marked)
            join_inner(self._tokens, marked)
            self._plurals.split(marked)
        headed_names(self._document, self._tokens, self.marked, self._language)
        apply_shorthand(self._tokens, self.marked)
        take_told_bodies(self._tokens, self.marked, self._language, self.is_personal)

    def _projects(self) -> None:
        self._finder.beside_nouns()
        self._finder.with_purposes()
        apposed(self._tokens, self.marked)
        Echoes(self._document, self._tokens, self._language, self.marked).mark()
        for marked in self.marked:
            join_aliases(self._tokens, marked)
        self._known_by_caps()
        self._people()
        self._join_acronyms()
        self._headings.records()
        ListedProjects(self._document, self._tokens, self._language, self.marked).mark()
        Candidates(self._document, self._tokens, self._language, self.marked).promote(self._barred())
        part_siblings(self.marked, self.register.normal)
        self._headings.headings()
        self._headings.unnamed()

    @property
    def heads(self) -> dict[int, Thing]:
        """The projects that titles and headings name, by the number of the sentence."""
        return self._headings.heads

    @property
    def call(self) -> Thing | None:
        """The call that the page is about, if any."""
        return self._headings.call

    def is_personal(self, mention: Mention) -> bool:
        """Whether a name of unknown class looks like a person's."""
        return self._grammar.is_personal(mention)

    def thing_of(self, mention: Mention, kind: str | None = None) -> Thing:
        """The thing of a mention, taken for `kind` if its class is unknown."""
        known = self._thing_of.get(id(mention))  # kept with its mention, whose number no other may get
        found = known[1] if known else None
        if found is None or (kind and found.kind != kind):
            found = self.register.thing(mention, kind)
            self._thing_of[id(mention)] = (mention, found)
        return found

    def used(self, collector: Collector) -> list[Thing]:
        """The things that statements speak of, in order of first mention."""
        keys = {s.subject for s in collector} | {s.object for s in collector if isinstance(s.object, str)}
        keys |= {s.object.recipient for s in collector if isinstance(s.object, Grant)}
        return [t for t in self.register.things() if t.key in keys]

    def private(self) -> tuple[Span, ...]:
        """Spans of personal names without a public role."""
        return tuple(sorted(set(self._private)))

    def _join_acronyms(self) -> None:
        """Join acronyms and long names; then the programmes that pay are known to be funds."""
        Acronyms(self._tokens, self.marked).join()
        engine = FrameEngine(self._tokens, self._language, self.is_personal)
        programmes_that_pay(self._document, self._tokens, self.marked, engine)

    def _people(self) -> None:
        for marked in self.marked:
            for mention in namesakes(self._tokens, marked, self._given):
                mention.kind, mention.entry = "Name", None
            for mention in list(marked.mentions):
                if mention.kind != "Name" or not self._grammar.is_personal(mention) or self._honours(marked, mention):
                    continue
                mention.kind = "Person"
                mention.sure = role_beside(self._tokens, marked, mention)
                if not mention.sure:
                    self._private.append(Span(self._tokens.starts[mention.first], self._tokens.ends[mention.last - 1]))

    def _honours(self, marked: Marked, mention: Mention) -> bool:
        """Whether a body bears the name: its head noun stands at its end or right behind ("Anna Lind-stiftelsen")."""
        behind = mention.last < marked.sentence.last and self._tokens.gap(mention.last).strip() in ("", "-")
        return any(
            (cue.last == mention.last and cue.first > mention.first) or (behind and cue.first == mention.last)
            for category in ("organisation", "lowercase_organisation", "fund")
            for cue in marked.cues_of("nouns", category)
        )

    def _barred(self) -> frozenset[str]:
        """Folded names that stand for something else somewhere in the document."""
        return frozenset(
            " ".join(folded_words(form))
            for marked in self.marked
            for m in marked.mentions
            if m.kind in NAMED_KINDS - {"Project"} and m.sure
            for form in (m.name, *m.also)
        )

    # ── names ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _known_by_caps(self) -> None:
        """A bare project noun is no name, and no part of "this Action" is, but for "the project of the same name"."""
        for marked in self.marked:
            pointing = [(c.first, c.last) for c in marked.cues_of("nouns", "coreference")]
            marked.mentions = [
                m
                for m in marked.mentions
                if m.kind not in ("Name", "Project")
                or m.name not in self._tokens.surface(m.first, m.last)
                or not any(a <= m.first and m.last <= b for a, b in pointing)
            ]
            marked.mentions = [m for m in marked.mentions if m.kind != "Project" or not self._finder.is_bare_noun(m)]

    def _compared(self, marked: Marked, mention: Mention) -> bool:
        """Whether a project is only compared with ("similar to X") or pointed to ("Read also: X")."""
        if (
            any(c.first - marked.sentence.first <= 1 for c in marked.cues_of("contexts", "related"))
            and mention.first - marked.sentence.first <= 4
        ):
            return True
        return any(0 <= mention.first - c.last <= 3 for c in marked.cues_of("words", "similar"))

    def _pointers(self) -> None:
        """“The project” stands for the project in focus, unless its name follows at once; a body behind an article is
        none of it ("A projektet a Kredo Alapítvány valósítja meg")."""
        capitalised = self._language.lexicon.capitalised_nouns  # "das Projekt der Stiftung": a genitive
        for marked in self.marked:
            parted = marked.words_of("words", "articles") - marked.words_of("words", "of")
            for cue in marked.cues_of("nouns", "coreference"):
                if means_several(self._tokens, marked, cue):
                    continue
                inside = [m for m in marked.mentions if m.kind == "money" and cue.first < m.first and m.last < cue.last]
                apart = cue.last in parted and not capitalised
                clash = (m for m in marked.mentions if m not in inside)
                clash = (m for m in clash if not (apart and m.kind == "Organisation" and m.first > cue.last))
                near = [m for m in clash if m.first < cue.last + 2 and cue.first < m.last]
                if not near:
                    marked.mentions = sorted(
                        [*marked.mentions, Mention("Project", cue.first, cue.last, "")], key=lambda m: m.first
                    )
            for cue in wide_pointers(self._tokens, marked):
                if not any(m.first <= cue.last and cue.first < m.last for m in marked.mentions):
                    pointer = Mention("Project", cue.first, cue.last, "")
                    marked.mentions = sorted([*marked.mentions, pointer], key=lambda m: m.first)

    def _register(self) -> None:
        for index, marked in enumerate(self.marked):
            found: list[Thing] = []
            for mention in marked.mentions:
                if mention.kind in NAMED_KINDS and mention.defined and mention.kind != "Person":
                    thing = self.thing_of(mention)
                    for form in mention.also:
                        short = (
                            len(form) <= 12
                            and form[:1].isupper()
                            and any(c.isupper() or c.isdigit() for c in form[1:])
                            and " " not in form
                        )
                        self.register.alias(thing, form, acronym=short)
                    if thing.kind == "Project" and thing not in found and not self._compared(marked, mention):
                        found.append(thing)
            if found:
                self.projects[index] = found

    # ── what the statement stages ask ──────────────────────────────────────────────────────────────────────────

    def is_origin(self, marked: Marked, mention: Mention, first: int = 0, last: int = 0) -> bool:
        """Whether a country or place is where people come from or pass through, by cues outside words first to
        last."""
        if any(c.last == mention.last for c in marked.cues_of("words", "origin_case")):
            return True
        if any(c.last == mention.last for c in marked.cues_of("words", "locative_case")):
            return False
        return any(
            0 <= mention.first - c.last <= 1 and not first <= c.first < last for c in marked.cues_of("words", "origin")
        )
