"""Projects called like the houses that they open: "the project Lantern Community Centre", "the Open School project"."""

from __future__ import annotations

from graph.marking.appearance import standing
from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens


def house(tokens: Tokens, marked: list[Marked], here: Marked, at: int, language: Language) -> Mention | None:
    """The project named right behind the noun that ends before word `at`, if its name reads like a body's with the noun
    of a house for its head. None if the name stands in another case than its base form, or does something, for then
    the body owns or runs the project; nor where the document names any project for sure."""
    houses = here.cues_of("nouns", "houses")
    for body in here.mentions if houses and not _names_one(marked) else ():
        end = next((c.last for c in houses if c.first == body.last and body.kind == "Name"), body.last)
        if body.first == at < body.last < end and not tokens.gap(body.last).strip() and tokens.shapes[end - 1] != LOWER:
            return Mention("Project", at, end, tokens.surface(at, end), defined=True)
        if body.first != at or body.kind != "Organisation" or body.entry is not None or tokens.gap(at).strip():
            continue
        heads = (c for c in houses if body.first <= c.first and c.last <= body.last)
        acts = (a for a in here.anchors if a.first == body.last and a.payload.before[-1:] == ("o",))
        doer = any(language.frames[a.payload.frame].property == "implementedBy" for a in acts)
        if next(heads, None) is None or doer or body.name != tokens.surface(body.first, body.last):
            return None
        return Mention("Project", body.first, body.last, body.name, also=body.also, defined=True)
    return None


def house_before(tokens: Tokens, marked: list[Marked], here: Marked, at: int) -> Mention | None:
    """The project between an article and the noun at word `at`, under the same conditions; nor where the document also
    speaks of the house without that noun, or the noun has a capital."""
    houses, articles = here.cues_of("nouns", "houses"), here.words_of("words", "articles")
    for body in here.mentions if houses and tokens.shapes[at] == LOWER and not _names_one(marked) else ():
        plain = body.kind == "Organisation" and body.entry is None and body.last - body.first > 1
        if body.last != at or not plain or tokens.gap(at).strip() or body.first - 1 not in articles:
            continue
        row = tokens.folds[body.first : at]
        same = (i + len(row) for i in standing(tokens, row))
        headed = any(body.first <= c.first and c.last <= at for c in houses)
        if headed and all(tokens.folds[i] == tokens.folds[at] for i in same if i < len(tokens.folds)):
            return Mention("Project", body.first, at, body.name, also=body.also, defined=True)
    return None


def _names_one(marked: list[Marked]) -> bool:
    """Whether a document names any project for sure."""
    return any(m.kind == "Project" and m.name and m.defined and m.sure for s in marked for m in s.mentions)
