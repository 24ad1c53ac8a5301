"""Projects whose name follows what announces them: “A new project has begun: “Lantern” helps …”, “With “Lantern” the
Kredo Foundation supports …”.
"""

from __future__ import annotations

from itertools import pairwise

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, MIXED, UPPER, Tokens

LONGEST, REACH = 12, 4
LONG_ROLE = 3  # words of "coordinating partner in", after which only a project's name can stand
SERVING = frozenset({"targets", "hasActivityType"})


def announced(tokens: Tokens, marked: Marked) -> Mention | None:
    """The quotation or made name behind a colon, if "a project" stands in the clause before it and it does not speak;
    it becomes a project's name, in place."""
    indefinite = marked.words_of("words", "indefinite")
    nouns = [c.first for c in marked.cues_of("nouns", "project")]
    plural = {c.first for c in marked.cues_of("nouns", "project_plural")}
    told = [c.first for c in marked.cues_of("words", "after_title", "copula", "we", "person")]
    if any(m.kind == "Project" and m.name and m.sure for m in marked.mentions):
        return None
    for mention in marked.mentions:
        made = mention.kind == "Name" and tokens.shapes[mention.first] in (UPPER, MIXED)
        if not (made or mention.kind == "Quote") or ":" not in tokens.gap(mention.first):
            continue
        led = any(n < mention.first and n not in plural and _led(tokens, indefinite, n) for n in nouns)
        speaks = any(mention.first <= i < mention.last for i in told)
        if led and not speaks and mention.last - mention.first <= LONGEST:
            mention.kind, mention.sure, mention.defined = "Project", True, True
            return mention
    return None


def carried_over(tokens: Tokens, marked: list[Marked]) -> None:
    """Make projects, in place, of quotations that are a line of their own below a line that ends with a project noun:
    "… within the project" / "“Lantern – Light for all”"."""
    for above, line in pairwise(marked):
        ends = any(c.last == above.sentence.last for c in above.cues_of("nouns", "project", "coreference"))
        many = any(c.last == above.sentence.last for c in above.cues_of("nouns", "project_plural"))
        if not ends or many or set(tokens.gap(above.sentence.last)) & set(".!?;"):
            continue
        for mention in line.mentions:
            whole = (mention.first, mention.last) == (line.sentence.first, line.sentence.last)
            if mention.kind == "Quote" and whole:
                mention.kind, mention.sure, mention.defined = "Project", True, True


def _led(tokens: Tokens, indefinite: frozenset[int], noun: int) -> bool:
    """Whether an indefinite article stands before a noun, with at most two words between."""
    return any(i in indefinite and not any(tokens.barriers[i + 1 : noun + 1]) for i in range(max(noun - 3, 0), noun))


def serves(tokens: Tokens, marked: Marked, mention: Mention, language: Language) -> bool:
    """Whether a sentence says that a name serves people: “Lantern at night” supports …, “With LANTERN X supports …”."""
    if mention.kind == "Quote" and (mention.last - mention.first > 1 or tokens.shapes[mention.first] in (UPPER, MIXED)):
        opens = mention.first == marked.sentence.first or ":" in tokens.gap(mention.first)
        behind = (a.payload for a in marked.anchors if a.first == mention.last)
        if opens and any(not s.before and language.frames[s.frame].property in SERVING for s in behind):
            return True
    return _instrument(tokens, marked, mention, language)


def _instrument(tokens: Tokens, marked: Marked, mention: Mention, language: Language) -> bool:
    """Whether a sentence opens with "with" and a name, and says whom a body serves with it: only a name that the
    lexicon's frames for who runs a project would take counts."""
    opening = any(
        anchor.first == marked.sentence.first
        and 0 <= mention.first - anchor.last <= 1
        and anchor.payload.after[:1] == ("s",)
        and not anchor.payload.before
        and language.frames[anchor.payload.frame].property == "implementedBy"
        for anchor in marked.anchors
    )
    if not opening or mention.last >= marked.sentence.last:
        return False
    if tokens.barriers[mention.last] and mention.kind == "Name":
        return False
    serves = any(
        a.first == mention.last and language.frames[a.payload.frame].property in SERVING for a in marked.anchors
    )
    doer = any(m.kind == "Organisation" and 1 <= m.first - mention.last <= REACH for m in marked.mentions)
    whole = mention.kind == "Quote" or tokens.shapes[mention.first] in (CAPITAL, UPPER, MIXED)
    return serves and doer and whole and tokens.shapes[mention.last] == LOWER


def led(marked: Marked, mention: Mention, language: Language) -> bool:
    """Whether a body's part of several words stands before a name: "is the coordinating partner in X"."""
    return any(
        0 <= mention.first - anchor.last <= 1
        and anchor.last - anchor.first >= LONG_ROLE
        and (anchor.payload.before[-1:], anchor.payload.after[:1]) == (("o",), ("s",))
        and language.frames[anchor.payload.frame].property == "implementedBy"
        for anchor in marked.anchors
    )
