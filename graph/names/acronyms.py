"""Acronyms beside long names, both ways: “Long name (ABC)” and “ABC (Long name)” (Schwartz and Hearst, 2003)."""

from __future__ import annotations

from graph.marking.mentions import NAMED_KINDS, Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER, Tokens
from graph.names.flags import flags_of
from graph.names.inner_brackets import past_rest
from graph.names.spelling_out import spells
from ontology.words import folded_words

LONGEST_REST, LONGEST_NAME = 4, 10


class Acronyms:
    """Joins acronyms and long names of one document."""

    def __init__(self, tokens: Tokens, marked: list[Marked]) -> None:
        self._tokens = tokens
        self._marked = marked

    def join(self) -> None:
        """“Long name (ABC)” and “ABC (Long name)”: one becomes a further form of the other."""
        tokens = self._tokens
        for marked in self._marked:
            self._legal_names(marked)
            self._spelt_out(marked)
            self._to_bracket(marked)
            dropped: list[Mention] = []
            for one, two in zip(marked.mentions, marked.mentions[1:], strict=False):
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
                    and (spells(short.name, long.name) or short.kind == long.kind)
                ):
                    if one.kind in ("Name", "Quote") and two.kind in NAMED_KINDS:
                        one.kind, one.sure = two.kind, two.sure
                        one.entry = one.entry or two.entry
                    one.also = (*one.also, two.name)
                    one.defined = one.defined or one.kind in NAMED_KINDS
                    dropped.append(two)
                    if one is long:
                        dropped += self._behind(marked, one, two)
            marked.mentions = [m for m in marked.mentions if m not in dropped]

    def _behind(self, marked: Marked, long: Mention, short: Mention) -> list[Mention]:
        """Let a body's name go on behind the bracket with its acronym ("… d'action sociale (CAS) de Grenoble"), in
        place; returns the mentions that thereby are parts of it."""
        if long.kind != "Organisation" or long.entry is not None:
            return []
        known = {m.first: m for m in marked.mentions if m.sure}
        at = short.last
        end = past_rest(self._tokens, flags_of(marked), known, at, marked.sentence.last, owned=True)
        if end is None:
            return []
        rest = self._tokens.surface(at, end)
        forms = (self._tokens.surface(long.first, end), f"{short.name} {rest}")
        long.name, long.also = f"{long.name} {rest}", (*(f for f in long.also if f != long.name), *forms)
        inside = [m for m in marked.mentions if m is not long and long.first <= m.first < end]
        long.last = end
        return inside

    def _to_bracket(self, marked: Marked) -> None:
        """A body's name goes on in small words to the bracket that holds its acronym: “Verein für Jugendarbeit | in
        den Vierteln (VJV)”."""
        tokens = self._tokens
        for one, two in zip(marked.mentions, marked.mentions[1:], strict=False):
            body, at = one.kind == "Organisation" and one.entry is None and one.last - one.first > 1, two.first
            whole = one.entry is None and one.kind in ("Organisation", "Name") and self._goes_on(marked, one.last, at)
            near = 0 < at - one.last <= LONGEST_REST and self._is_short(two) and "(" in tokens.gap(at)
            parted = any(tokens.barriers[i] or tokens.gap(i).strip(" \n-’'") for i in range(one.last, at))
            if not (body or whole) or not near or parted:
                continue
            long = tokens.surface(one.first, at)
            if whole and self._initials(two.name, long, one.kind == "Name"):
                one.also = (*one.also, one.name) if body else one.also
                one.last, one.name = at, long
                continue
            if not body:
                continue
            longer = spells(two.name, long) and not spells(two.name, one.name)
            if longer or self._begins(two.name, one.name):
                one.also = (*one.also, one.name)
                one.last, one.name = at, long

    def _spelt_out(self, marked: Marked) -> None:
        """A head noun with a capital and small words up to the bracket with their initials are a body's name: “the
        Istituto sociologico per le ricerche urbane ETS (ISRU)”."""
        heads = {c.first for c in marked.cues_of("nouns", "organisation") if self._tokens.shapes[c.first] == CAPITAL}
        legal = marked.words_of("words", "legal_forms")
        for short in [m for m in marked.mentions if heads and self._is_short(m) and "(" in self._tokens.gap(m.first)]:
            at = short.first
            end = at - 1 if at - 1 in legal else at
            first = max((i for i in heads if end - LONGEST_NAME <= i < end - 1), default=end)
            inside = [m for m in marked.mentions if m.first < at and first < m.last]
            parted = any(self._tokens.barriers[i] or self._tokens.gap(i).strip(" \n-’'") for i in range(first + 1, end))
            if first == end or parted or any(m.last - m.first > 1 or m.first < end for m in inside):
                continue
            long = self._tokens.surface(first, end)
            if self._goes_on(marked, first + 1, end) and self._initials(short.name, long, False):
                whole = self._tokens.surface(first, at)
                named = Mention("Organisation", first, at, whole, also=(long, short.name), defined=True)
                named.entry = short.entry if short.kind == "Organisation" else None
                kept = [m for m in marked.mentions if m not in inside and m is not short]
                parts = self._behind(marked, named, short)
                marked.mentions = sorted([*(m for m in kept if m not in parts), named], key=lambda m: m.first)

    def _goes_on(self, marked: Marked, first: int, last: int) -> bool:
        """Whether the words between two places may be the rest of a name: in small letters, and none of them a verb."""
        cues = marked.cues_of("words", "copula", "completed", "planned", "after_title", "reporting")
        verbs = {i for c in cues for i in range(c.first, c.last)}
        return all(self._tokens.shapes[i] == LOWER and i not in verbs for i in range(first, last))

    def _initials(self, short: str, long: str, strict: bool) -> bool:
        """Whether an acronym's letters are initials of a name's words, in order from the first; if `strict`, of every
        word of it ("Avenir en partage (AEP)")."""
        letters = "".join(folded_words(short))
        words = [word for word in folded_words(long) if word]
        if strict:
            return len(letters) > 2 and letters == "".join(word[0] for word in words)
        rest = iter(word[0] for word in words[1:])
        return letters[:1] == words[0][:1] and len(letters) > 2 and all(any(x == y for y in rest) for x in letters[1:])

    def _legal_names(self, marked: Marked) -> None:
        """“Kredo – Associação de Desenvolvimento” is one body: a name, a dash and what kind of body it is."""
        tokens = self._tokens
        for one, two in zip(marked.mentions, marked.mentions[1:], strict=False):
            generic = two.kind == "Organisation" and two.entry is None and two.defined
            if one.kind != "Name" or not generic or two.first != one.last or one.first == marked.sentence.first:
                continue
            if tokens.gap(two.first).strip() in ("-", "–", "—") and tokens.gap(two.first) != "-":
                two.also = (one.name, *two.also)
                two.first, two.name = one.first, tokens.surface(one.first, two.last)
                marked.mentions = [m for m in marked.mentions if m is not one]

    def _is_short(self, mention: Mention) -> bool:
        return (
            mention.last - mention.first <= 2
            and self._tokens.shapes[mention.first] in (UPPER, MIXED)
            and len(mention.name) <= 12
        )

    def _begins(self, short: str, long: str) -> bool:
        """Whether the acronym's letters are initials of words of the name, in order."""
        initials = iter([part[0] for word in long.split() for part in word.split("-") if part])
        return all(any(letter == initial for initial in initials) for letter in short if letter.isalpha())


def alone_in_capitals(tokens: Tokens, at: int) -> bool:
    """Whether a word is in capitals and a word beside it is in small letters."""
    shapes = tokens.shapes
    return shapes[at] == UPPER and 0 < at < len(shapes) - 1 and LOWER in (shapes[at - 1], shapes[at + 1])


def is_acronym(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a word in capitals stands alone: behind a project's name and "of" it is the body that runs it."""
    compound = at + 1 < end and tokens.gap(at + 1) == "-"
    return tokens.shapes[at] == UPPER and len(tokens.folds[at]) > 1 and not compound


def over_in_capitals(tokens: Tokens, first: int, last: int, after: int) -> bool:
    """Whether a name in capitals is over before "of", in languages where every noun has a capital: "LANTERN II | von
    der Kredo gGmbH"."""
    return all(shape in (UPPER, NUMBER) for shape in tokens.shapes[first:last]) and tokens.shapes[after] != UPPER
