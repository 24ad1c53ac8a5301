"""Whether "and" belongs to a name ("Ministry of Labour and Social Affairs") or joins two names."""

from __future__ import annotations

from graph.marking.appearance import standing
from graph.marking.mentions import Mention
from graph.marking.tokens import CAPITAL, LOWER, UPPER, Tokens
from graph.names.flags import Flags
from graph.names.purposes import Purposes

BODIES = ("Organisation", "Fund", "Country")
LONGEST_PART = 8  # words behind "and" up to the bracket with the acronym


class Conjunction:
    """Judges the conjunctions of one sentence; `known` maps words to the sure mentions that they stand in."""

    def __init__(self, tokens: Tokens, flags: Flags, known: dict[int, Mention], purposes: Purposes) -> None:
        self._tokens = tokens
        self._flags = flags
        self._known = known
        self._purposes = purposes

    def inside(self, start: int, at: int, end: int, joint: bool) -> bool:
        """Whether the conjunction at `at` goes on with the name that began at `start`; `joint` names, such as those
        of ministries, may hold one."""
        if self._tokens.folds[at] == "&" and at + 2 < end and ":" in self._tokens.gap(at + 2):
            return False  # "Kredo Foundation & Country: DE": a label follows
        left = self._known.get(start)
        alone = at - start == 1 and left is not None and left.entry is not None  # "Kredofonden och Stiftelsen Omnia"
        parts = joint and not alone and self._right_is_part(at) and not self._parted(start, at)
        joined = parts or self._shared_head(start, at, end) or self._ampersand(start, at, end)
        return joined or self._purpose(start, at, end) or self._abbreviated(start, at, end) or self._towns(start, at)

    def _towns(self, start: int, at: int) -> bool:
        """Whether it joins two towns behind a head noun in the singular ("Università di Modena e Reggio Emilia")."""
        left = next((m for m in self._known.values() if m.kind == "Place" and m.last == at), None)
        right = self._known.get(at + 1)
        if left is None or right is None or right.kind != "Place" or left.first <= start:
            return False
        shapes = self._tokens.shapes
        over = right.last >= len(shapes) or shapes[right.last] == LOWER or bool(self._tokens.gap(right.last).strip())
        return over and bool(self._flags.heads.get(start))

    def _abbreviated(self, start: int, at: int, end: int) -> bool:
        """Whether a bracket behind holds the initials of all the words with capitals on both sides ("Harbour Response
        and Resource Mechanism (HRRM)")."""
        tokens = self._tokens
        bracket = next((i for i in range(at + 2, min(at + LONGEST_PART, end)) if tokens.gap(i).strip() == "("), None)
        if bracket is None or any("," in tokens.gap(i) for i in range(at, bracket)):
            return False
        initials = [tokens.folds[i][0] for i in range(start, bracket) if tokens.shapes[i] == CAPITAL]
        return len(initials) > 2 and tokens.folds[bracket] == "".join(initials)

    def _purpose(self, start: int, at: int, end: int) -> bool:
        """Whether it joins two words for what the body is for."""
        return not self._flags.heads.get(at + 1) and self._purposes.joins(start, at, end)

    def _ampersand(self, start: int, at: int, end: int) -> bool:
        """Whether "&" stands between words of one shape of a name ("Kredo & Omnia Trust"): none of them belongs to a
        known body, and no body's head noun follows at once or ends the name before it. What is no plain word ("HANDS
        & VOICES") may be two acronyms: the row must stand twice."""
        tokens = self._tokens
        if tokens.folds[at] != "&" or at + 1 >= end or tokens.shapes[at - 1] != tokens.shapes[at + 1]:
            return False
        if tokens.shapes[at - 1] != CAPITAL and len(list(standing(tokens, tokens.folds[at - 1 : at + 2]))) < 2:
            return False
        known = any(i in self._known and self._known[i].kind in BODIES for i in range(start, at + 2))
        return not known and not any(self._flags.heads_organisation(i) for i in (at - 1, at + 1))

    def _right_is_part(self, at: int) -> bool:
        """Whether what follows still belongs to the name: it is no body of its own."""
        right = at + 1
        mention = self._known.get(right) or self._known.get(right + 1)
        if mention is not None and mention.kind in BODIES:
            return False
        head = self._flags.heads.get(right, []) + self._flags.heads.get(right + 1, [])
        return (
            not any(kind == "Organisation" for _, kind in head)
            and self._tokens.shapes[min(right, len(self._tokens.shapes) - 1)] != UPPER
        )

    def _parted(self, start: int, at: int) -> bool:
        """Whether an article behind the conjunction begins a name of its own ("Lumen Institute and the City of …"): the
        name before it is known, or holds no article itself ("Fundo para o Asilo e a Migração")."""
        if at + 1 not in self._flags.article or at + 1 in self._flags.of:
            return False
        left = self._known.get(at - 1)
        whole = left is not None and left.entry is not None and (left.first, left.last) == (start, at)
        return whole or not any(i in self._flags.article for i in range(start, at))

    def _shared_head(self, start: int, at: int, end: int) -> bool:
        """Whether it joins two modifiers of one head noun that follows ("Migration and Health Unit"), and no head noun
        ends a name before it ("Kredo Foundation | and Omnia Institute")."""
        tokens = self._tokens
        if at - 1 > start and self._flags.heads_organisation(at - 1):
            return False
        left = self._known.get(at - 1)
        if tokens.shapes[at - 1] != CAPITAL or (left is not None and left.kind in BODIES):
            return False
        for i in range(at + 1, min(at + 5, end)):
            if tokens.shapes[i] != CAPITAL or tokens.barriers[i] or "," in tokens.gap(i):
                return False
            if i > at + 1 and (i in self._flags.joint or self._purposes.modifies(at - 1)):
                return True
        return False
