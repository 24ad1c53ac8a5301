"""Names behind a clause that tells beforehand what they are: "A pilot project run by Kredo, LANTERN helps …", "Run by
Kredo and funded by AMIF, LANTERN helps …".
"""

from __future__ import annotations

from graph.marking.language import Language
from graph.marking.mentions import Marked, Mention
from graph.marking.tokens import LOWER, Tokens
from graph.projects.sentence_case import VERBS
from ontology.automaton import Match
from ontology.lexicon import Shape

POINTS = 6
RUN_AND_PAID = frozenset({"implementedBy", "fundedBy"})
LEAST = 3  # words of the clause


def fronted(tokens: Tokens, language: Language, marked: Marked, mention: Mention) -> int:
    """The points that such a clause at the head of a sentence gives the name behind its comma; 0 without one."""
    end = _comma(tokens, marked, mention)
    if end - marked.sentence.first < LEAST or not _acts(tokens, marked, mention):
        return 0
    passives = _passives(marked, end)
    roles = {language.frames[a.payload.frame].property for a in passives}
    opens = any(a.first == marked.sentence.first for a in passives)
    told = _calls_project(tokens, marked, passives, end) or (opens and roles >= RUN_AND_PAID)
    return POINTS if told else 0


def _comma(tokens: Tokens, marked: Marked, mention: Mention) -> int:
    """The word behind the comma before a name and its article; the sentence's first without a comma."""
    at, first = mention.first, marked.sentence.first
    while at > first and "," not in tokens.gap(at) and at - 1 in marked.words_of("words", "articles"):
        at -= 1
    return at if at > first and tokens.gap(at).lstrip("”»“\"'’").startswith(",") else first


def _acts(tokens: Tokens, marked: Marked, mention: Mention) -> bool:
    """Whether a verb or a trigger that is no small word of titles stands right behind a name ("Lantern | helps", but
    not "Threads that | speak")."""
    at = mention.last
    if at >= marked.sentence.last or tokens.gap(at).strip('”»“"’ ') or tokens.shapes[at] != LOWER:
        return False
    if at in _small(marked) | marked.words_of("words", "title_small") | marked.words_of("words", "title_loose"):
        return False
    return any(c.first == at for c in marked.cues_of("words", *VERBS)) or any(a.first == at for a in marked.anchors)


def _small(marked: Marked) -> set[int]:
    """The words of a sentence that are articles, prepositions or "and"."""
    found = marked.words_of("words", "of") | marked.words_of("words", "articles") | marked.words_of("words", "and")
    return {*found, *marked.words_of("words", "locative")}


def _passives(marked: Marked, end: int) -> list[Match[Shape]]:
    """The triggers before a word, but for mere small words, that name a body behind them and nothing before."""
    small = _small(marked)
    found = (a for a in marked.anchors if a.last < end and not small.issuperset(range(a.first, a.last)))
    return [a for a in found if a.payload.before in ((), ("s",)) and a.payload.after == ("o",)]


def _calls_project(tokens: Tokens, marked: Marked, passives: list[Match[Shape]], end: int) -> bool:
    """Whether the clause begins with "a project", is no pointer, role or compound, and goes on with a passive."""
    first = marked.sentence.first
    begin = first + (first in marked.words_of("words", "articles"))
    heads = [c for c in marked.cues_of("nouns", "project") if begin <= c.first <= begin + 2 and c.last < end]
    if not heads or any(c.first <= heads[0].first for c in marked.cues_of("nouns", "coreference", "roles")):
        return False
    if any(c.first == heads[0].first for c in marked.cues_of("nouns", "project_compound", "project_plural")):
        return False
    between = range(begin, heads[0].first)
    plain = all(tokens.shapes[i] == LOWER or i == first for i in between)
    return plain and any(heads[0].last <= a.first <= heads[0].last + 2 for a in passives)
