"""The main project of a page on which no rule named one: the name that the ranking is sure enough of."""

from __future__ import annotations

from collections.abc import Callable

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention, insert
from graph.marking.things import Thing
from graph.marking.tokens import Tokens
from graph.model import Document
from graph.projects.salience.candidates import Candidate, Use
from graph.projects.salience.ranking import best, weighed, weights
from graph.projects.titles import split_title

LEAST_PAGE = 2  # sentences, with the title


def take_ranked(
    document: Document,
    tokens: Tokens,
    language: Language,
    marked: list[Marked],
    personal: Callable[[Mention], bool],
    thing_of: Callable[[Mention], Thing],
) -> None:
    """Make Project mentions, in place, of the uses of the name that most speaks for being the main project's, if
    nothing has named one and the name is as probable as the learned weights ask. Of a few
    sentences nothing is said; a page that has no word for projects must say the name twice."""
    named = any(m.kind == "Project" and m.name and m.defined for s in marked for m in s.mentions)
    if named or len(marked) < LEAST_PAGE:
        return
    page, found = weighed(document, tokens, language, marked, personal)
    taken = best(page, found, weights())
    if taken is not None and (page["nouns"] or len(taken.uses) > 1):
        _name(tokens, marked, taken, thing_of)


def _name(tokens: Tokens, marked: list[Marked], taken: Candidate, thing_of: Callable[[Mention], Thing]) -> None:
    """Put the uses of a name in the place of what stands there; its things are known to be ranked."""
    forms = list(dict.fromkeys(tokens.surface(use.first, use.last) for use in taken.uses))
    name, parts = split_title(forms[0])
    for use in taken.uses:
        mention = _mention(tokens, use, name, (*parts, *forms))
        if insert(marked[use.sentence], mention):
            thing_of(mention).ranked = True


def _mention(tokens: Tokens, use: Use, name: str, forms: tuple[str, ...]) -> Mention:
    own = tokens.surface(use.first, use.last)
    also = tuple(dict.fromkeys(form for form in (own, *forms) if form != name))
    return Mention("Project", use.first, use.last, name, also=also, defined=True)
