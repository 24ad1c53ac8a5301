"""Names that a sentence calls a project: “X is a scheme …”, “X, a new project …”."""

from __future__ import annotations

from graph.marking.compiled import Cue
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, NUMBER, Tokens
from graph.projects.sentence_case import VERBS
from graph.projects.titles import called_from
from ontology.automaton import Match

LONGEST_BRACKET = 16  # words
LONGEST_CLAUSE = 6  # words between a project noun and the clause that says which project


def is_called_project(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """“X is a scheme …”, “X, a new project …”: a project noun after small words only."""
    roles = {i for c in marked.cues_of("nouns", "roles") if c.last - c.first > 1 for i in range(c.first, c.last)}
    copulas = {c.first for c in marked.cues_of("words", "copula")}
    for cue in marked.cues_of("nouns", "project"):
        if cue.first in roles or mention.last >= marked.sentence.last:
            continue
        if _is_where(marked, mention):
            continue
        if "," in tokens.gap(mention.last) and _goes_on(marked, mention, cue):
            continue  # "X, a partner of the project", "Funded by X, the project began"
        gap, called = tokens.gap(mention.last), called_from(tokens, marked, mention.last)
        if "," not in gap and "(" not in gap and not called and mention.last not in copulas:
            continue
        if 0 <= cue.first - mention.last <= 6 and _describes(tokens, marked, mention.last, cue.first):
            between = tokens.text[tokens.ends[mention.last - 1] : tokens.starts[cue.first]]
            articles = [c for c in marked.cues_of("words", "articles") if mention.last <= c.first < cue.first]
            if (
                (articles or cue.first - mention.last <= 2)
                and between.count(",") <= 1
                and not any(c in between[1:] for c in ".;:(")
            ):
                return True
    return False


def past_aside(tokens: Tokens, marked: Marked, mention: Mention) -> int:
    """The word behind the bracket that stands right behind a name, or behind the name: "LAMP (Light for all, 2030), |
    a project …"."""
    at = mention.last
    if at >= marked.sentence.last or "(" not in tokens.gap(at) or ")" in tokens.gap(at):
        return at
    reach = range(at + 1, min(at + LONGEST_BRACKET, marked.sentence.last))
    return next((i for i in reach if ")" in tokens.gap(i)), at)


def _is_where(marked: Marked, mention: Mention) -> bool:
    """Whether a preposition of place stands before a name that is no part of a trigger: not "takes part in | X"."""
    located = any(c.last == mention.first for c in marked.cues_of("words", "strict_locative"))
    return located and not any(
        a.last == mention.first and a.last - a.first > 1 and a.payload.after[:1] == ("s",) for a in marked.anchors
    )


def told_in_passing(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether "a project" stands right behind a name and its comma, inside a sentence and behind its verb: "X has
    launched Lantern, | a project that helps …", not "With Linden, a project …"."""
    at = mention.last
    if mention.first == marked.sentence.first or at >= marked.sentence.last or tokens.gap(at).strip(" )”»") != ",":
        return False
    before = mention.first - 1
    if (
        before in marked.words_of("words", "of")
        and before > marked.sentence.first
        and tokens.shapes[before - 1] != LOWER
    ):
        return False  # "Threads of | Home, a project …"
    nouns = (c for c in marked.cues_of("nouns", "project") if 1 <= c.first - at <= 3)
    plural = {c.first for c in marked.cues_of("nouns", "project_plural", "project_compound")}
    called = at in marked.words_of("words", "indefinite") and any(c.first not in plural for c in nouns)
    return called and _behind_verb(marked, mention)


def _behind_verb(marked: Marked, mention: Mention) -> bool:
    """Whether a verb stands before a name in its sentence."""
    verbs = {i for c in marked.cues_of("words", *VERBS) for i in range(c.first, c.last)}
    small = marked.words_of("words", "of", "stop")
    said = (a for a in marked.anchors if a.payload.before == ("o",) and "s" in a.payload.after)
    verbs |= {a.last - 1 for a in said if not small.issuperset(range(a.first, a.last))}
    return not verbs.isdisjoint(range(marked.sentence.first, mention.first))


def explained(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether "the project that …" stands right behind a name and its comma: "… of Lantern, | the project which Kredo
    runs …"; not behind who does something ("Paid for by Lumina, the project that …") or a place."""
    at = mention.last
    if (
        at >= marked.sentence.last
        or tokens.gap(at).strip(" )”»\"“’'") not in (",", "–", "—")
        or _is_where(marked, mention)
    ):
        return False
    if any(a.last == mention.first and a.last - a.first > 1 and a.payload.after[:1] == ("o",) for a in marked.anchors):
        return False
    opens = all(i in marked.words_of("words", "articles") for i in range(marked.sentence.first, mention.first))
    if not opens and not _behind_verb(marked, mention):
        return False  # "After the visit of X, the project that …"
    others = {c.first for c in marked.cues_of("nouns", "project_plural", "project_compound")}
    which = marked.cues_of("words", "relatives")
    for noun in marked.cues_of("nouns", "project"):
        if noun.first in others or not 0 <= noun.first - at <= 3 or tokens.shapes[noun.first] not in (LOWER, CAPITAL):
            continue
        between = range(at, noun.first)
        plain = all(tokens.shapes[i] == LOWER and not tokens.gap(i + 1).strip() for i in between)
        led = (
            noun.first == at or at in marked.words_of("words", "articles") or at in marked.words_of("words", "pointing")
        )
        if plain and led and any(_opens_clause(tokens, noun.last, c.first) for c in which):
            return True
    return False


def _opens_clause(tokens: Tokens, end: int, at: int) -> bool:
    """Whether a relative pronoun stands behind a noun, with few words of its own between: "project on farming that"."""
    between = range(end, at)
    plain = all(tokens.shapes[i] == LOWER and not tokens.gap(i).strip() for i in between)
    return 0 <= at - end <= LONGEST_CLAUSE and plain and tokens.gap(at).strip() in ("", ",")


def _goes_on(marked: Marked, mention: Mention, noun: Match[Cue]) -> bool:
    """Whether a project noun behind a comma belongs to "of", or "the project" is the subject of a clause of its own:
    the name is the last of a row ("with money of X and of Y, this project …"), or a verb follows and the name does not
    open the sentence."""
    if noun.first - 1 in marked.words_of("words", "of"):
        return True
    pointers = [c for c in marked.cues_of("nouns", "coreference") if c.last == noun.last]
    subject = any(c.first == mention.last and c.first not in marked.words_of("words", "indefinite") for c in pointers)
    verbs = marked.cues_of("words", "after_title", "copula", "completed", "planned")
    told = any(c.first == noun.last for c in verbs) and not _passive(marked, noun.last)
    told = told or _ends_row(marked, mention)
    return subject and told and mention.first > marked.sentence.first + 1


def _ends_row(marked: Marked, mention: Mention) -> bool:
    """Whether "and" stands before a name, with small words between at most."""
    small, ands = marked.words_of("words", "articles") | marked.words_of("words", "of"), marked.words_of("words", "and")
    at = mention.first - 1
    while at in small and at not in ands:
        at -= 1
    return at in ands


def _passive(marked: Marked, at: int) -> bool:
    """Whether words of a trigger that what does it follows begin at a word: "X, projekt | realizowany przez Y"."""
    found = (a for a in marked.anchors if a.first == at and a.last - at > 1)
    return any(a.payload.after[:1] == ("o",) and not a.payload.before for a in found)


def _describes(tokens: Tokens, marked: Marked, first: int, last: int) -> bool:
    """Whether the words before a project noun say what kind it is of: in lower case, but for a fund, body or
    country ("is a three-year AMIF project")."""
    demonyms = {i for c in marked.cues if c.payload.section == "demonym" for i in range(c.first, c.last)}
    capitals = [i for i in range(first, last) if tokens.shapes[i] not in (LOWER, NUMBER) and i not in demonyms]
    if not capitals:
        return True
    owners = ("Fund", "Organisation", "Country")
    named = {i for m in marked.mentions if m.kind in owners and m.entry for i in range(m.first, m.last)}
    cues = (*marked.cues_of("words", "of", "locative", "origin"), *marked.cues_of("nouns", "roles"))
    return named.issuperset(capitals) and not any(first <= c.first < last for c in cues)
