"""Titles that a sentence begins with and calls a project: "Long name with small words is a project …"."""

from __future__ import annotations

from graph.marking.appearance import raised_again
from graph.marking.compiled import Cue
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import CAPITAL, LOWER, MIXED, NUMBER, UPPER, Tokens
from graph.projects.titles import split_title
from ontology.automaton import Match

LONGEST, REACH, TO_OWNER = 24, 6, 3
POINTING = frozenset({"articles", "coreference", "person", "we", "interrogatives"})
LED = frozenset({"locative", "strict_locative", "comitative", "of", "and", "aims", "negation"})


def copular_title(tokens: Tokens, marked: Marked) -> Mention | None:
    """“Long name with small words is a project …” at the beginning of a sentence."""
    copulas, nouns = marked.cues_of("words", "copula"), marked.cues_of("nouns", "project")
    if not copulas or not nouns or tokens.text[: marked.sentence.span.end].rstrip().endswith("?"):
        return None  # "Whom is the project for?"
    first = marked.sentence.first
    if any(c.first == first and c.last == first + 1 for c in marked.cues_of("words", "articles")):
        first += any(m.first == first + 1 and m.last - m.first > 1 for m in marked.mentions if m.kind == "Name")
    opening = {c.payload.category for c in marked.cues if c.first == first}
    small = not opening.isdisjoint(("stop", "indefinite"))  # such a name must be said to be somebody's project
    barred = POINTING if "indefinite" not in opening else POINTING - {"articles"}
    if tokens.shapes[first] == LOWER or not opening.isdisjoint(barred) or (small and not opening.isdisjoint(LED)):
        return None
    indefinite = marked.words_of("words", "indefinite")  # "a project" points to none
    pointers = (c for c in marked.cues_of("nouns", "coreference") if c.first not in indefinite)
    pointing = {c.last for c in pointers if c.last - c.first > 1}
    nouns = [n for n in nouns if _says(tokens, marked, n.first, n.last)]
    many = {(c.first, c.last) for c in marked.cues_of("nouns", "project_plural")}
    ends = {c.last for c in copulas}
    nouns = [n for n in nouns if n.first in ends or (n.first, n.last) not in many]  # "the subject is to run projects"
    for copula in copulas:
        last = copula.first
        meant = [n for n in nouns if last - first > 1 or n.last not in pointing]
        near = [n for n in meant if n.first >= copula.first and n.first - copula.last < REACH]
        said = any(last - first > 1 or _described(tokens, marked, copula.last, n.first) for n in near)
        owned = _owned(marked, near)
        if not 1 <= last - first <= LONGEST or not said or (small and not owned):
            continue
        if _is_another(marked, first, last):
            continue
        name = tokens.surface(first, last)
        tells = any(first < c.first and c.last <= last for c in marked.cues_of("words", "after_title"))
        if (
            "," not in name + tokens.gap(last)
            and (not tells or raised_again(tokens, first, last))
            and (last - first == 1 or _cased(tokens, first, last) or raised_again(tokens, first, last) or owned)
            and not any(n.first < last for n in nouns)
        ):
            return Mention("Project", first, last, name, also=split_title(name)[1], defined=True)
    return None


def _says(tokens: Tokens, marked: Marked, first: int, last: int) -> bool:
    """Whether a project noun may say what the sentence's first words name: not behind a locative ("the staff was busy
    in the project") or a hyphen ("Uutta on Valo-hanke"), and it has no name of its own."""
    within = {c.last for c in marked.cues_of("words", "locative")}
    return first not in within and "-" not in tokens.gap(first) and not _names_another(tokens, marked, first, last)


def _names_another(tokens: Tokens, marked: Marked, first: int, last: int) -> bool:
    """Whether a project noun behind a preposition has its own name ("is responsible for the project | Lantern")."""
    begin = first - 1
    begin -= begin in marked.words_of("words", "articles") and begin not in marked.words_of("words", "of")
    small = (*marked.cues_of("words", "of", "locative", "aims", "joiners"),)
    led = any(c.first <= begin < c.last for c in small) and begin not in marked.words_of("words", "indefinite")
    named = last < marked.sentence.last and tokens.shapes[last] in (CAPITAL, UPPER, MIXED)
    return led and named and not tokens.barriers[last] and not set(tokens.gap(last)) & set(",;:()")


def _described(tokens: Tokens, marked: Marked, first: int, last: int) -> bool:
    """Whether the words before a project noun only say what kind it is ("a two-year | project"): they are in lower case
    and no prepositions, or name whose it is."""
    small = marked.words_of("words", "of") | marked.words_of("words", "locative") | marked.words_of("words", "and")
    small -= marked.words_of("words", "indefinite")
    owners = [m for m in marked.mentions if m.sure and m.kind in ("Organisation", "Fund")]
    owned = {i for m in owners for i in range(m.first, m.last)}
    kinds = (LOWER, NUMBER)
    return all(i in owned or (tokens.shapes[i] in kinds and i not in small) for i in range(first, last))


def _is_another(marked: Marked, first: int, last: int) -> bool:
    """Whether words that open a sentence name a body or a person ("Lahden kaupunki on …"), one known thing, or a theme
    ("Education is a project of us all")."""
    if any((m.first, m.last) == (first, last) for m in marked.concepts):
        return True
    here = [m for m in marked.mentions if m.first == first]
    ends = {last} | {c.first for c in marked.cues_of("words", "and") if first < c.first < last}
    acts = any(m.last in ends and m.kind in ("Organisation", "Person") and m.sure for m in here)
    return acts or (last - first == 1 and any(m.entry is not None for m in here))


def _owned(marked: Marked, nouns: list[Match[Cue]]) -> bool:
    """Whether a body follows close behind a project noun ("is a project | run by the Kredo Foundation")."""
    bodies = [m.first for m in marked.mentions if m.kind == "Organisation" and m.sure]
    return any(0 <= first - noun.last <= TO_OWNER for noun in nouns for first in bodies)


def _cased(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a word behind the first has a capital."""
    return any(tokens.shapes[i] != LOWER for i in range(first + 1, last))
