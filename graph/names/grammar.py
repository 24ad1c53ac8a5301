"""The name grammar: names that no vocabulary holds, by form and context.

A chunk is a row of capitalised words, joined by small words where a head noun ("Ministry of …", "Foundation for …")
allows it. Its class comes from its head noun, or from the noun beside a quotation. Chunks of no known class are "Name":
a frame or field that wants a body or a project may take them. Which words are small, the lexicon says.
"""

from __future__ import annotations

from graph.marking.compiled import Cue
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER, Tokens
from graph.names.acronyms import alone_in_capitals
from graph.names.actors import Actors
from graph.names.compounds import Compounds
from graph.names.flags import CAPITALISED, Flags, capital_pairs, flags_of, heads_next
from graph.names.formed import lower_case_name
from graph.names.funds import of_fund, past_fund, past_owned
from graph.names.generic import generic_rows
from graph.names.growth import Growth
from graph.names.incorporated import is_incorporated
from graph.names.inflection import by_known, rename
from graph.names.inner_brackets import in_bracket, unbracketed
from graph.names.project_chunks import behind_project_noun, in_compound
from graph.names.role_words import before_person, head_words, looks_personal, spelt_as_head
from graph.names.whereabouts import is_located, is_place, located_lands
from ontology.automaton import Match

STARTS = frozenset({"Country", "Place", "Organisation", "Fund"})  # known things with which a longer name may begin


