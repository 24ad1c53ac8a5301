"""The name grammar: names that no vocabulary holds, by form and context.

A chunk is a row of capitalised words, joined by small words where a head noun ("Ministry of …", "Foundation for …") allows it. Its class
comes from its head noun, or from the noun beside a quotation. Chunks of no known class are "Name": a frame or field that wants a
body or a project may take them. What small words, head nouns and legal forms are, the lexicon says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.language import Cue, Language
from graph.mentions import Marked, Mention
from graph.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER, Tokens
from ontology.patterns import Match
from ontology.words import fold

CLASS_OF = {
    "organisation": "Organisation",
    "fund": "Fund",
    "call": "Call",
    "event": "Event",
    "output": "Output",
    "policy": "Policy",
    "project": "Project",
}
_CAPITALISED = (CAPITAL, UPPER, MIXED)
_QUOTED = re.compile(
    r"[“„«\"‟‘‹'’]([^“”„«»\"]{2,240}?)[”“»\"›]|(?<![\w*])\*{1,2}([^*\n|]{2,120})\*{1,2}(?![\w*])|(?<![\w])[‘'’]([^‘'’“”\"\n][^\"“”\n]{3,140}?)[’'](?![\w])"
)
_JOINABLE_GAP = re.compile(r"\s*[-–’'./&+|]?\s*|\.\s")
MAX_NAME = 22


@dataclass(slots=True)
class _Flags:
    """What the cues say of each word of a sentence."""

    stop: set[int]
    article: set[int]
    of: set[int]
    joiner: dict[int, int]
    heads: dict[int, list[tuple[int, str]]]
    joint: set[int]
    legal: dict[int, int]
    conjunction: set[int]
    role: set[int]


def _flags(marked: Marked) -> _Flags:
    flags = _Flags(set(), set(), set(), {}, {}, set(), {}, set(), set())
    for cue in marked.cues:
        section, category = cue.payload
        if section == "words":
            if category == "stop" and cue.last - cue.first == 1:
                flags.stop.add(cue.first)
            elif category == "articles":
                flags.article.add(cue.first)
            elif category == "of":
                flags.of.add(cue.first)
            elif category == "and":
                flags.conjunction.update(range(cue.first, cue.last))
            elif category == "joiners":
                flags.joiner[cue.first] = max(cue.last, flags.joiner.get(cue.first, 0))
            elif category == "legal_forms":
                flags.legal[cue.first] = max(cue.last, flags.legal.get(cue.first, 0))
        elif section == "nouns":
            if category in CLASS_OF:
                flags.heads.setdefault(cue.last - 1, []).append((cue.first, CLASS_OF[category]))
            elif category == "joint":
                flags.joint.update(range(cue.first, cue.last))
            elif category == "roles" and cue.last - cue.first > 1:
                flags.role.add(cue.first)
    return flags


class NameGrammar:
    """Finds names in marked sentences of one language."""

    def __init__(self, tokens: Tokens, language: Language, given_names: frozenset[str]) -> None:
        self._tokens = tokens
        self._nouns_capitalised = language.lexicon.capitalised_nouns
        self._given = given_names
        self._months = frozenset(fold(month) for month in language.lexicon.months)
        inside = {i for s in tokens.sentences for i in range(s.first + 1, s.last) if not tokens.barriers[i]}
        self._seen_inside = frozenset(tokens.folds[i] for i in inside if tokens.shapes[i] == CAPITAL)
        self._pairs = frozenset(
            (tokens.folds[i], tokens.folds[i + 1])
            for s in tokens.sentences
            for i in range(s.first, s.last - 1)
            if tokens.shapes[i] in _CAPITALISED
            and tokens.shapes[i + 1] in _CAPITALISED
            and (i > s.first or s.last - s.first <= 4)
            and not tokens.barriers[i + 1]
        )
        self._bodies: dict[int, Mention] = {}
        self._lands: set[int] = set()
        self._verbs: set[int] = set()
        self._lower_parts = language.lexicon.lowercase_names
        self._generic: list[Match[Cue]] = []
        self._peoples: set[int] = set()

    # ── chunks ─────────────────────────────────────────────────────────────────────────────────────────────────

    def chunks(self, marked: Marked) -> list[Mention]:
        """Names made of capitalised words in one sentence."""
        flags = _flags(marked)
        known = {
            i: m
            for m in marked.mentions
            for i in range(m.first, m.last)
            if m.sure or m.kind in ("date", "period", "url", "money")
        }
        self._bodies = {m.first: m for m in marked.mentions if m.kind == "Organisation" and m.entry is not None}
        self._peoples = {i for c in marked.cues if c.payload.section == "demonym" for i in range(c.first, c.last)}
        self._generic = marked.cues_of("nouns", "generic_bodies")
        self._verbs = {
            i
            for c in marked.cues_of("words", "copula", "completed", "planned", "negation", "locative")
            for i in range(c.first, c.last)
        }
        self._lands = {i for m in marked.mentions if m.kind in ("Country", "Place") for i in range(m.first, m.last)}
        sentence = marked.sentence
        found: list[Mention] = []
        at = sentence.first
        while at < sentence.last:
            start = self._lowercase_head(marked, flags, at)
            if start is None and not self._may_start(flags, at, sentence.first, known):
                at += 1
                continue
            last, has_head = self._extend(flags, at if start is None else start, sentence.last, known)
            mention = self._typed(flags, at, last, start, has_head, sentence.first)
            if mention:
                found.append(mention)
            at = max(last, at + 1)
        return found

    def _may_start(self, flags: _Flags, at: int, first: int, known: dict[int, Mention]) -> bool:
        tokens = self._tokens
        if tokens.shapes[at] not in _CAPITALISED or (at in flags.article and tokens.shapes[at] != UPPER):
            return False
        if tokens.folds[at] in self._months:
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
            begins
            and tokens.shapes[at] == CAPITAL
            and at not in flags.heads
            and tokens.folds[at] not in self._seen_inside
        ):
            if at + 1 < len(tokens.shapes) and tokens.shapes[at + 1] == LOWER and tokens.gap(at + 1) != "-":
                return False
        if at in flags.role:
            return False
        mention = known.get(at)
        return mention is None or mention.kind in ("Country", "Place", "Organisation", "Fund")

    def _lowercase_head(self, marked: Marked, flags: _Flags, at: int) -> int | None:
        """The first word of the name after a lower-case head noun ("the charity Kredo"), if one starts here."""
        tokens = self._tokens
        best: int | None = None
        for cue in marked.cues:
            if cue.first == at and cue.payload == Cue("nouns", "lowercase_organisation") and tokens.shapes[at] == LOWER:
                nxt = cue.last
                if (
                    nxt < marked.sentence.last
                    and tokens.shapes[nxt] in _CAPITALISED
                    and not tokens.barriers[nxt]
                    and "," not in tokens.gap(nxt)
                ):
                    best = max(nxt, best or 0)
        return best

    def _extend(self, flags: _Flags, start: int, end: int, known: dict[int, Mention]) -> tuple[int, bool]:
        tokens = self._tokens
        last = start + 1
        has_head = self._heads_name(flags, start)
        joint = start in flags.joint
        while last < end and last - start < MAX_NAME:
            if last in known and known[last].kind in ("date", "period", "url", "money", "code"):
                break
            step = self._step(flags, start, last, end, has_head, joint, known)
            if step is None:
                break
            for i in range(last, step):
                has_head = has_head or (tokens.shapes[i] != LOWER and self._heads_name(flags, i))
                joint = joint or (i in flags.joint and tokens.shapes[i] != LOWER)
            last = step
        return last, has_head

    def _step(
        self, flags: _Flags, start: int, at: int, end: int, has_head: bool, joint: bool, known: dict[int, Mention]
    ) -> int | None:
        """Where the name goes on after word at-1, or None."""
        tokens = self._tokens
        if at in flags.role:
            return None
        gap = tokens.gap(at)
        if at in flags.legal and not tokens.barriers[at] and "," not in gap:
            return flags.legal[at]
        if gap.startswith(",") and joint and not tokens.barriers[at]:
            return self._comma(flags, at, end)
        if tokens.barriers[at] and "|" not in gap or not _JOINABLE_GAP.fullmatch(gap):
            return None
        shape = tokens.shapes[at]
        if shape in _CAPITALISED and tokens.folds[at] not in self._months:
            return at + 1
        if shape == NUMBER and len(tokens.folds[at]) <= 2:
            return at + 1
        if gap == "-" and shape == LOWER:
            return at + 1
        if self._lower_parts and has_head and (step := self._lower_part(flags, start, at, end, joint)):
            return step
        return self._connector(flags, start, at, end, has_head, joint, known)

    def _is_project(self, flags: _Flags, start: int) -> bool:
        return any(kind == "Project" for _, kind in flags.heads.get(start, ()))

    def _lower_part(self, flags: _Flags, start: int, at: int, end: int, joint: bool) -> int | None:
        """Lower-case parts of a name: adjectives after the head noun ("Centre intercommunal X"), nouns after "of" ("Office national de l'accueil")."""
        tokens = self._tokens
        if at in flags.of or at in flags.article:
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
        if (
            at - start > 2
            or tokens.shapes[at] != LOWER
            or self._small(flags, at)
            or at + 1 >= end
            or tokens.barriers[at + 1]
            or "," in tokens.gap(at + 1)
        ):
            return None
        return at + 1 if tokens.shapes[at + 1] in _CAPITALISED or at + 1 in flags.of else None

    def _small(self, flags: _Flags, at: int) -> bool:
        return (
            at in flags.of
            or at in flags.article
            or at in flags.conjunction
            or at in flags.joiner
            or at in flags.stop
            or at in self._verbs
        )

    def _heads_name(self, flags: _Flags, at: int) -> bool:
        """Whether a head noun ends at a word that may govern the rest of a name; a project noun governs none."""
        return any(kind != "Project" for _, kind in flags.heads.get(at, ()))

    def _connector(
        self, flags: _Flags, start: int, at: int, end: int, has_head: bool, joint: bool, known: dict[int, Mention]
    ) -> int | None:
        tokens = self._tokens
        if (
            at in flags.conjunction
            and not (joint and self._right_is_part(flags, at, known))
            and not self._shared_head(flags, at, end, known)
        ):
            return None
        if at in flags.of:
            after = at + 1
            while after < end and after in flags.article and tokens.shapes[after] == LOWER:
                after += 1
        elif at in flags.joiner and (has_head or at in flags.conjunction):
            after = flags.joiner[at]
        else:
            return None
        if (
            after >= end
            or any(tokens.barriers[i] for i in range(at, after + 1))
            or tokens.shapes[after] not in _CAPITALISED
        ):
            return None
        target = known.get(after)
        if at in flags.of and not has_head and any(kind == "Organisation" for _, kind in flags.heads.get(after, ())):
            return None
        if (
            target is not None
            and target.entry is not None
            and target.kind in ("Organisation", "Fund")
            and at in flags.of
            and self._is_project(flags, start)
        ):
            return None
        if "," in tokens.gap(after) or (
            target is not None and target.kind in ("Policy", "Organisation", "Fund") and at not in flags.of
        ):
            return None
        return after + 1

    def _right_is_part(self, flags: _Flags, at: int, known: dict[int, Mention]) -> bool:
        """Whether what follows "and" still belongs to the name: it is no body of its own."""
        right = at + 1
        mention = known.get(right) or known.get(right + 1)
        if mention is not None and mention.kind in ("Organisation", "Fund", "Country"):
            return False
        head = flags.heads.get(right, []) + flags.heads.get(right + 1, [])
        return (
            not any(kind == "Organisation" for _, kind in head)
            and self._tokens.shapes[min(right, len(self._tokens.shapes) - 1)] != UPPER
        )

    def _shared_head(self, flags: _Flags, at: int, end: int, known: dict[int, Mention]) -> bool:
        """Whether "and" joins two modifiers of one head noun that follows ("Migration and Health Unit")."""
        tokens = self._tokens
        left = known.get(at - 1)
        if tokens.shapes[at - 1] != CAPITAL or (left is not None and left.kind in ("Organisation", "Fund", "Country")):
            return False
        for i in range(at + 1, min(at + 5, end)):
            if tokens.shapes[i] != CAPITAL or tokens.barriers[i] or "," in tokens.gap(i):
                return False
            if i > at + 1 and i in flags.joint:
                return True
        return False

    def _comma(self, flags: _Flags, at: int, end: int) -> int | None:
        """A comma inside the name of a ministry: "… for Labour, Family and Social Affairs" (an "and" and a capital must follow)."""
        tokens = self._tokens
        if tokens.shapes[at] not in _CAPITALISED or at in flags.heads:
            return None
        for i in range(at, min(at + 6, end)):
            if i > at and tokens.barriers[i]:
                return None
            if (
                i in flags.conjunction
                and i + 1 < end
                and tokens.shapes[i + 1] in _CAPITALISED
                and i + 1 not in flags.heads
            ):
                return at + 1
            if tokens.shapes[i] == LOWER and i not in flags.of and i not in flags.joiner and i not in flags.article:
                return None
        return None

    # ── classes ────────────────────────────────────────────────────────────────────────────────────────────────

    def _typed(
        self, flags: _Flags, first: int, last: int, inner: int | None, has_head: bool, sentence_first: int
    ) -> Mention | None:
        tokens = self._tokens
        begin = first if inner is None else inner
        while last > begin + 1 and (last - 1 in flags.conjunction or last - 1 in flags.of or last - 1 in flags.article):
            last -= 1
        name = tokens.surface(begin, last)
        if inner is not None:
            return Mention("Organisation", first, last, name, also=(tokens.surface(first, last),), defined=True)
        if any(c.first <= begin and c.last >= last for c in self._generic) or all(
            i in self._peoples for i in range(begin, last)
        ):
            return None
        kind, alternative = self._class_of(flags, begin, last)
        if kind and (last - begin > 1 or tokens.shapes[begin] == MIXED):
            return Mention(kind, begin, last, name, sure=kind != "Project", defined=True, alternative=alternative)
        if kind and last - begin == 1:
            return None
        if self._is_branch(begin, last):
            return Mention("Organisation", begin, last, name, defined=True)
        if any(begin <= i < last for i in flags.legal):
            return Mention("Organisation", begin, last, name, defined=True)
        if not self._is_name(begin, last, sentence_first):
            return None
        return Mention("Name", begin, last, name, sure=False)

    def _class_of(self, flags: _Flags, first: int, last: int) -> tuple[str, str]:
        """The class of a chunk's head noun and a second class that the noun allows.

        The head is the last before the first small word, or the first in languages that put it first.
        """
        tokens = self._tokens
        border = next((i for i in range(first + 1, last) if tokens.shapes[i] == LOWER and tokens.gap(i) != "-"), last)
        row = range(first, border) if self._lower_parts else range(border - 1, first - 1, -1)
        for i in row:
            kinds = [
                kind
                for begin, kind in sorted(flags.heads.get(i, ()))
                if begin >= first and tokens.shapes[begin] != LOWER
            ]
            if kinds:
                return kinds[0], kinds[1] if len(kinds) > 1 else ""
        return "", ""

    def _is_branch(self, first: int, last: int) -> bool:
        """Whether a name is a known body's in a country or place ("IOM Malta")."""
        body = self._bodies.get(first)
        return body is not None and body.last < last and any(i in self._lands for i in range(body.last, last))

    def _is_name(self, first: int, last: int, sentence_first: int) -> bool:
        shapes = self._tokens.shapes[first:last]
        if any(s in (UPPER, MIXED) for s in shapes):
            return True
        if self._nouns_capitalised:
            return len([s for s in shapes if s == CAPITAL]) >= 2 and all(s != LOWER for s in shapes)
        return (
            first > sentence_first
            or self._tokens.folds[first] in self._seen_inside
            or len([s for s in shapes if s == CAPITAL]) >= 2
        )

    def is_personal(self, mention: Mention) -> bool:
        """Whether a name of unknown class looks like a person's: it begins or ends with a given name."""
        words = self._tokens.folds[mention.first : mention.last]
        shapes = self._tokens.shapes[mention.first : mention.last]
        if not words or len(words) > 4 or any(s == UPPER for s in shapes[:1]):
            return False
        return words[0] in self._given or (len(words) > 1 and words[-1] in self._given)

    # ── events and places with lower-case nouns ────────────────────────────────────────────────────────────────

    def events(self, marked: Marked) -> list[Mention]:
        """Events named by a lower-case noun with a modifier: "final conference", "Pan-European conference"."""
        tokens, found = self._tokens, []
        modifiers = {i for c in marked.cues_of("nouns", "event_modifiers") for i in range(c.first, c.last)}
        for cue in marked.cues_of("nouns", "event"):
            first = cue.first
            while (
                first > marked.sentence.first
                and not tokens.barriers[first]
                and "," not in tokens.gap(first)
                and (
                    first - 1 in modifiers
                    or tokens.shapes[first - 1] in _CAPITALISED
                    and first - 1 > marked.sentence.first
                )
            ):
                first -= 1
            last = cue.last
            while last < marked.sentence.last and last in modifiers and not tokens.barriers[last]:
                last += 1
            if any(i in modifiers for i in range(first, last)):
                found.append(Mention("Event", first, last, tokens.surface(first, last), defined=True))
        return found

    def titles(self, marked: Marked) -> list[Mention]:
        """The title after an output noun and a colon ("Read the guide: Welcome to our town")."""
        tokens, found = self._tokens, []
        for cue in marked.cues_of("nouns", "output"):
            at = cue.last
            if (
                at < marked.sentence.last
                and tokens.shapes[at] in (UPPER, MIXED)
                and tokens.shapes[cue.first] == LOWER
                and not tokens.gap(at).strip()
            ):
                found.append(Mention("Output", at, at + 1, tokens.word(at), sure=False, defined=True))
            elif at < marked.sentence.last and tokens.gap(at).strip() == ":" and tokens.shapes[at] in _CAPITALISED:
                last = at + 1
                while last < marked.sentence.last and not tokens.barriers[last] and last - at < MAX_NAME:
                    last += 1
                if last - at >= 2:
                    found.append(Mention("Output", at, last, tokens.surface(at, last), defined=True))
        return found

    def places(self, marked: Marked) -> list[Mention]:
        """Places named after a place noun: "the villages of X and Y", "the region of Z"."""
        tokens, found = self._tokens, []
        for cue in marked.cues_of("nouns", "place", "place_plural"):
            at = cue.last
            if cue.payload.category == "place_plural":
                at = next(
                    (i for i in range(cue.last, min(cue.last + 8, marked.sentence.last)) if ":" in tokens.gap(i)),
                    marked.sentence.last,
                )
                found += self._place_list(marked, at)
                continue
            while at < marked.sentence.last and "(" in tokens.gap(at):
                at += 1
                while at < marked.sentence.last and ")" not in tokens.gap(at):
                    at += 1
            while at < marked.sentence.last and tokens.shapes[at] in _CAPITALISED:
                last = at + 1
                while (
                    last < marked.sentence.last
                    and tokens.shapes[last] in _CAPITALISED
                    and not tokens.barriers[last]
                    and not tokens.gap(last).strip(" -–'’\n")
                ):
                    last += 1
                found.append(Mention("Place", at, last, tokens.surface(at, last), defined=True))
                at = last
                if (
                    at + 1 < marked.sentence.last
                    and not tokens.barriers[at]
                    and "," not in tokens.gap(at)
                    and len(tokens.folds[at]) <= 3
                    and tokens.shapes[at] == LOWER
                    and not tokens.barriers[at + 1]
                ):
                    at += 1
                elif not (at < marked.sentence.last and tokens.gap(at).strip() == ","):
                    break
        return found

    def _place_list(self, marked: Marked, at: int) -> list[Mention]:
        """The names of a list after "the following towns:", to the end of the sentence or a longer stretch of small words."""
        tokens, found, small = self._tokens, [], 0
        while at < marked.sentence.last and small <= 5:
            if tokens.shapes[at] not in _CAPITALISED:
                small, at = small + 1, at + 1
                continue
            last = at + 1
            while last < marked.sentence.last and not tokens.barriers[last] and "," not in tokens.gap(last):
                if tokens.shapes[last] in _CAPITALISED:
                    last += 1
                elif (
                    last + 1 < marked.sentence.last
                    and len(tokens.folds[last]) <= 3
                    and tokens.shapes[last + 1] in _CAPITALISED
                    and any(c.first == last for c in marked.cues_of("words", "of"))
                ):
                    last += 2
                else:
                    break
            found.append(Mention("Place", at, last, tokens.surface(at, last), defined=True))
            at, small = last, 0
        return found if len(found) >= 2 else []

    # ── quotations ─────────────────────────────────────────────────────────────────────────────────────────────

    def quotations(self, marked: Marked) -> list[Mention]:
        """Quoted titles, classed by the noun beside them."""
        tokens, sentence = self._tokens, marked.sentence
        found = []
        for match in _QUOTED.finditer(tokens.text, sentence.span.start, sentence.span.end):
            group = next(n for n in (1, 2, 3) if match[n] is not None)
            start, end = match.span(group)
            words = [
                i for i in range(sentence.first, sentence.last) if tokens.starts[i] >= start and tokens.ends[i] <= end
            ]
            if not words or len(words) > MAX_NAME or tokens.shapes[words[0]] == LOWER:
                continue
            first, last = words[0], words[-1] + 1
            kind = self._noun_beside(marked, first, last)
            found.append(
                Mention(
                    kind or "Quote",
                    first,
                    last,
                    " ".join(match[group].split()).rstrip(".,"),
                    sure=bool(kind),
                    defined=bool(kind),
                )
            )
        return found

    def _noun_beside(self, marked: Marked, first: int, last: int) -> str | None:
        before: tuple[int, str] | None = None
        for cue in marked.cues:
            if cue.payload.section != "nouns" or cue.payload.category not in CLASS_OF:
                continue
            distance = first - cue.last
            if distance > 0 and any(c.first == first - 1 for c in marked.cues_of("words", "of")):
                continue
            if 0 <= distance <= 2 and (before is None or distance < before[0]):
                before = (distance, CLASS_OF[cue.payload.category])
            elif 0 <= cue.first - last <= 1 and before is None and cue.payload.category == "project":
                before = (cue.first - last, "Project")
            elif (
                cue.payload.category == "project"
                and 1 <= cue.first - last <= 4
                and before is None
                and self._is_a(last, cue)
            ):
                before = (3, "Project")
        return before[1] if before else None

    def _is_a(self, last: int, cue: Match[Cue]) -> bool:
        """“…” was a project: only small words between the quotation and the noun, and no bracket."""
        tokens = self._tokens
        return (
            all(len(tokens.folds[i]) <= 4 for i in range(last, cue.first))
            and "," not in tokens.text[tokens.ends[last - 1] : tokens.starts[cue.first]]
        )
