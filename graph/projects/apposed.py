"""Projects whose name ends like a body's: “… of the Harbour Hub, a pilot project that …”.

The grammar of names takes them for bodies by their last or first word. What follows the comma says what they are.
"""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention, insert
from graph.marking.tokens import LOWER, Tokens
from graph.projects.called import explained, is_called_project
from graph.projects.title_case import TitleCase


def apposed(tokens: Tokens, marked: list[Marked]) -> None:
    """Make projects, in place, of the names of unknown bodies that a sentence calls a project behind a comma."""
    names = {m.name for sentence in marked for m in sentence.mentions if _unknown(m) and _called(tokens, sentence, m)}
    for sentence in marked if names else ():
        for mention in sentence.mentions:
            if _unknown(mention) and mention.name in names:
                mention.kind = "Project"


def join_apposed(tokens: Tokens, marked: Marked, cased: TitleCase) -> None:
    """Make the names that a sentence calls a project behind a comma whole, in place, if small words join what the
    grammar of names parted: "Keys to the | City, a two-year initiative that …"."""
    for mention in [m for m in marked.mentions if m.kind in ("Name", "Project", "Organisation") and m.entry is None]:
        called = explained(tokens, marked, mention) or _called(tokens, marked, mention)
        if called and (whole := cased.joined(marked, mention)) is not None:
            insert(marked, whole)


def _unknown(mention: Mention) -> bool:
    return mention.kind == "Organisation" and mention.entry is None and mention.defined


def _called(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether a project noun with words of its own, in lower case, stands in apposition to a name."""
    last = mention.last
    if last >= marked.sentence.last or tokens.gap(last).strip() not in (",", ":", "–", "—", "-"):
        return False
    if marked.sentence.field is not None or not is_called_project(tokens, marked, mention):
        return False
    noun = next(c for c in marked.cues_of("nouns", "project") if c.first >= last)
    if noun.first != last and last not in marked.words_of("words", "indefinite"):
        return False  # "…, launched this week a new project"
    if noun.first - 1 in marked.words_of("words", "articles") - marked.words_of("words", "indefinite"):
        return False  # "…, who runs the project"
    compounds = marked.cues_of("nouns", "roles", "project_compound", "project_plural")
    if any(c.first <= noun.first < c.last and (c.last > noun.last or c.first == noun.first) for c in compounds):
        return False
    behind = noun.last
    return behind < marked.sentence.last and tokens.shapes[behind] == LOWER and not tokens.barriers[behind]
