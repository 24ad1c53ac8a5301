"""Brings the mentions of a document together: names, projects, acronyms, headings, and every later use of a name once defined."""

from __future__ import annotations

from functools import lru_cache

from graph.candidates import Candidates
from graph.language import Cue, Language
from graph.mentions import NAMED_KINDS, Marked, Mention, insert, mark_names
from graph.model import Document, Span
from graph.names import NameGrammar
from graph.people import role_beside
from graph.projects import ProjectFinder, distinctive, strip_numbering
from graph.statements import Collector
from graph.things import Register, Thing
from graph.tokens import LOWER, MIXED, NUMBER, UPPER, Tokens
from ontology.patterns import Automaton
from ontology.vocabulary import Entry, countries, entries
from ontology.words import folded_words

_TITLE_FIELDS = frozenset({"title"})


@lru_cache(maxsize=1)
def bodies_by_acronym() -> dict[str, Entry]:
    """The vocabulary's bodies by acronym, those left out that share one."""
    found: dict[str, list[Entry]] = {}
    for entry in entries().values():
        if entry.kind == "Organisation":
            for acronym in entry.acronyms:
                found.setdefault(acronym, []).append(entry)
    return {acronym: same[0] for acronym, same in found.items() if len(set(e.iri for e in same)) == 1}


