"""Which projects does a document name, and by which names?

Evidence, in this order: title fields of records; a project noun beside a name, a quotation or a title that the
document repeats ("the project X", "the X project"); headings and titles that the text goes on to call "the project".
"""

from __future__ import annotations

import re

from graph.marking.compiled import Cue
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention, insert, known_as
from graph.marking.scanned import Scanned
from graph.marking.tokens import CAPITAL, LOWER, MIXED, UPPER, Tokens
from graph.model import Document
from graph.names.funds import fund_of_country
from graph.projects.announced import announced, carried_over
from graph.projects.apposed import join_apposed
from graph.projects.both_sides import in_capitals, named_before
from graph.projects.clipping import clear_guesses, clip_happening, drop_compound, holds_compound, numbered, take_place
from graph.projects.documents import documented
from graph.projects.entitled import past_called
from graph.projects.framed import join_framed
from graph.projects.headlines import holds_verb
from graph.projects.houses import house, house_before
from graph.projects.in_brackets import before_bracket, name_listed
from graph.projects.noun_headings import NounHeadings
from graph.projects.noun_names import NounNames
from graph.projects.noun_titles import NounTitles
from graph.projects.owners import OPENING, behind_owner, genitives
from graph.projects.plain import heads_body, opens_sentence, plain_words
from graph.projects.repeats import Repeats, heading_rows
from graph.projects.rivals import guessed_among_bodies, holds_post, joined_to_body
from graph.projects.sentence_case import SentenceCase
from graph.projects.spelled_out import SpelledOut
from graph.projects.subtitles import DASH, with_subtitle
from graph.projects.title_case import TitleCase
from graph.projects.titles import closes, past_label, split_title
from graph.projects.told import ToldNames
from graph.projects.trailing import Trailing
from ontology.automaton import Match

_OPENS = re.compile(rf"\s*[:-]?\s*{OPENING}?#?\s*")
_QUOTES = re.compile(r"[“„«\"'‘]")
LONGEST_TITLE = 34