class NameGrammar:
    """Finds names in marked sentences of one language."""

    def __init__(
        self, tokens: Tokens, language: Language, given_names: frozenset[str], titles: frozenset[str] = frozenset()
    ) -> None:
        """`titles` are the folded words that alone are the document's title: names at the head of a sentence, too."""
        self._tokens = tokens
        self._growth = Growth(tokens, language, given_names)
        self._nouns_capitalised = language.lexicon.capitalised_nouns
        self._given = given_names
        inside = {i for i, s in enumerate(tokens.shapes) if s == CAPITAL and not tokens.barriers[i]}
        self._seen_inside = frozenset(tokens.folds[i] for i in inside - {s.first for s in tokens.sentences}) | titles
        self._pairs = capital_pairs(tokens)
        self._actors, self._lone_titles = Actors(tokens, language), titles
        self._acting: int | None = None  # the word with which a sentence begins, if it runs a project
        self._bare_nouns = language.folded("nouns", "project")
        self._compounds = Compounds(tokens, language)
        self._head_words = head_words(language.lexicon.nouns.get("organisation", ()))
        self._bodies: dict[int, Mention] = {}
        self._lands, self._located = set[int](), set[int]()
        self._funds: list[Mention] = []
        self._lower_parts = language.lexicon.lowercase_names
        self._language = language.lexicon.language
        self._declension = language.lexicon.declension
        self._generic: list[tuple[int, int]] = []
        self._common: dict[int, list[Match[Cue]]] = {}
        self._peoples, self._plurals = set[int](), set[int]()
        self._modifiers: frozenset[int] = frozenset()

    def chunks(self, marked: Marked) -> list[Mention]:
        """Names made of capitalised words in one sentence."""
        self._enter(marked)
        flags, sentence, shapes = flags_of(marked), marked.sentence, self._tokens.shapes
        known = {
            i: m
            for m in marked.mentions
            for i in range(m.first, m.last)
            if m.sure or m.kind in ("date", "period", "url", "money")
        }
        found: list[Mention] = []
        at = sentence.first
        while at < sentence.last:
            if end := lower_case_name(self._tokens, flags, at, sentence.first, sentence.last):
                small = Mention("Organisation", at, end, self._tokens.surface(at, end), defined=True)
                found.append(self._based(flags, small))
                at = end
                continue
            if shapes[at] not in CAPITALISED and at not in self._common and at not in known:
                at += 1  # nothing begins here
                continue
            if (end := past_owned(marked, known, at)) > at:
                at = end
                continue
            at = past_fund(marked, self._tokens, known, self._growth.titles, at)
            start = self._lowercase_head(marked, flags, at)
            if start is None and not self._may_start(flags, at, sentence.first, known):
                at += 1
                continue
            last = self._growth.extend(flags, at if start is None else start, sentence.last, known, at)
            mention = self._typed(flags, at, last, start, sentence.first)
            if mention and not self._inflects(mention) and not of_fund(self._tokens, marked, mention, self._funds):
                found.append(self._based(flags, mention))
            at = max(last, at + 1)
        return found

    def _enter(self, marked: Marked) -> None:
        """Begin a sentence: what its mentions and cues say of it."""
        self._bodies = {m.first: m for m in marked.mentions if m.kind == "Organisation" and m.entry is not None}
        self._funds = [m for m in marked.mentions if m.kind == "Fund" and m.sure]
        self._modifiers = marked.words_of("nouns", "event_modifiers")
        self._peoples = {i for c in marked.cues if c.payload.section == "demonym" for i in range(c.first, c.last)}
        self._generic = generic_rows(self._tokens, marked)
        self._common = {}
        for cue in marked.cues_of("nouns", "lowercase_organisation"):
            self._common.setdefault(cue.first, []).append(cue)
        self._plurals = {c.last for c in marked.cues_of("nouns", "project_plural")}
        self._growth.enter(marked)
        self._acting, self._located = self._actors.of(marked), located_lands(marked)
        self._lands = {i for m in marked.mentions if m.kind in ("Country", "Place") for i in range(m.first, m.last)}

    def _may_start(self, flags: Flags, at: int, first: int, known: dict[int, Mention]) -> bool:
        tokens = self._tokens
        if tokens.shapes[at] not in CAPITALISED or (at in flags.article and tokens.shapes[at] != UPPER):
            return False
        if tokens.folds[at] in self._growth.months:
            return False
        begins = at == first or (tokens.barriers[at] and any(c in tokens.gap(at) for c in ".!?:•;\n"))
        if (
            at in flags.stop
            and tokens.shapes[at] != UPPER
            and (begins or tokens.barriers[at])
            and tuple(tokens.folds[at : at + 2]) not in self._pairs
        ):
            return False
        if (
            (
                begins
                and tokens.shapes[at] == CAPITAL
                and at not in flags.heads
                and tokens.folds[at] not in self._seen_inside
                and tokens.folds[at] not in self._given
                and at != self._acting
            )
            and at + 1 < len(tokens.shapes)
            and tokens.shapes[at + 1] == LOWER
            and not tokens.gap(at + 1).startswith("-")
            and at + 1 not in flags.legal
            and not self._growth.opens(flags, at, len(tokens.shapes))
        ):
            return False
        if at in flags.role and not spelt_as_head(tokens, flags, self._head_words, at):
            return False
        if at in flags.stop and tokens.shapes[at] == CAPITAL and heads_next(tokens, flags, at):
            return False
        mention = known.get(at)
        compound = mention is not None and in_compound(tokens, flags, mention)
        if compound or (at in flags.roles and before_person(tokens, self._given, at)):
            return False
        where = at in self._located and mention is not None and flags.begins_organisation(mention.last)
        return mention is None or (not where and mention.kind in STARTS)

    def _lowercase_head(self, marked: Marked, flags: Flags, at: int) -> int | None:
        """The first word of the name after a lower-case head noun ("the charity Kredo"), if one starts here."""
        tokens = self._tokens
        best: int | None = None
        for cue in self._common.get(at, ()):
            nxt = cue.last
            genitive = nxt - 1 > at and (nxt - 1 in flags.of or nxt - 1 in flags.article)
            if (genitive and is_located(marked, flags, at)) or is_place(marked, flags, at, nxt):
                continue
            if (
                all(tokens.shapes[i] == LOWER for i in range(at, nxt))
                and nxt < marked.sentence.last
                and tokens.shapes[nxt] in CAPITALISED
                and not tokens.barriers[nxt]
                and "," not in tokens.gap(nxt)
            ):
                best = max(nxt, best or 0)
        return best

    def _typed(self, flags: Flags, first: int, last: int, inner: int | None, sentence_first: int) -> Mention | None:
        tokens = self._tokens
        begin = first if inner is None else inner
        while last > begin + 1 and flags.joins(last - 1) and tokens.gap(last - 1) != ".":
            last -= 1
        last += inner is not None and begin + 1 == last and self._growth.ends_in_lower_case(flags, last)
        name = tokens.surface(begin, last)
        if inner is not None:
            whole = tokens.surface(first, last)
            if inner - 1 > first and (inner - 1 in flags.of or inner - 1 in flags.article):
                return Mention("Organisation", first, last, whole, defined=True)
            return Mention("Organisation", first, last, name, also=(whole,), defined=True)
        people = all(i in self._peoples for i in range(begin, last))
        if people or any(start <= begin and end >= last for start, end in self._generic):
            return None
        one = self._nouns_capitalised and begin + 1 not in self._bodies and not self._several(begin, last)
        if one and (project := behind_project_noun(tokens, flags, begin, last, self._bare_nouns)):
            return project
        kind, alternative = self._class_of(flags, begin, last)
        if begin in flags.sole and last - begin == 1:
            return Mention("Organisation", begin, last, name, defined=True)
        if kind == "Project" and (begin - 1 in flags.indefinite or self._several(begin, last)):
            return None
        if kind not in ("", "Organisation") and is_incorporated(tokens, flags, begin, last):
            kind, alternative = "Organisation", ""
        if kind and (last - begin > 1 or tokens.shapes[begin] == MIXED):
            return Mention(kind, begin, last, name, sure=kind != "Project", defined=True, alternative=alternative)
        if kind == "Organisation" and last - begin == 1 and self._compounds.names(begin, sentence_first):
            return Mention("Organisation", begin, last, name, defined=True)
        if kind and last - begin == 1:  # "GUIDE" among small letters is a name
            return Mention("Name", begin, last, name, sure=False) if self._stands_alone(kind, begin) else None
        if self._is_branch(begin, last):
            return Mention("Organisation", begin, last, name, defined=True)
        if legal := [i for i in flags.legal if begin <= i < last]:
            also = (tokens.surface(begin, legal[0]),) if begin < legal[0] and tokens.shapes[legal[0]] == LOWER else ()
            return Mention("Organisation", begin, last, name, also=also, defined=True)
        roles = all(i in flags.roles and tokens.shapes[i] == CAPITAL for i in range(begin, last))
        named = self._is_name(begin, last, sentence_first) and not self._ends_in_fund(begin, last, sentence_first)
        return Mention("Name", begin, last, name, sure=False) if named and not roles else None

    def _stands_alone(self, kind: str, at: int) -> bool:
        """Whether one word may be a name as it stands: in capitals among small letters, a body's in a bracket."""
        alone = in_bracket if kind == "Organisation" else alone_in_capitals
        return kind in ("Organisation", "Output", "Event", "Policy") and alone(self._tokens, at)

    def _several(self, first: int, last: int) -> bool:
        """Whether a chunk ends in a noun for several projects, or (where nouns are capitalised) begins so."""
        return last in self._plurals or (self._nouns_capitalised and first + 1 in self._plurals)

    def _class_of(self, flags: Flags, first: int, last: int) -> tuple[str, str]:
        """The class of a chunk's head noun and a second class that the noun allows; the head is the last before the
        first small word, or the first in languages that put it first."""
        tokens = self._tokens
        if self._growth.tail(flags, first, last) or self._growth.headed(flags, first, last) == last:
            return "Organisation", ""
        border = self._border(flags, first, last)
        row = range(first, border) if self._lower_parts else range(border - 1, first - 1, -1)
        for i in row:
            kinds = [
                kind
                for begin, kind in sorted(flags.heads.get(i, ()))
                if begin >= first and (tokens.shapes[begin] != LOWER or tokens.gap(begin) == "-")
            ]
            if kinds:
                held = any(j in self._modifiers or tokens.shapes[j] == NUMBER for j in range(first, last))
                kinds = kinds if held else sorted(kinds, key="Event".__eq__)  # "Young Forum"; "European Forum 2024"
                return kinds[0], kinds[1] if len(kinds) > 1 else ""
        return "", ""

    def _ends_in_fund(self, first: int, last: int, sentence_first: int) -> bool:
        """Whether the capital at the head of a sentence only stands before a fund ("New AMIF-projects")."""
        return first == sentence_first and any(first < m.first and m.last == last for m in self._funds)

    def _border(self, flags: Flags, first: int, last: int) -> int:
        """Where the first small word of a chunk stands, but for one after a word cut short ("Industrie- und …") and
        for a single "and"."""
        tokens = self._tokens
        small = [i for i in range(first + 1, last) if tokens.shapes[i] == LOWER and not tokens.gap(i).startswith("-")]
        if all(tokens.shapes[i] == UPPER for i in range(first, last)):
            small = [i for i in range(first + 1, last) if i in flags.of or i in flags.joiner or i in flags.conjunction]
        joined = sum(i in flags.conjunction for i in small) == 1
        return next((i for i in small if not (joined and i in flags.conjunction)), last)

    def _based(self, flags: Flags, mention: Mention) -> Mention:
        """A body's mention by its name in the base form; the form as written becomes a further one."""
        if self._growth.case_ending(mention.last - 1, mention.last) and mention.last - mention.first > 1:
            mention.also = (*mention.also, mention.name)
            mention.name = self._tokens.surface(mention.first, mention.last - 1)
            return mention
        if mention.kind in ("Organisation", "Fund") and mention.entry is None:
            tail = self._growth.tail(flags, mention.first, mention.last) if self._declension.complements else None
            border = tail or self._border(flags, mention.first, mention.last)
            body = self._bodies.get(mention.first) if self._declension.adjectives else None
            if not by_known(self._tokens, mention, body, self._language):
                rename(self._tokens, flags, mention, border, self._declension)
        unbracketed(mention)
        return mention

    def _inflects(self, mention: Mention) -> bool:
        """Whether a name is a known body with a case ending behind a colon ("IOM:s")."""
        body, last = self._bodies.get(mention.first), mention.last
        return body is not None and body.last == last - 1 and bool(self._growth.case_ending(last - 1, last))

    def _is_branch(self, first: int, last: int) -> bool:
        """Whether a name is a known body's in a country or place ("IOM Malta")."""
        body = self._bodies.get(first)
        if body is None or body.last >= last or self._tokens.gap(body.last) == "-":
            return False
        return any(i in self._lands for i in range(body.last, last))

    def _is_name(self, first: int, last: int, sentence_first: int) -> bool:
        shapes = self._tokens.shapes[first:last]
        titled = last - first == 1 and self._tokens.folds[first] in self._lone_titles
        if titled or first == self._acting or any(s in (UPPER, MIXED) for s in shapes):
            return True
        if self._nouns_capitalised:
            return len([s for s in shapes if s == CAPITAL]) >= 2 and all(s != LOWER for s in shapes)
        return (
            first > sentence_first
            or self._tokens.folds[first] in self._seen_inside
            or self._tokens.folds[first] in self._given
            or len([s for s in shapes if s == CAPITAL]) >= 2
        )

    def is_personal(self, mention: Mention) -> bool:
        """Whether a name of unknown class looks like a person's: it begins or ends with a given name."""
        return looks_personal(self._tokens, self._given, mention)
