"""Names that are not rows of capitals: titles after a colon, events and places named after a lower-case noun."""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, MIXED, UPPER, Tokens
from graph.names.flags import CAPITALISED
from graph.names.growth import MAX_NAME


class TitleGrammar:
    """Finds such names in marked sentences."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def events(self, marked: Marked) -> list[Mention]:
        """Events named by a lower-case noun with a modifier: "final conference", "Pan-European conference"."""
        tokens = self._tokens
        found: list[Mention] = []
        if not marked.has("nouns", "event"):
            return found
        modifiers = {i for c in marked.cues_of("nouns", "event_modifiers") for i in range(c.first, c.last)}
        for cue in marked.cues_of("nouns", "event"):
            first = cue.first
            while (
                first > marked.sentence.first
                and not tokens.barriers[first]
                and "," not in tokens.gap(first)
                and (
                    first - 1 in modifiers
                    or (tokens.shapes[first - 1] in CAPITALISED and first - 1 > marked.sentence.first)
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
            elif at < marked.sentence.last and tokens.gap(at).strip() == ":" and tokens.shapes[at] in CAPITALISED:
                last = at + 1
                while last < marked.sentence.last and not tokens.barriers[last] and last - at < MAX_NAME:
                    last += 1
                if last - at >= 2:
                    found.append(Mention("Output", at, last, tokens.surface(at, last), defined=True))
        return found

    def places(self, marked: Marked) -> list[Mention]:
        """Places named after a place noun: "the villages of X and Y", "the region of Z"."""
        tokens, found = self._tokens, list[Mention]()
        titles = [(m.first, m.last) for m in marked.mentions if m.kind in ("Quote", "Project") and m.last - m.first > 1]
        nouns = marked.cues_of("nouns", "place", "place_plural")
        nouns = [c for c in nouns if not any(first <= c.first < last for first, last in titles)]  # “Cities of Light”
        if not nouns:
            return found
        bodies = {c.last - 1 for c in marked.cues_of("nouns", "organisation")}
        bodies |= {m.first for m in marked.mentions if m.kind == "Organisation"}
        for cue in nouns:
            at = cue.last
            if cue.payload.category == "place_plural":
                at = next(
                    (i for i in range(cue.last, min(cue.last + 8, marked.sentence.last)) if self._opens(i)),
                    marked.sentence.last,
                )
                found += self._place_list(marked, at, bodies)
                continue
            while at < marked.sentence.last and "(" in tokens.gap(at):
                at += 1
                while at < marked.sentence.last and ")" not in tokens.gap(at):
                    at += 1
            named = self._named_places(marked, at, bodies)
            one = cue.payload.category == "place" and tokens.shapes[cue.first] in CAPITALISED  # "the City of X, Y Ltd"
            found += named[:1] if one or cue.last - 1 in bodies else named
        return found

    def _opens(self, at: int) -> bool:
        """Whether a colon, or a dash between blanks, stands before a word."""
        gap = self._tokens.gap(at)
        return ":" in gap or gap in (" - ", " – ", " — ")

    def _named_places(self, marked: Marked, at: int, bodies: set[int]) -> list[Mention]:
        """The capitalised names that follow a place noun, joined by commas or one small word, as far as no body's
        name begins."""
        tokens, end = self._tokens, marked.sentence.last
        found: list[Mention] = []
        while at < end and tokens.shapes[at] in CAPITALISED:
            if found and (at in bodies or tokens.shapes[at] != CAPITAL):
                break
            last = at + 1
            while (
                last < end
                and tokens.shapes[last] in CAPITALISED
                and not tokens.barriers[last]
                and not tokens.gap(last).strip(" -–'’\n")
            ):
                last += 1
            if found and not bodies.isdisjoint(range(at, last)):  # "City of Graz, Omnia Association"
                break
            found.append(Mention("Place", at, last, tokens.surface(at, last), defined=True))
            at = last
            small = at + 1 < end and not tokens.barriers[at] and "," not in tokens.gap(at)
            if small and len(tokens.folds[at]) <= 3 and tokens.shapes[at] == LOWER and not tokens.barriers[at + 1]:
                at += 1
            elif not (at < end and tokens.gap(at).strip() == ","):
                break
        return found

    def _place_list(self, marked: Marked, at: int, bodies: set[int]) -> list[Mention]:
        """The names of a list after "the following towns:", to the end of the sentence, a body's name or a longer
        stretch of small words."""
        tokens, found, small = self._tokens, [], 0
        ands = marked.words_of("words", "and")
        while at < marked.sentence.last and small <= 5 and at not in bodies:
            if tokens.shapes[at] not in CAPITALISED or at in ands:
                small, at = small + 1, at + 1
                continue
            last = at + 1
            while last < marked.sentence.last and not tokens.barriers[last] and "," not in tokens.gap(last):
                if tokens.shapes[last] in CAPITALISED:
                    last += 1
                elif (
                    last + 1 < marked.sentence.last
                    and len(tokens.folds[last]) <= 3
                    and tokens.shapes[last + 1] in CAPITALISED
                    and any(c.first == last for c in marked.cues_of("words", "of"))
                ):
                    last += 2
                else:
                    break
            found.append(Mention("Place", at, last, tokens.surface(at, last), defined=True))
            at, small = last, 0
        return found if len(found) >= 2 else []