class ProjectFinder(Scanned):
    """Finds project names in the marked sentences of a document."""

    def __init__(self, document: Document, tokens: Tokens, language: Language, marked: list[Marked]) -> None:
        super().__init__(document, tokens, language, marked)
        self.nouns = language.folded("nouns", "project")
        self._plain = plain_words(language)
        self._nouns_capitalised = language.lexicon.capitalised_nouns
        self._repeats = Repeats(tokens, heading_rows(document, marked))
        self._titles = SentenceCase(tokens, language)
        self._names = ToldNames(tokens, language, self._titles)
        self._trailing = Trailing(tokens, language)
        self._cased = TitleCase(tokens, language)
        self._noun_headings = NounHeadings(tokens, language)
        self.headed: dict[int, Mention] = {}  # what such headings name, by their first word
        self._noun_titles = NounTitles(tokens, language)
        self._spelled = SpelledOut(tokens)
        self._noun_names = NounNames(tokens, language, self._titles)

    def beside_nouns(self) -> None:
        """Turn names beside project nouns into Project mentions, in place."""
        for number, marked in enumerate(self._marked):
            guessed = (m for m in marked.mentions if m.kind == "Project" and not m.sure)
            plural = {c.first for c in marked.cues_of("nouns", "project_plural")}  # "Proyectos de Iniciativas Sociales"
            none = [
                m
                for m in guessed
                if m.first in plural
                or holds_verb(self._tokens, marked, m)
                or holds_compound(marked, m)
                or guessed_among_bodies(self._tokens, marked, m)
                or past_label(self._tokens, marked, m.first, self.nouns) == m.last
            ]
            marked.mentions = [m for m in marked.mentions if m not in none]
            before = self._marked[number - 1] if number else None
            self._names.take(marked, before)
            if self._head(marked):
                continue
            for cue in marked.cues_of("nouns", "project", "coreference"):
                if trailing := self._trailing.title(marked, cue.last - 1):
                    insert(marked, trailing)
            roles = [c for c in marked.cues_of("nouns", "roles") if c.last - c.first > 1]
            for cue in marked.cues_of("nouns", "project"):
                self._beside(marked, cue, roles)

    def _beside(self, marked: Marked, cue: Match[Cue], roles: list[Match[Cue]]) -> None:
        """Turn the name beside a project noun into a Project mention; `roles` are persons' ("project manager")."""
        first, last = cue.first, cue.last
        if self._compound(marked, first, last):
            drop_compound(marked, first)
            self._before_role(marked, first)
            return
        if numbered(self._tokens, marked, last):
            marked.mentions = [m for m in marked.mentions if m.kind == "code" or m.last <= first]
            return
        if any(r.first <= first and last < r.last for r in roles):
            self._before_role(marked, first)
            return
        if any(r.last == last for r in roles) and holds_post(self._tokens, marked, first, last):
            return
        if title := self._with_noun(marked, cue):
            marked.mentions = [m for m in marked.mentions if m.first != first or m.entry]
            insert(marked, title)
            return
        mention = (
            self._after(marked, first, last)
            or self._trailing.framed(marked, first)
            or (None if any(r.last == last for r in roles) else before_bracket(self._tokens, marked, first))
            or self._before(marked, first)
            or house_before(self._tokens, self._marked, marked, first)
            or in_capitals(self._tokens, marked, first)
        )
        if mention:
            clear_guesses(self._tokens, marked, mention, first, last)
            self._also_with_noun(marked, mention, first)
            if mention.first >= last:
                named_before(self._tokens, marked, first, mention)
            insert(marked, mention)
        elif any(c.last == last for c in marked.cues_of("nouns", "project_plural")):
            name_listed(self._tokens, marked, last)

    def _also_with_noun(self, marked: Marked, mention: Mention, noun: int) -> None:
        """A noun with a capital inside a sentence, right before a name, may be a part of it: "Operation Lantern"."""
        tokens = self._tokens
        capital = noun > marked.sentence.first and tokens.shapes[noun] == CAPITAL and not self._nouns_capitalised
        beside = noun < mention.first <= noun + 2
        if capital and beside and not any(tokens.gap(i).strip() for i in range(noun + 1, mention.first + 1)):
            mention.also = (*mention.also, tokens.surface(noun, mention.last))

    def _with_noun(self, marked: Marked, cue: Match[Cue]) -> Mention | None:
        """The name that begins with a project noun, or the title in capitalised words behind it."""
        found = self._spelled.title(marked, cue) or self._noun_names.title(marked, cue)
        found = found or house(self._tokens, self._marked, marked, cue.last, self._language)
        return found or self._noun_titles.title(marked, cue.last)

    def with_purposes(self) -> None:
        """What "a project" announces behind a colon is one; a name that ends in a capitalised project noun goes on with
        what the project is for, in title case: "Joint Initiative for Migrant Protection"."""
        carried_over(self._tokens, self._marked)
        for marked in self._marked:
            announced(self._tokens, marked)
            if self._document.blocks[marked.sentence.block].kind in ("title", "heading"):
                continue
            ends = {c.last for c in marked.cues_of("nouns", "project")}
            if whole := self._noun_names.cased(marked, self._cased):
                insert(marked, whole)
            join_apposed(self._tokens, marked, self._cased)
            join_framed(self._tokens, marked, self._language)
            for mention in [m for m in marked.mentions if m.kind in ("Name", "Project") and m.last in ends]:
                if mention.last - mention.first > 1 and self._tokens.shapes[mention.last - 1] != LOWER:
                    long = self._cased.purpose(marked, mention.first, mention.last)
                    if long is not None:
                        long.also = (mention.name,)
                        insert(marked, long)

    def _compound(self, marked: Marked, first: int, last: int) -> bool:
        """Whether a project noun begins a compound that names nothing ("project management"); a verb behind it, in
        lower case, begins none ("the Lantern project aims to")."""
        verbs = {c.first for c in marked.cues_of("words", "after_title") if self._tokens.shapes[c.first] == LOWER}
        compounds = (c for c in marked.cues_of("nouns", "project_compound") if c.first == first and c.last > last)
        return any(not (c.last - last == 1 and last in verbs) for c in compounds)

    def _head(self, marked: Marked) -> bool:
        """Let a heading that says so name a project; whether it does."""
        heading = self._document.blocks[marked.sentence.block].kind in ("heading", "title")
        whole = documented(self._tokens, marked) or (self._noun_headings.title(marked) if heading else None)
        if whole is None:
            return False
        marked.mentions = [m for m in marked.mentions if m.last <= whole.first or m.first >= whole.last]
        insert(marked, whole)
        self.headed[marked.sentence.first] = whole
        return True

    def _after(self, marked: Marked, first: int, at: int) -> Mention | None:
        tokens, sentence = self._tokens, marked.sentence
        owned, at = at, behind_owner(self._tokens, marked, at)
        titled = past_called(tokens, marked, at)
        if titled >= sentence.last or (titled == at and "," in tokens.gap(at)):
            return None
        mark = "." if titled > at else ")" if at > owned else ""
        parted = not _OPENS.fullmatch(tokens.gap(titled).removeprefix(mark))
        if parted or fund_of_country(tokens, marked, titled):
            return None
        coded, titled = titled, self._past_code(marked, titled)
        quoted = any(m.first == titled and closes(tokens, m.last) for m in marked.mentions)
        if titled > coded and not quoted and (listed := self._titles.registered(marked, titled)):
            return listed
        several = any(m.first == titled and m.last - m.first > 1 for m in marked.mentions)
        long = None if quoted else self._title_again(marked, titled, several)
        title = self._titles.titled(marked, titled) if titled > at else None
        if title is not None:
            return long if long and long.last > title.last else title
        lone = tokens.shapes[first] != LOWER
        least = long.last if long else 0
        loose = not quoted and (not lone or first in (sentence.first, sentence.first + 1) or titled > at)
        cased = self._cased.after(marked, titled, first) if loose else None
        if loose and (title := self._cased_at(marked, titled, least, cased)):
            return title
        asked = ":" in tokens.gap(titled) and tokens.text[: sentence.span.end].endswith("?")
        return None if asked else self._name_at(marked, titled, least, owned < at or titled > at, lone) or long

    def _cased_at(self, marked: Marked, at: int, least: int, cased: Mention | None) -> Mention | None:
        """The title in sentence case, or else the one in title case, that a name at a word begins."""
        headed = any(c.first == at for c in marked.cues_of("nouns", "houses"))  # "le projet École ouverte"
        lone = [Mention("Name", at, at + 1, "")] if headed and not any(m.first == at for m in marked.mentions) else []
        for mention in (*marked.mentions, *lone):
            if mention.first == at and mention.last >= least:
                title = self._titles.title(marked, mention) or cased
                return with_subtitle(self._tokens, marked, title) if title else None
        return None

    def _name_at(self, marked: Marked, at: int, least: int, owned: bool, lone: bool) -> Mention | None:
        """The name that begins at a word and does not end before word `least`; behind an owner's name (`owned`) it may
        be of any class, behind a noun with a capital (`lone`) one plain word must stand twice."""
        tokens = self._tokens
        for mention in marked.mentions:
            if mention.first != at or mention.last < least:
                continue
            word = mention.last - mention.first == 1 and tokens.shapes[mention.first] not in (UPPER, MIXED)
            once = tokens.folds.count(tokens.folds[mention.first]) < 2
            opens = not self._nouns_capitalised and opens_sentence(tokens, marked, mention)
            if lone and word and mention.kind == "Name" and once and not opens:
                return None
            if tokens.shapes[mention.first] == LOWER or (mention.kind == "Name" and self.is_bare_noun(mention)):
                continue
            open_class = mention.kind in ("Name", "Quote", "Project", "Output", "Event") or not mention.sure
            quoted = _QUOTES.search(tokens.gap(at)) and closes(tokens, mention.last) and not heads_body(marked, at)
            free = mention.entry is None and (owned or quoted)  # “Together – for a network of clubs”
            if open_class or free or take_place(tokens, marked, mention):
                return with_subtitle(tokens, marked, mention)
        return None

    def _past_code(self, marked: Marked, at: int) -> int:
        """Where the title begins behind a code and a dash ("the project AB-12 – Lantern") or a fund ("le projet
        AMIF LANTERN"), else `at`."""
        for code in marked.mentions:
            dashed = code.last < marked.sentence.last and DASH.match(_QUOTES.sub(" ", self._tokens.gap(code.last)))
            named = any(m.kind == "Name" and m.first == code.last for m in marked.mentions)
            fund = code.kind == "Fund" and code.entry is not None and named
            fund = fund and not self._tokens.gap(code.last).strip()
            if code.first == at and (fund or (code.kind == "code" and dashed)):
                at = code.last
        return at

    def _before_role(self, marked: Marked, noun: int) -> None:
        """The project named before "project manager"; before "Project Manager" it may be a person's name."""
        mention = self._before(marked, noun)
        if mention is not None:
            shapes = self._tokens.shapes[mention.first : mention.last]
            if self._tokens.shapes[noun] == LOWER or UPPER in shapes or MIXED in shapes:
                insert(marked, mention)

    def _title_again(self, marked: Marked, at: int, elsewhere: bool) -> Mention | None:
        """A title that is a heading elsewhere, or a long one with lower-case words that stands a second time; if
        `elsewhere`, after another word than here, as whole sentences repeat, too."""
        end, again = marked.sentence.last, self._repeats
        last = again.end_of(at, end, LONGEST_TITLE, 1 if elsewhere else 3)
        last = last or again.three(at, end, self._titles.small(marked))
        last = None if last and any(at < i < last for i in self._titles.told(marked)) else last  # a sentence again
        if (last := again.as_heading(at, end, LONGEST_TITLE) or last) is None:
            return None
        name = self._tokens.surface(at, last)
        return Mention("Project", at, last, name, also=split_title(name)[1], defined=True)

    def _before(self, marked: Marked, at: int) -> Mention | None:
        tokens = self._tokens
        clipped = clip_happening(tokens, marked, at)
        if cased := self._cased.before(marked, at) or clipped:
            return cased
        for mention in [m for m in marked.mentions if m.last == at and not holds_verb(tokens, marked, m)]:
            if tokens.barriers[at] and not any(c in tokens.gap(at) for c in '”“»«"!'):
                continue
            if mention.kind not in ("Name", "Quote") or "," in tokens.gap(at) or joined_to_body(marked, mention):
                continue
            if mention.kind == "Name" and known_as(tokens, marked, at - 1, at, self._language):
                continue  # "Ongoing UNHCR | project"
            made = any(shape in (UPPER, MIXED) for shape in tokens.shapes[mention.first : mention.last])
            distinctive = mention.kind == "Quote" or made
            led = {c.first for c in marked.cues_of("words", "articles")} | genitives(tokens, marked)
            named = mention.first - 1 in led and tokens.shapes[at] == LOWER and not self._nouns_capitalised
            if distinctive or named or (mention.last - mention.first >= 2 and mention.first > marked.sentence.first):
                return Mention("Project", mention.first, mention.last, mention.name, defined=True)
        return None

    def is_bare_noun(self, mention: Mention) -> bool:
        """Whether a "name" is nothing but project nouns and labels ("Pilot Project", "Project Description")."""
        words = range(mention.first, mention.last)
        return all(self._tokens.folds[i] in self._plain and self._tokens.shapes[i] != UPPER for i in words) or all(
            self._tokens.folds[i] in self.nouns for i in words
        )
