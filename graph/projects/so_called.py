"""Names that a sentence opens with and then says to be a project's: "Open Doors: this is the name of a project that …",
"BEGIN – so heißt ein Projekt, das …". Which words say so is data (`[words] so_called`)."""

from __future__ import annotations

from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens
from graph.projects.titles import split_title

LONGEST = 12
WHOLE = 3  # words that say so without a mark before them
SHORTEST = 3  # letters of a name
NEAR = 3  # words between what says so and the project noun
_MARKS = frozenset(':–—,-”»“’"')


def so_called(tokens: Tokens, marked: Marked) -> Mention | None:
    """The name before words that say "so is called", if a mark sets it off or they say it at length, and a noun for a
    project follows them."""
    first = marked.sentence.first
    nouns = {c.first for c in marked.cues_of("nouns", "project")}
    done = {c.first for c in marked.cues_of("nouns", "activity")}
    cues = marked.cues_of("words", "so_called")
    for cue in cues:
        if any(c.first < cue.first < c.last for c in cues):
            continue  # "That | is the name of …"
        said = cue.last - cue.first >= WHOLE  # "Open Doors is the name of a course …"
        near = any(0 <= noun - cue.last <= NEAR for noun in (nouns | done if said else nouns))
        if not near or not 1 <= cue.first - first <= LONGEST or not (said or _MARKS & set(tokens.gap(cue.first))):
            continue
        if tokens.shapes[first] == LOWER or _known(marked, first, cue.first):
            continue
        if sum(len(tokens.folds[i]) for i in range(first, cue.first)) < SHORTEST:
            continue  # "È | questo il nome del progetto"
        name = tokens.surface(first, cue.first)
        return Mention("Project", first, cue.first, name, also=split_title(name)[1], defined=True)
    return None


def so_called_before(tokens: Tokens, marked: Marked, before: Marked | None) -> Mention | None:
    """The noun for a project behind such words at a sentence's beginning, as a mention of what the sentence before it
    quotes last, which is made a project, in place: "… with “Second Loaf”. So is called the project that …"."""
    quoted = [m for m in before.mentions if m.kind in ("Quote", "Project") and m.name] if before else []
    if not quoted or (quoted[-1].kind == "Project" and not quoted[-1].sure):
        return None
    nouns = marked.cues_of("nouns", "project", "activity")
    for cue in marked.cues_of("words", "so_called"):
        noun = next((n for n in nouns if 0 <= n.first - cue.last <= NEAR), None)
        if noun is None or cue.first - marked.sentence.first > 1 or set(tokens.gap(cue.first)) & _MARKS:
            continue
        name = quoted[-1]
        name.kind, name.defined, name.sure = "Project", True, True
        return Mention("Project", marked.sentence.first, noun.last, name.name, also=name.also, defined=True)
    return None


def _known(marked: Marked, first: int, last: int) -> bool:
    """Whether a vocabulary entry or a person stands there."""
    there = (m for m in marked.mentions if m.first == first and m.last == last)
    return any(m.entry is not None or m.kind == "Person" for m in there)
