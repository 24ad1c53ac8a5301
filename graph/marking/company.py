"""Bodies in the case that says "together with" ("az Omnia Egyesülettel"), or behind a word for "with": they are who
somebody works with, never who does or pays. Languages without such a case list no endings.
"""

from __future__ import annotations

from graph.marking.hits import BODY_PROPERTIES
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import Tokens
from ontology.lexicon import Frame

ACTING = frozenset({"implementedBy", "fundedBy"})
SUFFIX = 3  # letters that such an ending has behind a hyphen ("UNHCR-rel")


def in_company(tokens: Tokens, mention: Mention, language: Language) -> bool:
    """Whether a mention's last word, or what a hyphen joins to it, has such an ending."""
    endings = language.lexicon.declension.company
    if not endings or mention.kind not in ("Organisation", "Fund", "Name"):
        return False
    after = mention.last
    if after < len(tokens.folds) and tokens.gap(after) == "-" and len(tokens.folds[after]) == SUFFIX:
        return any(ending.endswith(tokens.folds[after][1:]) for ending in endings)
    return tokens.folds[after - 1].endswith(endings)


def fitting(
    tokens: Tokens, language: Language, frame: Frame, place: str, pool: list[Mention], right: bool = False
) -> list[Mention]:
    """The mentions of a pool that their case lets fill a frame's place: doers and payers stand in no such case, and
    behind "together" (`right`) only those that do are partners."""
    if not language.lexicon.declension.company or place != "o":
        return pool
    if frame.property in ACTING:
        return [m for m in pool if not in_company(tokens, m, language)]
    if right and frame.property == "hasPartner" and frame.id.endswith(".with"):
        return [m for m in pool if m.kind not in ("Organisation", "Name") or in_company(tokens, m, language)]
    return pool


def within_verb(tokens: Tokens, language: Language, frame: Frame, pool: list[Mention], at: int) -> list[Mention]:
    """The mentions of a pool between an auxiliary, which ends before word `at`, and its verb that may do or be done:
    "A hat | mit B das Projekt … gestartet" says nothing of B's running it."""
    words, articles = language.folded("words", "comitative"), language.folded("words", "articles")
    led = []
    for mention in pool if frame.property == "implementedBy" else ():
        before = mention.first - 1
        before -= tokens.folds[before] in articles and tokens.folds[before] not in words
        if mention.kind in ("Organisation", "Name") and before >= at and tokens.folds[before] in words:
            led.append(mention)
    return [m for m in pool if m not in led]


def with_others(marked: Marked, language: Language, frame: Frame, first: int, last: int) -> bool:
    """Whether what follows a trigger, from word `first` to the body at `last`, is introduced as a partner: "run by our
    association in partnership with B" says nothing of who runs it, nor does "runs it | with B"."""
    if frame.property == "hasPartner" or frame.property not in BODY_PROPERTIES:
        return False
    company = marked.words_of("words", "comitative") if frame.property == "implementedBy" else frozenset()
    if not company.isdisjoint(range(first, last)):
        return True
    led = (a for a in marked.anchors if a.payload.after[:1] == ("o",) and not a.payload.before)
    near = (a for a in led if first <= a.first and a.last <= last and a.last - a.first >= 2)
    return any(language.frames[a.payload.frame].property == "hasPartner" for a in near)