class Linker:
    """Names and links the mentions of one document, sentence by sentence."""

    def __init__(
        self, document: Document, tokens: Tokens, language: Language, marked: list[Marked], given: frozenset[str]
    ) -> None:
        self._document = document
        self._tokens = tokens
        self._language = language
        self.marked = marked
        self._grammar = NameGrammar(tokens, language, given)
        self._finder = ProjectFinder(document, tokens, language, marked)
        nouns = {w for p in language.lexicon.nouns.get("project", ()) for w in folded_words(p.replace("*", ""))}
        articles = {w for p in language.lexicon.words.get("articles", ()) for w in folded_words(p)}
        self._articles = articles
        self.register = Register(language.lexicon.language, frozenset(nouns | articles))
        self.projects: dict[int, list[Thing]] = {}
        self.heads: dict[int, Thing] = {}
        self.call: Thing | None = None
        self._thing_of: dict[int, Thing] = {}
        self._private: list[Span] = []

    def link(self) -> None:
        """Run all stages."""
        for marked in self.marked:
            for mention in self._grammar.quotations(marked):
                insert(marked, mention)
            for mention in self._grammar.places(marked):
                if not any(m.kind == "Place" and m.entry for m in marked.mentions if m.first == mention.first):
                    insert(marked, mention)
            for mention in self._grammar.titles(marked):
                insert(marked, mention)
            for mention in self._grammar.chunks(marked):
                insert(marked, mention)
            for mention in self._grammar.events(marked):
                insert(marked, mention)
        self._finder.beside_nouns()
        self._known_by_caps()
        self._people()
        self._acronyms()
        self._records()
        Candidates(self._document, self._tokens, self._language, self.marked).promote(self._barred())
        self._headings()
        self._calls()
        self._everywhere()
        self._pointers()
        self._register()

    def is_personal(self, mention: Mention) -> bool:
        """Whether a name of unknown class looks like a person's."""
        return self._grammar.is_personal(mention)

    def thing_of(self, mention: Mention, kind: str | None = None) -> Thing:
        """The thing of a mention, taken for `kind` if its class is unknown."""
        found = self._thing_of.get(id(mention))
        if found is None or (kind and found.kind != kind):
            found = self.register.thing(mention, kind)
            self._thing_of[id(mention)] = found
        return found

    def used(self, collector: Collector) -> list[Thing]:
        """The things that statements speak of, and all named projects, in order of first mention."""
        keys = {s.subject for s in collector} | {s.object for s in collector if isinstance(s.object, str)}
        return [t for t in self.register.things() if t.key in keys]

    def private(self) -> tuple[Span, ...]:
        """Spans of personal names without a public role."""
        return tuple(sorted(set(self._private)))

    # ── people ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _people(self) -> None:
        for marked in self.marked:
            for mention in list(marked.mentions):
                if mention.kind != "Name" or not self._grammar.is_personal(mention):
                    continue
                mention.kind = "Person"
                mention.sure = role_beside(self._tokens, marked, mention)
                if not mention.sure:
                    self._private.append(Span(self._tokens.starts[mention.first], self._tokens.ends[mention.last - 1]))

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
        """A bare project noun is no name, and no part of "this Action" is."""
        for marked in self.marked:
            pointing = [(c.first, c.last) for c in marked.cues_of("nouns", "coreference")]
            marked.mentions = [
                m
                for m in marked.mentions
                if m.kind not in ("Name", "Project") or not any(a <= m.first and m.last <= b for a, b in pointing)
            ]
            marked.mentions = [m for m in marked.mentions if m.kind != "Project" or not self._finder.is_bare_noun(m)]

    def _acronyms(self) -> None:
        """“Long name (ABC)” and “ABC (Long name)”: one becomes a further form of the other."""
        tokens = self._tokens
        for marked in self.marked:
            dropped: list[Mention] = []
            for one, two in zip(marked.mentions, marked.mentions[1:]):
                between = tokens.text[tokens.ends[one.last - 1] : tokens.starts[two.first]]
                after = tokens.text[tokens.ends[two.last - 1] : tokens.ends[two.last - 1] + 2]
                if between.strip() not in ("(", "(„", "(“", '("', "”(", "” (", '" (', "» (") or not after.startswith(
                    (")", "”)", '")', ",")
                ):
                    continue
                if one.kind not in NAMED_KINDS | {"Name", "Quote"} or two.kind not in NAMED_KINDS | {"Name", "Quote"}:
                    continue
                short, long = (two, one) if self._is_short(two) else (one, two)
                if (
                    self._is_short(short)
                    and not self._is_short(long)
                    and (self._spells(short.name, long.name) or short.kind == long.kind)
                ):
                    if one.kind in ("Name", "Quote") and two.kind in NAMED_KINDS:
                        one.kind, one.sure = two.kind, two.sure
                        one.entry = one.entry or two.entry
                    one.also = (*one.also, two.name)
                    one.defined = one.defined or one.kind in NAMED_KINDS
                    dropped.append(two)
            marked.mentions = [m for m in marked.mentions if m not in dropped]

    def _is_short(self, mention: Mention) -> bool:
        return (
            mention.last - mention.first <= 2
            and self._tokens.shapes[mention.first] in (UPPER, MIXED)
            and len(mention.name) <= 12
        )

    def _spells(self, short: str, long: str) -> bool:
        """Whether the acronym's letters occur in order in the long name, the first as the first (Schwartz and Hearst, 2003)."""
        letters = [c for c in "".join(folded_words(short)) if c.isalpha()]
        text = " ".join(folded_words(long))
        if not letters or not any(word.startswith(letters[0]) for word in text.split()):
            return False
        at = 0
        for letter in letters:
            at = text.find(letter, at) + 1
            if at == 0:
                return False
        return True

    # ── projects from records and headings ─────────────────────────────────────────────────────────────────────

    def _records(self) -> None:
        """The title field of a row names a project; that of a document if it is a project's record."""
        titles: dict[int, str] = {}
        for index, marked in enumerate(self.marked):
            field = marked.sentence.field
            if field is None:
                continue
            block = self._document.blocks[marked.sentence.block]
            prop = self._language.fields.property_of(field.label)
            if prop != "title" or marked.sentence.block in titles:
                continue
            if block.about == "row" or self._is_project_record([marked.sentence.block]) or self._says_project(field.label):
                titles[marked.sentence.block] = field.label
                self._head(index, marked)
        if not self.heads:
            self._headed_records()

    def _says_project(self, label: str) -> bool:
        """Whether a label names the title of a project in so many words ("Project title", not just "Title")."""
        words = folded_words(label)
        cues = self._language.scan(words, 0, len(words), [False] * len(words))
        return len(words) > 1 and any(c.payload == Cue("nouns", "project") for c in cues)

    def _headed_records(self) -> None:
        """Labelled lines such as a project sheet has, under a heading: the heading names the project."""
        headings: list[int] = []
        run: list[int] = []
        after_text = True
        for index, marked in enumerate([*self.marked, None]):
            block = self._document.blocks[marked.sentence.block] if marked else None
            if block is not None and block.kind == "record" and block.about == "document":
                if marked and marked.sentence.block not in run:
                    run.append(marked.sentence.block)
                continue
            if run and headings and self._is_project_record(run, least=2):
                best = max(headings, key=lambda i: (self._uses(i), -i))
                self._head(best, self.marked[best])
                headings = []
            run = []
            if block is not None and marked is not None and block.kind in ("heading", "title"):
                headings = ([] if after_text else headings) + ([] if self._generic(marked) else [index])
            after_text = block is None or block.kind not in ("heading", "title")

    def _uses(self, index: int) -> int:
        """How often the words of a heading stand in the document."""
        sentence = self.marked[index].sentence
        words, folds = self._tokens.folds[sentence.first : sentence.last], self._tokens.folds
        return sum(
            1 for i in range(len(folds) - len(words) + 1) if folds[i] == words[0] and folds[i : i + len(words)] == words
        )

    def _is_project_record(self, blocks: list[int], least: int = 1) -> bool:
        """Whether the labels of some blocks are those of a project sheet: at least so many of them."""
        labels = {
            self._language.fields.property_of(f.label) for block in blocks for f in self._document.blocks[block].fields
        }
        core = {
            "implementedBy",
            "fundedBy",
            "hasPartner",
            "startDate",
            "endDate",
            "period",
            "budget",
            "code",
            "targets",
            "acronym",
            "coversCountry",
        }
        return len(labels & core) >= least and not labels & {"deadline"}

    def _alike(self, one: str, two: str) -> bool:
        """Whether two long names share most of their words."""
        a, b = set(one.split()), set(two.split())
        return min(len(a), len(b)) >= 4 and len(a & b) >= 0.7 * len(a | b)

    def _head(self, index: int, marked: Marked, same: str | None = None) -> bool:
        """Make a heading the name of a project; `same` is the normal form of a known name of it."""
        mention = self._finder.title_mention(marked)
        if mention is None:
            return False
        if same is not None:
            mention.also = (*mention.also, *self._forms_of(same))
        for other in [m for m in marked.mentions if m.kind == "Project" and m.sure and m.defined]:
            mention.also = (*mention.also, other.name, *other.also)
        marked.mentions = [m for m in marked.mentions if m.kind in ("code",)] + [mention]
        self.heads[index] = self.thing_of(mention)
        return True

    def _forms_of(self, normal: str) -> tuple[str, ...]:
        """The written forms of a project name by its normal form."""
        return tuple(
            dict.fromkeys(
                form
                for marked in self.marked
                for m in marked.mentions
                if m.kind == "Project" and m.defined
                for form in (m.name, *m.also)
                if self.register.normal(form) == normal
            )
        )

    def _headings(self) -> None:
        """Headings that name a project: one is already known by a form of the heading, or the text goes on with "the project"."""
        known = {
            self.register.normal(form)
            for m in self.marked
            for x in m.mentions
            if x.kind == "Project" and x.defined
            for form in (x.name, *x.also)
        }
        named = bool(known)
        first = True
        under_projects = self._under_projects()
        recorded = any(self._document.blocks[self.marked[i].sentence.block].about == "document" for i in self.heads)
        for index, marked in enumerate(self.marked):
            kind = self._document.blocks[marked.sentence.block].kind
            if kind not in ("heading", "title") or marked.sentence.field is not None or index in self.heads:
                continue
            if self._generic(marked):
                continue
            mention = self._finder.title_mention(marked)
            if mention is None:
                continue
            forms = {self.register.normal(form) for form in (mention.name, *mention.also)}
            inner = [m for m in marked.mentions if m.kind == "Project" and m.defined]
            if forms & known or any(self._alike(form, other) for form in forms for other in known):
                self._head(
                    index,
                    marked,
                    same=next((o for f in sorted(forms) for o in sorted(known) if self._alike(f, o)), None),
                )
            elif recorded:
                continue
            elif index in under_projects:
                self._head(index, marked)
            elif inner:
                self.heads[index] = self.thing_of(inner[0])
            elif self._goes_on(index) and not (named and (kind == "title" or first)):
                self._head(index, marked)
            first = False

    def _under_projects(self) -> set[int]:
        """Headings one level below a heading that says no more than "Projects"."""
        found: set[int] = set()
        open_level = 0
        for index, marked in enumerate(self.marked):
            block = self._document.blocks[marked.sentence.block]
            if block.kind != "heading" or not block.level:
                continue
            if open_level and block.level > open_level:
                found.add(index)
                continue
            size = marked.sentence.last - marked.sentence.first
            nouns = marked.cues_of("nouns", "project")
            open_level = block.level if nouns and size <= 2 + len(marked.cues_of("words", "articles", "we")) else 0
        levels = {self._document.blocks[self.marked[i].sentence.block].level for i in found}
        return {i for i in found if self._document.blocks[self.marked[i].sentence.block].level == min(levels)}

    def _calls(self) -> None:
        """The title of a page about a call names the call."""
        if self.heads or self.register.things("Call"):
            return
        for marked in self.marked[:12]:
            kind = self._document.blocks[marked.sentence.block].kind
            field = marked.sentence.field
            if not (
                kind in ("title", "heading")
                or field is not None
                and self._language.fields.property_of(field.label) == "title"
            ):
                continue
            if marked.cues_of("nouns", "call") and not self._language.fields.property_of(
                self._tokens.text[marked.sentence.span.start : marked.sentence.span.end]
            ):
                mention = self._finder.title_mention(marked)
                if mention is not None:
                    mention.kind = "Call"
                    marked.mentions = [mention]
                    self.call = self.thing_of(mention)
                    return

    def _generic(self, marked: Marked) -> bool:
        words = {
            i
            for c in marked.cues_of("contexts", "generic_headings", "related", "organisation_profile")
            for i in range(c.first, c.last)
        }
        size = marked.sentence.last - marked.sentence.first
        text = strip_numbering(self._tokens.text[marked.sentence.span.start : marked.sentence.span.end])
        if text.endswith(("?", ";")) or marked.has("nouns", "coreference"):
            return True
        return len(words) * 2 > size or self._language.fields.property_of(text) is not None

    def _goes_on(self, index: int) -> bool:
        """Whether one of the next two sentences of text points back with "the project"."""
        seen = 0
        if self._tokens.text[self.marked[index].sentence.span.start] in "'\"‘“„«":
            return False
        first = not any(
            self._document.blocks[m.sentence.block].kind in ("heading", "title") for m in self.marked[:index]
        )
        for marked in self.marked[index + 1 : index + 6]:
            block = self._document.blocks[marked.sentence.block]
            if block.kind in ("heading", "title") and not (first and self._generic(marked)):
                return False
            if block.kind in ("prose", "item"):
                seen += 1
                if any(m.kind == "Project" and m.defined for m in marked.mentions):
                    return False
                pointing = marked.cues_of("nouns", "coreference")
                if pointing and pointing[0].first - marked.sentence.first <= 8:
                    return True
                if seen >= 2:
                    return False
        return False

    # ── every later use ────────────────────────────────────────────────────────────────────────────────────────

    def _everywhere(self) -> None:
        """Each form that was defined once is found wherever it stands."""
        automaton: Automaton[tuple[str, str]] = Automaton()
        defined: dict[tuple[str, str], Mention] = {}
        for marked in self.marked:
            for mention in marked.mentions:
                if (
                    mention.defined
                    and mention.kind in NAMED_KINDS
                    and mention.kind != "Person"
                    and mention.entry is None
                ):
                    for form in (mention.name, *mention.also):
                        self._define(automaton, defined, mention, form)
        for marked in self.marked:
            sentence = marked.sentence
            for match in automaton.find(self._tokens.folds, sentence.first, sentence.last):
                kind, form = match.payload
                if (
                    self._tokens.shapes[match.first] == LOWER
                    or match.last - match.first == 1
                    and self._tokens.shapes[match.first] not in (UPPER, MIXED)
                    and match.first == sentence.first
                ):
                    continue
                if any(
                    m.first <= match.first and match.last <= m.last and m.defined and m.kind == kind
                    for m in marked.mentions
                ):
                    continue
                mention = Mention(
                    kind,
                    match.first,
                    match.last,
                    self._tokens.surface(match.first, match.last),
                    defined=True,
                    also=(defined[kind, form].name,),
                )
                self._replace(marked, mention)

    def _define(
        self,
        automaton: Automaton[tuple[str, str]],
        defined: dict[tuple[str, str], Mention],
        mention: Mention,
        form: str,
    ) -> None:
        words = folded_words(form)
        if (
            not words
            or (len(words) == 1 and (len(words[0]) < 3 or words[0].isdigit()))
            or len(words) == 1
            and not any(c.isupper() for c in form)
        ):
            return
        if (
            len(words) == 1
            and form != mention.name
            and not any(c.isupper() for c in form[1:])
            and mention.kind != "Project"
        ):
            return
        if (mention.kind, form) not in defined:
            defined[mention.kind, form] = mention
            automaton.add_row(words, (mention.kind, form))

    def _replace(self, marked: Marked, mention: Mention) -> None:
        clash = [m for m in marked.mentions if m.first < mention.last and mention.first < m.last]
        if any(m.last - m.first > mention.last - mention.first and m.kind != "Name" for m in clash):
            return
        if any(
            m.kind in ("Project",) and m.defined or (m.entry is not None and m.sure and mention.kind != "Project")
            for m in clash
        ):
            return
        marked.mentions = sorted([m for m in marked.mentions if m not in clash] + [mention], key=lambda m: m.first)

    def _compared(self, marked: Marked, mention: Mention) -> bool:
        """Whether a project is only compared with ("similar to X") or pointed to ("Read also: X"): the sentence is not about it."""
        if (
            any(c.first - marked.sentence.first <= 1 for c in marked.cues_of("contexts", "related"))
            and mention.first - marked.sentence.first <= 4
        ):
            return True
        return any(0 <= mention.first - c.last <= 3 for c in marked.cues_of("words", "similar"))

    def _pointers(self) -> None:
        """“The project” stands for the project in focus, unless its name follows at once."""
        for marked in self.marked:
            for cue in marked.cues_of("nouns", "coreference"):
                near = [m for m in marked.mentions if m.first < cue.last + 2 and cue.first < m.last]
                if not near:
                    marked.mentions = sorted(
                        [*marked.mentions, Mention("Project", cue.first, cue.last, "")], key=lambda m: m.first
                    )

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

    def country(self, code: str) -> Thing | None:
        """The thing of a country by its alpha-2 code."""
        entry = countries().get(code)
        return (
            self.register.thing(Mention("Country", 0, 0, entry.label(self._language.lexicon.language), entry=entry))
            if entry
            else None
        )

    def known(self, iri: str) -> Thing | None:
        """The thing of a vocabulary entry."""
        entry = entries().get(iri)
        return (
            self.register.thing(Mention(entry.kind, 0, 0, entry.label(self._language.lexicon.language), entry=entry))
            if entry
            else None
        )

    def known_body(self, name: str) -> Thing | None:
        """The thing of a body that the vocabulary knows by exactly this acronym."""
        entry = bodies_by_acronym().get(name)
        return self.register.thing(Mention("Organisation", 0, 0, name, entry=entry)) if entry else None

    def country_in(self, marked: Marked, mention: Mention, skip: int) -> Thing | None:
        """The country that a body's name holds after its first words ("IOM Italy", "IOM Mission in Rome")."""
        name = " ".join(mention.name.split()[skip:])
        found = [
            m
            for m in mark_names(self._tokens, marked, mention, self._language)
            if m.entry is not None and m.name in name
        ]
        return self.country(found[0].entry.country) if found and found[0].entry else None

    def only(self, kind: str) -> Thing | None:
        """The document's only thing of a kind, if there is just one."""
        found = self.register.things(kind)
        return found[0] if len(found) == 1 else None

    def is_origin(self, marked: Marked, mention: Mention) -> bool:
        """Whether a country or place is where people come from or pass through."""
        return any(0 <= mention.first - c.last <= 1 for c in marked.cues_of("words", "origin"))
