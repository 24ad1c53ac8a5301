"""How far a name goes: over capitalised words, small words that its head noun allows, legal forms and commas in names
of ministries."""

from __future__ import annotations

import re

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, NUMBER, UPPER, Tokens
from graph.names.acronyms import is_acronym, over_in_capitals
from graph.names.adjectives import adjectives_inside, past_adjective
from graph.names.commas import past_comma
from graph.names.complements import Complements
from graph.names.conjunction import Conjunction
from graph.names.flags import CAPITALISED, Flags, begins_project, is_told, names_project, opens_label
from graph.names.formed import closed_by_form, closed_by_head, heads_row, inner_head
from graph.names.inner_brackets import past_bracket
from graph.names.purposes import Purposes
from graph.names.repeated import begins_again, stands_twice
from graph.names.tails import Tails
from graph.names.topics import past_topics
from graph.names.trailing_numbers import is_named

MAX_NAME, CLOSING = 22, ("words", "closing_nouns")
_JOINABLE_GAP = re.compile(r"\(|\s*[-–./&+|]?\s*|[’']\s*|\.\s")


class Growth:
    """Extends names in the sentences of one document."""

    def __init__(self, tokens: Tokens, language: Language, given_names: frozenset[str]) -> None:
        self._tokens = tokens
        self._given = given_names
        self.months = language.months
        self._lower_parts = language.lexicon.lowercase_names
        self._nouns_capitalised = language.lexicon.capitalised_nouns
        self._tails = Tails(tokens, language.lexicon.declension)
        self._complements = Complements(tokens, language.lexicon.declension)
        self._verbs: set[int] = set()
        self._inside = self._hailing = frozenset[int]()
        self.titles: set[int] = set()
        self._marked: Marked | None = None
        self._bound = bool(language.folded("nouns", "purposeful"))
        self._purposes = Purposes(tokens, None)
        self._adjectives: frozenset[int] = frozenset()
        self._halts, self._served = set[int](), set[int]()
        self._joining: frozenset[int] = frozenset()
        self._closed: set[int] = set()
        self._head = 0

    def enter(self, marked: Marked) -> None:
        """Begin a sentence: its verbs and prepositions end the lower-case parts of names."""
        cues = marked.cues_of("words", "copula", "completed", "planned", "negation", "locative")
        self._verbs = {i for c in cues for i in range(c.first, c.last)}
        self._purposes = Purposes(self._tokens, marked, self._bound)
        self._adjectives = marked.words_of("words", "name_adjectives")
        self._halts = {c.first for c in marked.cues_of("words", "after_title", "reporting")}
        self._halts |= {m.first - 1 for m in marked.mentions if m.kind == "money"}
        self._served = {m.first for m in marked.concepts if m.kind == "BeneficiaryGroup"} | marked.words_of(*CLOSING)
        self._joining = marked.words_of("words", "incorporated_joiners")
        self._closed = (self._verbs | self._halts) - self._joining
        self._complements.enter(marked)
        self._tails.enter(marked)
        self._marked = marked
        self._inside = marked.words_of("words", "strict_locative")
        self._hailing = marked.words_of("words", "hailing")
        ends = (c.last for c in marked.cues_of("nouns", "project"))
        self.titles = {at for at in ends if "," not in self._tokens.gap(at)}

    def extend(self, flags: Flags, start: int, end: int, known: dict[int, Mention], head: int | None = None) -> int:
        """Where a name that begins at `start` ends (exclusive); `head`: its head noun in lower case before it."""
        tokens, self._head = self._tokens, start if head is None else head
        free = not self._nouns_capitalised
        if formed := closed_by_form(tokens, flags, start, end, self._joining, self._closed, known, free):
            return formed
        if headed := self.headed(flags, start, end):
            return headed
        tail = self.tail(flags, start, end)
        last = tail or self._past_known(start, end, known)
        has_head = bool(tail) or any(flags.heads_name(i) for i in range(start, last))
        joint = any(i in flags.joint for i in range(self._head, last))
        while last < end and last - start < MAX_NAME:
            if start in self.titles and not has_head and self._begins_body(flags, last):
                break
            if last in known and known[last].kind in ("date", "period", "url", "money", "code"):
                break
            step = self._step(flags, start, last, end, has_head, joint, known)
            step = step or past_bracket(tokens, flags, known, start, last, end)
            if step is None:
                break
            place = known.get(step - 1)
            if has_head and place is not None and place.kind == "Place" and place.entry is not None:
                step = max(step, place.last)
            for i in range(last, step):
                has_head = has_head or (tokens.shapes[i] != LOWER and flags.heads_name(i))
                joint = joint or (i in flags.joint and tokens.shapes[i] != LOWER)
            last = step
        return last + self.case_ending(last, end)

    def headed(self, flags: Flags, start: int, end: int) -> int | None:
        """The end of a name that runs over a small word to its head noun ("the Learning for Life Foundation")."""
        if self._nouns_capitalised or self._lower_parts:  # capitals tell nothing, or head nouns come first
            return None
        return closed_by_head(self._tokens, flags, start, end, self._joining)

    def case_ending(self, at: int, end: int) -> int:
        """1 if the word is a case ending that a colon hangs on a name ("Kredo ry:n", "EU:s"), else 0."""
        tokens = self._tokens
        hangs = at < end and tokens.gap(at) == ":" and tokens.shapes[at] == LOWER
        return int(hangs and len(tokens.folds[at]) <= 4)

    def _step(
        self, flags: Flags, start: int, at: int, end: int, has_head: bool, joint: bool, known: dict[int, Mention]
    ) -> int | None:
        """Where the name goes on after word at-1, or None."""
        tokens = self._tokens
        owned = self._nouns_capitalised and at == start + 1 and at in flags.of and flags.heads_project(start)
        if at in flags.role or owned or self._complete(flags, start, at):
            return None
        gap = tokens.gap(at)
        if at in flags.legal and not tokens.barriers[at] and "," not in gap:
            return flags.legal[at]
        if self._adjectives and (step := adjectives_inside(tokens, flags, self._marked, known, start, at, end)):
            return step
        if gap.strip() == "-," and tokens.shapes[at] in CAPITALISED:
            return at + 1
        rows = joint and self._lower_parts
        if rows and (step := past_topics(tokens, flags, self._adjectives, known, self._head, at, end)):
            return step
        if gap.startswith(",") and joint and not tokens.barriers[at]:
            return past_comma(tokens, flags, at, end)
        if tokens.barriers[at] or not _JOINABLE_GAP.fullmatch(gap) or opens_label(tokens, at, end):
            return None
        shape = tokens.shapes[at]
        if shape in CAPITALISED and tokens.folds[at] not in self.months:
            inner = self.tail(flags, at, end) if has_head else None  # "Департамент освіти | Харківської міської ради"
            return None if self._after_acronym(start, at, end, known) else inner or at + 1
        rate = tokens.text[tokens.ends[at] : tokens.ends[at] + 2].strip().startswith("%")
        if shape == NUMBER and not rate and is_named(tokens, flags, start, at):
            return at + 1
        if gap == "-" and shape == LOWER:
            return None if at - 1 in known else at + 1
        if has_head and at - 1 in flags.heads and (step := self._purposes.end(flags, at, end)):
            return step
        if has_head and inner_head(tokens, flags, start, at, end):
            return at + 1
        if flags.heads_body(at - 1) and (step := self._complements.end(flags, at, end, joint)):
            return step
        if self._lower_parts and has_head and (step := self._lower_part(flags, start, at, end, joint)):
            return step
        return self._connector(flags, start, at, end, has_head, joint, known)

    def _past_known(self, start: int, end: int, known: dict[int, Mention]) -> int:
        """Behind the first word, or behind a known body if a capital follows at once ("Agentur für Arbeit | Trier")."""
        body = known.get(start)
        whole = body is not None and body.first == start and body.kind == "Organisation" and body.entry is not None
        last = body.last if body is not None and whole else start + 1
        return last if last < end and self._tokens.shapes[last] in CAPITALISED else start + 1

    def tail(self, flags: Flags, start: int, end: int) -> int | None:
        """The end of a name that goes on in lower case to its head noun, if one begins at a word."""
        return self._tails.end(flags, start, end, self._small) if start < end else None

    def opens(self, flags: Flags, start: int, end: int) -> bool:
        """Whether such a name may open a sentence."""
        return self._tails.opens(flags, start, self.tail(flags, start, end))

    def _complete(self, flags: Flags, start: int, at: int) -> bool:
        """Whether a name is over before a capital: after a legal form, a project noun that a hyphen joins, a genitive
        in lower case ("Turun kaupungin | Uusi alku -hanke"), or before who or what is given."""
        tokens = self._tokens
        if at - 1 <= start or begins_again(tokens, flags, start, at):
            return at - 1 > start
        ends = {last - 1 for first, last in flags.legal.items() if first > start}
        if tokens.shapes[at] not in CAPITALISED:  # "Kredo e. V. | mit Sitz in …"
            return at - 1 in ends and at not in flags.legal and not flags.heads_organisation(at - 1)
        if tokens.gap(at - 1).endswith("-") and any(kind == "Project" for _, kind in flags.heads.get(at - 1, ())):
            return True
        if self._nouns_capitalised and at in self._served and tokens.gap(at) == " ":  # "die Kredo Stiftung | Frauen"
            return True
        headed = flags.heads_organisation(at - 1)
        if at - 1 in ends and not headed and at not in flags.legal:
            return True
        return headed and tokens.shapes[at - 1] == LOWER and self._tails.is_genitive(at - 1)

    def _after_acronym(self, start: int, at: int, end: int, known: dict[int, Mention]) -> bool:
        """Whether a person's full name begins here, after a name in capitals ("… LANTERN Anna Nowak found …")."""
        return at == start + 1 and self._tokens.shapes[start] == UPPER and self._is_person(at, end, known)

    def _is_person(self, at: int, end: int, known: dict[int, Mention]) -> bool:
        """Whether a person's full name seems to begin here: a given name and one more word with a capital."""
        tokens = self._tokens
        if at + 1 >= end or at in known or at + 1 in known or tokens.barriers[at + 1]:
            return False
        return tokens.shapes[at : at + 2] == [CAPITAL] * 2 and tokens.folds[at] in self._given

    def _begins_body(self, flags: Flags, at: int) -> bool:
        """Whether a capitalised head noun of a body stands here: after a project's name another begins."""
        return self._tokens.shapes[at] == CAPITAL and flags.begins_organisation(at)

    def _lower_part(self, flags: Flags, start: int, at: int, end: int, joint: bool) -> int | None:
        """Lower-case parts of a name: adjectives after the head noun ("Centre intercommunal X"), nouns after "of"
        ("Office national de l'accueil")."""
        tokens = self._tokens
        if at in flags.of or (at in flags.article and at not in self._verbs):
            noun = at + 1
            while noun < end and (noun in flags.article or noun in flags.of):
                noun += 1
            plain = (
                noun < end
                and tokens.shapes[noun] == LOWER
                and not self._small(flags, noun)
                and not any(tokens.barriers[i] for i in range(at, noun + 1))
            )
            return noun + 1 if joint and plain and noun - start <= 6 and "," not in tokens.gap(noun) else None
        if at - start > 2 or tokens.shapes[at] != LOWER or self._small(flags, at) or at + 1 >= end:
            return None
        if tokens.barriers[at + 1] or "," in tokens.gap(at + 1):
            return None
        goes_on = tokens.shapes[at + 1] in (*CAPITALISED, NUMBER) or at + 1 in flags.of
        return at + 1 if goes_on and at not in self._halts else None

    def ends_in_lower_case(self, flags: Flags, at: int) -> bool:
        """Whether one word in lower case ends a body's name behind a head noun in lower case ("the association Open
        doors"): nothing but punctuation follows, and it is no verb."""
        tokens = self._tokens
        if not self._lower_parts or at >= len(tokens.shapes) or tokens.shapes[at] != LOWER:
            return False
        if self._small(flags, at) or at in flags.legal or at in flags.heads or is_told(self._marked, at):
            return False
        behind = tokens.text[tokens.ends[at] : tokens.ends[at] + 1]
        return behind in set(",.;)") and not tokens.gap(at).strip()

    def _small(self, flags: Flags, at: int) -> bool:
        return (
            at in flags.of
            or at in flags.article
            or at in flags.conjunction
            or at in flags.joiner
            or at in flags.stop
            or at in self._verbs
        )

    def _connector(
        self, flags: Flags, start: int, at: int, end: int, has_head: bool, joint: bool, known: dict[int, Mention]
    ) -> int | None:
        tokens = self._tokens
        if at in flags.conjunction and tokens.gap(at).startswith("-") and tokens.shapes[at - 1] != LOWER:
            after = at + 1
            return after + 1 if after < end and tokens.shapes[after] in CAPITALISED else None
        joins = Conjunction(tokens, flags, known, self._purposes)
        if at in flags.conjunction and (self.tail(flags, at + 1, end) or not joins.inside(start, at, end, joint)):
            return None
        if at in flags.of:
            after = at + 1
            while after < end and after in flags.article and tokens.shapes[after] == LOWER:
                after += 1
        elif at in flags.joiner and (
            has_head or at in flags.conjunction or stands_twice(tokens, at, flags.joiner[at], known)
        ):
            after = flags.joiner[at]
        else:
            return None
        if self._nouns_capitalised and at in flags.adjoining and not self._small(flags, after):
            after = past_adjective(tokens, after, end)
        if at in flags.joiner and at not in flags.of and self._is_person(after, end, known):
            return None
        return after + 1 if self._may_follow(flags, start, at, after, end, has_head, known) else None

    def _may_follow(
        self, flags: Flags, start: int, at: int, after: int, end: int, has_head: bool, known: dict[int, Mention]
    ) -> bool:
        """Whether the word behind a connector at `at` goes on with the name."""
        tokens = self._tokens
        parted = after >= end or any(tokens.barriers[i] for i in range(at, after + 1))
        whose = at in flags.of and not has_head and self._is_person(start, at, known)  # "Ada Bell | of the Kredo Trust"
        if parted or tokens.shapes[after] not in CAPITALISED or (whose and heads_row(tokens, flags, after, end)):
            return False
        target = known.get(after)
        if at in self._inside and at not in flags.of and target is not None and target.kind == "Country":
            return False
        over = self._nouns_capitalised and over_in_capitals(tokens, start, at, after)
        if at in flags.of and not has_head and (over or flags.heads_body(after)):
            return False
        if at in self._hailing and at - start > 1 and not flags.heads_organisation(at - 1):
            return False  # "Zavod Omnia | iz Maribora"
        joined = at in flags.joiner and at not in flags.of
        if joined and (begins_project(flags, after) or (after - at > 1 and names_project(tokens, flags, after))):
            return False
        known_body = target is not None and target.entry is not None and target.kind in ("Organisation", "Fund")
        left = known.get(at - 1)
        of_fund = left is not None and left.first == start and left.kind == "Fund" and left.entry is not None
        if at in flags.of and start in self.titles and not has_head and (known_body or is_acronym(tokens, after, end)):
            return False
        if known_body and at in flags.of and (of_fund or flags.heads_project(start)):
            return False
        named = target is not None and target.kind in ("Policy", "Organisation", "Fund")
        amount = target is not None and target.kind == "money"
        return "," not in tokens.gap(after) and not (named and at not in flags.of) and not amount
